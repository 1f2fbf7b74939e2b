"""A publication's stamp is new after each change that its readers can see, and after no other."""

import pytest
from django.db import connection

from articles import workflow
from articles.models import (
    Article,
    Correction,
    Face,
    Holiday,
    JoinedPart,
    Likeness,
    Page,
    PageDoubt,
    Publication,
    Region,
    Reporter,
    Section,
    Stamp,
    Tag,
)
from articles.models.page import DELETED
from articles.triggers import stamps
from tests.builders import (
    behind_the_rules,
    bring,
    go,
    page_of,
    print_article,
    web_article,
    web_draft,
)
from tests.public.conftest import _stamps_at_once  # noqa: F401
from tests.workflow.test_corrections import WORDS


@pytest.fixture
def live(cast, issue):
    article = print_article(cast, page_of(issue), "published")
    article.tags.add("大桥")
    Face.objects.create(page=article.page, sha256="0" * 64, sizes=[[1, 1]])
    return article


def token(publication):
    return Stamp.objects.get(publication=publication).token


def unpictured(live, cast):
    """An article that is not out, beside a live one on a page without a picture."""
    page = page_of(live.page.issue, "07")
    print_article(cast, page, "published")
    return print_article(cast, page)


def doubt_of(page, kind):
    return PageDoubt.objects.create(page=page, kind=kind, line=1, message="?")


def renamed(model, **fields):
    return lambda live, cast: model.objects.update(**fields)


SEEN = {
    "the paper's name": renamed(Publication, name="新名"),
    "its imprint": renamed(Publication, phone="110"),
    "its days of issue": renamed(Publication, publishing_days="1"),
    "a holiday": lambda live, cast: Holiday.objects.create(
        publication=live.publication,
        first=live.page.issue.date,
        last=live.page.issue.date,
        name="节",
    ),
    "what it is related to": lambda live, cast: Likeness.objects.create(
        article=live, other=web_article(cast, live.publication), score=1
    ),
    "the issue's number": lambda live, cast: live.page.issue.__class__.objects.update(number=7),
    "the page's name": renamed(Page, name="要闻"),
    "the page's picture": renamed(Face, sha256="1" * 64),
    "an area": lambda live, cast: Region.objects.create(article=live, shapes=[]),
    "the tag's name": renamed(Tag, name="桥"),
    "a tag more": lambda live, cast: live.tags.add("河"),
    "a tag less": lambda live, cast: live.tags.clear(),
    "a withdrawal": lambda live, cast: go(live, "withdraw", cast.chen),
    "the order on the page": renamed(Article, position=5),
    "an embargo": renamed(Article, embargo_until="2100-01-01T00:00Z"),
    "a new section": lambda live, cast: workflow.describe(
        live, by=cast.chen, section=Section.objects.create(publication=live.publication, name="新")
    ),
    "a doubt about a deleted article": lambda live, cast: doubt_of(live.page, DELETED),
    "an unseen piece on a pictured page": lambda live, cast: print_article(cast, live.page),
}
UNSEEN = {
    "a draft": lambda live, cast: web_draft(live.publication, cast.rui),
    "a draft brought to its signature": lambda live, cast: web_article(
        cast, live.publication, "approved"
    ),
    "the working copy": renamed(Article, headline="改", body="改", byline="改"),
    "who is at work on it": renamed(Article, revision=99),
    "how many pages are expected": renamed(Publication, usual_pages=4),
    "a section without articles": lambda live, cast: Section.objects.create(
        publication=live.publication, name="空"
    ),
    "a tag without articles": lambda live, cast: Tag.objects.create(name="空", slug="空"),
    "a person without articles": lambda live, cast: Reporter.objects.create(name="某"),
    "another doubt of the page": lambda live, cast: doubt_of(live.page, "folio_day"),
    "a page without articles": lambda live, cast: page_of(live.page.issue, "09"),
    "a correction in the writing": lambda live, cast: Correction.objects.create(
        article=live, base_version=live.live_version, opened_by=cast.de, kind="erratum", **WORDS_
    ),
}
WORDS_ = {name: WORDS[name] for name in ("wrong", "right", "note")}


@pytest.mark.parametrize("what", SEEN)
def test_what_readers_see_renews_it(live, cast, publication, what):
    before = token(publication)
    SEEN[what](live, cast)
    assert token(publication) != before


@pytest.mark.parametrize("what", UNSEEN)
def test_what_they_do_not_see_leaves_it(live, cast, publication, what):
    before = token(publication)
    UNSEEN[what](live, cast)
    assert token(publication) == before


def test_a_notice_and_its_end_are_seen(live, cast, publication):
    go(live, "withdraw", cast.chen)
    before = token(publication)
    behind_the_rules(pk=live.pk).update(status="final_review")
    assert token(publication) != before


def test_what_was_never_out_leaves_it_in_every_state(live, cast, publication):
    before = token(publication)
    for status in ("first_review", "returned", "held", "rejected", "approved", "scheduled"):
        bring(web_draft(publication, cast.rui), status, cast)
    assert token(publication) == before


def test_an_area_of_what_is_not_out_leaves_it(live, cast, publication):
    hidden = unpictured(live, cast)
    before = token(publication)
    Region.objects.create(article=hidden, shapes=[])
    assert token(publication) == before


def test_the_area_of_what_goes_on_elsewhere_renews_it(live, cast, publication):
    piece = unpictured(live, cast)
    JoinedPart.objects.create(whole=live, piece=piece, position=1, joined_by=cast.de)
    before = token(publication)
    Region.objects.create(article=piece, shapes=[])
    assert token(publication) != before


def test_a_joined_piece_renews_it(live, cast, publication, issue):
    piece = print_article(cast, page_of(issue, "02"))
    before = token(publication)
    JoinedPart.objects.create(whole=live, piece=piece, position=1, joined_by=cast.de)
    assert token(publication) != before


def test_another_paper_keeps_its_own(live, cast, publication):
    other = Publication.objects.create(name="砚溪晚报", slug="evening")
    before = token(other)
    go(live, "withdraw", cast.chen)
    assert token(other) == before


def test_every_paper_begins_with_one(publication):
    assert len(token(publication)) == 32
    assert stamps.seen_of("yanxi") is not None
    assert stamps.seen_of("nobody") is None


def test_putting_them_up_again_changes_nothing(live, publication):
    before = token(publication), names()
    stamps.renew(None, using="default")
    assert (token(publication), names()) == before


def test_one_that_is_out_of_date_is_put_up_anew(publication):
    name = min(names())
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {name}")
        else:
            table = "SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = %s"
            cursor.execute(table, [name])
            cursor.execute(f"DROP TRIGGER {name} ON {cursor.fetchone()[0]}")
    stamps.renew(None, using="default")
    assert name in names()


def names():
    with connection.cursor() as cursor:
        cursor.execute(stamps._PRESENT[connection.vendor], [r"articles\_stamp\_%"])
        return {row[0] for row in cursor.fetchall()}

"""A part of one record, sent under the number of another: nothing is found, nothing changes.

Every address with a number inside a number is tried; then every form that carries numbers.
"""

import pytest
from django.test import Client

from articles.admin.manuscripts.photos import mark_of
from articles.models import Article, Credit, PageDoubt, Photo, ReviewComment, Suggestion
from articles.review import marking
from articles.texts.manuscripts import Spot
from articles.workflow import correcting
from tests.access.addresses import places
from tests.access.test_rights import records
from tests.builders import bring, page_of, print_article, web_article, web_draft
from tests.public.furnished import furnish
from tests.workflow.test_corrections import WORDS

# Names of addresses with a part of something inside: {argument of the part}.
PARTS = {
    "admin:articles_article_correction": "correction",
    "admin:articles_article_doubt": "pk",
    "admin:articles_article_suggestion": "pk",
    "admin:articles_page_doubt": "pk",
    "api:article": "number",
    "api:article_ninjs": "number",
    "desk:answer": "pk",
    "desk:picture_file": "pk",
    "public:article": "number",
    "public:article_photo": "number",
    "public:report": "number",
}
# Two arguments, but no part of one another.
WHOLE = set(
    "admin:articles_article_move admin:articles_assignment_step admin:articles_page_face"
    " admin:view_on_site api:issue api:issue_ninjs api:page desk:step public:face public:feed"
    " public:feed_person public:feed_section public:feed_tag public:iiif_annotations"
    " public:iiif_manifest public:iiif_year public:issue public:page public:page_drawing"
    " public:rendition"
    " public:sitemap_part public:stylesheets".split()
)


@pytest.fixture
def mine(cast, publication, issue):
    """{argument: value} of what the address is of."""
    page = page_of(issue, "01")
    draft = web_draft(publication, cast.rui)
    return {"page": page.pk, "article": draft.pk, "pk": draft.pk, "number": draft.number}


@pytest.fixture
def other(cast, publication, issue, mine):
    """{name: {argument: value}} of the parts of something else."""
    page = page_of(issue, "02")
    draft = web_draft(publication, cast.qing)
    furnish(draft, "别处")
    printed = print_article(cast, page)
    live = web_article(cast, publication, "published")
    doubt = {"kind": "x", "line": 1, "message": "x"}
    return {
        "admin:articles_article_correction": correcting.open_correction(
            live, by=cast.dan, **WORDS
        ).pk,
        "admin:articles_article_doubt": PageDoubt.objects.create(
            page=page, article=printed, **doubt
        ).pk,
        "admin:articles_page_doubt": PageDoubt.objects.create(page=page, **doubt).pk,
        "admin:articles_article_suggestion": Suggestion.objects.create(
            article=draft, kind="tag", text="大桥"
        ).pk,
        "desk:answer": ReviewComment.objects.create(
            **{"article": draft, "version": draft.versions.first(), "by": cast.pei},
            **{"part": "body", "paragraph": 0, "text": "请核实。"},
        ).pk,
        "desk:picture_file": draft.photos.get().pk,
        "api:article": live.number,
        "api:article_ninjs": live.number,
        "public:article": live.number,
        "public:article_photo": live.number,
        "public:report": live.number,
    }


def test_every_address_of_a_part_is_known():
    """A new one is put into one of the two lists above."""
    known = {place.name for place in places() if len(place.arguments) > 1}
    assert known == {*PARTS, *WHOLE}


@pytest.mark.parametrize("name", ["rui", "de", "chen", "root"])
def test_no_part_is_found_under_what_it_is_no_part_of(name, cast, publication, mine, other):
    strange = type(publication).objects.create(name="别报", slug="bie")
    client = Client()
    client.force_login(getattr(cast, name))
    before, found = records(), {}
    for place in places():
        if place.name in PARTS:
            values = {**mine, "publication": strange.slug, "place": 1}
            values[PARTS[place.name]] = other[place.name]
            address = place.address(values)
            for method in ("get", "post"):
                words = {
                    "issue": "1",
                    "seen": 1,
                    "revision": 1,
                    "opinion": "同意。",
                    "note": "是。",
                }
                found[place.name, method] = getattr(client, method)(address, words).status_code
    assert set(found.values()) <= {302, 403, 404, 405}, found
    assert all(status != 302 for (place, _), status in found.items() if "public" in place), found
    assert records() == before


def rows_of(prefix, fk, owner, **first):
    counts = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 9}
    values = {f"{prefix}-{name}": value for name, value in counts.items()}
    return values | {f"{prefix}-0-{name}": value for name, value in {fk: owner, **first}.items()}


def test_no_row_of_another_article_is_changed_through_a_form(client, cast, publication):
    article, theirs = web_draft(publication, cast.rui), web_draft(publication, cast.qing)
    furnish(theirs, "别处")
    photo, credit = theirs.photos.get(), theirs.credits.get()
    client.force_login(cast.de)
    words = {name: getattr(article, name) for name in ("kicker", "headline", "deck", "byline")}
    words |= {"dateline": "", "source": "", "body": "改了。", "seen": article.revision, "tags": ""}
    before = [list(rows.values()) for rows in (Photo.objects.all(), Credit.objects.all())]
    photos = rows_of("photos", "article", article.pk, id=photo.pk, caption="改", position=0)
    credits = {"id": credit.pk, "role": "editor", "reporter": credit.reporter_id, "position": 0}
    credits = rows_of("credits", "article", article.pk, printed="改", **credits)
    for more in ({}, {"photos-0-DELETE": "on", "credits-0-DELETE": "on"}):
        client.post(
            f"/admin/articles/article/{article.pk}/change/", words | photos | credits | more
        )
    assert [list(rows.values()) for rows in (Photo.objects.all(), Credit.objects.all())] == before


@pytest.mark.parametrize("status", ["first_review", "approved", "published", "withdrawn"])
def test_no_photo_is_hung_into_a_closed_article_nor_taken_out(status, client, cast, publication):
    closed, draft = web_draft(publication, cast.rui), web_draft(publication, cast.rui)
    furnish(closed, "图")
    bring(closed, status, cast)
    photo = closed.photos.get()
    loose = Photo.objects.create(article=draft, caption="另一张")
    before = records()
    for name in ("de", "chen", "root"):
        client.force_login(getattr(cast, name))
        counts = {"credits-TOTAL_FORMS": 0, "credits-INITIAL_FORMS": 0}
        moved = {"caption": "换", "position": 0, "rights": "", **counts}
        hung, free = ({"seen": mark_of(each)} for each in (photo, loose))
        into = {"article": draft.pk} | hung
        client.post(f"/admin/articles/photo/{photo.pk}/change/", moved | into)
        client.post(f"/admin/articles/photo/{photo.pk}/delete/", {"post": "yes"})
        into = {"article": closed.pk} | free
        client.post(f"/admin/articles/photo/{loose.pk}/change/", moved | into)
        client.post("/admin/articles/photo/add/", moved | {"article": closed.pk})
    assert records() == before


def test_the_same_forms_do_their_work_where_it_is_allowed(client, cast, publication):
    """Or the two above would prove nothing."""
    one, two = web_draft(publication, cast.rui), web_draft(publication, cast.rui)
    loose = Photo.objects.create(article=one, caption="照片")
    client.force_login(cast.de)
    counts = {"credits-TOTAL_FORMS": 0, "credits-INITIAL_FORMS": 0}
    moved = {"caption": "换", "position": 0, "rights": "", "article": two.pk, **counts}
    client.post(f"/admin/articles/photo/{loose.pk}/change/", moved | {"seen": mark_of(loose)})
    loose.refresh_from_db()
    assert (loose.article, loose.caption) == (two, "换")


def test_no_comment_or_mark_is_answered_from_another_article_s_screen(client, cast, publication):
    here, there = (web_article(cast, publication, "first_review") for _turn in range(2))
    version = there.versions.last()
    place = {"version": version, "part": "body", "paragraph": 0}
    comment = ReviewComment.objects.create(
        article=there, by=cast.rui, kind="must", text="核实。", **place
    )
    given = {"version": version, "spot": Spot("body", 0), "by": cast.dan}
    mark = marking.mark(there, words="第一段", kind="fact", note="", start=None, **given)
    client.force_login(cast.de)
    before = records()
    screen = f"/admin/articles/article/{here.pk}/review/"
    for words in (
        {"reply": "1", "comment": comment.pk, "do": "resolve", "text": "好"},
        {"void": str(mark.pk), "reason": "不算"},
        {"note": "1", "version": 99, "at": "body-0", "what": "must", "text": "x"},
    ):
        client.post(screen, words)
    assert records() == before
    assert Article.objects.get(pk=there.pk).status == "first_review"

"""我的待办: each finds there what waits for them, and nothing that they may not do."""

from datetime import time, timedelta
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Article, Claim, Credit, Photo, Publication, Reporter
from articles.roles import roles_of, sync_roles
from articles.workflow import claiming, correcting, todo
from articles.workflow.moves import MOVES
from articles.workflow.rules import refusal_for
from articles.workflow.standing import standing_of
from tests.access.test_insiders import corrected
from tests.admin.test_queries import FIRST, queries
from tests.builders import go, page_of, print_article, web_article, web_draft
from tests.conftest import gather
from tests.workflow.test_corrections import WORDS


def totals(person):
    return {pile.action: pile.total for pile in todo.piles(person, roles_of(person))}


@pytest.fixture
def busy(cast, publication, issue):
    """One article waiting at every stage."""
    for status in ("first_review", "second_review", "final_review", "approved"):
        web_article(cast, publication, status)
    print_article(cast, page_of(issue))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dan", {"verify": 1, "pass_first": 1}),
        ("shen", {"pass_second": 1}),
        ("cui", {"sign_off": 1, "publish": 1}),
        ("ao", {}),
        ("root", {}),
    ],
)
def test_each_sees_the_piles_of_their_own_moves(name, expected, busy, cast):
    assert totals(getattr(cast, name)) == expected


def test_what_one_had_a_hand_in_waits_for_somebody_else(busy, cast):
    # de imported the printed article, and passed nothing that still waits for a first review.
    assert totals(cast.de) == {"verify": 0, "pass_first": 1}


def test_what_waits_for_somebody_is_what_the_rules_let_them_do(cast, publication, busy):
    unsigned = web_article(cast, publication, "approved")
    go(unsigned, "unsign", cast.chen)
    pictured = web_draft(publication, cast.rui)
    photo = Photo.objects.create(article=pictured, caption="通车")
    person = Reporter.objects.create(name="王德", user=cast.de)
    Credit.objects.create(photo=photo, reporter=person, role="photographer")
    go(pictured, "submit", cast.rui)
    restored = web_article(cast, publication, "published")
    corrected(restored, writer=cast.cui, signer=cast.chen)
    go(restored, "withdraw", cast.chen)
    go(restored, "restore", cast.sun)
    for action, person in product(todo.AWAITED, (cast.de, cast.shen, cast.chen, cast.cui)):
        waits = set(todo.waiting_for(action, person)) if person_may(action, person) else set()
        assert waits == {each for each in Article.objects.all() if may(action, person, each)}


def person_may(action, person):
    return action in todo.awaited_by(person, roles_of(person))


def may(action, person, article):
    refusal = refusal_for(MOVES[action], standing_of(article, person))
    return refusal is None or refusal.rule not in {"role", "separation", "state", "proofreading"}


def test_late_and_held_and_flagged_articles_raise_alarms(cast, publication):
    late = web_article(cast, publication, "scheduled")
    held = web_article(cast, publication, "held")
    flagged = web_article(cast, publication, "first_review")
    go(flagged, "ask_emergency", cast.shen)
    go(flagged, "emergency_sign", cast.cui)
    now = timezone.now()
    Article.objects.filter(pk=late.pk).update(scheduled_for=now - timedelta(minutes=5))
    Article.objects.filter(pk=held.pk).update(held_until=now.date() - timedelta(days=1))
    found = {alarm.kind: list(alarm.articles) for alarm in todo.alarms()}
    assert found == {"late": [late], "unreviewed": [flagged], "held": [held]}


def test_the_first_screen_links_counts_to_lists_that_show_as_many(client, busy, cast):
    client.force_login(cast.dan)
    page = client.get(reverse("admin:index"))
    for pile in page.context["piles"]:
        listed = client.get(pile.url).context["cl"]
        assert listed.result_count == pile.total


def rare(client, person):
    """{what waits now and then: how many} on a person's first screen, each with a list as long."""
    client.force_login(person)
    piles = [pile for pile in client.get("/admin/").context["piles"] if not pile.source]
    for pile in piles:
        assert client.get(pile.url).context["cl"].result_count == pile.total == len(pile.rows)
    return {str(pile.label): pile.rows[0].url for pile in piles}


def test_a_correction_waits_for_whoever_signs_its_kind_and_did_not_write_it(
    client, cast, publication
):
    article = web_article(cast, publication, "published")
    made = correcting.open_correction(article, by=cast.chen, **WORDS | {"body": "改正后。"})
    here = f"/admin/articles/article/{article.pk}/corrections/{made.pk}/"
    assert rare(client, cast.cui) == {"待签发的更正": here}
    for name in ("chen", "shen", "de", "root"):
        assert rare(client, getattr(cast, name)) == {}
    correcting.write(made, by=cast.chen, revision=made.revision, kind="erratum")
    assert rare(client, cast.shen) == {"待签发的更正": here}
    made.refresh_from_db()
    correcting.issue(made, by=cast.cui, revision=made.revision, opinion="同意。")
    assert rare(client, cast.shen) == {}


@pytest.mark.django_db(transaction=True)
def test_a_proposal_waits_for_a_second_person_until_something_is_done(
    client, django_user_model, transactional_db
):
    sync_roles(None)
    people = gather()
    paper = Publication.objects.create(name="砚溪日报", slug="yanxi")
    article = web_article(people, paper, "first_review")
    go(article, "ask_emergency", people.shen)
    assert list(rare(client, people.cui)) == ["同事已提出、待第二人同意"]
    for name in ("shen", "de", "root"):
        assert rare(client, getattr(people, name)) == {}
    workflow.describe(article, by=people.de, tags=["大桥"])
    assert list(rare(client, people.cui)) == ["同事已提出、待第二人同意"]
    go(article, "emergency_sign", people.cui)
    assert rare(client, people.chen) == {}


@pytest.mark.parametrize("name", ["dan", "shen", "cui"])
def test_an_empty_screen_says_where_work_comes_from(name, client, cast, publication):
    client.force_login(getattr(cast, name))
    page = client.get("/admin/")
    assert page.context["piles"]
    for pile in page.context["piles"]:
        assert str(pile.source) in page.content.decode()


def test_an_issue_s_closing_time_makes_its_articles_late(client, cast, issue):
    issue.publication.closing_time = time(6, 0)
    issue.publication.save()
    print_article(cast, page_of(issue))
    (pile, _other) = todo.piles(cast.dan, roles_of(cast.dan))
    assert pile.tasks[0].due.date() == issue.date


def test_who_has_it_in_hand_is_shown(client, cast, publication):
    article = web_article(cast, publication, "first_review")
    claiming.claim(article, by=cast.de)
    client.force_login(cast.dan)
    assert "de正在处理" in client.get(reverse("admin:index")).content.decode()


def test_taking_in_hand_at_the_editors_door(client, cast, publication):
    article = web_article(cast, publication, "first_review")
    address = reverse("admin:articles_article_hand", args=[article.pk])
    client.force_login(cast.dan)
    assert client.get(address).status_code == 405
    client.post(address)
    assert Claim.objects.get().holder == cast.dan
    client.post(address, {"release": "1"})
    assert not Claim.objects.exists()
    review = reverse("admin:articles_article_review", args=[article.pk])
    assert 'name="review"' in client.get(review).content.decode()
    assert client.post(address, {"review": "1"})["Location"] == review


def test_the_first_screen_asks_as_often_for_many_as_for_few(enter, cast, publication, busy):
    few = len(queries(enter("dan"), "/admin/"))
    for _each in range(5):
        web_article(cast, publication, "first_review")
    many = queries(enter("dan"), "/admin/")
    assert len(many) == few, "\n".join(many)
    assert few <= FIRST

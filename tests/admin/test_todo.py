"""我的待办: each finds there what waits for them, and nothing that they may not do."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Claim
from articles.roles import roles_of
from articles.workflow import claiming, todo
from tests.admin.test_queries import FIRST, queries
from tests.builders import go, page_of, print_article, web_article


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


def test_the_first_screen_asks_as_often_for_many_as_for_few(enter, cast, publication, busy):
    few = len(queries(enter("dan"), "/admin/"))
    for _each in range(5):
        web_article(cast, publication, "first_review")
    many = queries(enter("dan"), "/admin/")
    assert len(many) == few, "\n".join(many)
    assert few <= FIRST

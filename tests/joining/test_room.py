"""The editors' room where pages of an issue are read together."""

import pytest
from django.urls import reverse

from articles import workflow
from articles.intake import joining
from articles.models import JoinedPart, Page


@pytest.fixture
def planned(issue, pages):
    (planned,) = joining.plan_joins(issue).joins
    return planned


@pytest.fixture
def room(issue):
    return reverse("admin:articles_issue_joins", args=[issue.pk])


def join(client, room, planned):
    return client.post(room, {"first": planned.first.pk, "rest": planned.rest.pk})


def test_looking_joins_nothing(client, room, planned, cast):
    client.force_login(cast.dan)
    assert str(planned.rest.headline or planned.rest) in client.get(room).content.decode()
    assert not JoinedPart.objects.exists()


def test_one_button_joins_the_two(client, room, planned, cast):
    client.force_login(cast.dan)
    join(client, room, planned)
    join(client, room, planned)
    part = JoinedPart.objects.get()
    assert (part.whole, part.piece) == (planned.first, planned.rest)


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_join(name, client, room, planned, cast):
    client.force_login(getattr(cast, name))
    join(client, room, planned)
    assert not JoinedPart.objects.exists()


def test_articles_of_another_issue_are_not_joined_here(client, room, planned, cast):
    client.force_login(cast.dan)
    assert client.post(room, {"first": planned.first.pk, "rest": "999"}).status_code == 404


def test_one_button_parts_them_again(client, room, planned, cast):
    client.force_login(cast.dan)
    join(client, room, planned)
    assert "撤销合并" in client.get(room).content.decode()
    client.post(room, {"piece": planned.rest.pk})
    assert not JoinedPart.objects.exists()


def test_in_review_the_button_is_grey_and_says_why(client, room, planned, cast):
    client.force_login(cast.dan)
    joining.apply_join(planned.first, planned.rest, by=cast.de)
    workflow.move(planned.first, "verify", by=cast.dan)
    shown = client.get(room).content.decode()
    assert f'aria-describedby="why-{planned.rest.pk}"' in shown
    assert "终审" in shown
    client.post(room, {"piece": planned.rest.pk})
    assert JoinedPart.objects.exists()


def test_lists_and_counts_leave_the_joined_piece_out(client, planned, cast):
    client.force_login(cast.dan)
    articles = reverse("admin:articles_article_changelist")

    def seen():
        queues = client.get(reverse("admin:index")).context["queues"]
        rows = client.get(articles).context["cl"].queryset
        pages = Page.objects.for_list()
        counts = [page.article_count for page in pages.order_by("pk")]
        return queues[0].count, {row.pk for row in rows}, counts

    before = seen()
    joining.apply_join(planned.first, planned.rest, by=cast.de)
    count, rows, counts = seen()
    assert count == before[0] - 1
    assert rows == before[1] - {planned.rest.pk}
    assert counts == [before[2][0], before[2][1] - 1]


def test_the_piece_itself_can_still_be_looked_at(client, planned, cast):
    client.force_login(cast.dan)
    joining.apply_join(planned.first, planned.rest, by=cast.de)
    address = reverse("admin:articles_article_change", args=[planned.rest.pk])
    shown = client.get(address).content.decode()
    assert reverse("admin:articles_article_change", args=[planned.first.pk]) in shown


def test_the_whole_names_its_pieces(client, planned, cast):
    client.force_login(cast.dan)
    joining.apply_join(planned.first, planned.rest, by=cast.de)
    address = reverse("admin:articles_article_change", args=[planned.first.pk])
    shown = client.get(address).content.decode()
    assert reverse("admin:articles_article_change", args=[planned.rest.pk]) in shown

"""The editors' room where pages of an issue are read together."""

import pytest
from django.urls import reverse

from articles import importing, joining
from articles.models import JoinedPart
from tests.builders import page_of
from tests.joining.pages import BRIDGE, GROUND_ONE, GROUND_TWO, HARVEST


@pytest.fixture
def planned(issue, cast):
    texts = (BRIDGE + "\n" + GROUND_ONE, GROUND_TWO + "\n" + HARVEST)
    for number, text in enumerate(texts, start=1):
        page = page_of(issue, label=f"{number:02}", source=text)
        importing.apply_import(importing.plan_import(page), by=cast.de)
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

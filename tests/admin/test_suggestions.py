"""Suggestions stand apart from the text until an editor takes one."""

import pytest
from django.urls import reverse

from articles.models import Suggestion
from tests.builders import imported, page_of


@pytest.fixture
def article(issue, cast):
    return imported(page_of(issue), cast.de, headline="")


@pytest.fixture
def suggestion(article):
    return Suggestion.objects.create(article=article, kind="headline", text="第一座桥通车")


def take(client, suggestion, **fields):
    url = reverse("admin:articles_article_suggestion", args=[suggestion.article_id, suggestion.pk])
    return client.post(url, fields)


def test_a_suggestion_is_shown_as_the_machines_word(client, article, suggestion, cast):
    client.force_login(cast.dan)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "机器建议" in page
    assert suggestion.text in page


def test_taking_a_headline_makes_it_the_articles_own(client, article, suggestion, cast):
    client.force_login(cast.dan)
    take(client, suggestion, seen=article.revision)
    article.refresh_from_db()
    suggestion.refresh_from_db()
    assert article.headline == suggestion.text
    assert suggestion.taken_by == cast.dan


def test_a_suggestion_taken_on_an_old_text_is_refused(client, article, suggestion, cast):
    client.force_login(cast.dan)
    take(client, suggestion, seen=article.revision - 1)
    article.refresh_from_db()
    assert article.headline == ""


def test_looking_takes_nothing(client, suggestion, cast):
    client.force_login(cast.dan)
    url = reverse("admin:articles_article_suggestion", args=[suggestion.article_id, suggestion.pk])
    assert client.get(url).status_code == 405


@pytest.mark.parametrize("name", ["pei", "ao", "root", "rui"])
def test_only_editors_take_suggestions(name, client, article, suggestion, cast):
    client.force_login(getattr(cast, name))
    take(client, suggestion, seen=article.revision)
    article.refresh_from_db()
    assert article.headline == ""

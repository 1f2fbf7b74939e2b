"""Tags against a truth made by hand, and what the archive says of a term."""

import json
from pathlib import Path

import pytest

from articles.models import Article
from articles.parsing.offers.keywords import tags
from articles.search import commonness, indexing
from tests.builders import web_article
from tests.suggestions.measuring import mean
from tests.suggestions.test_tags import BRIDGE, STORIES

TRUE = json.loads((Path(__file__).parent / "true_tags.json").read_text("utf-8"))
FIRST = 5


def share_without(slug):
    """The share of the other stories that holds a term."""
    others = [text for name, text in STORIES.items() if name != slug]
    return lambda term: sum(term in text for text in others) / len(others)


def right(slug, share=None):
    found = tags(STORIES[slug], share=share)[:FIRST]
    return sum(tag in TRUE[slug] for tag in found) / (len(found) or 1)


def test_of_the_first_five_tags_two_thirds_are_right():
    assert mean(right(slug, share_without(slug)) for slug in TRUE) >= 0.64


def test_an_archive_makes_tags_no_worse():
    assert mean(right(s, share_without(s)) for s in TRUE) >= mean(map(right, TRUE))


def test_what_every_article_holds_goes_behind():
    first, *others = tags(BRIDGE)
    found = tags(BRIDGE, share=lambda term: float(term == first))
    assert found[0] in others
    assert first in found


@pytest.fixture
def archive(cast, publication, monkeypatch):
    """Four published articles, enough for a sample here."""
    commonness._sample.cache_clear()
    monkeypatch.setattr(commonness, "LEAST", 4)
    for number in range(4):
        rare = "龙舟赛开始了。" if number == 0 else "大家都来了。"
        body = f"岚汀很热闹，{rare}"
        web_article(cast, publication, "published", headline=f"岚汀新闻{number}", body=body)
    indexing.refresh(Article.objects.values_list("pk", flat=True))
    yield
    commonness._sample.cache_clear()


def test_the_archive_tells_how_common_a_term_is(archive):
    share = commonness.commonness().share
    assert (share("岚汀"), share("龙舟赛"), share("没有")) == (1.0, 0.25, 0.0)


def test_the_archive_is_read_once_and_then_only_looked_at(archive, django_assert_num_queries):
    with django_assert_num_queries(2):
        commonness.commonness()
    with django_assert_num_queries(1):
        commonness.commonness()


def test_a_small_archive_says_nothing(archive, monkeypatch):
    monkeypatch.setattr(commonness, "LEAST", 5)
    assert commonness.commonness().share("岚汀") == 0.0

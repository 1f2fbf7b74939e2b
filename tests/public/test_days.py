"""A day is the paper's own, by its clock, wherever days are asked for."""

from datetime import UTC, datetime

import pytest

from articles.models import Article, Publication
from articles.search import indexing
from tests.builders import web_article

HEADLINE = "子夜钟声"


@pytest.fixture
def story(cast):
    """Out on the evening of 20 November by its paper's clock, on the 21st by the site's."""
    paper = Publication.objects.create(name="远埠报", slug="yuanbu", time_zone="America/New_York")
    made = web_article(cast, paper, "published", headline=HEADLINE)
    Article.objects.filter(pk=made.pk).update(published_at=datetime(2026, 11, 21, 2, tzinfo=UTC))
    indexing.refresh([made.pk])


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("since=2026-11-20&until=2026-11-20", True),
        ("since=2026-11-21", False),
        ("until=2026-11-19", False),
        ("since=0001-01-01&until=9999-12-31", True),
    ],
)
@pytest.mark.parametrize("words", ["", "&q=子夜"])
def test_a_search_asks_for_days_by_the_paper_s_clock(read, story, asked, is_found, words):
    status, page = read(f"/search/?{asked}{words}")
    assert status == 200
    assert ("/yuanbu/2026-" in page) is is_found


def test_and_so_does_the_page_of_a_day(read, story):
    assert HEADLINE in read("/yuanbu/2026-11-20/")[1]
    assert read("/yuanbu/2026-11-21/")[0] == 404

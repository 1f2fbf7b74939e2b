"""Hits of many years come out in order, and what is far from the time asked for stays untouched."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import search
from articles.models import Issue
from articles.search import engines, statement
from tests.builders import page_of

DAY = 24 * 60  # minutes
# Every step back that PostgreSQL's index is asked in, and far beyond them.
AGES = (0, 1, 4, 7, 13, 26, 50, 100, 200, 380, 400, 800, 3000, 9000)


@pytest.fixture
def years(live):
    """Live articles with the word in text or headline by turns, the newest first."""
    return [
        live("通车" if number % 2 else "新闻", "大桥通车了。", age=age * DAY).pk
        for number, age in enumerate(AGES)
    ]


def walked(limit, **asked):
    """All pages of a search, one after the other."""
    found, after = [], ""
    while True:
        results = search.find("通车", limit=limit, after=after, **asked)
        found += results.hits
        after = results.after
        if not after:
            return found


@pytest.mark.parametrize("limit", [1, 3, 100])
def test_the_newest_come_first_over_many_years(years, limit):
    assert walked(limit, order="newest") == years
    assert walked(limit) == years[1::2] + years[::2]


def test_a_text_too_long_for_the_index_stands_in_its_time(live, monkeypatch):
    monkeypatch.setattr(engines, "LARGEST", 100)
    texts = ("春夏秋冬" * 10 + "通车", "通车")
    pks = [live("", texts[number % 2], age=age * DAY).pk for number, age in enumerate(AGES)]
    assert search.find("通车", order="newest").hits == tuple(pks)


def test_what_comes_out_later_than_all_is_found_at_once(years, live):
    newest = live("通车", "")
    assert search.find("通车", order="newest").hits[0] == newest.pk


@pytest.mark.parametrize("order", ["newest", "relevance"])
def test_an_issue_and_a_year_find_their_own_whenever_they_came_out(live, publication, years, order):
    days = (date(2011, 5, 2), date(2011, 5, 3), date(2014, 1, 1))
    printed = {}
    for number, day in enumerate(days):
        page = page_of(Issue.objects.create(publication=publication, date=day))
        # The last was taken in years later than its day.
        age = 3 if number == 2 else (timezone.now().date() - day).days
        printed[day] = live("通车", "", age=age * DAY, page=page)
    for day in days:
        found = search.find("通车", issue=printed[day].page.issue_id, order=order)
        assert found.hits == (printed[day].pk,)
    assert search.find("通车", issue=2**40, order=order).total == 0
    first, second, third = (printed[day].pk for day in days)
    asked = {"order": order, "since": days[0] - timedelta(days=1)}
    assert search.find("通车", year=2014, order=order).hits == (third,)
    assert search.find("通车", year=2011, order=order).hits == (second, first)
    assert search.find("通车", year=2011, until=days[0], **asked).hits == (first,)
    assert set(search.find("通车", until=days[2], **asked).hits) == {first, second, third}
    older = set(search.find("通车", until=days[0], order=order).hits)
    assert first in older
    assert older - {first} <= set(years)
    assert not older & {second, third}
    assert third in search.find("通车", until=days[2], order=order).hits


def test_of_a_word_that_stands_everywhere_the_older_are_never_looked_at(years, live, monkeypatch):
    monkeypatch.setattr(statement, "MOST", 2)
    for _number in range(3):
        live("新闻", "通车", age=1)
    with CaptureQueriesContext(connection) as queries:
        search.find("通车", order="newest", limit=2)
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's index yields one hit after the other")
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN ANALYZE {queries[0]['sql']}".replace("%", "%%"))
        plan = [line for (line,) in cursor.fetchall()]
    (asked,) = [line for line in plan if "on articles_search_step " in line]
    assert "loops=1)" in asked

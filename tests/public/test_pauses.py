"""Days on which a daily did not come out are skipped, and readers are told so."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Holiday, Issue
from articles.public.pauses import pauses_around, pauses_in
from tests.builders import page_of, print_article

FIRST, LAST = date(2026, 11, 12), date(2026, 11, 18)


@pytest.fixture
def days(cast, publication):
    """A paper that is live on Thursday and on Wednesday; in between one waits, of no concern."""
    for day, status in (
        (FIRST, "published"),
        (date(2026, 11, 14), "approved"),
        (LAST, "published"),
    ):
        issue = Issue.objects.create(publication=publication, date=day)
        print_article(cast, page_of(issue), status)
    return publication


def pauses_after(paper):
    before, after = pauses_around(paper, None, FIRST, LAST, paper.holidays.all())
    assert before == []
    return after


def test_between_neighbours_every_day_of_the_week_counts(days):
    [pause] = pauses_after(days)
    assert (pause.first.day, pause.last.day, pause.name) == (13, 17, "")


def test_days_that_are_none_of_the_papers_week_are_no_pause(days):
    days.publishing_days = "34"
    assert pauses_after(days) == []


def test_a_holiday_gives_its_name(days):
    Holiday.objects.create(
        publication=days, first=date(2026, 11, 14), last=date(2026, 11, 15), name="厂庆"
    )
    found = [(p.first.day, p.last.day, p.name) for p in pauses_after(days)]
    assert found == [(13, 13, ""), (14, 15, "厂庆"), (16, 17, "")]


def test_both_sides_cost_no_question(days, django_assert_num_queries):
    with django_assert_num_queries(0):
        before, after = pauses_around(days, date(2026, 11, 9), FIRST, LAST)
    assert [len(pause.days) for pause in (*before, *after)] == [2, 5]


def test_nothing_is_said_before_the_first_issue_and_after_the_last(days):
    assert pauses_around(days, None, FIRST, None) == [[], []]
    assert [pause.first.day for pause in pauses_in(days, [FIRST, LAST])] == [13, 14, 15, 16, 17]


def test_an_issue_tells_what_was_skipped_and_leads_to_the_newest(days, client):
    text = client.get("/yanxi/2026-11-12/").text
    assert "休刊" in text
    assert 'datetime="2026-11-13"' in text
    assert 'href="/yanxi/latest/"' in text
    assert "11月14日" not in text


def test_an_issue_names_the_holidays_beside_it_and_costs_no_more_for_them(days, client):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            text = client.get("/yanxi/2026-11-12/").text
        return len(queries), text

    few, text = asked()
    assert "厂庆" not in text
    for month, name in ((11, "厂庆"), (5, "劳动节")):
        Holiday.objects.create(
            publication=days, first=date(2026, month, 14), last=date(2026, month, 15), name=name
        )
    many, text = asked()
    assert "厂庆" in text
    assert "劳动节" not in text
    assert few == many


def test_the_calendar_marks_pauses_and_links_days_of_issue_alone(days, client):
    text = client.get("/yanxi/").text
    assert text.count("month__pause") == 5
    assert 'href="/yanxi/2026-11-12/"' in text
    assert "2026-11-14" not in text


def test_the_heads_of_a_month_are_as_narrow_as_its_columns(days, client):
    assert '<th scope="col" abbr="星期一">一</th>' in client.get("/yanxi/").text
    english = client.get("/yanxi/", headers={"Accept-Language": "en"}).text
    assert '<th scope="col" abbr="Monday">Mon</th>' in english


def test_a_calendar_of_many_years_leads_to_each(days, cast, client):
    print_article(
        cast, page_of(Issue.objects.create(publication=days, date=date(2023, 5, 1))), "published"
    )
    text = client.get("/yanxi/?year=2023").text
    assert all(f"?year={year}" in text for year in (2023, 2024, 2025, 2026))
    assert client.get("/yanxi/?year=2024").status_code == 200

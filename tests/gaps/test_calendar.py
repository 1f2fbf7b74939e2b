"""The calendar of issues: what is in, what is missing, what nobody expects."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.intake import expecting
from articles.models import Holiday, Issue
from tests.admin.test_queries import queries
from tests.builders import page_of

TODAY = date(2026, 11, 22)  # a Sunday
CALENDAR = "/admin/articles/issue/calendar/"


def issue_on(publication, day, pages, by=None):
    issue = Issue.objects.create(publication=publication, date=day)
    for number in range(1, pages + 1):
        fields = {"imported_at": timezone.now(), "imported_by": by} if by else {}
        page_of(issue, label=f"{number:02}", **fields)
    return issue


@pytest.fixture
def days(publication):
    """A function that looks at the days of November 2026: {day of the month: ExpectedDay}."""

    def _days():
        november = expecting.year_of(publication, 2026, today=TODAY)[10]
        return {day.date.day: day for day in november.days}

    return _days


@pytest.fixture
def paper(publication, cast):
    publication.publishing_days, publication.usual_pages = "12345", 4
    publication.save()
    issue_on(publication, date(2026, 11, 2), 4, by=cast.de)
    issue_on(publication, date(2026, 11, 3), 4)
    issue_on(publication, date(2026, 11, 4), 2, by=cast.de)
    issue_on(publication, date(2026, 11, 8), 4, by=cast.de)
    Holiday.objects.create(
        publication=publication, first=date(2026, 11, 5), last=date(2026, 11, 6), name="社庆"
    )
    return publication


def test_each_day_stands_as_it_is(paper, days):
    states = {number: day.state for number, day in days().items()}
    assert states[1] == "none"  # before the first issue
    assert [states[number] for number in (2, 3, 4)] == ["whole", "waiting", "short"]
    assert [states[number] for number in (5, 6, 7)] == ["holiday", "holiday", "none"]
    assert states[8] == "whole"  # a Sunday's extra
    assert [states[number] for number in (9, 13, 14)] == ["missing", "missing", "none"]
    assert states[20] == "missing"
    assert states[23] == "none"  # still to come


def test_an_issue_without_pages_is_missing_all_the_same(paper, days):
    Issue.objects.create(publication=paper, date=date(2026, 11, 9))
    assert days()[9].state == "missing"


def test_a_paper_without_issues_misses_nothing(days):
    assert {day.state for day in days().values()} == {"none"}


def test_holidays_reach_over_the_turn_of_the_year(paper):
    Holiday.objects.create(
        publication=paper, first=date(2026, 12, 30), last=date(2027, 1, 2), name="元旦"
    )
    december = expecting.year_of(paper, 2026, today=TODAY)[11]
    january = expecting.year_of(paper, 2027, today=TODAY)[0]
    assert [day.date.day for day in december.days if day.holiday] == [30, 31]
    assert [day.date.day for day in january.days if day.holiday] == [1, 2]


def test_a_gap_leads_to_the_form_with_its_day(enter, paper):
    page = enter("de").get(f"{CALENDAR}?year=2026").content.decode()
    address = f"/admin/articles/importbatch/add/?publication={paper.pk}&amp;date=2026-11-09"
    assert address in page


def test_who_may_not_send_sees_the_gap_without_the_way(enter, paper):
    page = enter("ao").get(f"{CALENDAR}?year=2026").content.decode()
    assert "gap-missing" in page
    assert "importbatch/add" not in page


def test_an_issue_leads_to_its_pages(enter, paper):
    issue = Issue.objects.get(date="2026-11-02")
    page = enter("ao").get(f"{CALENDAR}?year=2026").content.decode()
    assert f"/admin/articles/page/?issue__id__exact={issue.pk}" in page


def test_a_full_year_asks_no_more_than_an_empty_one(enter, publication):
    browser = enter("de")
    few = queries(browser, f"{CALENDAR}?year=2026")
    for day in range(1, 29):
        issue_on(publication, date(2026, 2, day), 1)
    many = queries(browser, f"{CALENDAR}?year=2026")
    assert len(many) == len(few) <= 12, "\n".join(many)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("year=1", 404),
        ("year=9999", 404),
        ("year=x", 200),
        ("year=99999999999999999999", 200),
        ("publication=x", 200),
        ("publication=999", 404),
        ("year=2", 200),
    ],
)
def test_odd_addresses_are_answered(enter, publication, asked, code):
    assert enter("de").get(f"{CALENDAR}?{asked}").status_code == code


def test_without_a_paper_the_calendar_says_so(enter, cast):
    assert enter("de").get(CALENDAR).status_code == 200


@pytest.mark.parametrize("name", ["rui"])
def test_reporters_do_not_see_it(enter, publication, name):
    assert enter(name).get(CALENDAR).status_code == 302


def test_the_chief_sets_days_pages_and_holidays(enter, publication):
    browser = enter("chen")
    fields = {
        "name": publication.name,
        "time_zone": "Asia/Shanghai",
        "publishing_days": ["5", "1"],
        "usual_pages": "8",
        "sections-TOTAL_FORMS": "0",
        "sections-INITIAL_FORMS": "0",
        "holidays-TOTAL_FORMS": "1",
        "holidays-INITIAL_FORMS": "0",
        "holidays-0-first": "2026-10-01",
        "holidays-0-last": "2026-10-07",
        "holidays-0-name": "国庆",
    }
    response = browser.post(f"/admin/articles/publication/{publication.pk}/change/", fields)
    assert response.status_code == 302, response.context["errors"]
    publication.refresh_from_db()
    assert (publication.publishing_days, publication.usual_pages) == ("15", 8)
    assert publication.holidays.get().name == "国庆"


def test_a_holiday_does_not_end_before_it_begins(enter, publication):
    holiday = Holiday(
        publication=publication, first=date(2026, 1, 2), last=date(2026, 1, 1), name="错"
    )
    with pytest.raises(ValidationError, match="最后一天"):
        holiday.full_clean()

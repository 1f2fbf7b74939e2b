"""Which issues and pages of a paper should be there, and which of them are."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Count, Min, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Issue


class DayState(models.TextChoices):
    """How a day stands. A day before the paper's first issue here, or after today, is none."""

    WHOLE = "whole", _("All there")
    WAITING = "waiting", _("Pages wait to be imported")
    SHORT = "short", _("Fewer pages than usual")
    MISSING = "missing", _("Missing")
    HOLIDAY = "holiday", _("Holiday")
    NONE = "none", _("No issue expected")


@dataclass(frozen=True)
class ExpectedDay:
    date: date
    state: DayState
    pages: int = 0
    imported: int = 0
    issue: int | None = None
    holiday: str = ""


@dataclass(frozen=True)
class ExpectedMonth:
    """`weeks` holds seven places each, Monday first; a place outside the month is None."""

    first: date
    weeks: tuple[tuple[ExpectedDay | None, ...], ...]

    @property
    def days(self):
        return [day for week in self.weeks for day in week if day]

    @property
    def missing(self):
        return sum(day.state == DayState.MISSING for day in self.days)

    @property
    def weekdays(self):
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + timedelta(days=count) for count in range(7)]


def first_day(publication):
    """The day of the earliest issue here, or None."""
    return publication.issues.aggregate(first=Min("date"))["first"]


def year_of(publication, year: int, *, today: date) -> list[ExpectedMonth]:
    """The twelve months of a year, in three queries."""
    known = {issue.date: issue for issue in _issues(publication, year)}
    off = publication.holidays.by_day(date(year, 1, 1), date(year, 12, 31))
    begin = first_day(publication)

    def look(day):
        expected = begin is not None and begin <= day <= today and publication.comes_out_on(day)
        return _day(day, known.get(day), off.get(day, ""), publication.usual_pages, expected)

    return [_month(date(year, month, 1), look) for month in range(1, 13)]


def _issues(publication, year):
    imported = Count("pages", filter=Q(pages__imported_at__isnull=False))
    return Issue.objects.filter(publication=publication, date__year=year).annotate(
        page_count=Count("pages"), imported_count=imported
    )


def _month(first, look):
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return ExpectedMonth(
        first,
        tuple(
            tuple(look(day) if day.month == first.month else None for day in week) for week in weeks
        ),
    )


def _day(day, issue, holiday, usual, expected):
    if issue is not None and issue.page_count:
        return ExpectedDay(
            day,
            _state_of(issue, usual),
            pages=issue.page_count,
            imported=issue.imported_count,
            issue=issue.pk,
            holiday=holiday,
        )
    if holiday:
        return ExpectedDay(day, DayState.HOLIDAY, holiday=holiday)
    return ExpectedDay(day, DayState.MISSING if expected else DayState.NONE)


def _state_of(issue, usual):
    if usual and issue.page_count < usual:
        return DayState.SHORT
    return DayState.WHOLE if issue.imported_count == issue.page_count else DayState.WAITING

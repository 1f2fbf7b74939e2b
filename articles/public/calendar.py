"""A year of a paper as month sheets, Monday first, on which only published days are links."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Day:
    """`pause` is the occasion for which the paper did not come out, where one is named."""

    date: date
    has_issue: bool
    is_pause: bool = False
    pause: str = ""


@dataclass(frozen=True)
class Month:
    """`weeks` holds seven places each; a place outside the month is None."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def weekdays(self):
        """A Monday to Sunday, for the heads of the columns."""
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + timedelta(days=count) for count in range(7)]


def months_of(dates, *, pauses=()):
    """The months in which a paper came out, newest first, and the days on which it paused."""
    published = frozenset(dates)
    paused = {day: pause.name for pause in pauses for day in pause.days}
    months = sorted({day.replace(day=1) for day in published}, reverse=True)
    return [Month(first, tuple(_weeks(first, published, paused))) for first in months]


def _weeks(first, published, paused):
    for week in Calendar().monthdatescalendar(first.year, first.month):
        yield tuple(
            Day(day, day in published, day in paused, paused.get(day, ""))
            if day.month == first.month
            else None
            for day in week
        )

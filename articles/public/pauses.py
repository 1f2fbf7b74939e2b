"""Days of a paper's week on which readers find no issue between two that they do find: 休刊."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby


@dataclass(frozen=True)
class Pause:
    """Days of issue in a row; `name` is the occasion where the paper has named it."""

    days: tuple[date, ...]
    name: str

    @property
    def first(self):
        return self.days[0]

    @property
    def last(self):
        return self.days[-1]


def pauses_between(paper, before, after):
    """The pauses after the issue of one day and before that of another; None is no issue."""
    if before is None or after is None:
        return []
    days = [day for day in _days_between(before, after) if paper.comes_out_on(day)]
    names = holiday_names(paper, before, after) if days else {}
    runs = groupby(days, lambda day: names.get(day, ""))
    return [Pause(tuple(run), name) for name, run in runs]


def pauses_in(paper, issues):
    """The pauses between those days of issue, given in order."""
    if not issues:
        return []
    published = frozenset(issues)
    days = [
        day
        for day in _days_between(issues[0], issues[-1])
        if day not in published and paper.comes_out_on(day)
    ]
    names = holiday_names(paper, issues[0], issues[-1]) if days else {}
    return [Pause((day,), names.get(day, "")) for day in days]


def holiday_names(paper, begin, end):
    """{day: occasion} of the paper's holidays from one day to another."""
    names = {}
    for holiday in paper.holidays.filter(first__lte=end, last__gte=begin):
        first, last = max(holiday.first, begin), min(holiday.last, end)
        for count in range((last - first).days + 1):
            names[first + timedelta(days=count)] = holiday.name
    return names


def _days_between(before, after):
    return (before + timedelta(days=count) for count in range(1, (after - before).days))

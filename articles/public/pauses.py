"""Days of a paper's week on which readers find no issue between two that they do find: 休刊."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from articles.models.holiday import occasions


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


def pauses_around(paper, before, day, after, holidays=()):
    """The pauses before and after the issue of a day, up to its neighbours; None is no issue."""
    sides = [_expected(paper, *side) for side in ((before, day), (day, after))]
    names = occasions(holidays, before or day, after or day)
    runs = [groupby(days, lambda each: names.get(each, "")) for days in sides]
    return [[Pause(tuple(run), name) for name, run in side] for side in runs]


def pauses_in(paper, issues):
    """The pauses between those days of issue, given in order."""
    if not issues:
        return []
    published = frozenset(issues)
    days = [day for day in _expected(paper, issues[0], issues[-1]) if day not in published]
    names = paper.holidays.by_day(issues[0], issues[-1]) if days else {}
    return [Pause((day,), names.get(day, "")) for day in days]


def _expected(paper, before, after):
    """The days between two issues that the paper's week has."""
    if before is None or after is None:
        return []
    return [day for day in _days_between(before, after) if paper.comes_out_on(day)]


def _days_between(before, after):
    return (before + timedelta(days=count) for count in range(1, (after - before).days))

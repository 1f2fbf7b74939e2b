"""Spans of days as a calendar has them: from first to last, and how exactly they are known."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How exactly the words name a time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    OPEN = "open"


class Note(StrEnum):
    """What a reader of the resolved dates must know besides; "" when there is nothing."""

    NONE = ""
    YEAR_INFERRED = "year_inferred"  # the text names no year
    FROM_TEXT = "from_text"  # 当天: counted from the day that the text named before
    VAGUE = "vague"  # 近日 names no day and gets none
    QUOTED = "quoted"  # 今天 in somebody's mouth: the day of speaking is not known
    UNANCHORED = "unanchored"  # 当天, but the text has named no day
    LUNAR = "lunar"  # 农历, movable feasts: by the lunar calendar, or no day known
    SEASON = "season"  # a season has no exact ends
    IMPOSSIBLE = "impossible"  # 2月30日
    WEEKDAY_WRONG = "weekday_wrong"  # 11月18日（星期四） that was a Wednesday


@dataclass(frozen=True, slots=True)
class Span:
    """A resolved time; `year_printed` says that the text itself names the year."""

    first: date | None
    last: date | None
    precision: Precision
    note: Note = Note.NONE
    year_printed: bool = False


OPEN = Span(None, None, Precision.OPEN)


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of(
    year: int,
    month: int,
    days: Sequence[int],
    note: Note = Note.NONE,
    year_printed: bool = False,
) -> Span:
    """3月5日, or 3月5、6日; days that the month does not have make it impossible."""
    found = [day_or_none(year, month, day) for day in days]
    if None in found:
        return replace(OPEN, note=Note.IMPOSSIBLE)
    return Span(min(found), max(found), Precision.DAY, note, year_printed)


def days_from(base: date, steps: int, note: Note = Note.NONE) -> Span:
    day = base + timedelta(steps)
    return Span(day, day, Precision.DAY, note)


def months_of(
    year: int, first: int, last: int, precision: Precision, note: Note = Note.NONE
) -> Span:
    return Span(date(year, first, 1), month_end(year, last), precision, note)


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def third_of(year: int, month: int, part: str) -> tuple[date, date]:
    """初, 中旬, 底: a third of the month; "" is the whole of it."""
    end = month_end(year, month)
    if part in ("初", "上旬"):
        return date(year, month, 1), date(year, month, 10)
    if part == "上中旬":
        return date(year, month, 1), date(year, month, 20)
    if part == "中下旬":
        return date(year, month, 11), end
    if part == "中旬":
        return date(year, month, 11), date(year, month, 20)
    return date(year, month, 21 if part else 1), end


def steps_from(year: int, month: int, steps: int) -> tuple[int, int]:
    """The month so many months away, with its year."""
    months = year * 12 + month - 1 + steps
    return months // 12, months % 12 + 1


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text` stands at [start:end]; `first` and `last` are inclusive, None means open there."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: Precision
    note: Note = Note.NONE


def in_year(period: DateMention, year: int) -> Span:
    """去年同期: the same months or days of another year."""
    ends = [date(year, day.month, 1) for day in (period.first, period.last)]
    first, last = (
        end.replace(day=min(day.day, monthrange(year, day.month)[1]))
        for end, day in zip(ends, (period.first, period.last), strict=True)
    )
    if period.last == month_end(period.last.year, period.last.month):
        last = month_end(year, last.month)
    return Span(first, last, period.precision, Note.FROM_TEXT)


def joined(one: DateMention, other: DateMention, text: str) -> DateMention:
    """Two ends of a span as one mention."""
    note = one.note if other.note is Note.YEAR_INFERRED else one.note or other.note
    return DateMention(
        start=one.start,
        end=other.end,
        text=text[one.start : other.end],
        first=one.first,
        last=_end_of_span(one.first, other),
        precision=max(one.precision, other.precision, key=list(Precision).index),
        note=note,
    )


def _end_of_span(first: date | None, other: DateMention) -> date | None:
    """A span ends after it begins: 28日至5日 in the next month, 12月至次年1月 in the next year.

    None, which is open, where the text says otherwise.
    """
    last = other.last
    if first is None or last is None or last >= first:
        return last
    if other.precision is Precision.DAY and "月" not in other.text:
        months = [steps_from(first.year, first.month, steps) for steps in (0, 1)]
        later = [day_or_none(*month, last.day) for month in months]
    elif other.note is Note.YEAR_INFERRED:
        later = [day_or_none(first.year + years, last.month, last.day) for years in (0, 1)]
    else:
        later = []
    return next((day for day in later if day is not None and day >= first), None)

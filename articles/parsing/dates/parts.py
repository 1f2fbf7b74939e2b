"""Numbers and parts of years out of what the grammar of dates has found."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from articles.parsing.dates.grammar import number_of
from articles.parsing.dates.spans import Note, Precision, Span, days_from, months_of, steps_from

# What a newspaper may tell of; other four digits before 年 are an age or a number.
YEARS = range(1500, 2200)
WEEKDAYS = {**{day: place for place, day in enumerate("一二三四五六日")}, "天": 6}
FIRST_PLAN = 2006  # the first year of 十一五
OF_FIVE = {"开": (0, 0), "初": (0, 0), "收": (4, 4), "末": (4, 4)}
OF_TEN = {"初": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9)}


def days_in(first: str | None, more: str | None) -> list[int]:
    """The days of 5、6日; none when there is no first."""
    return [number_of(first), *map(int, re.findall(r"\d+", more or ""))] if first else []


def part_of_year(parts: Mapping[str, str]) -> tuple[int, int, Precision]:
    """First and last month."""
    if "half" in parts:
        return (1, 6, Precision.HALF) if parts["half"] == "上" else (7, 12, Precision.HALF)
    if "quarter" in parts:
        quarter = number_of(parts["quarter"])
        return quarter * 3 - 2, quarter * 3, Precision.QUARTER
    if "quarters" in parts:
        return 1, number_of(parts["quarters"]) * 3, Precision.QUARTER
    return 1, number_of(parts["count"]), Precision.MONTH


def week_of(parts: Mapping[str, str], told: date) -> Span:
    """上周, 本周五, 下周末"""
    monday = told - timedelta(told.weekday())
    monday += timedelta({"上": -7, "下": 7}.get(parts["which"], 0))
    day = parts.get("weekday")
    if day is None:
        return Span(monday, monday + timedelta(6), Precision.WEEK)
    if day == "末":
        return Span(monday + timedelta(5), monday + timedelta(6), Precision.DAY)
    return days_from(monday, WEEKDAYS[day])


def quarter_near(which: str, told: date) -> Span:
    """本季度, 上季度, 下季度"""
    opens = told.month - (told.month - 1) % 3
    year, first = steps_from(told.year, opens, {"上": -3, "下": 3}.get(which, 0))
    return months_of(year, first, first + 2, Precision.QUARTER)


def years_of(parts: Mapping[str, str]) -> Span | None:
    """2021—2024年"""
    first, last = int(parts["from_year"]), int(parts["to_year"])
    return _years(first, (0, last - first)) if first <= last else None


def plan_of(parts: Mapping[str, str]) -> Span:
    """A five-year plan, or its first or last year."""
    number = number_of(parts.get("plan") or parts["bare_plan"])
    first = FIRST_PLAN + 5 * (number - 1)
    part = parts.get("plan_part") or parts.get("bare_plan_part") or " "
    return _years(first, OF_FIVE.get(part[0], (0, 4)))


def decade_of(parts: Mapping[str, str], told: date) -> Span | None:
    if full := parts.get("full_decade"):
        return _years(int(full), (0, 9))
    century, note = _century(parts.get("century"), told.year)
    tens = parts.get("decade") or parts["bare_decade"]
    first = century + number_of(tens)
    if first not in YEARS:
        return None
    part = parts.get("decade_part") or parts.get("bare_decade_part") or " "
    return _years(first, OF_TEN.get(part[0], (0, 9)), note)


def _years(first: int, part: tuple[int, int], note: Note = Note.NONE) -> Span:
    begins, ends = first + part[0], first + part[1]
    return Span(date(begins, 1, 1), date(ends, 12, 31), Precision.YEAR, note)


def _century(word: str | None, year: int) -> tuple[int, Note]:
    """Its first year; 90年代 alone is of the last century."""
    present = year // 100 * 100
    if word is None:
        return 1900, Note.YEAR_INFERRED
    if word[0] in "上本":
        return present - 100 * (word[0] == "上"), Note.NONE
    return (number_of(word) - 1) * 100, Note.NONE

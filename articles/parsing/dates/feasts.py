"""Feasts and the lunar calendar as days: 农历八月十五, 春节, 清明节."""

from collections.abc import Mapping
from datetime import date

from borax.calendars.lunardate import InvalidLunarDateError, LunarDate, TermUtils

from articles.parsing.dates.grammar import number_of
from articles.parsing.dates.spans import day_or_none

FIXED = {
    "元旦": (1, 1),
    "妇女": (3, 8),
    "三八": (3, 8),
    "五四": (5, 4),
    "七一": (7, 1),
    "建党": (7, 1),
    "八一": (8, 1),
    "建军": (8, 1),
    "植树": (3, 12),
    "五一": (5, 1),
    "劳动": (5, 1),
    "六一": (6, 1),
    "儿童": (6, 1),
    "教师": (9, 10),
    "国庆": (10, 1),
    "十一": (10, 1),
}
EVE = 0  # the last day of a month
MOVING = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
    "除夕": (12, EVE),
}
CLEAR = "清明"
KNOWN = range(1900, 2101)  # years of the library's tables
MONTHS = {"正": 1, "冬": 11, "腊": 12}


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of a lunar year's month; None where the calendar or the month ends before."""
    try:
        lunar = LunarDate(year, month, day) if day else LunarDate.last_day(year, month)
    except InvalidLunarDateError:
        return None
    return lunar.to_solar_date()


def lunar_day_in(year: int, month: int, day: int) -> date | None:
    """The same in a year of the sun: 腊月 of one is in January or February of the next."""
    days = (lunar_day(lunar, month, day) for lunar in (year - 1, year))
    return next((found for found in days if found is not None and found.year == year), None)


def moves(feast: str) -> bool:
    return feast in MOVING or feast == CLEAR


def feast_in(words: str) -> str:
    """“五一”国际劳动节 → 五一; the word by which the tables know it."""
    return next(feast for feast in (*FIXED, *MOVING, CLEAR) if feast in words)


def feast_day(feast: str, year: int) -> date | None:
    """The day of a feast by the word of the tables."""
    if feast == CLEAR:
        return TermUtils.nth_term_day(year, term_name=CLEAR) if year in KNOWN else None
    if feast in FIXED:
        return day_or_none(year, *FIXED[feast])
    return lunar_day_in(year, *MOVING[feast]) if feast in MOVING else None


def lunar_numbers(parts: Mapping[str, str]) -> tuple[int, int | None]:
    """Month and day of 腊月二十三, 大年初一, 大年三十; no day where only a month is named."""
    if word := parts.get("new_year"):
        return (12, EVE) if word == "三十" else (1, number_of(word.removeprefix("初")))
    month = parts.get("called_month") or parts.get("lunar_month") or parts["bare_month"]
    day = parts.get("called_day") or parts.get("lunar_day")
    return (
        MONTHS.get(month) or number_of(month),
        number_of(day.removeprefix("初")) if day else None,
    )

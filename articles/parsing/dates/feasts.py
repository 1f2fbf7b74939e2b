"""Feasts and the lunar calendar from 1949 to 2050: 农历八月十五, 春节, 清明节 as days."""

from collections.abc import Mapping
from datetime import date, timedelta

from articles.parsing.dates.grammar import number_of
from articles.parsing.dates.spans import day_or_none

FIRST_YEAR = 1949
# A year each: how many days after 20 January it begins, its leap month (four bits), and, from
# the lowest bit on, which of its months have 30 days. From a table and by astronomy: the two
# differ in a month of 1954 and one of 1978, which are as the almanacs of the time have them.
YEARS = tuple(
    int(code, 16)
    for code in """
12f52d 380536 220aad eb5aa 3205b2 1c0da5 87d4a 2e0d4a 170a95 3a0a97 260556 10cab5 340ad5
2006d2 a8ea5 300ea5 1a064a 26c97 280a9b 14f55a 38056a 220b69 eb752 340b52 1c0b25 6964b
2c0a4b 1714ab 3a02ad 24056d 10cb69 360da9 200d92 a9d25 300d25 1b5a4d 3e0a56 2802b6 12c5b5
3806d5 220ea9 ebe92 340e92 1e0d26 66a56 2a0a57 1714d6 3c035a 2406d5 10b6c9 360749 200693
8952b 2e052b 180a5b 4555a 28056a 12fb55 3a0ba4 240b49 cba93 320a95 1c052d 68aad 2a0ab5
1735aa 3c05d2 260da5 10dd4a 360d4a 200c95 a952e 2e0556 180ab5 455b2 2a06d2 12cea5 380725
22064b cac97 300cab 1c055a 66ad6 2c0b69 177752 3c0b52 260b25 10da4b 340a4b 1e04ab 8a55b
2e05ad 180b6a 45b52 2a0d92 14fd25 380d25 220a55 cb4ad 3204b6 1a05b5 66daa
""".split()
)
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
MONTHS = {"正": 1, "冬": 11, "腊": 12}


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of a lunar year's month; None where the table or the month ends before."""
    if not FIRST_YEAR <= year < FIRST_YEAR + len(YEARS) or not 1 <= month <= 12:
        return None
    code = YEARS[year - FIRST_YEAR]
    leap = code >> 13 & 15
    place = month - 1 + (0 < leap < month)
    lengths = [29 + (code >> k & 1) for k in range(13)]
    if day > lengths[place]:
        return None
    first = date(year, 1, 20) + timedelta((code >> 17) + sum(lengths[:place]))
    return first + timedelta((day or lengths[place]) - 1)


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
        # Where the sun is at 15°; these numbers hold from 1901 to 2099.
        of_century = year % 100
        base = 4.81 if year >= 2000 else 5.59
        return day_or_none(year, 4, int(of_century * 0.2422 + base) - of_century // 4)
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

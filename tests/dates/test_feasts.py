"""Lunar days and movable feasts, and what a year or a period before a date means."""

from datetime import date

import pytest

from articles.parsing.dates.checks import contradictions
from articles.parsing.dates.feasts import feast_day, lunar_day
from articles.parsing.dates.mentions import mentions

# As the almanacs of those years have them.
KNOWN = """
1949 | 春节 | 1949-01-29
1976 | 中秋 | 1976-09-08
1978 | 中秋 | 1978-09-17
1985 | 春节 | 1985-02-20
1998 | 端午 | 1998-05-30
2001 | 清明 | 2001-04-05
2008 | 清明 | 2008-04-04
2012 | 除夕 | 2012-01-22
2020 | 中秋 | 2020-10-01
2023 | 元宵 | 2023-02-05
2025 | 除夕 | 2025-01-28
2025 | 重阳 | 2025-10-29
2026 | 腊八 | 2026-01-26
2033 | 中秋 | 2033-09-08
"""


@pytest.mark.parametrize("row", KNOWN.strip().splitlines())
def test_a_feast_falls_on_the_day_of_the_almanac(row):
    year, feast, day = (cell.strip() for cell in row.split("|"))
    assert feast_day(feast, int(year)) == date.fromisoformat(day)


def test_beyond_the_table_there_is_no_lunar_day():
    assert lunar_day(1899, 1, 1) is None
    assert lunar_day(2101, 12, 0) is None
    assert lunar_day(2026, 1, 31) is None
    assert feast_day("清明", 1899) is feast_day("清明", 2101) is None
    (found,) = mentions("1850年中秋节，全县。", date(2026, 4, 20))
    assert (found.first, found.note) == (None, "lunar")


# Issue | text | what is found, first, last
TOLD = """
2026-01-03 | 2月16日为除夕 | 2月16日 2026-02-16 2026-02-16, 除夕 2026-02-16 2026-02-16
2026-01-03 | 去年腊月二十三，小年 | 去年腊月二十三 2026-02-10 2026-02-10
2026-08-12 | 拍卖时间：2026年9月2日 | 2026年9月2日 2026-09-02 2026-09-02
2026-08-12 | 展示时间：8月28日至29日 | 8月28日至29日 2026-08-28 2026-08-29
2024-03-01 | 去年6月至今年1月 | 去年6月至今年1月 2023-06-01 2024-01-31
2025-07-15 | 上半年产量是去年同期的1.8倍 | 上半年 2025-01-01 2025-06-30, 去年 2024-01-01 2024-06-30
2026-04-20 | 3月达28天，比去年同期多 | 3月 2026-03-01 2026-03-31, 去年 2025-03-01 2025-03-31
2025-10-10 | 国庆期间，警力 | 国庆 2025-10-01 –
2025-12-30 | 1月10日，摄影展将开展 | 1月10日 2026-01-10 2026-01-10
2025-12-30 | 腊月十一，宜出行 | 腊月十一 2026-01-29 2026-01-29
2026-04-20 | 去年总产31亿斤，比上年增长 | 去年 2025-01-01 2025-12-31, 上年 2024-01-01 2024-12-31
2026-05-18 | 19日白天阴转小雨 | 19日 2026-05-19 2026-05-19
2025-12-30 | 去年冬至那天 | 去年 2024-01-01 2024-12-31
"""


@pytest.mark.parametrize("row", TOLD.strip().splitlines())
def test_a_date_is_told_by_what_stands_before_it(row):
    issue, text, expected = (cell.strip() for cell in row.split("|"))
    found = mentions(text, date.fromisoformat(issue))
    told = [(mention.text, iso(mention.first), iso(mention.last)) for mention in found]
    assert told == [tuple(cells.split()) for cells in expected.split(",")]


def iso(day):
    return day.isoformat() if day else "–"


NAMED_AFTER = """
他辞去年薪40万元的工作
八月瓜挂满枝头
一月亭旁的两口老井
《十月》杂志刊发了小说
《2026年工作计划》已经公布
"""


@pytest.mark.parametrize("text", NAMED_AFTER.strip().splitlines())
def test_what_is_named_after_a_time_is_no_date(text):
    assert mentions(text, date(2026, 4, 20)) == ()


def test_a_lunar_day_raises_no_doubt_of_its_own():
    text = "正月十五，古镇举行了灯会，现场很热闹。"
    assert contradictions(text, date(2026, 2, 25)) == ()

"""The year that a text gives away: a day of remembrance that is counted, as 第5个国家宪法日."""

import re
from collections.abc import Iterator
from datetime import date

from articles.parsing.dates.grammar import number_of

# In which year each was kept for the first time.
FIRST_KEPT = {
    "全民国家安全教育日": 2016,
    "国家宪法日": 2014,
    "国家扶贫日": 2014,
    "国家公祭日": 2014,
    "烈士纪念日": 2014,
    "教师节": 1985,
    "记者节": 2000,
    "医师节": 2018,
    "农民丰收节": 2018,
    "航天日": 2016,
    "科技工作者日": 2017,
    "品牌日": 2017,
    "人民警察节": 2021,
    "助残日": 1991,
    "土地日": 1991,
    "世界读书日": 1996,
    "世界水日": 1993,
    "世界无烟日": 1988,
    "国际禁毒日": 1988,
}
_NAMES = "|".join(FIRST_KEPT)
COUNTED = re.compile(
    rf"第([0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[个届次](?:全国|中国|国家|国际)?[“]?({_NAMES})"
)
YEAR = re.compile(r"(?:19|20)[0-9]{2}年")


def years_given_away(text: str) -> Iterator[tuple[int, str, int]]:
    """(place, wording, year) for each counted day whose sentence does not print a year itself."""
    for found in COUNTED.finditer(text):
        number = number_of(found[1])
        begin = max(text.rfind(sign, 0, found.start()) for sign in "。！？\n") + 1
        if number and not YEAR.search(text, max(begin, found.start() - 60), found.start()):
            yield found.start(), found[0], FIRST_KEPT[found[2]] + number - 1


def contradicting_years(text: str, issue_date: date) -> Iterator[tuple[int, str]]:
    """(place, wording) where that year is not the issue's.

    In winter the days of the year before, or of the year to come, are still or already news.
    """
    near = {issue_date.year}
    if issue_date.month <= 2:
        near.add(issue_date.year - 1)
    if issue_date.month == 12:
        near.add(issue_date.year + 1)
    for place, wording, year in years_given_away(text):
        if year not in near:
            yield place, wording

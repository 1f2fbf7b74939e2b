"""Dates that cannot be right become doubts, at the line where they stand."""

from datetime import date

import pytest

from articles.parsing import parse_page
from articles.parsing.dates.checks import contradictions, date_doubts, dateline_day
from articles.parsing.dates.mentions import mentions

ISSUE = date(2026, 11, 20)

# Text | what is doubted.
TABLE = """
11月25日，全县秋收总结大会召开。 | date_after_issue 11月25日
12月1日上午，邵明渠走进车间，了解生产情况。 | date_after_issue 12月1日
2027年1月3日，大桥建成通车了。 | date_after_issue 2027年1月3日
11月25日，全县将召开秋收总结大会。 |
大会定于11月25日举行。 |
11月30日前，各村完成登记并召开群众会。 |
12月1日起，新路线启用。 |
预计12月5日竣工。 |
活动时间：11月25日。 |
11月18日，全县秋收总结大会召开。 |
明天，我们召开大会。 |
12月28日，全县大会召开。大家为了明天努力。 | date_after_issue 12月28日
11月18日（星期四），大会召开。 | weekday_wrong 11月18日（星期四）
11月18日（星期三），大会召开。 |
2月30日，大会召开。 | date_impossible 2月30日
4月31日 | date_impossible 4月31日
13月1日 | date_impossible 13月1日
6月30日 |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_contradiction_is_found_and_nothing_else(row):
    text, expected = row
    found = [f"{kind} {mention.text}" for kind, mention in contradictions(text, ISSUE)]
    assert found == ([expected] if expected else [])


PAGE = """本报讯（记者陈一诺）11月18日，岚
汀县青禾坪镇小学新操场启用，六百多
名学生上了第一堂体育课。

校长说，学校添了新跑道，11月2
9日举行了第一场运动会，附近村子的家
长都来了，很热闹。

青禾坪小学新操场启用
"""


def doubts_of(page, issue=ISSUE):
    record = parse_page(page)
    (article,) = record.articles
    text = "\n".join(paragraph.text for paragraph in article.paragraphs)
    found = mentions(text, issue, dateline_day(article, issue))
    return date_doubts(article, text, found, issue, record.lines)


def test_a_doubt_names_the_line_that_the_date_begins_on():
    (doubt,) = doubts_of(PAGE)
    assert (doubt.kind, doubt.line) == ("date_after_issue", 5)
    assert "11月29日" in doubt.message % dict(doubt.params)


def test_a_page_under_the_right_issue_has_no_doubts():
    assert doubts_of(PAGE, date(2026, 12, 1)) == ()


def test_an_issue_entered_too_early_is_noticed():
    kinds = {doubt.kind for doubt in doubts_of(PAGE, date(2026, 11, 10))}
    assert kinds == {"date_after_issue"}


def test_a_wire_story_counts_from_its_dateline():
    record = parse_page(
        "新华社北京11月18日电（记者李明）全国会议今天\n在北京举行，与会代表一致通过决议。\n\n全国会议举行\n"
    )
    assert dateline_day(record.articles[0], ISSUE) == date(2026, 11, 18)

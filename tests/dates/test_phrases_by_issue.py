"""What a phrase means depends on the day of the issue: the table of issue and phrase."""

from datetime import date

import pytest

from articles.parsing import parse_page
from articles.parsing.dates.checks import contradictions, date_doubts
from articles.parsing.dates.mentions import mentions
from articles.parsing.dates.years import contradicting_years

# Issue | phrase | first day | last day | precision | note; – is an end left open.
TABLE = """
2020-04-20 | 4月13日 | 2020-04-13 | 2020-04-13 | day | year_inferred
2026-01-05 | 8月13日 | 2025-08-13 | 2025-08-13 | day | year_inferred
2020-04-20 | 昨日 | 2020-04-19 | 2020-04-19 | day |
2020-03-01 | 昨日 | 2020-02-29 | 2020-02-29 | day |
2026-01-01 | 前天 | 2025-12-30 | 2025-12-30 | day |
2020-04-20 | 大前天 | 2020-04-17 | 2020-04-17 | day |
2020-04-20 | 大后天 | 2020-04-23 | 2020-04-23 | day |
2020-04-20 | 近日 | – | – | open | vague
2020-04-20 | 今年年初以来 | 2020-01-01 | 2020-04-20 | month |
2020-04-20 | 9月底前 | – | 2020-09-30 | month | year_inferred
2026-11-20 | 9月底前 | – | 2026-09-30 | month | year_inferred
2020-04-20 | 去年 | 2019-01-01 | 2019-12-31 | year |
2020-04-20 | 今年上半年 | 2020-01-01 | 2020-06-30 | half |
2020-04-20 | 下半年 | 2020-07-01 | 2020-12-31 | half | year_inferred
2026-01-10 | 下半年 | 2025-07-01 | 2025-12-31 | half | year_inferred
2020-04-20 | 2021年年底 | 2021-12-01 | 2021-12-31 | month |
2020-04-20 | 2019年度 | 2019-01-01 | 2019-12-31 | year |
2020-04-20 | 上周五 | 2020-04-17 | 2020-04-17 | day |
2026-01-01 | 上周五 | 2025-12-26 | 2025-12-26 | day |
2020-04-20 | 本月 | 2020-04-01 | 2020-04-30 | month |
2026-01-05 | 上月 | 2025-12-01 | 2025-12-31 | month |
2020-04-20 | 前三季度 | 2020-01-01 | 2020-09-30 | quarter | year_inferred
2026-01-05 | 前三季度 | 2025-01-01 | 2025-09-30 | quarter | year_inferred
2020-04-20 | 4月中下旬 | 2020-04-11 | 2020-04-30 | month | year_inferred
2020-04-20 | 1月至10月 | 2019-01-01 | 2019-10-31 | month | year_inferred
2026-11-20 | 1月至10月 | 2026-01-01 | 2026-10-31 | month | year_inferred
2020-04-20 | 10月1日至7日 | 2020-10-01 | 2020-10-07 | day | year_inferred
2020-04-20 | 农历三月初三 | 2020-03-26 | 2020-03-26 | day | lunar
2020-04-20 | 大年初一 | 2020-01-25 | 2020-01-25 | day | lunar
2020-04-20 | “十三五” | 2016-01-01 | 2020-12-31 | year |
2026-11-20 | “十四五”期间 | 2021-01-01 | 2025-12-31 | year |
2026-11-20 | “十五五”开局之年 | 2026-01-01 | 2026-12-31 | year |
2026-11-20 | 十四五规划 | 2021-01-01 | 2025-12-31 | year |
2020-04-20 | “十三五”末 | 2020-01-01 | 2020-12-31 | year |
2023-04-20 | “十四五”以来 | 2021-01-01 | 2023-04-20 | year |
2020-04-20 | 上世纪90年代 | 1990-01-01 | 1999-12-31 | year |
2020-04-20 | 20世纪80年代初 | 1980-01-01 | 1982-12-31 | year |
2020-04-20 | 二十世纪五十年代 | 1950-01-01 | 1959-12-31 | year |
2020-04-20 | 70年代 | 1970-01-01 | 1979-12-31 | year | year_inferred
2026-07-02 | “七一” | 2026-07-01 | 2026-07-01 | day | year_inferred
2026-05-08 | 五一 | 2026-05-01 | – | day | season
"""


def rows(table):
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def iso(day):
    return day.isoformat() if day else "–"


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_phrase_is_resolved_against_its_issue(row):
    issue, phrase, first, last, precision, note = row
    # 五一 by itself is no holiday, and may be any number.
    text = f"全县，{phrase}假期，很热闹。" if phrase == "五一" else f"全县，{phrase}，很热闹。"
    (found,) = mentions(text, date.fromisoformat(issue))
    assert (found.text, iso(found.first), iso(found.last)) == (phrase, first, last)
    assert (found.precision, found.note) == (precision, note)


NONE = """
十四五岁的孩子
二十四五个人
国庆70周年文艺晚会
建国七十周年之际，国庆70周年
购置30代设备
第五一组
我家有五一个箱子
"""


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_looks_like_a_feast_or_a_plan_is_left_alone(text):
    assert mentions(text, date(2020, 4, 20)) == ()


def test_a_feast_of_a_printed_year_is_no_season():
    (feast,) = mentions("2020年春节，全县", date(2020, 4, 20))
    assert (feast.text, iso(feast.first), feast.note) == ("2020年春节", "2020-01-25", "lunar")


# Issue | text | what is doubted.
PLANS_AND_PAST = """
2020-04-20 | 项目预计2021年年底建成，4月25日将举行开工仪式。 |
2020-04-20 | 4月25日，开工仪式举行。 | 4月25日
2020-04-20 | 9月底前完成主体工程建设，并通过验收。 |
2020-04-20 | 到2020年12月31日，全部建成投用了才算完成。 |
2020-04-20 | 计划于5月1日开园，届时举办灯展。 |
2020-04-20 | 5月1日，灯展开幕了。 | 5月1日
2020-04-20 | 2020年6月1日起，新规施行。 |
2020-04-20 | 5月10日前报名的，可以参加比赛。 |
2020-04-20 | 5月6日，会议召开，参加会议的有各乡镇负责人。 | 5月6日
2020-12-30 | 2021年1月5日，新桥通车了。 | 2021年1月5日
2020-12-30 | 明年1月5日，新桥将通车。 |
"""


@pytest.mark.parametrize("row", rows(PLANS_AND_PAST), ids=lambda row: row[1])
def test_what_is_told_as_past_is_doubted_and_a_plan_is_not(row):
    issue, text, doubted = row
    found = [mention.text for _kind, mention in contradictions(text, date.fromisoformat(issue))]
    assert found == ([doubted] if doubted else [])


# Issue | text | what tells of another year. P44
EVIDENCE = """
2020-04-20 | 4月15日是第5个全民国家安全教育日。 |
2026-04-20 | 4月15日是第5个全民国家安全教育日。 | 第5个全民国家安全教育日
2019-04-20 | 4月15日是第五个全民国家安全教育日。 | 第五个全民国家安全教育日
2026-04-20 | 2020年4月15日是第5个全民国家安全教育日。 |
2026-09-11 | 第四十二个教师节到来。 |
2026-01-05 | 去冬，第十二个国家宪法日刚过。 |
2025-12-20 | 第十三个国家公祭日将至。 |
2026-11-20 | 第3个桃花节开幕。 |
"""


@pytest.mark.parametrize("row", rows(EVIDENCE), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_counted_day_gives_its_year_away(row):
    issue, text, told = row
    found = [wording for _place, wording in contradicting_years(text, date.fromisoformat(issue))]
    assert found == ([told] if told else [])


SAFETY = """本报讯（记者林知夏）4月15日是第5个全民
国家安全教育日。当天，棠溪县开展主题
宣传活动，发放资料1200份。

棠溪县开展主题宣传活动
"""


def test_an_issue_of_the_wrong_year_is_doubted_at_the_line_that_tells():
    (article,) = parse_page(SAFETY).articles
    lines = parse_page(SAFETY).lines
    text = "\n".join(paragraph.text for paragraph in article.paragraphs)
    found = mentions(text, date(2026, 4, 20))
    (doubt,) = date_doubts(article, text, found, date(2026, 4, 20), lines)
    assert (doubt.kind, doubt.line) == ("year_contradicts_issue", 1)


CUT = """本报讯（记者林知夏）近日，棠溪县投入1
20万元改造水电线路，惠及全县各乡镇4
月份登记的居民，每户平均省下开支2.
5成，还有十二个老旧小区的街巷共800
平方米路面同时得到修整。

棠溪县改造水电线路
"""


def test_a_number_cut_between_digits_is_joined_and_doubted():
    record = parse_page(CUT)
    text = "".join(p.text for p in record.articles[0].paragraphs)
    assert "投入120万元" in text
    doubts = [d for d in record.doubts if d.kind == "number_joined"]
    assert [(d.line, dict(d.params)["text"]) for d in doubts] == [(1, "120")]


@pytest.mark.parametrize("words", ["全县各乡镇4月份", "省下开支2.5成", "共800平方米"])
def test_a_number_cut_before_its_unit_or_at_its_point_is_joined(words):
    assert words in "".join(p.text for p in parse_page(CUT).articles[0].paragraphs)

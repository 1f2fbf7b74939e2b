"""Dates as printed, resolved against the day of the issue: the table of forms."""

from datetime import date

import pytest

from articles.parsing.dates.mentions import mentions

ISSUE = date(2026, 11, 20)  # a Friday

# As printed | first day | last day | precision | note; – is an end left open.
FORMS = """
11月18日 | 2026-11-18 | 2026-11-18 | day | year_inferred
11 月 18 日 | 2026-11-18 | 2026-11-18 | day | year_inferred
１１月１８日 | 2026-11-18 | 2026-11-18 | day | year_inferred
四月十三日 | 2026-04-13 | 2026-04-13 | day | year_inferred
十月三十一日 | 2026-10-31 | 2026-10-31 | day | year_inferred
二〇二六年十一月二十日 | 2026-11-20 | 2026-11-20 | day |
二○二五年九月廿一日 | 2025-09-21 | 2025-09-21 | day |
2026-11-03 | 2026-11-03 | 2026-11-03 | day |
2026.1.3 | 2026-01-03 | 2026-01-03 | day |
2026/11/3 | 2026-11-03 | 2026-11-03 | day |
13日 | 2026-11-13 | 2026-11-13 | day | year_inferred
25日 | 2026-10-25 | 2026-10-25 | day | year_inferred
11月18、19日 | 2026-11-18 | 2026-11-19 | day | year_inferred
11月18日至20日 | 2026-11-18 | 2026-11-20 | day | year_inferred
10月30日—11月2日 | 2026-10-30 | 2026-11-02 | day | year_inferred
10月30日至2日 | 2026-10-30 | 2026-11-02 | day | year_inferred
11月17日（星期二）22时至18日 | 2026-11-17 | 2026-11-18 | day | year_inferred
11月18日（星期三） | 2026-11-18 | 2026-11-18 | day | year_inferred
11月18日星期四 | 2026-11-18 | 2026-11-18 | day | weekday_wrong
今天 | 2026-11-20 | 2026-11-20 | day |
昨日 | 2026-11-19 | 2026-11-19 | day |
前天 | 2026-11-18 | 2026-11-18 | day |
明天 | 2026-11-21 | 2026-11-21 | day |
下周一 | 2026-11-23 | 2026-11-23 | day |
上周五 | 2026-11-13 | 2026-11-13 | day |
上周末 | 2026-11-14 | 2026-11-15 | day |
本周 | 2026-11-16 | 2026-11-22 | week |
上周 | 2026-11-09 | 2026-11-15 | week |
4月 | 2026-04-01 | 2026-04-30 | month | year_inferred
10月份 | 2026-10-01 | 2026-10-31 | month | year_inferred
上月 | 2026-10-01 | 2026-10-31 | month |
上个月 | 2026-10-01 | 2026-10-31 | month |
本月 | 2026-11-01 | 2026-11-30 | month |
上月20日 | 2026-10-20 | 2026-10-20 | day |
本月底 | 2026-11-21 | 2026-11-30 | month |
去年9月 | 2025-09-01 | 2025-09-30 | month |
9月初 | 2026-09-01 | 2026-09-10 | month | year_inferred
9月中旬 | 2026-09-11 | 2026-09-20 | month | year_inferred
7月下旬到9月中旬 | 2026-07-21 | 2026-09-20 | month | year_inferred
1至9月 | 2026-01-01 | 2026-09-30 | month | year_inferred
前10个月 | 2026-01-01 | 2026-10-31 | month | year_inferred
9月底前 | – | 2026-09-30 | month | year_inferred
年底 | 2026-12-01 | 2026-12-31 | month |
年底前 | – | 2026-12-31 | month |
2021年年底 | 2021-12-01 | 2021-12-31 | month |
今年年初以来 | 2026-01-01 | 2026-11-20 | month |
前三季度 | 2026-01-01 | 2026-09-30 | quarter | year_inferred
去年四季度 | 2025-10-01 | 2025-12-31 | quarter |
今年上半年 | 2026-01-01 | 2026-06-30 | half |
今年夏天 | 2026-06-01 | 2026-08-31 | quarter | season
明春 | 2027-03-01 | 2027-05-31 | quarter | season
今冬 | 2026-12-01 | 2027-02-28 | quarter | season
今年 | 2026-01-01 | 2026-12-31 | year |
去年 | 2025-01-01 | 2025-12-31 | year |
前年 | 2024-01-01 | 2024-12-31 | year |
明年 | 2027-01-01 | 2027-12-31 | year |
2019年度 | 2019-01-01 | 2019-12-31 | year |
2019年至2021年 | 2019-01-01 | 2021-12-31 | year |
一九四九年 | 1949-01-01 | 1949-12-31 | year |
今年以来 | 2026-01-01 | 2026-11-20 | year |
1949年至今 | 1949-01-01 | 2026-11-20 | year |
11月16日起 | 2026-11-16 | – | day | year_inferred
国庆节 | 2026-10-01 | 2026-10-01 | day | year_inferred
“五一” | 2026-05-01 | 2026-05-01 | day | year_inferred
近日 | – | – | open | vague
日前 | – | – | open | vague
连日来 | – | – | open | vague
当天 | – | – | open | unanchored
春节 | 2026-02-17 | 2026-02-17 | day | lunar
去年春节 | 2025-01-29 | 2025-01-29 | day | lunar
中秋节 | 2026-09-25 | 2026-09-25 | day | lunar
农历八月十五 | 2026-09-25 | 2026-09-25 | day | lunar
腊月二十三 | 2026-02-10 | 2026-02-10 | day | lunar
三月三 | 2026-04-19 | 2026-04-19 | day | lunar
七月初七 | 2026-08-19 | 2026-08-19 | day | lunar
除夕 | 2026-02-16 | 2026-02-16 | day | lunar
清明节 | 2026-04-05 | 2026-04-05 | day | lunar
2027年元旦 | 2027-01-01 | 2027-01-01 | day |
去年“五一” | 2025-05-01 | 2025-05-01 | day |
正月 | – | – | open | lunar
截至目前 | – | 2026-11-20 | day |
即日起 | 2026-11-20 | – | day |
今明两天 | 2026-11-20 | 2026-11-21 | day |
十年前 | 2016-01-01 | 2016-12-31 | year | year_inferred
上年 | 2025-01-01 | 2025-12-31 | year |
民国二十六年 | 1937-01-01 | 1937-12-31 | year |
2021—2024年 | 2021-01-01 | 2024-12-31 | year |
一至五月 | 2026-01-01 | 2026-05-31 | month | year_inferred
本季度 | 2026-10-01 | 2026-12-31 | quarter |
下季度 | 2027-01-01 | 2027-03-31 | quarter |
1930年代 | 1930-01-01 | 1939-12-31 | year |
今起 | 2026-11-20 | – | day |
十月 | 2026-10-01 | 2026-10-31 | month | year_inferred
2月30日 | – | – | open | impossible
13月5日 | – | – | open | impossible
"""


def rows(table):
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def iso(day):
    return day.isoformat() if day else "–"


@pytest.mark.parametrize("row", rows(FORMS), ids=lambda row: row[0])
def test_a_form_is_found_whole_and_resolved(row):
    printed, first, last, precision, note = row
    (found,) = mentions(f"全县，{printed}，大家都很高兴。", ISSUE)
    assert (found.text, iso(found.first), iso(found.last)) == (printed, first, last)
    assert (found.precision, found.note) == (precision, note)


NO_DATES = """
每年4月15日是全民国家安全教育日
每月1日发放补贴
为期3日的展览
7日内到窗口办理
2000多年的古城
有1200年历史的古桥
亩产1.5日
“6·11”专项行动
7×24小时值守
三个月建成新操场
80后年轻人
不同年龄的孩子
满月酒
文明年货节
临近日落时分
每周一升旗
每周三、周六上午排练
每逢周二和周五，逢集
周一至周五上午开放
逢星期日，休息
第3月
生日前一晚
11号楼
24小时自助
先天后天
"""


@pytest.mark.parametrize("text", NO_DATES.strip().splitlines())
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert mentions(text, ISSUE) == ()


# Text | issue | the dates, as resolved.
IN_CONTEXT = """
4月15日是安全教育日。当天，县里开展宣传，次日总结。 | 2020-04-20 | 04-15 04-15 04-16
县气象台11月18日发布消息，21日夜间至23日将降温。 | 2026-11-20 | 11-18 11-21~11-23
12月28日，全县召开大会。 | 2026-01-05 | 2025-12-28
2023年3月，村里建厂；5月，投产。 | 2026-11-20 | 2023-03-01~2023-03-31 2023-05-01~2023-05-31
大桥去年3月开工。11月8日，大桥合龙。 | 2026-11-20 | 2025-03-01~2025-03-31 11-08
项目计划3月动工。 | 2026-11-20 | 2027-03-01~2027-03-31
工程今年9月底前完成。 | 2020-04-20 | –~09-30
9月底前完成。 | 2020-04-20 | –~09-30
11月25日，县里将召开大会。 | 2026-11-20 | 11-25
2月3日，县里将召开大会。 | 2026-11-20 | 02-03
计划明年3月完工。18日，记者看到塔吊林立。 | 2026-11-20 | 2027-03-01~2027-03-31 11-18
2023年他回乡，当年挣了钱。 | 2026-11-20 | 2023-01-01~2023-12-31 2023-01-01~2023-12-31
12月发病多，次年1月最多，11月次之。 | 2026-11-13 | 12-01~12-31 2027-01-01~2027-01-31 11-01~11-30
周三上午开会。 | 2026-11-20 | 11-18
周三上午将开会。 | 2026-11-20 | 11-25
年底盘点。 | 2026-01-05 | 2025-12-01~2025-12-31
今冬明春 | 2026-01-05 | 2025-12-01~02-28 2027-03-01~2027-05-31
"""


@pytest.mark.parametrize("row", rows(IN_CONTEXT), ids=lambda row: row[0])
def test_the_words_around_a_date_tell_its_year(row):
    text, issue, expected = row
    day = date.fromisoformat(issue)
    found = [
        short(m.first, day) if m.first == m.last else f"{short(m.first, day)}~{short(m.last, day)}"
        for m in mentions(text, day)
    ]
    assert " ".join(found) == expected


def short(day, issue):
    return iso(day).removeprefix(f"{issue.year}-")


def test_a_mention_stands_where_it_says():
    text = "本报讯 近日，岚汀县图书馆11月18日至20日办展，9月底前报名。"
    assert all(text[m.start : m.end] == m.text for m in mentions(text, ISSUE))


def test_a_speaker_says_today_on_a_day_of_his_own():
    said, told = mentions("“今天就能送粮库。”他昨天说。", ISSUE)
    assert (said.first, said.note) == (None, "quoted")
    assert told.first == date(2026, 11, 19)


def test_a_dateline_is_the_today_of_a_wire_story():
    today, day = mentions("会议今天开幕，17日闭幕。", ISSUE, told_on=date(2026, 11, 18))
    assert today.first == date(2026, 11, 18)
    assert day.first == date(2026, 11, 17)


def test_a_leap_day_is_a_day_in_leap_years_alone():
    assert mentions("2024年2月29日", ISSUE)[0].first == date(2024, 2, 29)
    assert mentions("2023年2月29日", ISSUE)[0].note == "impossible"


@pytest.mark.parametrize(
    ("text", "issue", "first", "last"),
    [
        ("7月下旬到9月中旬", date(2000, 8, 1), date(2000, 7, 21), date(2000, 9, 20)),
        ("12月28日至1月3日", date(2026, 7, 1), date(2026, 12, 28), date(2027, 1, 3)),
        ("11月20日—2月5日", date(2026, 5, 28), date(2026, 11, 20), date(2027, 2, 5)),
        ("2021年3月至2020年1月", date(2026, 1, 1), date(2021, 3, 1), None),
    ],
)
def test_a_span_never_ends_before_it_begins(text, issue, first, last):
    (found,) = mentions(text, issue)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("month", range(1, 13))
def test_whatever_the_issue_no_span_runs_backwards(month):
    ends = ["1月3日", "2月", "5日", "9月中旬", "年底", "上半年", "2020年1月", "周五", "三季度"]
    for one in ends:
        for other in ends:
            for found in mentions(f"{one}至{other}", date(2026, month, 15)):
                assert not (found.first and found.last) or found.first <= found.last

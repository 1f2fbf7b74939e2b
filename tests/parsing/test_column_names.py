"""Q9, P28: names of columns, kinds of pieces and talks beside a headline, told by their words."""

import pytest

from articles.parsing.reading.column_names import is_column
from articles.parsing.rules import DEFAULT_RULES
from tests.parsing.columns import OTHER, OTHER_HEAD, column, page, read

SCALES = (
    "菜场门口有一台公平秤，二十年来没有人动过它的砣。卖菜的老人说，秤不哄人，人也别哄秤。"
    "如今扫码付钱，用秤的人少了，老人还是每天把秤擦一遍。"
)
# Rows of a heading, each behind K (kicker), H (headline) or D (deck), over a text.
HEADINGS = {
    "a column of four signs behind one": ("K■街坊小议|H老人和他的“公平秤”", SCALES),
    "a column in brackets": ("K【菜场旁边】|H少一点“缺斤两”", SCALES),
    "a column between dots": ("K·菜场旁边·|H少一点“缺斤两”", SCALES),
    "a column behind a sign": ("K■公平买卖在身边|H老人和他的|H“公平秤”", SCALES),
    "a serial in brackets, with its number": ("K【长篇连载（17）】|H公平秤", SCALES),
    "a column by its last word": ("K街坊小议|H把“缺斤两”变成“足斤两”", SCALES),
    "a warning below a column of four signs": ("K邻里之言|H别让“扫码”难住公平秤", SCALES),
    "a long column": ("K公平买卖万里行|H卖菜老人和他的“良心秤”", SCALES),
    "a day that a piece tells of": (
        "K棠溪卖菜老人的一天|H秤砣上的光阴", "棠溪菜场里，卖菜老人凌晨四点就到，一天只歇两回。",
    ),
    "years that a piece tells of": (
        "K棠溪卖菜老人的三十年|H一杆秤称出人心", "在棠溪菜场，说起卖菜老人，没有人不竖大拇指。",
    ),
    "where something happened": (
        "K在全县菜篮子大会上|H三十二个菜摊签约进社区",
        "昨日，全县菜篮子大会举行，现场签约菜摊32个，年内全部进社区。",
    ),
    "what kind of report it is": (
        "K上半年全县菜价观察|H涨跌为何稳", "上半年，全县菜价涨跌都在一成以内，比去年同期平稳。",
    ),
    "who was asked, in a deck": (
        "H“擦秤和洗脸一样”|D访卖菜老人容止",
        "清晨的菜场里，记者见到容止老人。他说，擦秤和洗脸一样。",
    ),
    "what a meeting put forward": (
        "K全县菜篮子工作会议提出|H年内新建平价菜店十二家",
        "昨日，全县菜篮子工作会议召开。会议提出，年内新建平价菜店12家。",
    ),
    "that something was issued, and what it says": (
        "K我县出台办法|H外地菜农进城可直接摆摊",
        "外地菜农今后进城不用办证了。县里日前出台办法，设摊位120个，外地菜农可直接摆摊。",
    ),
    "what causes the row below": (
        "H寒潮致|H多处菜棚受损", "9日夜间起，北部出现雨雪，造成三百多座菜棚受损。",
    ),
    "so many of whom the row below tells": (
        "K不让一户菜农掉队|H棠溪镇六十名|H菜农有了“带货徒弟”",
        "昨日，棠溪镇的菜农容止收了一个徒弟。截至目前，全镇已有60名菜农有了“带货徒弟”。",
    ),
    "a place and what it solves": (
        "H桂香社区|H巧解菜摊占道难题", "桂香社区没有一赶了之，而是在空地上划出菜摊，占道少了八成。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "text"), HEADINGS.values(), ids=HEADINGS)
def test_the_rows_of_a_heading(rows, text):
    parted = rows.split("|")
    body = column(f"本报讯（记者林知夏）{text}", 16)
    source = page("\n".join(row[1:] for row in parted), body, OTHER_HEAD, OTHER)
    article = read(source)["articles"][0]
    wanted = ["".join(row[1:] for row in parted if row[0] == sign) for sign in "KHD"]
    found = [article[part] or "" for part in ("kicker", "headline", "deck")]
    assert ["".join(x.split()) for x in found] == ["".join(x.split()) for x in wanted]


@pytest.mark.parametrize(
    "text", ["【我市出台十条措施保障冬季菜篮子供应】", "●菜场改造·", "秤不哄人"]
)
def test_no_name_of_a_column(text):
    assert not is_column(text, DEFAULT_RULES)


@pytest.mark.parametrize("named", ["通讯员林知夏", "通讯员林知夏 何田"])
def test_a_correspondent_may_report_behind_the_source(named):
    text = "昨日，棠溪菜场的公平秤换了新砣，卖菜的老人把旧砣收进了木匣。"
    source = page("菜场公平秤换新砣", column(f"本报讯 {named}报道：{text}", 16), OTHER_HEAD, OTHER)
    article = read(source)["articles"][0]
    assert article["correspondents"] == named.removeprefix("通讯员").split()
    assert article["paragraphs"] == [text]

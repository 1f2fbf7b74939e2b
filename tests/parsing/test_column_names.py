"""Q9, P28: names of columns, kinds of pieces and talks beside a headline, told by their words."""

import pytest

from articles.parsing.reading.column_names import is_column
from articles.parsing.rules import DEFAULT_RULES
from tests.parsing.columns import OTHER, OTHER_HEAD, column, page, read
from tests.parsing.tables import rows_of_heading

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
    "months, and what was done in them": (
        "H今年前十月|H全县菜品外销增长12.5%",
        "记者从县商务局获悉，今年前十月，全县菜品外销总额18.6亿元，同比增长12.5%。",
    ),
    "to whom the row below does something": (
        "H雨夜，他把十二名学生|H一个一个背过了河",
        "一场大雨让鸣溪河水猛涨，放学的十二名学生被困在对岸，村民老周把他们背过了河。",
    ),
    "what is inspected on the row below": (
        "H县里三部门联合检查|H校园周边菜品安全",
        "昨日，县市场监管局、教育局、公安局联合对校园周边菜品安全进行检查。",
    ),
    "what a city arranges on the row below": (
        "H市里部署|H“三夏”农机安全",
        "昨日，全市“三夏”农机安全工作会议召开，安排农机检修和安全生产。",
    ),
    "by what somebody is known, and the name": (
        "H“棠溪好人”顾小满|H三十年照顾养母",
        "清晨五点，顾小满起床给养母翻身、擦洗。这样的日子，她过了三十年。",
    ),
    "a first of its kind, cried out": (
        "K全省首例！|H机器人“主刀”摘除肿瘤",
        "近日，市第一医院成功实施机器人摘除肿瘤手术，患者术后恢复良好。",
    ),
    "two slogans of a meeting": (
        "K县委常委会召开会议强调|H扎实推进主题教育|H以实干实绩迎接大会召开",
        "昨日，县委常委会召开会议。会议强调，要扎实推进主题教育，以实干实绩迎接大会召开。",
    ),
    "where the paper has been": (
        "K走进城南旧货市场|H旧物里的新生意",
        "周末的清晨，城南旧货市场已经挤满了人。铜锁、连环画，一件件旧物摆在地上。",
    ),
    "whom the paper asked": (
        "H“把舞台搬到田埂上”|D访县剧团团长庞知夏",
        "一年演出三百场，其中二百八十场在乡下。日前，记者采访了县剧团团长庞知夏。",
    ),
    "what it comes to, in two clauses": (
        "H城南水厂明年六月通水|D日供水能力达五万吨 惠及十二个社区",
        "记者从县住建局获悉，城南水厂正在安装设备，预计明年6月通水，日供水能力达5万吨。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "text"), HEADINGS.values(), ids=HEADINGS)
def test_the_rows_of_a_heading(rows, text):
    found, wanted = rows_of_heading(rows, text)
    assert found == wanted


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

"""What a row's own words and signs cost it as a headline's row."""

import re
from collections.abc import Collection, Sequence

from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import NEVER_FIRST, Row

TOLD = 16  # em; a longer row with a comma tells something
ITEMS = "●◆■▲★◎○◇△▶"
LABEL = re.compile(f"[{ITEMS}]\\s?[{HAN}]{{3,8}}")
ASKED = ("问：", "答：")
UNENDED = ("定于", "将于", "拟于", "已于", "位于", "由于")  # no row of a headline ends so
SET_APART = re.compile(f"[{HAN}]{{3,12}}(?: [{HAN}]{{3,12}}){{1,3}}[？！]?")  # 路更宽 灯更亮
MARKS = frozenset("，。、；！？”）》")
LETTER_SPACED, FEW_SPACED = 1.5, 0.5  # of a row; so much of the narrowest column
PERSONAL = frozenset("你我他她咱您谁")
APART = 2.0  # running text knows no such spaces
CALLS = "啊哦哎唉嗨嘿喂哈呀嗯噢哟对不好是看瞧听你我他她但而"  # a sign may follow such a first word
UNITS = "年月日时点分"
CUT_DAY = re.compile(rf"\d?[{UNITS}]")
COUNTED = "元吨亩人次户个斤公米平千立场处项条名家辆台所座"  # what a number may count
# With which a report goes on, and no headline begins
REPORTING = re.compile(
    "(?:如今|目前|据悉|据了解|据介绍|近年来|此外|同时|随后|下一步)，|截至.{1,9}，|兹[定有因将]"
    r"|记者(?:\d{1,2}月|昨日从|今日从|日前从|近日从|从.{2,14}获悉|了解到)"
)
REPORTED = 2.5
LINK, LINKED = re.compile(r"https?:|www\."), 4.0
SHORT = 0.8  # of a column or of the row below
SET_IN, FAR_SHORT = 2.0, 0.6  # of an indented subhead; of the row below it
# Signs with which a paragraph hardly begins, and that stand often inside one: at most a sixth, and
# a twelfth, as often at its beginning as elsewhere, in 11,342 paragraphs of a national daily
# (January 1998, the corpus of Peking University).
SELDOM_FIRST = frozenset(
    "是年工行部成生主展产济制定合后机用能员好平之将种子品委表代里着都导起活题道持管教共保达司计集先论求质困少风"
    "志别车格式级给支件变争族极果剧条样神央续选标服协视示优流构势营织融究效单头尔己户亿益策供确非才权色责型识知准"
    "易况较则划仅速么段稳款响米港模境功断源士洲亲州须低层贸字销护依满占律均存油份警促健础域远师足边友验装习善届容"
    "挥却态汇票配片岗限岸售器承终措愿帮险班币额担"
)
HARDLY_LAST = frozenset("将把被在为和与及向从给让使的并")  # of a whole headline
HARDLY_FIRST = frozenset(
    "的和了业个家们方理动力者区化月等场得务度心系使增次些术立结技性及点界治义量期队门程间革情局府际收院议育口"
)
SELDOM, HARDLY = 0.6, 1.2
BEGINS, TELLING, COMMAS = 1.0, 1.0, frozenset("，、")
# With which a report begins, below its headline
LEAD = re.compile(
    r"(?:\d{1,2}月\d{1,2}日|[本上]周[一二三四五六日])(?:[上下]午|，|晚|凌晨)"
    r"|(?:近日|日前|昨日|昨天|连日来)，"
    r"|记者(?:\d{1,2}月|[昨今日近]|从)"
)


def word_cost(row: Row, following: Row | None) -> float:
    """1 for plain words; more for what no headline has, less for what only a headline has."""
    text = row.text
    cost = 1.0
    if "。" in text[:-1]:
        cost += 4.0
    if text[-1] in "，、；：,;:":
        asked = following is not None and text[-1] in "：:" and following.text[-1] in "？！?!"
        cost += 3.0 if text[-1] in "：:；;" and not asked else 1.0
    if text.endswith(UNENDED):
        cost += 2.5
    if text[0] in NEVER_FIRST:
        cost += 6.0
    if is_cut_number(text, following):
        cost += 3.0
    if row.indent >= 1.5:
        cost += SET_IN if _is_set_in(row, following) else 4.0
    cost += REPORTED if REPORTING.match(text) else 0.0
    cost += LINKED if LINK.search(text) else 0.0
    if text.startswith(ASKED):
        cost += 4.5
    elif text[0] in ITEMS and _is_label(text, following):
        cost += 0.5
    elif text[0] in ITEMS:
        cost += 1.5 if following is None or following.blank else 4.5
    elif text.startswith("——"):
        cost -= 1.5
    if text[0] in "（(" and "）" not in text and ")" not in text:  # （记者 张三 通讯员 / 李四）
        cost += 5.0
    clauses = min(2, text.count("，", 0, -1))
    cost += (0.0, 0.4, 1.5)[clauses] + (0.8 if clauses and row.width > TOLD else 0.0)
    cost -= APART if " " in text and SET_APART.fullmatch(text) else 0.0
    return cost + (6.0 if row.final and text[0] in "（(" else 0.0)  # （作者单位：…）


def _is_label(text: str, following: Row | None) -> bool:
    """■ 街坊故事 above a headline, and no item of a list."""
    return (
        LABEL.fullmatch(text) is not None and following is not None and following.text[0] != text[0]
    )


def _is_set_in(row: Row, following: Row | None) -> bool:
    """A short row without an end, over a paragraph that is indented as it is: a subhead."""
    if row.strong or following is None or following.indent < 1.5:
        return False
    return row.width <= FAR_SHORT * following.width and COMMAS.isdisjoint(row.text)


def spaced_cost(row: Row, columns: Collection[float]) -> float:
    """Letters are spaced to fill a column, but for those few that would never fill it."""
    if not row.spaced:
        return 0.0
    few = bool(columns) and row.width <= FEW_SPACED * min(columns)
    return -LETTER_SPACED if few else LETTER_SPACED


def ends_a_word(text: str) -> bool:
    """绍，…: a sign stands behind one character, so the row above began its word."""
    return text[1:2] in MARKS and "\u4e00" <= text[0] <= "\u9fff" and text[0] not in CALLS


def is_exclamation(text: str) -> bool:
    """“这条路通了！”: a quotation that stands for itself."""
    return text[0] == "“" and text.endswith(("！”", "？”")) and text.count("“") == 1


def cries(row: Row, columns: Sequence[float]) -> bool:
    """“黑校车”，停！ or a question, far shorter than its column, that nobody in the text asks."""
    plain = "。" not in row.text and not row.text.startswith(ASKED)
    return plain and row.text[-1] in "！？" and row.width <= SHORT * columns[-1]


def is_quotation(text: str) -> bool:
    """“这条路盼了三十年……”: what somebody said, whole, and nothing else."""
    return text[0] == "“" and text[-1] == "”" and text.count("“") == 1 and "。" not in text


def is_plain_question(text: str) -> bool:
    """原因在哪里？: nobody in the text says or asks it."""
    return text[-1] == "？" and text[:-1].isalnum() and not PERSONAL.intersection(text)


def speaks(row: Row) -> bool:
    """请允许我借贵报一角，向他说声谢谢！: a long row in which the writer speaks, as he ends."""
    return row.width >= TOLD and "，" in row.text and not PERSONAL.isdisjoint(row.text)


def is_cut_number(text: str, following: Row | None) -> bool:
    """Whether a number goes on in the next row: 11月2 / 9日, 31 / 个村, 5万 / 元."""
    if following is None:
        return False
    if text[-1].isdigit():
        counted = COUNTED if "，" in text else ""
        return following.text[0] in f"0123456789.%{UNITS}{counted}"
    if text[-1] in "年月" and text[-2:-1].isdigit():  # 2027年3月 / 31日
        return following.text[0].isdigit()
    return text[-1] in "万亿" and text[-2:-1].isdigit() and following.text[0] in COUNTED


def is_cut_day(text: str, below: Sequence[Row]) -> bool:
    """（记者 张三）6 above 月29日, or 1 above 1月3日: a number of the text, and no desk's mark."""
    return bool(below) and text[-1].isdigit() and CUT_DAY.match(below[0].text) is not None


def report_gain(above: Row, row: Row) -> float:
    """记者从市气象局获悉 below a row that ends in no comma: a report begins."""
    begins = above.text[-1] not in "，、；：" and LEAD.match(row.text) is not None
    return BEGINS if begins else 0.0


def first_cost(text: str) -> float:
    """Of a paragraph that would begin with these words."""
    return HARDLY if text[0] in HARDLY_FIRST else SELDOM if text[0] in SELDOM_FIRST else 0.0


def telling_cost(row: Row) -> float:
    """Of a row as wide as a paragraph's first that holds a mark, as few subheads do."""
    return TELLING if row.text[0] != "“" and not COMMAS.isdisjoint(row.text[:-1]) else 0.0

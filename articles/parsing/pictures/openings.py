"""How captions begin, and how text does that goes on below a photo."""

import re
from itertools import pairwise

from articles.parsing.pictures.unsigned import MARKERS
from articles.parsing.typography.head_words import HARDLY_FIRST, ends_a_word
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.bylines import BOTH

# How captions begin: a day, or a word that points to a picture.
OPENING_WORD = re.compile(
    r"\d{1,4}年|\d{1,2}月\d|近日|日前|昨日|昨天|今天|当日|连日来|近年来|近期|眼下|时下|自\d"
    r"|[初盛仲炎隆严深金暖寒入立][春夏秋冬]|炎炎夏日|春节|国庆|清晨|傍晚|夜幕|入夜|华灯|黄昏|晨曦"
    r"|图为|图[①②③一二三1-9]|[上下左右]图|[▲▶◀▼]|资料图|图说"
)
# How paragraphs begin, and captions never.
TEXT_WORD = re.compile(
    "据(?:了解|悉|介绍|统计)|(?:截至)?目前，|下一步，|记者|此外|同时|另外|其中|随后|对此|因此|会议(?!现场)|会上|但|而"
)
DAY = re.compile(r"\d{1,2}月\d{1,2}日")
SECOND_PICTURE = re.compile(r"图[②-⑳二三四五六2-9]")
PICTURE_WORD = re.compile(r"图为|图[①②③一二三1-9]|[上下左右]图|[▲▶◀▼]")
PERSON = re.compile("（(?:[前后]排)?[左右中](?:[一二三四五六七八九]|起)?）")  # 张三（左二）
# A caption that names nobody says where its picture stands, or what it shows.
POINTING = re.compile(
    rf"{PERSON.pattern}|(?:^|[。；])图为|^(?:图[①②③]|[上下左右]图[为：:，]|[{MARKERS}][^\d])|^[{MARKERS}]\d+月"
)
FIGURES = re.compile(r"\d\s+\d[\d.,%]*$")  # 黄瓜 2.00 1.80 2.28
MARKS = re.compile("[，。；]")
FEW_ABOVE = 8  # rows of the text above
ONE_COLUMN, INDENTED = 1.1, 2.9  # em by which rows of a column are wider, or less wide


def resumes(rows: list[Row], after: int) -> bool:
    """Whether the text under the photo goes on in mid-paragraph: its first row is a full one."""
    if after + 1 >= len(rows) or rows[after].kind is not Kind.TEXT:
        return False
    row, following = rows[after], rows[after + 1]
    inside = abs(row.width - following.width) <= 1.0 and following.kind is Kind.TEXT
    told = MARKS.search(row.text) or MARKS.search(following.text)
    return bool(inside and told) and not row.indent and not OPENING_WORD.match(row.text)


def is_inside(below: list[Row]) -> bool:
    """Whether the row under the photo begins with what no paragraph does: 了个外乡来的学徒…"""
    row = below[0] if below else None
    text = row is not None and row.kind is Kind.TEXT and not row.indent
    return text and (row.text[0] in HARDLY_FIRST or ends_a_word(row.text))


def sign_text(rows: list[Row], start: int, credit: range, *, parted: bool) -> bool:
    """据了解，…。（记者 张三 摄影报道）: who told a story took its pictures, and captions none.

    A story it is by its words, or where another paragraph of the same column ends right above.
    The bracket may have found no room in the last row. `parted`: whether blank lines stand
    between the page's paragraphs.
    """
    if not BOTH.search("".join([rows[place].text for place in credit])):
        return False
    inline, stop = rows[credit.start].inline, credit.start
    story = inline and TEXT_WORD.match(rows[start].text)
    if not story and not _is_further(rows, start, stop + inline, parted):
        return False
    if not inline and (rows[stop].text[0] != "（" or _has_room(rows[start:stop])):
        return False
    for place in credit:
        row = rows[place]
        row.kind, row.inline, row.goes_on = Kind.TEXT, False, False
        row.strong = row.final = row.signed = place == credit[-1]
    return True


def counts_figures(rows: list[Row], credit: range) -> bool:
    """（省价格监测中心提供） below figures: who counted them took no picture."""
    above, given = rows[credit.start - 1], rows[credit.start : credit.stop]
    if given[0].inline or not credit.start or not FIGURES.search(above.text):
        return False
    if not "".join([row.text for row in given]).rstrip("）)").endswith("提供"):
        return False
    for row in given:
        row.kind = Kind.LIST
    return True


def _is_further(rows: list[Row], start: int, stop: int, parted: bool) -> bool:
    """Whether rows start..stop are the next paragraph of the text above them."""
    above = rows[max(0, start - FEW_ABOVE) : start]
    texts = len(above) > 1 and all(row.kind is Kind.TEXT and not row.final for row in above[-2:])
    if not texts or not above[-1].strong:
        return False
    told = parted or any(below.blank and row.strong for row, below in pairwise(above))
    if rows[start].blank and not told:
        return False
    column = max([row.width for row in above if row.kind is Kind.TEXT])
    room = column - max([row.width for row in rows[start:stop]])
    return -ONE_COLUMN <= room <= INDENTED


def _has_room(rows: list[Row]) -> bool:
    """Whether the last row is shorter than the others by a sign and more."""
    return rows[-1].width <= max([row.width for row in rows]) - ONE_COLUMN

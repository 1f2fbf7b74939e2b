"""Lines → rows: the pieces that a tool tore apart joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.parsing.typography.lines import HAN, LEAST_TWICE, is_spaced
from articles.records import Line

# A gap at a quote or bracket only fills the narrow sign to its full em.
OPEN_SPACE = re.compile(r" (?<![“”‘’（）《》] )(?![“”‘’（）《》])")
STRONG_ENDS = frozenset("。！？!?")
FULL_STOP = re.compile(r"(?<![A-Z])[a-z0-9)%]{2}\.$")  # not that of Mr. or of J. R.
ANNOUNCING = ("如下：", "如下:")  # with which a paragraph ends above a list
CLOSERS = frozenset('”’）》】」』)"')
WEAK_ENDS = frozenset('”’）》】」』：；…)"')
BYLINE_MARKS = "□■○●◎◇◆▲△☆★"  # a row of its own begins
TORN_AFTER = frozenset("“”‘’》")
CLOSING = frozenset("”’》")
NEVER_FIRST = frozenset("，。、；：！？”’）》…%")  # signs with which no printed row begins
TORN_BEFORE = NEVER_FIRST | {"年", "月"}
OPENING = frozenset("“‘《（")  # two signs are squeezed together where they meet
COLUMN_ROWS = 8  # the row and those above it that show how wide its column is
OVER = 0.75  # em by which a row may be wider
WIDEST_PIECE = 2.4  # em that a row leaves free, as its next piece has no room: 法》。
DESK_MARK = re.compile(r"(?<=[。！？!?…”）])[①-⑳]\s?\d{0,2}$")
MARK_ENDS = frozenset("0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
ENDS = STRONG_ENDS | WEAK_ENDS | CLOSERS | MARK_ENDS | {"."}  # any other goes on
COUNTED = "年月日时分点岁人个名万亿元%"  # what a number may count that ends the row before
OF_DATES = "年月日时分点%"
FOLDED_MARK = re.compile(r"(?<=[。！？!?”）])\d{2,3}$")
MARKED = 3  # rows of a page that are known to end in one: a count may well follow another
CUT_MARK = re.compile(r"(?:[①-⑳]|[。！？!?]\d)$")
WIDEST_INDENT = 4.5  # em; a row that stands further in is centred or in another column
JUMPS = ("（上接", "（紧接", "（接第", "（下转", "（转第")  # in a row of their own
LONGEST = 400  # characters; no printed line is as long, and joining must stay linear
YEAR = re.compile(r"[12]\d{3}")  # torn from the 年 of a folio
MONTH = re.compile(r"1?\d")
WORDS = re.compile(f"[{HAN}]+")
LEAST_END = 5  # characters of a row's end that is hardly printed again
LEAST_BESIDE = 7  # em of the row beside a drop cap
FEW_LINES, DOUBLE = 12, 0.95  # of a page's lines stand apart
LONGEST_MARK = 4  # characters: ② 16
LONE_MARK = re.compile(r"\s?(?:[①-⑳]\s?\d{0,2}|\d{1,3})$")


@dataclass(frozen=True)
class Kinds:
    """What a row is by its own words alone; plain strings, as every row is asked often."""

    TEXT: str = "text"
    OPENING: str = "opening"  # begins a story: 本报讯
    BYLINE: str = "byline"  # names on a line of their own
    CREDIT: str = "credit"  # who took a picture
    JUMP: str = "jump"  # 下转: the text before it goes on elsewhere
    ENTRY: str = "entry"  # 上接: the text after it began elsewhere
    FURNITURE: str = "furniture"
    COLUMN: str = "column"
    MARK: str = "mark"  # a desk's mark: ②16
    CAPTION: str = "caption"
    SIGN_OFF: str = "sign-off"  # under a notice: who, and on which day
    GREETING: str = "greeting"  # 编辑同志：
    TABLE: str = "table"
    ROLL: str = "roll"  # of names
    VERSE: str = "verse"
    LIST: str = "list"  # short numbered items


Kind = Kinds()  # an object, because its fields are found faster than those of a class
TEXTUAL = frozenset({Kind.TEXT, Kind.OPENING})
KEPT = frozenset({Kind.TABLE, Kind.ROLL, Kind.VERSE, Kind.LIST})  # each row is a line of its own


class Row:
    """One printed line: usually one extracted line, several where a tool tore it apart."""

    __slots__ = (
        "blank",
        "final",
        "first",
        "flex",
        "goes_on",
        "indent",
        "inline",
        "kind",
        "last",
        "set_off",
        "signed",
        "spaced",
        "strong",
        "text",
        "weak",
        "width",
    )

    def __init__(self, line: Line, index: int, blank: bool):
        raw, text, width = line[1:4]
        self.first = self.last = index
        self.text, self.width, self.blank = text, width, blank
        if width == len(raw):  # full-width signs without a space
            self.flex = self.indent = 0.0
            self.spaced = False
        else:
            self.flex = _flex(raw, text)
            self.indent = _indent(raw) if raw[:1].isspace() else 0.0
            self.spaced = len(raw) - len(text) >= 3 and is_spaced(raw.strip())
        self.kind = Kind.TEXT
        self.final = False  # a desk's mark or a signature: the story ends here
        self.signed = False  # a signature ends it
        self.inline = False  # a credit that begins behind the caption's last word
        self.set_off = False  # by a space alone: a story or a photo begins
        self.goes_on = False  # belongs to the byline or credit of the row before

    def take(self, other: "Row") -> None:
        """Add the next extracted line to this row."""
        self.text += other.text
        self.width += other.width
        self.flex = min(2.5, self.flex + other.flex)
        self.last = other.last
        self.spaced = self.spaced or other.spaced

    def finish(self) -> None:
        """Note how the row ends, once it is whole."""
        text = self.text
        end = text[-1:]
        if end not in ENDS:
            self.strong = self.weak = False
            return
        self.strong = end in STRONG_ENDS or (end == "." and _is_english_end(text))
        self.strong = self.strong or (end in "：:" and text.endswith(ANNOUNCING))
        self.weak = self.strong or end in WEAK_ENDS
        if end in CLOSERS:
            self.strong = len(text) > 1 and text[-2] in "。！？…!?"
        elif end in MARK_ENDS and DESK_MARK.search(text):
            self.strong = self.weak = self.final = True


def _is_english_end(text: str) -> bool:
    return text.isascii() and FULL_STOP.search(text) is not None


def _flex(raw: str, text: str) -> float:
    """Em that a line with Latin letters, digits or gaps may be wider than counted."""
    narrow = len(text.encode("ascii", "ignore"))
    gaps = len(OPEN_SPACE.findall(raw.strip())) if " " in raw else 0
    return min(2.5, 0.15 * narrow + 0.25 * gaps)


def _indent(raw: str) -> float:
    """Em of white space before the line: two for an indented paragraph, ½ for a stray space."""
    margin = raw[: len(raw) - len(raw.lstrip())]
    size = sum(1.0 if char in "\u3000\u2003" else 0.5 for char in margin if char not in "\f\v")
    return size if size <= WIDEST_INDENT else 0.0


def join_rows(lines: Sequence[Line]) -> list[Row]:
    """Rows of a page in printed order; what each is, is not known yet."""
    rows: list[Row] = []
    last, number, step = None, 0, _usual_step(lines)
    drawn_twice = -9  # the last line that only repeats the one above
    there = _numbers(lines)
    for index, line in enumerate(lines):
        blank = line.number - number > step and not (there and line.number - 1 in there)
        row = Row(line, index, blank)
        number = line.number
        if not row.text:
            continue
        if last and (
            is_shadow(row.text, last.text)
            or (drawn_twice == index - 2 and row.text == lines[index - 1].text)
        ):
            drawn_twice = index
            continue
        if last and _may_belong(last, row) and _belongs(rows, row):
            last.take(row)
        else:
            rows.append(row)
            last = row
    for row in rows:
        row.finish()
    rows = _join_tall_letters(rows)
    _read_folded_marks(rows)
    return rows


def _numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of all lines, where they stand in columns: a line of another is no blank one."""
    inside = any(line.segment for line in lines)
    return frozenset([line.number for line in lines]) if inside else frozenset()


def _usual_step(lines: Sequence[Line]) -> int:
    """2 where a blank line stands between nearly all lines, as if the text were double-spaced."""
    if len(lines) < FEW_LINES or lines[FEW_LINES - 1].number < FEW_LINES * 3 // 2:
        return 1
    apart = [below.number - above.number > 1 for above, below in pairwise(lines)]
    return 2 if apart.count(True) >= DOUBLE * len(apart) else 1


def is_shadow(text: str, above: str) -> bool:
    """Whether a row is the one above drawn again, whole or its end: 一县一街 / 一县一街."""
    if not above.endswith(text):
        return False
    if text == above and len(text) > 1 and WORDS.fullmatch(text):  # 灶火 / 灶火
        return True
    if len(text) < LEAST_TWICE:
        return False
    return len(text) == len(above) or (len(text) >= LEAST_END and text[-1] not in STRONG_ENDS)


def _read_folded_marks(rows: list[Row]) -> None:
    """Desk marks whose circle a tool has folded away: 。110, where a page has several."""
    numbered = [k for k, row in enumerate(rows) if row.text[-1].isdigit()]
    pairs = [(rows[k], rows[k + 1] if k + 1 < len(rows) else None) for k in numbered]
    found = [(row, after) for row, after in pairs if _is_folded(row, after, COUNTED)]
    if len(found) >= MARKED:  # 。27 / 人民路改造完工
        found = [(row, after) for row, after in pairs if _is_folded(row, after, OF_DATES)]
    for row, following in found:
        lone = following is None or following.blank or following.text[0] in "“《（□■○"
        if len(found) >= 2 or lone:
            row.strong = row.weak = row.final = True


def _is_folded(row: Row, after: Row | None, counted: str) -> bool:
    loose = (
        after is None or after.blank or not (after.text[0].isascii() or after.text[0] in counted)
    )
    return loose and FOLDED_MARK.search(row.text) is not None


def _may_belong(last: Row, row: Row) -> bool:
    """A quick look: tools break a printed line at signs, and before a mark."""
    return last.text[-1] in TORN_AFTER or row.text[0] in TORN_BEFORE or len(row.text) <= 2


def _belongs(rows: list[Row], row: Row) -> bool:
    """Whether a line is the rest of a printed line that a tool broke at a sign or a mark."""
    last = rows[-1]
    if len(last.text) > LONGEST:
        return False
    end = last.text[-1:]
    if end in "“‘" and end:
        return True
    if row.text[0] == "年":
        return YEAR.fullmatch(last.text) is not None
    if row.text[0] == "月":  # 11 / 月3日
        return MONTH.fullmatch(last.text) is not None and row.text[1:2].isdigit()
    if row.text.isdecimal() and len(row.text) <= 2 and CUT_MARK.search(last.text):
        return True
    column = max([above.width for above in rows[-COLUMN_ROWS:-1]], default=0.0)
    room = column + OVER - last.width - row.width
    return not row.blank and len(last.text) > 1 and _completes(last, row, room)


def _completes(last: Row, row: Row, room: float) -> bool:
    """Whether two pieces, parted where two signs are squeezed together, leave so little room."""
    if row.text[0] in NEVER_FIRST:
        return room >= -WIDEST_PIECE
    inside = last.text[-1] in CLOSING and last.text[-2:-1] not in STRONG_ENDS
    pieces = last.first != last.last or row.text[0] in OPENING
    alone = row.text[0] in BYLINE_MARKS or row.text.startswith(JUMPS)
    return inside and pieces and room >= 0 and not alone


def _join_tall_letters(rows: list[Row]) -> list[Row]:
    """Join a drop cap to its line, and vertical text, one character a line, to one row."""
    if 1 not in [len(row.text) for row in rows]:
        return rows
    out: list[Row] = []
    place = 0
    while place < len(rows):
        stop = _tall_end(rows, place)
        row = rows[place]
        for other in rows[place + 1 : stop]:
            row.take(other)
        if stop - place > 1:
            row.spaced = True
            row.finish()
        out.append(row)
        place = stop
    return out


def _tall_end(rows: list[Row], place: int) -> int:
    """Where the row that begins here ends: after itself, a column of letters, or a drop cap."""
    row = rows[place]
    if len(row.text) != 1 or row.weak or row.text <= "\u33ff":
        return place + 1
    stop = place + 1
    most = min(len(rows), place + LONGEST)
    while stop < most and len(rows[stop].text) == 1 and not rows[stop].blank:
        stop += 1
    if stop - place >= 3:
        return stop
    alone = stop == place + 1 < len(rows) and not rows[stop].blank
    return place + 2 if alone and _is_drop_cap(rows, place) else place + 1


def _is_drop_cap(rows: list[Row], place: int) -> bool:
    before = rows[place - 1] if place else None
    after = rows[place + 1]
    whole = before is None or before.strong or before.blank or rows[place].blank
    return whole and after.width >= LEAST_BESIDE and not after.text.startswith(("。", "，", "、"))

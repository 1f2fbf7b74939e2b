"""What the widths of a page's rows tell: stretches, columns, indents, what a blank line means."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articles.parsing.typography.rows import Kind, Row

INDENT = 2.0  # em
LONGEST_LACK = -5.0  # em that a word which cannot be parted may leave empty
OVER = 0.7  # a row that is a square wider than its column, and ends in no sign that may hang
STRETCH = 0.6  # a letter-spaced row fills at least that much of its column
HANGING = "，。、；：！？”’）》"
BRACKETS = "“‘（《【〈「『"
NO_START = "，。、；：！？”’）》】」』·…%℃"
# 一、 （二） 3. ● 问： 第四条
ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[●◆■▲★◎○◇△□▶]"
    r"|[问答][：:]|第[一二三四五六七八九十百\d]{1,4}[条章节]"
)
NARROW = frozenset("“‘《（0123456789")
BOTH = (True, False)
BORROWED = 2.0  # cases
HEADS, SUPPOSED = 3, 20  # headline rows of a stretch; rows of which one has a blank line above
RARE = 0.4  # for each nat
FEW_PARTED = 3  # stretches that may each begin with a headline
WIDER = 3  # rows that show a column one square wider
NEAR = 6  # rows above and below that show the width of a row's column
QUOTE = re.compile("[“”‘’]")
UNEVEN = re.compile("[“”‘’（）《》]")  # squeezed to half a square by some
WORD = re.compile(r"[0-9]+(?:[.,:×/+\-][0-9]+)*%?|[A-Za-z]+")


def stretches(rows: list[Row]):
    """Stretches between sentence ends: (first row, last row)."""
    start, before = None, None
    for place, row in enumerate(rows):
        opening = row.kind is Kind.OPENING
        if row.kind is not Kind.TEXT and not opening:
            if start is not None:
                yield start, place - 1
            start = None
            continue
        if start is None:
            start = place
        elif (before.strong or opening or _breaks(before, row)) and not (
            place - 1 == start and _goes_on(rows, start)
        ):
            yield start, place - 1
            start = place
        before = row
    if start is not None:
        yield start, len(rows) - 1


def _breaks(before: Row, row: Row) -> bool:
    """Whether a stretch may end between these rows, though no sentence does."""
    if row.indent and not before.indent:
        return True
    if not before.weak or row.text[0] in NO_START or row.text[0] in ",;":
        return False
    if ITEM.match(row.text):
        return True
    if before.text[-1] in "”》" and row.text[0] in "“《":  # “甲” / “乙”: a list goes on
        return False
    # An opening row is two em short of the next without any break.
    return row.blank or before.width < row.width - 3.2 or row.indent > 0


def _goes_on(rows: list[Row], place: int) -> bool:
    """会议要求，各乡镇（街道）: two em short of the row below, and no room for its first piece."""
    row, below = rows[place], rows[place + 1]
    if row.strong or row.text[-1] not in "”）》" or below.kind is Kind.OPENING or below.indent:
        return False
    further = rows[place + 2] if place + 2 < len(rows) else below
    column, next_column = (r.width - (r.text[-1] in HANGING) for r in (below, further))
    opens = next_column - column >= INDENT - 0.4  # a paragraph does, below
    hangs = row.text[-1] == "）" and row.width > column - INDENT + 0.3
    return below.blank and not (opens or hangs) and may_be_first(row, below, column)


def mode_width(rows: list[Row], start: int, stop: int) -> float:
    """The commonest width of the rows inside a stretch, 0 where too few agree."""
    inside = [r for r in rows[start + 1 : stop] if not r.spaced]
    inner = [r.width for r in inside]
    if len(inner) < 2:
        return 0.0
    if inner.count(inner[0]) == len(inner):
        return inner[0]
    counts = dict.fromkeys(inner, 0.0)
    for row in inside:
        counts[row.width] += 0.4 if row.flex else 1.0
    near = counts.get
    width = max(counts, key=lambda w: (counts[w] + near(w + 0.5, 0) / 2 + near(w - 0.5, 0) / 2, w))
    close = sum([abs(w - width) <= 0.5 for w in inner])
    return _capacity(inside, width) if close >= 2 and close * 2 >= len(inner) else 0.0


def _capacity(rows: list[Row], width: float) -> float:
    """The exact width: rows that end in a hanging sign apart, none is wider than its column."""
    near = [r.width for r in rows if -1.1 <= r.width - width <= 1.1 and is_within(r)]
    if not near:
        return width
    widest = max(near)
    support = near.count(widest)
    if support == 1 and len(near) > 4:
        return width
    return math.ceil(widest) if reaches(rows, math.ceil(widest)) else widest


def reaches(rows: list[Row], width: int) -> bool:
    """Whether rows are as wide as this, though a sign may hang over or be squeezed in them."""
    wide = [r for r in rows if r.width == width and not r.spaced]
    return len(wide) > 1 or any(r.text[-1] not in HANGING for r in wide)


def is_within(row: Row) -> bool:
    """No sign of the row may hang over the column's edge or be squeezed to half a square."""
    return row.text[-1] not in HANGING and UNEVEN.search(row.text) is None


def fit_quotes(rows: list[Row]) -> None:
    """Count quotation marks as half a square where a face of Latin letters sets them."""
    quoted = [len(QUOTE.findall(row.text)) for row in rows]
    if sum(quoted) and _narrows_quotes(rows, quoted):
        for row, count in zip(rows, quoted, strict=True):
            row.width -= count / 2


def _narrows_quotes(rows: list[Row], quoted: list[int]) -> bool:
    """Whether rows fill their column only if their quotation marks are narrow."""
    narrow = wide = 0
    full = [k for k, count in enumerate(quoted) if count > 1 and rows[k].kind is Kind.TEXT]
    for place in full:
        near = range(max(0, place - NEAR), min(len(rows), place + NEAR + 1))
        widths = [rows[k].width for k in near if not (quoted[k] or rows[k].spaced)]
        width = max(widths, key=widths.count, default=0.0)
        if widths.count(width) >= NEAR / 2:
            slack = quoted[place] / 2
            whole, less = (_fills(rows[place], width + more) for more in (0.0, slack))
            narrow += less and not whole
            wide += whole and not less
    return narrow > 1 and narrow > 2 * wide


def _fills(row: Row, width: float) -> bool:
    off = row.width - width
    return off + row.flex >= -0.6 and off <= (1.1 if row.text[-1] in HANGING else 0.6)


@dataclass(frozen=True, slots=True)
class Blanks:
    """What a blank line inside a paragraph costs on a page."""

    inner: float
    parted: bool
    """Below a first row it costs nothing: some tools part what has another left edge."""

    def cost(self, first: int, place: int) -> float:
        """Of a blank line above a row of the paragraph that begins with row `first`."""
        return 0.0 if self.parted and place == first + 1 else self.inner


def read_blanks(rows: list[Row], chunks: Iterable[tuple[int, int]]) -> Blanks:
    """The rarer blank lines are below the first rows of stretches, the more each costs.

    The first rows may be headline rows.
    """
    longer = [rows[start + 1 : stop + 1] for start, stop in chunks if stop > start + 1]
    parted = 2 * sum([below[0].blank for below in longer]) > len(longer) + FEW_PARTED
    inner = [row.blank for below in longer for row in below[HEADS - 1 :]]
    return Blanks(RARE * math.log((len(inner) + SUPPOSED) / (sum(inner) + 1)), parted)


def is_flush(rows: list[Row]) -> bool:
    """Whether paragraphs open without an indent here, told by rows after a short last row."""
    full = short = 0
    for above, last, row, after in zip([None, *rows], rows, rows[1:], rows[2:], strict=False):
        if not last.strong or row.weak or row.spaced:
            continue
        if not last.kind is row.kind is after.kind is Kind.TEXT:
            continue
        whole = after if not (after.weak or after.spaced) else above
        if whole is None or whole.weak or whole.spaced or whole.kind is not Kind.TEXT:
            continue
        if row.blank or last.width < whole.width - 3:
            full += abs(row.width - whole.width) <= 0.6 or _hangs_alone(row, whole)
            short += 1.4 <= whole.width - row.width <= 2.6
    return full >= 3 and full > 3 * short


def _hangs_alone(row: Row, after: Row) -> bool:
    """Whether two rows are as wide as each other but for the sign that ends one of them."""
    hung = [x.text[-1] in HANGING for x in (row, after)]
    return hung[0] != hung[1] and after.width - row.width == hung[1] - hung[0]


def own_widths(rows: list[Row], chunks: list[tuple[int, int]]) -> list[float]:
    """The column of each stretch, 0 where it tells of none.

    Even rows that end no sentence may be a headline's: alone they tell of no column.
    """
    own = [(mode_width(rows, start, stop), rows[stop].strong) for start, stop in chunks]
    known = {width for width, ends in own if ends}
    return [width if width in known else 0.0 for width, _ in own]


def usual_widths(rows: list[Row]) -> set[float]:
    """Widths that many rows of the page share: its columns."""
    counts = Counter([r.width for r in rows if not r.spaced])
    enough = max(4, len(rows) // 25)
    near = counts.get
    return {w for w in counts if counts[w] + near(w - 0.5, 0) + near(w + 0.5, 0) >= enough}


def neighbouring(before: float, own: float, after: float) -> dict[float, float]:
    """{width: cost before any fit} of the columns of a stretch and of its neighbours."""
    found = {before: 0.0}
    found.setdefault(own, 0.05)
    found.setdefault(after, 0.3)
    found.pop(0.0, None)
    return found


def changes_column(rows: list[Row], place: int, stop: int) -> bool:
    """Whether the rows from here on stand in a column of another width."""
    following = rows[place + 1]
    if place + 1 == stop:
        return rows[place].blank and following.width <= rows[place].width + 1
    return abs(following.width - rows[place].width) <= 1.1 or following.spaced


def is_wider(rows: list[Row], place: int, stop: int) -> bool:
    """Whether several rows from here on are of one width to which no sign that hangs adds."""
    wide = rows[place : min(stop, place + WIDER)]
    return len(wide) == WIDER and all(r.width == wide[0].width and is_within(r) for r in wide)


def misfit(row: Row, following: Row, width: float) -> float:
    """How strange a row of this width is inside a paragraph of the column."""
    off = row.width - width
    if off > 0.6:
        if off <= 1.1:
            return 0.0 if row.text[-1] in HANGING else OVER
        return OVER if least_width(row) <= width + 0.6 else 4.0
    off += row.flex
    if off >= -1.1:
        return 0.0
    if row.spaced and row.width >= STRETCH * width:
        return 0.3
    if (off >= LONGEST_LACK or following.text[0].isdigit()) and not has_room(row, following, width):
        return 0.3
    return 0.5 if off >= -2.1 and following.text[0] in "“‘（《—…" else 3.0


def least_width(row: Row) -> float:
    """Em of the row if its last sign hangs over the edge and others are squeezed to a half."""
    hung = row.text[-1] in HANGING
    return row.width - hung - len(UNEVEN.findall(row.text, 0, len(row.text) - hung)) / 2


def first_piece(text: str) -> float:
    """Em of what cannot be parted at the head of a row: a number, a bracket and its word, 峰。"""
    place = 0
    while place < len(text) - 1 and text[place] in BRACKETS:
        place += 1
    word = WORD.match(text, place)
    end = word.end() if word else place + 1
    size = place + (end - (word.start() if word else place)) * (0.5 if text[place].isascii() else 1)
    while end < len(text) and text[end] in NO_START and size < 4:
        size += 1
        end += 1
    return size


def has_room(row: Row, following: Row, column: float) -> bool:
    """Whether a column this wide would have taken the next row's first piece as well."""
    loose = row.flex
    if row.spaced:
        loose = 0.15 * len(row.text.encode("ascii", "ignore"))
    return row.width + loose + first_piece(following.text) <= column + 0.05


def may_be_first(row: Row, following: Row, column: float) -> bool:
    """Two em short of the column, and no room for more in what is left."""
    narrow = column - INDENT
    hang = 1.0 if row.text[-1] in HANGING else 0.0
    widest = narrow - 0.4 if row.spaced else narrow + 0.3 + hang
    return row.width <= widest and not has_room(row, following, narrow)


def keeps_indents(rows: list[Row]) -> bool:
    """Whether the extraction kept the two em before a paragraph."""
    return len([r for r in rows if r.indent >= 1.5]) >= max(2, len(rows) // 40)


def blank_weight(rows: list[Row], chunks, votes) -> dict[tuple[bool, bool], float]:
    """Log-odds that a blank or none before a row adds, learned from the page's clear cases.

    Keyed by blank and by whether the row begins with a quote or a digit, before which some
    tools leave false ones.
    """
    seen = {(opens, b, q): 0.5 for opens in BOTH for b in BOTH for q in BOTH}
    inner: list[Row] = []
    for (start, stop), vote in zip(chunks, votes, strict=True):
        if abs(vote) >= 2.5 and abs(vote) < 8:
            seen[vote > 0, rows[start].blank, begins_narrow(rows[start])] += 1
        inner += rows[start + 1 : stop + 1]
    for (b, q), count in Counter([(r.blank, r.text[0] in NARROW) for r in inner]).items():
        seen[False, b, q] += count
    for opens in BOTH:  # few paragraphs begin so: what holds for the others is a beginning
        wide = seen[opens, True, False] + seen[opens, False, False]
        for b in BOTH:
            seen[opens, b, True] += BORROWED * seen[opens, b, False] / wide
    return {(b, q): _log_odds(seen, b, q) for b in BOTH for q in BOTH}


def _log_odds(seen: dict, blank: bool, narrow: bool) -> float:
    share = [
        seen[opens, blank, narrow] / (seen[opens, True, narrow] + seen[opens, False, narrow])
        for opens in (True, False)
    ]
    return max(-2.5, min(2.5, math.log(share[0]) - math.log(share[1])))


def begins_narrow(row: Row) -> bool:
    """A row that begins with a quote or a digit."""
    return row.text[0] in NARROW

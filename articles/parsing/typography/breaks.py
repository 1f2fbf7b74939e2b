"""Rows of text → paragraphs: which stretches open one, by width first, then by blank lines."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from articles.parsing.typography.columns import (
    INDENT,
    ITEM,
    begins_narrow,
    blank_weight,
    has_room,
    is_within,
    may_be_first,
    reaches,
)
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import NEVER_FIRST, TEXTUAL, Kind, Row

# Words by which a paragraph of news goes on to its next point.
OPENING_PHRASE = re.compile(
    r"会议(?:指出|强调|要求|还|认为|听取)|特此|据悉|据了解|据介绍|此外|另外|目前|截至|下一步|与此同时|同时，"
    r"|近年来|今年以来|接下来|随后|当天|记者了解到|咨询电话|联系电话"
)
SPEAKER = re.compile(f"([{HAN}]{{2,4}})：")  # 记者：, where it begins several rows
LEAST_SPOKEN = 3
SAID = re.compile("[^，。]{1,8}[说道]。")  # 他说。 ends what the row before quotes
FULL = -3.5  # the vote of a row that fills its column
SHORT_NOTE = 6  # characters
WIDTH = attrgetter("width")
WIDEST_COLUMN, LEAST_WIDE = 36.0, 16.0  # em of rows that hold whole paragraphs
FEW_LONG, WHOLE, MOST = 3, 0.9, 0.7  # of them, that end a sentence; of the text, that they hold


class Place:
    """What the layout says of a row: `head`, or body that may open a paragraph; column width."""

    __slots__ = ("column", "cost", "head", "opens", "vote")

    def __init__(self):
        self.head = False
        self.opens = False
        self.column = 0.0
        self.cost = 0.0  # how much worse the second-best reading was; small = unsure
        self.vote = 9.0  # log-odds of the decision on a paragraph's start; small = unsure


class Breaks:
    """Decides where the paragraphs of a page begin, once its headline rows are known.

    `chunks` are the stretches between sentence ends, `own` the width that each tells of its
    column; `indented` where the two em before a paragraph are in the text, `flush` where
    paragraphs open without any.
    """

    def __init__(
        self,
        rows: list[Row],
        places: list[Place],
        chunks: Sequence[tuple[int, int]],
        own: Sequence[float],
        indented: bool,
        flush: bool,
    ):
        self.rows, self.places, self.chunks, self.own = rows, places, chunks, own
        self.alone = {a for a, b in chunks if a == b}
        self.starts = {a for a, _ in chunks}
        self.indented, self.flush = indented, flush
        self.speakers, self.unbroken = _speakers(rows), _are_unbroken(rows)

    def settle_columns(self) -> None:
        """Give every row the exact width of its column, as its stretch or the last one told it."""
        recent = 0.0
        for (start, stop), own in zip(self.chunks, self.own, strict=True):
            inner, places = self.rows[start : stop + 1], self.places[start : stop + 1]
            whole = math.ceil(recent)
            if recent < whole and reaches(inner, whole):
                recent = float(whole)
            begins = places[0].head or self.rows[start].kind is Kind.OPENING
            known = 0.0 if begins else recent  # another story may have another column
            open_places = [p for p in places if not (p.head or p.column == own == recent)]
            if not open_places:  # nearly every stretch stands in the column of the last one
                continue
            inner.sort(key=WIDTH, reverse=True)
            widest = next((r.width for r in inner if is_within(r)), 0.0)
            for found in open_places:
                if own and -1.1 <= own - found.column <= 1.1 and _tells(inner, own, known):
                    recent = own
                if recent and abs(recent - max(found.column, widest)) <= 1.1:
                    found.column = recent

    def find(self) -> None:
        """Which stretches open a paragraph, by width first, then by what blanks mean here."""
        votes = [self._width_vote(a) for a, _ in self.chunks]
        blank = blank_weight(self.rows, self.chunks, votes)
        for (start, _), by_width in zip(self.chunks, votes, strict=True):
            place = self.places[start]
            if place.head or place.opens:
                continue
            if start - 1 in self.alone:  # whether that row opens a paragraph is known only now
                by_width = self._width_vote(start)
            row = self.rows[start]
            vote = by_width + blank[row.blank, begins_narrow(row)]
            place.opens = vote > 0
            place.vote = abs(vote)

    def _width_vote(self, start: int) -> float:
        """Log-odds that the row opens a paragraph, from indents and widths alone."""
        row, before = self.rows[start], self.rows[start - 1] if start else None
        if before is not None and before.kind in (Kind.CAPTION, Kind.CREDIT):
            return self._vote_below_photo(start)
        if before is None or before.kind not in TEXTUAL or self.places[start - 1].head:
            return 8.0
        if row.goes_on and before.kind is Kind.OPENING:
            return -8.0
        if self.unbroken and before.strong:
            return 8.0
        if row.indent >= 1.5:
            return 6.0
        if row.indent and not before.indent:
            return 5.0 if before.strong else 1.0
        if row.text[0] in NEVER_FIRST or _ends_below(row):
            return -8.0
        if before.text[-1] == "”" and SAID.match(row.text):
            return -8.0
        if row.text[0].islower() and before.text[-1].isascii():  # an English sentence goes on
            return -8.0
        column = self.places[start - 1].column or self.places[start].column
        vote = 0.0 if before.strong else -2.5
        if not before.spaced and column:
            lack = column - self._reach(start - 1) - before.flex
            if lack >= 1.6:
                vote += 5.0 if lack >= 2.6 else 3.5
            else:
                vote += 2.0 if lack >= 1.0 and self._had_room(start, column) else -0.6
        if before.weak and ITEM.match(row.text):
            vote += 2.5
        elif before.strong and OPENING_PHRASE.match(row.text):
            vote += 1.8
        elif before.strong and (self._speaks(row) or _answers(before, row)):
            vote += 3.0
        if self.indented:
            return vote - 5.5
        if self.flush:
            return vote
        return vote + self._own_vote(start)

    def _vote_below_photo(self, start: int) -> float:
        """A paragraph goes on below a photo with a full row, as above it no short one ended it."""
        above = start - 1
        while above >= 0 and self.rows[above].kind in (Kind.CAPTION, Kind.CREDIT):
            above -= 1
        if above < 0 or self.rows[above].kind is not Kind.TEXT:
            return 8.0
        place = self.places[above]
        if place.head or not place.column:
            return 8.0
        lack = place.column - self._reach(above) - self.rows[above].flex
        if lack >= 1.0 or self.indented or self.flush:
            return 8.0
        own = self._own_vote(start)
        return own if own <= FULL else 8.0

    def _speaks(self, row: Row) -> bool:
        """记者：… of an interview: each of its speakers opens a paragraph."""
        found = SPEAKER.match(row.text) if self.speakers else None
        return found is not None and found[1] in self.speakers

    def _had_room(self, start: int, column: float) -> bool:
        """The row before would have taken the first piece of this one."""
        before = self.rows[start - 1]
        opening = self.places[start - 1].opens
        return has_room(before, self.rows[start], column - (INDENT if opening else 0.0))

    def _own_vote(self, start: int) -> float:
        """What the row's own width says: two em short of its column, or full."""
        row, column = self.rows[start], self.places[start].column
        if not column:
            return 0.0
        following = self._next_text(start)
        if start in self.alone and (following is None or self._may_open_next(start + 1)):
            return -0.3 if row.width <= column - INDENT + 1 else -4.0
        if following is None:
            return 0.0
        inner = not has_room(row, following, column)
        first = may_be_first(row, following, column)
        if first and inner:  # few inner rows are as short as every first row is
            return 2.0 if row.width <= column - INDENT + 0.3 else -0.3
        return 3.5 if first else FULL if inner else 0.0

    def _next_text(self, place: int) -> Row | None:
        following = self.rows[place + 1] if place + 1 < len(self.rows) else None
        if following is None or following.kind is not Kind.TEXT or self.places[place + 1].head:
            return None
        return following

    def _may_open_next(self, place: int) -> bool:
        """Whether the row's width allows that it opens a paragraph."""
        row, following = self.rows[place], self._next_text(place)
        column = self.places[place].column
        if place not in self.starts or not column:
            return False
        if following is None or place in self.alone:
            return row.width <= column - INDENT + 1
        return may_be_first(row, following, column)

    def _reach(self, place: int) -> float:
        """Em from the column's edge to the row's end: an opening row is indented."""
        opening = self.places[place].opens and not self.places[place].head
        return self.rows[place].width + (INDENT if opening else 0.0)


def _answers(before: Row, row: Row) -> bool:
    """“…吗？” / “没有。…”: somebody else speaks, with nothing told in between."""
    return before.text[-1] == "”" and row.text[0] == "“"


def _are_unbroken(rows: Sequence[Row]) -> bool:
    """Whether a tool wrote each paragraph on one line: no row breaks off that no column holds."""
    wide = [row for row in rows if row.width > LEAST_WIDE and row.kind is Kind.TEXT]
    if _end_sentences([row for row in wide if row.width > WIDEST_COLUMN]):
        return True
    if not _end_sentences(wide):
        return False
    text = sum([row.width for row in rows if row.kind is Kind.TEXT])
    return sum([row.width for row in wide]) >= MOST * text


def _ends_below(row: Row) -> bool:
    """（张三）, （综合） belong to the paragraph above; a whole sentence in brackets need not."""
    bracketed = row.final and row.text[0] in "（("
    return bracketed and (row.signed or len(row.text) <= SHORT_NOTE)


def _end_sentences(rows: Sequence[Row]) -> bool:
    return len(rows) >= FEW_LONG and [row.weak for row in rows].count(True) >= WHOLE * len(rows)


def _tells(rows: Sequence[Row], own: float, recent: float) -> bool:
    """Whether rows without digits, a gap or a mark that may hang show that their column is less."""
    if not own < recent <= own + 1.1:
        return True
    return any(r.width == own and not (r.flex or r.spaced) and is_within(r) for r in rows)


def _speakers(rows: Sequence[Row]) -> set[str]:
    """Who speaks again and again, each time with a colon at a row's head."""
    told = [
        found[1] for row in rows if "：" in row.text[2:5] and (found := SPEAKER.match(row.text))
    ]
    return {name for name, count in Counter(told).items() if count >= LEAST_SPOKEN}

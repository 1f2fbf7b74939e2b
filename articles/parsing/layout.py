"""Rows → headline rows and paragraphs: the reading of each stretch that fits the columns best."""

import math
import re
from collections import Counter

from articles.parsing.rows import Kind, Row

MOST_HEAD_ROWS = 9
LONGEST_STRETCH = 300  # rows without a sentence end: a list or a table, not a paragraph
# 一、 （二） 3. ● 问： 第四条
ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[●◆■▲★◎○◇△□▶]"
    r"|[问答][：:]|第[一二三四五六七八九十百\d]{1,4}[条章节]"
)
INDENT = 2.0
HANGING = "，。、；：！？”’）》"


class Place:
    """What the layout says of a row: `head`, or body that may open a paragraph; column width."""

    __slots__ = ("column", "cost", "head", "opens")

    def __init__(self):
        self.head = False
        self.opens = False
        self.column = 0.0
        self.cost = 0.0  # how much worse the second-best reading was; small = unsure


def lay_out(rows: list[Row]) -> list[Place]:
    """Judge every row of running text on the page."""
    page = _Layout(rows)
    page.measure()
    page.split_heads()
    page.take_lone_rows()
    page.find_paragraphs()
    for row, place in zip(rows, page.places, strict=True):
        place.opens = place.opens or row.kind is Kind.SIGN_OFF
    return page.places


class _Layout:
    def __init__(self, rows: list[Row]):
        self.rows = rows
        self.places = [Place() for _ in rows]
        self.chunks = list(_chunks(rows))
        self.alone = {a for a, b in self.chunks if a == b}
        self.indented = _keeps_indents(rows)
        self.usual = _usual_widths(rows)
        self.flush = _is_flush(rows)
        self.gap_cost = _inner_blank_cost(rows)

    def measure(self) -> None:
        """Column width of each stretch; short stretches look to their neighbours."""
        self.own = [_mode_width(self.rows, a, b) for a, b in self.chunks]
        self.after, last = [], 0.0
        for width in reversed(self.own):
            self.after.append(last)
            last = width or last
        self.after.reverse()

    def split_heads(self) -> None:
        before = 0.0
        for index, (start, stop) in enumerate(self.chunks):
            context = (before, self.own[index], self.after[index])
            if self.rows[start].kind is Kind.OPENING:
                reading, margin = self._body_reading(start, stop, context, 0), 9.0
            else:
                reading, margin = self._best(start, stop, context)
            _, heads, columns = reading
            for place in range(start, stop + 1):
                self.places[place].head = place < start + heads
                self.places[place].column = (
                    columns[place - start - heads] if place >= start + heads else 0.0
                )
                self.places[place].cost = margin
            if start + heads <= stop:
                self.places[start + heads].opens = (
                    heads > 0 or self.rows[start].kind is Kind.OPENING
                )
                before = columns[-1] or before

    def take_lone_rows(self) -> None:
        """A whole row that ends in ？！” right above headline rows is one of them."""
        for start, stop in self.chunks:
            text = self.rows[start].text
            below = self.places[stop + 1].head if stop + 1 < len(self.rows) else False
            if start != stop or not below or "。" in text or text[-1] not in "？！?!”":
                continue
            if self.rows[start].blank or not self._may_continue(start):
                self.places[start].head = True

    def _best(self, start: int, stop: int, context: tuple) -> tuple[tuple, float]:
        """The best reading (cost, headline rows, columns) and its lead over the second best."""
        readings = []
        head_cost = 0.0
        for heads in range(min(stop - start + 1, MOST_HEAD_ROWS) + 1):
            if heads:
                head_cost += self._head_cost(start + heads - 1, context)
            cost = head_cost + self._edge_cost(start, stop, heads)
            if start + heads > stop:
                readings.append((cost + self._all_head_cost(stop), heads, ()))
                continue
            body, _, columns = self._body_reading(start, stop, context, heads)
            readings.append((cost + body, heads, columns))
            if heads == 0 and body < 0.45:
                return readings[0], 5.0
        readings.sort(key=lambda r: r[0])
        return readings[0], readings[1][0] - readings[0][0]

    def _body_reading(self, start: int, stop: int, context: tuple, heads: int) -> tuple:
        """The column width that suits the rows after the headline rows best."""
        first = start + heads
        best = (99.0, heads, (0.0,) * (stop - first + 1))
        for width, prior in self._widths(first, stop, context):
            cost, columns = self._body_cost(first, stop, width)
            if cost + prior < best[0]:
                best = (cost + prior, heads, columns)
                if best[0] < 0.04:
                    break
        return best

    def _widths(self, first: int, stop: int, context: tuple):
        """Columns that the rows may stand in, with what each costs before any fit."""
        seen = set()
        for width, prior in zip(context, (0.0, 0.05, 0.3), strict=True):
            if width and width not in seen:
                seen.add(width)
                yield width, prior
        here = self.rows[first : first + 12]
        widest = max(r.width for r in here)
        for width in (widest, self.rows[first].width + INDENT):
            width = round(width * 2) / 2
            if width not in seen:
                seen.add(width)
                yield width, 0.6 if width in self.usual else 2.0

    def _edge_cost(self, start: int, stop: int, heads: int) -> float:
        """Whether the rows around a supposed headline allow one."""
        if not heads:
            return 0.0
        cost = 0.0
        before = self.rows[start - 1] if start else None
        if before is not None and before.kind in (Kind.TEXT, Kind.OPENING):
            if not before.strong and not self.places[start - 1].head:
                cost += 1.5 if before.weak else 3.0
            if self.before_full(start) and not before.final:
                cost += 0.8 if self.rows[start].blank else 1.5
        after = start + heads
        if after <= stop:
            cost -= 1.0 if self.rows[after].blank else 0.0
            cost -= 2.0 if self.rows[after].indent >= 1 else 0.0
            cost += 2.0 if self.indented and self.rows[after].indent < 1 else 0.0
        return cost

    def before_full(self, place: int) -> bool:
        """Whether the row before fills its column."""
        column = self.places[place - 1].column
        return bool(column) and self._reach(place - 1) >= column - 1.0

    def _reach(self, place: int) -> float:
        """Em from the column's edge to the row's end: an opening row is indented."""
        opening = self.places[place].opens and not self.places[place].head
        return self.rows[place].width + (INDENT if opening else 0.0)

    def _head_cost(self, place: int, context: tuple) -> float:
        row = self.rows[place]
        text = row.text
        cost = 1.0
        if "。" in text[:-1]:
            cost += 4.0
        if text[-1] in "，、；：,;:":
            cost += 3.0 if text[-1] in "：:；;" else 1.0
        if text[0] in "，。、；：）》”’！？…%":
            cost += 6.0
        if row.indent >= 1.5:
            cost += 4.0
        if text[0] in "●◆■▲★◎○◇△▶":
            cost += 3.0
        elif text.startswith("——"):
            cost -= 1.5
        cost += (0.0, 0.4, 1.5)[min(2, text.count("，", 0, -1))]
        if row.spaced:
            cost += 1.5
        widths = [w for w in context if w]
        if widths:
            off = min(abs(row.width - w) for w in widths)
            cost += 0.8 if off <= 0.5 else 0.0
            wide = row.width - max(widths)
            cost -= 1.0 if wide > 1.5 else 0.0
        return cost

    def _all_head_cost(self, stop: int) -> float:
        row = self.rows[stop]
        if row.text[-1] == "。":
            return 8.0
        if row.strong:
            return 1.0 if row.text[-1] in "！？!?" else 3.0
        return 0.0

    def _body_cost(self, first: int, stop: int, width: float) -> tuple[float, tuple]:
        """How badly rows first..stop read as one paragraph in a column of this width."""
        rows = self.rows
        cost = self._first_cost(first, stop, width)
        columns = [width]
        if stop - first > LONGEST_STRETCH:
            return cost, (width,) * (stop - first + 1)
        for place in range(first + 1, stop):
            if rows[place].blank:
                cost += self.gap_cost
            if not -1.1 <= rows[place].width - width <= 0.6:
                misfit = _misfit(rows[place], rows[place + 1], width)
                if misfit >= 1.5 and _new_column(rows, place, stop):
                    width, misfit = rows[place].width, 1.5 if rows[place].blank else 2.5
                    misfit += 1.5 if place - first < 3 else 0.0
                cost += misfit
            columns.append(width)
        last = rows[stop]
        if stop > first:
            cost += self.gap_cost if last.blank else 0.0
            if last.width > width + 1.3 and not last.spaced:
                cost += 1.5 if last.blank else 4.0
            columns.append(width)
        full = last.width >= width - 1.1 if stop > first else last.width >= width - INDENT - 1.1
        return cost + self._end_cost(first, stop, full), tuple(columns)

    def _end_cost(self, first: int, stop: int, full: bool) -> float:
        """A paragraph ends its sentence, and holds at least one."""
        last = self.rows[stop]
        if full and not last.weak and self._is_interrupted(stop):
            alone = first == stop and last.blank
            return 0.3 if self._resumes(stop) and not alone else 3.5
        if last.text[-1] in "：:":
            return 0.5
        cost = 0.0 if last.strong else 2.0 if last.weak else 4.0
        if any("。" in r.text for r in self.rows[first : stop + 1]):
            return cost
        if last.text[-1] in "！？!?":
            cost += 1.2
        else:
            cost += 1.5 + 0.8 * min(6, stop - first)
        if stop - first < 4 and not self._may_continue(first) and self._closes(stop):
            cost += 2.5
        return cost

    def _is_interrupted(self, stop: int) -> bool:
        """A caption may break into a sentence."""
        return stop + 1 < len(self.rows) and self.rows[stop + 1].kind is Kind.CAPTION

    def _resumes(self, stop: int) -> bool:
        """Whether plain text goes on after the photo that follows this row."""
        place = stop + 1
        while place < len(self.rows) and self.rows[place].kind in (Kind.CAPTION, Kind.CREDIT):
            place += 1
        return place < len(self.rows) and self.rows[place].kind is Kind.TEXT

    def _closes(self, stop: int) -> bool:
        """Whether a story begins, or nothing follows, after this row."""
        return stop + 1 >= len(self.rows) or self.rows[stop + 1].kind in (Kind.BYLINE, Kind.OPENING)

    def _first_cost(self, first: int, stop: int, width: float) -> float:
        row = self.rows[first]
        if first == stop:
            return (
                0.5
                if row.width <= width - INDENT + 1.2
                else 0.7
                if row.width <= width + 1.2
                else 4.0
            )
        if row.spaced:
            return 0.3
        off = row.width - (width - INDENT)
        if self.flush and abs(row.width - width) <= 1.0:
            return 0.0
        if abs(off) <= 0.8:
            return 0.0 if row.indent or not self.indented else 0.8
        if abs(row.width - width) <= 1.0:
            return 0.4 if self._may_continue(first) else 1.2
        return max(1.0, _misfit(row, self.rows[first + 1], width - INDENT))

    def _may_continue(self, first: int) -> bool:
        """The paragraph before may go on here: its last row is full."""
        if not first or self.rows[first - 1].kind not in (Kind.TEXT, Kind.OPENING):
            return False
        return self.before_full(first)

    def find_paragraphs(self) -> None:
        """Which stretches open a paragraph, by width first, then by what blanks mean here."""
        votes = [self._width_vote(a) for a, _ in self.chunks]
        blank = _blank_weight(self.rows, self.chunks, votes)
        for start, _ in self.chunks:
            place = self.places[start]
            if place.head or place.opens:
                continue
            # Again, because the rows before are settled only now.
            vote = self._width_vote(start) + blank[self.rows[start].blank]
            place.opens = vote > 0

    def _width_vote(self, start: int) -> float:
        """Log-odds that the row opens a paragraph, from indents and widths alone."""
        row, before = self.rows[start], self.rows[start - 1] if start else None
        if (
            before is None
            or before.kind not in (Kind.TEXT, Kind.OPENING)
            or self.places[start - 1].head
        ):
            return 8.0
        if row.indent >= 1.5:
            return 6.0
        if row.indent and not before.indent:
            return 5.0 if before.strong else 1.0
        if row.text[0] in "，。、；：）》”’！？…%":
            return -8.0
        column = self.places[start - 1].column or self.places[start].column
        vote = 0.0 if before.strong else -2.5
        if not before.spaced and column:
            lack = column - self._reach(start - 1) - before.flex
            vote += (5.0 if lack >= 2.6 else 3.5) if lack >= 1.6 else -0.6
        if before.weak and ITEM.match(row.text):
            vote += 2.5
        if self.indented:
            return vote - 3.0
        if self.flush:
            return vote
        return vote + self._own_vote(start)

    def _own_vote(self, start: int) -> float:
        """What the row's own width says: two em short of its column, or full."""
        row = self.rows[start]
        column = self.places[start].column
        alone = start in self.alone
        if not column:
            return 0.0
        if row.spaced:
            return 0.8 if row.width <= column - INDENT + 0.3 else -3.0
        if alone:
            return -0.3 if row.width <= column - INDENT + 1 else -4.0
        flex = row.flex
        hang = 1.0 if row.text[-1] in HANGING else 0.0
        short = -0.8 <= row.width - (column - INDENT) <= 0.8 + hang
        if row.width + flex >= column - 1.1:
            return 0.5 if short and (flex or hang) else -3.5
        return 3.5 if short or abs(row.width + flex - column + INDENT) <= 0.8 else 0.3


def _chunks(rows: list[Row]):
    """Stretches between sentence ends: (first row, last row)."""
    start = None
    for place, row in enumerate(rows):
        if row.kind not in (Kind.TEXT, Kind.OPENING):
            if start is not None:
                yield start, place - 1
            start = None
            continue
        if start is not None and (row.kind is Kind.OPENING or _breaks(rows, place)):
            yield start, place - 1
            start = None
        if start is None:
            start = place
    if start is not None:
        yield start, len(rows) - 1


def _breaks(rows: list[Row], place: int) -> bool:
    """Whether a stretch may end before this row."""
    before, row = rows[place - 1], rows[place]
    if before.strong:
        return True
    if row.indent and not before.indent:
        return True
    if not before.weak:
        return False
    # An opening row is two em short of the next without any break.
    return row.blank or before.width < row.width - 2.6 or row.indent > 0


def _mode_width(rows: list[Row], start: int, stop: int) -> float:
    """The commonest width of the rows inside a stretch, 0 where too few agree."""
    inside = [r for r in rows[start + 1 : stop] if not r.spaced]
    inner = [round(r.width * 2) / 2 for r in inside]
    if len(inner) < 2:
        return 0.0
    counts: Counter[float] = Counter()
    for row, width in zip(inside, inner, strict=True):
        counts[width] += 0.4 if row.flex else 1.0
    width = max(counts, key=lambda w: (counts[w] + counts[w + 0.5] / 2 + counts[w - 0.5] / 2, w))
    near = sum(1 for w in inner if abs(w - width) <= 0.5)
    return width if near >= 2 and near * 2 >= len(inner) else 0.0


def _inner_blank_cost(rows: list[Row]) -> float:
    """How strange a blank line inside a paragraph is here: nothing where columns leave many."""
    ends = [above.weak for above, row in zip(rows, rows[1:], strict=False) if row.blank]
    if len(ends) < 6:
        return 0.0
    inside = ends.count(False) / len(ends)
    return max(0.0, 2.2 * (0.45 - inside) / 0.45)


def _is_flush(rows: list[Row]) -> bool:
    """Whether paragraphs open without an indent here, told by rows after a short last row."""
    full = short = 0
    for last, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        plain = last.kind is row.kind is after.kind is Kind.TEXT
        if not plain or not last.strong or row.weak or row.spaced or after.spaced:
            continue
        if last.width < after.width - 3:
            full += abs(row.width - after.width) <= 0.6
            short += 1.4 <= after.width - row.width <= 2.6
    return full >= 3 and full > 3 * short


def _usual_widths(rows: list[Row]) -> set[float]:
    """Widths that many rows of the page share: its columns."""
    counts = Counter(round(r.width * 2) / 2 for r in rows if not r.spaced)
    enough = max(4, len(rows) // 25)
    return {w for w in counts if counts[w] + counts[w - 0.5] + counts[w + 0.5] >= enough}


def _new_column(rows: list[Row], place: int, stop: int) -> bool:
    """Whether the rows from here on stand in a column of another width."""
    following = rows[place + 1]
    if place + 1 == stop:
        return rows[place].blank and following.width <= rows[place].width + 1
    return abs(following.width - rows[place].width) <= 1.1 or following.spaced


def _misfit(row: Row, following: Row, width: float) -> float:
    """How strange a row of this width is inside a paragraph of the column."""
    off = row.width - width
    if off > 0.6:
        hanging = row.text[-1] in HANGING
        return 0.0 if off <= 1.1 and hanging else 0.35 if off <= 1.1 else 4.0
    off += row.flex
    if off >= -1.1:
        return 0.0
    if row.spaced:
        return 0.3
    first = following.text[0]
    if first.isascii() and first.isalnum():
        return 0.5 if off >= -3 else 3.0
    return 0.5 if off >= -2.1 and first in "“‘（《—…" else 3.0


def _keeps_indents(rows: list[Row]) -> bool:
    """Whether the extraction kept the two em before a paragraph."""
    return sum(1 for r in rows if r.indent >= 1.5) >= max(2, len(rows) // 40)


def _blank_weight(rows: list[Row], chunks, votes) -> dict[bool, float]:
    """Log-odds that blank or no blank before a row adds, learned from the page's clear cases."""
    seen = {(True, True): 0.5, (True, False): 0.5, (False, True): 0.5, (False, False): 0.5}
    for (start, _), vote in zip(chunks, votes, strict=True):
        if abs(vote) >= 2.5 and abs(vote) < 8:
            seen[vote > 0, rows[start].blank] += 1
    opening = seen[True, True] + seen[True, False]
    going = seen[False, True] + seen[False, False]
    return {
        blank: max(
            -2.5,
            min(2.5, math.log(seen[True, blank] / opening) - math.log(seen[False, blank] / going)),
        )
        for blank in (True, False)
    }

"""Rows → headline rows and paragraphs: the reading of each stretch that fits the columns best."""

import math
from functools import cached_property
from itertools import chain

from articles.parsing.typography import head_words
from articles.parsing.typography.breaks import Breaks, Place
from articles.parsing.typography.columns import (
    INDENT,
    OVER,
    STRETCH,
    changes_column,
    is_flush,
    is_wider,
    keeps_indents,
    least_width,
    may_be_first,
    misfit,
    neighbouring,
    own_widths,
    read_blanks,
    stretches,
    usual_widths,
)
from articles.parsing.typography.head_words import ASKED
from articles.parsing.typography.heaped_rows import is_heap
from articles.parsing.typography.interruptions import break_cost, is_interrupted
from articles.parsing.typography.lone_rows import LoneRows
from articles.parsing.typography.page_words import PageWords
from articles.parsing.typography.rows import KEPT, TEXTUAL, Kind, Row
from articles.parsing.typography.siblings import mark_siblings

MOST_HEAD_ROWS = 9
TORN = 1.2
OPEN_QUOTE = 3.0  # no headline ends inside a quotation
UNENDED = 2.5  # a headline's last row above a text
UNINDENTED = 1.5
ASKS = 0.5  # a question alone in its row, in no quotation
FAR_SHORT = 0.7  # of the column: no row of a paragraph but its last
CLEAR = 2.0  # so much of a lead, and any more, leaves `confidence` without a doubt
BEST_EDGE = -3.6  # the least of `_edge_cost`
ENDED = 3.0  # a story ends above: a text without a headline is hardly the next thing
WORST = 99.0  # what no reading costs
CLAUSE = "，"  # a wide row that holds one tells something, as no headline of one row does
TRAILS_OFF = 0.8  # a paragraph of several rows and clauses that ends in ……
CRIED = -0.5  # a quotation alone in its row ends a heading more often than a paragraph
FILLS = 0.8  # a row as wide as those of a paragraph, or as its first one
GOES_ON = 0.25  # a full row below a full one: less than a new column for a paragraph
ASKED_INSIDE = 4.0
ECHOED = 1.5
CLOSED = "”）》"  # signs with which a headline may end and a row of a paragraph may
ROUNDING = 1e-9
FEW_ROWS = 3  # that hold no sentence, narrower than any column: no paragraph
CRY = 1.0  # a text whose first paragraph is one row that ends in ！ or ？
FEW_OWN = 0.8  # of few rows in a column that no neighbour has
RAGGED = 1.5  # em that a full row may lack of the row above it
ALONE = KEPT | {Kind.SIGN_OFF, Kind.GREETING}  # each row a paragraph, unless it goes on
LONGEST_STRETCH = 300  # rows without a sentence end: a list or a table, not a paragraph


def lay_out(rows: list[Row]) -> list[Place]:
    """Judge every row of running text on the page."""
    page = _Layout(rows)
    page.measure()
    page.split_heads()
    page.take_lone_rows()
    mark_siblings(rows, page.places)
    paragraphs = Breaks(rows, page.places, page.chunks, page.own, page.indented, page.flush)
    paragraphs.settle_columns()
    paragraphs.find()
    for row, place in zip(rows, page.places, strict=True):
        if row.kind in ALONE:
            place.opens = not row.goes_on
    return page.places


class _Layout:
    def __init__(self, rows: list[Row]):
        self.rows = rows
        self.places = [Place() for _ in rows]
        self.chunks = list(stretches(rows))
        self.starts = {a for a, _ in self.chunks}
        self.indented = keeps_indents(rows)
        self.flush = is_flush(rows)
        self.blanks = read_blanks(rows, self.chunks)
        self.widths = [row.width for row in rows]
        self.words = PageWords(rows)
        # Only such a row makes more headline rows cost less.
        self.dashed = "\n——" in self.words.text
        self.asked = all(f"\n{word}" in self.words.text for word in ASKED)

    @cached_property
    def usual(self) -> set[float]:
        """Asked for where a stretch stands in no column of its neighbours."""
        return usual_widths(self.rows)

    def measure(self) -> None:
        """Column width of each stretch; short stretches look to their neighbours."""
        self.own = own_widths(self.rows, self.chunks)
        self.after, last = [], 0.0
        for width in reversed(self.own):
            self.after.append(last)
            last = width or last
        self.after.reverse()

    def split_heads(self) -> None:
        before = 0.0
        for index, (start, stop) in enumerate(self.chunks):
            context = neighbouring(before, self.own[index], self.after[index])
            self.before = before
            if is_heap(self.rows[start : stop + 1], MOST_HEAD_ROWS):
                reading, margin = (0.0, stop - start + 1, ()), CLEAR
            elif self.rows[start].kind is Kind.OPENING:
                cost, columns = self._body_reading(start, stop, context, 0)
                reading, margin = (cost, 0, columns), CLEAR
            else:
                reading, margin = self._best(start, stop, context)
            _, heads, columns = reading
            first = start + heads
            for place in self.places[start:first]:
                place.head, place.cost = True, margin
            for place, column in zip(self.places[first : stop + 1], columns, strict=True):
                place.column, place.cost = column, margin
            if first <= stop:
                self.places[first].opens = heads > 0 or self.rows[start].kind is Kind.OPENING
                before = columns[-1] or before

    def take_lone_rows(self) -> None:
        """Rows that are headlines by what stands around them."""
        LoneRows(self.rows, self.places, self.words).find(self.chunks, self._may_continue)

    def _best(self, start: int, stop: int, context: dict) -> tuple[tuple, float]:
        """The best reading (cost, headline rows, columns) and its lead over the second best.

        A reading that is worse by CLEAR is not looked at any further: so much of a lead is clear.
        """
        best, second = (math.inf, 0, ()), math.inf
        head_cost, quoted = 0.0, 0
        for heads in range(min(stop - start + 1, MOST_HEAD_ROWS) + 1):
            if heads:
                head_cost += self._head_cost(start + heads - 1, context)
                text = self.rows[start + heads - 1].text
                quoted += text.count("“") - text.count("”")
            cost = head_cost + self._edge_cost(start, stop, heads)
            cost += OPEN_QUOTE if quoted > 0 else 0.0
            most = min(second, best[0] + CLEAR)
            if cost >= most:  # no body makes it better
                if head_cost + BEST_EDGE >= most and not self.dashed:
                    break
                continue
            if start + heads > stop:
                below, columns = self._all_head_cost(start, stop), ()
            else:
                below, columns = self._body_reading(start, stop, context, heads, most - cost)
                if 0 < heads == stop - start and head_words.cries(self.rows[stop], columns):
                    cost += CRY
            if heads and cost + below < most:
                cost += self._torn_cost(start + heads)
            cost += below
            if heads == 0 and cost < 0.45:
                return (cost, heads, columns), CLEAR
            if cost < best[0]:
                best, second = (cost, heads, columns), best[0]
            elif cost < second:
                second = cost
        return best, second - best[0]

    def _body_reading(
        self, start: int, stop: int, context: dict, heads: int, most: float = WORST
    ) -> tuple[float, list[float]]:
        """The column width that suits the rows after the headline rows best, below `most`."""
        first = start + heads
        best, columns = min(WORST, most + ROUNDING), [0.0] * (stop - first + 1)
        end = self._end_cost(first, stop)
        interrupted = stop - first <= LONGEST_STRETCH and is_interrupted(self.rows, stop)
        least = 0.0 if interrupted else end
        for width, prior in chain(context.items(), self._own_widths(first, stop, context)):
            if prior + least < best:
                cost, found = self._body_cost(first, stop, width, self.before)
                broken = interrupted and break_cost(
                    self.rows, first, stop, found[-1], flush=self.flush
                )
                cost += prior + (broken or end)
                if cost < best:
                    best, columns = cost, found
                if best < 0.04:
                    break
        return best, columns

    def _own_widths(self, first: int, stop: int, context: dict):
        """Columns that only the rows themselves tell of, with what each costs before any fit."""
        widest, indented = max(self.widths[first : first + 12]), self.widths[first] + INDENT
        for width in (widest, indented) if widest != indented else (widest,):
            if width not in context:
                narrow = width < FAR_SHORT * min(context, default=0.0)
                alone = narrow and stop - first < FEW_ROWS and not self._has_sentence(first, stop)
                few = FEW_OWN if stop - first < FEW_ROWS else 0.0
                yield width, (0.6 if width in self.usual else 2.0) + few + (1.5 if alone else 0.0)

    def _edge_cost(self, start: int, stop: int, heads: int) -> float:
        """Whether the rows around a supposed headline allow one."""
        before = self.rows[start - 1] if start else None
        if not heads:
            if before is None or not _ends_story(before):
                return 0.0
            told = any(sign in self.rows[start].text for sign in "，、")
            return ENDED / 3 if told else ENDED
        cost = 0.0
        if before is not None and before.kind in TEXTUAL:
            if not before.strong and not self.places[start - 1].head:
                cost += 1.5 if before.weak else 3.0
            if self.before_full(start) and not before.final:
                cost += 0.8 if self.rows[start].blank else 1.5
        after = start + heads
        if after <= stop:
            cost += UNENDED if self.rows[after - 1].text[-1] in "，、；" else 0.0
            cost -= min(1.0, self.blanks.cost(start, after)) if self.rows[after].blank else 0.0
            cost -= 2.0 if self.rows[after].indent >= 1 else 0.0
            cost -= ECHOED if self._is_echoed(after - 1, stop) else 0.0
            cost += head_words.first_cost(self.rows[after].text)
            cost -= head_words.report_gain(self.rows[after - 1], self.rows[after])
            cost += 2.0 if self.indented and self.rows[after].indent < 1 else 0.0
        return cost

    def _is_echoed(self, place: int, stop: int) -> bool:
        """A row whose words the page repeats: in quotes or brackets apart from the next, or between
        a text and a paragraph of one row."""
        row, below = self.rows[place], self.rows[place + 1]
        told = place in self.starts and place > 0 and self.rows[place - 1].kind is Kind.TEXT
        told = told and place + 1 == stop and below.text[-1] == "。" and CLAUSE not in row.text
        return (told or (row.text[-1] in CLOSED and below.blank)) and self.words.echo(place)

    def _torn_cost(self, after: int) -> float:
        """What stands on both sides of the last headline row's end is one word elsewhere."""
        following = self.rows[after] if after < len(self.rows) else None
        if following is None or following.kind != Kind.TEXT:
            return 0.0
        if head_words.ends_a_word(following.text):
            return OPEN_QUOTE
        known = self.words.known(after, self.rows[after - 1].text[-1] + following.text[0])
        return (0.5 if following.blank else 1.0) * TORN * known / 2

    def before_full(self, place: int) -> bool:
        """Whether the row before fills its column."""
        column, above = self.places[place - 1].column, self.rows[place - 1]
        # Whether that row opens a paragraph is not known yet; it may, and below a subhead it does.
        opening = place - 1 in self.starts or self.places[place - 1].opens
        width = above.width + above.flex + INDENT * opening
        return bool(column) and width >= column - 1.0

    def _head_cost(self, place: int, context: dict) -> float:
        row, following = self.rows[place], self.rows[place + 1 : place + 2]
        cost = head_words.word_cost(row, following[0] if following else None)
        cost += head_words.spaced_cost(row, context)
        if context:
            off = min([abs(row.width - w) for w in context])
            first = self._opens_alone(place, self.before)
            cost += FILLS if off <= 0.5 or first else 0.0
            cost += head_words.telling_cost(row) if first else 0.0
            wide = row.width - max(context)
            cost -= 1.0 if wide > 1.5 and CLAUSE not in row.text else 0.0
        return cost

    def _opens_alone(self, place: int, before: float) -> bool:
        """Whether the row, and not the next one, is as wide as a first row of the column before."""
        first = [-1.1 <= r.width - before + INDENT <= 0.5 for r in self.rows[place : place + 2]]
        return not self.flush and before > 0 and first == [True, False]

    def _all_head_cost(self, start: int, stop: int) -> float:
        row, below = self.rows[stop], self.rows[stop + 1 : stop + 2]
        if row.text[-1] == "。" or (self.asked and below and below[0].text.startswith(ASKED[1])):
            return 8.0
        if start < stop and head_words.is_exclamation(row.text):
            return CRIED
        if start == stop and head_words.is_plain_question(row.text):
            return ASKS
        if row.strong:
            return 1.0 if row.text.rstrip("”")[-1:] in "！？!?" else 3.0
        return 0.0

    def _body_cost(self, first: int, stop: int, width: float, before: float) -> tuple[float, list]:
        """How badly rows first..stop, but for their end, read as a paragraph in such a column."""
        rows = self.rows
        cost = self._first_cost(first, stop, width) + self._asked_cost(first, stop)
        columns = [width] * (stop - first + 1)
        if first == stop or stop - first > LONGEST_STRETCH:
            return cost, columns
        for place in range(first + 1, stop):
            row = rows[place]
            if row.blank:
                cost += self.blanks.cost(first, place)
            if not -1.1 <= row.width - width <= 0.6:
                off = misfit(row, rows[place + 1], width)
                least = OVER if is_wider(rows, place, stop) else 1.5
                if off >= least and changes_column(rows, place, stop):
                    known = place - first > 2 or columns[0] == before
                    off = (1.5 if row.blank else 2.0) + (0.0 if known else 1.5)
                    width = row.width
                    columns[place - first :] = [width] * (stop - place + 1)
                cost += off
        last = rows[stop]
        if last.blank:
            cost += self.blanks.cost(first, stop)
        if last.width > width + 1.3 and not last.spaced and least_width(last) > width + 0.6:
            cost += 1.5 if last.blank else 4.0
        return cost, columns

    def _asked_cost(self, first: int, stop: int) -> float:
        """No paragraph goes on with 问："""
        if not self.asked:
            return 0.0
        return ASKED_INSIDE * any(r.text.startswith(ASKED) for r in self.rows[first + 1 : stop + 1])

    def _end_cost(self, first: int, stop: int) -> float:
        """A paragraph ends its sentence, and holds at least one."""
        last = self.rows[stop]
        if stop - first > LONGEST_STRETCH or self._is_cut_off(first, stop):
            return 0.0
        if last.text[-1] in "：:":
            return 0.5
        if last.text.endswith("……") and any(CLAUSE in r.text for r in self.rows[first:stop]):
            return TRAILS_OFF
        cost = 0.0 if last.strong else 2.0 if last.weak else 4.0
        if self._has_sentence(first, stop):
            return cost
        if last.text[-1] in "！？!?":
            cost += 1.2
        else:
            cost += 1.5 + 0.8 * min(6, stop - first)
        if stop - first < 4 and not self._may_continue(first) and self._closes(stop):
            cost += 2.5
        return cost

    def _has_sentence(self, first: int, stop: int) -> bool:
        sign = "." if self.rows[stop].text.isascii() else "。"
        return any(sign in row.text for row in self.rows[first : stop + 1])

    def _is_cut_off(self, first: int, stop: int) -> bool:
        """下转 follows a paragraph, or a row as wide as the one above: its sentence may go on.

        So it may below a page's number in the midst of a text.
        """
        after, above = self.rows[stop + 1 : stop + 3], self.rows[max(0, stop - 1)]
        jumps = bool(after) and after[0].kind is Kind.JUMP
        if len(after) == 2 and after[0].kind is Kind.FURNITURE and not after[0].blank:
            told = first < stop or CLAUSE in self.rows[stop].text
            jumps = told and after[1].kind is Kind.TEXT and not after[1].blank
        return jumps and (first < stop or self.rows[stop].width > above.width - RAGGED)

    def _closes(self, stop: int) -> bool:
        """Whether a story begins, or nothing follows, after this row."""
        below = self.rows[stop + 1] if stop + 1 < len(self.rows) else None
        if below is None or below.kind is not Kind.BYLINE:
            return below is None or below.kind is Kind.OPENING
        # A byline in brackets signs the text above.
        return below.text[0] not in "（(" and not head_words.speaks(self.rows[stop])

    def _first_cost(self, first: int, stop: int, width: float) -> float:
        row = self.rows[first]
        if first == stop:
            return self._alone_cost(row, width)
        off = row.width - (width - INDENT)
        # Spacing widens a row, so a wider one is not indented; a drop cap hides its row's width.
        if row.spaced and (off <= 0.6 or row.first < row.last):
            return 0.3 if row.width >= STRETCH * (width - INDENT) else 3.0
        if self.flush and abs(row.width - width) <= 1.0:
            return 0.0
        if abs(off) <= 0.8:
            return 0.8 if (self.indented and not row.indent) or self.flush else 0.0
        if -2.1 <= off <= 1.1 and may_be_first(row, self.rows[first + 1], width):
            return 0.2 if row.indent or not self.indented else 0.8
        if abs(row.width - width) <= 1.0:
            return GOES_ON if self._may_continue(first, width) else self._flush_cost(first)
        if row.width + row.flex < FAR_SHORT * (width - INDENT):
            return 4.5
        return max(1.0, misfit(row, self.rows[first + 1], width - INDENT))

    def _alone_cost(self, row: Row, width: float) -> float:
        """A paragraph of a single row; in an indented text it is further in than other rows."""
        cost = UNINDENTED if self.indented and row.strong and not row.indent else 0.0
        if row.width <= width - INDENT + 1.2:
            return cost + 0.5
        return cost + (0.7 if row.width <= width + 1.2 else 4.0)

    def _flush_cost(self, first: int) -> float:
        """A full row that opens a paragraph where rows are indented; a byline may stand above."""
        return 2.4 if first and self.rows[first - 1].kind is Kind.TEXT else 1.2

    def _may_continue(self, first: int, width: float = 0.0) -> bool:
        """The paragraph before may go on here: its last row is full, in this column or its own."""
        if not first or self.rows[first - 1].kind not in TEXTUAL:
            return False
        above = self.rows[first - 1].width
        return self.before_full(first) or (width > 0 and -0.1 <= above - width <= 0.6)


def _ends_story(row: Row) -> bool:
    bracketed = row.kind is Kind.BYLINE and row.text[0] in "（("
    return row.kind is Kind.SIGN_OFF or bracketed or (row.final and row.kind is Kind.TEXT)

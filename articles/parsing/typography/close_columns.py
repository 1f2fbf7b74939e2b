"""Columns whose rows a tool wrote one after another, with no more than a space between.

A row of three columns is one line, or where a gap in it is wide, several. The columns of a story
are equally wide, so most lines can be cut where the first column ends. Which column each piece
stands in is then told by how every row goes on from the one above it: all ways are weighed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from articles.parsing.typography.close_stretches import (
    INDENT,
    OFF,
    OVER,
    cuts_of,
    ends_sentence,
    stretches,
)
from articles.parsing.typography.lines import clean, is_spaced, width
from articles.parsing.typography.rows import COUNTED, NEVER_FIRST
from articles.parsing.typography.side_by_side import reading_order
from articles.records import Line

MOST_COLUMNS, MOST_CUTS, BEAM = 7, 4, 24
NEAR = 300  # lines that tell what stands together elsewhere
SHORT = 1.2  # em that a full row may lack of its column
NAMES = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")  # a gap between names, and at no number
NUMBER = re.compile(r"[0-9] |. [0-9]")  # a gap that a tool may put at a number
NAME_GAP, FLEX = 1.0, 0.2  # em of such a gap; by which a letter or digit may be wider
PAIRS = ("（）", "《》")
ODD, FIRST_ROW, ENDED = 2.5, 0.2, 0.3  # a piece that fills nothing, that opens, that ends a text
A_PIECE, A_GAP = 0.3, 0.3  # more pieces than need be; a gap inside of one
A_NUMBER, IN_WIDE = 0.4, 1.0  # a cut at a number, and in a row that is set wide
BAD_START = 4.0
NEW, FULL_END, TORN = 3.0, 0.4, 2.0  # no new paragraph below an ended one; one below another
TWO_HEADS, A_HEAD = 1.0, 0.5  # a short row below a short row, and a full one
LOST_BRACKET, KNOWN, COUNTS = 1.5, 0.8, 1.0
SKIPPED, NOT_BEGUN, DONE = 1.5, 0.4, 0.1  # a column without a piece in a row
SAME_ROW = 0.2  # a piece farther right that a line of its own holds
ANEW, LATE, INSIDE = 1.8, 1.5, 3.0  # another story; one without an opening row; an opening in one
UNENDED = 1.5  # a story that stops in a sentence
OVER_ALL, PARTED = 1.5, 2.0  # a line over all columns; each full piece of one
WORST = 0.95  # cost a piece of a reading that is none


Opens = Callable[[str], bool]  # whether a text's first words open a story


class Piece(NamedTuple):
    """Characters begin..end-1 of a line."""

    line: int
    begin: int
    end: int
    text: str
    width: float  # em that it is wide at least
    wide: float  # and at most: numbers, words and gaps vary
    opening: bool  # begins a story

    @property
    def strong(self) -> bool:
        return ends_sentence(self.text)


class State(NamedTuple):
    """What stands in the columns so far, and how well it reads."""

    cost: float
    column: int  # of the last piece
    lasts: tuple  # of each column, the last piece or None
    firsts: tuple
    trail: tuple | None  # (trail before, piece, column)


_line_of = attrgetter("line")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines first..last-1 hold columns, each a list of pieces in printed order."""

    first: int
    last: int
    columns: list[list[Piece]]

    def pieces(self) -> list[Piece]:
        """Line by line."""
        return sorted([piece for column in self.columns for piece in column])


def cut_close(lines: Sequence[Line], opens: Opens, line_of) -> tuple[Line, ...]:
    """The lines, those of close columns in segments; `line_of(number, raw, segment)` makes one."""
    out, done = [], 0
    for region in _find(lines, opens):
        out += lines[done : region.first]
        for place, row in groupby(region.pieces(), _line_of):
            out += _segments(lines[place], [piece.begin for piece in row], line_of)
        done = region.last
    return (*out, *lines[done:])


def _segments(line: Line, begins: Sequence[int], line_of) -> list[Line]:
    if len(begins) < 2:
        return [line]
    cuts = enumerate(pairwise([0, *begins[1:], len(line.raw)]))
    return [line_of(line.number, line.raw[a:b], k) for k, (a, b) in cuts]


def in_order(lines: Sequence[Line], opens: Opens) -> list[Line]:
    """Lines that are cut into segments, column by column."""
    ordered = reading_order(lines)
    return ordered if ordered != list(lines) else _close_order(lines, opens)


def _close_order(lines: Sequence[Line], opens: Opens) -> list[Line]:
    whole = [list(group) for _, group in groupby(lines, key=attrgetter("number"))]
    joined = list(map(_joined, whole))
    out, done = [], 0
    for region in _find(joined, opens):
        out += [line for group in whole[done : region.first] for line in group]
        pieces = region.pieces()
        segment = {p: k for _, row in groupby(pieces, _line_of) for k, p in enumerate(row)}
        counts = Counter(map(_line_of, pieces))
        if all(counts[place] == len(whole[place]) for place in range(region.first, region.last)):
            out += [whole[p.line][segment[p]] for column in region.columns for p in column]
        else:
            out += [line for group in whole[region.first : region.last] for line in group]
        done = region.last
    return [*out, *(line for group in whole[done:] for line in group)]


def _joined(pieces: Sequence[Line]) -> Line:
    """The line that was cut into the pieces."""
    if len(pieces) == 1:
        return pieces[0]
    raw = "".join([piece.raw for piece in pieces])
    return pieces[0]._replace(raw=raw, text=clean(raw), width=width(raw))


def _find(lines: Sequence[Line], opens: Opens) -> Iterator[Region]:
    """Where columns stand so close, from the top of the page to its foot."""
    for first, last, size in stretches(lines):
        region = _Weighing(lines, first, last, size, opens).region()
        if region is not None:
            yield region


class _Weighing:
    """All ways to put the pieces of some lines into columns of one width."""

    def __init__(self, lines: Sequence[Line], first: int, last: int, size: float, opens: Opens):
        self.opens = opens
        self.lines, self.first, self.last, self.size = lines, first, last, size
        near = lines[max(0, first - NEAR) : last + NEAR]
        self.page = "\n".join([line.raw for line in near])
        self.known: dict[tuple, float] = {}

    def region(self) -> Region | None:
        ways = [list(self._ways(place)) for place in range(self.first, self.last)]
        if not all(ways):
            return None
        pieces = sum([len(options[0][1]) for options in ways])
        numbers = Counter([len(options[0][1]) for options in ways])
        often = max((n for n, times in numbers.items() if times > 1), default=0)
        best, least = None, WORST * pieces
        for count in {often, max(numbers)}:
            state = self._read(ways, count) if 2 <= count <= MOST_COLUMNS else None
            if state and self._whole(state) < least:
                best, least = state, self._whole(state)
        return None if best is None else Region(self.first, self.last, _columns(best))

    def _read(self, ways, count: int) -> State | None:
        """The best reading as so many columns."""
        empty = (None,) * count
        states = [State(0.0, count - 1, empty, empty, None)]
        for options in ways:
            states = self._grown(states, options, empty)
        return min(states, key=self._whole, default=None)

    def _ways(self, place: int) -> list[tuple[float, list[Piece]]]:
        """(cost, pieces) of the likeliest ways to cut a line, the best first."""
        raw = self.lines[place].raw
        begin, stop = len(raw) - len(raw.lstrip()), len(raw.rstrip())
        ends = [at for _, at in cuts_of(raw)] + [stop]
        found: dict[int, list[tuple[float, list[Piece]]]] = {begin: [(0.0, [])]}
        starts = [begin, *(at + 1 for at in ends[:-1])]
        for start in starts:
            ways = sorted(found.get(start, []), key=lambda way: way[0])[:MOST_CUTS]
            for end in ends:
                if end <= start or not ways:
                    continue
                text = raw[start:end].replace(" ", "")
                em = width(text)
                if em > self.size + OVER:
                    break
                if not text:
                    continue
                spaced = end - start - len(text) > 2 and is_spaced(raw[start:end])
                gaps = 0 if spaced else len(NAMES.findall(raw, start, end))
                wide = em + NAME_GAP * gaps + FLEX * len(text.encode("ascii", "ignore"))
                wide = max(wide, self.size) if spaced and em > self.size / 2 else wide
                piece = Piece(place, start, end, text, em, wide, self.opens(text))
                cost = self._piece_cost(piece) + A_PIECE + A_GAP * gaps
                cost += _cut_cost(raw, end) if end < stop else 0.0
                found.setdefault(end + (end < stop), []).extend(
                    (total + cost, [*pieces, piece])
                    for total, pieces in ways
                    if len(pieces) < MOST_COLUMNS
                )
        return sorted(found.get(stop, []), key=lambda way: way[0])[:MOST_CUTS]

    def _piece_cost(self, piece: Piece) -> float:
        """Whether it is a full row, a paragraph's first one or its last one."""
        cost = BAD_START if piece.text[0] in NEVER_FIRST else 0.0
        lacks = self.size - piece.wide
        if lacks <= SHORT:
            return cost
        if piece.strong:
            return cost + ENDED
        return cost + min(ODD, FIRST_ROW + max(0.0, lacks - INDENT - OFF))

    def _grown(self, states, options, empty: tuple) -> list[State]:
        best: dict[tuple, State] = {}
        anew = [self._anew(state, empty) for state in states if state.firsts != empty]
        for state in [*states, *anew]:
            for cost, pieces in options:
                for column, fee in self._places(state):
                    self._put(state, pieces, column, state.cost + cost + fee, best)
        clear = [*anew, *(state for state in states if state.firsts == empty)]
        grown = list(best.values())
        if clear:
            above = min(clear, key=attrgetter("cost"))
            pieces = options[0][1]
            full = [piece.wide >= self.size - INDENT - OFF for piece in pieces]
            trail = ((above.trail, self._line(pieces), 0), None, 0)
            cost = above.cost + OVER_ALL + PARTED * (sum(full) if len(full) > 1 else 0)
            grown.append(above._replace(cost=cost, trail=trail))
        return sorted(grown, key=attrgetter("cost"))[:BEAM]

    def _anew(self, state: State, empty: tuple) -> State:
        """The state where another story begins."""
        cost = self._whole(state) + ANEW
        return State(cost, len(empty) - 1, empty, empty, (state.trail, None, 0))

    def _line(self, pieces: Sequence[Piece]) -> Piece:
        """A line that runs over all columns, such as a headline."""
        text = "".join([piece.text for piece in pieces])
        first, last = pieces[0], pieces[-1]
        return Piece(first.line, first.begin, last.end, text, width(text), self.size, False)

    def _places(self, state: State) -> Iterator[tuple[int, float]]:
        """Where a line may begin: in a new row, or farther right in the row above."""
        count = len(state.lasts)
        skips = [self._skip(last) for last in state.lasts]
        if state.lasts[0] is None:
            skips[0] = LATE
        rest = sum(skips[state.column + 1 :])
        for column in range(count):
            yield column, rest + sum(skips[:column])
        for column in range(state.column + 1, count):
            yield column, SAME_ROW + sum(skips[state.column + 1 : column])

    def _put(self, state: State, pieces, column: int, cost: float, best) -> None:
        """Put the pieces of a line into this column and those at its right."""
        ways = [(cost, column, state.lasts, state.firsts, state.trail)]
        for number, piece in enumerate(pieces):
            left = len(pieces) - number - 1
            grown = []
            for spent, at, lasts, firsts, trail in ways:
                fee = 0.0
                for here in range(at, len(lasts) - left):
                    follow = self._follow(lasts[here], piece, here)
                    new = (*lasts[:here], piece, *lasts[here + 1 :])
                    begun = firsts if firsts[here] else (*firsts[:here], piece, *firsts[here + 1 :])
                    grown.append((spent + fee + follow, here + 1, new, begun, (trail, piece, here)))
                    if not number:  # where it begins is given
                        break
                    fee += self._skip(lasts[here])
            ways = grown
        for spent, at, lasts, firsts, trail in ways:
            key = (at, lasts)
            if key not in best or best[key].cost > spent:
                best[key] = State(spent, at - 1, lasts, firsts, trail)

    def _skip(self, last: Piece | None) -> float:
        if last is None:
            return NOT_BEGUN
        return DONE if last.strong else SKIPPED

    def _whole(self, state: State) -> float:
        """The cost with what the foot of each column and the head of the next say."""
        feet = [last for last in state.lasts if last is not None]
        joints = zip(state.lasts, state.firsts[1:], strict=False)
        linked = [self._follow(above, below) for above, below in joints if below is not None]
        stopped = UNENDED if feet and not feet[-1].strong else 0.0
        return state.cost + sum([max(0.0, cost) for cost in linked]) + stopped

    def _follow(self, above: Piece | None, below: Piece, column: int = 1) -> float:
        """What it costs to read a piece below another."""
        if above is None and below.opening:
            return INSIDE if column else 0.0
        if above is None:
            return 0.0 if column or below.width < self.size - SHORT else LATE
        key = (above, below)
        if key not in self.known:
            self.known[key] = self._weigh(above, below)
        return self.known[key]

    def _weigh(self, above: Piece, below: Piece) -> float:
        size = self.size
        cost = sum(_bracket(above.text, below.text, pair) for pair in PAIRS)
        cost += INSIDE if below.opening else 0.0
        if above.text[-1].isdigit() and below.text[0] in COUNTED:
            cost -= COUNTS
        elif (pair := above.text[-1] + below.text[0]).isalpha() and pair in self.page:
            cost -= KNOWN
        full = above.wide >= size - SHORT
        if above.strong:
            return cost + (0.0 if below.width < size - SHORT else FULL_END if full else NEW)
        opens = below.wide < size - SHORT
        if full or above.wide >= size - INDENT - OFF:
            return cost + (0.0 if below.strong or not opens else TORN)
        if below.strong or -OFF <= below.width - size + INDENT <= OFF:
            return cost
        return cost + (TWO_HEADS if opens else A_HEAD)


def _cut_cost(raw: str, gap: int) -> float:
    """What tells against a column's end at a gap: a number beside it, a row that is set wide."""
    wide = raw[gap - 2 : gap - 1] == " " == raw[gap + 2 : gap + 3]
    return A_NUMBER * (NUMBER.match(raw, gap - 1) is not None) + IN_WIDE * wide


def _columns(state: State) -> list[list[Piece]]:
    """The pieces column by column, story after story."""
    stories: list[list[list[Piece]]] = [[[] for _ in state.lasts]]
    trail = state.trail
    while trail is not None:
        trail, piece, column = trail
        if piece is None:
            stories.append([[] for _ in state.lasts])
        else:
            stories[-1][column].append(piece)
    columns = [column for story in reversed(stories) for column in story]
    return [column[::-1] for column in columns if column]


def _bracket(above: str, below: str, pair: str) -> float:
    """Cost of a bracket that opens at one row's end and does not close, or the other way."""
    opening, closing = pair
    opened = above.rfind(opening) > above.rfind(closing)
    at = below.find(closing)
    closes = at >= 0 and opening not in below[:at]
    return LOST_BRACKET if opened != closes else -LOST_BRACKET if opened else 0.0

"""Printed lines → pieces: rows of one type, one below the other, in one column."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.printing import Printed
from articles.parsing.pdf.tables import ROW as TABLE_ROW
from articles.parsing.typography.rows import Row

PITCH = 2.0  # of the type's size: rows further apart are two pieces
WIDEST = 2.6  # a page's rows are set that wide at most
WIDER = 1.1  # of the usual pitch: what still holds a column together
LOOSER = 1.3  # of the piece's own pitch
STANDS_OFF = 1.15  # of the other rows' pitch
SAME_SIZE = 0.04
STANDING_GAP = 0.8  # em between vertical lines of one text
INDENT = 2.0  # em
EDGES = 0.3  # em by which rows of one column differ
STEP = 3.0  # em by which a column's edge jumps beside an inset: more than an indent


@dataclass(slots=True)
class Piece:
    """Rows of one type in one column; `left` and `right` are the column's edges in points."""

    lines: list[Printed]
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    em: float = 0.0
    face: str = ""
    characters: int = 0
    part: str = ""
    story: int = 0
    goes_on: bool = False  # right below the piece before it, in the same column
    number: int = 0
    rows: list[Row] = field(default_factory=list)  # what each line is by its words
    edge_left: float = 0.0  # of the column, where hanging signs do not count
    edge_right: float = 0.0

    def measure(self) -> "Piece":
        lines = self.lines
        self.size, self.em = lines[0].size, lines[0].em
        self.left = min(x.left for x in lines)
        self.right = max(x.right for x in lines)
        self.top, self.bottom = min(x.top for x in lines), max(x.bottom for x in lines)
        self.characters = sum(len(x.text) for x in lines)
        faces: Counter[str] = Counter()
        for line in lines:
            faces[line.face] += len(line.text)
        self.face = faces.most_common(1)[0][0]
        self.edge_left = _edge([x.left for x in lines], self.em, min)
        self.edge_right = _edge([x.right for x in lines], self.em, max)
        return self

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def vertical(self) -> bool:
        return self.lines[0].vertical

    @property
    def text(self) -> str:
        return "".join(x.text for x in self.lines)

    @property
    def is_block(self) -> bool:
        """Whether two of its rows at least are as wide as they can be here: it shows its edges."""
        full = sum(x.right >= self.edge_right - self.em for x in self.lines)
        return full >= 2 and sum(x.left <= self.edge_left + 0.6 * self.em for x in self.lines) >= 2

    def fills_column_of(self, text: "Piece") -> bool:
        """Whether it has the edges of a longer text: it is a row or two of that column."""
        off = max(abs(text.edge_left - self.left), abs(text.edge_right - self.right))
        return len(text.lines) > 2 and off <= EDGES * self.em

    def indent(self, line: Printed) -> float:
        """Em from the column's left edge, or the top of lines that run downwards, to the line."""
        if line.vertical:
            return (line.top - self.top) / self.em
        return (line.left - self.edge_left) / self.em

    def lack(self, line: Printed) -> float:
        """Em from the line's end to the column's right edge."""
        return (self.edge_right - line.right) / self.em


def _edge(values: list[float], em: float, outermost: Callable) -> float:
    """The column's edge: the outermost place where several rows end."""
    if len(values) < 3:
        return outermost(values)
    counts = Counter(round(4 * v / em) for v in values)
    enough = max(2, len(values) // 6)
    shared = [v for v in values if counts[round(4 * v / em)] >= enough]
    edge = outermost(shared or values)
    far = abs(outermost(values) - edge) / em
    # What stands out by an indent is the edge, and the others are indented.
    return outermost(values) if 1.5 < far < 3 and outermost is min else edge


def find_pieces(lines: Sequence[Printed], bars: Sequence[Shape]) -> list[Piece]:
    """Pieces from the top left; `bars` are horizontal rules that no piece crosses."""
    flat = [x for x in lines if not x.vertical]
    pieces = [Piece(group).measure() for group in _Linker(flat, bars).groups()]
    pieces += [Piece(group).measure() for group in _tall_groups(lines)]
    pieces.sort(key=lambda p: (round(p.top), p.left))
    for number, piece in enumerate(pieces, 1):
        piece.number = number
    return pieces


class _Linker:
    """Gives every line the one that stands right below it in its column."""

    def __init__(self, lines: list[Printed], bars: Sequence[Shape]):
        self.lines = sorted(lines, key=lambda x: x.base)
        self.bases = [x.base for x in self.lines]
        self.bars = sorted(bars, key=lambda b: b.top)
        self.bar_tops = [b.top for b in self.bars]
        self.pitch = max(PITCH, WIDER * self._usual_pitch())

    def _usual_pitch(self) -> float:
        """From one row to the next, in sizes of the type, as most rows of the page have it."""
        steps: Counter[float] = Counter()
        for line in self.lines:
            high = bisect_right(self.bases, line.base + WIDEST * line.size)
            below = (
                x for x in self.lines[bisect_right(self.bases, line.base + 0.5 * line.size) : high]
                if x.size == line.size and _overlap(x, line) > 0.4 * line.width
            )  # fmt: skip
            if found := next(below, None):
                steps[round((found.base - line.base) / line.size, 1)] += 1
        pitch, rows = steps.most_common(1)[0] if steps else (0.0, 0)
        return pitch if rows > len(self.lines) / 2 else 0.0

    def groups(self) -> list[list[Printed]]:
        below = [self._below(i) for i in range(len(self.lines))]
        above: dict[int, list[int]] = defaultdict(list)
        for upper, lower in enumerate(below):
            if lower is not None:
                above[lower].append(upper)
        groups, place = [], {}
        for i, line in enumerate(self.lines):
            uppers = above.get(i, [])
            group = place.get(uppers[0]) if len(uppers) == 1 else None
            if group is None or not self._keeps_pitch(group, line):
                group = []
                groups.append(group)
            group.append(line)
            place[i] = group
        return [
            part for group in groups for rows in _without_title(group) for part in _by_width(rows)
        ]

    def _below(self, i: int) -> int | None:
        """The line right below, unless there are two side by side."""
        line = self.lines[i]
        pitch = max(self.pitch, TABLE_ROW) if line.cells > 1 else self.pitch
        high = bisect_right(self.bases, line.base + pitch * line.size)
        found: list[int] = []
        for j in range(bisect_right(self.bases, line.base + 0.5 * line.size), high):
            other = self.lines[j]
            if found and other.base - self.lines[found[0]].base > 0.5 * line.size:
                break
            if _is_over(line, other):
                found.append(j)
        if len(found) != 1:
            return None
        other = self.lines[found[0]]
        if self._spans_columns(line, found[0]) or self._barred(line, other):
            return None
        return found[0] if _is_one_type(line, other) else None

    def _spans_columns(self, upper: Printed, lower: int) -> bool:
        """Whether the line runs on over the column beside the one that begins below it."""
        base, size = self.lines[lower].base, upper.size
        low, high = (
            bisect_left(self.bases, base - 0.5 * size),
            bisect_right(self.bases, base + 0.5 * size),
        )
        return any(
            j != lower and _overlap(upper, self.lines[j]) > INDENT * upper.em
            for j in range(low, high)
        )

    def _keeps_pitch(self, group: list[Printed], line: Printed) -> bool:
        if len(group) < 2:
            return True
        pitch = min(b.base - a.base for a, b in pairwise(group))
        return line.base - group[-1].base <= LOOSER * pitch

    def _barred(self, upper: Printed, lower: Printed) -> bool:
        if upper.cells > 1 and lower.cells > 1:  # a table may have lines between its rows
            return False
        low, high = bisect_left(self.bar_tops, upper.base), bisect_right(self.bar_tops, lower.base)
        return any(_overlap(bar, upper) > 0.3 * upper.width for bar in self.bars[low:high])


def _without_title(group: list[Printed]) -> list[list[Printed]]:
    """A first row that stands off the others as a piece of its own."""
    steps = [b.base - a.base for a, b in pairwise(group)]
    if len(steps) < 3 or steps[0] < STANDS_OFF * max(steps[1], steps[2]):
        return [group]
    return [group[:1], group[1:]]


def _by_width(group: list[Printed]) -> list[list[Printed]]:
    """The rows parted where their column grows narrower or wider beside something set into it."""
    parts, start = [], 0
    for k in range(2, len(group) - 1):
        if k - start >= 2 and _is_step(group[max(start, k - 3) : k], group[k : k + 3]):
            parts.append(group[start:k])
            start = k
    return [*parts, group[start:]]


def _is_step(above: Sequence[Printed], below: Sequence[Printed]) -> bool:
    """Whether the column's one edge goes on and its other one jumps."""
    em = above[0].em
    sides = [[[row.left for row in rows], [-row.right for row in rows]] for rows in (above, below)]
    (upper_left, upper_right), (lower_left, lower_right) = sides
    for step, other in (
        ((upper_left, lower_left), (upper_right, lower_right)),
        ((upper_right, lower_right), (upper_left, lower_left)),
    ):
        jumps = abs(min(step[0]) - min(step[1])) > STEP * em
        holds = abs(min(other[0]) - min(other[1])) <= 1.2 * em
        # A single row may be short for another reason.
        narrow = max(step, key=min)
        if jumps and holds and sum(x - min(narrow) <= 0.6 * em for x in narrow) >= 2:
            return True
    return False


def _is_over(upper: Printed, lower: Printed) -> bool:
    """Whether one column may hold both, a short last row over an indented one as well."""
    if _overlap(upper, lower) > 0.4 * min(upper.width, lower.width):
        return True
    return abs(upper.left - lower.left) <= 2.6 * lower.em and _overlap(upper, lower) > -lower.em


def _overlap(a, b) -> float:
    return min(a.right, b.right) - max(a.left, b.left)


def _is_one_type(a: Printed, b: Printed) -> bool:
    # Where the file does not name its faces, sizes tell them apart.
    if abs(a.size - b.size) > (SAME_SIZE if a.face else SAME_SIZE / 2) * a.size:
        return False
    if a.face == b.face or _runs_on(a, b):
        return True
    # A row of digits in another face belongs to its column all the same.
    return not (_has_han(a.text) and _has_han(b.text))


def _runs_on(a: Printed, b: Printed) -> bool:
    """Whether the face changes inside of a row, and the other row is in the face at its edge.

    So an opening in bold type ends, or a signature in another face begins.
    """
    mixed = a.faces[0] != a.faces[1] or b.faces[0] != b.faces[1]
    return mixed and a.faces[1] == b.faces[0] != ""


def _has_han(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in text)


def _tall_groups(lines: Sequence[Printed]) -> list[list[Printed]]:
    """Vertical lines side by side, from the right to the left."""
    groups: list[list[Printed]] = []
    for line in sorted((x for x in lines if x.vertical), key=lambda x: -x.right):
        group = next((g for g in groups if _is_beside(g, line)), None)
        if group is not None:
            group.append(line)
        else:
            groups.append([line])
    return groups


def _is_beside(group: Sequence[Printed], line: Printed) -> bool:
    """Whether it is the next line; the one before it may be as short as a paragraph's last."""
    right = group[-1]
    gap = right.left - line.right
    if abs(right.size - line.size) >= 0.5 or not -1 < gap < STANDING_GAP * line.em:
        return False
    bottom, top = max(x.bottom for x in group), min(x.top for x in group)
    heights = min(bottom, line.bottom) - max(top, line.top)
    return heights > 0.9 * line.size

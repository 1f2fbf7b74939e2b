"""Pour lines into columns of one width, around what stands in their way."""

from dataclasses import dataclass

from .ink import ASCENT, Glyphs, Layer, Rect
from .lines import Composed
from .piece import Piece


@dataclass(frozen=True)
class Line:
    """`lead` is its distance from the column's left edge in em; no `set` is an empty line."""

    set: Composed | None = None
    lead: float = 0.0
    keeps_next: bool = False
    """Whether it never ends a column."""


@dataclass(frozen=True)
class Obstacle:
    """Something over columns `first` up to `stop`: at the top, at the bottom, or between."""

    first: int
    stop: int
    height: float
    anchor: str
    piece: Piece

    def top(self, height: float) -> float:
        free = height - self.height
        return {"top": 0.0, "middle": free * 0.4, "bottom": free}[self.anchor]


@dataclass(frozen=True)
class Columns:
    count: int
    width: float
    """Of one, in points."""
    gutter: float
    size: float
    leading: float

    def left(self, column: int) -> float:
        return column * (self.width + self.gutter)

    def span(self, columns: int) -> float:
        return columns * self.width + (columns - 1) * self.gutter


@dataclass(frozen=True)
class Placed:
    line: Line
    column: int
    top: float


def pour(lines: list[Line], columns: Columns, obstacles: list[Obstacle]) -> tuple[list, float]:
    """(placed lines, height): the least height at which all of them fit."""
    blocked = sum((o.stop - o.first) * (o.height + columns.leading) for o in obstacles)
    height = (len(lines) * columns.leading + blocked) / columns.count - 4 * columns.leading
    tallest = max((_need(obstacle) for obstacle in obstacles), default=0.0)
    height = max(height, tallest, columns.leading)
    while (placed := _try(lines, columns, obstacles, height)) is None:
        height += columns.leading / 2
    return placed, height


def _need(obstacle: Obstacle) -> float:
    return obstacle.height * (1.6 if obstacle.anchor == "middle" else 1.0)


def _try(
    lines: list[Line], columns: Columns, obstacles: list[Obstacle], height: float
) -> list[Placed] | None:
    slots = _slots(columns, obstacles, height)
    placed: list[Placed] = []
    for line in lines:
        slot = next(slots, None)
        if slot is None:
            return None
        if line.keeps_next and slot[3]:
            slot = next(slots, None)
            if slot is None:
                return None
        column, top, first, _ = slot
        if line.set is None and first:
            # An empty line at the head of a column takes no room: its slot goes to the next.
            slots = _with_slot(slot, slots)
            continue
        placed.append(Placed(line, column, top))
    return placed


def _with_slot(slot, slots):
    yield slot
    yield from slots


def _slots(columns: Columns, obstacles: list[Obstacle], height: float):
    """(column, top, whether first and whether last of its stretch), in reading order."""
    for column in range(columns.count):
        for top, bottom in _free(column, columns, obstacles, height):
            count = int((bottom - top - columns.size) / columns.leading + 1.001)
            for index in range(count):
                yield column, top + index * columns.leading, index == 0, index == count - 1


def _free(column: int, columns: Columns, obstacles: list[Obstacle], height: float):
    pad, top = columns.leading * 0.7, 0.0
    inside = [o for o in obstacles if o.first <= column < o.stop]
    for obstacle in sorted(inside, key=lambda o: o.top(height)):
        start = obstacle.top(height)
        if start - pad > top:
            yield top, start - pad
        top = start + obstacle.height + pad
    if top < height:
        yield top, height


def inks(placed: list[Placed], columns: Columns, layer: Layer) -> list[Glyphs]:
    size = columns.size
    return [
        run
        for each in placed
        if each.line.set
        for run in each.line.set.at(
            columns.left(each.column) + each.line.lead * size,
            each.top + ASCENT * size,
            size,
            layer,
        )
    ]


def areas(placed: list[Placed], columns: Columns) -> list[Rect]:
    """One rectangle for each stretch of lines, with the gutter where text goes on beside it."""
    found: list[list[float]] = []
    for each in placed:
        left, right = columns.left(each.column), columns.left(each.column) + columns.width
        bottom = each.top + columns.size
        last = found[-1] if found else None
        near = last and last[0] == left and each.top - last[3] < 2.2 * columns.leading
        if near:
            last[3] = bottom
        else:
            found.append([left, each.top, right, bottom])
    rects = [tuple(each) for each in found]
    return rects + _gutters(rects, columns.gutter)


def _gutters(rects: list[Rect], gutter: float) -> list[Rect]:
    return [
        (one[2], max(one[1], other[1]), other[0], min(one[3], other[3]))
        for one in rects
        for other in rects
        if abs(other[0] - one[2] - gutter) < 0.1 and max(one[1], other[1]) < min(one[3], other[3])
    ]

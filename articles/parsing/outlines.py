"""Where each unit of a page stands in print: rectangles in page units, column by column."""

from collections import defaultdict
from collections.abc import Iterable

from articles.records import Box, Label, Layout

# Of a column's width: what overlaps by that much stands in the same column.
SHARED = 0.6
MARGIN = 0.004  # of the page, around the ink


def outlines(labels: Iterable[Label], layout: Layout) -> dict[int, list]:
    """{unit: its shapes}, as `outline` has them, for labels that make units."""
    lines = defaultdict(list)
    for label in labels:
        if label.unit is not None:
            lines[label.unit].append(label.line)
    return {unit: outline(numbers, layout) for unit, numbers in lines.items()}


def outline(lines: Iterable[int], layout: Layout) -> list:
    """[shape, …] around lines, by their numbers; a shape is a list of [x, y] from 0 to 1."""
    places = [layout.places[n - 1] for n in lines if n <= len(layout.places)]
    return [_shape(box) for box in _columns([place.box for place in places if place is not None])]


def _columns(boxes: list[Box]) -> list[Box]:
    """One box for the lines that stand below each other, the widest lines first."""
    columns: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.left - box.right):
        for number, column in enumerate(columns):
            if _shared(box, column) >= SHARED * (column.right - column.left):
                columns[number] = _around(box, column)
                break
            if _shared(box, column) >= SHARED * (box.right - box.left) and _is_beside(box, column):
                columns[number] = _around(box, column)
                break
        else:
            columns.append(box)
    return columns


def _shared(one: Box, other: Box) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def _is_beside(box: Box, column: Box) -> bool:
    """Whether a short line stands among the lines of a column."""
    return column.top <= box.top <= column.bottom


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _shape(box: Box) -> list:
    left, right = max(0.0, box.left - MARGIN), min(1.0, box.right + MARGIN)
    top, bottom = max(0.0, box.top - MARGIN), min(1.0, box.bottom + MARGIN)
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return [[round(x, 4), round(y, 4)] for x, y in corners]

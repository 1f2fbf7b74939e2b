"""What is drawn on a page beside its text: rules, pictures, and shapes that may be letters."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.parsing.pdf.pdfium import Shape, Sheet

THIN = 3.5  # points: a shape thinner than that is a rule
SHORTEST_RULE = 24.0
SMALLEST_PICTURE = 36.0  # points of either side
LARGEST = 0.7  # of the page: what is larger lies behind everything


@dataclass(slots=True)
class Figures:
    """Shapes by what they do."""

    bars: list[Shape] = field(default_factory=list)  # horizontal rules
    fences: list[Shape] = field(default_factory=list)  # vertical rules
    pictures: list[Shape] = field(default_factory=list)  # photos and empty frames
    curves: list[Shape] = field(default_factory=list)  # rows of shapes that may be letters


def find_figures(shapes: Sequence[Shape], sheet: Sheet) -> Figures:
    """Sort the page's shapes; what lies off the page or behind all of it is left out."""
    found = Figures()
    letters: list[Shape] = []
    for shape in shapes:
        wide, high = shape.right - shape.left, shape.bottom - shape.top
        if not _is_on(shape, sheet) or wide * high > LARGEST * sheet.width * sheet.height:
            continue
        if high <= THIN and wide >= SHORTEST_RULE:
            found.bars.append(shape)
        elif wide <= THIN and high >= SHORTEST_RULE:
            found.fences.append(shape)
        elif shape.kind == "curves":
            letters.append(shape)
        elif min(wide, high) >= SMALLEST_PICTURE:
            found.pictures.append(shape)
    found.curves = _rows(letters)
    return found


def _is_on(shape: Shape, sheet: Sheet) -> bool:
    limit = max(sheet.width, sheet.height)
    return shape.right > 0 and shape.bottom > 0 and shape.left < limit and shape.top < limit


def _rows(letters: list[Shape]) -> list[Shape]:
    """Letters side by side as one shape."""
    rows: list[Shape] = []
    for shape in sorted(letters, key=lambda s: (s.top + s.bottom, s.left)):
        row = next((r for r in reversed(rows[-30:]) if _is_beside(r, shape)), None)
        if row is None:
            rows.append(shape)
            continue
        rows[rows.index(row)] = Shape(
            "curves",
            min(row.left, shape.left),
            min(row.top, shape.top),
            max(row.right, shape.right),
            max(row.bottom, shape.bottom),
            row.index,
            row.points + shape.points,
        )
    return rows


def _is_beside(row: Shape, shape: Shape) -> bool:
    high = max(row.bottom - row.top, shape.bottom - shape.top)
    same = min(row.bottom, shape.bottom) - max(row.top, shape.top) > 0.3 * high
    gap = max(row.left, shape.left) - min(row.right, shape.right)
    return same and gap < 0.8 * high

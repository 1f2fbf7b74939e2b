"""What is drawn on a page beside its text: rules, pictures, and shapes that may be letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.parsing.pdf.pdfium import Shape, Sheet

THIN = 3.5  # points: a shape thinner than that is a rule
THICK_RULE = 6.0, 8.0  # points, and times as long as thick: no text has room on it
SHORTEST_RULE = 24.0
SMALLEST_PICTURE = 36.0  # points of either side
MOST_RULES = 120  # of each kind that are tried as sides of a box
MOST_LETTERS = 4000
MOST_STROKES = 400  # straight ones that are tried as part of a letter
CORNERS = 5  # points of a path that is no more than a box
NEAR = 4.0  # points between rules that meet
BOX = 60.0, 110.0  # points: a curved shape with longer sides is no letter but a rounded box
LARGEST = 0.7  # of the page: what is larger lies behind everything


@dataclass(slots=True)
class Figures:
    """Shapes by what they do."""

    bars: list[Shape] = field(default_factory=list)  # horizontal rules
    fences: list[Shape] = field(default_factory=list)  # vertical rules
    pictures: list[Shape] = field(default_factory=list)  # photos and empty frames
    letterings: list[Shape] = field(default_factory=list)  # pictures of letters, too low for photos
    frames: list[Shape] = field(default_factory=list)  # boxes around text
    grounds: list[Shape] = field(default_factory=list)  # of a single line each, or as low
    curves: list[Shape] = field(default_factory=list)  # rows of shapes that may be letters

    def frame_of(self, thing) -> Shape | None:
        """The smallest box in which the thing stands; of a column its anchor tells."""
        thing = getattr(thing, "anchor", thing)
        around = [f for f in self.frames if is_inside(thing, f)]
        return min(around, key=lambda f: (f.right - f.left) * (f.bottom - f.top), default=None)


def find_figures(shapes: Sequence[Shape], sheet: Sheet) -> Figures:
    """Sort the page's shapes; what lies off the page or behind all of it is left out."""
    found = Figures()
    letters: list[Shape] = []
    straight: list[Shape] = []  # letters without a curve, as 口
    for shape in shapes:
        wide, high = shape.right - shape.left, shape.bottom - shape.top
        if not _is_on(shape, sheet) or wide * high > LARGEST * sheet.width * sheet.height:
            continue
        if _is_rule(shape, high, wide):
            found.bars.append(shape)
        elif _is_rule(shape, wide, high):
            found.fences.append(shape)
        elif shape.kind == "curves" and not _is_box(shape):
            letters.append(shape)
        elif min(wide, high) >= SMALLEST_PICTURE:
            found.pictures.append(shape)
        elif shape.shows == "letters":
            found.letterings.append(shape)
        elif shape.points > CORNERS:
            straight.append(shape)
        elif shape.kind == "path":
            found.grounds.append(shape)
    _find_rows(found, letters, straight)
    found.frames = list(_ruled_frames(found))
    return found


def _is_rule(shape: Shape, thick: float, length: float) -> bool:
    if thick <= THIN:
        return length >= SHORTEST_RULE
    most, slim = THICK_RULE
    plain = shape.kind == "path" and shape.points <= CORNERS
    return plain and thick <= most and length >= max(SHORTEST_RULE, slim * thick)


def ground_edges(figures: Figures) -> list[Shape]:
    """The lower edges of coloured grounds, as rules: the row below is of another piece.

    A headline may have a ground a row, one right below the other.
    """
    return [
        Shape("path", g.left, g.bottom, g.right, g.bottom, g.index)
        for g in figures.grounds
        if not any(
            g is not other
            and g.top < other.top <= g.bottom + (g.bottom - g.top)
            and min(g.right, other.right) > max(g.left, other.left)
            for other in figures.grounds
        )
    ]


def _find_rows(found: Figures, letters: list[Shape], straight: list[Shape]) -> None:
    """Rows of letters; a stroke as straight as a rule, as of 一, belongs to the row it is in."""
    strokes = [s for s in (*found.bars, *found.fences) if _length(s) <= BOX[0]]
    strokes = strokes[:MOST_STROKES]
    found.curves = _rows([*strokes, *straight[:MOST_STROKES], *letters] if letters else [])
    high = [row for row in found.curves if row.bottom - row.top > 2 * THIN]
    inside = {id(s) for s in strokes if any(is_inside(s, row) for row in high)}
    found.bars = [s for s in found.bars if id(s) not in inside]
    found.fences = [s for s in found.fences if id(s) not in inside]


def _length(shape: Shape) -> float:
    return max(shape.right - shape.left, shape.bottom - shape.top)


def _is_box(shape: Shape) -> bool:
    sides = shape.right - shape.left, shape.bottom - shape.top
    return min(sides) >= BOX[0] and max(sides) >= BOX[1]


def _ruled_frames(figures: Figures) -> Iterator[Shape]:
    """Boxes of four rules."""
    bars, fences = figures.bars[:MOST_RULES], figures.fences[:MOST_RULES]
    for upper in bars:
        for lower in bars:
            same = abs(upper.left - lower.left) < NEAR and abs(upper.right - lower.right) < NEAR
            if not same or lower.top <= upper.bottom + SMALLEST_PICTURE:
                continue
            sides = [f for f in fences if _reaches(f, upper, lower)]
            ends = [any(abs(f.left - x) < NEAR for f in sides) for x in (upper.left, upper.right)]
            if all(ends):
                yield Shape("path", upper.left, upper.top, upper.right, lower.bottom, upper.index)


def _reaches(fence: Shape, upper: Shape, lower: Shape) -> bool:
    return abs(fence.top - upper.top) < NEAR and abs(fence.bottom - lower.bottom) < NEAR


def part_frames(figures: Figures, lines: Sequence) -> None:
    """Tell boxes around text, and the ground of a single line, from photos, by what is in them."""
    for shape in list(figures.pictures):
        inside = sum(1 for x in lines if is_inside(x, shape))
        if shape.kind != "picture" and inside:
            figures.pictures.remove(shape)
            (figures.frames if inside >= 2 else figures.grounds).append(shape)


def is_inside(thing, frame: Shape) -> bool:
    middle, height = (thing.left + thing.right) / 2, (thing.top + thing.bottom) / 2
    return frame.left <= middle <= frame.right and frame.top <= height <= frame.bottom


def _is_on(shape: Shape, sheet: Sheet) -> bool:
    limit = max(sheet.width, sheet.height)
    return shape.right > 0 and shape.bottom > 0 and shape.left < limit and shape.top < limit


def _rows(letters: list[Shape]) -> list[Shape]:
    """Letters side by side as one shape."""
    rows = sorted(letters[:MOST_LETTERS], key=lambda s: s.left)
    for _ in range(3):  # strokes make letters, letters make rows
        found: list[Shape] = []
        for shape in rows:
            near = reversed(range(max(0, len(found) - 40), len(found)))
            place = next((k for k in near if _is_beside(found[k], shape)), None)
            if place is None:
                found.append(shape)
            else:
                found[place] = _both(found[place], shape)
        if len(found) == len(rows):
            break
        rows = sorted(found, key=lambda s: s.left)
    return _columns(rows)


def _columns(rows: list[Shape]) -> list[Shape]:
    """Single letters one below the other as one shape: a headline that runs downwards."""
    found: list[Shape] = []
    for shape in sorted(rows, key=lambda s: s.top):
        near = reversed(range(max(0, len(found) - 40), len(found)))
        place = next((k for k in near if _is_below(found[k], shape)), None)
        if place is None:
            found.append(shape)
        else:
            found[place] = _both(found[place], shape)
    return found


def _is_below(column: Shape, shape: Shape) -> bool:
    wide = max(column.right - column.left, shape.right - shape.left)
    narrow = shape.right - shape.left <= 1.6 * max(6.0, shape.bottom - shape.top)
    aligned = abs((column.left + column.right) - (shape.left + shape.right)) < 0.5 * wide
    tall = column.right - column.left <= 1.6 * max(6.0, column.bottom - column.top)
    return narrow and tall and aligned and -1 < shape.top - column.bottom < 0.7 * wide


def _both(row: Shape, shape: Shape) -> Shape:
    return Shape(
        "curves",
        min(row.left, shape.left),
        min(row.top, shape.top),
        max(row.right, shape.right),
        max(row.bottom, shape.bottom),
        row.index,
        row.points + shape.points,
    )


def _is_beside(row: Shape, shape: Shape) -> bool:
    high = max(row.bottom - row.top, shape.bottom - shape.top)
    same = min(row.bottom, shape.bottom) - max(row.top, shape.top) > 0.3 * high
    gap = max(row.left, shape.left) - min(row.right, shape.right)
    return (same or _is_sign_of(row, shape)) and gap < 0.8 * high


def _is_sign_of(row: Shape, shape: Shape) -> bool:
    """Whether the smaller one, as a comma or a quote, stands in the height of the other."""
    small, large = sorted((row, shape), key=lambda s: s.bottom - s.top)
    spare = 0.15 * (large.bottom - large.top)
    return large.top - spare <= small.top and small.bottom <= large.bottom + spare

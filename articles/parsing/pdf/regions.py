"""Labels and layout → the area of each article and photo on its page, as one polygon."""

from collections.abc import Iterable
from itertools import pairwise

from articles.records import Box, Label, Layout, Role

Point = tuple[float, float]
DIGITS = 5
GUTTER = 0.05  # of the page's width, at most
OFF_CENTRE = 0.02  # of the page's width
SLIGHT = 0.006  # hanging signs and slanted rows reach over by less
ABOVE = 0.08  # of the page's height: so far over its columns a headline reaches
UNDER = 0.03  # of the page's height: so far below its picture a caption stands


def regions(labels: Iterable[Label], layout: Layout) -> dict[int, tuple[Point, ...]]:
    """For each unit the corners of its polygon, clockwise, in page units from 0 to 1.

    Columns side by side make one area with the gutters between them; where they begin or end
    at different heights it is an L or a staircase.
    """
    pieces = _pieces(labels, layout)
    boxes = {unit: [box for box, _ in found] for unit, found in pieces.items()}
    found = {}
    for unit, parts in pieces.items():
        others = [box for other, group in boxes.items() if other != unit for box in group]
        area = _with_heads(parts, others)
        if all(is_photo for is_photo in _photo_signs(labels, unit)):
            area += _pictures_over(area, layout)
        found[unit] = _outline(area)
    return found


def _photo_signs(labels: Iterable[Label], unit: int) -> list[bool]:
    photo = (Role.CAPTION, Role.CREDIT)
    return [x.role in photo for x in labels if x.unit == unit]


def _pieces(labels: Iterable[Label], layout: Layout) -> dict[int, list[tuple[Box, bool]]]:
    """For each unit the boxes of its pieces, and whether each is of the headline."""
    found: dict[int, dict[tuple[int, bool], Box]] = {}
    drawn = {x.story: x.box for x in layout.drawn}
    for label in labels:
        place = layout.places[label.line - 1] if label.line <= len(layout.places) else None
        if label.unit is None or place is None:
            continue
        key = place.block, place.part == "head"
        parts = found.setdefault(label.unit, {})
        parts[key] = Box.around([place.box, *([parts[key]] if key in parts else [])])
        if place.story in drawn:
            parts[0, True] = drawn[place.story]
    return {
        unit: [(box, head) for (_, head), box in parts.items()] for unit, parts in found.items()
    }


def _with_heads(parts: list[tuple[Box, bool]], others: list[Box]) -> list[Box]:
    """The boxes, with the white beside a centred headline over the columns that it heads."""
    columns = [box for box, head in parts if not head]
    heads = [box for box, head in parts if head]
    if not heads or not columns:
        return [*columns, *_gutters(columns), *heads]
    head = Box.around(heads)
    headed = [box for box in columns if _is_under(head, box, columns, others)]
    over = [box for box in headed if min(head.right, box.right) - max(head.left, box.left) > 0]
    whole = Box.around([*headed, head])
    if abs((whole.left + whole.right) - (head.left + head.right)) > 2 * OFF_CENTRE:
        headed = over  # set at the left, it stands over what it reaches
    raised = [
        Box(box.left, head.top, box.right, box.bottom) if box in headed else box for box in columns
    ]
    return [*raised, *_gutters(raised), *heads]


def _is_under(head: Box, box: Box, columns: list[Box], others: list[Box]) -> bool:
    """Whether only white is between the headline's height and the column."""
    if not head.bottom - 0.005 <= box.top <= head.bottom + ABOVE:
        return False
    white = Box(box.left, head.top, box.right, box.top)
    free = not any(_meet(white, other) for other in (*others, *columns))
    return free and any(_near(box, x) for x in (*columns, head) if x is not box)


def _near(a: Box, b: Box) -> bool:
    """Side by side with no more than a gutter between, or over each other."""
    return max(a.left, b.left) - min(a.right, b.right) <= GUTTER


def _gutters(columns: list[Box]) -> list[Box]:
    """The white between neighbouring columns, as high as both of them."""
    found = []
    for a in columns:
        right = [b for b in columns if 0 < b.left - a.right <= GUTTER]
        for b in right:
            top, bottom = max(a.top, b.top), min(a.bottom, b.bottom)
            if top < bottom:
                found.append(Box(a.right, top, b.left, bottom))
    return found


def _meet(a: Box, b: Box) -> bool:
    wide = min(a.right, b.right) - max(a.left, b.left)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    return wide > SLIGHT and high > SLIGHT


def _pictures_over(area: list[Box], layout: Layout) -> list[Box]:
    """The picture right above a caption."""
    caption = Box.around(area)
    return [
        picture.box
        for picture in layout.pictures
        if -UNDER <= caption.top - picture.box.bottom <= UNDER
        and picture.box.left - 0.01 <= caption.left
        and caption.right <= picture.box.right + 0.01
    ]


def _outline(boxes: list[Box]) -> tuple[Point, ...]:
    """One polygon around the boxes: its upper edge from the left, its lower edge back."""
    edges = sorted({x for b in boxes for x in (b.left, b.right)})
    slabs = [(a, b, *_span(boxes, (a + b) / 2)) for a, b in pairwise(edges)]
    slabs = _bridged(slabs)
    upper = [point for a, b, top, _ in slabs for point in ((a, top), (b, top))]
    lower = [point for a, b, _, low in reversed(slabs) for point in ((b, low), (a, low))]
    return _without_middles([(round(x, DIGITS), round(y, DIGITS)) for x, y in upper + lower])


def _span(boxes: list[Box], x: float) -> tuple[float, float]:
    """From the highest to the lowest point above x; 1, 0 where nothing is."""
    here = [b for b in boxes if b.left <= x <= b.right]
    return min((b.top for b in here), default=1.0), max((b.bottom for b in here), default=0.0)


def _bridged(slabs: list[tuple]) -> list[tuple]:
    """Gutters take what their two neighbours have in common."""
    out = list(slabs)
    for k, (a, b, top, low) in enumerate(slabs):
        if top <= low:
            continue
        left = next(s for s in reversed(out[:k]) if s[2] <= s[3])
        right = next(s for s in slabs[k + 1 :] if s[2] <= s[3])
        top, low = max(left[2], right[2]), min(left[3], right[3])
        if top > low:  # nothing in common: a line joins the two
            top = low = (top + low) / 2
        out[k] = (a, b, top, low)
    return out


def _without_middles(points: list[Point]) -> tuple[Point, ...]:
    """Leave out doubled points and those on a straight edge."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        while len(kept) >= 2 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    if len(kept) > 2 and _is_straight(kept[-2], kept[-1], kept[0]):
        kept.pop()
    return tuple(kept)


def _is_straight(a: Point, b: Point, c: Point) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])

"""How well places are found: regions by the area shared, drawn headlines one by one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from articles.parsing.measuring.measures import Tally

Rect = Sequence[float]
Point = tuple[float, float]
SAME_BOX = 0.5  # of two boxes that are one


def area_shared(wanted: Iterable[Rect], polygon: Sequence[Point]) -> float:
    """Area of the intersection by that of the union: of rectangles, and a rectilinear polygon.

    Exact, because between two neighbouring edges nothing changes.
    """
    rects = list(wanted)
    xs = sorted({x for a, _, c, _ in rects for x in (a, c)} | {x for x, _ in polygon})
    ys = sorted({y for _, b, _, d in rects for y in (b, d)} | {y for _, y in polygon})
    shared = whole = 0.0
    for left, right in pairwise(xs):
        for top, bottom in pairwise(ys):
            middle = ((left + right) / 2, (top + bottom) / 2)
            one = any(a < middle[0] < c and b < middle[1] < d for a, b, c, d in rects)
            other = _holds(polygon, middle)
            area = (right - left) * (bottom - top)
            shared += area * (one and other)
            whole += area * (one or other)
    return shared / whole if whole else 0.0


def _holds(polygon: Sequence[Point], point: Point) -> bool:
    """Whether a line to the right crosses the outline an odd number of times."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def boxes_shared(one: Rect, other: Rect) -> float:
    """The same for two boxes."""
    a, b, c, d = one
    return area_shared([other], [(a, b), (c, b), (c, d), (a, d)])


def drawn_found(wanted: Sequence[Rect], found: Sequence[Rect]) -> Tally:
    """How many drawn headlines were marked where they stand."""
    left = list(found)
    right = 0
    for box in wanted:
        best = max(left, key=lambda other: boxes_shared(box, other), default=None)
        if best is not None and boxes_shared(box, best) >= SAME_BOX:
            left.remove(best)
            right += 1
    return Tally(right, len(left), len(wanted) - right)

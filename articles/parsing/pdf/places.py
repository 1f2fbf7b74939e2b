"""How the blocks of a page stand to each other."""

from collections.abc import Sequence

from articles.parsing.pdf.strips import Strip


def are_side_by_side(a: Strip, b: Strip) -> bool:
    """For at least half of the shorter one's height."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def width_of(strip: Strip) -> float:
    return strip.edges[1] - strip.edges[0]


def over(a, b) -> float:
    return min(a.right, b.right) - max(a.left, b.left)


def is_aside(head, strip: Strip, em: float) -> bool:
    return head.right <= strip.edges[0] + em or head.left >= strip.edges[1] - em


def overlap_in_height(head, pile: Sequence[Strip]) -> float:
    return min(head.bottom, pile[-1].bottom) - max(head.top, pile[0].top)


def shares_height(other, a, b) -> bool:
    """Whether it stands at the height of either of the two."""
    return any(min(other.bottom, s.bottom) - max(other.top, s.top) > 0 for s in (a, b))

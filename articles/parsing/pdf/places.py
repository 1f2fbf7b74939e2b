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


def is_level_with_head(
    strip: Strip, strips: Sequence[Strip], heads: Sequence, gutter: float
) -> bool:
    """Whether columns that begin at its height lead to the left to a headline that does, too."""
    near = 0.5 * strip.size
    level = [s for s in strips if abs(s.top - strip.top) <= near and s.left < strip.left]
    left = strip.edges[0]
    for other in (strip, *sorted(level, key=lambda s: -s.left)):
        if other is not strip and not 0 < left - other.edges[1] <= 2 * gutter:
            return False
        left = other.edges[0]
        if any(abs(h.top - strip.top) <= near and 0 <= left - h.right <= 4 * gutter for h in heads):
            return True
    return False

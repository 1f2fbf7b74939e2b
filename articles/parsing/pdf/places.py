"""How the blocks of a page stand to each other."""

from collections.abc import Sequence

from articles.parsing.pdf.strips import Strip

AMID = 4.5  # of the type: white between two texts of one column
ROW = 1.7  # of the type: from the top of one row to the next, at most
OVER = 3.5  # of the type: white between a headline and its text


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


def shares_height(other, a, b) -> bool:
    """Whether it stands at the height of either of the two."""
    return any(min(other.bottom, s.bottom) - max(other.top, s.top) > 0 for s in (a, b))


def is_level_with_head(
    strip: Strip, strips: Sequence[Strip], heads: Sequence, gutter: float
) -> bool:
    """Whether columns that begin at its height lead to the left to a headline at them.

    It begins at their height as well, stands in the middle of theirs, or right over one of them.
    """
    near = 0.5 * strip.size
    level = [s for s in strips if _is_level(s, strip, heads) and s.left < strip.left]
    left = strip.edges[0]
    for other in (strip, *sorted(level, key=lambda s: -s.left)):
        if other is not strip and not 0 < left - other.edges[1] <= 2 * gutter:
            return False
        left = other.edges[0]
        beside = [h for h in heads if 0 <= left - h.right <= 4 * gutter]
        if any(abs(h.top - strip.top) <= near or _is_amid(h, other, strips) for h in beside):
            return True
        if other is not strip and any(_is_right_over(h, other) for h in heads):
            return True
    return False


def _is_level(other: Strip, strip: Strip, heads: Sequence) -> bool:
    """Whether they begin at one height, or the other one below a byline that does."""
    step = other.top - strip.top
    signed = 0 < step <= ROW * strip.size and any(
        h.bottom > strip.top and _is_right_over(h, other) for h in heads
    )
    return signed or abs(step) <= 0.5 * strip.size


def _is_amid(head, strip: Strip, strips: Sequence[Strip]) -> bool:
    """Whether the headline stands in the middle of the column's height."""
    column = [s for s in strips if abs(s.edges[0] - strip.edges[0]) <= 0.5 * strip.em]
    bottom = strip.bottom
    for other in sorted(column, key=lambda s: s.top):
        if 0 <= other.top - bottom <= AMID * strip.size:
            bottom = other.bottom
    return abs(head.top + head.bottom - strip.top - bottom) <= 2 * strip.size


def _is_right_over(head, strip: Strip) -> bool:
    return over(head, strip) > 0 and 0 <= strip.top - head.bottom <= OVER * strip.size

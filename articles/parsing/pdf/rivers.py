"""Columns in which story follows story: a text runs from a column's foot to the top of the next."""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.places import over
from articles.parsing.pdf.strips import Head, Strip

NEAR = 4.0  # of the body's type: white between a text and the next story's headline below it
LEVEL = 1.2  # of the body's type: headlines so near in height begin a band together


class River:
    """Which texts end above the next story's headline, where a page is set in this way.

    It is, where columns begin with a text and not with a headline, and the first headlines below
    these stand at heights of their own, most of them.
    """

    def __init__(self, strips: Sequence[Strip], heads: Sequence[Head | DrawnHead], size: float):
        self.strips, self.heads, self.size = strips, heads, size
        tops = {id(s): self._next_below(s) for s in strips if self._is_top(s)}
        levels = sorted(head.top for head in tops.values() if head)
        scattered = sum(lower - upper > LEVEL * size for upper, lower in pairwise(levels))
        self.is_there = scattered + 1 > max(1, len(levels) / 2)
        self.ended = {id(s) for s in strips if self.is_there and self._next_below(s)}

    def _is_top(self, strip: Strip) -> bool:
        return not any(
            over(other, strip) > 0 and other.bottom <= strip.top + 2
            for other in (*self.heads, *self.strips)
        )

    def _next_below(self, strip: Strip) -> Head | DrawnHead | None:
        """The headline, no wider than the column, that stands directly below the text."""
        left, right = strip.edges
        return next(
            (
                head
                for head in self.heads
                if left - self.size <= head.left
                and head.right <= right + self.size
                and -2 <= head.top - strip.bottom <= NEAR * self.size
            ),
            None,
        )

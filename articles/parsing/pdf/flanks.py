"""Headlines over the last columns of their text: the first ones stand left of them, and higher."""

from collections.abc import Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.places import over
from articles.parsing.pdf.strips import Head, Strip

BELOW = 4.0  # of the body's type: from a headline to the column under it
LOWER, HIGHER = 2.5, 12.0  # rows that the first column begins below or above the headline's top
LEVEL = 1.2  # rows in which columns of one text begin and end


class Flanks:
    """Which columns lead to a headline's own from the left, in reading order."""

    def __init__(self, plan, heads: Sequence[Head | DrawnHead]):
        self.plan, self.heads = plan, heads
        self.row = 1.4 * plan.body.size
        self.columns: dict[int, list[Strip]] = {}
        self.pairs: set[tuple[int, int]] = set()  # ids of a text and the one under the headline
        for head in heads:
            if not head.vertical:
                self._find(head)

    def reach(self, strip: Strip, head: Head | DrawnHead) -> bool:
        return strip in self.columns.get(id(head), ())

    def before(self, strip: Strip, head: Head | DrawnHead) -> int:
        """How many of the columns stand left of this one."""
        columns = self.columns.get(id(head), [])
        return columns.index(strip) if strip in columns else 0

    def _find(self, head: Head | DrawnHead) -> None:
        size = self.plan.body.size
        under = [
            s
            for s in self.plan.strips
            if over(head, s) > 0 and -0.6 * size <= s.top - head.bottom <= BELOW * size
        ]
        if not under:
            return
        first = min(under, key=lambda s: s.edges[0])
        columns: list[Strip] = []
        while found := self._left_of(columns[0] if columns else first, head, first, columns):
            columns.insert(0, found)
        self.columns[id(head)] = columns
        for strip in self.plan.pile(columns[-1]) if columns else ():
            self.pairs.add((id(strip), id(first)))

    def _left_of(
        self, strip: Strip, head: Head | DrawnHead, first: Strip, columns: Sequence[Strip]
    ) -> Strip | None:
        """The column one gutter to the left that ends with the headline's text."""
        frame = self.plan.figures.frame_of
        for other in self.plan.strips:
            near = 0 < strip.edges[0] - other.edges[1] <= 1.5 * self.plan.gutter
            if not near or frame(other) is not frame(strip):
                continue
            level = (
                abs(other.top - columns[0].top) <= LEVEL * self.row
                if columns
                else -HIGHER * self.row <= other.top - head.top <= LOWER * self.row
            )
            if level and self._end_level(other, first) and not self._is_headed(other):
                return other
        return None

    def _end_level(self, a: Strip, b: Strip) -> bool:
        """Whether they end at one height; text of another story may stand below either."""
        return any(
            abs(x.bottom - y.bottom) <= LEVEL * self.row
            for x in self.plan.pile(a)
            for y in self.plan.pile(b)
        )

    def _is_headed(self, strip: Strip) -> bool:
        """Whether a headline stands right over the column."""
        return any(
            over(head, strip) > 0
            and -0.6 * strip.size <= strip.top - head.bottom <= BELOW * strip.size
            for head in self.heads
        )

"""Headlines over the last columns of their text: the first ones stand left of them, and higher."""

from collections.abc import Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.photo_tops import photo_bottom
from articles.parsing.pdf.places import over
from articles.parsing.pdf.strips import Head, Strip

BELOW = 4.0  # of the body's type: from a headline to the column under it
LOWER, HIGHER = 2.5, 12.0  # rows that the first column begins below or above the headline's top
CAPTIONED = 3.5  # rows that a photo's caption takes at most
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
        first = self._leftmost(head, under)
        columns: list[Strip] = []
        while found := self._left_of(columns[0] if columns else first, head, first, columns):
            columns.insert(0, found)
        self.columns[id(head)] = columns
        for strip in self.plan.pile(columns[-1]) if columns else ():
            self.pairs.add((id(strip), id(first)))

    def _leftmost(self, head: Head | DrawnHead, under: Sequence[Strip]) -> Strip:
        """The first column that the headline is centred over, though it may not reach that far."""
        first = min(under, key=lambda s: s.edges[0])
        level = [s for s in self.plan.row_of(first) if not self._is_headed(s) or s in under]
        right = self._right_of(max(s.edges[1] for s in level), first)
        while True:
            beside = [
                s
                for s in level
                if 0 < first.edges[0] - s.edges[1] <= 1.5 * self.plan.gutter
                and self._end_level(s, first)
            ]
            off = abs(head.middle - (first.edges[0] + right) / 2)
            if not beside or off <= abs(head.middle - (beside[0].edges[0] + right) / 2):
                return first
            first = beside[0]

    def _right_of(self, right: float, first: Strip) -> float:
        """The right edge of the row of columns, also where a photo takes the last one's place."""
        ends = [
            photo.right
            for photo in self.plan.figures.pictures
            if abs(photo.top - first.top) <= LEVEL * self.row
            and 0 < photo.left - right <= 1.5 * self.plan.gutter
        ]
        return max([right, *ends])

    def _left_of(
        self, strip: Strip, head: Head | DrawnHead, first: Strip, columns: Sequence[Strip]
    ) -> Strip | None:
        """The column one gutter to the left that ends with the headline's text."""
        frame = self.plan.figures.frame_of
        low = max(LOWER * self.row, first.top - head.top - self.row)
        for other in self.plan.strips:
            near = 0 < strip.edges[0] - other.edges[1] <= 1.5 * self.plan.gutter
            if not near or frame(other) is not frame(strip):
                continue
            level = (
                abs(other.top - columns[0].top) <= LEVEL * self.row
                if columns
                else -HIGHER * self.row <= other.top - head.top <= low
            )
            if level and self._end_level(other, first) and not self._is_headed(other):
                return other
        return None

    def _end_level(self, a: Strip, b: Strip) -> bool:
        """Whether they end at one height, with a photo or without.

        Text of another story may stand below either.
        """
        feet = [[self._foot(x) for x in self.plan.pile(s)] for s in (a, b)]
        return any(
            abs(x - y) <= (CAPTIONED if photo or other else LEVEL) * self.row
            for x, photo in feet[0]
            for y, other in feet[1]
        )

    def _foot(self, strip: Strip) -> tuple[float, bool]:
        """Where its column ends, and whether with a photo."""
        bottom = photo_bottom(strip, self.plan.figures, self.plan.body.size)
        return bottom, bottom > strip.bottom

    def _is_headed(self, strip: Strip) -> bool:
        """Whether a headline stands right over the column."""
        return any(
            over(head, strip) > 0
            and -0.6 * strip.size <= strip.top - head.bottom <= BELOW * strip.size
            for head in self.heads
        )

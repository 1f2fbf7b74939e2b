"""What the columns and headlines of a page have in common, and what stands between two of them."""

from collections import Counter
from collections.abc import Sequence

from articles.parsing.overlap import Overlap
from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.flanks import Flanks
from articles.parsing.pdf.insets import Insets
from articles.parsing.pdf.parts import Body
from articles.parsing.pdf.photo_tops import column_tops, photo_bottom, white_beside_photos
from articles.parsing.pdf.places import are_side_by_side, over
from articles.parsing.pdf.rivers import River
from articles.parsing.pdf.strips import Head, Strip, keep_indents
from articles.parsing.typography.rows import Kind

SAME_HEIGHT = 1.05  # of the body's type: columns of one text begin that far apart at most
ROW_BELOW = 4.0  # of the body's type: white between a headline and its columns
PILED = 3.2  # rows between two texts of one column with a subhead between, or a picture's white
TOO_DEAR = 11.0


class Plan:
    """Strips and headlines of a page, its gutter, its indents and where its columns begin."""

    def __init__(
        self,
        strips: Sequence[Strip],
        heads: Sequence[Head | DrawnHead],
        figures: Figures,
        body: Body,
    ):
        self.strips, self.heads, self.figures, self.body = strips, heads, figures, body
        self.overlap = Overlap([s.text for s in strips], [h.text for h in heads])
        self.tops = column_tops(strips, heads, figures, body.size)
        self.indented = keep_indents(strips)
        self.right = max((s.right for s in strips), default=0.0)
        self.gutter = self._usual_gutter()
        self.river = River(strips, heads, body.size)
        self.insets = Insets(strips, () if self.river.is_there else heads, body.size)
        self.piles: dict[int, list[Strip]] = {}
        self.flanks = Flanks(self, heads)
        self.fence_price = 0.4 if self._fences_columns() else 2.5

    def pile(self, strip: Strip) -> list[Strip]:
        """The texts of one column that stand below each other with no headline between."""
        if id(strip) not in self.piles:
            self.piles[id(strip)] = self._find_pile(strip)
        return self.piles[id(strip)]

    def _find_pile(self, strip: Strip) -> list[Strip]:
        column = [s for s in self.strips if abs(s.edges[0] - strip.edges[0]) < self.body.em]
        pile: list[Strip] = []
        for other in sorted(column, key=lambda s: s.top):
            if pile and not self._is_piled(pile[-1], other):
                if strip in pile:
                    break
                pile = []
            pile.append(other)
        return pile

    def _is_piled(self, upper: Strip, lower: Strip) -> bool:
        foot = photo_bottom(upper, self.figures, self.body.size)
        near = lower.top - foot <= PILED * 1.4 * self.body.size
        one = self.figures.frame_of(upper) is self.figures.frame_of(lower)
        clear = self.headed_between(upper, lower) <= 0.5 and not self.barred(upper, lower)
        return near and one and clear and lower.first.kind is not Kind.OPENING

    def _usual_gutter(self) -> float:
        """Points between neighbouring columns."""
        gaps: Counter[float] = Counter()
        for a in self.strips:
            near = [
                b.edges[0] - a.edges[1] for b in self.strips
                if b.edges[0] > a.edges[1] and min(a.bottom, b.bottom) - max(a.top, b.top) > 0
            ]  # fmt: skip
            if near:
                gaps[round(min(near))] += 1
        return max(self.body.em, min(gaps.most_common(1)[0][0] if gaps else 0, 4 * self.body.em))

    def _fences_columns(self) -> bool:
        """Whether lines stand between the columns of one text here, too."""
        return any(
            self.begins_inside(b) and not a.last.weak and self.fenced(a, b)
            for a in self.strips
            for b in self.strips
            if 0 < b.edges[0] - a.edges[1] < 1.5 * self.gutter and are_side_by_side(a, b)
        )

    def begins_inside(self, strip: Strip) -> bool:
        """Flush at the left where paragraphs are indented: the text began elsewhere."""
        flush = self.indented and strip.indent < 0.8 and strip.first.kind is not Kind.OPENING
        return flush and not (strip.is_titled or strip.is_lone_title)

    def row_of(self, strip: Strip) -> list[Strip]:
        """Strips that begin at the same height, or a paragraph's white lower."""
        high = SAME_HEIGHT * self.body.size
        top = self.tops[id(strip)]
        return [s for s in self.strips if abs(self.tops[id(s)] - top) <= high]

    def white_between(self, a: Strip, b: Strip) -> float:
        """Points from a column to one further right; those that a photo fills do not count."""
        return white_beside_photos(a, b, self.figures.pictures, self.gutter)

    def headed_between(self, upper: Strip, lower: Strip) -> float:
        """The price of a headline that parts what is above from what is below."""
        return 0.5 + 3.5 * any(
            upper.bottom - 2 <= head.top
            and head.bottom <= lower.top + 2
            and (over(head, upper) > 0 or self._heads_row_of(head, lower))
            and id(head) not in self.insets.heads
            for head in self.heads
        )

    def _heads_row_of(self, head: Head | DrawnHead, strip: Strip) -> bool:
        """Whether it stands over the column, or over one that leads to it from the left.

        A headline set at the left edge does not reach over all of its columns, which begin level.
        """
        if over(head, strip) > 0:
            return True
        if strip.top - head.bottom > ROW_BELOW * self.body.size:
            return False
        row = sorted(self.row_of(strip), key=lambda s: -s.left)
        left = strip.edges[0]
        for other in [s for s in row if s.edges[1] <= left]:
            if left - other.edges[1] > 1.5 * self.gutter:
                return False
            if over(head, other) > 0:
                return True
            left = other.edges[0]
        return False

    def fenced(self, a: Strip, b: Strip) -> bool:
        return any(
            a.edges[1] - 2 <= f.left <= b.edges[0] + 2
            and min(f.bottom, a.bottom, b.bottom) - max(f.top, a.top, b.top) > 0
            for f in self.figures.fences
        )

    def barred(self, a, b) -> float:
        return 3.0 * any(
            a.bottom - 2 <= bar.top <= b.top + 2 and over(bar, b) > 0.5 * (b.right - b.left)
            for bar in self.figures.bars
        )

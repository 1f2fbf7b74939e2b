"""Headlines let into their own text: its columns stop above them and go on below."""

from collections.abc import Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.strips import Head, Strip

NEAR = 3.0  # of the body's type: white between the headline and the text above and below
BESIDE = 1.5  # rows by which a column at its side reaches over and under the headline


class Insets:
    """Which columns go on below a headline, judged by the columns that pass it at its sides."""

    def __init__(self, strips: Sequence[Strip], heads: Sequence[Head | DrawnHead], size: float):
        self.strips, self.size = strips, size
        self.pairs: set[tuple[int, int]] = set()  # ids of the text above and the text below
        self.heads: set[int] = set()
        self.before: set[tuple[int, int]] = set()  # ids of a column and the headline right of it
        for head in heads:
            pairs = self._parted_by(head) if not head.vertical else []
            passing = [s for s in strips if pairs and self._passes(s, head, pairs)]
            if passing:
                self.heads.add(id(head))
                self.before |= {(id(s), id(head)) for s in passing if s.edges[0] < head.left}
                self.pairs |= {(id(a), id(b)) for a, b in pairs}

    def goes_on(self, strip: Strip, head: Head | DrawnHead) -> bool:
        """Whether the text may be the rest of a column that this headline parts."""
        return id(head) in self.heads and any(id(strip) == below for _, below in self.pairs)

    def stops_above(self, strip: Strip, head: Head | DrawnHead) -> bool:
        """Whether the text may be the upper part of a column that this headline parts."""
        return id(head) in self.heads and any(
            id(strip) == id(above) for above, _ in self._parted_by(head)
        )

    def above(self, strip: Strip) -> list[Strip]:
        """The texts of its column above the headline that parts it."""
        return [s for s in self.strips if (id(s), id(strip)) in self.pairs]

    def _parted_by(self, head: Head | DrawnHead) -> list[tuple[Strip, Strip]]:
        near = NEAR * self.size
        under = [s for s in self.strips if -2 <= s.top - head.bottom <= near]
        over = [s for s in self.strips if -2 <= head.top - s.bottom <= near]
        return [
            (a, b)
            for a in over
            for b in under
            if min(head.right, b.right) - max(head.left, b.left) > 0
            and abs(a.edges[0] - b.edges[0]) < self.size
            and abs(a.edges[1] - b.edges[1]) < 2 * self.size
        ]

    def _passes(self, strip: Strip, head: Head | DrawnHead, pairs: Sequence) -> bool:
        """Whether it stands beside the headline, as high as the text above and below."""
        row = 1.4 * self.size
        aside = strip.edges[1] <= head.left + row or strip.edges[0] >= head.right - row
        above = min(a.top for a, _ in pairs)
        level = abs(strip.top - above) <= BESIDE * row
        near = min(
            abs(edge - side)
            for a, _ in pairs
            for edge, side in zip(strip.edges, reversed(a.edges), strict=True)
        )
        return aside and level and strip.bottom >= head.bottom + row and near <= 4 * self.size

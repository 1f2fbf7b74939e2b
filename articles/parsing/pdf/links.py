"""What it costs to read one strip after another, or under a headline."""

from collections import Counter
from collections.abc import Hashable, Sequence

from articles.parsing.overlap import Overlap
from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.insets import Insets
from articles.parsing.pdf.parts import Body
from articles.parsing.pdf.photo_tops import column_tops, follows_photo
from articles.parsing.pdf.places import (
    are_side_by_side,
    is_aside,
    is_level_with_head,
    over,
    overlap_in_height,
    shares_height,
    width_of,
)
from articles.parsing.pdf.rivers import River
from articles.parsing.pdf.strips import Head, Strip, keep_indents
from articles.parsing.typography.paragraphs import DAY
from articles.parsing.typography.rows import Kind

ENDS = (Kind.BYLINE, Kind.JUMP, Kind.ENTRY, Kind.MARK, Kind.SIGN_OFF)
OPENED, SIGNED, HEADLESS = 2.0, 3.0, 5.0  # a story without a headline, by how it begins
UNUSED = 4.0  # what a headline that stands over nothing costs
UNUSED_DRAWN = 0.5  # a drawn shape may as well be an ornament
SAME_HEIGHT = 1.05  # of the body's type: columns of one text begin that far apart at most
NEXT_ROWS = 2.6  # a text goes on below that much white where there is a subhead
PILED = 3.2  # rows between two texts of one column with a subhead between, or a picture's white
GOES_ON = 2.0  # a headline beside a column speaks for its first text
FLANKED = 0.0  # its text stands below and on both sides of a headline, and ends at one height
LEVEL_WITH_HEAD = 1.0  # its text may rise beside it
LET_IN = 0.2  # a column goes on below the headline that stands in the midst of its text
ENDED = 4.0  # the next story's headline stands below it, and columns run on from their feet
TITLED = 2.0  # no story begins with a subhead
TOO_DEAR = 11.0
CENTRED = 1.0  # a headline's text does not begin right of where its middle says
CLEARLY = 1.0  # so cheaply beside a headline, a column is one of its own


class Links:
    """All the ways in which the strips of a page may hang together, priced."""

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
        self.piles: dict[int, list[Strip]] = {}
        self.indented = keep_indents(strips)
        self.right = max((s.right for s in strips), default=0.0)
        self.gutter = self._usual_gutter()
        self.river = River(strips, heads, body.size)
        self.insets = Insets(strips, () if self.river.is_there else heads, body.size)
        self.fence_price = 0.4 if self._fences_columns() else 2.5

    def offers(self) -> list[dict[Hashable, float]]:
        """For every strip: ("head", number), ("after", number) or ("alone", itself), priced."""
        return [self._offers_to(number) for number in range(len(self.strips))]

    def _offers_to(self, number: int) -> dict[Hashable, float]:
        strip = self.strips[number]
        frame = self.figures.frame_of(strip)
        found: dict[Hashable, float] = {("alone", number): self._alone(strip)}
        for k, head in enumerate(self.heads):
            if self.figures.frame_of(head) != frame:
                continue
            cost = self._under(head, number) - (UNUSED if head.text else UNUSED_DRAWN)
            if cost < TOO_DEAR:
                found["head", k] = cost
        for k, other in enumerate(self.strips):
            if k != number and self.figures.frame_of(other) == frame:
                cost = self._placed_after(other, strip) + self._worded_after(other, strip)
                if cost < TOO_DEAR:
                    found["after", k] = cost
        return found

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
            self._begins_inside(b) and not a.last.weak and self._fenced(a, b)
            for a in self.strips
            for b in self.strips
            if 0 < b.edges[0] - a.edges[1] < 1.5 * self.gutter and are_side_by_side(a, b)
        )

    def _alone(self, strip: Strip) -> float:
        cost = SIGNED if strip.is_signed else HEADLESS
        cost = OPENED if strip.first.kind is Kind.OPENING else cost
        return cost + (2.5 if self._begins_inside(strip) else 0.0)

    def _begins_inside(self, strip: Strip) -> bool:
        """Flush at the left where paragraphs are indented: the text began elsewhere."""
        flush = self.indented and strip.indent < 0.8 and strip.first.kind is not Kind.OPENING
        return flush and not (strip.is_titled or strip.is_lone_title)

    # Where they stand

    def _placed_after(self, a: Strip, b: Strip) -> float:
        """Price of the step from the end of `a` to the beginning of `b`, by place and type."""
        em = self.body.em
        cost = 6.0 * min(1.0, abs(a.size / b.size - 1) / 0.06) if a.size != b.size else 0.0
        if abs(a.edges[0] - b.edges[0]) > 0.3 * em:  # hanging signs widen a column
            cost += min(2.0, 1.0 * abs(width_of(a) - width_of(b)) / em)
        if b.edges[0] >= a.edges[1] - 0.5 * em:
            return cost + self._to_the_right(a, b)
        if (id(a), id(b)) in self.insets.pairs and self._begins_inside(b):
            return cost + LET_IN
        shared = min(a.right, b.right) - max(a.left, b.left)
        if b.top >= a.bottom - em and shared > 0.5 * min(a.width, b.width):
            return cost + self._downwards(a, b)
        if b.top >= a.bottom - em:
            return cost + 3.5 + self._between(a, b)
        return TOO_DEAR

    def _to_the_right(self, a: Strip, b: Strip) -> float:
        row = 1.4 * self.body.size
        gap = b.edges[0] - a.edges[1]
        cost = 0.6 * max(0.0, (gap - self.gutter) / self.body.em - 0.3)
        cost = min(cost, 4.0)
        step = (self.tops[id(b)] - self.tops[id(a)]) / row
        if step > 0.5:
            cost += 0.7 + 0.06 * step
            cost += 3.0 if b.top > a.bottom else 0.0
        elif step < -0.5:  # from the foot of a column to the top of the next
            cost += 0.3 + min(0.7, -0.02 * step)
            if b.bottom < a.top and not self.river.is_there:
                cost += self._headed_between(b, a)
        cost += ENDED if id(a) in self.river.ended else 0.0
        return cost + self._between(a, b) + self.fence_price * self._fenced(a, b)

    def _headed_between(self, upper: Strip, lower: Strip) -> float:
        """The price of a headline that parts what is above from what is below."""
        return 0.5 + 3.5 * any(
            upper.bottom - 2 <= head.top
            and head.bottom <= lower.top + 2
            and (over(head, upper) > 0 or over(head, lower) > 0)
            and id(head) not in self.insets.heads
            for head in self.heads
        )

    def _downwards(self, a: Strip, b: Strip) -> float:
        gap = (b.top - a.bottom) / (1.4 * self.body.size)
        held = any(
            a.bottom - 4 <= p.top and p.bottom <= b.top + 4 and over(p, b) > 0
            for p in self.figures.pictures
        )
        apart = b.top - a.bottom > 1.4 * self.body.size
        level = apart and is_level_with_head(b, self.strips, self.heads, self.gutter)
        next_to = gap <= NEXT_ROWS and b.is_titled and not level
        cost = -1.2 if next_to else 0.4 if held else 0.8 + 0.15 * gap
        cost += LEVEL_WITH_HEAD * level
        return cost + self._between(a, b) + self._barred(a, b)

    def _between(self, a: Strip, b: Strip) -> float:
        """Text or a headline that stands in the way."""
        left, right = min(a.edges[1], b.edges[1]), max(a.edges[0], b.edges[0])
        cost = 0.0
        for other in self.strips:
            if other is a or other is b:
                continue
            if left < (other.left + other.right) / 2 < right and shares_height(other, a, b):
                cost += 3.0
        for head in self.heads:
            below = a.bottom - 2 <= head.top and head.bottom <= b.top + 2
            if below and over(head, b) > 0 and b.edges[0] < a.edges[1]:
                cost += 3.0
        return cost

    def _fenced(self, a: Strip, b: Strip) -> bool:
        return any(
            a.edges[1] - 2 <= f.left <= b.edges[0] + 2
            and min(f.bottom, a.bottom, b.bottom) - max(f.top, a.top, b.top) > 0
            for f in self.figures.fences
        )

    def _barred(self, a, b) -> float:
        return 3.0 * any(
            a.bottom - 2 <= bar.top <= b.top + 2 and over(bar, b) > 0.5 * (b.right - b.left)
            for bar in self.figures.bars
        )

    # What they say

    def _worded_after(self, a: Strip, b: Strip) -> float:
        """Price of the step by how `a` ends and how `b` begins."""
        last, first = a.last, b.first
        if first.kind is Kind.OPENING:
            return 6.0
        if b.is_signed and (a.is_signed or abs(a.text_base - b.text_base) > 0.3 * b.size):
            return 4.0  # else the byline stands over columns that begin at one height
        if last.final:
            return 4.0
        if last.kind in ENDS or DAY.fullmatch(last.text):
            return 4.0
        inside = self._begins_inside(b)
        fresh = self.indented and not inside
        if a.ends_titled or a.is_lone_title:
            return 3.0 if inside else -3.0
        if not last.strong and not last.weak:
            return 3.5 if fresh else -4.0
        if inside:
            return 3.0 if a.lack > 1.6 else -2.0
        if last.weak and not last.strong:
            return 0.5
        return 0.3

    # Headlines

    def _under(self, head: Head | DrawnHead, number: int) -> float:
        """Price of reading the strip as the beginning of the headline's story."""
        strip = self.strips[number]
        cost = 2.5 if self._begins_inside(strip) else 0.0
        if cost and self.insets.goes_on(strip, head):
            cost += GOES_ON
        share = self.overlap.share(head.text, number, number) if head.text else 0.0
        cost -= 2.0 * min(1.0, share / 0.5)
        cost -= 1.0 if strip.first.kind is Kind.OPENING else 0.0
        cost += TITLED if strip.is_titled or strip.is_lone_title else 0.0
        if head.vertical:
            return cost + self._beside(head, strip, self._pile(strip))
        pile = self._pile(strip)
        touching = 0.6 * self.body.size
        if is_aside(head, strip, self.body.em) and overlap_in_height(head, pile) > touching:
            return cost + self._beside(head, strip, pile) + 1.0
        if self.tops[id(strip)] >= head.bottom - touching:
            return cost + self._below(head, strip)
        if head.top >= strip.bottom - touching:
            cost += 4.0 + self._below_price(head, head.top - strip.bottom, strip)
            return cost + self._barred(strip, head)
        return TOO_DEAR

    def _pile(self, strip: Strip) -> list[Strip]:
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
        near = lower.top - upper.bottom <= PILED * 1.4 * self.body.size
        one = self.figures.frame_of(upper) is self.figures.frame_of(lower)
        clear = self._headed_between(upper, lower) <= 0.5 and not self._barred(upper, lower)
        return near and one and clear and lower.first.kind is not Kind.OPENING

    def _is_let_in(self, head: Head | DrawnHead, strip: Strip) -> bool:
        """Whether the headline stands in the midst of its text, whose first column is beside it."""
        row = 1.4 * self.body.size
        return (id(strip), id(head)) in self.insets.before or (
            abs(strip.top - head.top) <= 2.5 * row
            and any(
                self._is_left_of(strip, s)
                and s.top >= head.bottom - 0.6 * self.body.size
                and head.left < s.right
                and s.left < head.right
                and abs(s.bottom - strip.bottom) <= 1.2 * row
                for s in self.strips
            )
        )

    def _is_left_of(self, other: Strip, strip: Strip) -> bool:
        """Whether it is the column before, one gutter away."""
        return 0 < strip.edges[0] - other.edges[1] <= 1.5 * self.gutter

    def _below(self, head: Head | DrawnHead, strip: Strip) -> float:
        cost = self._below_price(head, self.tops[id(strip)] - head.bottom, strip)
        cost += self._barred(head, strip) + self._covered(head, strip)
        if over(head, strip) <= 0:
            cost += self._aside(head, strip)
        return cost + self._not_first(head, strip)

    def _below_price(self, head: Head | DrawnHead, gap: float, strip: Strip) -> float:
        return min(6.0, 0.25 * max(0.0, gap / self.body.size - 1.0))

    def _aside(self, head: Head | DrawnHead, strip: Strip) -> float:
        """The headline stands over a neighbouring column that begins at the same height."""
        row = self._row_of(strip)
        under = [s for s in row if over(head, s) > 0]
        middle = (head.left + head.right) / 2
        if not under:
            if follows_photo(head, strip, self.figures, self.body.size, self.gutter):
                return 0.5
            centred = abs((strip.left + self.right) / 2 - middle) <= 2 * self.body.em
            return 0.2 if centred and len(row) == 1 else 9.0
        first = min(s.left for s in under)
        if strip.left > first:
            return 1.5
        last = max(s.right for s in under)
        between = sum(strip.left < s.left < first for s in row)
        # A headline is centred over all its columns, some of which it does not reach.
        ends = [s.right for s in row if s.right >= last - 1]
        # The last of them may be empty.
        ends += [self.right] if self.right - max(ends) >= 0.9 * width_of(strip) else []
        off = min(abs((strip.left + end) / 2 - middle) for end in ends)
        right = [s for s in row if s.edges[0] >= strip.edges[1] - 1]
        following = min(right, key=lambda s: s.edges[0], default=strip)
        step = self._joined_to(strip, following)
        return step + 0.2 + 0.5 * between + min(3.0, 0.3 * max(0.0, off / self.body.em - 1))

    def _joined_to(self, strip: Strip, following: Strip) -> float:
        """The price of taking two columns of one height for parts of one text."""
        cost = self.fence_price * self._fenced(strip, following)
        cost += 1.5 if abs(width_of(strip) - width_of(following)) > 1.3 * self.body.em else 0.0
        return cost + (
            4.0 if following.edges[0] - strip.edges[1] > self.gutter + 2 * self.body.em else 0.0
        )

    def _not_first(self, head: Head | DrawnHead, strip: Strip) -> float:
        """Another column to the left stands under the same headline."""
        before = [
            s
            for s in self._row_of(strip)
            if s is not strip and s.left < strip.left and over(head, s) > 0.5 * self.body.em
        ]
        return 1.6 * len(before) + CENTRED * self._begins_further_left(head, strip)

    def _begins_further_left(self, head: Head | DrawnHead, strip: Strip) -> int:
        """1 where a column further left is one of those the headline is centred over, 2 if signed.

        It need not reach over that column.
        """
        further = [
            s
            for s in self._row_of(strip)
            if s.left < strip.left and over(head, s) <= 0 and self._aside(head, s) < CLEARLY
        ]
        return bool(further) + any(s.is_signed for s in further)

    def _row_of(self, strip: Strip) -> list[Strip]:
        """Strips that begin at the same height, or a paragraph's white lower."""
        high = SAME_HEIGHT * self.body.size
        top = self.tops[id(strip)]
        return [s for s in self.strips if abs(self.tops[id(s)] - top) <= high]

    def _covered(self, head: Head | DrawnHead, strip: Strip) -> float:
        """Text or another headline between the headline and the strip."""
        cost = 0.0
        for other in (*self.strips, *self.heads):
            if other is head or other is strip:
                continue
            between = head.bottom - 2 <= other.top and other.bottom <= strip.top + 2
            if between and over(other, strip) > 0 and over(other, head) > -2 * self.body.em:
                cost += 4.0
        return cost

    def _beside(self, head: Head | DrawnHead, strip: Strip, pile: Sequence[Strip]) -> float:
        """A headline to the left of its text, or to the right of it."""
        if overlap_in_height(head, pile) <= 0:
            return TOO_DEAR
        if head.right <= strip.edges[0] + self.body.em:
            cost = 0.5 + self._far(strip.edges[0] - head.right)
        elif head.left < strip.edges[1] - self.body.em:
            return TOO_DEAR
        elif not head.vertical and self._is_let_in(head, strip):
            cost = FLANKED
        else:
            edges = [s.edges[1] for s in self._row_of(strip) if s.edges[1] <= head.left + 1]
            before = [s for s in self._row_of(strip) if self._is_left_of(s, strip)]
            cost = 1.0 + 1.6 * len(before) + (0.0 if head.vertical else 3.0)
            cost += self._far(head.left - max([strip.edges[1], *edges]))
        # They begin at one height, or one stands in the middle of the other.
        middle = (pile[0].top + pile[-1].bottom - head.top - head.bottom) / 2
        apart = min(abs(head.top - strip.top), abs(middle)) / (1.4 * self.body.size)
        cost += min(4.0, 0.25 * max(0.0, apart - 2))
        return cost + (GOES_ON if strip is not pile[0] else 0.0)

    def _far(self, gap: float) -> float:
        """The price of white between a headline and the column beside it."""
        return min(6.0, 0.4 * max(0.0, gap / self.body.em - 2))

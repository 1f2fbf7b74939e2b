"""What it costs to read a column as the beginning of a headline's text."""

from collections.abc import Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.photo_tops import follows_photo
from articles.parsing.pdf.places import is_aside, over, width_of
from articles.parsing.pdf.plan import TOO_DEAR, Plan
from articles.parsing.pdf.strips import Head, Strip
from articles.parsing.typography.rows import Kind

GOES_ON = 2.0  # a headline beside a column speaks for its first text
UPWARDS = 4.0  # a headline below a text
LET_IN = 1.0  # the same, where its text stops above it and goes on below
FLANKED = 0.0  # its text stands below and on both sides of a headline, and ends at one height
TITLED = 2.0  # no story begins with a subhead
CENTRED = 1.0  # a headline's text does not begin right of where its middle says
PHOTO_BELOW = 3.0  # of the body's type: white above a photo, at most
LEVEL = 3.5  # of the body's type: a headline and a column begin that far apart at most
NOTHING_BELOW = 1.5  # a headline in the last column, with no text of that column right below it
CLEARLY = 1.0  # so cheaply beside a headline, a column is one of its own


class Seats:
    """Prices the place of a column under or beside a headline."""

    def __init__(self, plan: Plan):
        self.plan = plan

    def price(self, head: Head | DrawnHead, number: int) -> float:
        """Price of reading the strip as the beginning of the headline's story."""
        strip = self.plan.strips[number]
        cost = 2.5 if self.plan.begins_inside(strip) else 0.0
        if cost and self.plan.insets.goes_on(strip, head):
            cost += GOES_ON
        share = self.plan.overlap.share(head.text, number, number) if head.text else 0.0
        cost -= 2.0 * min(1.0, share / 0.5)
        cost -= 1.0 if strip.first.kind is Kind.OPENING else 0.0
        cost += TITLED if strip.is_titled or strip.is_lone_title else 0.0
        if head.vertical:
            return cost + self._beside(head, strip, self.plan.pile(strip))
        pile = self.plan.pile(strip)
        touching = 0.6 * self.plan.body.size
        if is_aside(head, strip, self.plan.body.em) and self._shared_height(head, pile) > touching:
            return cost + self._beside(head, strip, pile) + 1.0
        if self.plan.tops[id(strip)] >= head.bottom - touching:
            return cost + self._below(head, strip)
        if head.top >= strip.bottom - touching:
            cost += LET_IN if self.plan.insets.stops_above(strip, head) else UPWARDS
            cost += self._below_price(head, head.top - strip.bottom, strip)
            return cost + self.plan.barred(strip, head)
        return TOO_DEAR

    def _shared_height(self, head: Head | DrawnHead, pile: Sequence[Strip]) -> float:
        """Points in which a headline and texts of one column stand side by side."""
        return min(head.bottom, pile[-1].bottom) - max(head.top, self.plan.tops[id(pile[0])])

    def _is_let_in(self, head: Head | DrawnHead, strip: Strip) -> bool:
        """Whether the headline stands in the midst of its text, whose first column is beside it."""
        row = 1.4 * self.plan.body.size
        known = (id(strip), id(head)) in self.plan.insets.before
        return (known or self.plan.flanks.reach(strip, head)) or (
            abs(strip.top - head.top) <= 2.5 * row
            and any(
                self._is_left_of(strip, s)
                and s.top >= head.bottom - 0.6 * self.plan.body.size
                and head.left < s.right
                and s.left < head.right
                and abs(s.bottom - strip.bottom) <= 1.2 * row
                for s in self.plan.strips
            )
        )

    def _share_photo(self, head: Head | DrawnHead, strip: Strip) -> bool:
        """Whether one photo stands right below the headline and the column that begins beside it.

        It takes the place of the further columns, which go on below it or right of it.
        """
        near = PHOTO_BELOW * self.plan.body.size
        level = abs(self.plan.tops[id(strip)] - head.top) <= LEVEL * self.plan.body.size
        return level and any(
            all(-near / 4 <= photo.top - x.bottom <= near for x in (head, strip))
            and photo.left <= strip.edges[0] + self.plan.body.em
            and over(photo, head) > 0.5 * (head.right - head.left)
            for photo in self.plan.figures.pictures
        )

    def _is_left_of(self, other: Strip, strip: Strip) -> bool:
        """Whether it is the column before, one gutter away."""
        return 0 < strip.edges[0] - other.edges[1] <= 1.5 * self.plan.gutter

    def _below(self, head: Head | DrawnHead, strip: Strip) -> float:
        cost = self._below_price(head, self.plan.tops[id(strip)] - head.bottom, strip)
        cost += self.plan.barred(head, strip) + self._covered(head, strip)
        if over(head, strip) <= 0:
            cost += self._aside(head, strip)
        return cost + self._not_first(head, strip)

    def _below_price(self, head: Head | DrawnHead, gap: float, strip: Strip) -> float:
        return min(6.0, 0.25 * max(0.0, gap / self.plan.body.size - 1.0))

    def _aside(self, head: Head | DrawnHead, strip: Strip) -> float:
        """The headline stands over a neighbouring column that begins at the same height."""
        row = self.plan.row_of(strip)
        under = [s for s in row if over(head, s) > 0]
        middle = head.middle
        if not under:
            if follows_photo(head, strip, self.plan.figures, self.plan.body.size, self.plan.gutter):
                return 0.5
            if self._precedes_photo(head, strip):
                return 0.2
            centred = abs((strip.left + self.plan.right) / 2 - middle) <= 2 * self.plan.body.em
            return 0.2 if centred and len(row) == 1 else 9.0
        first = min(s.left for s in under)
        if strip.left > first:
            return 1.5
        last = max(s.right for s in under)
        between = sum(strip.left < s.left < first for s in row)
        # A headline is centred over all its columns, some of which it does not reach.
        ends = [s.right for s in row if s.right >= last - 1]
        # The last of them may be empty.
        ends += [self.plan.right] if self.plan.right - max(ends) >= 0.9 * width_of(strip) else []
        off = min(abs((strip.left + end) / 2 - middle) for end in ends)
        right = [s for s in row if s.edges[0] >= strip.edges[1] - 1]
        following = min(right, key=lambda s: s.edges[0], default=strip)
        step = self._joined_to(strip, following)
        return step + 0.2 + 0.5 * between + min(3.0, 0.3 * max(0.0, off / self.plan.body.em - 1))

    def _precedes_photo(self, head: Head | DrawnHead, strip: Strip) -> bool:
        """Whether a photo right below the headline fills the columns after this one."""
        row = 1.4 * self.plan.body.size
        return any(
            over(head, photo) > 0
            and 0 <= photo.top - head.bottom <= LEVEL * self.plan.body.size
            and abs(photo.top - strip.top) <= 1.2 * row
            and 0 < photo.left - strip.edges[1] <= 1.5 * self.plan.gutter
            for photo in self.plan.figures.pictures
        )

    def _joined_to(self, strip: Strip, following: Strip) -> float:
        """The price of taking two columns of one height for parts of one text."""
        cost = self.plan.fence_price * self.plan.fenced(strip, following)
        cost += 1.5 if abs(width_of(strip) - width_of(following)) > 1.3 * self.plan.body.em else 0.0
        return cost + (
            4.0
            if self.plan.white_between(strip, following) > self.plan.gutter + 2 * self.plan.body.em
            else 0.0
        )

    def _not_first(self, head: Head | DrawnHead, strip: Strip) -> float:
        """Another column to the left stands under the same headline."""
        before = [
            s
            for s in self.plan.row_of(strip)
            if s is not strip and s.left < strip.left and over(head, s) > 0.5 * self.plan.body.em
        ]
        return 1.6 * len(before) + CENTRED * self._begins_further_left(head, strip)

    def _begins_further_left(self, head: Head | DrawnHead, strip: Strip) -> int:
        """1 where a column further left is one of those the headline is centred over, 2 if signed.

        It need not reach over that column.
        """
        further = [
            s
            for s in self.plan.row_of(strip)
            if s.left < strip.left and over(head, s) <= 0 and self._aside(head, s) < CLEARLY
        ]
        return bool(further) + any(s.is_signed for s in further)

    def _covered(self, head: Head | DrawnHead, strip: Strip) -> float:
        """Text or another headline between the headline and the strip."""
        cost = 0.0
        for other in (*self.plan.strips, *self.plan.heads):
            if other is head or other is strip:
                continue
            between = head.bottom - 2 <= other.top and other.bottom <= strip.top + 2
            if between and over(other, strip) > 0 and over(other, head) > -2 * self.plan.body.em:
                cost += 4.0
        return cost

    def _beside(self, head: Head | DrawnHead, strip: Strip, pile: Sequence[Strip]) -> float:
        """A headline to the left of its text, or to the right of it."""
        if self._shared_height(head, pile) <= 0:
            return TOO_DEAR
        if head.right <= strip.edges[0] + self.plan.body.em:
            cost = 0.5 + self._far(strip.edges[0] - head.right)
        elif head.left < strip.edges[1] - self.plan.body.em:
            return TOO_DEAR
        elif not head.vertical and (self._is_let_in(head, strip) or self._share_photo(head, strip)):
            cost = FLANKED + 1.6 * self.plan.flanks.before(strip, head)
        else:
            edges = [s.edges[1] for s in self.plan.row_of(strip) if s.edges[1] <= head.left + 1]
            before = [s for s in self.plan.row_of(strip) if self._is_left_of(s, strip)]
            cost = 1.0 + 1.6 * len(before) + (0.0 if head.vertical else self._right(head))
            cost += self._far(self._white_before(head, strip, max([strip.edges[1], *edges])))
        # They begin at one height, or one stands in the middle of the other.
        middle = (pile[0].top + pile[-1].bottom - head.top - head.bottom) / 2
        apart = min(abs(head.top - self.plan.tops[id(strip)]), abs(middle)) / (
            1.4 * self.plan.body.size
        )
        cost += min(4.0, 0.25 * max(0.0, apart - 2))
        return cost + (GOES_ON if strip is not pile[0] else 0.0)

    def _right(self, head: Head | DrawnHead) -> float:
        """The price of a headline right of its text: less where none stands right below it."""
        near = LEVEL * self.plan.body.size
        under = any(
            over(head, s) > 0 and -near <= s.top - head.bottom <= near for s in self.plan.strips
        )
        return 3.0 if under else NOTHING_BELOW

    def _white_before(self, head: Head | DrawnHead, strip: Strip, right: float) -> float:
        """Points from the columns to a headline right of them, without a photo between."""
        photos = [
            p
            for p in self.plan.figures.pictures
            if right - 1 <= p.left
            and p.right <= head.left + 1
            and min(p.bottom, strip.bottom, head.bottom) > max(p.top, strip.top, head.top)
        ]
        if not photos:
            return head.left - right
        wide = max(p.right for p in photos) - min(p.left for p in photos)
        return max(0.0, head.left - right - wide - self.plan.gutter)

    def _far(self, gap: float) -> float:
        """The price of white between a headline and the column beside it."""
        return min(6.0, 0.4 * max(0.0, gap / self.plan.body.em - 2))

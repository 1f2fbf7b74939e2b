"""What it costs to read one column of text after another."""

from articles.parsing.pdf.places import is_level_with_head, over, shares_height, width_of
from articles.parsing.pdf.plan import TOO_DEAR, Plan
from articles.parsing.pdf.strips import Strip
from articles.parsing.typography.paragraphs import DAY
from articles.parsing.typography.rows import Kind

ENDS = (Kind.BYLINE, Kind.JUMP, Kind.ENTRY, Kind.MARK, Kind.SIGN_OFF)
NEXT_ROWS = 2.6  # a text goes on below that much white where there is a subhead
LEVEL_WITH_HEAD = 1.0  # its text may rise beside it
BEGINS, EVEN = 8.0, 0.6  # rows: below a headline at its left, and at the foot
LET_IN = 0.2  # a column goes on below the headline that stands in the midst of its text
CAPTION = 8.0  # of the body's type: from a photo to the text below its caption
BESIDE_PHOTO = 3.0  # of the body's type: from the text above to the photo
PASSED = 3.0  # other text of the same column stands between the two
TOUCHING = 0.5  # of the type: two columns share no height yet
ABOVE = 1.0  # the next column ends above the top of this one
ENDED = 4.0  # the next story's headline stands below it, and columns run on from their feet


class Steps:
    """Prices the step from one column to the next."""

    def __init__(self, plan: Plan):
        self.plan = plan

    def price(self, a: Strip, b: Strip) -> float:
        """From the end of `a` to the beginning of `b`."""
        return self._placed(a, b) + self._worded(a, b)

    def _placed(self, a: Strip, b: Strip) -> float:
        """Price of the step from the end of `a` to the beginning of `b`, by place and type."""
        em = self.plan.body.em
        cost = 6.0 * min(1.0, abs(a.size / b.size - 1) / 0.06) if a.size != b.size else 0.0
        if abs(a.edges[0] - b.edges[0]) > 0.3 * em:  # hanging signs widen a column
            cost += min(2.0, 1.0 * abs(width_of(a) - width_of(b)) / em)
        if b.edges[0] >= a.edges[1] - 0.5 * em:
            return cost + self._to_the_right(a, b)
        if (id(a), id(b)) in self.plan.insets.pairs and self._may_go_on(a, b):
            return cost + LET_IN
        # A name at the right edge stands below no sign of a short last row.
        shared = min(a.edges[1], b.right) - max(a.edges[0], b.left)
        if b.top >= a.bottom - em and shared > 0.5 * min(a.width, b.width):
            return cost + self._downwards(a, b)
        if b.top >= a.bottom - em:
            return cost + 3.5 + self._between(a, b)
        return TOO_DEAR

    def _to_the_right(self, a: Strip, b: Strip) -> float:
        row = 1.4 * self.plan.body.size
        gap = self.plan.white_between(a, b)
        cost = 0.6 * max(0.0, (gap - self.plan.gutter) / self.plan.body.em - 0.3)
        cost = min(cost, 4.0)
        step = (self.plan.tops[id(b)] - self.plan.tops[id(a)]) / row
        if self._follows_inset(a, b) or (id(a), id(b)) in self.plan.flanks.pairs:
            cost += LET_IN
        elif step > 0.5:
            cost += 0.7 + 0.06 * step
            cost += 3.0 if b.top > a.bottom else 0.0
        elif step < -0.5:  # from the foot of a column to the top of the next
            cost += 0.3 + min(0.7, -0.02 * step)
            if b.bottom < a.top + TOUCHING * b.size and not self.plan.river.is_there:
                cost += self.plan.headed_between(b, a)
                goes_on = self.plan.begins_inside(b) or self._is_level_with_upper(a, b)
                cost += 0.0 if goes_on else ABOVE
        cost += ENDED if id(a) in self.plan.river.ended else 0.0
        return cost + self._between(a, b) + self.plan.fence_price * self.plan.fenced(a, b)

    def _follows_inset(self, a: Strip, b: Strip) -> bool:
        """Whether `b` begins level with the part of `a`'s column above what is set into it.

        That is a headline let into its text, or a photo.
        """
        return self._may_go_on(a, b) and self._is_level_with_upper(a, b)

    def _may_go_on(self, a: Strip, b: Strip) -> bool:
        """Whether `b` begins inside a paragraph; without indents the text before it tells."""
        unknown = not self.plan.indented and b.first.kind is not Kind.OPENING
        return self.plan.begins_inside(b) or (unknown and not a.last.weak)

    def _is_level_with_upper(self, a: Strip, b: Strip) -> bool:
        row = 1.4 * self.plan.body.size
        return any(
            abs(self.plan.tops[id(b)] - self.plan.tops[id(upper)]) <= row
            for upper in (*self.plan.insets.above(a), *self._above_photo(a))
        )

    def _above_photo(self, strip: Strip) -> list[Strip]:
        """Texts of its column with nothing but a photo between."""
        size = self.plan.body.size
        photos = [
            p
            for p in self.plan.figures.pictures
            if over(p, strip) > 0 and 0 <= strip.top - p.bottom + 4 <= CAPTION * size
        ]
        return [
            s
            for s in self.plan.strips
            if abs(s.edges[0] - strip.edges[0]) <= size
            and any(0 <= p.top - s.bottom + 4 <= BESIDE_PHOTO * size for p in photos)
        ]

    def _downwards(self, a: Strip, b: Strip) -> float:
        gap = (b.top - a.bottom) / (1.4 * self.plan.body.size)
        held = any(
            a.bottom - 4 <= p.top and p.bottom <= b.top + 4 and over(p, b) > 0
            for p in self.plan.figures.pictures
        )
        apart = b.top - a.bottom > 1.4 * self.plan.body.size
        level = apart and is_level_with_head(b, self.plan.strips, self.plan.heads, self.plan.gutter)
        if b.is_titled:  # it may as well be the next part of the text above
            level = level and self._ends_with_neighbour(b)
        next_to = gap <= NEXT_ROWS and b.is_titled and not level
        cost = -1.2 if next_to else 0.4 if held else 0.8 + 0.15 * gap
        cost += LEVEL_WITH_HEAD * level
        passed = any(
            other is not a
            and other is not b
            and a.bottom - 2 <= other.top
            and other.bottom <= b.top + 2
            and over(other, b) > 0
            for other in self.plan.strips
        )
        cost += PASSED * passed
        return cost + self._between(a, b) + self.plan.barred(a, b)

    def _ends_with_neighbour(self, strip: Strip) -> bool:
        """Whether the column at its left that begins about there begins or ends as it does."""
        row = 1.4 * self.plan.body.size
        ends = [s.bottom for s in self.plan.pile(strip) if s.top >= strip.top]
        beside = [
            other
            for other in self.plan.strips
            if 0 < strip.edges[0] - other.edges[1] <= 2 * self.plan.gutter
            and -1 <= (other.top - strip.top) / row <= BEGINS
        ]
        return not beside or any(
            min(abs(other.top - strip.top), abs(other.bottom - end)) <= EVEN * row
            for other in beside
            for end in ends
        )

    def _between(self, a: Strip, b: Strip) -> float:
        """Text or a headline that stands in the way."""
        left, right = min(a.edges[1], b.edges[1]), max(a.edges[0], b.edges[0])
        cost = 0.0
        for other in self.plan.strips:
            if other is a or other is b:
                continue
            if left < (other.left + other.right) / 2 < right and shares_height(other, a, b):
                cost += 3.0
        for head in self.plan.heads:
            below = a.bottom - 2 <= head.top and head.bottom <= b.top + 2
            if below and over(head, b) > 0 and b.edges[0] < a.edges[1]:
                cost += 3.0
        return cost

    def _worded(self, a: Strip, b: Strip) -> float:
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
        if DAY.fullmatch(b.text):  # below the name that signs a notice
            return 0.0 if not last.weak else 3.0
        inside = self.plan.begins_inside(b)
        fresh = self.plan.indented and not inside
        if a.ends_titled or a.is_lone_title:
            return 3.0 if inside else -3.0
        if not last.strong and not last.weak:
            return 3.5 if fresh else -4.0
        if inside:
            return 3.0 if a.lack > 1.6 else -2.0
        if last.weak and not last.strong:
            return 0.5
        return 0.3

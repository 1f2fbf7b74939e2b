"""All the ways in which the columns and headlines of a page may hang together, priced."""

from collections.abc import Hashable, Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.plan import TOO_DEAR, Plan
from articles.parsing.pdf.seats import Seats
from articles.parsing.pdf.steps import Steps
from articles.parsing.pdf.strips import Head, Strip
from articles.parsing.typography.rows import Kind

OPENED, SIGNED, HEADLESS = 2.0, 3.0, 5.0  # a story without a headline, by how it begins
BOXED = 3.0  # the only headline in a box over its first text
UNUSED = 4.0  # what a headline that stands over nothing costs
UNUSED_DRAWN = 0.5  # a drawn shape may as well be an ornament


class Links:
    """Offers every strip the headlines and the strips that it may follow."""

    def __init__(
        self,
        strips: Sequence[Strip],
        heads: Sequence[Head | DrawnHead],
        figures: Figures,
        body: Body,
    ):
        self.strips, self.heads, self.figures = strips, heads, figures
        self.body = body
        self.plan = Plan(strips, heads, figures, body)
        self.steps, self.seats = Steps(self.plan), Seats(self.plan)

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
            cost = self.seats.price(head, number)
            if frame and number == self._first_under(head, frame):
                cost = min(cost, BOXED)
            cost -= UNUSED if head.text else UNUSED_DRAWN
            if cost < TOO_DEAR:
                found["head", k] = cost
        for k, other in enumerate(self.strips):
            if k != number and self.figures.frame_of(other) == frame:
                cost = self.steps.price(other, strip)
                if cost < TOO_DEAR:
                    found["after", k] = cost
        return found

    def _first_under(self, head: Head | DrawnHead, frame: Shape) -> int | None:
        """The first text in a box with one headline, wherever that stands: beside a photo, too."""
        if any(h is not head and self.figures.frame_of(h) is frame for h in self.heads):
            return None
        inside = [k for k, s in enumerate(self.strips) if self.figures.frame_of(s) is frame]
        top = min((self.strips[k].top for k in inside), default=0.0)
        level = [k for k in inside if self.strips[k].top - top <= self.body.size]
        return min(level, key=lambda k: self.strips[k].left, default=None)

    def _alone(self, strip: Strip) -> float:
        cost = SIGNED if strip.is_signed else HEADLESS
        cost = OPENED if strip.first.kind is Kind.OPENING else cost
        return cost + (2.5 if self.plan.begins_inside(strip) else 0.0)

"""What stands between two bodies as a subhead: what tells that the story goes on below it."""

from collections import Counter
from collections.abc import Sequence

from articles.parsing.overlap import Overlap, one_matter
from articles.parsing.reading.parts import BodyText, Gap, Piece
from articles.parsing.typography.columns import ITEM
from articles.parsing.typography.head_words import ASKED

MERGE = -2.0  # most stories have no subhead
SECOND_ROW = -3.0  # of a subhead
LONG, WIDEST_SUBHEAD, WIDE = 16, 26, 0.15  # em of a subhead's row, and what each beyond LONG costs
TWO_CLAUSES = 1.5  # a subhead with a space between its clauses
OTHER_KIND = 3.0  # a subhead between an interview and what is none
MERGE_AGAIN = 0.3  # where one stands, others stand too
SIBLING = 3.0  # of one form with another subhead
OF_HEADLINE = 2.0  # of one form with a headline
OTHER_FORM = 3.2  # without a number, below one that has one
PARALLEL = "把让从以用靠向为"  # with which each subhead of a text may begin
SPEAKING = {True: 0.8, False: 0.3}  # of its part: headlines do so more, unless it is a sibling


class Subheads:
    """The log-odds, for each gap of a page, that it does not end a story."""

    def __init__(self, bodies: Sequence[BodyText], gaps: Sequence[Gap], overlap: Overlap):
        self.bodies, self.gaps, self.overlap = bodies, gaps, overlap
        # No subhead stands at a page's edge: a form that does is that of headlines.
        self.headed = {_form(gaps[0]), _form(gaps[-1])} - {""}
        self.forms = Counter(form for gap in gaps if (form := _form(gap)) not in self.headed)
        self.scores = [None, *(self._score(index) for index in range(1, len(bodies)))]

    def odds_below(self, above: Sequence[Piece], index: int) -> float:
        """Where one subhead stands, others do; numbers go on to the last."""
        if not above:
            return MERGE
        numbered = ITEM.match(above[0].text) and not ITEM.match(self.gaps[index].pieces[0].text)
        return MERGE_AGAIN - (OTHER_FORM if numbered else 0.0)

    def _score(self, index: int) -> float | None:
        """Nothing, or a subhead; None where the story must end."""
        body, pieces = self.bodies[index], self.gaps[index].pieces
        above = self.bodies[index - 1]
        if body.announced or body.set_off or above.closed:
            return None
        if not pieces:
            return 0.0
        if len(pieces) > 1 and pieces[0].label:
            return None
        kept = body.kept or above.kept
        if (
            kept
            or len(pieces) > 2
            or any(p.byline or p.title or p.width > WIDEST_SUBHEAD for p in pieces)
        ):
            return None
        sibling = self._has_siblings(index)
        score = SIBLING if sibling else one_matter(above.text, body.text)
        score -= TWO_CLAUSES if " " in pieces[0].text else 0.0
        score -= OF_HEADLINE if _form(self.gaps[index]) in self.headed else 0.0
        if self._answers(index - 1) and not self._answers(index):
            score -= OTHER_KIND
        width = pieces[0].width
        score += SECOND_ROW * (len(pieces) - 1) + (0.5 if width <= 10 else -0.8)
        score -= WIDE * max(0.0, width - LONG)
        return score + SPEAKING[sibling] * self.overlap.score(pieces[0].text, index, index)

    def _has_siblings(self, index: int) -> bool:
        """一、去年工作回顾 counts; 回得来：一张清单办到底 is of one form with 留得住：…."""
        form = _form(self.gaps[index])
        numbered = ITEM.match(self.gaps[index].pieces[0].text) is not None
        return numbered or (form != "" and self.forms[form] > 1)

    def _answers(self, index: int) -> bool:
        """Questions and answers, to the last paragraph."""
        return self.bodies[index].paragraphs[-1].startswith(ASKED)


def _form(gap: Gap) -> str:
    """Where the colon of a lone row stands, or how it begins; "" where it has no form.

    回得来：… and 留得住：…, 把“脏乱差”请出去 and 把年轻人引进来 are subheads of one text.
    """
    if len(gap.pieces) != 1 or gap.pieces[0].byline:
        return ""
    text = gap.pieces[0].text
    colon = text.find("：")
    return f"：{colon}" if colon > 0 else text[0] if text[0] in PARALLEL else ""

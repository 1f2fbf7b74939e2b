"""What stands between two bodies as a subhead: what tells that the story goes on below it."""

import math
import re
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
ANSWER = 6.0  # 记者手记, 回音
SIBLING = 3.0  # of one form with another subhead
TOLD, TOLD_SHORT = 0.6, 0.7  # of a headline's pairs of characters; of one of few
OF_HEADLINE = 2.0  # of one form with a headline
OTHER_FORM = 3.2  # without a number, below one that has one
# Of as many characters as the next subhead, or in quotes as it is; most that may tell; most such,
# and as many as make siblings
ONE_LENGTH, LONGEST_EVEN, LONGEST_QUOTED, MOST, ENOUGH = 1.1, 6, 12, 3, 2
MOST_TIGHT = 1.6  # log-odds of a row without blank lines, where all headlines have them
PARALLEL = "把让从以用靠向为"  # with which each subhead of a text may begin
# Fitted to 3,000 rows between two texts of invented and of real pages, a tenth of them headlines
BEYOND, ANNOUNCED = 1.0, 1.5
SIZE, MOST_SIZE = 0.005, 600  # for each character of the part below; characters
SHORTEST = 50  # characters: of less are brief items
LEVEL = 1.0
NAMED = 3  # rows of a page that name who speaks: 买房人：…, 业内：…
ORDINAL = re.compile("第[一二三四五六七八九十]{1,2}(.)")
SPEAKING = {True: 0.8, False: 0.3}  # of its part: headlines do so more, unless it is a sibling


class Subheads:
    """The log-odds, for each gap of a page, that it does not end a story."""

    def __init__(self, bodies: Sequence[BodyText], gaps: Sequence[Gap], overlap: Overlap):
        self.bodies, self.gaps, self.overlap = bodies, gaps, overlap
        # No subhead stands at a page's edge: a form that does is that of headlines.
        self.headed = {_form(gaps[0]), _form(gaps[-1])} - {""}
        self.forms = Counter(form for gap in gaps if (form := _form(gap)) not in self.headed)
        self.named = sum(self.forms[form] for form in self.forms if form.startswith("："))
        self.tight = self._tightness()
        self.signing = self._signing()
        pairs = list(zip(gaps, bodies, strict=False))[1:]
        self.has_tight = any(_is_lone(gap) and not _is_aired(gap, body) for gap, body in pairs)
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
        if body.announced or body.set_off or (above.closed and not self._is_quoted(index)):
            return None
        if not pieces:
            return 0.0
        if pieces[-1].answer and self._may_answer(pieces):
            return ANSWER
        if len(pieces) > 1 and pieces[0].label:
            return None
        kept = (body.kept or above.kept) and not ITEM.match(pieces[0].text)
        if (
            kept
            or len(pieces) > 2
            or any(p.byline or p.title or p.width > WIDEST_SUBHEAD for p in pieces)
        ):
            return None
        even = self._even_neighbours(index)
        sibling = self._has_siblings(index)
        if even >= ENOUGH or self._even_neighbours(index, slack=1) >= ENOUGH:
            sibling = True
        score = SIBLING if sibling else one_matter(above.text, body.text)
        score -= TWO_CLAUSES if " " in pieces[0].text else 0.0
        score -= OF_HEADLINE if _form(self.gaps[index]) in self.headed else 0.0
        score += ONE_LENGTH * even
        score += self._by_blanks(index)
        beside, untold = self._by_neighbours(index), not self._is_told(index)
        score += max(0.0, beside) if sibling else beside if untold else min(0.0, beside)
        if self._answers(index - 1) and not self._answers(index):
            score -= OTHER_KIND
        width = pieces[0].width
        score += SECOND_ROW * (len(pieces) - 1) + (0.5 if width <= 10 else -0.8)
        score -= WIDE * max(0.0, width - LONG)
        return score + SPEAKING[sibling] * self.overlap.score(pieces[0].text, index, index)

    def _by_neighbours(self, index: int) -> float:
        """What the parts of the text on either side, and the rows beyond them, tell.

        Under subheads stand short parts, and one follows another; a text that is announced is
        mostly a short story without any. First words that tell when speak for a story.
        """
        above, below = self.bodies[index - 1 : index + 1]
        lone = self._may_be_subhead(index - 1) + self._may_be_subhead(index + 1)
        size = SIZE * min(MOST_SIZE, len(below.text))
        beside = LEVEL + BEYOND * lone - size - ANNOUNCED * (above.announced or above.signed)
        own = below.tells_when or min(len(above.text), len(below.text)) < SHORTEST
        return min(0.0, beside) if own else self.signing * beside

    def _may_be_subhead(self, index: int) -> bool:
        """Whether one row stands there, below a text that is not announced."""
        inside = 0 < index < len(self.bodies)
        return inside and _is_lone(self.gaps[index]) and not self.bodies[index - 1].announced

    def _has_siblings(self, index: int) -> bool:
        """一、去年工作回顾 counts; 回得来：一张清单办到底 is of one form with 留得住：…."""
        form = _form(self.gaps[index])
        numbered = ITEM.match(self.gaps[index].pieces[0].text) is not None
        named = form.startswith("：") and form not in self.headed and self.named >= NAMED
        return numbered or named or (form != "" and self.forms[form] > 1)

    def _even_neighbours(self, index: int, slack: int = 0) -> int:
        """How many rows above and below, one after another, are of one form with this one.

        老厂有新招, 新企跑得快, 服务送到门: of one length; “信到人到”, “网货”下山: in quotes.
        Two more of nearly one length (`slack`, in characters) tell as much.
        """
        own, near = self.gaps[index], 0
        if not _is_lone(own) or self._is_told(index):
            return 0
        for step in (-1, 1):
            place = index + step
            while 0 < place < len(self.bodies) and near < MOST:
                aired = _is_aired(self.gaps[place], self.bodies[place])
                even = _are_even(own, self.gaps[place], slack) and not self._is_told(place)
                if not even or aired != _is_aired(own, self.bodies[index]):
                    break
                near, place = near + 1, place + step
        return near

    def _is_quoted(self, index: int) -> bool:
        """“双鹤”雪花膏, “渔火”汽水: readers sign each part of a text with such subheads."""
        pieces = self.gaps[index].pieces
        return bool(pieces) and pieces[0].text[0] == "“" and self._even_neighbours(index) >= ENOUGH

    def _is_told(self, index: int) -> bool:
        """Whether the text below says a row's words again, as it does a headline's."""
        text = self.gaps[index].pieces[0].text
        most = TOLD_SHORT if len(text) <= LONGEST_EVEN else TOLD
        return text[0] != "“" and self.overlap.share(text, index, index) >= most

    def _by_blanks(self, index: int) -> float:
        """What blank lines at a row, or none, say where all headlines have them."""
        if not _is_aired(self.gaps[index], self.bodies[index]):
            return self.tight
        return -self.tight if self.has_tight else 0.0

    def _tightness(self) -> float:
        """Log-odds that a row between two texts heads no story, as no blank line is at it.

        Told by the rows that surely head one: at the page's top, over a byline or a source.
        """
        aired = [
            _is_aired(gap, body)
            for number, (gap, body) in enumerate(zip(self.gaps, self.bodies, strict=False))
            if number and _is_sure(gap, body)
        ]
        odds = math.log((aired.count(True) + 1) / (aired.count(False) + 1))
        return max(0.0, min(MOST_TIGHT, odds))

    def _signing(self) -> float:
        """The share of the page's stories that somebody signs, by those of more than one row.

        Where few are signed, rows over short texts head stories.
        """
        signed = [
            body.announced or body.signed or any(piece.byline for piece in gap.pieces)
            for number, (gap, body) in enumerate(zip(self.gaps, self.bodies, strict=False))
            if not number or body.announced or len(gap.pieces) > 1
        ]
        return signed.count(True) / len(signed)

    def _may_answer(self, pieces: Sequence[Piece]) -> bool:
        """编后, alone or below who wrote the letter; a diary's day begins another text there."""
        signed = not pieces[-1].text[0].isdigit() and all(piece.byline for piece in pieces[:-1])
        return len(pieces) == 1 or signed

    def _answers(self, index: int) -> bool:
        """Questions and answers, to the last paragraph."""
        return self.bodies[index].paragraphs[-1].startswith(ASKED)


def _is_sure(gap: Gap, body: BodyText) -> bool:
    """Whether a story begins below the gap, and with a headline there."""
    signed = any(piece.byline or piece.title for piece in gap.pieces)
    return (signed or body.announced) and any(not piece.byline for piece in gap.pieces)


def _is_aired(gap: Gap, body: BodyText) -> bool:
    """Whether a blank line stands above the rows or below them."""
    return body.blank or any(piece.blank for piece in gap.pieces)


def _are_even(gap: Gap, other: Gap, slack: int) -> bool:
    """Whether both hold one short row: of as many characters, in quotes, of two like clauses each,
    or both a question.
    """
    if not (_is_lone(gap) and _is_lone(other)):
        return False
    one, two = gap.pieces[0].text, other.pieces[0].text
    if one[0] == two[0] == "“" or one[-1] == two[-1] == "？":
        return max(len(one), len(two)) <= LONGEST_QUOTED
    if max(len(one), len(two)) <= LONGEST_EVEN:
        return abs(len(one) - len(two)) <= slack
    return len(one) == len(two) and 0 < one.find(" ") == two.find(" ")


def _is_lone(gap: Gap) -> bool:
    """A single row that may be a subhead."""
    return len(gap.pieces) == 1 and not _is_no_row(gap.pieces[0])


def _is_no_row(piece: Piece) -> bool:
    return piece.byline or piece.title


def _form(gap: Gap) -> str:
    """Where the colon of a lone row stands, or how it begins; "" where it has no form.

    回得来：… and 留得住：…, 把“脏乱差”请出去 and 把年轻人引进来 are subheads of one text.
    """
    if len(gap.pieces) != 1 or gap.pieces[0].byline:
        return ""
    text = gap.pieces[0].text
    if ordinal := ORDINAL.match(text):  # 第一步：…
        return f"第{ordinal[1]}"
    colon = text.find("：")
    return f"：{colon}" if colon > 0 else text[0] if text[0] in PARALLEL else ""

"""What a body tells of itself: how it begins and ends, who signs it, where its column changes."""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.reading.bodies import Body
from articles.parsing.reading.parts import BodyText
from articles.parsing.rules import Rules
from articles.parsing.typography.layout import Place
from articles.parsing.typography.rows import KEPT, Kind, Row
from articles.parsing.words.grammar import LONGEST_JUMP
from articles.parsing.words.signed_text import is_named_opening

RARE = 0.34  # of a text's paragraphs stand below a blank line: one tells something


class Telling:
    """Bodies as the pairing sees them."""

    def __init__(self, rows: Sequence[Row], places: Sequence[Place], rules: Rules):
        self.rows, self.places, self.rules = rows, places, rules

    def body_text(self, body: Body, paragraphs: list[list[int]]) -> BodyText:
        rows = self.rows
        texts = tuple("".join([rows[r].text for r in p]) for p in paragraphs)
        last = rows[body.rows[-1]]
        closed = last.final or last.kind is Kind.SIGN_OFF or bool(body.jumps)
        ended = last.signed or last.kind is Kind.SIGN_OFF
        # A desk's mark and 下转 sign nothing.
        noted = last.final and last.text[-1] in "）)" and "版" not in last.text[-LONGEST_JUMP:]
        return BodyText(
            text="".join(texts),
            announced=body.announced,
            paragraphs=texts,
            blank=rows[body.rows[0]].blank,
            signed=body.announced or ended or noted,
            named=body.announced and is_named_opening(texts[0], self.rules),
            signed_off=last.signed,
            set_off=rows[body.rows[0]].set_off,
            closed=closed,
            kept=all(rows[place].kind in KEPT for place in body.rows),
            turns=self._turns(paragraphs),
        )

    def _turns(self, paragraphs: list[list[int]]) -> frozenset[int]:
        edges = [(above[-1], below[0]) for above, below in pairwise(paragraphs)]
        apart = [self.rows[below].blank for _, below in edges]
        told = apart.count(True) <= RARE * len(apart)
        return frozenset(
            number
            for number, (above, below) in enumerate(edges, 1)
            if self._turns_at(above, below) or (told and self.rows[below].blank)
        )

    def _turns_at(self, above: int, row: int) -> bool:
        if self.rows[row].kind is Kind.SIGN_OFF:
            return False
        changed = abs(self.places[row].column - self.places[above].column) > 1.1
        return row > above + 1 or changed

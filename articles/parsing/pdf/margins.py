"""Folio, masthead and staff lines of a page."""

from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import (
    DECK_GAP,
    LARGER,
    NEXT_COLUMN,
    Body,
    is_running,
    kinds_of,
    shares_column,
)
from articles.parsing.pdf.pieces import Piece
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind
from articles.parsing.words.grammar import grammar

MARGIN = 0.12  # of the printed height, at the top and the bottom
FOLIO = 0.05  # of the printed height: what stands outside of a rule across the page
LONGEST_NAME = 8  # characters of a paper's name
ACROSS = 0.85  # of the printed width
SMALL_PRINT = 0.95  # of the body's type


class Margins:
    """Tells them by their words, by the rules across the page and by what they stand beside."""

    def __init__(self, pieces: Sequence[Piece], figures: Figures, body: Body, rules: Rules):
        self.pieces, self.figures, self.body, self.rules = pieces, figures, body, rules
        self.top = min(p.top for p in pieces)
        self.bottom = max(p.bottom for p in pieces)

    def find(self) -> None:
        """Folio, masthead and staff lines: their words, and what stands on one line with them."""
        high = MARGIN * (self.bottom - self.top)
        edge = [p for p in self.pieces if p.bottom < self.top + high or p.top > self.bottom - high]
        paper = grammar(self.rules).paper
        for piece in self.pieces:
            beside = len(piece.lines) == 1 and self._goes_on_beside(piece)
            own = beside or self._ends_text(piece) or self._is_in_brackets_below(piece)
            if kinds_of(piece) == {Kind.FURNITURE} and not own:
                piece.part = "margin"
        for piece in edge:
            text = piece.text.replace(" ", "")
            number = len(piece.lines) == 1 and len(text) <= 8 and paper.fullmatch(text)
            matter = sum(r is not None and r.kind is Kind.FURNITURE for r in piece.rows)
            own = self._ends_text(piece) or self._is_in_brackets_below(piece)
            own = own or (matter < len(piece.lines) and self._goes_on_beside(piece))
            if number or (2 * matter >= len(piece.lines) and not own):
                piece.part = "margin"
        self._find_folio()
        lines = [p for p in edge if p.part == "margin"]
        for piece in edge:
            short = len(piece.lines) == 1 and piece.characters <= 24
            if short and any(self._on_one_line(piece, other) for other in lines):
                piece.part = "margin"

    def _find_folio(self) -> None:
        """What stands outside of a rule across the page together with what is margin by words."""
        left, right = min(p.left for p in self.pieces), max(p.right for p in self.pieces)
        reach = FOLIO * (self.bottom - self.top)
        for bar in self.figures.bars:
            if bar.right - bar.left < ACROSS * (right - left):
                continue
            above = [p for p in self.pieces if p.bottom <= bar.top + 2]
            below = [p for p in self.pieces if p.top >= bar.bottom - 2]
            for outer in (above, below):
                high = max((p.bottom for p in outer), default=0) - min(
                    (p.top for p in outer), default=0
                )
                known = any(p.part == "margin" for p in outer) or self._is_small_print(outer)
                low = high <= reach or (outer is above and self._is_nameplate(outer))
                if known and low and not any(is_running(p) for p in outer):
                    for piece in outer:
                        piece.part = "margin"

    def _is_nameplate(self, pieces: Sequence[Piece]) -> bool:
        """The paper's name in the page's largest type, beside its date."""
        names = [p for p in pieces if p.part != "margin"]
        largest = max(p.size for p in self.pieces)
        return len(names) == 1 < len(pieces) and (
            names[0].size == largest and names[0].characters <= LONGEST_NAME
        )

    def _is_small_print(self, pieces: Sequence[Piece]) -> bool:
        """A single row smaller than the text, as a hotline or an imprint."""
        rows = [line for p in pieces for line in p.lines]
        return len(rows) == 1 and rows[0].size < SMALL_PRINT * self.body.size

    def _ends_text(self, piece: Piece) -> bool:
        """A notice's date, in the type of the text and right below it."""
        return len(piece.lines) == 1 and any(
            0 < piece.lines[0].base - p.lines[-1].base <= 2.2 * piece.size
            and -piece.em <= piece.left - p.left <= 3 * piece.em
            and kinds_of(p) != {Kind.FURNITURE}
            and {_type_of(p), _type_of(piece)} == {(self.body.face, self.body.size)}
            for p in self.pieces
        )

    def _is_in_brackets_below(self, piece: Piece) -> bool:
        """（2012年3月20日）: the day of a speech, right below its headline."""
        bracketed = piece.text[0] in "（(" and piece.text[-1] in "）)"
        return bracketed and any(
            p.size >= LARGER * piece.size
            and shares_column(piece, p)
            and 0 <= piece.top - p.bottom <= DECK_GAP * piece.size
            for p in self.pieces
        )

    def _goes_on_beside(self, piece: Piece) -> bool:
        """What ends a notice at the head of a column, in the type of the text in the one before."""
        return any(
            abs(p.lines[0].base - piece.lines[0].base) <= 0.3 * piece.size
            and 0 < piece.left - p.right <= NEXT_COLUMN * piece.em
            and kinds_of(p) != {Kind.FURNITURE}
            and {_type_of(p), _type_of(piece)} == {(self.body.face, self.body.size)}
            for p in self.pieces
        )

    def _on_one_line(self, piece: Piece, other: Piece) -> bool:
        return (
            any(abs(piece.lines[-1].base - x.base) < 0.3 * self.body.size for x in other.lines)
            and piece.size < 1.6 * other.size
        )


def _type_of(piece: Piece) -> tuple[str, float]:
    return piece.face, round(piece.size, 1)

"""Captions in the type of the text and without a credit: only where they stand tells them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.pdf.at_pictures import is_beside, is_under
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body, kinds_of, shares_column
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.typography.rows import Kind

MOST_ROWS = 6
ENDS = "。！？”）…"
SET_OFF = 1.15  # of the usual pitch: the text below a caption stands further off
FAR = 2.5  # of the same: what stands further below is no part of the story
LEVEL = 0.3  # of the type: rows of columns side by side
EDGE = 0.6  # em by which rows of one column differ
INDENT = 1.4, 2.8  # em: an opening row stands that far inside its column
NARROW = 0.9  # of the usual column: a caption beside a picture


class PlainCaptions:
    """Finds them among the pieces that would count as text."""

    def __init__(self, pieces: Sequence[Piece], figures: Figures, body: Body):
        self.pieces, self.body = pieces, body
        self.pictures = [p for p in figures.pictures if p.kind == "picture"]
        self.texts = [p for p in pieces if p.part == "body" and len(p.lines) > 2]
        self.pitch = self._usual_pitch()
        widths = Counter(round(p.edge_right - p.edge_left) for p in self.texts if p.is_block)
        self.width = widths.most_common(1)[0][0] if widths else 0.0

    def find(self) -> None:
        if not self.pitch:
            return
        for piece in self.pieces:
            may_be = piece.part == "body" and self._may_be(piece)
            if may_be and any(self._tells(piece, picture) for picture in self.pictures):
                piece.part = "caption"

    def _usual_pitch(self) -> float:
        steps: Counter[float] = Counter()
        for piece in self.texts:
            steps.update(round(b.base - a.base, 1) for a, b in pairwise(piece.lines))
        return steps.most_common(1)[0][0] if steps else 0.0

    def _may_be(self, piece: Piece) -> bool:
        few = len(piece.lines) <= MOST_ROWS and not piece.vertical
        return few and piece.text[-1] in ENDS and kinds_of(piece) <= {Kind.TEXT}

    def _tells(self, piece: Piece, picture: Shape) -> bool:
        if is_under(piece, picture):
            return self._is_set_off(piece, picture)
        inside = piece.bottom <= picture.bottom + piece.size
        return inside and is_beside(piece, picture) and self._stands_alone(piece)

    def _is_set_off(self, piece: Piece, picture: Shape) -> bool:
        """Right under it, with more white below than rows of the text have.

        One row in the picture's middle, or what parts a text that breaks off above the picture
        from its next row.
        """
        below = self._next(piece, under=True)
        if below is None or below.part != "body":
            return False
        apart = below.lines[0].base - piece.lines[-1].base
        if not SET_OFF * self.pitch <= apart <= FAR * self.pitch:
            return False
        return self._is_in_the_middle(piece, picture) or (
            self._breaks_off(piece, picture) and self._goes_on(below)
        )

    def _is_in_the_middle(self, piece: Piece, picture: Shape) -> bool:
        sides = piece.left - picture.left, picture.right - piece.right
        return len(piece.lines) == 1 and min(sides) > piece.em > abs(sides[0] - sides[1])

    def _goes_on(self, below: Piece) -> bool:
        """Flush at its column's edge: no paragraph begins here."""
        return len(below.lines) > 1 and below.indent(below.lines[0]) < INDENT[0]

    def _breaks_off(self, piece: Piece, picture: Shape) -> bool:
        """Whether a text of the piece's column stops above the picture inside a sentence."""
        column = [p for p in self.pieces if p.part == "body" and shares_column(p, piece)]
        above = [p for p in column if p.bottom <= picture.top + 1]
        last = max(above, key=lambda p: p.bottom, default=None)
        return last is not None and last.text[-1] not in ENDS

    def _next(self, piece: Piece, *, under: bool) -> Piece | None:
        column = [p for p in self.pieces if p is not piece and shares_column(p, piece)]
        if under:
            return min((p for p in column if p.top > piece.top), key=lambda p: p.top, default=None)
        return max((p for p in column if p.top < piece.top), key=lambda p: p.top, default=None)

    def _stands_alone(self, piece: Piece) -> bool:
        """In no column of text: narrower, at no column's edge, level with none, nothing near."""
        if piece.width > NARROW * self.width:
            return False
        for text in self.texts:
            if text is piece:
                continue
            if abs(text.lines[0].base - piece.lines[0].base) <= LEVEL * piece.size:
                return False
            indent = (piece.left - text.edge_left) / piece.em
            at_edge = abs(indent) <= EDGE or INDENT[0] <= indent <= INDENT[1]
            if at_edge and shares_column(text, piece):
                return False
        near = [self._next(piece, under=under) for under in (False, True)]
        return not any(p and p.part == "body" and self._is_near(p, piece) for p in near)

    def _is_near(self, other: Piece, piece: Piece) -> bool:
        gap = max(
            other.lines[0].base - piece.lines[-1].base, piece.lines[0].base - other.lines[-1].base
        )
        return gap <= SET_OFF * self.pitch

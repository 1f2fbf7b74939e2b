"""How two pieces stand to each other: in one column, lined up, right above or below."""

from articles.parsing.pdf.parts import shares_column
from articles.parsing.pdf.pieces import Piece

ROW = 1.4  # of the type: from one line of running text to the next
ALIGNED = 0.6  # em off the headline's middle or its left edge


def is_between(piece: Piece, above: Piece, below: Piece) -> bool:
    """Whether it stands inside the column that the two are of; either may be one short row."""
    left, right = min(above.left, below.left), max(above.right, below.right)
    return left - piece.em <= piece.left and piece.right <= right + piece.em


def is_lined_up(piece: Piece, head: Piece) -> bool:
    """Every row in the headline's middle, or at its left edge; above it a single row alone."""
    reach = ALIGNED * piece.em
    most = 2 if piece.top > head.top else 1
    if len(piece.lines) <= most and all(abs(x.left - head.left) <= reach for x in piece.lines):
        return True
    return all(abs(line.middle - head.middle) <= reach for line in piece.lines)


def is_touching(a: Piece, b: Piece) -> bool:
    """Right above or below, as rows of one headline are."""
    gap = max(a.top - b.bottom, b.top - a.bottom)
    return shares_column(a, b) and gap <= ROW * max(a.size, b.size)

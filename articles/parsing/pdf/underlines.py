"""Rules that underline a kicker: they part nothing."""

from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import is_running, shares_column
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece

CLOSE = 0.4  # of the row's type: from its foot to the rule
ENDS = 0.6  # em by which the rule's ends miss those of the row
LARGER = 1.2  # of the row's type: the headline below
BELOW = 1.0  # of the headline's type: from the rule to it


def forget_underlines(pieces: Sequence[Piece], figures: Figures) -> None:
    """Forget the rules as long as the single row right above, a headline right below."""
    rows = [p for p in pieces if len(p.lines) == 1 and not p.vertical and not is_running(p)]
    heads = [p for p in pieces if p.part == "head" and not p.vertical]
    figures.bars = [
        bar
        for bar in figures.bars
        if not any(_underlines(bar, row) and _heads(heads, bar, row) for row in rows)
    ]


def _underlines(bar: Shape, row: Piece) -> bool:
    off = max(abs(bar.left - row.left), abs(bar.right - row.right))
    return off <= ENDS * row.em and abs(bar.top - row.bottom) <= CLOSE * row.size


def _heads(heads: Sequence[Piece], bar: Shape, row: Piece) -> bool:
    return any(
        head.size >= LARGER * row.size
        and shares_column(head, row)
        and -0.2 * head.size <= head.top - bar.bottom <= BELOW * head.size
        for head in heads
    )

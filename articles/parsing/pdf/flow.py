"""Pieces → reading order."""

from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.pieces import Piece


def in_reading_order(pieces: Sequence[Piece], figures: Figures) -> list[Piece]:
    """The pieces as a reader takes them."""
    return sorted(pieces, key=lambda p: (round(p.left / 20), p.top))

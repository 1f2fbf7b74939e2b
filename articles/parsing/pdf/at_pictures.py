"""Where a piece stands at a picture: right below it, right above it, at its side."""

from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece

BELOW_PICTURE = 2.2  # rows
BESIDE_PICTURE = 2.5  # em
NARROW = 14.0  # em: a caption beside a picture
ABOVE_PICTURE = 2.0  # of the type: a credit may stand between
MOST_SIGNED = 12  # characters of a sentence's end and whose photo it is


def is_under(piece: Piece, picture: Shape) -> bool:
    """Right below a picture, and no wider than it by much."""
    gap = piece.top - picture.bottom
    inside = min(piece.right, picture.right) - max(piece.left, picture.left)
    return (
        -0.6 * piece.size <= gap <= BELOW_PICTURE * 1.4 * piece.size and inside >= 0.7 * piece.width
    )


def is_spanned(piece: Piece, picture: Shape) -> bool:
    """Right above the piece, which is wider at both sides."""
    wider = piece.left - piece.em <= picture.left and picture.right <= piece.right + piece.em
    return wider and -0.6 * piece.size <= piece.top - picture.bottom <= BELOW_PICTURE * piece.size


def is_beside(piece: Piece, picture: Shape) -> bool:
    """Right beside a picture, and beginning no higher than it."""
    gap = max(piece.left - picture.right, picture.left - piece.right)
    begins = picture.top - 1.4 * piece.size <= piece.top <= picture.bottom
    return begins and 0 <= gap <= BESIDE_PICTURE * piece.em


def is_over(piece: Piece, picture: Shape) -> bool:
    """Right above a picture, or above its credit there, and no wider than it."""
    gap = (picture.top - piece.bottom) / piece.size
    inside = picture.left - piece.em <= piece.left and piece.right <= picture.right + piece.em
    return inside and -0.6 <= gap <= ABOVE_PICTURE


def tops(piece: Piece, picture: Shape) -> bool:
    """A sentence over a picture, with or without who took it."""
    told = len(piece.lines) <= 2 and "。" in piece.text[-MOST_SIGNED:]
    return told and is_over(piece, picture)


def flanks(piece: Piece, picture: Shape) -> bool:
    """A few narrow rows of sentences right beside a picture, down to its foot at most."""
    narrow = piece.width <= min(NARROW * piece.em, picture.right - picture.left)
    inside = is_beside(piece, picture) and piece.bottom <= picture.bottom + piece.size
    return narrow and inside and piece.text.endswith("。")

"""Pieces of HTML that are put together first and filled in together.

A piece is (form, what fills its gaps). Forms are ours and hold nothing that was told; what fills
them is escaped, all of a page in one go: it has hundreds of paragraphs, headlines and links.
"""

from collections.abc import Iterable
from itertools import chain

from django.utils.html import format_html

Piece = tuple[str, tuple]
NOTHING: Piece = ("", ())


def html(piece: Piece):
    form, filling = piece
    return format_html(form, *filling) if form else ""


def together(pieces: Iterable[Piece]) -> Piece:
    """One below the other, but for those of nothing."""
    told = [piece for piece in pieces if piece[0]]
    forms = "\n".join(form for form, _filling in told)
    return forms, tuple(chain.from_iterable(filling for _form, filling in told))


def within(opening: str, pieces: Iterable[Piece], closing: str) -> Piece:
    form, filling = together(pieces)
    return f"{opening}\n{form}\n{closing}", filling


def line(form: str, *filling) -> Piece:
    """Nothing where one of those that fill it is empty."""
    return (form, filling) if all(filling) else NOTHING


def text(blocks, marks) -> Piece:
    """A body's blocks; `marks` are the forms of subheads and notes."""
    return together((_form(block, marks), block.lines) for block in blocks)


def _form(block, marks):
    """The marks of a block, with a gap for each of its lines."""
    if block.kind == "text":
        return "<p>{}</p>"
    if block.kind == "note":
        return marks["note"].replace("{}", "<p>{}</p>" * len(block.lines))
    return marks[block.kind]

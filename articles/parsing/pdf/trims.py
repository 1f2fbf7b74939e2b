"""What the trim cuts off a printed sheet: the file's name and its time, in the margin."""

import ctypes
from collections.abc import Sequence

from articles.parsing.pdf.pdfium import C, Glyph, Sheet

NEAR = 1.0  # points
MOST_CUT = 0.03  # of a page's characters: a box that cuts off more is not meant so


def trimmed(page, sheet: Sheet, characters: Sequence[Glyph]) -> list[Glyph]:
    """The characters whose baseline begins inside of the page's trim box, where it has one."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not C.FPDFPage_GetTrimBox(page, *sides):
        return list(characters)
    left, bottom, right, top = (side.value for side in sides)
    ends = sheet.to_page(left, bottom), sheet.to_page(right, top)
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(*ends, strict=True))
    inside = [
        g
        for g in characters
        if left - NEAR <= g.x <= right + NEAR and top - NEAR <= g.y <= bottom + NEAR
    ]
    cut = len(characters) - len(inside)
    return inside if cut <= MOST_CUT * len(characters) else list(characters)

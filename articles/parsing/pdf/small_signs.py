"""Small signs above or below their line, as the 2 of m² or the mark of a note, go into it."""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.pdf.pdfium import Glyph
from articles.parsing.pdf.runs import WIDE

SMALL = 0.4, 0.78  # times the type of the line
OFF = 0.12, 0.65  # of the line's type: above its baseline
UNDER = 0.35  # the same below it
NEAR = -0.15, 0.3  # em from the character before
LONGEST = 4  # signs


def seat_small_signs(glyphs: Sequence[Glyph]) -> None:
    """Give such signs the baseline and the type of the character that they are drawn after."""
    for run in _small_runs(glyphs):
        before, *signs = run
        for sign in signs:
            sign.y, sign.size, sign.em = before.y, before.size, before.em


def _small_runs(glyphs: Sequence[Glyph]):
    run: list[Glyph] = []
    for a, b in pairwise(glyphs):
        if run and _is_next(run[-1], b) and b.size == run[-1].size:
            run.append(b)
            continue
        if 1 < len(run) <= LONGEST + 1:
            yield run
        run = [a, b] if _is_next(a, b) and _is_raised(a, b) else []
    if 1 < len(run) <= LONGEST + 1:
        yield run


def _is_next(a: Glyph, b: Glyph) -> bool:
    """Drawn right after the other and to the right of it; a sign, a digit or a letter."""
    in_turn = 0 < b.order - a.order <= 3 and a.turn == b.turn
    em = max(a.em, b.em)
    return in_turn and b.char < WIDE[0] and NEAR[0] * em <= b.x - a.right <= NEAR[1] * em


def _is_raised(a: Glyph, b: Glyph) -> bool:
    off = (a.y - b.y) / a.size
    small = SMALL[0] <= b.size / a.size <= SMALL[1]
    return small and (OFF[0] <= off <= OFF[1] or -UNDER <= off <= -OFF[0])

"""Where a gutter may go through a run: at a gap, a jump, a hanging sign or a change of type."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from articles.parsing.pdf.pdfium import Glyph
from articles.parsing.pdf.runs import WIDE, Run

HANGING = "“‘「『《（〈【"
HANGING_RIGHT = "，。、；：！？”’」』》）】"
HUNG = 0.8  # em by which a sign may reach over the gutter into the next column
FACED = 6  # characters that are looked at on both sides of a change of type
CUT = 0.3  # em beyond the letter-spacing: a gap that may be a gutter with a hanging sign in it


def joints(run: Run, edges: set[int]) -> list[int]:
    """Places of characters before which the run may be parted: a gap, a jump, a hanging sign."""
    gaps = [(b.x - a.right) / run.em for a, b in pairwise(run.glyphs)]
    if not gaps:
        return []
    least = CUT + max(0.0, median(gaps))
    jumps = [not is_in_turn(a, b) for a, b in pairwise(run.glyphs)]
    return [
        k + 1
        for k, gap in enumerate(gaps)
        if gap >= least
        or (gap > -HUNG and (jumps[k] or _hangs(run.glyphs, k, edges)))
        or (gap > -2 and jumps[k] and run.glyphs[k].face != run.glyphs[k + 1].face)
        or (
            round(run.glyphs[k + 1].x) in edges
            and run.glyphs[k].face != run.glyphs[k + 1].face
            and changes_face(run.glyphs[: k + 1], run.glyphs[k + 1 :])
        )
    ]


def changes_face(before: Sequence[Glyph], after: Sequence[Glyph]) -> bool:
    """Whether Han characters are of another face from here on; digits often have their own."""
    faces = [
        {g.face for g in glyphs if is_wide(g) and g.char.isalnum()}
        for glyphs in (before[-FACED:], after[:FACED])
    ]
    return all(faces) and not faces[0] & faces[1]


def changes_size(a: Run, b: Run) -> bool:
    return abs(b.size - a.size) > 0.03 * a.size and is_wide(a.glyphs[-1], b.glyphs[0])


def _hangs(glyphs: Sequence[Glyph], k: int, edges: set[int]) -> bool:
    """Whether a hanging sign stands where a column begins."""
    a, b = glyphs[k], glyphs[k + 1]
    return (a.char in HANGING_RIGHT and round(b.x) in edges) or (
        b.char in HANGING and round(b.x + b.em / 2) in edges
    )


def is_hung(a: Glyph, b: Glyph) -> bool:
    return a.char in HANGING_RIGHT or b.char in HANGING


def may_part(a: Glyph, b: Glyph) -> bool:
    """Not drawn one after the other, or one of them hangs into the gutter."""
    return is_hung(a, b) or not is_in_turn(a, b)


def is_wide(*glyphs: Glyph) -> bool:
    return all(glyph.char >= WIDE[0] for glyph in glyphs)


def is_in_turn(a: Glyph, b: Glyph) -> bool:
    """Drawn one right after the other."""
    return 0 < b.order - a.order <= 3

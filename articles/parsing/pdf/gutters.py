"""Runs of one baseline: joined where their gap is a space, parted where a gutter goes through."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from articles.parsing.pdf.pdfium import Glyph, Shape
from articles.parsing.pdf.runs import Run, joined, part_of

INDENT = 2.0  # em
NEAR_BANDS = 5
HANGING = "“‘「『《（〈【"
HANGING_RIGHT = "，。、；：！？”’」』》）】"
HUNG = 0.8  # em by which a sign may reach over the gutter into the next column
CUT = 0.3  # em beyond the letter-spacing: a gap that may be a gutter with a hanging sign in it


class Gutters:
    """Joins runs of one baseline whose gap is no gutter, judged by the lines around it."""

    def __init__(self, bands: list[list[Run]], fences: Sequence[Shape]):
        self.bands, self.fences = bands, fences
        self.starts = [[run.left for run in band] for band in bands]
        self.heights = [band[0].base for band in bands]

    def merged(self) -> list[list[Run]]:
        for _ in range(2):  # what one cut shows helps the next
            for number, band in enumerate(self.bands):
                self.bands[number] = [part for run in band for part in self._cut(number, run)]
                self.starts[number] = [run.left for run in self.bands[number]]
        out = []
        for number, band in enumerate(self.bands):
            row = [band[0]]
            for run in band[1:]:
                if self._is_one_line(row[-1], run, number):
                    row[-1] = joined(row[-1], run)
                else:
                    row.append(run)
            out.append(row)
        return out

    def _cut(self, number: int, run: Run) -> list[Run]:
        """Parts of a run through which a gutter goes that a hanging sign has narrowed."""
        glyphs, pieces, start = run.glyphs, [], 0
        for k in _wide_joints(run):
            a, b = part_of(run, start, k), part_of(run, k, len(glyphs))
            if k - start < 3 or len(glyphs) - k < 3 or not _may_part(glyphs[k - 1], glyphs[k]):
                continue
            through, beside = self._around(a, b, number)
            if beside >= 3 and beside > 2 * through:
                pieces.append(a)
                start = k
        return [*pieces, part_of(run, start, len(glyphs))] if pieces else [run]

    def _is_one_line(self, a: Run, b: Run, number: int) -> bool:
        gap = (b.left - a.right) / max(a.em, b.em)
        if not 0.8 <= b.size / a.size <= 1.25 or gap > 6 or self._is_fenced(a, b):
            return False
        through, beside = self._around(a, b, number)
        if through or beside:
            return gap <= 4 and through > beside
        after = b.glyphs[0].order - a.glyphs[-1].order
        if 0 < after <= 3 and len(a.glyphs) <= 2 and len(b.glyphs) <= 2:
            return gap <= 3.2
        return gap <= (2.2 if 0 < after <= 3 else 1.0)

    def _is_fenced(self, a: Run, b: Run) -> bool:
        return any(
            a.right - 1 <= f.left <= b.left + 1 and f.top - 2 <= a.base <= f.bottom + a.size
            for f in self.fences
        )

    def _around(self, a: Run, b: Run, number: int) -> tuple[float, float]:
        """How many lines near by run through the gap, and how many begin where it ends."""
        through = beside = 0.0
        for other in self._near(number, a):
            for run in self._at(other, b.left, a.em):
                if not 0.94 <= run.size / a.size <= 1.06:
                    continue
                if run.left < a.right - a.em and run.right > b.left + a.em:
                    through += 1
                elif _starts_with(run, b):
                    beside += 1
        return through, beside

    def _near(self, number: int, run: Run):
        reach = 9 * run.size
        low = bisect_left(self.heights, run.base - reach)
        high = bisect_right(self.heights, run.base + reach)
        above = list(range(number - 1, low - 1, -1))
        below = list(range(number + 1, high))
        return above[: 3 * NEAR_BANDS] + below[: 3 * NEAR_BANDS]

    def _at(self, number: int, x: float, em: float) -> list[Run]:
        """Runs of a band that begin left of x, the nearest, or at x."""
        starts = self.starts[number]
        low = max(0, bisect_left(starts, x - 2.5 * em) - 1)
        return self.bands[number][low : bisect_right(starts, x + 2.5 * em)]


def _starts_with(run: Run, b: Run) -> bool:
    """Whether `b` begins at the edge that a run shows; indented or hanging out."""
    off = (b.left - run.left) / b.em
    if len(run.glyphs) < 4:
        return False
    hung = b.glyphs[0].char in HANGING or run.glyphs[0].char in HANGING
    return abs(off) < (1.1 if hung else 0.25) or INDENT - 0.4 < off < INDENT + 0.8


def _wide_joints(run: Run) -> list[int]:
    """Places of characters before which the run has a gap, or the file jumps."""
    gaps = [(b.x - a.right) / run.em for a, b in pairwise(run.glyphs)]
    if not gaps:
        return []
    least = CUT + max(0.0, median(gaps))
    jumps = [not 0 < b.order - a.order <= 3 for a, b in pairwise(run.glyphs)]
    return [k + 1 for k, gap in enumerate(gaps) if gap >= least or (jumps[k] and gap > -HUNG)]


def _may_part(a: Glyph, b: Glyph) -> bool:
    """Not drawn one after the other, or one of them hangs into the gutter."""
    return b.char in HANGING or a.char in HANGING_RIGHT or not 0 < b.order - a.order <= 3

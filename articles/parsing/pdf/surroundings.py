"""The rows around a gap between two runs: which column they show to end or to begin there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from articles.parsing.pdf.joints import CUT, HANGING, HANGING_RIGHT, is_in_turn
from articles.parsing.pdf.runs import Run

INDENT = 2.0  # em
NEAR_BANDS = 5
# Of the type's size, from line to line: with more than a blank line another text begins.
WHITE = 3.4
MOST_LOOKS = 12_000  # at the lines around a gap; a printed page needs a tenth of that
BEFORE = 0.9  # em: a line that begins that far left of a text's end stands in its column
FEWEST_EVEN = 3  # rows that end or begin alike
OTHER_SIZE = 0.03
OTHER_COLUMNS = 2.6  # em: a row that begins that far off is in no column of this text


class Surroundings:
    """Bands of runs from the top, looked at around one place; `looks` bounds how often."""

    def __init__(self, bands: list[list[Run]]):
        self.bands = bands
        self.starts = [[run.left for run in band] for band in bands]
        self.heights = [band[0].base for band in bands]
        self.looks = MOST_LOOKS

    def may_look(self) -> bool:
        """Whether it may be asked once more; a page of gaps without end has an answer too."""
        self.looks -= 1
        return self.looks >= 0

    def replace(self, number: int, runs: list[Run]) -> None:
        """Put other runs into a band."""
        self.bands[number] = runs
        self.starts[number] = [run.left for run in runs]

    def around(self, a: Run, b: Run, number: int) -> tuple[float, float]:
        """How many lines near by run through the gap, and how many begin where it ends."""
        through = beside = 0.0
        if not self.may_look():
            return 0.0, 0.0
        in_turn = is_in_turn(a.glyphs[-1], b.glyphs[0])
        squares = in_turn or len(b.glyphs) < 3
        runs = list(self.same_text(a, b, number))
        faces = {a.glyphs[-1].face, b.glyphs[0].face}
        ended = sum(_ends_like(run, a) for run in runs) >= (FEWEST_EVEN if in_turn else 1)
        for run in runs:
            if run.left < a.right - BEFORE * a.em and run.right > b.left + a.em:
                if ended and abs(run.left - a.left) > OTHER_COLUMNS * a.em:
                    continue  # it is of another text, which is set in other columns
                other = not in_turn and abs(run.size - a.size) > OTHER_SIZE * a.size
                if other or not any(glyph.face in faces for glyph in run.glyphs):
                    continue  # as a caption in its own type, above the columns
                parted = _parted_at(run, b.left)
                through, beside = through + (parted < 0), beside + (parted > 0)
            elif run.left < a.right - BEFORE * a.em or (squares and run.left > b.right):
                continue  # it begins where `a` stands, or beyond `b`, the square before a gutter
            elif _starts_with(run, b):
                beside += 1
        return through, beside

    def same_text(self, a: Run, b: Run, number: int) -> Iterator[Run]:
        """Runs of this type at the gap, upwards and downwards as far as white does not end them."""
        for bands in self.near(number, a):
            last = a.base
            for other in bands:
                # What ends left of `a` is of another column, and bridges no white.
                near = [r for r in self.at(other, b.left, a.em) if r.right > a.left]
                runs = [r for r in near if _is_sized(r, a, b)]
                if runs and abs(self.heights[other] - last) > WHITE * a.size:
                    break
                last = self.heights[other] if runs else last
                yield from runs

    def is_columns_end(self, a: Run, b: Run, number: int) -> bool:
        """Whether rows near by, none of which runs on, show that the column of `a` ends with it."""
        if b.left - a.right < CUT * a.em:
            return False
        rows = [run for run in self.same_text(a, b, number) if run.left < b.left - a.em]
        return sum(_ends_like(run, a) for run in rows) >= FEWEST_EVEN

    def ends_at(self, a: Run, b: Run, number: int) -> bool:
        """Whether the rows next to this one, above or below, all end where `a` ends."""
        for bands in self.near(number, a) if self.may_look() else ():
            rows = [
                [r for r in self.bands[k] if r.left < b.left and r.right > a.left] for k in bands
            ]
            rows = [row for row in rows if row][:FEWEST_EVEN]
            if len(rows) == FEWEST_EVEN and all(any(_ends_like(r, a) for r in row) for row in rows):
                return True
        return False

    def is_white(self, a: Run, b: Run, number: int) -> bool:
        """Whether the gap lies in white that the rows near by leave free as well."""
        if not self.may_look():
            return False
        parted, middle = 0, (a.right + b.left) / 2
        for bands in self.near(number, a):
            for other in bands[:NEAR_BANDS]:
                row = self.bands[other]
                if any(r.left < middle < r.right for r in row):
                    break
                parted += any(
                    x.right <= middle <= y.left and x.right > a.left and y.left < b.left + 4 * b.em
                    for x, y in pairwise(row)
                ) or any(_ends_like(x, a) for x in row)
        return parted >= FEWEST_EVEN

    def below(self, number: int, run: Run) -> list[int]:
        """Bands not far below a headline."""
        high = bisect_right(self.heights, run.base + 7 * run.size)
        return list(range(number + 1, min(high, number + 40)))

    def near(self, number: int, run: Run) -> tuple[range, range]:
        """Bands above, the nearest first, and bands below."""
        reach = 9 * run.size
        low = bisect_left(self.heights, run.base - reach)
        high = bisect_right(self.heights, run.base + reach)
        above = range(number - 1, max(low, number - 3 * NEAR_BANDS) - 1, -1)
        return above, range(number + 1, min(high, number + 1 + 3 * NEAR_BANDS))

    def at(self, number: int, x: float, em: float) -> list[Run]:
        """Runs of a band that begin left of x, the nearest, or at x."""
        starts = self.starts[number]
        low = max(0, bisect_left(starts, x - 2.5 * em) - 1)
        return self.bands[number][low : bisect_right(starts, x + 2.5 * em)]


def _is_sized(run: Run, a: Run, b: Run) -> bool:
    """Whether it is as large as either of the two."""
    return any(0.94 <= run.size / size <= 1.06 for size in (a.size, b.size))


def _ends_like(run: Run, a: Run) -> bool:
    """Whether a row begins in the column of `a`, which may be indented, and ends where it ends."""
    left, right = (run.left - a.left) / a.em, (run.right - a.right) / a.em
    # At a row's end a full stop may lose the white half of its square.
    lost = 0.5 if a.glyphs[-1].char in HANGING_RIGHT else 0.0
    return -INDENT - 0.3 <= left <= 0.3 and -0.6 - lost <= right <= CUT


def _parted_at(run: Run, x: float) -> int:
    """What a run that crosses x shows there: a gap (1), a hanging sign (0), or nothing (-1)."""
    for a, b in pairwise(run.glyphs):
        if abs(b.x - x) <= 0.25 * run.em:
            gaps = [(d.x - c.right) / run.em for c, d in pairwise(run.glyphs)]
            if (b.x - a.right) / run.em >= CUT + max(0.0, median(gaps)):
                return 1
            return 0 if b.char in HANGING or a.char in HANGING_RIGHT else -1
    return -1


def _starts_with(run: Run, b: Run) -> bool:
    """Whether `b` begins at the edge that a run shows; indented or hanging out."""
    off = (b.left - run.left) / b.em
    if len(run.glyphs) < 4:
        return False
    first = b.glyphs[0].char, run.glyphs[0].char
    hung = any(char in HANGING for char in first)
    # A quarter em may stand before a number, at the head of a line as well.
    reach = 1.1 if hung else 0.45 if any(char.isascii() for char in first) else 0.25
    short = 0.65 if hung else 0.4  # an opening sign may have lost half its square
    return abs(off) < reach or abs(off + INDENT) < 0.12 or INDENT - short < off < INDENT + 0.8

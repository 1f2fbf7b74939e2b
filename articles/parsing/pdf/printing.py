"""Characters → printed lines: doubles dropped, baselines found, gutters and spaces told apart."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from articles.parsing.pdf.pdfium import Glyph, Shape

DOUBLE = 0.3  # em: the same character twice within that distance is a shadow or false bold
BASELINE = 0.3  # of the type's size: how far characters of one line stand off its baseline
LOOSE = 0.75  # em: a wider gap may part two columns
SPACE = 0.2  # em beyond the line's own letter-spacing that print a space between two Han
DRAWN_SPACE = 0.1  # the same where the file holds a space
SIGN_SPACE = 0.8  # the same beside a sign or a number
WORD_SPACE = 0.15  # between Latin letters
INDENT = 2.0
NEAR_BANDS = 5
WIDE = ("\u2e80", "\uffe0")
BREAKS = {ord(c): " " for c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
LATIN = "latin"
HAN = "han"
SIGN = "sign"


@dataclass(slots=True)
class Printed:
    """One printed line in points; `em` is the width of its type. Vertical ones run downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    em: float
    face: str
    turn: int = 0
    vertical: bool = False
    order: int = 0
    stretch: float = 0.0  # em of letter-spacing

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(slots=True)
class _Run:
    """Characters that stand side by side on one baseline."""

    glyphs: list[Glyph]
    base: float
    size: float = 0.0
    em: float = 0.0
    spaces: set[int] = field(default_factory=set)  # stream places after which a space is drawn

    @property
    def left(self) -> float:
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        return max(g.right for g in self.glyphs[-3:])


def printed_lines(glyphs: Sequence[Glyph], fences: Sequence[Shape]) -> list[Printed]:
    """The upright lines of a page; `fences` are vertical rules that no line crosses."""
    kept = drop_doubles(glyphs)
    spaces = _drawn_spaces(kept)
    kept = [g for g in kept if not g.char.isspace() and g.char]
    for glyph in kept:
        glyph.right = _edge(glyph)
    tall, rest = _vertical_runs(kept)
    bands = _bands(rest, spaces)
    merged = [run for band in _Merger(bands, fences).merged() for run in band]
    stacked, runs = _stacks(merged)
    lines = [_line(run) for run in runs]
    return lines + [_tall_line(run) for run in [*tall, *stacked]]


def drop_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without what is drawn twice at one place: shadows, false bold, hidden copies."""
    seen: dict[tuple, list[Glyph]] = defaultdict(list)
    kept = []
    for glyph in glyphs:
        cell = max(1.0, glyph.size * 0.5)
        at = int(glyph.x // cell), int(glyph.y // cell), round(cell * 2)
        if any(
            _is_double(glyph, other)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in seen.get((glyph.char, at[0] + dx, at[1] + dy, at[2]), ())
        ):
            continue
        seen[glyph.char, *at].append(glyph)
        kept.append(glyph)
    return kept


def _is_double(glyph: Glyph, other: Glyph) -> bool:
    far = DOUBLE * glyph.size
    return abs(glyph.x - other.x) < far and abs(glyph.y - other.y) < far


def _drawn_spaces(glyphs: Sequence[Glyph]) -> set[int]:
    """Places in the stream after which a space is drawn."""
    spaces, last = set(), -1
    for glyph in glyphs:
        if glyph.char.isspace():
            spaces.add(last)
        else:
            last = glyph.order
    return spaces


def _edge(glyph: Glyph) -> float:
    """Where the character's own width ends; the library's box may be the ink's."""
    if WIDE[0] <= glyph.char <= WIDE[1] or glyph.char > "\U00020000":
        return glyph.x + glyph.em
    return min(max(glyph.right, glyph.x + 0.2 * glyph.em), glyph.x + 1.1 * glyph.em)


def _vertical_runs(glyphs: list[Glyph]) -> tuple[list[_Run], list[Glyph]]:
    """Runs whose characters follow each other downwards, and the characters left."""
    tall: list[_Run] = []
    rest: list[Glyph] = []
    run: list[Glyph] = []
    for glyph in [*glyphs, None]:
        if glyph is not None and run and _is_below(run[-1], glyph):
            run.append(glyph)
            continue
        if len(run) >= 3:
            tall.append(_Run(run, run[0].y, run[0].size, run[0].em))
        else:
            rest += run
        run = [glyph] if glyph is not None else []
    return tall, rest


def _is_below(above: Glyph, glyph: Glyph) -> bool:
    if abs(glyph.size - above.size) > 0.1 * above.size:
        return False
    middles = (above.x + above.right) / 2, (glyph.x + glyph.right) / 2
    step = (glyph.y - above.y) / above.size
    return abs(middles[0] - middles[1]) < 0.2 * above.em and 0.75 < step < 1.7


def _bands(glyphs: list[Glyph], spaces: set[int]) -> list[list[_Run]]:
    """Runs by baseline, from the top; a run ends at a gap, or where the type's size changes."""
    bands: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.y):
        if bands and glyph.y - bands[-1][0].y <= BASELINE * min(glyph.size, bands[-1][0].size):
            bands[-1].append(glyph)
        else:
            bands.append([glyph])
    return [_runs(sorted(band, key=lambda g: g.x), spaces) for band in bands]


def _runs(band: list[Glyph], spaces: set[int]) -> list[_Run]:
    runs: list[_Run] = []
    for glyph in band:
        if runs and _goes_on(runs[-1], glyph):
            runs[-1].glyphs.append(glyph)
        else:
            runs.append(_Run([glyph], glyph.y))
    for run in runs:
        _measure(run, spaces)
    return runs


def _goes_on(run: _Run, glyph: Glyph) -> bool:
    last = run.glyphs[-1]
    if not 0.75 <= glyph.size / last.size <= 1.34:
        return False
    return glyph.x - run.right <= LOOSE * max(last.em, glyph.em)


def _measure(run: _Run, spaces: set[int]) -> None:
    wide = [g for g in run.glyphs if g.char >= WIDE[0]] or run.glyphs
    run.size = Counter(round(g.size, 2) for g in wide).most_common(1)[0][0]
    run.em = Counter(round(g.em, 2) for g in wide).most_common(1)[0][0]
    run.base = median(g.y for g in wide)
    run.spaces |= {g.order for g in run.glyphs if g.order in spaces}


class _Merger:
    """Joins runs of one baseline whose gap is no gutter, judged by the lines around it."""

    def __init__(self, bands: list[list[_Run]], fences: Sequence[Shape]):
        self.bands, self.fences = bands, fences
        self.starts = [[run.left for run in band] for band in bands]
        self.heights = [band[0].base for band in bands]

    def merged(self) -> list[list[_Run]]:
        out = []
        for number, band in enumerate(self.bands):
            row = [band[0]]
            for run in band[1:]:
                if self._is_one_line(row[-1], run, number):
                    row[-1] = _joined(row[-1], run)
                else:
                    row.append(run)
            out.append(row)
        return out

    def _is_one_line(self, a: _Run, b: _Run, number: int) -> bool:
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

    def _is_fenced(self, a: _Run, b: _Run) -> bool:
        return any(
            a.right - 1 <= f.left <= b.left + 1 and f.top - 2 <= a.base <= f.bottom + a.size
            for f in self.fences
        )

    def _around(self, a: _Run, b: _Run, number: int) -> tuple[float, float]:
        """How many lines near by run through the gap, and how many begin where it ends."""
        through = beside = 0.0
        for other in self._near(number, a):
            for run in self._at(other, b.left, a.em):
                if not 0.87 <= run.size / a.size <= 1.15:
                    continue
                if run.left < a.right - a.em and run.right > b.left + a.em:
                    through += 1
                elif _starts_with(run, b):
                    beside += 1
        return through, beside

    def _near(self, number: int, run: _Run):
        reach = 9 * run.size
        low = bisect_left(self.heights, run.base - reach)
        high = bisect_right(self.heights, run.base + reach)
        above = list(range(number - 1, low - 1, -1))
        below = list(range(number + 1, high))
        return above[: 3 * NEAR_BANDS] + below[: 3 * NEAR_BANDS]

    def _at(self, number: int, x: float, em: float) -> list[_Run]:
        """Runs of a band that begin left of x, the nearest, or at x."""
        starts = self.starts[number]
        low = max(0, bisect_left(starts, x - 2.5 * em) - 1)
        return self.bands[number][low : bisect_right(starts, x + 2.5 * em)]


def _starts_with(run: _Run, b: _Run) -> bool:
    """Whether two runs begin at one column's edge, one of them perhaps indented."""
    off = abs(run.left - b.left) / b.em
    return len(run.glyphs) >= 4 and (off < 0.2 or abs(off - INDENT) < 0.2)


def _joined(a: _Run, b: _Run) -> _Run:
    run = _Run([*a.glyphs, *b.glyphs], a.base, spaces=a.spaces | b.spaces)
    _measure(run, run.spaces)
    return run


def _stacks(runs: list[_Run]) -> tuple[list[_Run], list[_Run]]:
    """Single characters one below the other, drawn in any order, as vertical lines."""
    single = [r for r in runs if len(r.glyphs) == 1 and r.glyphs[0].char >= WIDE[0]]
    stacks: list[list[_Run]] = []
    for run in sorted(single, key=lambda r: r.base):
        stack = next((s for s in stacks if _is_below(s[-1].glyphs[0], run.glyphs[0])), None)
        if stack is not None:
            stack.append(run)
        else:
            stacks.append([run])
    tall = [s for s in stacks if len(s) >= 3]
    gone = {id(run) for stack in tall for run in stack}
    made = [_Run([r.glyphs[0] for r in s], s[0].base, s[0].size, s[0].em) for s in tall]
    return made, [run for run in runs if id(run) not in gone]


def _line(run: _Run) -> Printed:
    text, stretch = _spell(run)
    return Printed(
        text=text,
        left=run.left,
        top=run.base - 0.88 * run.size,
        right=run.right,
        bottom=run.base + 0.12 * run.size,
        base=run.base,
        size=run.size,
        em=run.em,
        face=Counter(g.face for g in run.glyphs).most_common(1)[0][0],
        order=run.glyphs[0].order,
        stretch=stretch,
    )


def _tall_line(run: _Run) -> Printed:
    glyphs = sorted(run.glyphs, key=lambda g: g.y)
    return Printed(
        text="".join(g.char for g in glyphs).translate(BREAKS),
        left=min(g.x for g in glyphs),
        top=glyphs[0].y - 0.88 * run.size,
        right=max(g.right for g in glyphs),
        bottom=glyphs[-1].y + 0.12 * run.size,
        base=glyphs[0].y,
        size=run.size,
        em=run.em,
        face=glyphs[0].face,
        vertical=True,
        order=run.glyphs[0].order,
    )


def _spell(run: _Run) -> tuple[str, float]:
    """The run's characters with the spaces that print shows, and its letter-spacing in em."""
    glyphs = run.glyphs
    gaps = [(b.x - a.right) / run.em for a, b in pairwise(glyphs)]
    plain = [
        gap
        for gap, a, b in zip(gaps, glyphs, glyphs[1:], strict=False)
        if _kind(a.char) is HAN and _kind(b.char) is HAN
    ] or gaps
    usual = 0.0
    if plain:
        usual = max(0.0, median(plain) if len(plain) >= 4 else min(plain))
    out = [glyphs[0].char] if glyphs else []
    for gap, a, b in zip(gaps, glyphs, glyphs[1:], strict=False):
        if gap - usual > _least(a, b, run.spaces):
            out.append(" ")
        out.append(b.char)
    return "".join(out).translate(BREAKS), usual


def _least(a: Glyph, b: Glyph, spaces: set[int]) -> float:
    """Em beyond the letter-spacing from which a gap is a space."""
    kinds = _kind(a.char), _kind(b.char)
    if kinds == (LATIN, LATIN):
        return DRAWN_SPACE if a.order in spaces else WORD_SPACE
    if a.order in spaces:
        return DRAWN_SPACE
    return SPACE if kinds == (HAN, HAN) else SIGN_SPACE


def _kind(char: str) -> str:
    if char < "\u2000":
        return LATIN
    return HAN if "\u3400" <= char <= "\u9fff" or char >= "\U00020000" else SIGN

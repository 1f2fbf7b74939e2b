"""Characters → runs: those that stand side by side on one baseline, or one below the other."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from statistics import median

from articles.parsing.pdf.pdfium import Glyph

DOUBLE = 0.3  # em: the same character twice within that distance is a shadow or false bold
BASELINE = 0.3  # of the type's size: how far characters of one line stand off its baseline
WAVERING = 0.05  # of the type's size: from one baseline to the next in a row that wavers
OVERLAP = 0.45  # em: characters of one line never stand that far over each other
OVERLAP_OF_LINES = 0.2  # em: the same where their faces differ, or other text is drawn between
OVERLAP_OF_TYPES = 0.05  # em: and where their faces differ and other text is drawn between
LEAST_OF_SIGNS = 0.45  # of the size, downwards from one sign to the next: 。”
LEAST_STEP = 0.25  # em from one digit or letter to the next
CLOSE = 0.25  # em: a wider gap parts two types that are not drawn in one go
SQUEEZED = 0.25  # em from one sign to the next, where both have lost their white
STRETCHED = 1.6  # em from one character of a row to the next, at most
LOOSE = 0.75  # em: a wider gap may part two columns
WIDE = ("\u2e80", "\uffe0")


@dataclass(slots=True)
class Run:
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


def share_out(glyphs: Sequence[Glyph]) -> None:
    """Give each of the characters that one sign stands for, as —— or fi, its part of the sign."""
    sign: list[Glyph] = []
    for glyph in [*glyphs, None]:
        if sign and (glyph is None or not _is_one_sign(sign[-1], glyph)):
            _share_out(sign)
            sign = []
        if glyph is not None:
            sign.append(glyph)


def _is_one_sign(a: Glyph, b: Glyph) -> bool:
    """Whether the library gives two characters the place of one sign."""
    return b.order == a.order + 1 and (a.x, a.y) == (b.x, b.y)


def _share_out(sign: list[Glyph]) -> None:
    left = sign[0].x
    wide = max(glyph.right for glyph in sign) - left
    doubled = len({glyph.char for glyph in sign}) == 1 and wide < 1.5 * sign[0].em
    if doubled:  # for boldness; one of them stays
        return
    for number, glyph in enumerate(sign):
        glyph.x = left + wide * number / len(sign)
        glyph.right = left + wide * (number + 1) / len(sign)


def trim_edges(glyphs: Sequence[Glyph]) -> None:
    """End a digit or a letter where the next one begins: some fonts give no width of theirs."""
    for glyph, other in pairwise(glyphs):
        step = other.x - glyph.x
        narrow = glyph.char < WIDE[0] and step >= LEAST_STEP * glyph.em
        if narrow and other.y == glyph.y and other.size == glyph.size and other.x < glyph.right:
            glyph.right = other.x


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


def drawn_spaces(glyphs: Sequence[Glyph]) -> set[int]:
    """Places in the stream after which a space is drawn."""
    spaces, last = set(), -1
    for glyph in glyphs:
        if glyph.char.isspace():
            spaces.add(last)
        else:
            last = glyph.order
    return spaces


def edge_of(glyph: Glyph) -> float:
    """Where the character's own width ends; the library's box may be the ink's."""
    if WIDE[0] <= glyph.char <= WIDE[1] or glyph.char > "\U00020000":
        return glyph.x + glyph.em
    return min(max(glyph.right, glyph.x + 0.2 * glyph.em), glyph.x + 1.1 * glyph.em)


def vertical_runs(glyphs: list[Glyph]) -> tuple[list[Run], list[Glyph]]:
    """Runs whose characters follow each other downwards, and the characters left."""
    tall: list[Run] = []
    rest: list[Glyph] = []
    for run in _downwards(glyphs):
        if len(run) >= 3:
            tall.append(Run(run, run[0].y, run[0].size, run[0].em))
        else:
            rest += run
    if not tall:
        return tall, rest
    places = levels(glyphs)
    rows = [run for run in tall if runs_across(run, places)]
    rest += [glyph for run in rows for glyph in run.glyphs]
    return [run for run in tall if run not in rows], rest


def _downwards(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that stand below each other; the library may write one of another line between."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        above = next((run for run in reversed(runs[-2:]) if is_below(run[-1], glyph)), None)
        if above is None:
            runs.append([glyph])
        else:
            above.append(glyph)
    return runs


def levels(glyphs: Sequence[Glyph]) -> dict[tuple[int, int], list[float]]:
    """{(baseline, size) in points: where characters begin on it, from the left}."""
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    for glyph in glyphs:
        found[round(glyph.y), round(glyph.size)].append(glyph.x)
    return {level: sorted(places) for level, places in found.items()}


def runs_across(run: Run, levels: dict[tuple[int, int], list[float]]) -> bool:
    """Whether most of it has a neighbour at its side that is nearer than the one below.

    Some tools write a page's characters in an order that goes down through its rows.
    """
    steps = [b.y - a.y for a, b in pairwise(run.glyphs)]
    near = min(STRETCHED * run.em, 0.95 * min(steps))
    return 2 * sum(_has_neighbour(g, levels, near) for g in run.glyphs) > len(run.glyphs)


def _has_neighbour(glyph: Glyph, levels: dict[tuple[int, int], list[float]], near: float) -> bool:
    for y, size in product((-1, 0, 1), repeat=2):
        places = levels.get((round(glyph.y) + y, round(glyph.size) + size), [])
        at, after = bisect_left(places, glyph.x), bisect_right(places, glyph.x)
        if any(
            abs(x - glyph.x) <= near for x in (*places[at - 1 : at], *places[after : after + 1])
        ):
            return True
    return False


def is_below(above: Glyph, glyph: Glyph) -> bool:
    if abs(glyph.size - above.size) > 0.1 * above.size:
        return False
    step = (glyph.y - above.y) / above.size
    signs = not above.char.isalnum() and not glyph.char.isalnum()
    return (LEAST_OF_SIGNS if signs else 0.75) < step < 1.7 and (
        _is_centred(above, glyph) or _is_sign_in(above, glyph)
    )


def _is_centred(above: Glyph, glyph: Glyph) -> bool:
    middles = (above.x + above.right) / 2, (glyph.x + glyph.right) / 2
    return abs(middles[0] - middles[1]) < 0.2 * above.em


def _is_sign_in(above: Glyph, glyph: Glyph) -> bool:
    """A quote or a comma at either side of the square that the other character fills."""
    sign, other = (above, glyph) if not above.char.isalnum() else (glyph, above)
    spare = 0.1 * other.em
    inside = other.x - spare <= sign.x and sign.right <= other.x + other.em + spare
    return inside and not sign.char.isalnum() and other.char >= WIDE[0] and other.char.isalnum()


def bands_of(glyphs: list[Glyph], spaces: set[int]) -> list[list[Run]]:
    """Runs by baseline, from the top; a run ends at a gap, or where the type's size changes.

    A row whose characters stand a little off each other stays whole where another one ends.
    """
    bands: list[list[Glyph]] = []
    lowest: dict[int, float] = {}  # baseline of the band's last character, by size
    for glyph in sorted(glyphs, key=lambda g: g.y):
        size = round(glyph.size)
        if bands and _is_in_band(glyph, bands[-1][0], lowest.get(size, -math.inf)):
            bands[-1].append(glyph)
        else:
            bands.append([glyph])
            lowest = {}
        lowest[size] = glyph.y
    return [_runs(sorted(band, key=lambda g: g.x), spaces) for band in bands]


def _is_in_band(glyph: Glyph, first: Glyph, before: float) -> bool:
    """Near the band's first character, or hardly below the one `before` it of the same size."""
    reach = BASELINE * min(glyph.size, first.size)
    if glyph.y - before <= WAVERING * glyph.size:
        reach += 2 * WAVERING * glyph.size
    return glyph.y - first.y <= reach


def _runs(band: list[Glyph], spaces: set[int]) -> list[Run]:
    runs: list[Run] = []
    for glyph in _in_turn(band):
        run = _run_before(runs[-3:], glyph)
        if run is not None:
            run.glyphs.append(glyph)
        else:
            runs.append(Run([glyph], glyph.y))
    for run in runs:
        measure(run, spaces)
    return runs


def _in_turn(band: list[Glyph]) -> list[Glyph]:
    """From the left; signs that are squeezed onto one place stand as they are drawn."""
    for k, (a, b) in enumerate(pairwise(band)):
        if a.order == b.order + 1 and b.x - a.x < SQUEEZED * a.em and not _is_letter(a):
            band[k], band[k + 1] = b, a
    return band


def _is_letter(glyph: Glyph) -> bool:
    """Han, a letter or a digit, which hangs nowhere and is never set half its width."""
    return glyph.char.isalnum()


def runs_into(last: Glyph, glyph: Glyph) -> bool:
    """Whether two lines run into each other here: letters of one line never stand so far over."""
    in_turn = 0 < glyph.order - last.order <= 3
    reach = OVERLAP if in_turn and glyph.face == last.face else OVERLAP_OF_LINES
    return glyph.x - last.right < -reach * last.em and _is_letter(glyph) and _is_letter(last)


def _run_before(runs: list[Run], glyph: Glyph) -> Run | None:
    """The run that the character goes on; of two that run into each other the one drawn with it."""
    fit = [run for run in runs if _goes_on(run, glyph)]
    if len(fit) < 2:
        return fit[0] if fit else None
    drawn = [run for run in fit if 0 < glyph.order - run.glyphs[-1].order <= 3]
    return min(drawn or fit, key=lambda run: abs(glyph.x - run.right))


def _goes_on(run: Run, glyph: Glyph) -> bool:
    last = run.glyphs[-1]
    if not 0.75 <= glyph.size / last.size <= 1.34:
        return False
    if runs_into(last, glyph):
        return False
    other = glyph.face != last.face or abs(glyph.size - last.size) > 0.04 * last.size
    if other and not 0 < glyph.order - last.order <= 3:
        wide = WIDE[0] <= glyph.char and WIDE[0] <= last.char
        if wide and _is_letter(glyph) and glyph.x < run.right - OVERLAP_OF_TYPES * last.em:
            return False
        if wide and abs(glyph.size - last.size) > 0.04 * last.size:
            return False  # a sign hangs as far as the next column, which is of another type
        return glyph.x - run.right <= (CLOSE if wide else LOOSE) * max(last.em, glyph.em)
    return glyph.x - run.right <= LOOSE * max(last.em, glyph.em)


def measure(run: Run, spaces: set[int]) -> None:
    wide = [g for g in run.glyphs if g.char >= WIDE[0]] or run.glyphs
    run.size = Counter(round(g.size, 2) for g in wide).most_common(1)[0][0]
    run.em = Counter(round(g.em, 2) for g in wide).most_common(1)[0][0]
    run.base = median(g.y for g in wide)
    run.spaces |= {g.order for g in run.glyphs if g.order in spaces}


def part_of(run: Run, start: int, stop: int) -> Run:
    part = Run(run.glyphs[start:stop], run.base, spaces=run.spaces)
    measure(part, run.spaces)
    return part


def joined(a: Run, b: Run) -> Run:
    run = Run([*a.glyphs, *b.glyphs], a.base, spaces=a.spaces | b.spaces)
    measure(run, run.spaces)
    return run

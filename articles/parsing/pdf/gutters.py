"""Runs of one baseline: joined where their gap is a space, parted where a gutter goes through."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.pdf.joints import (
    CUT,
    HANGING,
    HANGING_RIGHT,
    HUNG,
    changes_face,
    changes_size,
    is_hung,
    is_in_turn,
    is_wide,
    joints,
    may_part,
)
from articles.parsing.pdf.pdfium import Glyph, Shape
from articles.parsing.pdf.runs import LOOSE, Run, joined, part_of, runs_into
from articles.parsing.pdf.surroundings import FEWEST_EVEN, INDENT, NEAR_BANDS, Surroundings

STRETCHED = 3.4  # em between the characters of a row that is stretched to its column
EVEN = 0.06  # em by which such gaps differ
FEWEST_HUNG = 1  # row that shows a gutter where a sign hangs out before a short last row
FIRST = 1.2  # em between a row's first character and the next
APART = 0.6  # em: more than stands between Han and a number


class Gutters:
    """Joins runs of one baseline whose gap is no gutter, judged by the lines around it."""

    def __init__(self, bands: list[list[Run]], fences: Sequence[Shape], spaces: set[int]):
        self.bands, self.fences, self.spaces = bands, fences, spaces
        self.rows = Surroundings(bands)
        self.edges = self._usual_edges()
        self.order = {g.order: g for band in bands for run in band for g in run.glyphs}

    def merged(self) -> list[list[Run]]:
        for _ in range(2):  # what one cut shows helps the next
            for number, band in enumerate(self.bands):
                cut = [part for run in band for part in self._cut(number, run)]
                self.rows.replace(number, cut)
        out = []
        for number, band in enumerate(self.bands):
            row, stretched = [band[0]], _stretched(band)
            for place, run in enumerate(band[1:], 1):
                if self._is_one_line(row[-1], run, number, place in stretched):
                    row[-1] = joined(row[-1], run)
                else:
                    row.append(run)
            out.append(row)
        return out

    def _usual_edges(self) -> set[int]:
        """Places (in points) where several lines begin: the left edges of columns.

        In a column of few rows some of these may be indented.
        """
        counts = Counter(round(x) for starts in self.rows.starts for x in starts)
        indented = Counter(round(r.left - INDENT * r.em) for band in self.bands for r in band)
        often = {
            x
            for x in counts
            if (flush := counts[x - 1] + counts[x] + counts[x + 1]) >= 2
            and flush + indented[x - 1] + indented[x] + indented[x + 1] >= 4
        }
        return {x + off for x in often for off in (-1, 0, 1)}

    def _cut(self, number: int, run: Run) -> list[Run]:
        """Parts of a run through which a gutter goes that a hanging sign has narrowed."""
        glyphs, pieces, start = run.glyphs, [], 0
        for k in sorted({*joints(run, self.edges), *self._fenced_joints(run)}):
            a, b = part_of(run, start, k), part_of(run, k, len(glyphs))
            if k == start:
                continue
            if (
                self._is_fenced(a, b)
                or self._parts_text(a, b, number)
                or self._parts_heads(a, b, number)
            ):
                pieces.append(a)
                start = k
        return [*pieces, part_of(run, start, len(glyphs))] if pieces else [run]

    def _fenced_joints(self, run: Run) -> list[int]:
        """Places of characters before which a line stands, over which a sign may hang."""
        crossed = [f for f in self.fences if run.left < f.left < run.right and f.top <= run.base]
        if not crossed:
            return []
        places = [k for k, (a, b) in enumerate(pairwise(run.glyphs), 1) if is_hung(a, b)]
        return [
            k
            for k in places
            if self._is_fenced(part_of(run, 0, k), part_of(run, k, len(run.glyphs)))
        ]

    def _parts_text(self, a: Run, b: Run, number: int) -> bool:
        """Whether lines near by show a gutter between the two."""
        if _opens(a, b):
            return False
        through, beside = self.rows.around(a, b, number)
        if len(a.glyphs) < 3 and is_in_turn(a.glyphs[-1], b.glyphs[0]):
            return False  # no column is that narrow: indented rows begin two squares further right
        if min(len(a.glyphs), len(b.glyphs)) < 3:
            hung = a.glyphs[-1].char in HANGING_RIGHT and round(b.left) in self.edges
            apart = hung and not is_in_turn(a.glyphs[-1], b.glyphs[0])
            least = FEWEST_HUNG if apart else 4
            return beside >= least and not through and may_part(a.glyphs[-1], b.glyphs[0])
        if (
            not through
            and not is_in_turn(a.glyphs[-1], b.glyphs[0])
            and self.rows.ends_at(a, b, number)
        ):
            return True
        if may_part(a.glyphs[-1], b.glyphs[0]):
            other = not is_in_turn(a.glyphs[-1], b.glyphs[0])
            least = 2 if not through and other else 3
            least = 1 if not through and changes_size(a, b) else least
            if not through and self.rows.is_columns_end(a, b, number):
                return True
            return beside >= least and beside > 2 * through
        if round(b.left) in self.edges and changes_face(a.glyphs, b.glyphs):
            return beside >= FEWEST_EVEN and not through  # a byline as long as its column
        if changes_size(a, b):
            return beside >= 1 and not through
        # Drawn in one go, yet over a gutter all the same.
        return beside >= 4 and not through and b.left - a.right >= 0.7 * a.em

    def _parts_heads(self, a: Run, b: Run, number: int) -> bool:
        """Whether two headlines stand side by side: a gutter of the text below lies between."""
        gap = (b.left - a.right) / a.em
        if not self.rows.may_look():
            return False
        jump = not is_in_turn(a.glyphs[-1], b.glyphs[0])
        if not jump and a.glyphs[-1].order in self.spaces:
            return False  # two headlines have no space drawn between them
        if gap < (CUT if jump else 0.45):
            return False
        left: list[Run] = []
        right: list[Run] = []
        for other in self.rows.below(number, a):
            for run in self.bands[other]:
                if run.size > 0.8 * a.size:
                    continue
                if run.left < a.right - run.em and run.right > b.left + run.em:
                    return False
                if run.right <= b.left and run.right > a.left:
                    left.append(run)
                if run.left >= a.right and run.left < b.right:
                    right.append(run)
        return bool(left and right) and (jump or _is_set_over(a, left, b, right))

    def _is_one_line(self, a: Run, b: Run, number: int, is_stretched: bool) -> bool:
        gap = (b.left - a.right) / max(a.em, b.em)
        if not 0.8 <= b.size / a.size <= 1.25 or not -0.4 <= gap <= 6 or self._is_fenced(a, b):
            return False
        if runs_into(a.glyphs[-1], b.glyphs[0]):
            return False
        if _opens(a, b):
            return True
        faces = a.glyphs[-1].face, b.glyphs[0].face
        if abs(b.size - a.size) > 0.03 * a.size:
            if faces[0] != faces[1] or not faces[0]:
                return False
            apart = gap > LOOSE or not is_in_turn(a.glyphs[-1], b.glyphs[0])
            if apart and is_wide(a.glyphs[-1], b.glyphs[0]):
                return False  # a caption beside a column of the text
        if self._parts_heads(a, b, number):
            return False
        if is_stretched:
            return True
        through, beside = self.rows.around(a, b, number)
        if self._is_stretched_to(b, a, number) or self._opens_row(a, b, gap):
            return True
        if through or beside:
            return gap <= 4 and through > beside
        spaced = a.glyphs[-1].order in self.spaces  # as the parts of a byline are
        if not spaced and self.rows.is_columns_end(a, b, number):
            return False
        if not is_in_turn(a.glyphs[-1], b.glyphs[0]) or faces[0] != faces[1]:
            if gap >= APART and self._is_drawn_apart(a, b):
                return False
            return gap <= 1.0 and not (gap > CUT and self.rows.is_white(a, b, number))
        return gap <= (3.2 if len(a.glyphs) <= 2 and len(b.glyphs) <= 2 else 2.2)

    def _opens_row(self, a: Run, b: Run, gap: float) -> bool:
        """Whether one character at a column's edge is the row's first, with a space behind it.

        The next one stands where indented rows begin, and no column is that narrow.
        """
        first, following = a.glyphs[-1], b.glyphs[0]
        at_edge = len(a.glyphs) == 1 and round(a.left) in self.edges
        return at_edge and gap <= FIRST and is_wide(first) and is_in_turn(first, following)

    def _is_stretched_to(self, b: Run, a: Run, number: int) -> bool:
        """Whether a row goes on with one character, at the end of the rows below and above it."""
        last = b.glyphs[0]
        if len(b.glyphs) > 1 or not (is_wide(last) and is_in_turn(a.glyphs[-1], last)):
            return False
        rows = (
            r
            for bands in self.rows.near(number, a)
            for k in bands[:NEAR_BANDS]
            for r in self.bands[k]
        )
        return any(
            a.left - (INDENT + 0.3) * a.em <= r.left <= a.left + 0.3 * a.em
            and abs(r.right - b.right) <= 0.6 * a.em
            and r.glyphs[-1].char not in HANGING_RIGHT
            for r in rows
        )

    def _is_drawn_apart(self, a: Run, b: Run) -> bool:
        """Whether the file goes on below with the row under `a`, and came to `b` from below."""
        after = self._drawn(range(a.glyphs[-1].order + 1, a.glyphs[-1].order + 4))
        before = self._drawn(range(b.glyphs[0].order - 1, b.glyphs[0].order - 4, -1))
        low = a.base + 0.5 * a.size
        if after is None or before is None or min(after.y, before.y) <= low:
            return False
        return a.left - (INDENT + 0.5) * a.em <= after.x <= a.left + (INDENT + 0.5) * a.em

    def _drawn(self, orders: range) -> Glyph | None:
        return next((self.order[k] for k in orders if k in self.order), None)

    def _is_fenced(self, a: Run, b: Run) -> bool:
        # A sign that hangs reaches over the line, but its ink does not.
        left = a.right - (HUNG * a.em if a.glyphs[-1].char in HANGING_RIGHT else 1)
        right = b.left + (HUNG * b.em if b.glyphs[0].char in HANGING else 1)
        return any(
            left <= f.left <= right and f.top - 2 <= a.base <= f.bottom + a.size
            for f in self.fences
        )


def _opens(a: Run, b: Run) -> bool:
    """Whether an opening sign stands right before its words: no row ends with one."""
    return a.glyphs[-1].char in HANGING and b.left - a.right <= CUT * b.em


def _is_set_over(a: Run, left: Sequence[Run], b: Run, right: Sequence[Run]) -> bool:
    """Whether two headlines stand each at its column's edge, or each in its middle."""
    columns = [(_left_edge(rs), max(r.right for r in rs)) for rs in (left, right)]
    heads = list(zip((a, b), columns, strict=True))
    flush = all(abs(head.left - edge) < 0.4 * left[0].em for head, (edge, _) in heads)
    centred = all(abs(h.left + h.right - low - high) < a.em for h, (low, high) in heads)
    inside = all(h.right <= high + 0.4 * left[0].em for h, (_, high) in heads)
    return inside and (flush or centred)


def _left_edge(runs: Sequence[Run]) -> float:
    """Where at least two rows begin, for a sign may hang further out."""
    counts = Counter(round(run.left) for run in runs)
    return min([run.left for run in runs if counts[round(run.left)] > 1] or [r.left for r in runs])


def _stretched(band: Sequence[Run]) -> set[int]:
    """Places of the runs that go on from the one before in steps as even as print stretches."""
    found: set[int] = set()
    chain: list[int] = []
    for place in range(1, len(band) + 1):
        if place < len(band) and _is_even_step(band, place, chain):
            chain.append(place)
            continue
        if len(chain) >= FEWEST_EVEN:
            found.update(chain)
        chain = [place] if place < len(band) and _is_drawn_next(band, place) else []
    return found


def _is_drawn_next(band: Sequence[Run], place: int) -> bool:
    a, b = band[place - 1], band[place]
    in_turn = is_in_turn(a.glyphs[-1], b.glyphs[0])
    return in_turn and 0 < b.left - a.right <= STRETCHED * a.em


def _is_even_step(band: Sequence[Run], place: int, chain: Sequence[int]) -> bool:
    if not chain or len(band[place - 1].glyphs) > 1 or not _is_drawn_next(band, place):
        return False
    gaps = [band[k].left - band[k - 1].right for k in (chain[-1], place)]
    return abs(gaps[0] - gaps[1]) <= EVEN * band[place].em

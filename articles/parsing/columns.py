"""What the widths of a page's rows tell: stretches, columns, indents, what a blank line means."""

import math
from collections import Counter
from itertools import pairwise

from articles.parsing.rows import Kind, Row

INDENT = 2.0  # em
STRETCH = 0.6  # a letter-spaced row fills at least that much of its column
HANGING = "，。、；：！？”’）》"


def stretches(rows: list[Row]):
    """Stretches between sentence ends: (first row, last row)."""
    start = None
    for place, row in enumerate(rows):
        if row.kind not in (Kind.TEXT, Kind.OPENING):
            if start is not None:
                yield start, place - 1
            start = None
            continue
        if start is not None and (row.kind is Kind.OPENING or _breaks(rows, place)):
            yield start, place - 1
            start = None
        if start is None:
            start = place
    if start is not None:
        yield start, len(rows) - 1


def _breaks(rows: list[Row], place: int) -> bool:
    """Whether a stretch may end before this row."""
    before, row = rows[place - 1], rows[place]
    if before.strong:
        return True
    if row.indent and not before.indent:
        return True
    if not before.weak:
        return False
    # An opening row is two em short of the next without any break.
    return row.blank or before.width < row.width - 3.2 or row.indent > 0


def mode_width(rows: list[Row], start: int, stop: int) -> float:
    """The commonest width of the rows inside a stretch, 0 where too few agree."""
    inside = [r for r in rows[start + 1 : stop] if not r.spaced]
    inner = [round(r.width * 2) / 2 for r in inside]
    if len(inner) < 2:
        return 0.0
    if inner.count(inner[0]) == len(inner):
        return inner[0]
    counts: Counter[float] = Counter()
    for row, width in zip(inside, inner, strict=True):
        counts[width] += 0.4 if row.flex else 1.0
    width = max(counts, key=lambda w: (counts[w] + counts[w + 0.5] / 2 + counts[w - 0.5] / 2, w))
    near = sum(1 for w in inner if abs(w - width) <= 0.5)
    return width if near >= 2 and near * 2 >= len(inner) else 0.0


def inner_blank_cost(rows: list[Row]) -> float:
    """How strange a blank line inside a paragraph is here: nothing where columns leave many."""
    ends = [above.weak for above, row in pairwise(rows) if row.blank]
    if len(ends) < 6:
        return 0.0
    inside = ends.count(False) / len(ends)
    return max(0.0, 2.2 * (0.45 - inside) / 0.45)


def is_flush(rows: list[Row]) -> bool:
    """Whether paragraphs open without an indent here, told by rows after a short last row."""
    full = short = 0
    for last, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        plain = last.kind is row.kind is after.kind is Kind.TEXT
        if not plain or not last.strong or row.weak or row.spaced or after.spaced:
            continue
        if last.width < after.width - 3:
            full += abs(row.width - after.width) <= 0.6
            short += 1.4 <= after.width - row.width <= 2.6
    return full >= 3 and full > 3 * short


def usual_widths(rows: list[Row]) -> set[float]:
    """Widths that many rows of the page share: its columns."""
    counts: Counter[float] = Counter()
    for width, count in Counter([r.width for r in rows if not r.spaced]).items():
        counts[round(width * 2) / 2] += count
    enough = max(4, len(rows) // 25)
    near = counts.get
    return {w for w in counts if counts[w] + near(w - 0.5, 0) + near(w + 0.5, 0) >= enough}


def changes_column(rows: list[Row], place: int, stop: int) -> bool:
    """Whether the rows from here on stand in a column of another width."""
    following = rows[place + 1]
    if place + 1 == stop:
        return rows[place].blank and following.width <= rows[place].width + 1
    return abs(following.width - rows[place].width) <= 1.1 or following.spaced


def misfit(row: Row, following: Row, width: float) -> float:
    """How strange a row of this width is inside a paragraph of the column."""
    off = row.width - width
    if off > 0.6:
        hanging = row.text[-1] in HANGING
        return 0.0 if off <= 1.1 and hanging else 0.35 if off <= 1.1 else 4.0
    off += row.flex
    if off >= -1.1:
        return 0.0
    if row.spaced and row.width >= STRETCH * width:
        return 0.3
    first = following.text[0]
    if first.isascii() and first.isalnum():
        return 0.5 if off >= -3 else 3.0
    return 0.5 if off >= -2.1 and first in "“‘（《—…" else 3.0


def keeps_indents(rows: list[Row]) -> bool:
    """Whether the extraction kept the two em before a paragraph."""
    return sum(1 for r in rows if r.indent >= 1.5) >= max(2, len(rows) // 40)


def blank_weight(rows: list[Row], chunks, votes) -> dict[bool, float]:
    """Log-odds that blank or no blank before a row adds, learned from the page's clear cases."""
    seen = {(True, True): 0.5, (True, False): 0.5, (False, True): 0.5, (False, False): 0.5}
    for (start, _), vote in zip(chunks, votes, strict=True):
        if abs(vote) >= 2.5 and abs(vote) < 8:
            seen[vote > 0, rows[start].blank] += 1
    opening = seen[True, True] + seen[True, False]
    going = seen[False, True] + seen[False, False]
    return {
        blank: max(
            -2.5,
            min(2.5, math.log(seen[True, blank] / opening) - math.log(seen[False, blank] / going)),
        )
        for blank in (True, False)
    }

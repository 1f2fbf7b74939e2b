"""Texts whose first rows stand out and whose other rows are indented: read as if it were the other
way round.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from articles.parsing.typography.columns import INDENT
from articles.parsing.typography.rows import Row

FEWEST, BROKEN = 5, 0.6  # indented rows, of which so many go on with what the row above began
INSIDE = 2  # of these stand below another one: where indents open paragraphs, none does


def turn_hanging(rows: Sequence[Row]) -> None:
    """Give the indents of such a page to the rows that open its paragraphs."""
    if len([row for row in rows if row.indent]) < FEWEST:
        return
    indented = [(above, row) for above, row in pairwise(rows) if row.indent]
    broken = [above for above, _ in indented if not above.weak]
    if len(broken) < BROKEN * len(indented):
        return
    inner = sum(row.indent > 0 for row in broken)
    if inner < INSIDE or inner <= _goes_on_outside(rows):
        return
    hung = {id(row) for _, row in indented}
    inside = [id(row) in hung for row in rows] + [False, False]
    out = _standing_out(rows, inside)
    for place, row in enumerate(rows):
        if inside[place]:
            row.indent = 0.0
        elif inside[place + 1] or row.strong:
            row.indent = INDENT
            row.width = max(0.0, row.width - out - INDENT)


def _goes_on_outside(rows: Sequence[Row]) -> int:
    """How often a sentence goes on from an indented row in one that is not: paragraphs open so."""
    pairs = [(row, below) for row, below in pairwise(rows) if row.indent and not row.weak]
    return len([below for _, below in pairs if not below.indent and not below.blank])


def _standing_out(rows: Sequence[Row], inside: Sequence[bool]) -> float:
    """Em by which a first row is wider than the full row below it."""
    wider = [
        rows[k].width - rows[k + 1].width
        for k in range(len(rows))
        if not inside[k] and inside[k + 1] and inside[k + 2]
    ]
    return median_low(wider) if wider else 0.0

"""Texts whose first rows stand out and whose other rows are indented: read as if it were the other
way round.
"""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.typography.columns import INDENT
from articles.parsing.typography.rows import Kind, Row

FEWEST, MOST_BROKEN = 8, 0.6  # indented rows; of these go on with what the row above began


def turn_hanging(rows: Sequence[Row]) -> None:
    """Give the indents of such a page to the rows that open its paragraphs."""
    indented = [(above, row) for above, row in pairwise(rows) if row.indent]
    broken = sum(not above.weak for above, _ in indented)
    if len(indented) < FEWEST or broken < MOST_BROKEN * len(indented):
        return
    hung = {id(row) for _, row in indented}
    for place, row in enumerate(rows):
        if id(row) in hung:
            row.indent = 0.0
            continue
        goes_on = place + 1 < len(rows) and id(rows[place + 1]) in hung
        if row.kind is Kind.TEXT and (goes_on or row.strong):
            row.indent = INDENT
            _shorten(rows, place)


def _shorten(rows: Sequence[Row], place: int) -> None:
    """A first row as wide as an indented one would be, where it reaches as far as the others."""
    following = rows[place + 1 : place + 3]
    if len(following) == 2 and not following[1].blank:
        rows[place].width = min(rows[place].width, max(0.0, following[0].width - INDENT))

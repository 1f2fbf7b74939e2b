"""Captions without any word of their own: a short paragraph apart, in a narrower column."""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.overlap import plain, share
from articles.parsing.typography.head_words import ASKED
from articles.parsing.typography.rows import Kind, Row

ABOVE = 12  # rows of the text above
LEAST_ABOVE = 3
MOST_ROWS = 5
NARROW, LEAST = 0.7, 6  # of the text's column; em of the first row, which a subhead seldom fills
# Of its pairs of characters stand in the text above; without a blank line; in a pull quote.
TOLD, TOLD_BESIDE, QUOTED = 0.2, 0.3, 0.8


def mark_narrow(rows: Sequence[Row]) -> None:
    """Make captions of them where what stands above and below is apart from them."""
    fresh = [row.blank or above.strong for above, row in pairwise(rows)]
    for start in [k for k, new in enumerate(fresh, 1) if new]:
        above = rows[max(0, start - ABOVE) : start]
        stop = _end(rows, start, above)
        if stop > start + 1 and (stop == len(rows) or rows[stop].blank):
            text = "".join([row.text for row in rows[start:stop]])
            least = TOLD if rows[start].blank else TOLD_BESIDE
            if least <= share(text, plain("".join([row.text for row in above]))) < QUOTED:
                for row in rows[start:stop]:
                    row.kind = Kind.CAPTION


def _end(rows: Sequence[Row], start: int, above: Sequence[Row]) -> int:
    """The row after the first sentence of narrow rows; `start` where there is none."""
    nearest = above[-LEAST_ABOVE:]
    if len(nearest) < LEAST_ABOVE or any(row.kind is not Kind.TEXT for row in nearest):
        return start
    if not nearest[-1].strong or rows[start].width < LEAST or rows[start].text.startswith(ASKED):
        return start
    column = sorted(row.width for row in above)[-2]
    for stop in range(start, min(len(rows), start + MOST_ROWS)):
        row = rows[stop]
        inside = row.kind is Kind.TEXT and (stop == start or not row.blank)
        if not inside or row.width > NARROW * column:
            return start
        if row.strong:
            return stop + 1 if row.text[-1] == "。" else start  # a headline may ask
    return start

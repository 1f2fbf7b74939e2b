"""Captions without any word of their own: a short paragraph apart, in a narrower column."""

from collections.abc import Sequence

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
    for start in range(LEAST_ABOVE, len(rows)):
        row = rows[start]
        if not (row.blank or rows[start - 1].strong) or row.kind is not Kind.TEXT:
            continue
        stop = _end(rows, start)
        if stop > start + 1 and (stop == len(rows) or rows[stop].blank):
            text = "".join([row.text for row in rows[start:stop]])
            above = "".join([row.text for row in rows[max(0, start - ABOVE) : start]])
            if (TOLD if row.blank else TOLD_BESIDE) <= share(text, plain(above)) < QUOTED:
                for part in rows[start:stop]:
                    part.kind = Kind.CAPTION


def _end(rows: Sequence[Row], start: int) -> int:
    """The row after the first sentence of narrow rows; `start` where there is none."""
    row, nearest = rows[start], rows[start - LEAST_ABOVE : start]
    narrow = NARROW * max([above.width for above in nearest])
    if not LEAST <= row.width <= narrow or row.text.startswith(ASKED):
        return start
    if not nearest[-1].strong or any(above.kind is not Kind.TEXT for above in nearest):
        return start
    for stop in range(start, min(len(rows), start + MOST_ROWS)):
        row = rows[stop]
        inside = row.kind is Kind.TEXT and (stop == start or not row.blank)
        if not inside or row.width > narrow:
            return start
        if row.strong:
            return stop + 1 if row.text[-1] == "。" else start  # a headline may ask
    return start

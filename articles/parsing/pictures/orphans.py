"""Sentences that stand apart above the rest of a caption, and belong to nothing else."""

from collections.abc import Sequence

from articles.parsing.typography.rows import TEXTUAL, Kind, Row

LEAST, MOST_ROWS = 6, 2  # characters, rows of such a sentence; three may be a brief item
ENDED = frozenset({Kind.CREDIT, Kind.FURNITURE})  # what ends without a full stop
MOST_HEADING = 3  # rows of a headline above it
MARKS = frozenset("，。；")


def orphan_start(rows: Sequence[Row], last: int) -> int:
    """The first row of a short sentence, apart from a text that has ended, that ends with row
    `last`: 秋风起，芦花白。 It begins a caption that goes on right below. -1 where it is none.
    """
    if not rows[last].strong or rows[last + 1].blank or rows[last].kind is not Kind.TEXT:
        return -1
    for place in range(last, max(-1, last - MOST_ROWS), -1):
        row, above = rows[place], rows[place - 1] if place else None
        if row.kind is not Kind.TEXT or (place < last and row.strong):
            return -1
        signed = above is not None and above.kind is Kind.BYLINE and row.blank
        if above is None or above.kind in ENDED or above.final or signed:
            return _told(rows, place, last)
        if above.kind not in TEXTUAL:
            return -1
        if row.blank:
            whole = above.strong or is_block(rows, place)
            return _told(rows, place, last) if whole else -1
    return -1


def _told(rows: Sequence[Row], start: int, last: int) -> int:
    size = sum([len(row.text) for row in rows[start : last + 1]])
    return start if size >= LEAST else -1


def is_block(rows: Sequence[Row], stop: int) -> bool:
    """Whether up to three rows without a mark, a headline, stand above this row."""
    for place in range(stop - 1, max(0, stop - MOST_HEADING - 1) - 1, -1):
        row = rows[place]
        if row.strong:
            return place < stop - 1
        if row.kind is not Kind.TEXT or not MARKS.isdisjoint(row.text):
            return False
        if row.blank:
            return True
    return False

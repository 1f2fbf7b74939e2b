"""Text that a photo interrupts in the middle of a sentence."""

from collections.abc import Sequence

from articles.parsing.typography.columns import INDENT
from articles.parsing.typography.rows import Kind, Row

ANEW = 1.5  # a paragraph begins below the photo, and in another column
LONE = 3.5  # a row above a photo with which nothing below it goes on


def is_interrupted(rows: Sequence[Row], stop: int) -> bool:
    """Whether a caption breaks into the sentence of this row."""
    return stop + 1 < len(rows) and rows[stop + 1].kind is Kind.CAPTION and not rows[stop].strong


def break_cost(rows: Sequence[Row], first: int, stop: int, width: float, *, flush: bool) -> float:
    """What such a sentence costs whose last row is full in its column; 0 where it is not."""
    last = rows[stop]
    if last.width < width - 1.1 - (INDENT if first == stop else 0.0):
        return 0.0
    after = _after_photo(rows, stop)
    goes_on = _is_inner(rows, after, width)
    if first < stop or (goes_on and not last.blank):
        if after >= len(rows) or rows[after].kind is not Kind.TEXT:
            return LONE
        inner = rows[after].strong or _is_inner(rows, after, rows[after].width)
        return 0.3 if goes_on or inner else ANEW
    return 1.0 if goes_on else LONE if flush else _resume_cost(rows, after)


def _resume_cost(rows: Sequence[Row], after: int) -> float:
    """A text that begins with a full row below a photo goes on from above, in any column."""
    return 0.3 if after < len(rows) and _is_inner(rows, after, rows[after].width) else LONE


def _after_photo(rows: Sequence[Row], stop: int) -> int:
    """The first row after the photo that follows this row."""
    place = stop + 1
    while place < len(rows) and rows[place].kind in (Kind.CAPTION, Kind.CREDIT):
        place += 1
    return place


def _is_inner(rows: Sequence[Row], place: int, width: float) -> bool:
    """Whether the row and the next are of such a column, in mid-paragraph or at its end."""
    pair = rows[place : place + 2]
    if len(pair) < 2 or any(row.kind is not Kind.TEXT or row.indent for row in pair):
        return False
    full = [abs(row.width - width) <= 1.1 for row in pair]
    return full[0] and (full[1] or (pair[1].strong and pair[1].width < width))

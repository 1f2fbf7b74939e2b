"""Captions that nobody signs: of several pictures, or a paragraph that points to its picture."""

import re

from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import Kind, Row

MARKERS = "▲▶◀▼"
NUMBERED = re.compile(f"图[①-⑩](?:[：:为 ]|[{HAN}])")  # one of several pictures
MOST_UNSIGNED = 12  # rows of such a caption


def mark_numbered(rows: list[Row], places: list[int]) -> None:
    """图①：… 图②：… below a text: one caption of several pictures, down to its last sentence."""
    for place in places:
        text = rows[place].text
        if not text.startswith("图①") or not NUMBERED.match(text):
            continue
        if rows[place].kind is not Kind.TEXT:
            continue
        if place and rows[place - 1].kind is Kind.TEXT and not rows[place - 1].strong:
            continue
        for part in rows[place : _numbered_end(rows, place)]:
            part.kind = Kind.CAPTION


def _numbered_end(rows: list[Row], place: int) -> int:
    """The row after the last picture's words; `place` where a single picture is told."""
    for stop in range(place, min(len(rows), place + MOST_UNSIGNED)):
        if rows[stop].kind is not Kind.TEXT:
            return stop if rows[stop].kind is Kind.CAPTION else place
        below = rows[stop + 1] if stop + 1 < len(rows) else None
        goes_on = below and (below.kind is Kind.CAPTION or NUMBERED.search(below.text))
        if rows[stop].strong and not goes_on:
            return stop + 1 if stop > place else place
    return place


def paragraph_end(rows: list[Row], place: int) -> int:
    """The row after the first that ends a sentence with room to spare; `place` where none does."""
    widest = 0.0
    for stop in range(place, min(len(rows), place + MOST_UNSIGNED)):
        row = rows[stop]
        if row.kind is not Kind.TEXT:
            return place
        widest = max(widest, row.width)
        if row.strong and (stop + 1 == len(rows) or is_apart(rows, stop + 1)):
            return stop + 1
    return place


def is_apart(rows: list[Row], place: int) -> bool:
    """Whether something new may begin with this row."""
    if not place:
        return True
    row, above = rows[place], rows[place - 1]
    return row.blank or bool(row.indent) or above.kind is not Kind.TEXT or above.final


def is_item(rows: list[Row], place: int) -> bool:
    """One of several that begin with the same mark: brief news, not captions."""
    mark = rows[place].text[0]
    if mark not in MARKERS:
        return False
    near = rows[max(0, place - MOST_UNSIGNED) : place + MOST_UNSIGNED]
    return sum(row.text[0] == mark for row in near) > 1

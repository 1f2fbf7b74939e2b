"""Photo credits → the rows of their captions, read upwards by the width of the column."""

import re

from articles.parsing.rows import Kind, Row

LONGEST_CAPTION = 40
# How captions begin: a day, or a word that points to a picture.
OPENING_WORD = re.compile(
    r"\d{1,4}年|\d{1,2}月\d|近日|日前|昨日|昨天|今天|当日|连日来|近年来|近期|眼下|时下|初[春夏秋冬]"
    r"|图为|图[①②③一二三1-9]|[上下左右]图|[▲▶◀▼]"
)
SECOND_PICTURE = re.compile(r"图[②-⑳二三四五六2-9]")
PICTURE_WORD = re.compile(r"图为|图[①②③一二三1-9]|[上下左右]图|[▲▶◀▼]")


def mark_captions(rows: list[Row]) -> None:
    """Make a caption of the rows before each credit, as far up as they read as one."""
    place = 0
    while place < len(rows):
        if rows[place].kind is Kind.CREDIT:
            stop = place
            while place + 1 < len(rows) and rows[place + 1].kind is Kind.CREDIT:
                place += 1
            _mark(rows, stop, place + 1)
        place += 1


def _mark(rows: list[Row], stop: int, after: int) -> None:
    """Rows start..stop-1 are the caption of the credit at stop..after-1."""
    if not stop or rows[stop - 1].kind is not Kind.TEXT:
        return
    goes_on = after < len(rows) and rows[after].kind is Kind.TEXT
    start = _start(rows, stop, goes_on)
    if goes_on and stop - start > 1 and _breaks_in(rows, start, after):
        start += 1
    if rows[start].kind is Kind.OPENING:
        return
    for row in rows[start:stop]:
        row.kind = Kind.CAPTION


def _breaks_in(rows: list[Row], start: int, after: int) -> bool:
    """The text goes on in mid-sentence after the photo, so it must have stopped in one before."""
    row, following = rows[after], rows[after + 1] if after + 1 < len(rows) else None
    inside = following is not None and abs(row.width - following.width) <= 1.0 and not row.indent
    if (
        not inside
        or OPENING_WORD.match(row.text)
        or not start
        or not rows[start - 1].strong
        or rows[start].weak
    ):
        return False
    return rows[start].width < rows[start + 1].width - 1.0


def _start(rows: list[Row], stop: int, goes_on: bool) -> int:
    place = stop - 1
    column = rows[place].width
    while place > max(0, stop - LONGEST_CAPTION):
        above, row = rows[place - 1], rows[place]
        if above.kind not in (Kind.TEXT, Kind.OPENING) or above.final:
            return place
        alone = place == stop - 1
        if alone and _stands_apart(rows, place):
            return place
        if _begins(above, row, column, alone=alone, goes_on=goes_on):
            return place
        if alone:
            column = max(column, above.width)
        off = above.width - column
        if off > 1.1 or (off < -1.1 - above.flex and not above.spaced):
            opens = -2.9 <= off <= -1.2 and (place < 2 or _ends(rows, place - 1, column))
            opens = opens or (-2.9 <= off <= 0 and OPENING_WORD.match(above.text) is not None)
            opens = opens and not row.blank
            return place - 1 if opens else place
        place -= 1
    return place


def _stands_apart(rows: list[Row], place: int) -> bool:
    """A caption of one row under the short last row of a paragraph."""
    above, further = rows[place - 1], rows[place - 2] if place > 1 else None
    if not above.strong or not rows[place].strong or further is None:
        return False
    if SECOND_PICTURE.match(rows[place].text):
        return False
    return further.kind is Kind.TEXT and above.width < further.width - 2.6


def _begins(above: Row, row: Row, column: float, *, alone: bool, goes_on: bool) -> bool:
    """Whether the caption starts with this row rather than with one further up."""
    if row.indent and not above.indent:
        return True
    if SECOND_PICTURE.match(row.text):
        return False
    worded = OPENING_WORD.match(row.text) is not None
    if PICTURE_WORD.match(row.text) and not above.weak and above.text[-1] not in "，、；":
        return True
    if worded and row.width <= column - 1.2 and not above.weak and above.text[-1] not in "，、；":
        return True
    if row.blank and alone and row.strong and above.text[-1] not in "，、；：":
        return True
    if row.blank and above.strong:
        return worded or not alone or above.width < row.width - 1
    if row.blank and worded and not above.weak:
        return goes_on or abs(above.width - column) > 0.8
    if above.strong and worded:
        return above.width < row.width - 0.9
    return False


def _ends(rows: list[Row], place: int, column: float) -> bool:
    """Whether nothing before this row can belong to its sentence."""
    row, above = rows[place], rows[place - 1]
    if above.kind is not Kind.TEXT or above.strong or row.blank:
        return True
    return abs(above.width - column) > 1.1 and row.width > above.width + 1.1

"""Rows that a lone space sets off: where a tool left no blank line, a story or a photo begins."""

import re
from collections.abc import Sequence

from articles.parsing.typography.rows import Row

SPACE, WIDE_SPACE = 0.5, 1.0  # em of one space before a row
FEW = 0.1  # of a page's rows may be set off; of more it is the way their first rows are printed
MOST = 0.7  # of those must stand where something surely ends
EVEN = 1.1  # em between two rows of a paragraph
NARROW = frozenset("“‘（《〈【「『")  # signs that a space may only fill to a full em
OPEN_ENDS = frozenset("，、；：（“《")
BEGINS = re.compile("本报.{0,14}[讯电]|[■□●○◎◆]")
SIGNED = re.compile("(?:摄|摄影报道|供图)[）)]?$|^[（(]?.{0,8}(?:记者|通讯员)")


def mark_set_off(rows: Sequence[Row]) -> None:
    """A row set off is as good as one below a blank line, where no such space cuts a sentence."""
    for place, row in enumerate(rows):
        if 0 < row.indent <= WIDE_SPACE and place and not row.blank and _signs_on(rows, place - 1):
            row.indent = 0.0
    found = [k for k, row in enumerate(rows) if k and row.indent == SPACE and not row.blank]
    if not found or len(found) > max(2, FEW * len(rows)):
        return
    if any(rows[place - 1].text[-1] in OPEN_ENDS for place in found):
        return
    sure = [_surely_begins(rows, place) for place in found]
    if sure.count(True) >= MOST * len(sure):
        for place, told in zip(found, sure, strict=True):
            if told or rows[place].text[0] not in NARROW:
                rows[place].blank = rows[place].set_off = True


def _signs_on(rows: Sequence[Row], place: int) -> bool:
    """（记者 / 张三）, 本报讯（记者 张三） / 近日: the space stands between words of an opening."""
    text = rows[place].text
    if text.rfind("（") > text.rfind("）"):
        return True
    above = place - 1 if place and text.rfind("（") < 0 else place
    return text[-1] == "）" and BEGINS.match(rows[above].text) is not None


def _surely_begins(rows: Sequence[Row], place: int) -> bool:
    """Whether what stands above has ended, or the row's words begin something."""
    row, above = rows[place], rows[place - 1]
    if above.strong or BEGINS.match(row.text) or SIGNED.search(above.text):
        return True
    if row.text[0] in NARROW:
        return False
    further = rows[place - 2] if place > 1 else None
    apart = further is None or above.blank or abs(further.width - above.width) > EVEN
    return above.weak or apart

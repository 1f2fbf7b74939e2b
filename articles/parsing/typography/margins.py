"""Rows that a lone space sets off: where a tool left no blank line, a story or a photo begins."""

from collections.abc import Sequence

from articles.parsing.typography.rows import Row

SPACE = 0.5  # em of one space before a row
FEW = 0.1  # of a page's rows may be set off; of more it is the way their first rows are printed
EVEN = 1.1  # em between two rows of a paragraph
NARROW = frozenset("“‘（《〈【「『")  # signs that a space may only fill to a full em
OPEN_ENDS = frozenset("，、；：（“《")


def mark_set_off(rows: Sequence[Row]) -> None:
    """A row set off is as good as one below a blank line, where no such space cuts a sentence."""
    found = [k for k, row in enumerate(rows) if k and row.indent == SPACE and not row.blank]
    if not found or len(found) > max(2, FEW * len(rows)):
        return
    if all(_may_begin(rows, place) for place in found):
        for place in found:
            rows[place].blank = rows[place].set_off = True


def _may_begin(rows: Sequence[Row], place: int) -> bool:
    """Whether what stands above may end there."""
    above = rows[place - 1]
    if rows[place].text[0] in NARROW:
        return above.strong
    if above.weak:
        return above.text[-1] not in OPEN_ENDS
    further = rows[place - 2] if place > 1 else None
    return above.text[-1] not in OPEN_ENDS and (
        further is None or above.blank or abs(further.width - above.width) > EVEN
    )

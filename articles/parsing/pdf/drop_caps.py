"""Drop caps: one large character at a text's beginning, its first rows set around it."""

from collections.abc import Sequence
from dataclasses import replace

from articles.parsing.pdf.printing import Printed

LARGER = 1.6  # times the text's type, at least
GAP = -0.3, 1.0  # em of the text between the character and the rows beside it
LEVEL = 0.6  # of the text's type: the first row begins, and the last one ends, at its height
FEWEST_ROWS = 2
INDENT = 2.0  # em
OPENING = "“‘《"


def join_drop_caps(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, each such character at the head of its row; rows beside it begin where it does."""
    caps = [x for x in lines if not x.vertical and _is_cap(x.text)]
    moved: dict[int, Printed] = {}
    gone: set[int] = set()
    for cap in caps:
        rows = _rows_beside(cap, lines)
        if len(rows) < FEWEST_ROWS or not _is_level(cap, rows):
            continue
        gone.add(id(cap))
        first, *others = rows
        # It opens a paragraph, and so its row begins where such rows do.
        left = cap.left + INDENT * first.em
        moved[id(first)] = replace(first, left=left, text=cap.text + first.text)
        moved |= {id(row): replace(row, left=cap.left) for row in others}
    return [moved.get(id(x), x) for x in lines if id(x) not in gone]


def _is_cap(text: str) -> bool:
    """One character, in quotes or not."""
    return len(text[-2:].lstrip(OPENING)) == len(text.lstrip(OPENING)) == 1 and text[-1].isalnum()


def _rows_beside(cap: Printed, lines: Sequence[Printed]) -> list[Printed]:
    found = [
        x
        for x in lines
        if not x.vertical
        and LARGER * x.size <= cap.size
        and GAP[0] * x.em <= x.left - cap.right <= GAP[1] * x.em
        and cap.top - LEVEL * x.size <= x.top
        and x.base <= cap.base + LEVEL * x.size
    ]
    return sorted(found, key=lambda x: x.base)


def _is_level(cap: Printed, rows: Sequence[Printed]) -> bool:
    """Whether the rows are one text, as high as the character."""
    first, last = rows[0], rows[-1]
    reach = LEVEL * first.size
    ends = abs(first.top - cap.top) <= reach and abs(last.base - cap.base) <= reach
    return ends and max(x.left for x in rows) - min(x.left for x in rows) <= first.em

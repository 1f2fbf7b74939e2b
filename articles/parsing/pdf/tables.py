"""Printed lines → the same, with the cells of a table's row as one line."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from articles.parsing.pdf.printing import Printed

CELL = 10  # characters of a cell, at most; running text has longer rows
SHORT = 4.5  # characters of a cell, on an average
FEWEST_CELLS, FEWEST_ROWS = 3, 3
MOST_CELLS = 40  # side by side; comparing rows must stay quick
ROW = 3.0  # of the type's size: from one row to the next, at most
LEVEL = 0.3  # of the type's size
SAME_PLACE = 1.0  # em
SAME_SIZE = 0.1
SENTENCE = frozenset("，。；！？")
BETWEEN = "  "


def joined_rows(lines: Sequence[Printed], frame_of: Callable) -> list[Printed]:
    """Rows of three or more short cells, three or more below each other, as a line each.

    `frame_of` tells the box in which a line stands; no row leaves it.
    Read column by column, a table's cells would be stories of a word each, and the headline
    over them would go to a neighbour.
    """
    tables = [table for table in _tables(_levels(lines, frame_of)) if _is_table(table)]
    cells = {id(line) for table in tables for row in table for line in row}
    whole = [_as_line(row) for table in tables for row in table]
    return [line for line in lines if id(line) not in cells] + whole


def _levels(lines: Sequence[Printed], frame_of: Callable) -> list[list[Printed]]:
    """Short lines of one type at one height, from the top, parted where others stand between."""
    levels: list[list[Printed]] = []
    flat = [line for line in lines if not line.vertical]
    for line in sorted(flat, key=lambda x: x.base):
        if levels and line.base - levels[-1][0].base <= LEVEL * line.size:
            levels[-1].append(line)
        else:
            levels.append([line])
    return [part for level in levels for part in _short_parts(level, frame_of)]


def _short_parts(level: Iterable[Printed], frame_of: Callable) -> list[list[Printed]]:
    parts: list[list[Printed]] = [[]]
    frame = None
    for line in sorted(level, key=lambda x: x.left):
        is_cell = _is_cell(line)
        last = parts[-1][-1] if parts[-1] else None
        if not is_cell or (last and abs(last.size / line.size - 1) > SAME_SIZE):
            parts.append([])
        if is_cell:
            before, frame = frame, frame_of(line)
            if frame is not before:
                parts.append([])
            parts[-1].append(line)
    return [part for part in parts if FEWEST_CELLS <= len(part) <= MOST_CELLS]


def _is_cell(line: Printed) -> bool:
    return len(line.text) <= CELL and not SENTENCE & set(line.text)


def _tables(rows: Sequence[list[Printed]]) -> list[list[list[Printed]]]:
    """Rows that stand below each other with cells at the same places."""
    tables: list[list[list[Printed]]] = []
    open_ones: dict[int, list[list[Printed]]] = defaultdict(list)
    for row in rows:
        key = round(row[0].left / (4 * row[0].em))
        near = [t for k in (key - 1, key, key + 1) for t in (open_ones.get(k),) if t]
        table = next((t for t in near if _goes_on(t[-1], row)), None)
        if table is None:
            table = []
            tables.append(table)
        table.append(row)
        open_ones[key] = table
    return tables


def _goes_on(above: list[Printed], row: list[Printed]) -> bool:
    if not 0 < row[0].base - above[0].base <= ROW * row[0].size:
        return False
    reach = SAME_PLACE * row[0].em
    shared = sum(
        any(min(abs(a.left - b.left), abs(a.right - b.right), abs(a.middle - b.middle)) <= reach
            for a in above)
        for b in row
    )  # fmt: skip
    return shared >= FEWEST_CELLS - 1


def _is_table(table: Sequence[Sequence[Printed]]) -> bool:
    cells = [line for row in table for line in row]
    characters = sum(len(line.text) for line in cells)
    return len(table) >= FEWEST_ROWS and characters <= SHORT * len(cells)


def _as_line(row: Sequence[Printed]) -> Printed:
    last = row[-1]
    text = BETWEEN.join(line.text for line in row)
    bottom = max(x.bottom for x in row)
    return replace(row[0], text=text, right=last.right, bottom=bottom, cells=len(row))

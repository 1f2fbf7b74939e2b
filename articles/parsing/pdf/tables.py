"""Printed lines → the same, with the cells of a table's row as one line."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.parsing.pdf.printing import Printed

CELL = 10  # characters of a cell, at most; running text has longer rows
SHORT = 4.5  # characters of a cell, on an average
FEWEST_CELLS, FEWEST_ROWS = 3, 3
MOST_CELLS = 40  # side by side; comparing rows must stay quick
ROW = 3.0  # of the type's size: from one row to the next, at most
LEVEL = 0.3  # of the type's size
STEP = 0.2  # of the type's size
SAME_PLACE = 1.0  # em
SAME_SIZE = 0.1
HEAD_SIZE = 1.2  # of the cells' type: a headline
SENTENCE = frozenset("，。；！？")
BETWEEN = "  "


def joined_rows(lines: Sequence[Printed], frame_of: Callable) -> list[Printed]:
    """Rows of three or more short cells, three or more below each other, as a line each.

    `frame_of` tells the box in which a line stands; no row leaves it.
    Read column by column, a table's cells would be stories of a word each, and the headline
    over them would go to a neighbour.
    """
    parts = {id(line): _at_spaces(line) for line in lines}
    cells = [cell for line in lines for cell in parts[id(line)]]
    found = [_without_neighbours(table) for table in _tables(_levels(cells, frame_of))]
    tables = [part for table in found if _is_table(table) for part in _under_heads(table, lines)]
    joined = {id(cell) for table in tables for row in table for cell in row}
    # A line of which not every part is a cell stays as it is.
    left = [line for line in lines if not all(id(cell) in joined for cell in parts[id(line)])]
    torn = {id(cell) for line in left for cell in parts[id(line)]}
    rows = [[cell for cell in row if id(cell) not in torn] for table in tables for row in table]
    return left + [_as_line(row) for row in rows if row]


def _at_spaces(line: Printed) -> list[Printed]:
    """The cells of a row that a gutter is too narrow for; else the line alone."""
    edges = [(0, 0.0, line.left), *line.spaces, (len(line.text) + 1, line.right, 0.0)]
    cells = [
        replace(line, text=line.text[start:end].strip(), left=left, right=right, spaces=())
        for (start, _, left), (end, right, _) in pairwise(edges)
    ]
    return cells if line.spaces and all(_is_cell(cell) for cell in cells) else [line]


def _without_neighbours(table: list[list[Printed]]) -> list[list[Printed]]:
    """Without what stands beside the first row and over or under none of the others."""
    below = [cell for row in table[1:] for cell in row]
    if not below:
        return table
    reach = SAME_PLACE * below[0].em
    left, right = min(x.left for x in below) - reach, max(x.right for x in below) + reach
    first = [cell for cell in table[0] if cell.right > left and cell.left < right]
    return [first, *table[1:]] if first else table[1:]


def _levels(lines: Sequence[Printed], frame_of: Callable) -> list[list[Printed]]:
    """Short lines of one type at one height, from the top, parted where others stand between."""
    levels: list[list[Printed]] = []
    flat = [line for line in lines if not line.vertical]
    for line in sorted(flat, key=lambda x: x.base):
        near = levels and line.base - levels[-1][0].base <= LEVEL * line.size
        # Between rows of neighbouring texts that stand a little off each other there is a step.
        if near and line.base - levels[-1][-1].base <= STEP * line.size:
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
        table, cells = next(_continued(row, open_ones), ([], row))
        if not table:
            tables.append(table)
        table.append(cells)
        open_ones[_key(cells[0])] = table
    return tables


def _key(cell: Printed) -> int:
    return round(cell.left / (4 * cell.em))


def _continued(row: list[Printed], open_ones: dict) -> Iterator[tuple[list, list[Printed]]]:
    """Tables that the row may go on, each with its cells there: a text's row may stand beside."""
    for place in range(len(row) - FEWEST_CELLS + 1):
        key = _key(row[place])
        for table in (open_ones.get(k) for k in (key - 1, key, key + 1)):
            if not table:
                continue
            reach = SAME_PLACE * row[place].em
            cells = [x for x in row[place:] if x.left <= table[-1][-1].right + reach]
            if len(cells) >= FEWEST_CELLS and _goes_on(table[-1], cells):
                yield table, cells


def _goes_on(above: list[Printed], row: list[Printed]) -> bool:
    if not 0 < row[0].base - above[0].base <= ROW * row[0].size:
        return False
    if above[0].size >= HEAD_SIZE * row[0].size:  # headlines of texts that stand side by side
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


def _under_heads(table: list[list[Printed]], lines: Sequence[Printed]) -> list[list[list[Printed]]]:
    """The table, or its parts where headlines side by side stand right over it."""
    heads = _heads_over(table[0], lines)
    parts = [table]
    for a, b in pairwise(heads):
        cut = _cut_between(table[0], (a.right + b.left) / 2)
        last = parts.pop()
        halves = [
            [[x for x in row if (x.middle > cut) is side] for row in last] for side in (False, True)
        ]
        parts += [[row for row in half if row] for half in halves if any(half)]
    return parts


def _heads_over(row: Sequence[Printed], lines: Sequence[Printed]) -> list[Printed]:
    """Lines of larger type at one level, from the left."""
    top, size = min(x.top for x in row), row[0].size
    over = [
        x
        for x in lines
        if not x.vertical
        and x.size >= HEAD_SIZE * size
        and -0.5 * size <= top - x.bottom <= ROW * size
        and row[0].left <= x.middle <= row[-1].right
    ]
    base = max((x.base for x in over), default=0.0)
    return sorted((x for x in over if base - x.base <= LEVEL * size), key=lambda x: x.left)


def _cut_between(row: Sequence[Printed], place: float) -> float:
    """The middle of the white between two cells that is nearest to the place."""
    gaps = [(a.right + b.left) / 2 for a, b in pairwise(row)]
    return min(gaps, key=lambda x: abs(x - place))


def _as_line(row: Sequence[Printed]) -> Printed:
    last = row[-1]
    text = BETWEEN.join(line.text for line in row)
    bottom = max(x.bottom for x in row)
    return replace(row[0], text=text, right=last.right, bottom=bottom, cells=len(row))

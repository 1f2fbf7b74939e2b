"""Single characters one below the other, drawn in any order, as lines that run downwards."""

from itertools import pairwise
from statistics import median

from articles.parsing.pdf.runs import WIDE, Run, is_below, levels, part_of, runs_across

LARGE = 1.6  # of the page's usual type
MOST_TALL = 200  # vertical lines that are looked at for a lost first or last character
MOST_LINES = 3  # of a headline that runs downwards
FEWEST_ROWS = 3  # of characters side by side, which show that it does
NEARER = 1.04  # times as far to the character at the side as to the one below
TIGHT = 1.25  # of the size, from one to the next: rows of names stand further apart


def stacks_of(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Single characters one below the other, drawn in any order, as vertical lines."""
    runs = _parted(runs)
    single = [r for r in runs if len(r.glyphs) == 1 and r.glyphs[0].char >= WIDE[0]]
    stacks: list[list[Run]] = []
    open_ones: dict[int, list[Run]] = {}  # by the place of their middle, in points
    for run in sorted(single, key=lambda r: r.base):
        place = round((run.left + run.right) / 2)
        near = [open_ones[x] for x in (place - 1, place, place + 1) if x in open_ones]
        stack = next((s for s in near if is_below(s[-1].glyphs[0], run.glyphs[0])), None)
        if stack is None:
            stack = []
            stacks.append(stack)
        stack.append(run)
        open_ones[place] = stack
    usual = median(r.size for r in runs) if runs else 0.0
    # Two characters are a headline where they are large, or else two short rows.
    tall = [s for s in stacks if len(s) >= 3 or (len(s) == 2 and s[0].size >= LARGE * usual)]
    made = [Run([r.glyphs[0] for r in s], s[0].base, s[0].size, s[0].em) for s in tall]
    places = levels([g for run in runs for g in run.glyphs]) if made else {}
    made = [run for run in made if not runs_across(run, places)]
    gone = {id(glyph) for run in made for glyph in run.glyphs}
    return made, [run for run in runs if id(run.glyphs[0]) not in gone]


def _parted(runs: list[Run]) -> list[Run]:
    """The runs; characters of one row each that are nearer to those below stand alone.

    So a headline of two lines that run downwards is read where it was drawn row by row.
    """
    rows = [r for r in runs if 2 <= len(r.glyphs) <= MOST_LINES and _is_wide(r)]
    grids: list[list[Run]] = []
    for row in sorted(rows, key=lambda r: r.base):
        grid = next((g for g in reversed(grids) if _is_next_row(g[-1], row)), None)
        if grid is None:
            grids.append([row])
        else:
            grid.append(row)
    gone = {id(row) for grid in grids if len(grid) >= FEWEST_ROWS for row in grid}
    found = []
    for run in runs:
        alone = id(run) in gone
        found += [part_of(run, k, k + 1) for k in range(len(run.glyphs))] if alone else [run]
    return found


def _is_wide(run: Run) -> bool:
    return all(g.char >= WIDE[0] for g in run.glyphs)


def _is_next_row(above: Run, row: Run) -> bool:
    """Whether the same number of characters stand right below, nearer than those at the side."""
    if len(above.glyphs) != len(row.glyphs):
        return False
    side = min(b.x - a.x for a, b in pairwise(row.glyphs))
    down = row.base - above.base
    below = all(is_below(a, b) for a, b in zip(above.glyphs, row.glyphs, strict=True))
    return below and side >= NEARER * down and down <= TIGHT * row.size


def completed(tall: list[Run], runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Vertical runs with the characters that stand right above or below them; the runs left."""
    rest = list(runs)
    tall = _end_to_end(tall) if len(tall) <= MOST_TALL else tall
    for run in tall[:MOST_TALL]:
        _take_ends(run, rest)
    tall = _end_to_end(tall) if len(tall) <= MOST_TALL else tall
    last = _last_ones(tall, rest)
    for run in last:
        _take_ends(run, rest)
    return [*tall, *last], rest


def _take_ends(run: Run, rest: list[Run]) -> None:
    """Move what stands right above or below the run out of `rest` into it."""
    run.glyphs.sort(key=lambda g: g.y)
    while found := next((r for r in rest if len(r.glyphs) == 1 and _extends(run, r)), None):
        rest.remove(found)
        run.glyphs = sorted([*run.glyphs, *found.glyphs], key=lambda g: g.y)


def _end_to_end(tall: list[Run]) -> list[Run]:
    """One line of those that a tool wrote in parts: the next begins where the last one ends."""
    found: list[Run] = []
    for run in sorted(tall, key=lambda r: min(g.y for g in r.glyphs)):
        run.glyphs.sort(key=lambda g: g.y)
        above = next((r for r in found if _is_end_of(r, run)), None)
        if above is None:
            found.append(run)
        else:
            above.glyphs += run.glyphs
    return found


def _is_end_of(above: Run, run: Run) -> bool:
    last, first = above.glyphs[-1], run.glyphs[0]
    steps = [b.y - a.y for line in (above, run) for a, b in pairwise(line.glyphs)]
    same = above.glyphs[0].face == first.face and first.y - last.y <= max(steps) + 0.1 * run.size
    return same and is_below(last, first)


def _last_ones(tall: list[Run], rest: list[Run]) -> list[Run]:
    """Single characters at the left of a vertical line's top: the line after it; out of `rest`."""
    found = []
    for run in [r for r in rest if len(r.glyphs) == 1 and r.glyphs[0].char >= WIDE[0]]:
        if any(_is_line_after(other, run) for other in tall[:MOST_TALL]):
            rest.remove(run)
            found.append(run)
    return found


def _is_line_after(line: Run, single: Run) -> bool:
    first, glyph = line.glyphs[0], single.glyphs[0]
    level = abs(first.y - glyph.y) <= 0.15 * first.size
    same = abs(first.size - glyph.size) <= 0.04 * first.size and first.face == glyph.face
    return level and same and 0 <= first.x - glyph.right <= 1.2 * first.em


def _extends(run: Run, single: Run) -> bool:
    first, last, glyph = run.glyphs[0], run.glyphs[-1], single.glyphs[0]
    return is_below(glyph, first) or is_below(last, glyph)

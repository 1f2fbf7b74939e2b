"""Columns that a tool wrote side by side: their lines are cut, and read column by column."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from articles.records import Line

GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0\t]*|\u3000{2,})(?=\S)")
NUMBERED = re.compile(r"\s*(\d{1,2})[.．、]\s?[^\d\s]")
LEAST_LINES = 4  # with a gap, of a band
MOST_BETWEEN = 3  # lines of one column alone that may stand between two with a gap
OFF = 3  # cells by which a piece may begin before its column
MOST_COLUMNS = 8
ALIGNED = 0.6  # share of the lines whose pieces begin where the others do
NARROWEST = 12  # cells a piece fills on average; less is a table
FULL, MOSTLY = 0.75, 0.5  # of the widest piece; share of the pieces that are as wide
LEAST_INDENT, INDENT = 3, 6  # cells that open a paragraph

Piece = tuple[int, int, int, int]  # first cell, last cell, first character, last character


@dataclass(frozen=True, slots=True)
class Band:
    """Lines first..last-1 of the page hold columns that begin in these cells."""

    first: int
    last: int
    starts: tuple[int, ...]

    def column(self, cell: int) -> int:
        """The column that a piece beginning in this cell stands in."""
        return max((k for k, start in enumerate(self.starts) if start - OFF <= cell), default=0)


def cut(lines: Sequence[Line], line_of) -> tuple[Line, ...]:
    """The lines, those of bands in segments; `line_of(number, raw, segment)` makes one."""
    bands = list(_bands([line.raw for line in lines], [line.number for line in lines]))
    if not bands:
        return tuple(lines)
    out, done = [], 0
    for band in bands:
        out += lines[done : band.first]
        for line in lines[band.first : band.last]:
            out += _segments(line, band, line_of)
        done = band.last
    return (*out, *lines[done:])


def _segments(line: Line, band: Band, line_of) -> list[Line]:
    pieces = _by_column(_pieces(line.raw), band)
    if len(pieces) < 2:
        return [line]
    ends = [*(stop for *_, stop in pieces[:-1]), len(line.raw)]
    begins = [0, *ends[:-1]]
    cuts = enumerate(zip(begins, ends, strict=True))
    return [line_of(line.number, line.raw[a:b], k) for k, (a, b) in cuts]


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines column by column, each with the indent that it has in its own column."""
    whole = [list(group) for _, group in groupby(lines, key=attrgetter("number"))]
    raws = ["".join([line.raw for line in group]) for group in whole]
    out, done = [], 0
    for band in _bands(raws, [group[0].number for group in whole]):
        out += [line for group in whole[done : band.first] for line in group]
        columns: list[list[Line]] = [[] for _ in band.starts]
        inside = slice(band.first, band.last)
        for group, raw in zip(whole[inside], raws[inside], strict=True):
            for line, piece in zip(group, _by_column(_pieces(raw), band), strict=False):
                at = band.column(piece[0])
                indent = piece[0] - band.starts[at]
                lead = " " * indent if LEAST_INDENT <= indent <= INDENT else ""
                columns[at].append(line._replace(raw=lead + line.raw.strip()))
        out += [line for column in columns for line in column]
        done = band.last
    return [*out, *(line for group in whole[done:] for line in group)]


def may_hold_gap(text: str) -> bool:
    """A quick look: without one of these there is no gap."""
    return "  " in text or "\u3000\u3000" in text or "\t" in text or "\u00a0" in text


def _bands(raws: Sequence[str], numbers: Sequence[int]) -> Iterator[Band]:
    """Runs of lines whose gaps stand under each other, each line in one band at most."""
    gapped = [k for k, raw in enumerate(raws) if may_hold_gap(raw) and GAP.search(raw)]
    run: list[int] = []
    done = 0
    for place in [*gapped, None]:
        if run and (place is None or not _is_near(numbers, run[-1], place)):
            for band in _bands_of_run(raws, numbers, run, done):
                yield band
                done = band.last
            run = []
        if place is not None and place >= done:
            run.append(place)


def _is_near(numbers: Sequence[int], above: int, below: int) -> bool:
    """Few lines between two with a gap, and no two blank ones."""
    between = below - above
    return between <= MOST_BETWEEN + 1 and numbers[below] - numbers[above] <= between + 1


def _bands_of_run(
    raws: Sequence[str], numbers: Sequence[int], run: list[int], done: int
) -> Iterator[Band]:
    if len(run) < LEAST_LINES or _is_numbered([raws[k] for k in run]):
        return
    starts = _starts([_pieces(raws[k]) for k in run])
    if not starts:
        return

    def joins(place: int, above: int) -> bool:
        """Whether the columns go on, or begin, in the line without a blank one between."""
        inside = done < above < len(raws) and numbers[above] - numbers[above - 1] == 1
        return inside and not _runs_over(_pieces(raws[place]), starts)

    first, last = run[0], run[-1] + 1
    while joins(first - 1, first):
        first -= 1
    while joins(last, last):
        last += 1
    begin = first
    for place in range(first, last + 1):  # a row that runs over several columns parts bands
        if place == last or _runs_over(_pieces(raws[place]), starts):
            if place - begin >= LEAST_LINES:
                yield Band(begin, place, starts)
            begin = place + 1


def _is_numbered(raws: Sequence[str]) -> bool:
    """1.大跨度桥梁建造技术　　云麓交通大学: a list of pairs, whose numbers go up by one."""
    found = [NUMBERED.match(raw) for raw in raws]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(raws) and all(b - a == 1 for a, b in pairwise(numbers))


def _starts(lines: list[list[Piece]]) -> tuple[int, ...]:
    """Where the columns begin, () where the pieces are no columns of running text."""
    usual = Counter(map(len, lines)).most_common(1)[0][0]
    even = [pieces for pieces in lines if len(pieces) == usual]
    if not 2 <= usual <= MOST_COLUMNS or len(even) < LEAST_LINES or len(even) * 2 < len(lines):
        return ()
    starts = []
    for column in zip(*even, strict=True):
        start = Counter([piece[0] for piece in column]).most_common(1)[0][0]
        aligned = sum(-OFF <= piece[0] - start <= INDENT for piece in column)
        sizes = [piece[1] - piece[0] for piece in column]
        enough = FULL * max(sizes)
        full = sum(size >= enough for size in sizes)
        if min(aligned / ALIGNED, full / MOSTLY) < len(even):
            return ()
        if sum(sizes) < NARROWEST * len(sizes):
            return ()
        starts.append(start)
    return tuple(starts)


def _runs_over(pieces: list[Piece], starts: tuple[int, ...]) -> bool:
    return any(
        begin < start - OFF and end > start + OFF for begin, end, *_ in pieces for start in starts
    )


def _pieces(raw: str) -> list[Piece]:
    """What gaps part in a line."""
    found, cell, last = [], 0, 0
    begin = len(raw) - len(raw.lstrip())
    for stop, after in [*((m.start(), m.end()) for m in GAP.finditer(raw)), (len(raw.rstrip()), 0)]:
        cell += _cells(raw[last:begin])
        end = cell + _cells(raw[begin:stop])
        if stop > begin:
            found.append((cell, end, begin, stop))
        cell, last, begin = end, stop, after
    return found


def _cells(text: str) -> int:
    """Cells of a text: two for a full-width character, one for any other."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def _by_column(pieces: list[Piece], band: Band) -> list[Piece]:
    """The pieces of a line, those of one column together."""
    groups = (list(group) for _, group in groupby(pieces, key=lambda piece: band.column(piece[0])))
    return [(group[0][0], group[-1][1], group[0][2], group[-1][3]) for group in groups]

"""A page set again in columns: how wide a story runs, how large its headline, where its picture is.

Pure: measures in, places in bands out. A band goes over the page's whole width and holds stacks
side by side; a stack holds stories one below the other. Stories stay in the order of print.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from math import ceil
from operator import itemgetter

COLUMNS = 6
# The desk's page, in units of one character of text: what a column holds, and what parts columns.
COLUMN, GUTTER = 11.0, 1.5
ROW = 1.65  # from one row of text to the next
# Of a headline, by its size from 1 to 5.
TYPE = (0.0, 1.2, 1.45, 1.85, 2.4, 3.1)
LARGEST_IN = (0, 2, 3, 4, 5, 5, 5)  # by the columns that the story runs over
MOST_IN_BAND, MOST_STACKS = 6, 3
WIDTHS = range(1, COLUMNS + 1)
# {number of stacks: [the widths that fill a page, …]}
SPLITS = {
    count: [
        tuple(right - left for left, right in pairwise((0, *edges, COLUMNS)))
        for edges in combinations(range(1, COLUMNS), count - 1)
    ]
    for count in range(1, MOST_STACKS + 1)
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a story takes: characters, paragraphs, and lines by their widths in characters.

    `picture` is height over width, 0 where there is none.
    """

    characters: int
    paragraphs: int = 1
    headline: float = 10.0
    beside_headline: int = 0  # lines of kicker, deck and byline
    picture: float = 0.0
    caption: int = 0
    is_boxed: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """`story` counts the measures from 0; `size` is the headline's; `picture` says where it is."""

    story: int
    size: int
    picture: str  # "", "beside", "inside" the first column, "above" the text
    rows: float


@dataclass(frozen=True, slots=True)
class Stack:
    columns: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Band:
    stacks: tuple[Stack, ...]


@lru_cache(maxsize=2048)
def set_page(measures: tuple[Measure, ...]) -> tuple[Band, ...]:
    """The bands with the least white and the fewest odd columns, from the top of the page down."""
    sizes = _sizes(measures)
    blocks = [
        {columns: _block(place, measure, sizes[place], columns) for columns in WIDTHS}
        for place, measure in enumerate(measures)
    ]
    heights, prices = {}, {}
    for columns in WIDTHS:
        row = [each[columns] for each in blocks]
        heights[columns] = _summed(block.rows for block in row)
        prices[columns] = _summed(
            _price(measure, block, columns) for measure, block in zip(measures, row, strict=True)
        )
    best: list[tuple] = [(0.0,)]
    for end in range(1, len(measures) + 1):
        bands = (
            (best[start][0] + _band_price(heights, prices, bounds, widths), bounds, widths)
            for start in range(max(0, end - MOST_IN_BAND), end)
            for bounds, widths in _bands(start, end)
        )
        best.append(min(bands, key=itemgetter(0)))
    return tuple(reversed(list(_walk_back(best, blocks))))


def _summed(values) -> list[float]:
    """From the top of the page down to each story."""
    return list(accumulate(values, initial=0.0))


def _walk_back(best, blocks) -> Iterator[Band]:
    end = len(best) - 1
    while end:
        _cost, bounds, widths = best[end]
        yield Band(
            tuple(
                Stack(columns, tuple(blocks[place][columns] for place in range(first, last)))
                for (first, last), columns in zip(pairwise(bounds), widths, strict=True)
            )
        )
        end = bounds[0]


def _sizes(measures) -> list[int]:
    """The largest headline that each story may have: the weightier, the larger."""
    weights = [
        _weight(measure) * (1.6 if place == 0 else 1) for place, measure in enumerate(measures)
    ]
    ranked = sorted(range(len(weights)), key=lambda place: -weights[place])
    rank = {place: number for number, place in enumerate(ranked)}
    steps = ((1, 5), (max(3, len(weights) // 3), 4), (max(5, len(weights) * 2 // 3), 3))
    return [
        next((size for most, size in steps if rank[place] < most), 2)
        for place in range(len(weights))
    ]


def _weight(measure):
    picture = 150 if measure.picture else 0
    weight = measure.characters + picture + 60 * measure.beside_headline
    return weight / 3 if measure.is_boxed else weight


def _block(place, measure, largest, columns) -> Block:
    width = columns * COLUMN + (columns - 1) * GUTTER - (2 if measure.is_boxed else 0)
    size, head = _head(measure, min(largest, LARGEST_IN[columns]), width)
    if measure.is_boxed:
        head += 1.5
    wheres = ("inside", "above", "beside") if measure.picture else ("",)
    rows, where = min(
        (_rows(measure, columns, width, where), where)
        for where in wheres
        if where != "beside" or columns >= 3
    )
    return Block(place, size, where, head + rows)


def _head(measure, largest, width):
    """The size of the headline, and the rows that all above the text takes."""
    most = 1 if width > 3 * COLUMN else 2
    for size in range(largest, 0, -1):
        lines = ceil(measure.headline * TYPE[size] / width)
        if lines <= most or size == 1:
            break
    return size, (lines * TYPE[size] * 1.3 + 1.2) / ROW + measure.beside_headline * 1.1


def _rows(measure, columns, width, where):
    """The rows that text and picture take together."""
    # A paragraph ends within its last row, in the middle of it on average.
    text = measure.characters / COLUMN + measure.paragraphs * 0.7
    if not where:
        return ceil(text / columns)
    if where == "inside":
        return ceil((text + _picture(measure, COLUMN)) / columns)
    if where == "above":
        return _picture(measure, width) + ceil(text / columns)
    beside = 2 * COLUMN + GUTTER
    return max(_picture(measure, beside), ceil(text / (columns - 2)))


def _picture(measure, width):
    return width * measure.picture / ROW + ceil(measure.caption * 0.95 / width) + 0.8


def _price(measure, block, columns):
    """How odd a story looks so wide: columns too short or too tall, a picture too high."""
    text = (measure.characters / COLUMN + measure.paragraphs * 0.7) / columns
    odd = max(0, 4 - text) * 2 if measure.characters else 0
    odd += max(0, text - 34) * 1.5
    if block.picture == "above":
        odd += max(0, columns - 2) * 8
    if block.picture == "inside" and columns > 3:
        odd += 6
    # The eye expects a large story to run wide.
    return (odd + abs(columns - _natural(measure, block)) * 2.5) * columns


def _natural(measure, block):
    if measure.is_boxed:
        return 2
    return {5: 4.5, 4: 3, 3: 2}.get(block.size, 1.6)


@lru_cache(maxsize=512)
def _bands(start, end):
    """[(bounds, widths), …]: every way to set those stories as one band of stacks."""
    return [
        ((start, *cuts, end), widths)
        for count in range(1, min(MOST_STACKS, end - start) + 1)
        for cuts in combinations(range(start + 1, end), count - 1)
        for widths in SPLITS[count]
    ]


def _band_price(heights, prices, bounds, widths):
    tallest = filled = odd = 0.0
    for first, last, columns in zip(bounds, bounds[1:], widths, strict=False):
        height = heights[columns][last] - heights[columns][first]
        odd += prices[columns][last] - prices[columns][first]
        filled += height * columns
        tallest = max(tallest, height)
    white = tallest * COLUMNS - filled
    return white * 1.6 + odd + max(0, tallest - 45) * COLUMNS

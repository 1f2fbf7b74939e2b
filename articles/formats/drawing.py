"""A page set again from its text, drawn as SVG: what stands where printed pages have a picture.

Pure: the bands of a facsimile in; lines of text, places of stories and the drawing out. All
lengths are in em of the text but for the drawing itself, which is in pixels.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import ceil

from articles.epaper.facsimile import COLUMN, COLUMNS, GUTTER, ROW, TYPE
from articles.formats.markup import clean

EM = 20  # pixels
MARGIN = 2.0
WIDTH = COLUMNS * COLUMN + (COLUMNS - 1) * GUTTER + 2 * MARGIN
LEADING = 1.3  # of a headline, from one line to the next
SMALL = 0.9
BETWEEN = 1.5  # stories
# A word of the West or a sign with what opens it, and what must not begin the next line.
PIECE = re.compile(r"([（《「『“‘]*(?:[!-~]+|[^!-~]))([，。、；：？！）》」』”’…％]*)")
INK, GREY, PALE = "#1a1a1a", "#666666", "#eeeeee"


@dataclass(frozen=True)
class Row:
    """One line of text; `top` is above it."""

    text: str
    left: float
    top: float
    size: float = 1.0
    colour: str = INK
    is_bold: bool = False


@dataclass(frozen=True)
class Rectangle:
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Drawing:
    """`places` says where each story stands, in pixels, in the order of print."""

    width: int
    height: int
    places: tuple[tuple[object, Rectangle], ...]
    svg: str


def draw(bands, *, title: str) -> Drawing:
    """`bands` hold stacks of stories as they are set on a page; `title` is its own."""
    rows, boxes, places = [Row(title, MARGIN, MARGIN, colour=GREY)], [], []
    top = MARGIN + ROW + BETWEEN
    for band in bands:
        left, deepest = MARGIN, top
        for stack in band.stacks:
            width = stack.columns * COLUMN + (stack.columns - 1) * GUTTER
            here = top
            for story in stack.stories:
                set_rows, pictures, height = _set(story, left, here, stack.columns)
                rows += set_rows
                boxes += pictures
                places.append((story.story, _pixels(Rectangle(left, here, width, height))))
                here += height + BETWEEN
            left, deepest = left + width + GUTTER, max(deepest, here)
        top = deepest
    size = round(WIDTH * EM), round((top + MARGIN) * EM)
    return Drawing(*size, tuple(places), _svg(size, title, rows, boxes))


def _set(story, left, top, columns):
    """(rows, rectangles of pictures, height) of one story."""
    width = columns * COLUMN + (columns - 1) * GUTTER
    rows, here = _head(story, left, top, width)
    if story.story.is_continued:
        return rows, [], here - top
    beside = "set--beside" in story.classes
    boxes, floor = [], here
    if story.apart:
        start = left + (columns - 2) * (COLUMN + GUTTER) if beside else left
        box, told, below = _picture(story.apart, start, here, width - start + left)
        boxes, rows = [box], rows + told
        floor, here = (below, here) if beside else (below, below)
    text = list(_lines(story))
    count, first = columns - 2 if beside else columns, 0
    if story.inside:
        box, told, below = _picture(story.inside, left, here, COLUMN)
        boxes, rows, first = [box], rows + told, ceil((below - here) / ROW)
    depth = max(first, ceil((len(text) + first) / count))
    for place, (line, is_bold) in enumerate(text, start=first):
        column, row = divmod(place, depth)
        start = left + column * (COLUMN + GUTTER)
        rows.append(Row(line, start, here + row * ROW, is_bold=is_bold))
    return rows, boxes, max(floor, here + depth * ROW) - top


def _head(story, left, top, width):
    """(rows, where the text begins)"""
    told, rows = story.story, []
    size = TYPE[int(re.search(r"set--(\d)", story.classes)[1])]
    for text, scale, is_bold in (
        (getattr(told, "kicker", ""), 1.0, False),
        (told.headline, size, True),
        (getattr(told, "deck", ""), 1.0, False),
        (getattr(told, "byline", ""), SMALL, False),
    ):
        for line in broken(text, width / scale):
            colour = INK if is_bold else GREY
            rows.append(Row(line, left, top, scale, colour, is_bold))
            top += scale * LEADING
    return rows, top + 0.4


def _picture(photo, left, top, width):
    """(rectangle, rows of the caption, where what follows may begin)"""
    box = Rectangle(left, top, width, width * photo.height / photo.width)
    here, rows = top + box.height + 0.3, []
    for line in broken(f"{photo.caption} {photo.credit}".strip(), width / SMALL):
        rows.append(Row(line, left, here, SMALL, GREY))
        here += SMALL * LEADING
    return box, rows, here + 0.4


def _lines(story) -> Iterator[tuple[str, bool]]:
    """(a line of a column, whether it is bold)"""
    for block in story.blocks:
        for paragraph in block.lines:
            is_bold = block.kind == "subhead"
            for line in broken(paragraph if is_bold else f"\u3000\u3000{paragraph}", COLUMN):
                yield line, is_bold
    if story.is_cut:
        yield "……", False


def broken(text: str, width: float) -> Iterator[str]:
    """Lines of at most that many em; a sign that ends a clause may hang out."""
    line = ""
    for core, ending in PIECE.findall(clean(text)):
        # A word that is longer than a line is cut where lines end.
        cut = max(1, int(width))
        for start in range(0, len(core), cut):
            piece = core[start : start + cut]
            if line and em(line + piece) > width:
                yield line
                line = ""
            line += piece
        line += ending
    if line:
        yield line


def em(text: str) -> float:
    return sum(0.5 if "\x20" <= sign <= "\x7e" else 1.0 for sign in text)


def _pixels(box):
    return Rectangle(*(round(side * EM) for side in (box.left, box.top, box.width, box.height)))


def _svg(size, title, rows, boxes):
    width, height = size
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="serif" xml:lang="zh-Hans">',
        f"<title>{escape(clean(title))}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *map(_rectangle, boxes),
        *map(_text, rows),
        "</svg>",
    ]
    return "\n".join(pieces) + "\n"


def _rectangle(box):
    found = _pixels(box)
    return (
        f'<rect x="{found.left}" y="{found.top}" width="{found.width}" height="{found.height}"'
        f' fill="{PALE}"/>'
    )


def _text(row):
    # The line stands on its ground, which is below its top.
    ground = (row.top + row.size) * EM
    weight = ' font-weight="bold"' if row.is_bold else ""
    return (
        f'<text x="{row.left * EM:.0f}" y="{ground:.0f}" font-size="{row.size * EM:.0f}"'
        f' fill="{row.colour}"{weight}>{escape(row.text)}</text>'
    )

"""Columns that begin with a photo: their text begins, for the order of columns, where it does."""

from collections.abc import Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.places import over
from articles.parsing.pdf.strips import Head, Strip

LEVEL = 1.5  # of the body's type: a photo and the columns beside it begin that far apart at most
CAPTION = 12.0  # of the body's type: white or a caption between a photo and the text below it


def column_tops(
    strips: Sequence[Strip], heads: Sequence[Head | DrawnHead], figures: Figures, size: float
) -> dict[int, float]:
    """{id of a strip: the height in points at which its column begins}."""
    drawn = {(h.left, h.top) for h in heads if isinstance(h, DrawnHead)}
    photos = [p for p in figures.pictures if p.kind == "picture" and (p.left, p.top) not in drawn]
    return {id(s): _top_of(s, photos, strips, heads, size) for s in strips}


def _top_of(
    strip: Strip,
    photos: Sequence[Shape],
    strips: Sequence[Strip],
    heads: Sequence[Head | DrawnHead],
    size: float,
) -> float:
    for photo in photos:
        if not _heads_column(photo, strip, size):
            continue
        if any(_stands_between(other, photo, strip, size) for other in (*strips, *heads)):
            continue
        level = [s.top for s in strips if abs(s.top - photo.top) <= LEVEL * size]
        if level:
            return min(level)
    return strip.top


def _heads_column(photo: Shape, strip: Strip, size: float) -> bool:
    """Whether the photo fills the column's width, or that of several, and stands above its text."""
    left, right = strip.edges
    wide = photo.right - photo.left >= 0.8 * (right - left)
    inside = left - size <= photo.left and photo.right <= right + size
    across = photo.left <= left + size and right - size <= photo.right
    return wide and (inside or across) and -2 <= strip.top - photo.bottom <= CAPTION * size


def _stands_between(other, photo: Shape, strip: Strip, size: float) -> bool:
    inside = photo.top < other.top and other.bottom <= strip.top
    return other is not strip and over(other, strip) > size and inside


def follows_photo(
    head: Head | DrawnHead, strip: Strip, figures: Figures, size: float, gutter: float
) -> bool:
    """Whether a photo right below the headline fills the column before this one."""
    row = 1.4 * size
    return any(
        over(head, photo) > 0
        and 0 <= photo.top - head.bottom <= 3 * row
        and abs(photo.top - strip.top) <= 1.2 * row
        and 0 < strip.edges[0] - photo.right <= 1.5 * gutter
        for photo in figures.pictures
    )

"""Columns that begin with a photo: their text begins, for the order of columns, where it does."""

from collections.abc import Iterator, Sequence

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.places import over
from articles.parsing.pdf.quotes import QUOTE
from articles.parsing.pdf.strips import Head, Strip

LEVEL = 1.5  # of the body's type: a photo and the columns beside it begin that far apart at most
UNDER = 4.2  # of the body's type: a photo right below a headline
FILLED, BESIDE = 0.8, 0.5  # of a column's width: a photo in it, alone or beside its caption
CAPTION = 12.0  # of the body's type: white or a caption between a photo and the text below it


def column_tops(
    strips: Sequence[Strip], heads: Sequence[Head | DrawnHead], figures: Figures, size: float
) -> dict[int, float]:
    """{id of a strip: the height in points at which its column begins}."""
    drawn = {(h.left, h.top) for h in heads if isinstance(h, DrawnHead)}
    photos = [p for p in figures.pictures if p.kind == "picture" and (p.left, p.top) not in drawn]
    quotes = [p for p in figures.pictures if p.kind == QUOTE]
    tops = {}
    for strip in strips:
        # A pull quote stands in a column like its first row.
        over_it = _over(strip, strip.top, quotes, (*strips, *heads), size)
        top = next((quote.top for quote in over_it), strip.top)
        tops[id(strip)] = _top_of(strip, top, photos, strips, heads, size)
    return tops


def _over(
    strip: Strip, top: float, photos: Sequence[Shape], others: Sequence, size: float
) -> Iterator[Shape]:
    """Photos at the head of the strip's column with nothing else between."""
    for photo in photos:
        if _heads_column(photo, strip, top, size) and not any(
            _stands_between(other, photo, strip, size) for other in others
        ):
            yield photo


def _top_of(
    strip: Strip,
    top: float,
    photos: Sequence[Shape],
    strips: Sequence[Strip],
    heads: Sequence[Head | DrawnHead],
    size: float,
) -> float:
    for photo in _over(strip, top, photos, (*strips, *heads), size):
        level = _level(photo.top, strips, size)
        # The photo may stand between a headline and all of its columns.
        over_it = [h.bottom for h in heads if _is_right_over(h, photo, size)]
        beside = any(_stands_beside(h, photo, size) for h in heads)
        if level or over_it or beside:
            return max([min(level, default=photo.top), *over_it])
    return min(_level(top, strips, size), default=top) if top != strip.top else top


def _level(top: float, strips: Sequence[Strip], size: float) -> list[float]:
    """Where the columns begin that begin at about this height."""
    return [s.top for s in strips if abs(s.top - top) <= LEVEL * size]


def _is_right_over(head: Head | DrawnHead, photo: Shape, size: float) -> bool:
    return over(head, photo) > 0 and 0 <= photo.top - head.bottom <= UNDER * size


def _stands_beside(head: Head | DrawnHead, photo: Shape, size: float) -> bool:
    """Whether a headline that runs downwards begins right beside the photo, at its height."""
    gap = max(photo.left - head.right, head.left - photo.right)
    return head.vertical and 0 <= gap <= UNDER * size and abs(head.top - photo.top) <= LEVEL * size


def _heads_column(photo: Shape, strip: Strip, top: float, size: float) -> bool:
    """Whether the photo fills the column's width, or that of several, and stands above its top.

    Its caption may stand beside it, in the same column.
    """
    left, right = strip.edges
    flush = min(abs(photo.left - left), abs(photo.right - right)) <= size
    wide = photo.right - photo.left >= (BESIDE if flush else FILLED) * (right - left)
    inside = left - size <= photo.left and photo.right <= right + size
    across = photo.left <= left + size and right - size <= photo.right
    return wide and (inside or across) and -2 <= top - photo.bottom <= CAPTION * size


def _stands_between(other, photo: Shape, strip: Strip, size: float) -> bool:
    """Whether it parts the two; a headline below a wide photo is that of all columns there."""
    if other is strip or not (photo.top < other.top and other.bottom <= strip.top):
        return False
    headed = not isinstance(other, Strip) and other.top >= photo.bottom - size
    inside = photo.left - size <= other.left and other.right <= photo.right + size
    return over(other, strip) > size or (headed and inside)


def photo_bottom(strip: Strip, figures: Figures, size: float) -> float:
    """Where the column ends: below the photo that fills it at its foot."""
    left, right = strip.edges
    feet = [
        photo.bottom
        for photo in figures.pictures
        if photo.left <= left + size
        and right - size <= photo.right
        and -2 <= photo.top - strip.bottom <= UNDER * size
    ]
    return max(feet, default=strip.bottom)


def follows_photo(
    head: Head | DrawnHead, strip: Strip, figures: Figures, size: float, gutter: float
) -> bool:
    """Whether a photo right below the headline fills the column before this one."""
    row = 1.4 * size
    return any(
        _is_right_over(head, photo, size)
        and abs(photo.top - strip.top) <= 1.2 * row
        and 0 < strip.edges[0] - photo.right <= 1.5 * gutter
        for photo in figures.pictures
    )


def white_beside_photos(a: Strip, b: Strip, photos: Sequence[Shape], gutter: float) -> float:
    """Points from a column to one further right, without the columns that begin with a photo."""
    left, right = a.edges[1], b.edges[0]
    filled = [
        photo
        for photo in photos
        if left < (photo.left + photo.right) / 2 < right
        and left - 1 <= photo.left
        and photo.right <= right + 1
        and all(min(s.bottom, photo.bottom) > max(s.top, photo.top) for s in (a, b))
    ]
    if not filled:
        return right - left
    wide = max(p.right for p in filled) - min(p.left for p in filled)
    return right - left - wide - gutter

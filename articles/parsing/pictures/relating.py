"""Which article of the page a photo may belong to: the one that its caption speaks of."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from articles.parsing.overlap import Overlap
from articles.records import ArticleRecord, PhotoRecord

ENOUGH, LEAD = 0.3, 1.5
NEAREST = 60  # articles looked at on either side of a photo; no printed page holds more


def relate(
    photos: Sequence[PhotoRecord], articles: Sequence[ArticleRecord]
) -> tuple[PhotoRecord, ...]:
    """The photos, each with the unit of its article where one stands out."""
    if not photos or not articles:
        return tuple(photos)
    articles = sorted(articles, key=_first_line)
    starts = [_first_line(article) for article in articles]
    overlap = Overlap(map(_text, articles), (photo.caption for photo in photos))
    related = []
    for photo in photos:
        place = bisect(starts, photo.lines[0])
        near = range(max(0, place - NEAREST), min(len(articles), place + NEAREST))
        best = _spoken_of(photo, near, overlap)
        related.append(replace(photo, related=None if best is None else articles[best].unit))
    return tuple(related)


def _first_line(article: ArticleRecord) -> int:
    return min(article.lines)


def _text(article: ArticleRecord) -> str:
    return "".join([article.headline or "", *(p.text for p in article.paragraphs)])


def _spoken_of(photo: PhotoRecord, near: range, overlap: Overlap) -> int | None:
    shares = overlap.shares(photo.caption, near)
    best, other, *_ = sorted([*shares, 0.0], reverse=True)
    return near[shares.index(best)] if best >= max(ENOUGH, LEAD * other) else None

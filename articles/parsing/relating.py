"""Which article of the page a photo may belong to: the one that its caption speaks of."""

from collections.abc import Sequence
from dataclasses import replace

from articles.parsing.overlap import Overlap
from articles.records import ArticleRecord, PhotoRecord

ENOUGH, LEAD = 0.3, 1.5


def relate(
    photos: Sequence[PhotoRecord], articles: Sequence[ArticleRecord]
) -> tuple[PhotoRecord, ...]:
    """The photos, each with the unit of its article where one stands out."""
    if not photos or not articles:
        return tuple(photos)
    overlap = Overlap(map(_text, articles), (photo.caption for photo in photos))
    return tuple(replace(p, related=_related(p, articles, overlap)) for p in photos)


def _text(article: ArticleRecord) -> str:
    return "".join([article.headline or "", *(p.text for p in article.paragraphs)])


def _related(photo: PhotoRecord, articles: Sequence[ArticleRecord], overlap: Overlap) -> int | None:
    shares = [overlap.share(photo.caption, k, k) for k in range(len(articles))]
    best = max(range(len(shares)), key=shares.__getitem__)
    others = max((s for k, s in enumerate(shares) if k != best), default=0.0)
    if shares[best] >= ENOUGH and shares[best] >= LEAD * others:
        return articles[best].unit
    return None

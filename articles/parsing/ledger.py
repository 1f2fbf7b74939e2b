"""The line ledger: nothing that was printed may get lost between source and record."""

from collections import Counter
from dataclasses import dataclass

from articles.records import ArticleRecord, PageRecord, PhotoRecord


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """`missing`: in the lines but in no field; `surplus`: in a field but in no line."""

    missing: tuple[tuple[str, int], ...]
    surplus: tuple[tuple[str, int], ...]
    unlabelled: tuple[int, ...]

    @property
    def closed(self) -> bool:
        return not (self.missing or self.surplus or self.unlabelled)


def ledger(record: PageRecord) -> LedgerReport:
    """Weigh the characters that came in (white space apart) against fields and clean-ups."""
    given = Counter("".join(line.raw for line in record.lines))
    kept = Counter("".join(_texts(record)))
    for cleanup in record.cleanups:
        kept.update(cleanup.removed)
        given.update(cleanup.inserted)
    labelled = {(label.line, label.segment) for label in record.labels}
    unlabelled = sorted({x.number for x in record.lines if (x.number, x.segment) not in labelled})
    return LedgerReport(_more(given, kept), _more(kept, given), tuple(unlabelled))


def _more(a: Counter, b: Counter) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((c, n) for c, n in (a - b).items() if not c.isspace()))


def _texts(record: PageRecord):
    for article in record.articles:
        yield from _article_texts(article)
    for photo in record.photos:
        yield from _photo_texts(photo)
    yield from record.furniture
    yield from record.ignored
    yield from record.unassigned


def _article_texts(article: ArticleRecord):
    yield from (article.kicker or "", article.headline or "", article.deck or "")
    yield from (article.byline, *article.jumps)
    if article.column != article.headline:  # else it is weighed already
        yield article.column
    yield from (p.text for p in article.paragraphs)


def _photo_texts(photo: PhotoRecord):
    yield from (photo.caption, photo.credit)

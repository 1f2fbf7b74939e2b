"""Which article of one reading of a page is which of another, both made of the same lines."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articles.records import ArticleRecord, PageRecord

ALIKE = 0.3  # below that share of common characters two articles are not compared


@dataclass(frozen=True, slots=True)
class Pair:
    """The article of one reading and the one of the other that shares most text with it."""

    truth: ArticleRecord
    found: ArticleRecord
    recall: float
    foreign: float


def pair_articles(truth: PageRecord, found: PageRecord) -> list[Pair]:
    """One-to-one, the best pairs first."""
    sizes = {line.number: len(line.text) for line in truth.lines}
    owner = {n: a.unit for a in found.articles for n in _body_lines(a)}
    theirs = {article.unit: article for article in found.articles}
    candidates = []
    for article in truth.articles:
        common: Counter[int] = Counter()
        for number in _body_lines(article):
            if number in owner:
                common[owner[number]] += sizes[number]
        for unit, shared in common.items():
            recall = shared / _size(article, sizes)
            foreign = 1 - shared / _size(theirs[unit], sizes)
            if recall >= ALIKE or foreign <= 1 - ALIKE:
                candidates.append(Pair(article, theirs[unit], recall, foreign))
    return _one_to_one(candidates)


def _one_to_one(candidates: Iterable[Pair]) -> list[Pair]:
    pairs, taken, given = [], set(), set()
    for pair in sorted(candidates, key=lambda p: (p.foreign - p.recall, p.truth.unit)):
        if pair.truth.unit not in taken and pair.found.unit not in given:
            taken.add(pair.truth.unit)
            given.add(pair.found.unit)
            pairs.append(pair)
    return pairs


def _body_lines(article: ArticleRecord) -> list[int]:
    """Lines of the text; those of the whole piece where it has none."""
    body = [number for paragraph in article.paragraphs for number in paragraph.lines]
    return list(dict.fromkeys(body)) or list(article.lines)


def _size(article: ArticleRecord, sizes: dict[int, int]) -> int:
    return max(1, sum(sizes[number] for number in _body_lines(article)))


def contents_of(article: ArticleRecord) -> tuple:
    """An article as the words and people that it consists of."""
    text = tuple((p.kind, p.text) for p in article.paragraphs)
    heads = (article.kicker, article.headline, article.deck, article.byline)
    return (*heads, text, frozenset((c.name, c.role) for c in article.credits))

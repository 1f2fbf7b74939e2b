"""How near one reading of a page comes to another, both made of the same lines."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articles.records import ArticleRecord, PageRecord, PhotoRecord

FOUND, FOREIGN = 0.9, 0.1  # share of its characters that a found article holds; of strange ones
ALIKE = 0.3  # below that share of common characters two articles are not compared


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, too many, missed."""

    right: int = 0
    surplus: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.surplus + other.surplus, self.missed + other.missed
        )

    @property
    def f1(self) -> float:
        """1.0 where there was nothing to find and nothing was found."""
        whole = 2 * self.right + self.surplus + self.missed
        return 2 * self.right / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page or of many: scores add up."""

    pages: int = 0
    perfect: int = 0
    articles: Tally = Tally()
    headlines: int = 0  # read exactly, a missing one recognised as missing
    paragraphs: Tally = Tally()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.pages + other.pages,
            self.perfect + other.perfect,
            self.articles + other.articles,
            self.headlines + other.headlines,
            self.paragraphs + other.paragraphs,
        )

    @property
    def headline_rate(self) -> float:
        """Of all articles that there are."""
        of = self.articles.right + self.articles.missed
        return self.headlines / of if of else 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """The article of one reading and the one of the other that shares most text with it."""

    truth: ArticleRecord
    found: ArticleRecord
    recall: float
    foreign: float


def score(truth: PageRecord, found: PageRecord) -> Score:
    """Score one reading of a page against the true one."""
    pairs = pair_articles(truth, found)
    right = sum(pair.recall >= FOUND and pair.foreign <= FOREIGN for pair in pairs)
    return Score(
        pages=1,
        perfect=int(_contents(truth) == _contents(found)),
        articles=Tally(right, len(found.articles) - right, len(truth.articles) - right),
        headlines=sum(pair.truth.headline == pair.found.headline for pair in pairs),
        paragraphs=_paragraphs(truth, found, pairs),
    )


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


def _paragraphs(truth: PageRecord, found: PageRecord, pairs: list[Pair]) -> Tally:
    """Where paragraphs begin; the first of an article counts with the article."""
    total = Tally()
    for pair in pairs:
        one, other = _openings(pair.truth), _openings(pair.found)
        total += Tally(len(one & other), len(other - one), len(one - other))
    matched = {pair.truth.unit for pair in pairs}
    lost = sum(len(_openings(a)) for a in truth.articles if a.unit not in matched)
    matched = {pair.found.unit for pair in pairs}
    extra = sum(len(_openings(a)) for a in found.articles if a.unit not in matched)
    return total + Tally(0, extra, lost)


def _openings(article: ArticleRecord) -> set[int]:
    return {paragraph.lines[0] for paragraph in article.paragraphs[1:]}


def _contents(record: PageRecord) -> Counter:
    """All that is taken over from a page, whatever the order and the numbers of its units."""
    return Counter([*map(contents_of, record.articles), *map(_photo, record.photos)])


def contents_of(article: ArticleRecord) -> tuple:
    """An article as the words and people that it consists of."""
    text = tuple((p.kind, p.text) for p in article.paragraphs)
    heads = (article.kicker, article.headline, article.deck, article.byline)
    return (*heads, text, frozenset((c.name, c.role) for c in article.credits))


def _photo(photo: PhotoRecord) -> tuple:
    return photo.caption, frozenset((c.name, c.role) for c in photo.credits)

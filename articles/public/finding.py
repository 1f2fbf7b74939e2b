"""A search's answer: the hits of one page with the words lit up, and how many there are."""

from dataclasses import dataclass

from articles import search
from articles.models import Article, Tag
from articles.public.paging import PER_PAGE

WHOLE = 1000  # characters: longer than any headline


@dataclass(frozen=True)
class Hit:
    """Headline and snippet are cut into (piece, is what was asked for)."""

    article: Article
    headline: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True)
class Answer:
    hits: list[Hit]
    total: int
    number: int

    @property
    def previous(self):
        return self.number - 1

    @property
    def next(self):
        return self.number + 1 if self.number * PER_PAGE < self.total else 0


def answer(asked, number):
    """What readers find who ask for `asked`: words, and perhaps a publication and so on."""
    found = search.find(
        asked["q"],
        publication=asked.get("publication"),
        section=asked.get("section"),
        year=int(asked["year"]) if "year" in asked else None,
        # One row inside the search's own statement, instead of a query before it.
        tag=Tag.objects.filter(name=asked["tag"]).order_by()[:1] if "tag" in asked else None,
        limit=PER_PAGE,
        offset=(number - 1) * PER_PAGE,
    )
    return Answer(_hits(found.hits, asked["q"]), found.total, number)


def _hits(pks, words):
    articles = (
        Article.objects.published()
        .select_related("publication", "page__issue__publication", "live_version")
        .defer("body", "page__source")
        .in_bulk(pks)
    )
    return [_hit(articles[pk], words) for pk in pks if pk in articles]


def _hit(article, words):
    version = article.live_version
    return Hit(
        article,
        search.snippet(version.headline, words, length=WHOLE),
        search.snippet(version.body, words),
    )

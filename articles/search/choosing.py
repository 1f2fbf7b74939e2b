"""Whether a search among few articles reads their texts, or asks the index of all.

The index goes past the hits of all others: a word that stands everywhere, asked for of one person,
leads through the whole archive. Read newest first, the articles of that person take as long as they
are many, whatever the word. Both stop at the most hits that are counted, so that of `few` articles
and a word with so many `hits` reading looks at few/hits as many as the index does. How many hits
there are a sample tells, by the search's own condition: what `commonness` knows of whole texts need
not hold for headlines.
"""

from functools import lru_cache

from django.db import connection

from articles.models import Article, SearchPlace, Tagging, VersionCredit
from articles.questions import Given, Question
from articles.search.engines import engine

DEAR = 5  # reading a text takes as long as going past so many hits
USUAL_KIND = "news"  # nearly all articles are of it
SAMPLE = 300  # of the newest articles tell how many hold a word
MOST_READ = 5_000
# About how many articles there are: to count them would take longer than most searches.
SPREAD = "MAX(e.article_id) - (SELECT MIN(article_id) FROM articles_searchentry) + 1"
NOT_FEW = ("", ()), frozenset()
# Where it stands who has a fact: (rows, the fact in them, who has it, the way there from a place).
OWN = {
    "tag": (Tagging, "tag__name", "content_object", "article__in"),
    "reporter": (VersionCredit, "reporter", "version", "article__live_version__in"),
    "section": (Article, "section", "pk", "article__in"),
    "publication": (Article, "publication", "pk", "article__in"),
    "kind": (Article, "kind", "pk", "article__in"),
}
# By which an index of few rows is found: `live_by_kind` has those alone that are out.
LIVE = {"kind": {"live_version__isnull": False}}


def few(facts, tiers):
    """((SQL, parameters) of the keys of those articles, the tiers to read).

    The fact that the fewest articles have chooses them; the rest is asked of each of them.
    """
    rows = {
        name: _rows(name).sql(**{name: facts[name]})
        for name in OWN
        if name in facts and facts[name] != USUAL_KIND
    }
    if not rows:
        return NOT_FEW
    *numbers, hits = _numbers(rows, tiers)
    number, name = min(zip(numbers, rows, strict=True))
    if number == MOST_READ:
        return NOT_FEW
    read = frozenset(tier for tier, holding in enumerate(hits) if number * DEAR < holding)
    return (_keys(name).sql(**{name: facts[name]}), read) if read else NOT_FEW


def _numbers(rows, tiers):
    """How many rows there are of each, up to MOST_READ; and last, by a sample, how many articles
    hold what is asked in each of the tiers.
    """
    asked = [engine().condition(tier) for tier in tiers]
    found = ", ".join(f"SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)" for condition, _ in asked)
    counts = "".join(
        f"(SELECT COUNT(*) FROM ({sql} LIMIT {MOST_READ}) few), " for sql, _params in rows.values()
    )
    newest = f"SELECT * FROM articles_searchentry ORDER BY article_id DESC LIMIT {SAMPLE}"
    params = [*rows.values(), *asked]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {counts}{SPREAD}, COUNT(*), {found} FROM ({newest}) e",
            [value for _sql, values in params for value in values],
        )
        row = cursor.fetchone()
    numbers, (spread, sampled, *holding) = row[: len(rows)], row[len(rows) :]
    return *numbers, [count * spread / sampled for count in holding] if sampled else []


@lru_cache
def _rows(name):
    return Question(lambda: _own(name))


@lru_cache
def _keys(name):
    *_rows, way = OWN[name]
    places = SearchPlace.objects.order_by()
    return Question(lambda: places.filter(**{way: _own(name)}).values_list("key"))


def _own(name):
    model, fact, holder, _way = OWN[name]
    own = model.objects.filter(**{fact: Given(name)}, **LIVE.get(name, {}))
    return own.order_by().values_list(holder)

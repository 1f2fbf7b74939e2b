"""From a query to the articles that hold it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from django.db import connection
from django.db.models import Exists, OuterRef, Subquery

from articles.models import Article, Tag, Tagging, VersionCredit
from articles.questions import NOW, Given, Question
from articles.search import places
from articles.search.asking import anywhere, tiers
from articles.search.choosing import NOT_FEW, few
from articles.search.places import LAST_KEY
from articles.search.spelling import terms
from articles.search.statement import MOST, Statement

FARTHEST = 1_000_000
CURSOR = re.compile(r"([0-2])-([0-9]{1,19})")
FACTS = ("pk", "publication_id", "section_id", "kind", "live_version_id")


@dataclass(frozen=True)
class Facet:
    """A value by which the hits can be narrowed, its name, and how many of them have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Results:
    """How many articles match, and the primary keys of those asked for, in order.

    `is_exact` False: there are more than `total`. `after` is the cursor of what follows, or "".
    `facets` are {"publication": [Facet, …], …}, counted in the `total` articles.
    """

    total: int
    hits: tuple[int, ...]
    is_exact: bool = True
    after: str = field(default="", compare=False)
    facets: dict = field(default_factory=dict, compare=False)


NOTHING = Results(0, ())


def find(
    query, *, publication=None, section=None, tag=None, reporter=None, kind=None, issue=None,
    year=None, since=None, until=None, order="relevance", limit=20, offset=0, after="",
):  # fmt: skip
    """Live articles that hold every word and "quoted phrase" of the query.

    By relevance, those with the words in the headline come first, then those with them in
    the names of people, and of equals the newest; `order="newest"` asks for time alone.
    `tag` is a name, `publication`, `section`, `reporter` and `issue` are primary keys;
    `since` and `until` are days. Pages follow each other by `after`, the cursor that came with
    the one before: what comes out meanwhile moves nothing.
    """
    wanted = terms(query)
    if not wanted:
        return NOTHING
    facts = {
        "publication": publication, "section": section, "kind": kind,
        "tag": tag, "reporter": reporter,
    }  # fmt: skip
    facts = {name: value for name, value in facts.items() if value is not None}
    asked = tiers(wanted) if order == "relevance" else (anywhere(wanted),)
    statement = _statement(asked, facts, issue, *places.days(year, since, until))
    first, below = _place_of(after, len(asked))
    limit = min(max(limit, 0), MOST)
    sql, params = statement.page(
        first=first, below=below, limit=limit, offset=min(max(offset, 0), FARTHEST)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return _results(cursor.fetchall(), limit)


def _statement(asked, facts, issue, since, until):
    where, params = places.condition(issue, since, until)
    span = places.span(issue, since, until)
    chosen, read = few(facts, asked) if span is None else NOT_FEW
    return Statement(
        live=_live(frozenset(facts)).sql(**facts),
        tiers=asked,
        where=where,
        params=params,
        span=span,
        chosen=chosen,
        read=read,
    )


@lru_cache
def _live(names):
    """The live articles of which the facts of these `names` are given, as a question."""
    return Question(lambda: _narrowed(Article.objects.published(NOW).order_by(), names))


def _narrowed(live, names):
    live = live.filter(**{name: Given(name) for name in names - {"tag", "reporter"}})
    if "tag" in names:
        tag = Tag.objects.filter(name=Given("tag")).order_by().values("pk")[:1]
        tagged = Tagging.objects.filter(content_object=OuterRef("pk"), tag=Subquery(tag))
        live = live.filter(Exists(tagged))
    if "reporter" in names:
        by = VersionCredit.objects.filter(
            version=OuterRef("live_version"), reporter=Given("reporter")
        )
        live = live.filter(Exists(by))
    return live.values_list(*FACTS)


def _place_of(cursor, count):
    """(tier to begin in, key to stay below); what is no cursor begins at the beginning."""
    found = CURSOR.fullmatch(cursor)
    if found is None or int(found[1]) >= count or int(found[2]) > LAST_KEY:
        return 0, LAST_KEY
    return int(found[1]), int(found[2])


def _results(rows, limit):
    hits, total, facets = [], 0, {}
    for what, value, name, number in rows:
        if what == "hit":
            hits.append((number, -int(name), int(value)))
        elif what == "counted":
            total = number
        else:
            facets.setdefault(what, []).append(Facet(value, name, number))
    hits.sort()
    page = hits[:limit]
    after = f"{page[-1][0]}-{-page[-1][1]}" if page and len(hits) > limit else ""
    return Results(
        total=min(total, MOST),
        hits=tuple(pk for _tier, _key, pk in page),
        is_exact=total <= MOST,
        after=after,
        facets=facets,
    )

"""From a query to the articles that hold it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from articles.search.engines import engine
from articles.search.spelling import terms

FARTHEST = 1_000_000
NEWEST = "found.published_at DESC, found.id DESC"


@dataclass(frozen=True)
class Results:
    """How many articles match, and the primary keys of those asked for, in order."""

    total: int
    hits: tuple[int, ...]


NOTHING = Results(0, ())


def find(
    query, *, publication=None, section=None, tag=None, year=None,
    order="relevance", limit=20, offset=0,
):  # fmt: skip
    """Live articles that hold every word and "quoted phrase" of the query.

    By relevance, those with the words in the headline come first, then those with them in
    the names of people, and of equals the newest; `order="newest"` asks for date alone.
    """
    wanted = terms(query)
    if not wanted:
        return NOTHING
    live = _live(publication=publication, section=section, tag=tag, year=year)
    sql, params = _statement(wanted, live, by_relevance=order == "relevance")
    rows = _rows(sql, [*params, _within(limit), _within(offset)])
    if rows:
        return Results(rows[0][1], tuple(pk for pk, _total in rows))
    # Past the last page no row is left to tell the total.
    rows = _rows(sql, [*params, 1, 0]) if offset or not limit else []
    return Results(rows[0][1], ()) if rows else NOTHING


def _live(*, publication, section, tag, year):
    live = Article.objects.published().order_by()
    if publication is not None:
        live = live.filter(publication=publication)
    if section is not None:
        live = live.filter(section=section)
    if tag is not None:
        live = live.filter(tags=tag)
    if year is not None:
        live = live.filter(_of_year(year))
    return live.values_list("pk", "published_at")


def _of_year(year):
    """The paper's year; for what never stood in the paper, the year of publishing."""
    zone = timezone.get_current_timezone()
    first, next_first = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    on_the_web = Q(
        page=None,
        published_at__gte=first.astimezone(UTC),
        published_at__lt=next_first.astimezone(UTC),
    )
    return Q(page__issue__date__year=year) | on_the_web


def _statement(wanted, live, *, by_relevance):
    """One statement for the hits and their number.

    The matches stand in a CTE of their own, and the articles in none: left to itself the planner
    walks all articles by date, or for every match, which takes seconds where the index answers
    in milliseconds.
    """
    index = engine()
    matching, params = index.matching(wanted)
    live_sql, live_params = live.query.sql_with_params()
    order, entries, order_params = NEWEST, "", []
    if by_relevance:
        entries = index.join_entry
        order = f"{_weight(index, wanted)} DESC, {NEWEST}"
        order_params = [term for term in wanted for _field in range(2)]
    sql = (
        f"WITH matched AS MATERIALIZED ({matching}),"
        f" live (id, published_at) AS NOT MATERIALIZED ({live_sql}),"
        " found AS MATERIALIZED"
        f" (SELECT live.id, live.published_at FROM matched {index.join_live})"
        f" SELECT found.id, (SELECT COUNT(*) FROM found) FROM found {entries}"
        f" ORDER BY {order} LIMIT %s OFFSET %s"
    )
    return sql, [*params, *live_params, *order_params]


def _weight(index, wanted):
    """Two for each term in the headline, one for each among the people."""
    return " + ".join(
        f"CASE WHEN {index.position}(entry.title, %s) > 0 THEN 2 ELSE 0 END"
        f" + CASE WHEN {index.position}(entry.people, %s) > 0 THEN 1 ELSE 0 END"
        for _term in wanted
    )


def _rows(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _within(number):
    return min(max(number, 0), FARTHEST)

"""Words of headlines, for the editors' lists: an index of its own, which readers never ask.

It holds the headline of every version, drafts included, and is added to; only with a draft that is
deleted do its words go. What it finds is compared with the headlines as they stand now, so an
earlier wording finds nothing.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection, transaction

from articles.models import Article, Version
from articles.search.spelling import characters, fold, pairs, terms

MOST = 1000  # newest versions that are looked at
LONGEST = 300  # characters of a headline that are indexed
BATCH = 5000

PUT = {
    "sqlite": "INSERT INTO articles_headlineindex (rowid, pairs) VALUES (%s, %s)",
    "postgresql": (
        "INSERT INTO articles_headlineindex (id, pairs) VALUES (%s, %s::tsvector)"
        " ON CONFLICT (id) DO UPDATE SET pairs = excluded.pairs"
    ),
}
TAKE = {
    "sqlite": (
        "INSERT INTO articles_headlineindex (articles_headlineindex, rowid, pairs)"
        " VALUES ('delete', %s, %s)"
    ),
    "postgresql": "DELETE FROM articles_headlineindex WHERE id = %s AND pairs = %s::tsvector",
}
CLEAR = {
    "sqlite": "INSERT INTO articles_headlineindex (articles_headlineindex) VALUES ('delete-all')",
    "postgresql": "DELETE FROM articles_headlineindex",
}
MATCHING = {
    "sqlite": (
        "SELECT rowid FROM articles_headlineindex WHERE articles_headlineindex MATCH %s"
        " ORDER BY rowid DESC LIMIT %s"
    ),
    "postgresql": (
        "SELECT id FROM articles_headline_matching(%s::tsquery) id ORDER BY id DESC LIMIT %s"
    ),
}


@dataclass(frozen=True)
class Found:
    """Primary keys of articles; `is_cut` where older ones were left out."""

    articles: tuple[int, ...]
    is_cut: bool


def put(versions):
    """Index new versions. Call it in the transaction that makes them."""
    _each(PUT, versions)


def forget(article):
    """Take all its headlines out. Call it in the transaction that deletes the article, before."""
    _each(TAKE, article.versions.only("headline"))


def _each(statement, versions):
    rows = [(version.pk, _words(version.headline)) for version in versions if version.headline]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement[connection.vendor], rows)


def find(query: str) -> Found:
    """The articles whose headlines hold every term of the query, of the newest versions."""
    wanted = terms(query)
    if not wanted:
        return Found((), False)
    keys = _matching(wanted, most=MOST + 1)
    owners = Version.objects.filter(pk__in=keys[:MOST]).order_by().values("article")
    now = Article.objects.filter(pk__in=owners).order_by().values_list("pk", "headline")
    held = [pk for pk, headline in now if _holds(fold(headline), wanted)]
    return Found(tuple(held), len(keys) > MOST)


def fill_if_empty(sender, **kwargs):
    """Index all versions that there are, where the newest is not indexed. Called after migrate."""
    if _lacks_the_newest():
        rebuild()


def clear():
    """Forget all headlines."""
    with connection.cursor() as cursor:
        cursor.execute(CLEAR[connection.vendor])


def rebuild():
    """Make the index anew in one transaction: a second process finds the old one until then."""
    with transaction.atomic():
        clear()
        last, texts = 0, Version.objects.only("headline").order_by("pk")
        while batch := list(texts.filter(pk__gt=last)[:BATCH]):
            put(batch)
            last = batch[-1].pk


def _lacks_the_newest():
    """Whether the newest headline finds nothing; SQLite cannot list what such an index holds."""
    newest = Version.objects.exclude(headline="").only("headline").order_by("-pk").first()
    wanted = terms(newest.headline) if newest else []
    return bool(wanted) and not _matching(wanted, most=1)


def _matching(wanted, *, most):
    """The newest versions whose headlines hold every term, as far as the index knows."""
    with connection.cursor() as cursor:
        cursor.execute(MATCHING[connection.vendor], [_expression(wanted), most])
        return [key for (key,) in cursor.fetchall()]


def _holds(folded, wanted):
    return all(term in folded for term in wanted)


def _words(headline):
    """Pairs in order, then single characters; in the database's own spelling."""
    folded = fold(headline[:LONGEST])
    words = [*pairs(folded), *characters(folded)]
    if connection.vendor == "sqlite":
        return " ".join(words)
    places = defaultdict(list)
    for place, word in enumerate(words, start=1):
        places[word].append(str(place))
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def _expression(wanted):
    """Every term as a phrase of pairs; a single character is a word of its own."""
    phrases = [pairs(term)[:-1] or [term] for term in wanted]
    if connection.vendor == "sqlite":
        return " AND ".join(f'"{" ".join(words)}"' for words in phrases)
    return " & ".join("(" + "<->".join(f"'{word}'" for word in words) + ")" for words in phrases)

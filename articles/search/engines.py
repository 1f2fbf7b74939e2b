"""The index proper: FTS5 in SQLite, a tsvector in PostgreSQL, both over the same pairs."""

from collections import defaultdict

from django.db import connection

from articles.search.spelling import characters, pairs

# PostgreSQL keeps no position past the first, and of one lexeme no more than the second.
LAST_POSITION = 16_383
MOST_POSITIONS = 255


class SQLite:
    """A contentless FTS5 table: to take a row out, its words must be told once more."""

    position = "instr"
    # Left to right: SQLite would begin at either table.
    join_live = "CROSS JOIN live ON live.id = matched.id"
    join_entry = "CROSS JOIN articles_searchentry entry ON entry.article_id = found.id"

    def put(self, entries):
        self._write(
            "INSERT INTO articles_searchindex (rowid, pairs) VALUES (%s, %s)",
            [(entry.pk, _words(entry)) for entry in entries],
        )

    def drop(self, entries):
        self._write(
            "INSERT INTO articles_searchindex (articles_searchindex, rowid, pairs)"
            " VALUES ('delete', %s, %s)",
            [(entry.pk, _words(entry)) for entry in entries],
        )

    def clear(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO articles_searchindex (articles_searchindex) VALUES ('delete-all')"
            )

    def tidy(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO articles_searchindex (articles_searchindex) VALUES ('optimize')"
            )
            cursor.execute("ANALYZE articles_searchentry")

    def matching(self, terms):
        """A statement, and its parameters, for the ids of the entries that hold every term."""
        query = " AND ".join(f'"{" ".join(_asked(term))}"' for term in terms)
        sql = "SELECT rowid AS id FROM articles_searchindex WHERE articles_searchindex MATCH %s"
        return sql, [query]

    def _write(self, sql, rows):
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


class PostgreSQL:
    """A table of tsvectors. A text too long for one is found by reading it."""

    position = "strpos"
    # OFFSET 0 holds the planner to one look-up a match: without fresh statistics it would go
    # through all articles for every match.
    join_live = "CROSS JOIN LATERAL (SELECT * FROM live WHERE live.id = matched.id OFFSET 0) live"
    join_entry = (
        "CROSS JOIN LATERAL (SELECT title, people FROM articles_searchentry"
        " WHERE article_id = found.id OFFSET 0) entry"
    )

    def put(self, entries):
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO articles_searchindex (id, pairs) VALUES (%s, %s::tsvector)"
                " ON CONFLICT (id) DO UPDATE SET pairs = excluded.pairs",
                [(entry.pk, _vector(entry)) for entry in entries],
            )

    def drop(self, entries):
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM articles_searchindex WHERE id = ANY(%s)",
                [[entry.pk for entry in entries]],
            )

    def clear(self):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_searchindex")

    def tidy(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('articles_searchindex_pairs')")
            cursor.execute("ANALYZE articles_searchindex, articles_searchentry, articles_article")

    def matching(self, terms):
        query = " & ".join("<->".join(f"'{pair}'" for pair in _asked(term)) for term in terms)
        reading = " AND ".join(
            "(strpos(e.title, %s) > 0 OR strpos(e.people, %s) > 0 OR strpos(e.text, %s) > 0)"
            for _term in terms
        )
        sql = (
            "SELECT id FROM articles_search_matching(%s::tsquery) id"
            " UNION ALL SELECT i.id FROM articles_searchindex i"
            " JOIN articles_searchentry e ON e.article_id = i.id"
            f" WHERE i.pairs IS NULL AND {reading}"
        )
        return sql, [query, *(term for term in terms for _field in range(3))]


def _text(entry):
    return "\n".join((entry.title, entry.people, entry.text))


def _words(entry):
    """The pairs in order, for phrases; then each character once, for those who ask for one."""
    text = _text(entry)
    return " ".join((*pairs(text), *characters(text)))


def _vector(entry):
    """The same as the text of a tsvector; None if one cannot hold all the places."""
    text = _text(entry)
    places = defaultdict(list)
    for place, pair in enumerate(pairs(text), start=1):
        places[pair].append(str(place))
    if len(text) > LAST_POSITION or max(map(len, places.values()), default=0) > MOST_POSITIONS:
        return None
    found = (f"'{pair}':{','.join(at)}" for pair, at in places.items())
    return " ".join((*found, *(f"'{character}'" for character in characters(text))))


def _asked(term):
    """The words that a term must find side by side. Its last character begins no pair."""
    return pairs(term)[:-1] or [term]


ENGINES = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def engine():
    return ENGINES[connection.vendor]

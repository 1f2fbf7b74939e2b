"""The index proper: FTS5 in SQLite, a tsvector in PostgreSQL, both over the same pairs.

Both know a text by its key, which runs with time: the newest hits are those with the highest keys.
"""

from django.db import connection

from articles.search.asking import AND, ANY, NOT, OR, Term
from articles.search.spelling import PEOPLE, TITLE, characters, pairs

LARGEST = 1_000_000  # bytes of words; a tsvector holds little more
CHOSEN = 20_000  # more than are ever read


class Engine:
    """What both have in common: a condition on the texts themselves, and a way that asks no index.

    `place_in` is the database's function for where one text stands in another.
    """

    words = {AND: " AND ", OR: " OR ", NOT: " AND NOT "}
    fields = {TITLE: ("title",), PEOPLE: ("people",), "": ("title", "people", "text")}

    def condition(self, asked):
        """What is asked, of the entry `e` of an article, with its parameters."""
        kind, *parts = asked
        if kind == ANY:
            (term,) = parts
            fields = self.fields[term.where]
            found = " OR ".join(f"{self.place_in}(e.{field}, %s) > 0" for field in fields)
            return f"({found})", [term.text] * len(fields)
        read = [self.condition(part) for part in parts]
        sql = self.words[kind].join(text for text, _terms in read)
        return f"({sql})", [term for _text, terms in read for term in terms]

    def reading(self, asked, *, below):
        """As `matching`, of the articles whose keys are in `chosen`: their texts are read.

        The limit keeps their order, and tells SQLite that they are few: of many it would first go
        through all articles, to know which there are.
        """
        condition, terms = self.condition(asked)
        steps = (
            ("articles_searchplace", "p", "p.key = i.key"),
            ("live", "live", "live.id = p.article_id"),
            ("articles_searchentry", "e", "e.article_id = live.id"),
        )
        keys = f"SELECT key FROM chosen WHERE key < %s ORDER BY key DESC LIMIT {CHOSEN}"
        source = f"({keys}) i{''.join(self.along(*step) for step in steps)} WHERE {condition}"
        return source, [below, *terms], ""


class SQLite(Engine):
    """A contentless FTS5 table: to take a row out, its words must be told once more."""

    year = "CAST(substr(found.day, 1, 4) AS INTEGER)"
    text = "TEXT"
    as_written = ""
    place_in = "instr"

    def put(self, rows):
        self._write(
            "INSERT INTO articles_searchindex (rowid, pairs) VALUES (%s, %s)",
            [(key, " ".join(_words(entry))) for key, entry in rows],
        )

    def drop(self, rows):
        self._write(
            "INSERT INTO articles_searchindex (articles_searchindex, rowid, pairs)"
            " VALUES ('delete', %s, %s)",
            [(key, " ".join(_words(entry))) for key, entry in rows],
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
            for table in ("searchentry", "searchplace", "article"):
                cursor.execute(f"ANALYZE articles_{table}")

    def live(self, sql):
        """Facts of an article are read from an index that holds them all, not from its long row."""
        return sql.replace(
            'FROM "articles_article"', 'FROM "articles_article" INDEXED BY live_facts', 1
        )

    def along(self, table, alias, condition):
        return f" CROSS JOIN {table} {alias} ON {condition}"

    def matching(self, asked, *, below, has_span=False):
        """A FROM clause with its parameters, of `p` and `live`, and what puts newest hits first.

        The order of the tables is the order of the loops: the index yields the newest keys first,
        and LIMIT stops it. Where it `has_span`, that holds the lowest and the highest key of the
        places that are asked for: what is older or newer is not even looked at.
        """
        highest, lowest = "%s", "0"
        if has_span:
            highest = "MIN(%s, (SELECT highest + 1 FROM span))"
            lowest = "(SELECT lowest FROM span)"
        return (
            "articles_searchindex i"
            " CROSS JOIN articles_searchplace p ON p.key = i.rowid"
            " CROSS JOIN live ON live.id = p.article_id"
            " WHERE i.articles_searchindex MATCH %s"
            f" AND i.rowid < {highest} AND i.rowid >= {lowest}",
            [self._expression(asked), below],
            " ORDER BY i.rowid DESC",
        )

    def _expression(self, asked):
        kind, *parts = asked
        if kind == ANY:
            (term,) = parts
            return f'"{" ".join(_asked(term))}"'
        return "(" + f" {kind} ".join(map(self._expression, parts)) + ")"

    def _write(self, sql, rows):
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


class PostgreSQL(Engine):
    """A table of tsvectors, which say what pairs a text holds and not where.

    So a longer term is looked for in the texts that hold all its pairs, from the newest on. With
    their places the vectors were 25 kB each, and all that had the pairs had to be fetched.
    A text too long for a vector is read whatever is asked.
    """

    year = "EXTRACT(YEAR FROM found.day)::integer"
    text = "VARCHAR"
    # Or, asked for the lowest key of some places, it walks through all keys until one is of them.
    as_written = " OFFSET 0"
    place_in = "strpos"
    signs = {AND: " & ", OR: " | ", NOT: " & !"}

    def put(self, rows):
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO articles_searchindex (id, pairs)"
                " VALUES (%s, array_to_tsvector(%s::text[]))"
                " ON CONFLICT (id) DO UPDATE SET pairs = excluded.pairs",
                [(key, _vector(entry)) for key, entry in rows],
            )

    def drop(self, rows):
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM articles_searchindex WHERE id = ANY(%s)",
                [[key for key, _entry in rows]],
            )

    def clear(self):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_searchindex")

    def tidy(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('articles_searchindex_pairs')")
            cursor.execute(
                "ANALYZE articles_searchindex, articles_searchentry, articles_searchplace,"
                " articles_article"
            )

    def live(self, sql):
        return sql

    def along(self, table, alias, condition):
        rows = f"SELECT * FROM {table} {alias} WHERE {condition} OFFSET 0"
        return f" CROSS JOIN LATERAL ({rows}) {alias}"

    def matching(self, asked, *, below, has_span=False):
        """The index is asked for a few days first, then for ever longer times before: LIMIT stops
        it, and of a word that stands everywhere the most are never looked at.

        LATERAL and OFFSET 0 leave the planner one way, from step to step and from match to match
        down, so what comes out is in order: asked to sort it, it would have to see all first.
        """
        highest, lowest = "%s", "0"
        if has_span:
            highest = "LEAST(%s, (SELECT highest + 1 FROM span))"
            lowest = "(SELECT lowest FROM span)"
        condition, terms = self.condition(asked)
        read = f"(SELECT {condition} FROM articles_searchentry e WHERE e.article_id = live.id)"
        return (
            f"(SELECT * FROM articles_search_steps({highest}, {lowest}) ORDER BY step OFFSET 0) s"
            " CROSS JOIN LATERAL (SELECT * FROM (SELECT id, FALSE AS is_long"
            " FROM articles_search_step(%s::tsquery, s.spans, s.edge) id"
            " UNION ALL SELECT id, TRUE FROM articles_searchindex WHERE pairs IS NULL"
            " AND CASE WHEN s.spans IS NULL THEN id < s.edge ELSE id >> 42 = ANY (s.spans) END)"
            " every WHERE id < %s ORDER BY id DESC OFFSET 0) i"
            " CROSS JOIN LATERAL"
            " (SELECT * FROM articles_searchplace q WHERE q.key = i.id OFFSET 0) p"
            " CROSS JOIN LATERAL (SELECT * FROM live WHERE live.id = p.article_id OFFSET 0) live"
            f" WHERE {read if _is_read(asked) else f'(NOT i.is_long OR {read})'}",
            [below, self._expression(asked), below, *terms],
            "",
        )

    def _expression(self, asked):
        """What holds all the pairs; what must not be found is left to reading, if it is read."""
        kind, *parts = asked
        if kind == ANY:
            (term,) = parts
            return "(" + "&".join(f"'{pair}'" for pair in _asked(term)) + ")"
        if kind == NOT and _is_read(parts[1]):
            return self._expression(parts[0])
        return "(" + self.signs[kind].join(map(self._expression, parts)) + ")"


def _words(entry):
    """The pairs in order, for phrases; then each character once, for those who ask for one.

    Those of the headline and of the names stand there again, marked as such.
    """
    text = "\n".join((entry.title, entry.people, entry.text))
    words = [*pairs(text), *characters(text)]
    for mark, field in ((TITLE, entry.title), (PEOPLE, entry.people)):
        words += [mark + word for word in (*pairs(field), *characters(field))]
    return words


def _vector(entry):
    """Each word once; None if they are too many."""
    words = set(_words(entry))
    return None if sum(len(word.encode()) for word in words) > LARGEST else list(words)


def _is_read(asked):
    """Whether it asks for a term of several pairs."""
    kind, *parts = asked
    if kind == ANY:
        return len(_asked(*parts)) > 1
    return any(map(_is_read, parts))


def _asked(term: Term):
    """The words that a term must find side by side. Its last character begins no pair."""
    return [term.where + word for word in pairs(term.text)[:-1] or [term.text]]


ENGINES = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def engine():
    return ENGINES[connection.vendor]

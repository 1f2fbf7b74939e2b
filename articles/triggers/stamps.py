"""One stamp a publication, renewed exactly when something changes that its readers can see.

Triggers of the database do it, so that no way of changing a row can forget it. In SQLite they act
at once; in PostgreSQL when the transaction ends, so that publishing never waits for the stamp.
They are put up after every migrate, as the guards are.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from django.apps import apps
from django.db import connection, connections, transaction
from django.utils import timezone

PREFIX = "articles_stamp_"
# Of rows that belong to several articles, the papers whose live ones they show.
OF_ARTICLES = "SELECT a.publication_id FROM articles_article a WHERE a.live_version_id IS NOT NULL"
OF_PAGES = OF_ARTICLES + " AND a.page_id IN"
# Readers had these, and find a notice in their place.
SEEN = "({row}.live_version_id IS NOT NULL OR {row}.status IN ('withdrawn', 'retracted'))"
# A page's picture is hidden as soon as one article on it is not out.
PICTURED = (
    "{row}.origin = 'print' AND EXISTS"
    " (SELECT 1 FROM articles_face f WHERE f.page_id = {row}.page_id AND f.sha256 <> '')"
)


@dataclass(frozen=True)
class Watch:
    """Rows of a model: which of their fields readers see, and in which publications.

    `papers` selects publications for one {row}. `columns` "" stands for all but those `unseen`.
    `when` is a condition of the row alone, asked before anything else.
    """

    model: str
    papers: str
    columns: str = ""
    unseen: str = ""
    when: str = ""
    name: str = ""

    @property
    def table(self):
        return apps.get_model("articles", self.model)._meta.db_table

    @property
    def seen(self):
        if self.columns:
            return self.columns.split()
        fields = apps.get_model("articles", self.model)._meta.local_concrete_fields
        return [field.column for field in fields if field.column not in self.unseen.split()]


WATCHES = (
    Watch(
        "article",
        "SELECT {row}.publication_id",
        "status live_version_id number publication_id page_id position section_id origin kind"
        " embargo_until published_at public_notice",
        when=SEEN,
    ),
    Watch(
        "article",
        f"SELECT {{row}}.publication_id WHERE {PICTURED}",
        "page_id origin",
        when="{row}.page_id IS NOT NULL AND {row}.live_version_id IS NULL",
        name="pictured",
    ),
    Watch("version", f"{OF_ARTICLES} AND a.live_version_id = {{row}}.id", "lead"),
    Watch("joinedpart", f"{OF_ARTICLES} AND a.id = {{row}}.whole_id", unseen="taken"),
    Watch(
        "correction",
        f"{OF_ARTICLES} AND a.id = {{row}}.article_id",
        "state kind note wrong right closed_at",
        when="{row}.state = 'issued'",
    ),
    Watch("tagging", f"{OF_ARTICLES} AND a.id = {{row}}.content_object_id"),
    Watch(
        "tag",
        f"{OF_ARTICLES} AND a.id IN"
        " (SELECT t.content_object_id FROM articles_tagging t WHERE t.tag_id = {row}.id)",
    ),
    Watch("publication", "SELECT {row}.id", unseen="usual_pages closing_time"),
    Watch("holiday", "SELECT {row}.publication_id"),
    Watch("likeness", f"{OF_ARTICLES} AND a.id = {{row}}.article_id", "article_id other_id score"),
    Watch("section", f"{OF_ARTICLES} AND a.section_id = {{row}}.id"),
    Watch(
        "reporter",
        f"{OF_ARTICLES} AND a.live_version_id IN"
        " (SELECT c.version_id FROM articles_versioncredit c WHERE c.reporter_id = {row}.id)",
        unseen="user_id gave_login",
    ),
    Watch("issue", f"{OF_PAGES} (SELECT p.id FROM articles_page p WHERE p.issue_id = {{row}}.id)"),
    Watch("page", f"{OF_PAGES} ({{row}}.id)", "issue_id sequence label name staff imported_at"),
    Watch("face", f"{OF_PAGES} ({{row}}.page_id)", "page_id sha256 sizes"),
    Watch(
        "pagedoubt",
        f"{OF_PAGES} ({{row}}.page_id)",
        "page_id kind resolved_at",
        when="{row}.kind = 'article_deleted'",
    ),
    # Where a live article stands, or what goes on of one that begins elsewhere.
    Watch(
        "region",
        f"{OF_ARTICLES} AND (a.id = {{row}}.article_id OR a.id IN"
        " (SELECT j.whole_id FROM articles_joinedpart j WHERE j.piece_id = {row}.article_id))",
    ),
)
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def renew(sender, using, **kwargs):
    """Put up what is missing or not as it is written here. Called after migrate."""
    database = connections[using]
    wanted = dict(_TRIGGERS[database.vendor]())
    with transaction.atomic(using=using), database.cursor() as cursor:
        cursor.execute(_PRESENT[database.vendor], [PREFIX.replace("_", r"\_") + "%"])
        present = dict(cursor.fetchall())
        for name in present.keys() - wanted.keys():
            cursor.execute(_DROP[database.vendor].format(name=name, table=present[name]))
        for name in wanted.keys() - present.keys():
            for statement in wanted[name]:
                cursor.execute(statement)
        _begin(cursor, database.vendor)


def _begin(cursor, vendor):
    """A stamp for each publication that has none yet."""
    cursor.execute(
        "INSERT INTO articles_stamp (publication_id, token, changed_at)"
        f" SELECT p.id, {_TOKEN[vendor]}, {_NOW[vendor]} FROM articles_publication p"
        " WHERE NOT EXISTS (SELECT 1 FROM articles_stamp s WHERE s.publication_id = p.id)"
    )


def _events(operator):
    """(name, watch, event, condition, papers) of every trigger."""
    for watch in WATCHES:
        for event, rows in ROWS.items():
            conditions = []
            if event == "UPDATE":
                changes = (f"OLD.{name} {operator} NEW.{name}" for name in watch.seen)
                conditions.append(f"({' OR '.join(changes)})")
            if watch.when:
                asked = (watch.when.format(row=row) for row in rows)
                conditions.append(f"({' OR '.join(asked)})")
            papers = " UNION ".join(watch.papers.format(row=row) for row in rows)
            name = f"{PREFIX}{watch.name or watch.model}_{event.lower()}"
            yield name, watch, event, " AND ".join(conditions), papers


def _on_sqlite():
    for name, watch, event, condition, papers in _events("IS NOT"):
        when = f"WHEN {condition} " if condition else ""
        yield _signed(
            name,
            f"CREATE TRIGGER {{name}} AFTER {event} ON {watch.table} {when}"
            f"BEGIN {_renewing('sqlite', papers)}; END",
        )
    yield _signed(
        f"{PREFIX}begins",
        "CREATE TRIGGER {name} AFTER INSERT ON articles_publication"
        f" BEGIN INSERT OR IGNORE INTO articles_stamp (publication_id, token, changed_at)"
        f" VALUES (NEW.id, {_TOKEN['sqlite']}, {_NOW['sqlite']}); END",
    )


def _on_postgresql():
    for name, watch, event, condition, papers in _events("IS DISTINCT FROM"):
        when = f"WHEN ({condition}) " if condition else ""
        yield _signed(
            name,
            "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"{_renewing('postgresql', papers)}; RETURN NULL; END $$",
            f"CREATE CONSTRAINT TRIGGER {{name}} AFTER {event} ON {watch.table}"
            f" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {when}EXECUTE FUNCTION {{name}}()",
        )
    yield _signed(
        f"{PREFIX}begins",
        "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " INSERT INTO articles_stamp (publication_id, token, changed_at)"
        f" VALUES (NEW.id, {_TOKEN['postgresql']}, {_NOW['postgresql']})"
        " ON CONFLICT DO NOTHING; RETURN NULL; END $$",
        "CREATE TRIGGER {name} AFTER INSERT ON articles_publication"
        " FOR EACH ROW EXECUTE FUNCTION {name}()",
    )


def _renewing(vendor, papers):
    return (
        f"UPDATE articles_stamp SET token = {_TOKEN[vendor]}, changed_at = {_NOW[vendor]}"
        f" WHERE publication_id IN ({papers})"
    )


def _signed(name, *statements):
    """The name tells the content, so that what is up to date is seen from the names alone."""
    mark = hashlib.sha256("".join(statements).encode()).hexdigest()[:8]
    name = f"{name}_{mark}"
    return name, [statement.replace("{name}", name) for statement in statements]


_TOKEN = {
    "sqlite": "lower(hex(randomblob(16)))",
    "postgresql": "replace(gen_random_uuid()::text, '-', '')",
}
_NOW = {"sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "postgresql": "clock_timestamp()"}
_TRIGGERS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
_PRESENT = {
    "sqlite": r"SELECT name, tbl_name FROM sqlite_master"
    r" WHERE type = 'trigger' AND name LIKE %s ESCAPE '\'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND tgname LIKE %s",
}
_DROP = {
    "sqlite": "DROP TRIGGER {name}",
    "postgresql": "DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()",
}


@dataclass(frozen=True)
class Seen:
    """What readers can see at a moment: equal tokens, equal pages. Nothing changed since `at`."""

    token: str
    at: datetime


# What comes out by the clock alone counts as well: the end of an embargo, a date to come.
# Asked for the greatest embargo, PostgreSQL would plan anew each time, as there are hardly any.
_SEEN = (
    "SELECT s.token, s.changed_at,"
    " (SELECT a.embargo_until FROM articles_article a"
    "  WHERE a.publication_id = s.publication_id AND a.live_version_id IS NOT NULL"
    "  AND a.embargo_until <= %s ORDER BY a.embargo_until DESC LIMIT 1),"
    " (SELECT MAX(a.published_at) FROM articles_article a"
    "  WHERE a.publication_id = s.publication_id AND a.live_version_id IS NOT NULL"
    "  AND a.published_at <= %s)"
    " FROM articles_stamp s"
)
_OF_ONE = " JOIN articles_publication p ON p.id = s.publication_id WHERE p.slug = %s"


def seen_of(slug) -> Seen | None:
    """The state of one publication's pages; None where there is none of that name."""
    return _seen(_SEEN + _OF_ONE, [slug])


def seen_of_all() -> Seen | None:
    """The state of what is shown of all publications together."""
    return _seen(_SEEN + " ORDER BY s.publication_id", [])


def _seen(sql, params):
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(sql, [now, now, *params])
        rows = cursor.fetchall()
    if not rows:
        return None
    moments = [_moment(value) for row in rows for value in row[1:] if value]
    told = ",".join(str(part) for token, _changed, *opened in rows for part in (token, *opened))
    return Seen(hashlib.sha256(told.encode()).hexdigest()[:32], max(moments))


def _moment(value):
    """SQLite has no type for a moment: it is text or without a zone, and in UTC."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

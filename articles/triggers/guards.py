"""Database triggers that keep what is on record as it was written, whoever asks.

They are put up after every migrate: SQLite loses a table's triggers when a migration rebuilds it.
"""

from django.db import connections, transaction

# Columns of each table that never change once written.
FROZEN = {
    "articles_version": (
        "article_id number round kicker headline deck byline dateline source body sha256"
        " made_by_id made_at"
    ),
    "articles_versioncredit": "version_id reporter_id name role printed position",
    "articles_versionphoto": (
        "version_id caption credit alt image image_sha256 width height position"
    ),
    "articles_event": (
        "article_id sequence action from_status to_status actor_id role acting_for round"
        " version_id version_sha256 reason opinion waived batch at previous_sha256 sha256"
    ),
    "articles_reviewcomment": "article_id version_id part paragraph kind text by_id at",
    "articles_commentreply": "comment_id action text by_id at",
    "articles_proofmark": (
        "article_id version_id part paragraph start stop text kind note by_id at"
    ),
    "articles_waiver": "article_id key code text reason by_id at",
}
# A draft that was never more than created or imported may go, and its records with it.
OWNER = {
    "articles_version": "OLD.article_id",
    "articles_event": "OLD.article_id",
    "articles_waiver": "OLD.article_id",
    "articles_versioncredit": "(SELECT article_id FROM articles_version WHERE id = OLD.version_id)",
    "articles_versionphoto": "(SELECT article_id FROM articles_version WHERE id = OLD.version_id)",
}
ON_RECORD = (
    "EXISTS (SELECT 1 FROM articles_event e WHERE e.article_id = {owner} AND e.sequence > 1)"
)
# By what a row of each table is known. In SQLite a row that is inserted, or given a key, can take
# another's place (`REPLACE`), and its triggers of deleting are not asked.
KEYS = {
    **dict.fromkeys([*FROZEN, "articles_page"], ("id",)),
    "articles_version": ("id", "article_id number"),
    "articles_event": ("id", "article_id sequence"),
    "articles_waiver": ("id", "article_id key"),
    "articles_article": ("id", "number"),
}
SOURCE = "source source_sha256 source_encoding source_file_id source_index"


def changed(columns, operator):
    return " OR ".join(f"OLD.{name} {operator} NEW.{name}" for name in columns.split())


def guards(operator):
    """(name, table, event, condition, message) of every trigger."""
    for table, columns in FROZEN.items():
        yield (
            f"{table}_stays",
            table,
            "UPDATE",
            changed(f"id {columns}", operator),
            f"{table} rows are never changed",
        )
        # What is no draft's own is kept whatever becomes of the article.
        condition = ON_RECORD.format(owner=OWNER[table]) if table in OWNER else "1 = 1"
        yield f"{table}_is_kept", table, "DELETE", condition, f"{table} rows are never deleted"
    yield (
        "articles_page_source_stays",
        "articles_page",
        "UPDATE",
        f"OLD.imported_at IS NOT NULL AND ({changed(SOURCE, operator)})",
        "the source of an imported page is never changed",
    )
    yield (
        "articles_article_stays",
        "articles_article",
        "UPDATE",
        changed("id number", operator),
        "the number of an article is never changed",
    )
    yield (
        "articles_article_is_kept",
        "articles_article",
        "DELETE",
        "OLD.status NOT IN ('draft', 'imported') OR " + ON_RECORD.format(owner="OLD.id"),
        "an article that has been under review is never deleted",
    )


def postgresql_guards():
    yield from guards("IS DISTINCT FROM")
    for table in [*FROZEN, "articles_article"]:
        yield f"{table}_is_not_emptied", table, "TRUNCATE", "true", f"{table} is never emptied"


def sqlite_guards():
    yield from guards("IS NOT")
    for table, keys in KEYS.items():
        same = (" AND ".join(f"{name} = NEW.{name}" for name in key.split()) for key in keys)
        held = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {key})" for key in same)
        yield f"{table}_holds", table, "INSERT", held, f"{table} rows are never replaced"


def renew(sender, using, **kwargs):
    """Put up what is missing or not as it is written here. Called after migrate."""
    connection = connections[using]
    renew_on = {"sqlite": _renew_on_sqlite, "postgresql": _renew_on_postgresql}
    with transaction.atomic(using=using), connection.cursor() as cursor:
        renew_on[connection.vendor](cursor)


def _renew_on_sqlite(cursor):
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    present = dict(cursor.fetchall())
    for name, table, event, condition, message in sqlite_guards():
        statement = (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
        if present.get(name) != statement:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(statement)


def _renew_on_postgresql(cursor):
    cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
    present = {name for (name,) in cursor.fetchall()}
    for name, table, event, condition, message in postgresql_guards():
        result = "NEW" if event == "UPDATE" else "OLD"
        rows = "STATEMENT" if event == "TRUNCATE" else "ROW"
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation'; "
            f"END IF; RETURN {result}; END $$"
        )
        if name not in present:
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                f"FOR EACH {rows} EXECUTE FUNCTION {name}()"
            )

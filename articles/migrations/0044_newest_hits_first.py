"""PostgreSQL's search index knows of every text when it came out, and yields the newest first.

Beside its words a text is filed under a span of some three days: the key without its last bits.
"""

from django.db import migrations, models

PUT_UP = [
    # What an earlier attempt may have left, which would be of no use.
    "DROP INDEX CONCURRENTLY IF EXISTS articles_searchindex_words",
    "CREATE INDEX CONCURRENTLY articles_searchindex_words ON articles_searchindex"
    " USING gin (pairs, (ARRAY[id >> 42])) WITH (gin_pending_list_limit = 1024)",
    "DROP INDEX CONCURRENTLY IF EXISTS articles_searchindex_pairs",
    "ALTER INDEX articles_searchindex_words RENAME TO articles_searchindex_pairs",
    # Four times as many spans in every step, so that a word that is common is soon there, and one
    # that is rare costs few steps; the last is all the time before. `edge` is where the step
    # begins, `lowest` the oldest key that is asked for.
    "CREATE OR REPLACE FUNCTION articles_search_steps(below bigint, lowest bigint)"
    " RETURNS TABLE (step integer, spans bigint[], edge bigint)"
    " LANGUAGE sql STABLE ROWS 5 AS $$"
    " SELECT row_number() OVER (ORDER BY first)::integer,"
    " CASE WHEN first < 64 THEN ARRAY(SELECT generate_series("
    "newest - GREATEST(4 * first, 1) + 1, newest - first)) END,"
    " (newest - first + 1) << 42"
    " FROM (VALUES (0), (1), (4), (16), (64)) steps (first),"
    " (SELECT LEAST(below - 1, MAX(key)) >> 42 FROM articles_searchplace) last (newest)"
    " WHERE newest - first >= lowest >> 42 ORDER BY first $$",
    "CREATE OR REPLACE FUNCTION articles_search_step(asked tsquery, spans bigint[], edge bigint)"
    " RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 20 SET enable_seqscan = off AS $$ BEGIN"
    " IF spans IS NULL THEN RETURN QUERY SELECT id FROM articles_searchindex"
    " WHERE pairs @@ asked AND id < edge;"
    " ELSE RETURN QUERY SELECT id FROM articles_searchindex"
    " WHERE pairs @@ asked AND ARRAY[id >> 42] && spans; END IF; END $$",
]
TAKE_DOWN = [
    "DROP FUNCTION articles_search_step(tsquery, bigint[], bigint)",
    "DROP FUNCTION articles_search_steps(bigint, bigint)",
    "DROP INDEX CONCURRENTLY IF EXISTS articles_searchindex_words",
    "CREATE INDEX CONCURRENTLY articles_searchindex_words ON articles_searchindex"
    " USING gin (pairs) WITH (gin_pending_list_limit = 1024)",
    "DROP INDEX CONCURRENTLY articles_searchindex_pairs",
    "ALTER INDEX articles_searchindex_words RENAME TO articles_searchindex_pairs",
]


def each(statements):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    # The site goes on while the index is made; it takes minutes where there are many articles.
    atomic = False
    dependencies = [("articles", "0043_report_not_taken_up")]
    operations = [
        migrations.AddIndex(
            model_name="searchplace",
            index=models.Index(fields=["issue", "key"], name="keys_of_an_issue"),
        ),
        migrations.AddIndex(
            model_name="searchplace",
            index=models.Index(fields=["day", "key"], name="keys_of_a_day"),
        ),
        migrations.RunPython(each(PUT_UP), each(TAKE_DOWN)),
    ]

"""An index of the words in headlines for the editors' lists. It is filled after migrate."""

from django.db import migrations

INDEX = {
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_headlineindex"
        " USING fts5(pairs, content='', columnsize=0, tokenize='ascii')",
    ],
    "postgresql": [
        "CREATE TABLE articles_headlineindex (id bigint PRIMARY KEY, pairs tsvector NOT NULL)",
        "ALTER TABLE articles_headlineindex ALTER COLUMN pairs SET STORAGE EXTERNAL",
        "CREATE INDEX articles_headlineindex_pairs ON articles_headlineindex"
        " USING gin (pairs) WITH (gin_pending_list_limit = 1024)",
        # As for the readers' index: the planner would read the whole table.
        "CREATE FUNCTION articles_headline_matching(asked tsquery) RETURNS SETOF bigint"
        " LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off"
        " AS 'SELECT id FROM articles_headlineindex WHERE pairs @@ asked'",
    ],
}


def put_up(apps, schema_editor):
    for statement in INDEX[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION articles_headline_matching(tsquery)")
    schema_editor.execute("DROP TABLE articles_headlineindex")


class Migration(migrations.Migration):
    dependencies = [("articles", "0037_night_duty")]
    operations = [migrations.RunPython(put_up, take_down)]

"""The search entries, and beside them the index that each database is good at."""

import django.db.models.deletion
from django.db import migrations, models

INDEX = {
    # "ascii" takes every character beyond ASCII for a letter: our pairs arrive ready-made.
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_searchindex"
        " USING fts5(pairs, content='', columnsize=0, tokenize='ascii')",
    ],
    "postgresql": [
        "CREATE TABLE articles_searchindex (id bigint PRIMARY KEY, pairs tsvector)",
        # Uncompressed: a phrase is looked up in the vectors themselves, one by one.
        "ALTER TABLE articles_searchindex ALTER COLUMN pairs SET STORAGE EXTERNAL",
        # What is put in waits in a list that every search goes through: a short one, in kB.
        "CREATE INDEX articles_searchindex_pairs ON articles_searchindex"
        " USING gin (pairs) WITH (gin_pending_list_limit = 1024)",
        "CREATE INDEX articles_searchindex_long ON articles_searchindex (id) WHERE pairs IS NULL",
        # The planner counts a vector as one small value, prefers to read the whole table, and
        # takes a hundred times as long; here it may not.
        "CREATE FUNCTION articles_search_matching(asked tsquery) RETURNS SETOF bigint"
        " LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off"
        " AS 'SELECT id FROM articles_searchindex WHERE pairs @@ asked'",
    ],
}


def put_up(apps, schema_editor):
    for statement in INDEX[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION articles_search_matching(tsquery)")
    schema_editor.execute("DROP TABLE articles_searchindex")


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_doubt_params")]
    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("title", models.TextField()),
                ("people", models.TextField()),
                ("text", models.TextField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.version",
                    ),
                ),
            ],
            options={"verbose_name": "search entry", "verbose_name_plural": "search entries"},
        ),
        migrations.RunPython(put_up, take_down),
    ]

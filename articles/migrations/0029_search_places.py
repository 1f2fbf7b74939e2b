"""Places in time for what is indexed. The index is emptied here and made anew after migrate."""

import django.db.models.deletion
from django.db import migrations, models


EMPTY = {
    "sqlite": "INSERT INTO articles_searchindex (articles_searchindex) VALUES ('delete-all')",
    "postgresql": "DELETE FROM articles_searchindex",
}


def empty(apps, schema_editor):
    schema_editor.execute(EMPTY[schema_editor.connection.vendor])
    apps.get_model("articles", "SearchEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0028_likeness"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchPlace",
            fields=[
                ("key", models.BigAutoField(primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("issue", models.BigIntegerField(null=True)),
            ],
            options={
                "verbose_name": "search place",
                "verbose_name_plural": "search places",
            },
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("live_version__isnull", False)),
                fields=[
                    "id",
                    "live_version",
                    "status",
                    "published_at",
                    "embargo_until",
                    "publication",
                    "section",
                    "kind",
                ],
                name="live_facts",
            ),
        ),
        migrations.AddField(
            model_name="searchplace",
            name="article",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="search_place",
                to="articles.article",
            ),
        ),
        migrations.RunPython(empty, empty),
    ]

"""Keys of another length for what is indexed. The index is emptied here and made anew after migrate."""

from django.db import migrations

EMPTY = {
    "sqlite": "INSERT INTO articles_searchindex (articles_searchindex) VALUES ('delete-all')",
    "postgresql": "DELETE FROM articles_searchindex",
}


def empty(apps, schema_editor):
    schema_editor.execute(EMPTY[schema_editor.connection.vendor])
    apps.get_model("articles", "SearchPlace").objects.all().delete()
    apps.get_model("articles", "SearchEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0039_newest_of_all_papers"),
    ]

    operations = [migrations.RunPython(empty, empty)]

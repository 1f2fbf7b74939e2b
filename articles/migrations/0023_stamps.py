"""Stamps of what readers see, and the embargoes that end by the clock."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_autosaves"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stamp",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="stamp",
                        serialize=False,
                        to="articles.publication",
                    ),
                ),
                ("token", models.CharField(max_length=32)),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "stamp",
                "verbose_name_plural": "stamps",
            },
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(
                    ("embargo_until__isnull", False), ("live_version__isnull", False)
                ),
                fields=["publication", "embargo_until"],
                name="live_and_embargoed",
            ),
        ),
    ]

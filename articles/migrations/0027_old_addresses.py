"""Addresses of an earlier site, and where they lead now."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0026_assignments"),
    ]

    operations = [
        migrations.CreateModel(
            name="OldAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        help_text="As the earlier site had it, without its name: /rb/html/2020-04/17/content_1.htm",
                        max_length=300,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A/[^\\x00-\\x20]*\\Z", "Begin it with /, without spaces."
                            )
                        ],
                        verbose_name="old address",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.issue",
                        verbose_name="issue",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "old address",
                "verbose_name_plural": "old addresses",
                "ordering": ["path"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("article__isnull", False),
                                ("issue__isnull", True),
                                ("page__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("issue__isnull", True),
                                ("page__isnull", False),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("issue__isnull", False),
                                ("page__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="old_address_leads_to_one_place",
                        violation_error_message="Choose an article, a page or an issue: one of them.",
                    )
                ],
            },
        ),
    ]

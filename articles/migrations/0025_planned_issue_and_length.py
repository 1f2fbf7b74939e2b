"""The issue and the length that a piece is meant for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_duty_roster")]
    operations = [
        migrations.AddField(
            model_name="article",
            name="planned_for",
            field=models.DateField(blank=True, null=True, verbose_name="planned issue"),
        ),
        migrations.AddField(
            model_name="article",
            name="planned_length",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="planned length"),
        ),
    ]

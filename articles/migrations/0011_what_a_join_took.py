"""What an undone join gives back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_schedule_and_hold")]
    operations = [
        migrations.AddField(
            model_name="joinedpart",
            name="taken",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]

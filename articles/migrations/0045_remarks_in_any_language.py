"""Remarks on pages on their way in are kept so that they can be said in any language.

What was said before stays in `message`, in the language of whoever sent the page.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0044_newest_hits_first")]
    operations = [
        migrations.AddField(
            model_name="importitem",
            name="remarks",
            # The default is the database's own: a worker of the version before knows of none.
            field=models.JSONField(db_default=[], default=list, verbose_name="remarks"),
        ),
    ]

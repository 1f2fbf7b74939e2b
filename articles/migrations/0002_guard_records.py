"""The triggers that guard what is on record are put up after every migrate, by articles.guards."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = []

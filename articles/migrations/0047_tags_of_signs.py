from django.db import migrations


def give_addresses(apps, schema_editor):
    """A tag of signs alone (★, 😀) had no address, and the articles that carried it no page."""
    Tag = apps.get_model("articles", "Tag")
    for tag in Tag.objects.filter(slug=""):
        tag.slug = "-".join(f"{ord(sign):x}" for sign in tag.name[:12])
        tag.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0046_live_by_kind")]
    operations = [migrations.RunPython(give_addresses, migrations.RunPython.noop)]

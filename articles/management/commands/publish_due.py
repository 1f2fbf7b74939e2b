"""Publish what is due; for cron, where no worker runs."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.workflow import scheduling


class Command(BaseCommand):
    help = "Publish the scheduled articles whose time has come. Run it each minute."

    def handle(self, **options):
        summary = scheduling.publish_due()
        count = len(summary.published)
        note = ngettext("%(count)s article published.", "%(count)s articles published.", count)
        self.stdout.write(note % {"count": count})
        for number, sentence in summary.refused:
            self.stderr.write(f"{number}: {sentence}")
        if summary.refused:
            raise CommandError(_("Not everything that was due could be published."))

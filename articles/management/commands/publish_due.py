"""What comes due each minute: articles, and reminders; for cron, where no worker runs."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.workflow import scheduling
from articles.writing import assignment_notices


class Command(BaseCommand):
    help = (
        "Publish the scheduled articles whose time has come, and remind writers of what is due"
        " soon. Run it each minute."
    )

    def handle(self, **options):
        summary = scheduling.publish_due()
        assignment_notices.tell_due_soon()
        count = len(summary.published)
        note = ngettext("%(count)s article published.", "%(count)s articles published.", count)
        self.stdout.write(note % {"count": count})
        for number, sentence in summary.refused:
            self.stderr.write(f"{number}: {sentence}")
        if summary.refused:
            raise CommandError(_("Not everything that was due could be published."))

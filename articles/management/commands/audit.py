"""Verify the record: chains of events, signed hashes, live versions."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.workflow import auditing


class Command(BaseCommand):
    help = "Verify every chain of events, every signed hash and every live version."

    def handle(self, **options):
        faults = 0
        for finding in auditing.audit():
            faults += 1
            self.stdout.write(f"{finding.article}: {finding.message}")
        if faults:
            raise CommandError(_("Faults found: %(count)s.") % {"count": faults})
        articles = Article.objects.count()
        note = ngettext(
            "The record of %(count)s article is whole.",
            "The record of %(count)s articles is whole.",
            articles,
        )
        self.stdout.write(note % {"count": articles})

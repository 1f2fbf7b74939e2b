"""Take in a list of the addresses of an earlier site."""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.epaper import old_addresses

SHOWN = 20


class Command(BaseCommand):
    help = "Take in a CSV of old addresses and the addresses here that they lead to: all, or none."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", type=Path, help="UTF-8; a line: /old/path.htm,/paper/2026-000123/"
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(self, *, file, dry_run, **options):
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                report = old_addresses.take_in(lines, write=not dry_run)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except csv.Error as error:
            raise CommandError(f"{file}: {error}") from error
        except UnicodeDecodeError as error:
            message = _("%(file)s is not in UTF-8. Save it as CSV UTF-8 and try again.")
            raise CommandError(message % {"file": file}) from error
        if report.problems:
            raise CommandError("\n".join([*report.problems[:SHOWN], self._refused(report)]))
        counts = {"new": report.new, "changed": report.changed, "same": report.same}
        message = _("%(new)s new, %(changed)s changed, %(same)s as they were.") % counts
        self.stdout.write(message if not dry_run else _("Nothing is written:") + " " + message)

    def _refused(self, report):
        count = len(report.problems)
        return ngettext(
            "%(count)s line is wrong; nothing was written. Put it right and try again.",
            "%(count)s lines are wrong; nothing was written. Put them right and try again.",
            count,
        ) % {"count": count}

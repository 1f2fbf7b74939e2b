"""Take in one day's paper from a folder of its pages."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.intake import archiving
from articles.intake.archiving import IssueFiles, Result
from articles.management import arguments
from articles.management.progress import Progress
from articles.management.stopping import faults_told, stop_when_asked


class Command(BaseCommand):
    help = "Import all .txt and .pdf pages of a folder as one issue. Repeating it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--publication", required=True, metavar="SLUG")
        parser.add_argument("--date", required=True, type=arguments.day, metavar="YYYY-MM-DD")
        parser.add_argument("--by", metavar="USERNAME", help="the desk editor who imports")

    @faults_told()
    def handle(self, *, folder, publication, date, by, **options):
        publication = arguments.publication_named(publication)
        by = arguments.editor_named(by)
        files = arguments.files_of(folder)
        progress, rows = Progress(self.stderr, len(files)), []
        with stop_when_asked() as stop:
            found = archiving.import_issue(
                publication,
                IssueFiles(date, tuple(files)),
                by=by,
                is_stopped=stop.is_set,
                looks_at=lambda name: progress.show(len(rows), _("reading %s") % name),
            )
            for row in found:
                rows.append(row)
                progress.show(len(rows), row.file)
        progress.end()
        for row in rows:
            self.stdout.write(_line(row))
        failed = sum(row.result == Result.FAILED for row in rows)
        self.stdout.write(
            _("%(imported)s pages imported, %(known)s in already, %(failed)s failed.")
            % {
                "imported": sum(row.result == Result.IMPORTED for row in rows),
                "known": sum(row.result == Result.KNOWN for row in rows),
                "failed": failed,
            }
        )
        if stop.is_set():
            raise CommandError(_("Stopped. The same command goes on where it was."))
        if failed:
            raise CommandError(_("Not every page is in. Mend what is named above and repeat."))


def _line(row):
    counts = _("%(articles)s articles, %(photos)s photos, %(doubts)s doubts to decide.") % {
        "articles": row.articles,
        "photos": row.photos,
        "doubts": row.doubts,
    }
    told = {Result.IMPORTED: counts, Result.KNOWN: _("in already")}.get(row.result, "")
    return "  ".join(part for part in (row.label or "–", row.file, told, row.remark) if part)

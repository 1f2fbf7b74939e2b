"""Carry away an issue, some days or all of a paper, as readers see it."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exporting.aside import written_aside
from articles.exporting.choosing import Chosen
from articles.exporting.kinds import KINDS
from articles.management import arguments
from articles.management.progress import Progress
from articles.management.stopping import faults_told, stop_when_asked
from articles.models import Issue
from articles.refusals import Refused


class Command(BaseCommand):
    help = "Write what readers see of an issue, of some days or of a whole paper into files."

    def add_arguments(self, parser):
        day = {"type": arguments.day, "metavar": "YYYY-MM-DD"}
        parser.add_argument("paper", metavar="SLUG")
        parser.add_argument("date", nargs="?", **day, help="the day of one issue; none: all days")
        parser.add_argument("--since", **day, help="the first of several days")
        parser.add_argument("--until", **day, help="the last of several days")
        parser.add_argument("--as", required=True, choices=KINDS, dest="kind")
        parser.add_argument(
            "--to",
            required=True,
            type=Path,
            metavar="PATH",
            help="a new file; for several mirrors a new folder",
        )

    @faults_told(gettext_lazy("No file was left half written."))
    def handle(self, *, paper, date, since, until, kind, to, **options):
        kind, chosen = KINDS[kind], _chosen(paper, date, since, until)
        if not chosen.articles().exists():
            raise CommandError(_("Readers see nothing of these days. Nothing was written."))
        if to.exists():
            message = _("%(path)s is there already. Name another place, or remove it first.")
            raise CommandError(message % {"path": to})
        self.progress = Progress(self.stderr, 0)
        with stop_when_asked() as self.stop:
            try:
                if kind.of_one_issue and not chosen.issue:
                    self._write_each(kind, chosen, to)
                else:
                    self._write(kind, chosen, to, self._show)
            except Refused as refused:
                raise CommandError(str(refused)) from refused
            finally:
                self.progress.end()

    def _write_each(self, kind, chosen, folder):
        total = chosen.issues().count()
        folder.mkdir()
        for done, issue in enumerate(chosen.each_issue(), start=1):
            self._write(kind, issue, folder / kind.file_name(issue), self._go_on)
            self._show(done, total)

    def _write(self, kind, chosen, path, say):
        with written_aside(path) as file:
            kind.write(chosen, file, say)
        self.stdout.write(str(path))

    def _show(self, done, total):
        self._go_on()
        self.progress.total = total
        self.progress.show(done)

    def _go_on(self, *_done_and_total):
        if self.stop.is_set():
            raise CommandError(_("Stopped. What was written whole is there, and nothing else."))


def _chosen(paper, date, since, until):
    publication = arguments.publication_named(paper)
    if date is None:
        return Chosen(publication, since, until)
    if since or until:
        raise CommandError(_("Name one day, or since when and until when, but not both."))
    issue = Issue.objects.public().filter(publication=publication, date=date).first()
    if issue is None:
        message = _("“%(paper)s” has no issue of %(date)s that readers see.")
        raise CommandError(message % {"paper": publication.name, "date": date.isoformat()})
    return Chosen.of(issue)

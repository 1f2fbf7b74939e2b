"""Take in years of issues from a folder; stopped at any moment, it goes on where it was."""

import json
import queue
import subprocess
import sys
import threading
from argparse import SUPPRESS
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.intake import archiving, import_report
from articles.intake.archiving import Result, Row
from articles.management import arguments
from articles.management.progress import Progress
from articles.management.stopping import faults_told, stop_when_asked

MOST_PROCESSES = 32


class Command(BaseCommand):
    help = (
        "Import every issue below a folder: 2020/04/17/01.txt, 20200417/A03.pdf, "
        "2020-04-17_A03.txt. What is in is left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--publication", required=True, metavar="SLUG")
        parser.add_argument("--by", metavar="USERNAME", help="the desk editor who imports")
        parser.add_argument("--processes", type=int, default=1, metavar="N")
        parser.add_argument("--report", type=Path, metavar="FILE.csv", help="HTML is put beside it")
        # What a process of several is told by the one that the user has started.
        parser.add_argument("--share", help=SUPPRESS)

    @faults_told()
    def handle(self, *, folder, publication, by, processes, report, share, **options):
        paper, editor = arguments.publication_named(publication), arguments.editor_named(by)
        if not folder.is_dir():
            raise CommandError(_("%(folder)s is not a folder.") % {"folder": folder})
        if not 1 <= processes <= MOST_PROCESSES:
            raise CommandError(_("--processes takes 1 to %(most)s.") % {"most": MOST_PROCESSES})
        with stop_when_asked() as stop:
            if share:
                self._do_share(folder, paper, editor, share, stop)
                return
            path = report or _default_report()
            # Closed at once where the report cannot be written, with the processes behind it.
            with (
                closing(_rows(folder, paper, editor, processes, stop)) as rows,
                import_report.written(path) as written,
            ):
                self._collect(rows, written, archiving.count_files(folder))
            archiving.tidy()
        self._tell(written, path, stop)

    def _do_share(self, folder, paper, editor, share, stop):
        for row in _own_rows(folder, paper, editor, share, stop):
            self.stdout.write(json.dumps(row.as_dict(), ensure_ascii=True))
            self.stdout.flush()

    def _collect(self, rows, report, total):
        progress = Progress(self.stderr, total)
        for row in rows:
            report.add(row)
            progress.show(report.pages, row.day)
        progress.end()

    def _tell(self, report, path, stop):
        self.stdout.write(
            _("%(imported)s pages imported, %(known)s in already, %(failed)s failed.")
            % {result.value: report.results[result] for result in Result}
        )
        self.stdout.write(
            _("%(articles)s articles, %(photos)s photos, %(doubts)s doubts to decide.")
            % {name: report.sums[name] for name in import_report.SUMS}
        )
        files = {"csv": path, "html": path.with_suffix(".html").name}
        self.stdout.write(_("The report is in %(csv)s and %(html)s.") % files)
        if stop.is_set():
            raise CommandError(_("Stopped. The same command goes on where it was."))
        if report.failures:
            raise CommandError(_("Not every page is in. Mend what the report names and repeat."))


def _default_report():
    return settings.DATA_DIR / "reports" / f"import-{timezone.localtime():%Y%m%d-%H%M%S}.csv"


def _rows(folder, paper, editor, processes, stop):
    if processes == 1:
        return _own_rows(folder, paper, editor, "0/1", stop)
    return _rows_of_children(folder, paper, editor, processes, stop)


def _own_rows(folder, paper, editor, share, stop):
    """The rows of every Nth day: a day is never divided between two processes."""
    own, of = (int(part) for part in share.split("/"))
    for issue in archiving.find_issues(folder):
        if stop.is_set():
            return
        if (issue.day.toordinal() if issue.day else 0) % of == own:
            yield from archiving.import_issue(paper, issue, by=editor, is_stopped=stop.is_set)


def _rows_of_children(folder, paper, editor, processes, stop):
    rows = queue.Queue(maxsize=1000)
    children = _children(folder, paper, editor, processes)
    readers = [threading.Thread(target=_read, args=(child, rows)) for child in children]
    for reader in readers:
        reader.start()
    try:
        yield from _rows_until_all_end(rows, children, stop)
        codes = [child.wait() for child in children]
    finally:
        _end(children, readers, rows)
    if any(codes) and not stop.is_set():
        raise CommandError(_("A process has died. The same command goes on where it was."))


def _rows_until_all_end(rows, children, stop):
    running, told = len(children), False
    while running:
        if stop.is_set() and not told:
            told = True
            for child in children:
                child.terminate()
        try:
            row = rows.get(timeout=0.5)
        except queue.Empty:
            continue
        if row is None:
            running -= 1
        else:
            yield row


def _children(folder, paper, editor, processes):
    """Processes that each do a share."""
    program = [sys.executable, str(settings.BASE_DIR / "manage.py"), "import_archive"]
    words = [str(folder.resolve()), f"--publication={paper.slug}", f"--by={editor.username}"]
    return [
        subprocess.Popen(
            [*program, *words, f"--share={number}/{processes}"],
            stdout=subprocess.PIPE,
            text=True,
            # Ctrl-C reaches this process alone, which then asks the others to stop.
            start_new_session=True,
        )
        for number in range(processes)
    ]


def _read(child, rows):
    try:
        with child.stdout:
            for line in child.stdout:
                if line.endswith("\n"):  # not cut off by the child's death
                    rows.put(Row(**json.loads(line)))
    finally:
        rows.put(None)


def _end(children, readers, rows):
    """Ask those that still run to stop, and read them to their end: unread, they would wait."""
    for child in children:
        child.terminate()
    while any(reader.is_alive() for reader in readers):
        with suppress(queue.Empty):
            rows.get(timeout=0.1)
    for child in children:
        child.wait()

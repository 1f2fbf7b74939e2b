"""Importing issue after issue from a folder: pages a second, and memory that must not grow."""

import resource
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, process_time

from django.db import connection

from articles.intake import archiving
from articles.models import Publication
from tests.typesetting import pages

ISSUE = 16  # pages
ISSUES = 25
A_YEAR = 365 * 12  # pages
STATUS = Path("/proc/self/status")
SEED = 7


def report(editor):
    """Import made-up issues twice and print what it took."""
    with tempfile.TemporaryDirectory(prefix="newsroom-archive-") as folder:
        _write(Path(folder))
        _keep_the_cache_small()
        paper = Publication.objects.create(name="库报", slug="archive")
        idle = _own_memory()
        first, marks = _walk(Path(folder), paper, editor)
        second, _marks = _walk(Path(folder), paper, editor)
    count = ISSUE * ISSUES
    print(f"{ISSUES} issues of {ISSUE} typeset pages, each page a text:\n")
    print(f"first pass: {_figures(first, count)}, a year of 365 × 12 pages in ")
    print(f"  {A_YEAR * first[0] / count / 60:.1f} min by this pace (extrapolated)")
    print(f"second pass: {_figures(second, count)}, {second[0] / first[0]:.3f} × the first")
    print(
        f"own memory: idle {idle:.1f} MB, after the first issue {marks[0]:.1f} MB, after the last"
    )
    print(f"  {marks[-1]:.1f} MB; {_slope(marks):+.1f} MB per 1,000 pages after the first third")
    print(f"peak with the pages of the database file that are mapped: {_peak():.1f} MB\n")


def _write(folder):
    for number, (_page_id, text, _truth) in enumerate(pages(ISSUE * ISSUES, SEED)):
        day = date(2020, 1, 1) + timedelta(days=number // ISSUE)
        path = folder / f"{day:%Y/%m/%d}" / f"{number % ISSUE + 1:02d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _keep_the_cache_small():
    """SQLite fills its cache of the file as it goes, to a set size: that is no leak of ours."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size=-1000")


def _walk(folder, paper, editor):
    """((wall, CPU) seconds, own memory after each issue)."""
    wall, cpu, marks = perf_counter(), process_time(), []
    for issue in archiving.find_issues(folder):
        for row in archiving.import_issue(paper, issue, by=editor, is_stopped=lambda: False):
            assert row.result != archiving.Result.FAILED, row
        marks.append(_own_memory())
    return (perf_counter() - wall, process_time() - cpu), marks


def _figures(times, count):
    wall, cpu = times
    return f"{count / wall:.1f} pages/s, {cpu * 1000 / count:.1f} ms of own CPU a page"


def _own_memory():
    """Megabytes that are this process's alone; files that are mapped do not count."""
    for line in STATUS.read_text().splitlines() if STATUS.exists() else ():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    return _peak()


def _peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _slope(marks):
    """Megabytes per 1,000 pages, by least squares, when caches are filled."""
    tail = marks[len(marks) // 3 :]
    middle = (len(tail) - 1) / 2
    mean = sum(tail) / len(tail)
    rise = sum((at - middle) * (mark - mean) for at, mark in enumerate(tail))
    return rise / sum((at - middle) ** 2 for at in range(len(tail))) * 1000 / ISSUE

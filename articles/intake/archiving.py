"""Years of issues from a folder: found by their names, what is in already left alone, the rest
taken in page by page. Each page is in whole or not at all, so it can be stopped anywhere.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path, PurePosixPath

from django.core.files import File
from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles import faults
from articles.files import sources
from articles.files.filenames import day_of, order_of, shown_path
from articles.intake import admitting, receiving, repeats
from articles.models import Page
from articles.refusals import Refused

TEXT, PDF = ".txt", ".pdf"
CHUNK = 1 << 20


class Result(StrEnum):
    IMPORTED = "imported"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True)
class Row:
    """What became of one page."""

    file: str
    day: str
    result: str
    label: str = ""
    articles: int = 0
    photos: int = 0
    doubts: int = 0
    remark: str = ""

    def as_dict(self):
        return asdict(self)


@dataclass(frozen=True)
class PageFile:
    path: Path
    name: str  # below the folder that is walked, with / between folders

    @property
    def own_name(self):
        return PurePosixPath(self.name).name


@dataclass(frozen=True)
class IssueFiles:
    """The files of one day. `day` None: their names tell none."""

    day: date | None
    files: tuple[PageFile, ...]


@dataclass(frozen=True)
class Waiting:
    """A page that was read and has a label, but no place yet."""

    file: PageFile
    source: admitting.Source
    proposal: admitting.Proposal


def find_issues(folder: Path) -> Iterator[IssueFiles]:
    """The issues below a folder in the order of its names; files that are no pages left out."""
    for day, files in groupby(_page_files(folder), key=lambda file: day_of(file.name)):
        yield IssueFiles(day, tuple(sorted(files, key=lambda file: order_of(file.name))))


def count_files(folder: Path) -> int:
    return sum(1 for _file in _page_files(folder))


def _page_files(folder):
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place) / name
            if path.suffix.lower() in (TEXT, PDF) and not name.startswith("."):
                yield PageFile(path, shown_path(path.relative_to(folder)))


def import_issue(
    publication,
    issue: IssueFiles,
    *,
    by,
    is_stopped: Callable[[], bool],
    looks_at: Callable[[str], None] = lambda name: None,
):
    """Take in the pages of one day; yield a Row for each as soon as it is there.

    All files of the day are read before the first of them is taken in; `looks_at` is told which.
    """
    if issue.day is None:
        why = _("Neither folder nor file says which day it is, as 2020/04/17 or 20200417 would.")
        yield from (Row(file.name, "", Result.FAILED, remark=why) for file in issue.files)
        return
    hashes, waiting = {}, []
    for file in issue.files:
        try:
            hashes[file] = _sha256(file.path)
        except OSError as error:
            yield _failed(file, issue.day, faults.reason(error))
    known = _Known(publication, issue.day, set(hashes.values()))
    for file, sha256 in hashes.items():
        if is_stopped():
            return
        looks_at(file.name)
        yield from _read(file, issue.day, sha256, known, waiting)
    yield from _take_all(publication, issue.day, waiting, known, by=by, is_stopped=is_stopped)


def _sha256(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(CHUNK):
            digest.update(part)
    return digest.hexdigest()


FACTS = (
    "issue__date",
    "label",
    "imported_at",
    "source_sha256",
    "source_file__sha256",
    "source_file__page_count",
)


class _Known:
    """The pages of a paper that were made from these bytes, asked for once an issue."""

    def __init__(self, publication, day, hashes):
        rows = Page.objects.filter(
            Q(source_sha256__in=hashes) | Q(source_file__sha256__in=hashes),
            issue__publication=publication,
        ).values_list(*FACTS)
        self.here, self.elsewhere, self.page_counts = {}, {}, {}
        for when, label, imported_at, text_sha256, pdf_sha256, page_count in rows:
            sha256 = pdf_sha256 or text_sha256
            self.page_counts[sha256] = page_count or 1
            if when != day:
                self.elsewhere[sha256] = (when, label)
            elif imported_at:
                self.here.setdefault(sha256, []).append(label)

    def is_whole(self, sha256):
        """Whether every page of these bytes is in: then nobody need open the file."""
        return sha256 in self.here and len(self.here[sha256]) >= self.page_counts[sha256]


def _read(file, day, sha256, known, waiting):
    """Put what is new in the queue; yield rows for what is known or cannot be read."""
    try:
        if known.is_whole(sha256):
            for label in known.here[sha256]:
                yield Row(file.name, day.isoformat(), Result.KNOWN, label=label)
        elif file.path.suffix.lower() == TEXT:
            waiting.append(_waiting(file, _text(file), day))
        else:
            yield from _read_pdf(file, day, waiting)
    except Refused as refused:
        yield _failed(file, day, str(refused))
    except OSError as error:
        yield _failed(file, day, faults.reason(error))


def _text(file):
    receiving.check_size(file.path.stat().st_size)
    return admitting.read_text(file.path.read_bytes())


def _read_pdf(file, day, waiting):
    with file.path.open("rb") as opened:
        pdf = sources.receive(File(opened), name=file.own_name)
    for index in range(pdf.page_count):
        try:
            waiting.append(_waiting(file, admitting.read_pdf(pdf, index), day))
        except Refused as refused:
            yield _failed(file, day, str(refused))


def _waiting(file, source, day):
    if source.file is not None and source.file.page_count > 1:
        proposal = admitting.propose_in_file(file.name, source.index, source.record, day)
    else:
        proposal = admitting.propose(file.name, source.record, day)
    return Waiting(file, source, proposal)


def _take_all(publication, day, waiting, known, *, by, is_stopped):
    if not waiting:
        return
    try:
        issue = receiving.issue_for(publication, day)
    except Refused as refused:
        yield from (_failed(page.file, day, str(refused)) for page in waiting)
        return
    there = dict(issue.pages.values_list("label", "sequence"))
    labels = [page.proposal.label for page in waiting]
    places = admitting.places(labels, taken=frozenset(there.values()))
    for page, place in sorted(zip(waiting, places, strict=True), key=lambda pair: pair[1]):
        if is_stopped():
            break
        # A page that stands there already, not imported yet, has its place.
        free = None if page.proposal.label in there else place
        yield _take(issue, page, free, known, by=by)
    repeats.ask_about_repeats(issue)


def _take(issue, page, place, known, *, by):
    label, name = page.proposal.label, page.proposal.name
    if not label:
        return _failed(page.file, issue.date, " ".join(page.proposal.remarks))
    placed = admitting.Placed(label, name, place, page.file.own_name)
    try:
        _page, outcome = admitting.take_one_of_many(issue, page.source, placed=placed, by=by)
    except Refused as refused:
        return _failed(page.file, issue.date, str(refused), label)
    except DatabaseError as error:
        why = _("The database did not take it. Nothing of it was kept: %(why)s")
        told = faults.told(error) or why % {"why": error}
        return _failed(page.file, issue.date, told, label)
    return Row(
        page.file.name,
        issue.date.isoformat(),
        Result.IMPORTED,
        label=label,
        articles=len(outcome.articles),
        photos=len(outcome.photos),
        doubts=outcome.doubts,
        remark=" ".join([*page.proposal.remarks, *_seen_elsewhere(page, known)]),
    )


def _seen_elsewhere(page, known):
    sha256 = page.source.file.sha256 if page.source.file else _hash_of(page.source.data)
    if found := known.elsewhere.get(sha256):
        yield _("The same text stands on another day: %(page)s.") % {
            "page": f"{found[0]:%Y-%m-%d} {found[1]}"
        }


def _hash_of(data):
    return hashlib.sha256(data).hexdigest()


def _failed(file, day, why, label=""):
    return Row(file.name, day.isoformat(), Result.FAILED, label=label, remark=why)


def tidy():
    """Tell the database how much there is now, so that it finds the short ways."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize" if connection.vendor == "sqlite" else "ANALYZE")

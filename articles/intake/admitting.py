"""A page on its way in: read it, say where it belongs, take it in. All of it or nothing."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from articles import parsing
from articles.files import filenames
from articles.files.filenames import order_of
from articles.intake import importing, receiving, repeats
from articles.labelling import relabelling
from articles.models import SourceFile
from articles.parsing.issue import at_their_markers
from articles.records import PageRecord, PrintedPage
from articles.sentences import sentence as _

NUMERALS = {char: value for value, char in enumerate("一二三四五六七八九", start=1)}


@dataclass(frozen=True)
class Proposal:
    """Where a page seems to belong. `remarks` are what somebody should look at first."""

    label: str
    name: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placed:
    """Where a page is to stand. Without `sequence` it comes last."""

    label: str
    name: str = ""
    sequence: int | None = None
    file_name: str = ""


@dataclass(frozen=True)
class Source:
    """A page as it was read. Of a PDF: what is printed on page `index` of `file`."""

    record: PageRecord
    data: bytes
    printed: PrintedPage | None = None
    file: SourceFile | None = None
    index: int = 0


def read_text(data: bytes) -> Source:
    """What the parser makes of a page's bytes; raises Refused for what is no text."""
    return Source(_parsed(receiving.read_source(data).text), data)


def read_pdf(file: SourceFile, index: int) -> Source:
    """What the parser makes of one page of a PDF, counted from 0. Raises Refused."""
    return of_printed(receiving.read_pdf_page(file, index), file, index)


def of_printed(printed: PrintedPage, file: SourceFile, index: int) -> Source:
    record = _parsed(printed.text, layout=printed.layout)
    return Source(record, printed.text.encode(), printed, file, index)


def _parsed(text, layout=None):
    return at_their_markers(parsing.parse_page(text, layout=layout))


def propose(file_name: str, record: PageRecord, day: date) -> Proposal:
    """The page's label and name by its file's name and its own folio."""
    return _proposal(filenames.read_name(file_name), record.folio, day)


def propose_in_file(file_name: str, index: int, record: PageRecord, day: date) -> Proposal:
    """The same for one page of a file that holds several: it is not the file that has a label."""
    named = replace(filenames.read_name(file_name), label="", name="")
    found = _proposal(named, record.folio, day)
    return found if found.label else replace(found, label=f"{index + 1:02d}")


def _proposal(named, folio, day):
    printed = plain_label(folio.label)
    return Proposal(
        label=_agreed(named.label, printed),
        name=named.name or ("" if folio.section.endswith("报") else folio.section),
        remarks=tuple(_remarks(named, printed, folio.date, day)),
    )


def take(issue, source: Source, *, placed: Placed, by):
    """Page and articles in one transaction: (page, outcome). Repeating it changes nothing."""
    with transaction.atomic():
        page, outcome = take_one_of_many(issue, source, placed=placed, by=by)
        if not outcome.changed_nothing:
            repeats.ask_about_repeats(issue)
    return page, outcome


def take_one_of_many(issue, source: Source, *, placed: Placed, by):
    """The same for a page of an issue that is read together when all its pages are in."""
    with transaction.atomic():
        page = _receive(issue, source, placed, by)
        record = source.record if page.run is None else relabelling.present_record(page)
        return page, importing.import_record(page, record, by=by)


def _receive(issue, source, placed, by):
    place = {"label": placed.label, "name": placed.name, "sequence": placed.sequence, "by": by}
    if source.printed is None:
        file_name = placed.file_name
        return receiving.receive_page(issue, data=source.data, file_name=file_name, **place)
    return receiving.receive_printed(
        issue, printed=source.printed, file=source.file, index=source.index, **place
    )


def plain_label(text: str) -> str:
    """第三版 prints 三, and the page's address says 3."""
    tens, ten, ones = text.rpartition("十")
    if ten:
        return str(NUMERALS.get(tens, 1) * 10 + NUMERALS.get(ones, 0))
    return str(NUMERALS.get(text, text))


def places(labels: list[str], *, taken: frozenset[int]) -> list[int]:
    """A place in the issue for each label, in its own order; pages without a label come last.

    Where all labels are bare numbers, and free, they are the places themselves.
    """
    numbers = [int(label) if label.isdecimal() else 0 for label in labels]
    if len(set(numbers)) == len(numbers) and not taken & set(numbers) and all(numbers):
        return numbers
    order = sorted(range(len(labels)), key=lambda at: (not labels[at], order_of(labels[at]), at))
    first = max(taken, default=0) + 1
    return [first + rank for rank in _ranks(order)]


def _ranks(order):
    ranks = [0] * len(order)
    for rank, at in enumerate(order):
        ranks[at] = rank
    return ranks


def _agreed(named, printed):
    """The file's word, in the printed spelling where both mean the same."""
    if named and printed and order_of(named) != order_of(printed):
        return named
    return printed or named


def _remarks(named, printed, printed_day, day):
    if named.label and printed and order_of(named.label) != order_of(printed):
        yield _("The file is named %(named)s, but the page itself says %(printed)s.") % {
            "named": named.label,
            "printed": printed,
        }
    if not named.label and not printed:
        yield _("Neither the file's name nor the page tells which page it is.")
    if printed_day and printed_day != day.isoformat():
        yield _("The page itself says that it is of %(printed)s.") % {"printed": printed_day}
    if named.day and named.day != day:
        yield _("The file's name says that it is of %(named)s.") % {"named": named.day.isoformat()}

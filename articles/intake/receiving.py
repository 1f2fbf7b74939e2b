"""Taking in a page's source: check it, decode it, store it; of a bad one nothing is kept."""

from contextlib import contextmanager
from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from articles import parsing, workflow
from articles.files import sources
from articles.intake import page_jobs, placing
from articles.labelling import layouts, ocr
from articles.models import Issue, Page
from articles.refusals import Refusal, Refused
from articles.sandbox import pdf_child
from articles.sentences import sentence as _

UNREADABLE = "pdf_no_text", "pdf_unmapped"  # as text; a picture of the page may be


def issue_for(publication, date):
    """The publication's issue of that day, made if it is not there yet. Raises Refused."""
    placing.check_day(date)
    issue, _created = Issue.objects.get_or_create(publication=publication, date=date)
    return issue


def size_limit():
    """The most bytes that one page may have."""
    return min(settings.MAX_PAGE_BYTES, parsing.DEFAULT_RULES.limits.max_bytes)


def check_size(size: int):
    """Refuse a source by its size alone, before any of it is read."""
    if size > size_limit():
        raise _unreadable(parsing.SourceError("too_large", size=size, limit=size_limit()))


def read_source(data: bytes) -> parsing.Decoded:
    """Decode a page's bytes, or raise Refused with the sentence that says what is wrong."""
    limits = replace(parsing.DEFAULT_RULES.limits, max_bytes=size_limit())
    try:
        decoded = parsing.decode(data, limits)
    except parsing.SourceError as error:
        raise _unreadable(error) from error
    if not decoded.text.strip():
        raise Refused(
            Refusal(
                rule="blank",
                message=_("The text holds nothing but blank lines."),
                next_step=_("Choose the file that holds the page's text."),
            )
        )
    return decoded


def receive_file(issue, *, file, file_name, **place) -> Page:
    """Store one page from an open file: a PDF by receive_pdf, a text by receive_page."""
    if sources.is_pdf(file):
        return receive_pdf(issue, upload=file, file_name=file_name, **place)
    check_size(file.size)
    return receive_page(issue, data=file.read(), file_name=file_name, **place)


def receive_page(issue, *, label, data, by, name="", sequence=None, file_name="") -> Page:
    """Store one page's source, verbatim, under its issue and return the page.

    Without `sequence` the page comes last. The same bytes under the same label are the page
    that is there already. Raises Refused, and stores nothing, for a source that cannot be read,
    a label or place that is taken, or a person who may not import.
    """
    workflow.check_entry("import", by)
    label = placing.clean_label(label)
    decoded = read_source(data)
    with _room_for(issue, label, name=name, sequence=sequence) as page:
        if page.pk is None:
            page.set_source(data, encoding=decoded.encoding, name=file_name)
            page.save()
        elif bytes(page.source) != data:
            raise Refused(_label_taken(page))
    return page


def receive_pdf_page(issue, *, file, index, label, by, name="", sequence=None) -> Page:
    """Store page `index`, counted from 0, of a SourceFile under its issue and return the page.

    The same page of the same file under the same label is the page that is there already.
    Raises Refused, and stores nothing, as receive_page does.
    """
    printed = read_pdf_page(file, index)
    return receive_printed(
        issue,
        printed=printed,
        file=file,
        index=index,
        label=label,
        by=by,
        name=name,
        sequence=sequence,
    )


def read_pdf_page(file, index):
    """What a child process reads on one page of a SourceFile. Raises Refused."""
    with sources.opened(file) as pdf:
        return _read_printed(pdf, index)


def receive_printed(issue, *, printed, file, index, label, by, name="", sequence=None) -> Page:
    """receive_pdf_page for a page that has been read already."""
    workflow.check_entry("import", by)
    label = placing.clean_label(label)
    with _room_for(issue, label, name=name, sequence=sequence) as page:
        if page.pk is None:
            _fill(page, printed, file, index)
        else:
            _check_same(page, file.sha256, index)
    return page


def receive_pdf(issue, *, upload, file_name, label, by, name="", sequence=None) -> Page:
    """Store the only page of an open PDF, and the PDF; of one that is refused nothing is kept."""
    workflow.check_entry("import", by)
    label = placing.clean_label(label)
    count = sources.check(upload)
    if count != 1:
        raise Refused(_many_pages(count))
    printed = _read_printed(upload, 0)
    with _room_for(issue, label, name=name, sequence=sequence) as page:
        if page.pk is None:
            file = sources.keep(upload, name=file_name, page_count=count)
            _fill(page, printed, file, 0)
        else:
            _check_same(page, sources.sha256_of(upload), 0)
    return page


@contextmanager
def _room_for(issue, label, *, name, sequence):
    """The page of that label, in a transaction: the one that is there, or a new one to be saved."""
    with transaction.atomic():
        # The issue's row is the queue in which two people who add pages at once stand.
        Issue.objects.select_for_update().get(pk=issue.pk)
        page = issue.pages.filter(label=label).first()
        if page is None:
            page = Page(issue=issue, label=label, name=placing.clean_name(name))
            page.sequence = _free_place(issue, sequence)
        yield page


def _read_printed(pdf, index):
    printed = _read_or_recognised(pdf, index)
    data = printed.text.encode()
    check_size(len(data))
    return replace(printed, text=read_source(data).text)


def _read_or_recognised(pdf, index):
    """A scan is recognised where text recognition is installed, and refused where it is not."""
    try:
        return pdf_child.read_page(pdf, index)
    except Refused as refused:
        if refused.refusal.rule not in UNREADABLE or not ocr.is_installed():
            raise
    return ocr.read_scan(pdf, index)


def _fill(page, printed, file, index):
    """Give a new page its text, its file and its layout."""
    page.set_source(printed.text.encode(), encoding="utf-8", name=file.name)
    page.source_file, page.source_index = file, index
    page.save()
    layouts.keep(page, printed.layout)
    pk = page.pk
    transaction.on_commit(lambda: page_jobs.draw_face.enqueue(pk))


def _check_same(page, sha256, index):
    file = page.source_file
    if file is None or (file.sha256, page.source_index) != (sha256, index):
        raise Refused(_label_taken(page))


def _unreadable(error):
    return Refused(Refusal(rule=error.code, message=_(error.message) % error.params))


def _free_place(issue, sequence):
    if sequence is None:
        return (issue.pages.aggregate(last=Max("sequence"))["last"] or 0) + 1
    placing.check_place(sequence)
    if other := issue.pages.filter(sequence=sequence).defer("source").first():
        raise Refused(
            Refusal(
                rule="sequence",
                message=_("Place %(sequence)s in the issue belongs to page %(page)s.")
                % {"sequence": sequence, "page": other.title},
                next_step=_("Leave the place empty and the page comes last."),
            )
        )
    return sequence


def _label_taken(page):
    return Refusal(
        rule="label_taken",
        message=_("The issue has a page %(page)s already, with another text.")
        % {"page": page.title},
        next_step=_("Check date and label; a page that is not imported yet can be deleted first."),
    )


def _many_pages(count):
    return Refusal(
        rule="pdf_pages",
        message=_("The PDF has %(count)s pages, and this form takes in one.") % {"count": count},
        next_step=_("Upload it as a whole issue instead."),
    )

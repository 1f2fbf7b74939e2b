"""The files that pages come from: checked, counted, and kept once under their hash."""

import hashlib

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError

from articles.files import private_files
from articles.models import FileKind, ImportItem, SourceFile
from articles.models.file import bare_name
from articles.refusals import Refusal, Refused
from articles.sandbox import pdf_child
from articles.sentences import sentence as _

MAGIC = b"%PDF-"
SEARCHED = 1024  # bytes in which a PDF's first words may stand


def is_pdf(file) -> bool:
    """Whether an open file begins as a PDF does, whatever it is called."""
    file.seek(0)
    found = MAGIC in file.read(SEARCHED)
    file.seek(0)
    return found


def check(file) -> int:
    """The number of pages of an open PDF. Raises Refused by its size, its kind, what it is."""
    if file.size > settings.MAX_PDF_BYTES:
        raise _too_large(file.size)
    if not is_pdf(file):
        raise _no_pdf()
    return pdf_child.count_pages(file)


def keep(file, *, name, page_count) -> SourceFile:
    """Keep a checked PDF, once, whatever it is called; return its record.

    The file is written before the record: of one that was cut off, no record tells.
    """
    known = SourceFile(
        sha256=sha256_of(file),
        kind=FileKind.PDF,
        size=file.size,
        name=bare_name(name),
        page_count=page_count,
    )
    facts = {"kind": known.kind, "size": known.size, "name": known.name, "page_count": page_count}
    with transaction.atomic():
        hold([known.sha256])
        private_files.put(known.path, file)
        kept, _made = SourceFile.objects.get_or_create(sha256=known.sha256, defaults=facts)
    return kept


def hold(hashes):
    """Keep PDFs with these hashes from being taken away to the end of the transaction.

    Who takes one away holds it first: the rows of the uploads that it came in with.
    """
    items = ImportItem.objects.select_for_update(of=("self",)).filter(source_sha256__in=hashes)
    list(items.order_by("pk").values_list("pk", flat=True))


def receive(file, *, name) -> SourceFile:
    """Check an open PDF and keep it. Raises Refused, and then nothing of it is kept."""
    return keep(file, name=name, page_count=check(file))


def path_of(sha256: str) -> str:
    """Where the PDF with that hash is kept, or would be."""
    return SourceFile(sha256=sha256, kind=FileKind.PDF).path


def check_stored(sha256: str, *, name: str) -> int:
    """The number of pages of a PDF that lies in its place already. Raises Refused."""
    try:
        with private_files.read(path_of(sha256)) as file:
            return check(file)
    except FileNotFoundError as missing:
        raise _missing(name) from missing


def keep_stored(sha256: str, *, name: str, page_count: int) -> SourceFile:
    """Put a checked PDF that lies in its place on record. Raises Refused where it is gone."""
    try:
        with private_files.read(path_of(sha256)) as file:
            return keep(file, name=name, page_count=page_count)
    except FileNotFoundError as missing:
        raise _missing(name) from missing


def drop(sha256: str):
    """Take a PDF away, unless a page or an upload has it."""
    try:
        SourceFile.objects.filter(sha256=sha256).delete()
    except ProtectedError:
        return
    private_files.remove(path_of(sha256))


def opened(file: SourceFile):
    """The kept PDF, open. Raises Refused where it is missing on disk."""
    try:
        return private_files.read(file.path)
    except FileNotFoundError as missing:
        raise _missing(file) from missing


def sha256_of(file) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    while part := file.read(1 << 20):
        digest.update(part)
    return digest.hexdigest()


def _too_large(size):
    return Refused(
        Refusal(
            rule="pdf_size",
            message=_("The PDF has %(size)s bytes; at most %(limit)s are read.")
            % {"size": size, "limit": settings.MAX_PDF_BYTES},
            next_step=_("Save it with smaller pictures, or one page in a file, and try again."),
        )
    )


def _no_pdf():
    return Refused(
        Refusal(
            rule="pdf_kind",
            message=_("The file is no PDF, whatever its name says."),
            next_step=_("Choose the PDF of the page."),
        )
    )


def _missing(file):
    return Refused(
        Refusal(
            rule="pdf_missing",
            message=_("The file %(name)s is no longer on disk.") % {"name": file},
            next_step=_("Upload it again, or ask the operator for the backup."),
        )
    )

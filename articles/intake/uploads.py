"""Files as they are sent: checked, unpacked and hashed in a folder that is gone afterwards."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.conf import settings

from articles.files.filenames import order_of
from articles.files.zips import CHUNK, PageZip, ZipLimits, ZipRefused, shown
from articles.intake import receiving
from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _

TEXT, PDF, ZIP = ".txt", ".pdf", ".zip"
LONGEST_NAME = 255


@dataclass(frozen=True)
class Incoming:
    """A file as a stranger names it; `file` can be read from its start."""

    name: str
    file: BinaryIO


@dataclass(frozen=True)
class Staged:
    """A file of ours on disk. `why_not` are sentences: why nothing can be made of it."""

    name: str
    kind: str
    path: Path
    sha256: str
    size: int
    why_not: tuple[str, ...] = ()


@contextmanager
def staged(files: list[Incoming]) -> Iterator[list[Staged]]:
    """The pages' files of an upload, archives unpacked, in the order of their names.

    Raises Refused, naming file and entry, for an archive that is not taken as a whole.
    """
    with tempfile.TemporaryDirectory(prefix="newsroom-pages-") as folder:
        yield _all_staged(files, Path(folder))


def _all_staged(files, folder):
    found = []
    try:
        for name, chunks in chain.from_iterable(map(_unpacked, files)):
            # Never the stranger's name on our disk.
            found.append(_stage(name, chunks, folder / f"{len(found):05d}"))
    except ZipRefused as error:
        # Much of an archive shows only while it is unpacked.
        raise Refused(Refusal(rule="zip", message=_(error.message) % error.params)) from error
    return sorted(found, key=lambda page: order_of(page.name))


def _unpacked(incoming):
    """(name, its bytes in pieces) of every file that was sent, of archives the entries."""
    if _kind(incoming.name) != ZIP:
        yield PurePosixPath(incoming.name).name, _pieces(incoming.file)
        return
    archive = PageZip(incoming.file, shown(incoming.name), zip_limits())
    for entry in archive.entries:
        yield entry.name, archive.unpack(entry)


def zip_limits() -> ZipLimits:
    return ZipLimits(
        entries=settings.MAX_UPLOAD_FILES,
        entry_bytes=settings.MAX_PDF_BYTES,
        total_bytes=settings.MAX_UPLOAD_BYTES,
    )


def _pieces(file):
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _stage(name, chunks, path):
    digest, size, head = hashlib.sha256(), 0, b""
    with path.open("wb") as file:
        for chunk in chunks:
            head = head or chunk[:1024]
            size += len(chunk)
            digest.update(chunk)
            file.write(chunk)
    kind = _kind(name)
    return Staged(
        name=name[-LONGEST_NAME:],
        kind=kind,
        path=path,
        sha256=digest.hexdigest(),
        size=size,
        why_not=_why_not(kind, head, size),
    )


def _kind(name):
    return PurePosixPath(name).suffix.lower()


def _why_not(kind, head, size):
    if kind not in (TEXT, PDF):
        return (_("Only .txt and .pdf are read."),)
    if kind == PDF and b"%PDF-" not in head:
        return (_("The file is named .pdf but is none. Look at what it really is."),)
    if kind == PDF and size > settings.MAX_PDF_BYTES:
        larger = _("The PDF is larger than %(limit)s bytes.") % {"limit": settings.MAX_PDF_BYTES}
        return (larger,)
    if kind == TEXT:
        try:
            receiving.check_size(size)
        except Refused as refused:
            return tuple(refused.refusal.sentences)
    return ()

"""Zip files that strangers send: every entry judged by its name, its kind and its counted size."""

import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from articles.files import filenames

REFUSALS = {
    "broken": "“%(archive)s” is not a zip file that can be read. Pack it again.",
    "zip64": (
        "“%(archive)s” is of the kind made for archives of many gigabytes. "
        "Pack the pages of one day alone."
    ),
    "entries": "“%(archive)s” has more than %(limit)s entries. Pack the pages of one day alone.",
    "name": (
        "The entry “%(entry)s” of “%(archive)s” has a name that no page has. "
        "Rename it, for instance to A03.txt, and pack again."
    ),
    "outside": (
        "The entry “%(entry)s” of “%(archive)s” wants to lie outside its folder. "
        "Pack the files by themselves."
    ),
    "reserved": (
        "The entry “%(entry)s” of “%(archive)s” has a name that some systems keep for devices. "
        "Rename it and pack again."
    ),
    "special": (
        "The entry “%(entry)s” of “%(archive)s” is a link or a device, not a file. "
        "Pack the files themselves."
    ),
    "twice": (
        "“%(archive)s” has two entries named “%(entry)s”, give or take capitals. "
        "Rename one of them and pack again."
    ),
    "nested": ("The entry “%(entry)s” of “%(archive)s” is an archive itself. Unpack it first."),
    "encrypted": (
        "The entry “%(entry)s” of “%(archive)s” is locked by a password. Pack it without one."
    ),
    "method": (
        "The entry “%(entry)s” of “%(archive)s” is packed by a method that is not known here. "
        "Pack it as an ordinary zip."
    ),
    "too_large": (
        "The entry “%(entry)s” of “%(archive)s” unpacks to more than %(limit)s bytes. "
        "A single page is never that large."
    ),
    "too_large_together": (
        "“%(archive)s” unpacks to more than %(limit)s bytes at the entry “%(entry)s”. "
        "Send fewer pages at a time."
    ),
    "damaged": "The entry “%(entry)s” of “%(archive)s” is damaged. Pack it again.",
}
END = b"PK\x05\x06"
END_SIZE = 22
LONGEST_COMMENT = 65_535
LOCATOR_64 = b"PK\x06\x07"
LOCATOR_64_SIZE = 20
ENTRY_SIZE = 600  # bytes of the directory that an entry of ours may take, its name included
CHUNK = 65_536
UTF8_NAMES = 0x800
ENCRYPTED = 0x1
# The others are unpacked by Python without a measure: 65 kB may become gigabytes at one reading.
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ARCHIVES = {".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".jar", ".cab"}
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
# How other systems part folders, and the spaces of Chinese names.
AS_HERE = str.maketrans("\\\u3000\u00a0", "/  ")
# What systems put into archives of their own accord.
DROSS = {".ds_store", "thumbs.db", "desktop.ini"}


@dataclass(frozen=True)
class ZipLimits:
    entries: int = 500
    entry_bytes: int = 100_000_000
    total_bytes: int = 500_000_000


@dataclass(frozen=True)
class Entry:
    """A file of the archive: its name as people read it, and the archive's own record of it."""

    name: str
    info: zipfile.ZipInfo

    @property
    def base_name(self) -> str:
        return PurePosixPath(self.name).name


class ZipRefused(ValueError):
    """An archive that is not taken. `code` names the reason, `message % params` tells it."""

    def __init__(self, code: str, archive: str, entry: str = "", limit: int = 0):
        self.code = code
        self.message = REFUSALS[code]
        self.params = {"archive": archive, "entry": shown(entry), "limit": limit}
        super().__init__(self.message % self.params)


def shown(name: str) -> str:
    """A name that can be printed: controls made visible, too long ones cut."""
    plain = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)
    return plain if len(plain) <= 120 else plain[:119] + "…"


class PageZip:
    """An archive opened for reading, its entries looked through, none of them unpacked yet."""

    def __init__(self, file: BinaryIO, name: str, limits: ZipLimits):
        self.name, self.limits, self.unpacked = name, limits, 0
        _check_directory(file, name, limits)
        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise ZipRefused("broken", name) from error
        self.entries = tuple(self._entries())

    def _entries(self) -> Iterator[Entry]:
        infos = self.zip.infolist()
        if len(infos) > self.limits.entries:
            raise ZipRefused("entries", self.name, limit=self.limits.entries)
        known, declared = set(), 0
        for info in infos:
            name = self._checked_name(info)
            if info.is_dir():
                continue
            folded = unicodedata.normalize("NFKC", name).casefold()
            if folded in known:
                raise ZipRefused("twice", self.name, name)
            known.add(folded)
            if not _is_dross(name):
                self._check(name, info)
                declared += info.file_size
                self._check_total(name, declared)
                yield Entry(name, info)

    def _checked_name(self, info) -> str:
        decoded = _name_of(info)
        if decoded is None:
            raise ZipRefused("name", self.name, info.orig_filename)
        name = decoded.translate(AS_HERE)
        parts = name.removesuffix("/").split("/")
        if not parts[-1] or not name.isprintable() or len(name) > 255:
            raise ZipRefused("name", self.name, name)
        if not parts[0] or ".." in parts or ":" in parts[0]:
            raise ZipRefused("outside", self.name, name)
        if any(part.partition(".")[0].strip().lower() in DEVICES for part in parts):
            raise ZipRefused("reserved", self.name, name)
        return str(PurePosixPath(name))  # of ./01.txt and 01.txt there is one

    def _check(self, name, info):
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind and not stat.S_ISREG(kind):
            raise ZipRefused("special", self.name, name)
        if PurePosixPath(name).suffix.lower() in ARCHIVES:
            raise ZipRefused("nested", self.name, name)
        if info.flag_bits & ENCRYPTED:
            raise ZipRefused("encrypted", self.name, name)
        if info.compress_type not in METHODS:
            raise ZipRefused("method", self.name, name)
        if info.file_size > self.limits.entry_bytes:
            raise ZipRefused("too_large", self.name, name, self.limits.entry_bytes)

    def _check_total(self, name, size):
        if size > self.limits.total_bytes:
            raise ZipRefused("too_large_together", self.name, name, self.limits.total_bytes)

    def unpack(self, entry: Entry) -> Iterator[bytes]:
        """The bytes of one entry, counted: what was declared of them is not believed."""
        size = 0
        for chunk in self._chunks(entry):
            size += len(chunk)
            self.unpacked += len(chunk)
            if size > self.limits.entry_bytes:
                raise ZipRefused("too_large", self.name, entry.name, self.limits.entry_bytes)
            self._check_total(entry.name, self.unpacked)
            if size == len(chunk) and chunk.startswith((b"PK\x03\x04", END)):
                raise ZipRefused("nested", self.name, entry.name)
            yield chunk

    def _chunks(self, entry):
        try:
            with self.zip.open(entry.info) as file:
                while chunk := file.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            if isinstance(error, ZipRefused):
                raise
            raise ZipRefused("damaged", self.name, entry.name) from error
        except NotImplementedError as error:
            raise ZipRefused("method", self.name, entry.name) from error
        except RuntimeError as error:
            raise ZipRefused("encrypted", self.name, entry.name) from error


def _check_directory(file, name, limits):
    """Judge the directory by its size before Python reads all of it into memory."""
    size = file.seek(0, 2)
    start = max(size - END_SIZE - LONGEST_COMMENT - LOCATOR_64_SIZE, 0)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(END)
    if place < 0 or len(tail) < place + END_SIZE:
        raise ZipRefused("broken", name)
    # Of two ends, Python trusts the one that has no comment behind it.
    if tail[-END_SIZE:].startswith(END) and tail.endswith(b"\0\0"):
        place = len(tail) - END_SIZE
    if tail[max(place - LOCATOR_64_SIZE, 0) :].startswith(LOCATOR_64):
        raise ZipRefused("zip64", name)
    directory = int.from_bytes(tail[place + 12 : place + 16], "little")
    if directory > limits.entries * ENTRY_SIZE:
        raise ZipRefused("entries", name, limit=limits.entries)


def _name_of(info) -> str | None:
    """The entry's name: UTF-8 where the archive says so or it reads so, else GB18030."""
    if info.flag_bits & UTF8_NAMES:
        return info.orig_filename
    try:
        data = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    return filenames.decoded(data)


def _is_dross(name):
    path = PurePosixPath(name)
    return path.parts[0] == "__MACOSX" or path.name.lower() in DROSS or path.name.startswith("._")

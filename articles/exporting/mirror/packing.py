"""A zip that is written from front to end: the same content, the same bytes."""

import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import BinaryIO

MANIFEST = "manifest-sha256.txt"
# The first moment that a zip can tell, as nothing in it has a time of its own.
NO_TIME = (1980, 1, 1, 0, 0, 0)
ON_UNIX = 3
READABLE = 0o100644 << 16
PACKED = {".html", ".css", ".js", ".svg", ".txt", ".xml"}  # pictures are packed already


class Pack:
    """Entries are added one after the other; at the end come their hashes, for sha256sum -c."""

    def __init__(self, file: BinaryIO):
        self.zip = zipfile.ZipFile(file, "w")
        self.hashes: dict[str, str] = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, *_fault):
        if kind is None:
            lines = (f"{digest}  {name}\n" for name, digest in sorted(self.hashes.items()))
            self.zip.writestr(_entry(MANIFEST), "".join(lines))
        # What was begun in vain is ended too, or it would be ended when nobody expects it.
        self.zip.close()

    def add(self, name: str, pieces: Iterable[bytes]):
        digest = hashlib.sha256()
        with self.zip.open(_entry(name), "w") as entry:
            for piece in pieces:
                digest.update(piece)
                entry.write(piece)
        self.hashes[name] = digest.hexdigest()


def _entry(name):
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.create_system, entry.external_attr = ON_UNIX, READABLE
    is_packed = PurePosixPath(name).suffix in PACKED
    entry.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    return entry

"""Files that are there whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


@contextmanager
def written_aside(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its name when all is written; whatever goes wrong, it goes.

    Killed outright, a process leaves it behind, hidden and named .part.
    """
    aside = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        with aside.open("xb+") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)

"""Style sheets joined into one: we keep a file per concern, a reader's browser asks once."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

NAMES = re.compile(r"[a-z-]+(?:\.[a-z-]+){0,15}")
EVERYWHERE = ("tokens", "base", "pieces", "site")


@dataclass(frozen=True)
class Joined:
    names: str
    digest: str
    text: bytes
    packed: bytes


def joined(names: str) -> Joined | None:
    """The sheets whose names stand between full stops, in that order; None if one is unknown."""
    return _join(names) if settings.DEBUG else _kept(names)


@lru_cache(maxsize=64)
def _kept(names):
    return _join(names)


def _join(names):
    asked = names.split(".")
    # None twice, or a stranger could fill the memory with sheets that no page asks for.
    if not NAMES.fullmatch(names) or len({*asked}) < len(asked):
        return None
    found = [finders.find(f"css/{name}.css") for name in asked]
    if not all(found):
        return None
    text = b"\n".join(Path(path).read_bytes() for path in found)
    digest = hashlib.sha256(text).hexdigest()[:12]
    return Joined(names, digest, text, gzip.compress(text, 9, mtime=0))

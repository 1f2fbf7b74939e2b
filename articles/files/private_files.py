"""Files that no address leads to: the PDFs of pages, and what is drawn from them."""

from django.core.files.base import File
from django.core.files.storage import storages

from articles.files import once


def put(name: str, content: bytes | File):
    """Keep a file under a name that stands for its content."""
    once.put(storages["private"], name, content)


def is_there(name: str) -> bool:
    return storages["private"].exists(name)


def read(name: str) -> File:
    """The open file. Raises FileNotFoundError."""
    return storages["private"].open(name)


def remove(name: str):
    storages["private"].delete(name)

"""Files that no address leads to: the PDFs of pages, and what is drawn from them."""

from django.core.files.base import ContentFile, File
from django.core.files.storage import storages


def put(name: str, content: bytes | File):
    """Keep a file under a name that stands for its content. A half-written one is written anew."""
    store = storages["private"]
    file = ContentFile(content) if isinstance(content, bytes) else content
    if store.exists(name):
        if store.size(name) == file.size:
            return
        store.delete(name)
    file.seek(0)
    try:
        written = store.save(name, file)
    except OSError:
        # Half a file is of no use but the room it takes.
        if store.exists(name) and store.size(name) != file.size:
            store.delete(name)
        raise
    if written != name:
        # Somebody else has just written the same.
        store.delete(written)


def is_there(name: str) -> bool:
    return storages["private"].exists(name)


def read(name: str) -> File:
    """The open file. Raises FileNotFoundError."""
    return storages["private"].open(name)


def remove(name: str):
    storages["private"].delete(name)

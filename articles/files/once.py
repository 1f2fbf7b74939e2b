"""Files under names that stand for their content: whoever comes second finds them there."""

from django.core.files.base import ContentFile, File


def put(store, name: str, content: bytes | File):
    """Keep a file in a storage, once. A half-written one is written anew."""
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

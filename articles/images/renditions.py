"""Smaller copies of a picture for readers' screens, made in the background."""

from io import BytesIO

from django.core.files.storage import default_storage
from PIL import Image

from articles.files import once

WIDTHS = (480, 960, 1600)
QUALITY = 80


def original_path(sha256: str) -> str:
    return f"photos/{sha256[:2]}/{sha256}.jpg"


def rendition_path(sha256: str, width: int) -> str:
    return f"renditions/{sha256[:2]}/{sha256}-{width}.webp"


def widths_for(width: int) -> list[int]:
    """The widths in which a picture of that width is offered: never wider than it is."""
    return [offered for offered in WIDTHS if offered < width]


def make(sha256: str):
    """Make the renditions that are missing. Raises FileNotFoundError without the original."""
    with default_storage.open(original_path(sha256)) as file, Image.open(file) as original:
        missing = [
            width
            for width in widths_for(original.width)
            if not _is_whole(rendition_path(sha256, width))
        ]
        picture = original.convert("RGB") if missing else original
        # From the widest down: each is made from the one before, which is quick.
        for width in sorted(missing, reverse=True):
            height = round(picture.height * width / picture.width) or 1
            picture = picture.resize((width, height), Image.Resampling.LANCZOS)
            _save(rendition_path(sha256, width), picture)


def _save(name, picture):
    out = BytesIO()
    picture.save(out, "WEBP", quality=QUALITY)
    once.put(default_storage, name, out.getvalue())


def _is_whole(name):
    """Whether the file is there with all the bytes that its first ones promise."""
    if not default_storage.exists(name):
        return False
    with default_storage.open(name) as file:
        head = file.read(8)
    return len(head) == 8 and default_storage.size(name) == 8 + int.from_bytes(head[4:], "little")

"""Which state of the code makes the pages: a copy made by another one is out of date."""

from functools import lru_cache
from hashlib import sha256

from django.conf import settings

SHAPING = ("articles/**/*.py", "newsroom/**/*.py", "newsroom/locale/**/*.mo", "templates/**/*.html")


@lru_cache(maxsize=1)
def release() -> str:
    """The same on every machine that runs the same code with the same collected files."""
    found = sha256(settings.TIME_ZONE.encode())
    for pattern in SHAPING:
        for file in sorted(settings.BASE_DIR.glob(pattern)):
            found.update(file.read_bytes())
    names = settings.STATIC_ROOT / "staticfiles.json"
    found.update(names.read_bytes() if settings.COLLECTED else b"")
    return found.hexdigest()[:16]

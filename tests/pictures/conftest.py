"""Pictures made on the spot."""

from io import BytesIO

import pytest
from PIL import Image


@pytest.fixture
def drawn():
    """A function that encodes a plain picture: format, mode, size and what Pillow may add."""

    def make(kind="JPEG", mode="RGB", size=(60, 40), colour=None, **options):
        image = Image.new(mode, size, colour or 0)
        out = BytesIO()
        image.save(out, kind, **options)
        return out.getvalue()

    return make

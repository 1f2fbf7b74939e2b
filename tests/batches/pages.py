"""Pages of an invented issue as files, and archives of them, sound and otherwise."""

import io
import zipfile
from datetime import date

from articles.intake.uploads import Incoming
from tests.importing.pages import TWO_STORIES

DAY = date(2026, 11, 20)
NAMES = ("20261120_A01.txt", "20261120_A02.txt", "20261120_A10.txt")


def text(number):
    """A page with two stories that no other page has."""
    return (
        TWO_STORIES.replace("青禾坪", f"第{number}湾").replace("图书馆", f"第{number}馆").encode()
    )


def files(*names):
    return {name: text(number) for number, name in enumerate(names, start=1)}


def zipped(entries, **options):
    """{name or ZipInfo: bytes} → the bytes of an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def incoming(entries):
    return [Incoming(name, io.BytesIO(data)) for name, data in entries.items()]

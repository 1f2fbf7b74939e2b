"""The small paper that readers see, and its mirror: unpacked, or as bytes."""

import io
import zipfile

import pytest

from articles.exporting.choosing import Chosen
from articles.exporting.kinds import KINDS
from articles.models import Issue

# Fixtures that pytest finds by their names here.
from tests.public.conftest import (  # noqa: F401
    _stamps_at_once,
    live,
    page,
    paper,
    unseen_issue,
)


def silent(done, total):
    """Nobody wants to hear how far it is."""


def exported(kind, chosen):
    file = io.BytesIO()
    KINDS[kind].write(chosen, file, silent)
    return file.getvalue()


@pytest.fixture
def mirror():
    """A function: issue → {name: bytes} of its mirror."""

    def make(issue):
        data = exported("mirror", Chosen.of(Issue.objects.get(pk=issue.pk)))
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            assert found.testzip() is None
            return {name: found.read(name) for name in found.namelist()}

    return make

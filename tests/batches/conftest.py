"""The editors' rooms for tests of uploads."""

# Fixtures that pytest finds by their names here.
from tests.admin.conftest import enter, notes  # noqa: F401

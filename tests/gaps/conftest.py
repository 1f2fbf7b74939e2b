"""The editors' rooms for tests of the calendar."""

# Fixtures that pytest finds by their names here.
from tests.admin.conftest import enter  # noqa: F401

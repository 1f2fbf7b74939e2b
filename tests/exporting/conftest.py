"""The small paper that readers see, with a day of it that they do not."""

# Fixtures that pytest finds by their names here.
from tests.public.conftest import live, page, paper, unseen_issue  # noqa: F401

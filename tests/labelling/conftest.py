"""The page whose labels are changed: two stories, one below the other."""

import pytest

from tests.builders import page_of
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)

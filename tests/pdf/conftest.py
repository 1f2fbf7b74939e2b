"""A page that came as a PDF, taken in and imported."""

import pytest

from articles.intake import importing
from tests.pdf.pages import receive


@pytest.fixture
def page(issue, cast):
    return receive(issue, cast.de)


@pytest.fixture
def imported_page(page, cast):
    importing.apply_import(importing.plan_import(page), by=cast.de)
    page.refresh_from_db()
    return page

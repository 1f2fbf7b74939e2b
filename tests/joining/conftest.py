"""Two pages of an issue, with one article that runs over both."""

import pytest

from articles.intake import importing, joining
from tests.builders import page_of
from tests.joining.pages import BRIDGE, GROUND_ONE, GROUND_TWO, HARVEST


def take(page, by):
    return importing.apply_import(importing.plan_import(page), by=by).articles


@pytest.fixture
def pages(issue, cast):
    texts = (BRIDGE + "\n" + GROUND_ONE, GROUND_TWO + "\n" + HARVEST)
    pages = [
        page_of(issue, label=f"{number:02}", source=text)
        for number, text in enumerate(texts, start=1)
    ]
    for page in pages:
        take(page, cast.de)
    return pages


@pytest.fixture
def parts(pages):
    (planned,) = joining.plan_joins(pages[0].issue).joins
    return planned.first, planned.rest

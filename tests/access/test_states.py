"""Who meets what at each address of an article, state by state, by a reviewed table."""

from pathlib import Path

import pytest

from tests.access.addresses import places

# `browsers` is a fixture, which pytest finds by its name here.
from tests.access.test_table import PEOPLE, _met, browsers  # noqa: F401
from tests.builders import web_article

TABLE = Path(__file__).with_name("states.txt")
STATES = ("draft", "first_review", "approved", "published", "retracted")
OF_THE_ADMIN = [("pk",), ("object_id",)]
# The key of the one is a part's; the other takes a second each, behind the gate of the slip itself.
LEFT_OUT = {"admin:articles_article_suggestion", "admin:articles_article_slip_pdf"}


def of_an_article():
    return [
        place
        for place in places()
        if (place.name.startswith("admin:articles_article_") and place.arguments in OF_THE_ADMIN)
        or ("number" in place.arguments and {*place.arguments} <= {"publication", "number"})
        if place.name not in LEFT_OUT
    ]


def rows():
    """{(URL name, method): [what each of PEOPLE meets in each of STATES]}"""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.split() for line in lines if line and not line.startswith("#")]
    return {(name, method): marks for name, method, *marks in cells}


def test_every_address_of_an_article_has_its_rows():
    names = [place.name for place in of_an_article()]
    assert set(rows()) == {(name, method) for name in names for method in ("get", "post")}


@pytest.mark.once
@pytest.mark.sweep
@pytest.mark.parametrize("state", STATES)
def test_each_meets_in_each_state_what_the_table_says(state, cast, publication, browsers):  # noqa: F811
    article = web_article(cast, publication, state)
    keys = {"pk": article.pk, "object_id": article.pk, "number": article.number}
    expected, found, place_of = {}, {}, STATES.index(state)
    for place in of_an_article():
        address = place.address(keys | {"publication": publication.slug})
        for method in ("get", "post"):
            expected[place.name, method] = rows()[place.name, method][place_of]
            marks = [_met(browsers[name], method, address) for name in PEOPLE]
            found[place.name, method] = "".join(marks)
    assert found == expected

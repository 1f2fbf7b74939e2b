"""Who gets in where: every URL name × every kind of person × GET and POST, by a reviewed table.

A new address without a row fails; a row that changes is looked at before it is written down.
"""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from tests.access.addresses import places

TABLE = Path(__file__).with_name("table.txt")
PEOPLE = "anonymous rui qing de pei shen chen ao root disabled roleless".split()
SHARES = 8
LETTERS = {200: ".", 400: "b", 422: "b", 403: "3", 404: "4", 405: "5", 409: "9", 410: "0"}


def rows():
    """{(URL name, method): what each of PEOPLE meets there}"""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.split() for line in lines if line and not line.startswith("#")]
    return {
        (name, method): marks
        for name, get, post in cells
        for method, marks in (("get", get), ("post", post))
    }


def mark(response):
    """One letter for what a person meets."""
    target = response.headers.get("Location", "")
    if response.status_code in (301, 302):
        return "L" if "login" in target else ">"
    return LETTERS.get(response.status_code, "!")


@pytest.fixture
def browsers(cast):
    """A logged-in browser for each of PEOPLE."""
    cast.disabled = User.objects.create_user("disabled", is_staff=True, is_active=False)
    cast.disabled.groups.set(cast.chen.groups.all())
    cast.roleless = User.objects.create_user("roleless", is_staff=True)
    found = {"anonymous": Client(raise_request_exception=False)}
    for name in PEOPLE[1:]:
        found[name] = Client(raise_request_exception=False)
        found[name].force_login(getattr(cast, name))
    return found


def test_every_address_has_its_row_and_every_row_its_address():
    assert {name for name, _method in rows()} == {place.name for place in places()}


def test_the_table_names_no_fault_of_the_server():
    assert [key for key, marks in rows().items() if "!" in marks] == []


@pytest.mark.once
@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_meets_what_the_table_says(method, share, samples, browsers):
    expected, found = {}, {}
    for place in places()[share::SHARES]:
        address = place.address(samples)
        expected[place.name] = rows()[place.name, method]
        found[place.name] = "".join(_met(browsers[name], method, address) for name in PEOPLE)
    assert found == expected


def _met(browser, method, address):
    """What one person meets, as if nobody had been there before."""
    cookies, before = dict(browser.cookies), transaction.savepoint()
    answer = mark(getattr(browser, method)(address))
    transaction.savepoint_rollback(before)
    browser.cookies.clear()
    browser.cookies.update(cookies)
    return answer

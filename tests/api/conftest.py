"""The small paper that readers see, and a program that asks for it."""

import pytest

# Fixtures that pytest finds by their names here.
from tests.public.conftest import _stamps_at_once, live, page, paper, unseen_issue  # noqa: F401


@pytest.fixture
def ask(client):
    """A function: address → what is told there; the status has to be the one expected."""

    def get(address, data=None, *, status=200):
        answer = client.get(address, data)
        assert answer.status_code == status, answer.content[:500]
        assert answer["Content-Type"] == "application/json"
        return answer.json()

    return get


@pytest.fixture
def walk(ask):
    """A function: a list's address → all that its pages tell, one after the other."""

    def all_of(address, data=None):
        told = ask(address, data)
        found = told["results"]
        while told["next"]:
            told = ask(told["next"])
            found += told["results"]
        return found

    return all_of

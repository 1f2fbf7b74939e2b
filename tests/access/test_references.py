"""What an element points at on its page, its label or what is told of it, is there and is one."""

from html.parser import HTMLParser

import pytest

from tests.access.addresses import places
from tests.access.test_odd_words import client_for, send

# What a page is made of depends on templates alone.
pytestmark = pytest.mark.once

SHARES = 2
# Django's own page of a login points at a sentence that it does not show.
OF_DJANGO = {"admin:auth_user_change"}
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "form")


class References(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.pointers, self.twice = set(), set(), set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.twice |= {value} & self.ids
                self.ids.add(value)
            elif name in POINTERS:
                self.pointers |= {(name, each) for each in (value or "").split()}

    @property
    def lost(self):
        return sorted(pointer for pointer in self.pointers if pointer[1] not in self.ids)


def read(answer):
    page = References()
    if answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming:
        page.feed(answer.content.decode())
    return page


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_an_element_points_at_is_on_its_page_once(method, share, clients, samples):
    """A form that comes back empty tells at each field what is wrong."""
    lost, twice = {}, {}
    for place in places()[share::SHARES]:
        if place.name in OF_DJANGO:
            continue
        client, address = client_for(place, clients), place.address(samples)
        page = read(send(client, method, address, {}))
        lost |= {place.name: page.lost} if page.lost else {}
        twice |= {place.name: sorted(page.twice)} if page.twice else {}
    assert (lost, twice) == ({}, {})


def test_an_odd_search_is_told_at_its_fields(clients, samples):
    answer = clients["rui"].get("/search/", {"q": "桥" * 101, "since": "x", "until": "y"})
    page = read(answer)
    told = {("aria-describedby", f"id_{name}_error") for name in ("q", "since", "until")}
    assert told <= page.pointers
    assert page.lost == []

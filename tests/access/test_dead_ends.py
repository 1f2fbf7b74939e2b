"""Nobody is led where they are refused, nor where nothing is: no link that they are shown."""

import re
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from tests.access.addresses import places

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
ROOMS = ("admin:", "desk:")


def links_of(address, answer):
    """{(where it leads, what it asks for): address} of a page; of others, nothing."""
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return {}
    found = {}
    for written in map(unescape, LINK.findall(answer.content.decode())):
        parts = urlsplit(urljoin(address, written))
        if not parts.netloc and parts.scheme == "":
            asked = tuple(sorted(name for name, _ in parse_qsl(parts.query)))
            found[named(parts.path), asked] = parts._replace(fragment="").geturl()
    return found


def named(path):
    try:
        match = resolve(path)
    except Resolver404:
        return path
    kind = [value for name, value in match.kwargs.items() if name == "action"]
    return " ".join([match.view_name, *kind])


@pytest.mark.once
@pytest.mark.parametrize("name", ["rui", "de", "pei", "shen", "root"])
def test_no_link_leads_where_it_is_refused_or_nothing_is(name, samples, cast):
    client, shown = Client(raise_request_exception=False), {}
    client.force_login(getattr(cast, name))
    for place in places():
        if place.name.startswith(ROOMS):
            address = place.address(samples)
            point = transaction.savepoint()
            for key, link in links_of(address, client.get(address)).items():
                shown.setdefault(key, (link, place.name))
            transaction.savepoint_rollback(point)
    answers = {key: client.get(link).status_code for key, (link, _from) in shown.items()}
    assert shown
    assert [(shown[key], status) for key, status in answers.items() if status >= 400] == []

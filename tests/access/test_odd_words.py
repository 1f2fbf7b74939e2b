"""Odd values in every field that any address reads: a page or a refusal, never a fault.

Which fields those are is found out by watching what each view asks its request for.
"""

from contextlib import contextmanager

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from tests.access.addresses import places

ODD = ["\x00", "9" * 30]
ODDER = ["-1", "x", "１", "1e999", "a:b:c", "\u202e'\"<", "2026-02-30", "[" * 500]
SHARES = 4
KNOWN = {}
# Who meets the most in each room.
READERS = {"desk": "rui", "public": "rui"}
KEEPERS = ("auth_", "django_tasks")


@contextmanager
def watched(monkeypatch):
    """The names of fields that are asked for meanwhile."""
    names = set()
    with monkeypatch.context() as patch:
        for method in ("__getitem__", "getlist", "__contains__", "get"):
            own = getattr(MultiValueDict, method)

            def asked(self, name, *args, own=own, **kwargs):
                if isinstance(self, QueryDict) and isinstance(name, str):
                    names.add(name)
                return own(self, name, *args, **kwargs)

            patch.setattr(MultiValueDict, method, asked)
        yield names


def fields(client, monkeypatch, place, address, method):
    """The names that the view reads, found out once; filters are read another way."""
    if (place, method) not in KNOWN:
        with watched(monkeypatch) as names:
            send(client, method, address, {})
            send(client, method, address, dict.fromkeys(names, "1"))
        if method == "get" and place.name.endswith("_changelist"):
            names |= set(filters_of(place))
        KNOWN[place, method] = sorted(names - {"csrfmiddlewaretoken"})
    return KNOWN[place, method]


def filters_of(place):
    for model, room in admin.site._registry.items():
        if place.name == f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist":
            for each in room.list_filter:
                if name := getattr(each, "parameter_name", None):
                    yield name
                elif isinstance(each, str):
                    yield from (f"{each}__exact", f"{each}__id__exact")


def send(client, method, address, data):
    point, cookies = transaction.savepoint(), dict(client.cookies)
    try:
        return getattr(client, method)(address, data)
    finally:
        transaction.savepoint_rollback(point)
        client.cookies.clear()
        client.cookies.update(cookies)


def client_for(place, clients):
    if any(word in place.name for word in KEEPERS):
        return clients["root"]
    return clients[READERS.get(place.name.partition(":")[0], "chen")]


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_odd_values_in_all_fields_take_no_address_down(
    method, share, clients, samples, monkeypatch
):
    found = []
    for place in places()[share::SHARES]:
        client, address = client_for(place, clients), place.address(samples)
        names = fields(client, monkeypatch, place, address, method)
        for value in ODD if names else ():
            answer = send(client, method, address, dict.fromkeys(names, value))
            if answer.status_code >= 500:
                found.append((place.name, ascii(value)))
    assert not found, str(found)


@pytest.mark.sweep
@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_odd_value_in_one_field_takes_no_address_down(
    method, share, clients, samples, monkeypatch
):
    # In turn, for all in every field take minutes: beside PostgreSQL, what only that refuses.
    odd, found = ODD if connection.vendor == "postgresql" else ODDER, []
    for place in places()[share::SHARES]:
        client, address = client_for(place, clients), place.address(samples)
        for turn, name in enumerate(fields(client, monkeypatch, place, address, method)):
            value = odd[turn % len(odd)]
            answer = send(client, method, address, {name: value})
            if answer.status_code >= 500:
                found.append((place.name, name, ascii(value[:20])))
    assert not found, str(found)


def test_nothing_is_saved_as_new(client, cast, samples):
    """The wish goes round what a room allows for the record in its address."""
    client.force_login(cast.root)
    changes = [place for place in places() if place.name.endswith("_change")]
    answers = {
        place.name: send(client, "post", place.address(samples), {"_saveasnew": "1"}).status_code
        for place in changes
    }
    assert set(answers.values()) == {400}, answers

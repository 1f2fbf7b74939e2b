"""Deleting, by every door that has the word: nobody takes away what is on record."""

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client

from articles.models import Article, Event, Version, VersionCredit, VersionPhoto
from tests.access.addresses import places

KEPT = (Event, Version, VersionCredit, VersionPhoto)


def record():
    """All that was put down of articles that have been handed in."""
    handed_in = Article.objects.filter(events__sequence__gt=1).values("pk")
    of = {Event: "article", Version: "article"}
    rows = [
        sorted(
            map(
                str,
                model.objects.filter(
                    **{f"{of.get(model, 'version__article')}__in": handed_in}
                ).values_list(),
            )
        )
        for model in KEPT
    ]
    live = Article.objects.filter(pk__in=handed_in).order_by("pk")
    return rows, list(live.values_list("pk", "status", "live_version", "headline", "owner"))


def tried(client, address, data):
    """(status, whether the record is whole) of one POST that is taken back again."""
    point, before = transaction.savepoint(), record()
    status = client.post(address, data).status_code
    if status == 500:
        transaction.savepoint_rollback(point)
        return status, True
    whole = record() == before
    transaction.savepoint_rollback(point)
    return status, whole


@pytest.mark.parametrize("name", ["de", "chen", "root"])
def test_deleting_any_record_leaves_what_is_on_record(name, cast, samples):
    client = Client(raise_request_exception=False)
    client.force_login(getattr(cast, name))
    found = {
        place.name: tried(client, place.address(samples), {"post": "yes"})
        for place in places()
        if place.name.endswith("_delete")
    }
    bad = {name: met for name, met in found.items() if met[0] >= 500 or not met[1]}
    assert bad == {}


@pytest.mark.parametrize("name", ["de", "chen", "root"])
def test_deleting_all_that_is_chosen_in_a_list_leaves_what_is_on_record(name, cast, samples):
    client = Client(raise_request_exception=False)
    client.force_login(getattr(cast, name))
    found = {}
    for model in admin.site._registry:
        keys = list(model._default_manager.values_list("pk", flat=True)[:50])
        address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        words = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
        found[model._meta.label] = tried(client, address, words)
    bad = {label: met for label, met in found.items() if met[0] >= 500 or not met[1]}
    assert bad == {}

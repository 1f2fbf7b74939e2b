"""What people who are logged in are shown stays with them: no cache keeps it, no frame holds it."""

import pytest
from django.db import transaction

from tests.access.addresses import places
from tests.access.test_odd_words import client_for
from tests.public.test_headers import WANTED

# The same for all: words for scripts, and how pages look.
FOR_ALL = {"admin:jsi18n", "public:stylesheets"}


@pytest.mark.once
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_answer_to_staff_is_theirs_alone(method, samples, clients):
    missing, kept = [], []
    for place in places():
        point = transaction.savepoint()
        answer = getattr(client_for(place, clients), method)(place.address(samples))
        transaction.savepoint_rollback(point)
        missing += [
            (place.name, name) for name in WANTED if answer.headers.get(name) != WANTED[name]
        ]
        if "default-src 'self'" not in answer.headers.get("Content-Security-Policy", ""):
            missing.append((place.name, "Content-Security-Policy"))
        rule = answer.headers.get("Cache-Control", "")
        is_read = answer.status_code == 200 and place.name not in FOR_ALL
        if is_read and "no-store" not in rule and "immutable" not in rule:
            kept.append((place.name, rule))
    assert missing == []
    assert kept == []

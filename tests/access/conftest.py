"""Browsers of those who meet the most."""

import pytest
from django.test import Client


@pytest.fixture
def clients(cast):
    found = {}
    for name in ("rui", "chen", "root"):
        found[name] = Client(raise_request_exception=False)
        found[name].force_login(getattr(cast, name))
    return found

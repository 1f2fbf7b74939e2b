"""The editors' rooms, tried by the whole cast."""

import pytest
from django.test import Client


@pytest.fixture
def enter(cast):
    """enter("de") → a browser in which de is logged in."""

    def _enter(name, **options):
        client = Client(**options)
        client.force_login(getattr(cast, name))
        return client

    return _enter


@pytest.fixture
def notes():
    """The messages that a page shows."""

    def _notes(response):
        return [str(message) for message in response.context["messages"]]

    return _notes

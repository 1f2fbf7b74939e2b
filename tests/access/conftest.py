"""Real records for every address, built once for a module, and browsers of those who meet most."""

from copy import deepcopy

import pytest
from django.test import Client

from tests.access.samples import make


@pytest.fixture
def cast(db, standing):
    return deepcopy(standing.cast)


@pytest.fixture
def publication(db, standing):
    return deepcopy(standing.publication)


@pytest.fixture
def issue(db, standing):
    return deepcopy(standing.issue)


@pytest.fixture
def samples(db, _made):
    return _made


@pytest.fixture(scope="module")
def _made(ground, standing):
    with ground.building():
        return make(standing.cast, standing.publication, standing.issue)


@pytest.fixture
def clients(cast):
    found = {}
    for name in ("rui", "chen", "root"):
        found[name] = Client(raise_request_exception=False)
        found[name].force_login(getattr(cast, name))
    return found

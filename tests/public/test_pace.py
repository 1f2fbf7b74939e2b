"""A crawler that searches without end is told to wait; nobody else notices."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def three_a_minute(settings, db):
    settings.SEARCHES_A_MINUTE = 3
    cache.clear()
    yield
    cache.clear()


def searched(client, times, **more):
    return [client.get("/search/", {"q": "秋粮"}, **more).status_code for _time in range(times)]


def test_the_fourth_search_of_a_minute_has_to_wait(client):
    assert searched(client, 5) == [200, 200, 200, 429, 429]


def test_who_has_to_wait_is_told_how_long_and_no_cache_keeps_it(client):
    searched(client, 3)
    answer = client.get("/search/?q=秋粮")
    assert (answer["Retry-After"], answer["Cache-Control"]) == ("60", "no-store")


def test_another_network_goes_on_searching(client):
    searched(client, 4)
    assert searched(client, 1, REMOTE_ADDR="203.0.113.9") == [200]


def test_the_empty_form_is_always_to_be_had(client):
    searched(client, 4)
    assert client.get("/search/").status_code == 200

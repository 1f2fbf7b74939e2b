"""Making the index anew while the site is up: nothing is ever missing from it meanwhile."""

import pytest
from django.core.management import call_command

from articles import search
from articles.models import SearchEntry
from articles.search import indexing
from tests.builders import behind_the_rules


@pytest.fixture
def five(live, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 2)
    return {live("大桥通车", "").pk for _number in range(5)}


def test_searches_find_everything_all_the_while(five):
    seen = []
    search.rebuild(lambda done: seen.append(set(search.find("通车").hits)))
    assert seen == [five] * 3
    assert set(search.find("通车").hits) == five


def test_what_has_gone_meanwhile_is_taken_out(five):
    gone = min(five)
    behind_the_rules(pk=gone).update(status="withdrawn", live_version=None)
    search.rebuild()
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == five - {gone}
    assert search.find("通车").total == 4


def test_twice_is_as_good_as_once(five):
    for _time in range(2):
        search.rebuild()
    assert search.find("通车").total == 5
    assert not search.drift()


def test_from_nothing_makes_the_same(five):
    call_command("rebuild_search", from_nothing=True, verbosity=0)
    assert set(search.find("通车").hits) == five

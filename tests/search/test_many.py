"""A word that thousands share over many years is looked up from any day on, and no hit is lost.

SQLite walks back through a long list of hits by steps; steps of 2⁵⁶ and more it misreads.
"""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from articles.search.indexing import key_of

ROWS = 5_000
FIRST = datetime(2000, 1, 1, tzinfo=UTC)


def keys_of(dice):
    """Of articles that come out every day or two, for twenty years."""
    day, pk = FIRST, 1
    for _row in range(ROWS):
        day += timedelta(days=dice.choice((1, 2)))
        pk += dice.choice((1, 30, 60))
        yield key_of(day, pk)


@pytest.fixture
def index():
    """A table as ours, by itself: lists of many hits are only made by merging what is committed."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE i USING fts5(pairs, content='', columnsize=0, tokenize='ascii')"
        )
        yield connection


def test_all_hits_before_a_day_are_found(index):
    dice = random.Random(2)
    keys = list(keys_of(dice))
    for start in range(0, ROWS, 500):
        rows = [(key, "aa " * dice.choice((1, 2, 3))) for key in keys[start : start + 500]]
        index.executemany("INSERT INTO i (rowid, pairs) VALUES (?, ?)", rows)
        index.commit()
    index.execute("INSERT INTO i (i) VALUES ('optimize')")
    for place in range(1, ROWS, ROWS // 40):
        found = index.execute(
            "SELECT rowid FROM i WHERE i MATCH 'aa' AND rowid < ? ORDER BY rowid DESC",
            [keys[place]],
        )
        assert [key for (key,) in found] == keys[:place][::-1], place


def test_keys_run_with_time_and_then_with_the_number():
    noon = datetime(2026, 11, 28, 12, tzinfo=UTC)
    last = key_of(datetime(2105, 1, 1, tzinfo=UTC), 2**26 - 1)
    in_order = [key_of(noon, 7), key_of(noon, 8), key_of(noon + timedelta(seconds=4), 1), last]
    assert in_order == sorted(in_order)
    assert last < 2**56

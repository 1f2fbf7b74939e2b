"""What headings teach of their marks, and that the parser knows it."""

import pytest

from articles.parsing.reading import head_marks
from articles.parsing.reading.head_weights import WORTH
from tests.parsing.samples import shared_pages

from .corpus import KNOWN, WRITTEN, labelled, samples
from .fitting import unlearned

LEARNED = 10.0  # of a slope: what rounding and the last steps leave


@pytest.fixture(scope="module")
def written():
    return list(samples(WRITTEN))


def share(found) -> float:
    return sum(sample.is_read for sample in found) / len(found)


def test_most_headings_that_others_wrote_are_read_right(written):
    assert share(written) >= 0.76


def test_the_headings_of_our_own_pages_are_read_right():
    assert share(list(samples(KNOWN))) >= 0.99


def test_rules_alone_read_fewer_headings(monkeypatch):
    monkeypatch.setattr(head_marks, "WORTH", {})
    assert share(list(samples(WRITTEN))) <= 0.70


def test_the_weights_are_what_the_headings_teach(written):
    pages = shared_pages()
    if pages is None:
        pytest.skip("the labelled pages teach as well, and are not here")
    found = [*written, *samples(KNOWN), *labelled(pages)]
    assert unlearned(found, WORTH) < LEARNED


def test_every_mark_that_is_worth_something_is_seen(written):
    heads = [sample.heading for sample in (*written, *samples(KNOWN))]
    seen = {mark for h in heads for i, j, _ in h.ways for mark in h.marks.placed(i, j)}
    assert WORTH.keys() <= seen

"""What headings teach of their marks, and that the parser knows it."""

from collections import defaultdict

import pytest

from articles.parsing.reading import head_marks
from tests.parsing.samples import shared_pages

from .corpus import KNOWN, WRITTEN, labelled, of_articles, samples
from .fitting import HANDS, unlearned

LEARNED = 10.0  # of a slope: what rounding and the last steps leave
WORTH = {
    (mark, role): worth for mark, roles in head_marks.WORTH.items() for role, worth in roles.items()
}


@pytest.fixture(scope="module")
def written():
    return [*samples(WRITTEN), *of_articles()]


def share(found) -> float:
    """Of the headings on several rows, how many are read right."""
    found = [sample for sample in found if len(sample.heading.rows) > 1]
    return sum(sample.is_read for sample in found) / len(found)


def test_most_headings_that_others_wrote_are_read_right(written):
    assert share(written) >= 0.75


def test_the_headings_of_our_own_pages_are_read_right():
    assert share(samples(KNOWN)) >= 0.99


def test_a_way_to_read_a_heading_is_worth_what_its_marks_are(written):
    for sample in written[::25]:
        for start, stop, worth in sample.heading.ways:
            marks = sample.heading.marks.placed(start, stop)
            assert worth == pytest.approx(sum(WORTH.get(mark, 0.0) for mark in marks))


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


def test_no_sign_tells_that_few_hands_begin_or_end_a_row_with(written):
    hands = defaultdict(set)
    for sample in written:
        for row in sample.heading.rows:
            hands[f"^{row.text[0]}"].add(sample.hand)
            hands[f"{row.text[-1]}$"].add(sample.hand)
    signs = {mark for mark, _ in WORTH if mark[0] == "^" or mark[-1] == "$"}
    assert len(signs) > 100
    assert min(len(hands[sign]) for sign in signs) >= HANDS - 1  # our own pages are one more

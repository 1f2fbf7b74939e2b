"""Pages set in CSS and printed by Chromium: all is on the paper, and most of it is read."""

import subprocess
import sys

import pytest

from articles.parsing import ledger, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring.measures import Score, score
from tests.parsing.samples import read_folder

from .css import missing_chromium
from .test_pages import printed_pieces
from .test_sheets import characters, folded

COUNT = 8

pytestmark = pytest.mark.skipif(bool(missing_chromium()), reason=missing_chromium())


def printed_into(folder):
    """In a process of its own, as the browser of other tests may hold this one's event loop."""
    options = ["--web", "--count", str(COUNT), "--seed", "5", "--out", str(folder)]
    subprocess.run([sys.executable, "-m", "tests.typesetting", *options], check=True, timeout=300)
    return list(read_folder(folder))


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    return printed_into(tmp_path_factory.mktemp("webs"))


def test_all_that_the_truth_says_is_on_the_paper(printed):
    for sample in printed:
        on_paper = folded("".join(char for char, _, _ in characters(sample.pdf)))
        alone = {piece for article in sample.truth["articles"] for piece in article["ignorable"]}
        wanted = [piece for piece in printed_pieces(sample.truth) if piece not in alone]
        assert not folded("".join(wanted)) - on_paper, sample.name


def test_the_same_seed_makes_the_same_truth(printed, tmp_path):
    again = [sample.truth for sample in printed_into(tmp_path)]
    assert again == [sample.truth for sample in printed]


def test_articles_of_another_program_are_found(printed):
    total = Score()
    for sample in printed:
        page = sample.printed()
        record = parse_page(page.text, layout=page.layout)
        assert ledger(record).closed
        total += score(sample.truth, page_to_json(record))
    assert total.articles.f1 >= 0.97
    assert total.headlines.recall >= 0.97
    assert total.body_accuracy >= 0.99

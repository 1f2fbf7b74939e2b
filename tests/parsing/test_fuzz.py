"""Torn golden pages for a bounded time, and what once was slow; FUZZ_SECONDS sets the time."""

import os
import random

import pytest

from articles.parsing import DEFAULT_RULES, parse_page
from articles.parsing.ledger import ledger
from articles.parsing.reading.heads import read_heads
from articles.parsing.reading.row_marks import HeadRow
from tests.parsing.fuzzing import HTML, MUTATIONS, SIGNS, case_of, run, trouble, words
from tests.timing import growth, least

SECONDS = float(os.environ.get("FUZZ_SECONDS", "20"))
# The same cases each time, so that a change is judged by what it changed; FUZZ_SEED tries others.
FIRST = 20_261_122


@pytest.mark.sweep
def test_torn_pages_are_read_without_fault():
    first = int(os.environ.get("FUZZ_SEED", FIRST))
    failed = [f"--seed {case.seed}: {what}" for case, what in run(SECONDS, first)]
    assert failed == [], "replay with python -m tests.parsing.fuzzing"


@pytest.mark.parametrize(
    "opening",
    ["本报讯（记者穆晓棠）：", "　　本报讯 （记者穆晓棠）： ", "本报讯（记者穆\n晓棠）：\n"],
)
def test_a_colon_after_the_byline_is_cleaned_away_by_name(opening):
    record = parse_page(f"{opening}“快看，是小天鹅。”")
    assert record.articles[0].paragraphs[0].text == "“快看，是小天鹅。”"
    assert [clean.rule for clean in record.cleanups if clean.removed == "："] == ["byline-colon"]
    assert ledger(record).closed


@pytest.mark.parametrize("seed", range(12))
def test_a_few_torn_pages_that_are_always_the_same(seed):
    assert trouble(case_of(seed)) == ""


def test_one_number_makes_one_case():
    assert case_of(7) == case_of(7)
    assert len({case_of(seed).text for seed in range(20)}) == 20


def test_no_mutation_asks_for_a_page_of_some_length():
    for change in MUTATIONS.values():
        for text in ("", "中", "\n"):
            change(text, random.Random(1))


@pytest.mark.sweep
@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_hundred_thousand_of_one_sign(sign):
    assert_linear(sign, 100_000)
    assert_linear(f"{sign}\n", 20_000)


def test_a_headline_of_thousands_of_short_rows_is_not_tried_in_every_length():
    rows = [HeadRow("岚汀公园", 4, False)] * 3000
    body = "棠溪县组织志愿者走进社区，检修线路。"
    assert least(lambda: read_heads(rows, body, DEFAULT_RULES), 2) <= 2


@pytest.mark.sweep
def test_words_of_the_rules_over_and_over():
    for word in random.Random(FIRST).sample([*words(), *HTML], 30):
        assert_linear(word, 100_000)
        assert_linear(f"{word}\n", 20_000)


def assert_linear(unit, size):
    """A text that takes long is no longer than a quarter of it allows: not 16 times."""
    whole, quarter = unit * (size // len(unit)), unit * (size // 4 // len(unit))
    quick = size * 25e-6
    if least(lambda: parse_page(whole), quick, readings=1) > quick:
        assert growth(lambda: parse_page(quarter), lambda: parse_page(whole), 8) <= 8, unit


ODD = {
    "NUL": "\0",
    "mark": "\ufeff",
    "lone surrogate": "\ud800",
    "line separator": "\u2028",
    "right to left": "\u202e",
    "zero width": "\u200b",
    "private": "\ue123",
    "rare": "镕䶮\U00020bb7",
    "emoji": "😀",
    "form feed": "\f",
    "HTML": "<script>alert(1)</script>",
}
STORY = (
    "本报讯（记者林知夏）11月3日，棠溪县组织志愿者走进社区{}，检修线路。\n\n志愿者上门检修线路\n"
)


@pytest.mark.parametrize("piece", ODD.values(), ids=ODD)
def test_an_odd_character_inside_a_story_takes_nothing_along(piece):
    (article,) = parse_page(STORY.format(piece)).articles
    text = "".join(p.text for p in article.paragraphs)
    assert (article.headline, article.credits[0].name) == ("志愿者上门检修线路", "林知夏")
    assert text.startswith("11月3日")
    assert "检修线路。" in text


@pytest.mark.parametrize("piece", ["\ue123", "镕䶮\U00020bb7", "😀", "<script>alert(1)</script>"])
def test_what_is_visible_is_kept(piece):
    (article,) = parse_page(STORY.format(piece)).articles
    assert piece in "".join(p.text for p in article.paragraphs)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n\f"], ids=repr)
def test_every_line_end_ends_a_line(end):
    record = parse_page(STORY.format("").replace("\n", end))
    assert [article.headline for article in record.articles] == ["志愿者上门检修线路"]

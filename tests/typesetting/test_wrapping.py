"""Lines break as Chinese typesetting breaks them."""

import random

import pytest

from .noise import letter_space
from .sampling import load_articles
from .wrapping import em, tokenize, width_of, wrap

PARAGRAPHS = [text for article in load_articles() for text in article["paragraphs"]]
FITS = ("push", "squeeze", "hang")


@pytest.mark.parametrize("fit", FITS)
def test_no_line_starts_with_a_closing_mark(fit):
    for text in PARAGRAPHS:
        assert not [line for line in wrap(text, 13, fit) if line[0] in "，。、；：？！）》”"]


@pytest.mark.parametrize("fit", FITS)
def test_no_line_ends_with_an_opening_mark(fit):
    for text in PARAGRAPHS:
        assert not [line for line in wrap(text, 13, fit) if line[-1] in "（《“"]


@pytest.mark.parametrize("fit", FITS)
def test_wrapping_keeps_every_character(fit):
    for text in PARAGRAPHS:
        lines = wrap(text, random.Random(len(text)).randint(7, 26), fit)
        assert "".join("".join(line) for line in lines) == text.replace(" ", "") or " " in text


def test_a_pushed_line_never_exceeds_its_width():
    for text in PARAGRAPHS:
        assert max(width_of(line) for line in wrap(text, 14, "push")) <= 14


def test_a_hanging_mark_exceeds_the_width_by_itself_alone():
    for text in PARAGRAPHS:
        assert max(width_of(line) for line in wrap(text, 14, "hang")) <= 15


def test_a_number_is_never_broken():
    assert tokenize("共1,286.5万亩") == ["共", "1,286.5", "万", "亩"]
    assert em("1,286.5") == 3.5


def test_letter_spacing_parts_characters_and_keeps_numbers():
    assert letter_space(tokenize("在4月13日"), split_digits=False) == "在 4 月 13 日"
    assert letter_space(tokenize("在4月13日"), split_digits=True) == "在 4 月 1 3 日"

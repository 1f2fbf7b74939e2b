"""Kickers, columns' names and decks that stand at the side of their headline."""

import pytest

from tests.parsing.printing import text_at
from tests.parsing.test_printed_openings import (
    BODY,
    COLUMNS,
    FIRST,
    HEADLINE,
    SECOND,
    THIRD,
    WIDE,
    text_of,
)
from tests.parsing.test_printed_photos import read, words_at
from tests.parsing.test_printed_rivers import ROWS
from tests.parsing.test_printed_stories import OTHER, record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of


def parts_of(article):
    return article.kicker, article.headline, article.deck


@pytest.mark.parametrize("name", ["田埂夜话", "民生观察"])
def test_a_columns_name_stands_at_the_edge_above_a_headline_in_the_middle(name):
    """Under the name there is the white beside the headline, and then the headline's text."""
    page = text_at(50, 285, 13, name) + text_at(200, 257, 20, HEADLINE) + COLUMNS
    (article,) = record_of(page, **WIDE).articles
    assert (article.kicker, article.headline, text_of(article)) == (name, HEADLINE, BODY)


def test_a_kicker_at_the_edge_may_reach_a_little_over_its_headline_in_the_middle():
    name = "田埂夜话·一线故事连载"
    page = text_at(50, 285, 14, name) + text_at(186, 257, 20, HEADLINE) + COLUMNS
    (article,) = record_of(page, **WIDE).articles
    assert (article.kicker, article.headline, text_of(article)) == (name, HEADLINE, BODY)


@pytest.mark.parametrize("size", [14, 10.8])
def test_a_deck_behind_a_dash_ends_at_the_other_edge_below_its_headline(size):
    deck = "——记一个农技站的春天"
    page = text_at(50, 275, 20, HEADLINE) + text_at(510 - 10 * size, 255, size, deck) + COLUMNS
    (article,) = record_of(page, **WIDE).articles
    assert parts_of(article) == (None, HEADLINE, deck)
    assert text_of(article) == BODY


def test_a_smaller_headline_right_over_its_own_column_is_no_kicker_of_the_next():
    page = text_at(50, 247, 13, "大桥封顶") + set_column(50, 230, OTHER)
    page += text_at(210, 257, 22, HEADLINE) + set_column(210, 230, OTHER[1:])
    heads = [a.headline for a in record_of(page, **WIDE).articles]
    assert sorted(heads) == sorted(["大桥封顶", HEADLINE])


SIGNED = "本报记者 陆小舟"


def signed_by(article):
    return [c.name for c in article.credits]


def test_a_byline_ends_at_the_columns_right_edge_between_a_headline_and_a_photo():
    words = [Printed(HEADLINE, 50, 40, 20), Printed(SIGNED, 435, 70)]
    words += [*words_at(50, 300, FIRST), *words_at(210, 300, SECOND), *words_at(370, 300, THIRD)]
    (article,) = read(pdf_of([*words, Placed(jpeg((90, 60)), 50, 92, 460, 190)]))
    assert (article.headline, text_of(article)) == (HEADLINE, BODY)
    assert signed_by(article) == ["陆小舟"]


def test_a_byline_at_the_right_edge_below_a_deck_is_no_row_of_the_last_column():
    """The headline reaches over a part of it, the deck does not."""
    page = text_at(50, 304, 30, HEADLINE + "增产忙春耕") + text_at(50, 276, 13, "——青禾区见闻")
    page += text_at(435, 262, 10, SIGNED) + COLUMNS
    (article,) = record_of(page, width=560, height=340).articles
    assert (article.headline, text_of(article)) == (HEADLINE + "增产忙春耕", BODY)
    assert signed_by(article) == ["陆小舟"]


def test_a_byline_at_the_right_edge_may_have_white_below_it_beside_a_photo():
    words = [Printed(HEADLINE, 50, 40, 20), Printed(SIGNED, 435, 70)]
    words += [*words_at(50, 96, [*FIRST, *ROWS, *ROWS, *ROWS]), Printed("图为现场。", 435, 250)]
    words += [*words_at(210, 300, SECOND), *words_at(370, 300, THIRD)]
    photo = Placed(jpeg((90, 60)), 210, 96, 210, 180)
    (article,) = read(pdf_of([*words, photo]))
    assert (article.headline, signed_by(article)) == (HEADLINE, ["陆小舟"])


def test_a_byline_beside_the_headline_of_another_column_signs_its_own_text():
    """A rule stands between the two."""
    page = text_at(50, 257, 20, HEADLINE[:6]) + set_column(50, 230, OTHER)
    page += text_at(210, 257, 20, "大桥封顶") + text_at(265, 244, 10, SIGNED)
    page += set_column(210, 230, [*FIRST, *SECOND]) + "200 130 .5 150 re f\n"
    found = {a.headline: signed_by(a) for a in record_of(page, **WIDE).articles}
    assert found["大桥封顶"] == ["陆小舟"]

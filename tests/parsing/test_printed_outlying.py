"""Kickers, columns' names and decks that stand at the side of their headline."""

import pytest

from tests.parsing.printing import text_at
from tests.parsing.test_printed_openings import BODY, COLUMNS, HEADLINE, WIDE, text_of
from tests.parsing.test_printed_stories import OTHER, record_of, set_column


def parts_of(article):
    return article.kicker, article.headline, article.deck


@pytest.mark.parametrize("name", ["田埂夜话", "民生观察"])
def test_a_columns_name_stands_at_the_edge_above_a_headline_in_the_middle(name):
    """Under the name there is the white beside the headline, and then the headline's text."""
    page = text_at(50, 285, 13, name) + text_at(200, 257, 20, HEADLINE) + COLUMNS
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

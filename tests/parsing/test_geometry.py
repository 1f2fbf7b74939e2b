"""The measures of places."""

import pytest

from tests.parsing.geometry import area_shared, boxes_shared, drawn_found

L_SHAPE = [(0, 0), (2, 0), (2, 1), (1, 1), (1, 2), (0, 2)]


def test_an_l_is_the_union_of_its_rectangles():
    assert area_shared([(0, 0, 2, 1), (0, 1, 1, 2)], L_SHAPE) == pytest.approx(1)
    assert area_shared([(0, 0, 2, 1), (0, 0, 1, 2)], L_SHAPE) == pytest.approx(1)


def test_half_a_box_shares_half():
    assert boxes_shared((0, 0, 2, 1), (0, 0, 1, 1)) == pytest.approx(0.5)
    assert boxes_shared((0, 0, 1, 1), (2, 2, 3, 3)) == 0


def test_a_drawn_headline_is_found_once():
    tally = drawn_found([(0, 0, 1, 1), (5, 5, 6, 6)], [(0, 0, 1, 1.1), (0, 0, 1.1, 1)])
    assert (tally.right, tally.surplus, tally.missed) == (1, 1, 1)

"""Duties that do not hold each other up."""

import pytest

from articles.turns import take_turns


def fails():
    raise LookupError("nothing there")


def test_duties_are_done_in_order():
    done = []
    take_turns([lambda: done.append(1), lambda: done.append(2)])
    assert done == [1, 2]


def test_a_fault_comes_out_after_the_others_had_their_turn():
    done = []
    with pytest.raises(LookupError, match="nothing there"):
        take_turns([lambda: done.append(1), fails, lambda: done.append(3)])
    assert done == [1, 3]


@pytest.mark.parametrize("end", [SystemExit, KeyboardInterrupt])
def test_a_process_that_is_to_end_ends_at_once(end):
    def ends():
        raise end

    done = []
    with pytest.raises(end):
        take_turns([ends, lambda: done.append(2)])
    assert done == []

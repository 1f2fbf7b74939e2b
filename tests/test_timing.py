"""What other tests measure time with."""

import gc
import time

from tests.timing import READINGS, growth, least


def busy(seconds):
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_what_is_quick_enough_is_measured_once():
    runs = []
    assert least(lambda: runs.append(1), enough=1) < 1
    assert len(runs) == 1


def test_one_slow_reading_condemns_nothing():
    delays = iter([0.05, 0.0])
    assert least(lambda: busy(next(delays)), enough=0.02) < 0.02


def test_what_is_always_slow_is_slow():
    runs = []

    def slow():
        runs.append(1)
        busy(0.01)

    assert least(slow, enough=0.001) >= 0.01
    assert len(runs) == READINGS


def test_growth_is_told_by_the_least_of_each():
    few, many = iter([0.01, 0.01]), iter([0.2, 0.04])
    assert growth(lambda: busy(next(few)), lambda: busy(next(many)), enough=8) < 8


def test_sixteenfold_growth_is_not_taken_for_eightfold():
    assert growth(lambda: busy(0.002), lambda: busy(0.032), enough=8) > 8


def test_the_collector_runs_again_afterwards():
    least(lambda: None, enough=1)
    assert gc.isenabled()

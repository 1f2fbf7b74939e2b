"""CPU time as a test can trust it.

What else a machine does only ever adds to a reading, so the least of several is nearest to the
truth. Work that is quick enough is measured once; only what seems slow is measured again.
"""

import gc
import time

READINGS = 6


def least(work, enough, readings=READINGS):
    """The CPU seconds of `work()`: the least of some readings, or the first that is `enough`."""
    found = float("inf")
    for _reading in range(readings):
        found = min(found, _seconds(work))
        if found <= enough:
            break
    return found


def growth(small, large, enough, unit=0.0, readings=READINGS):
    """How many times as long `large()` takes as `small()`, by the least of some readings of each.

    The first answer that is `enough` is taken. `unit` is the least time, in CPU seconds, that is
    taken for small: what is shorter is not measured but guessed.
    """
    short = long = float("inf")
    for _reading in range(readings):
        short, long = min(short, _seconds(small)), min(long, _seconds(large))
        if long <= enough * max(short, unit):
            break
    return long / max(short, unit, 1e-9)


def _seconds(work):
    """Without the collector, which would walk through what all tests before have left."""
    was_collecting = gc.isenabled()
    gc.disable()
    begun = time.process_time()
    try:
        work()
        return time.process_time() - begun
    finally:
        if was_collecting:
            gc.enable()

"""Several duties, of which none holds up the others."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack


def take_turns(duties: Sequence[Callable[[], object]]):
    """Call each in order. What one raises comes out when the others have had their turn.

    The last fault comes out, those before as its context. A process that is to end (SystemExit,
    KeyboardInterrupt) ends at once.
    """
    with ExitStack() as turns:
        # What is put on the stack last is called first.
        for duty in reversed(duties):
            turns.push(_turn(duty))


def _turn(duty):
    def leave(kind, _error, _traceback):
        if kind is None or issubclass(kind, Exception):
            duty()

    return leave

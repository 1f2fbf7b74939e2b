"""Stopping a long command in good order: what is begun is finished, nothing new is begun.

Where the machine stops it, a sentence says why.
"""

import signal
import threading
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.utils.translation import gettext_lazy

from articles import faults

GOES_ON = gettext_lazy("The same command goes on where it was.")
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stop_when_asked():
    """An event that is set by Ctrl-C or SIGTERM. Asked a second time, it stops at once."""
    stop = threading.Event()

    def ask(number, frame):
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, ask) for number in SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def faults_told(then=GOES_ON):
    """A full disk, or a database that is away, in place of a traceback; `then` is what follows."""
    try:
        yield
    except faults.FAULTS as error:
        reason = faults.reason(error)
        if name := getattr(error, "filename", None):
            reason = f"{name}: {reason}"
        raise CommandError(f"{reason} {then}") from error

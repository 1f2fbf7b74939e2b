"""Stopping a long command in good order: what is begun is finished, nothing new is begun.

Where the machine stops it, a sentence says why.
"""

import signal
import threading
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from articles import faults

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
def faults_told():
    """A full disk, or a database that is away, in place of a traceback."""
    try:
        yield
    except faults.FAULTS as error:
        reason = faults.reason(error)
        if name := getattr(error, "filename", None):
            reason = f"{name}: {reason}"
        again = _("The same command goes on where it was.")
        raise CommandError(f"{reason} {again}") from error

"""What is carried away shows one state of a paper: what changes meanwhile has it begun again."""

from collections.abc import Callable
from typing import BinaryIO

from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _
from articles.triggers.stamps import seen_of

ATTEMPTS = 3


class Changed(Exception):
    """What readers see has changed while it was copied."""


def write_one_state(paper: str, file: BinaryIO, write: Callable[[], None]):
    """Have `write` fill a file that can be wound back, of the paper with that slug."""
    for _attempt in range(ATTEMPTS):
        before = seen_of(paper)
        file.seek(0)
        file.truncate()
        try:
            write()
        except Changed:
            continue
        if seen_of(paper) == before:
            return
    message = _("The paper was changed again and again while it was copied. Try again later.")
    raise Refused(Refusal("changes", message))

"""PDFs are read in a child process: one that is broken or hostile costs itself and no more."""

import json
import logging
import subprocess
import sys
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from shutil import copyfileobj
from tempfile import TemporaryFile

from django.conf import settings
from django.utils.translation import gettext_noop

from articles import records
from articles.parsing import layout_from_json
from articles.parsing.pdf.errors import REFUSALS
from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _

WORK = "articles.sandbox.pdf_work"
OUTPUT_BYTES = 64_000_000
FIRST_LINE = 16_000_000
LOGGED = 2_000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What the child has found: plain values, and files."""

    value: object
    files: tuple[bytes, ...]


def count_pages(file) -> int:
    """The pages of a PDF; raises Refused for one that cannot be read. `file` is open."""
    return int(ask("count", file).value)


def read_page(file, index: int = 0) -> records.PrintedPage:
    """The text of one page, counted from 0, and what stands where. Raises Refused."""
    return printed_page(ask("read", file, index=index).value)


def printed_page(value) -> records.PrintedPage:
    """The page in a child's answer. Raises Refused where it is none."""
    try:
        return records.PrintedPage(value["text"], layout_from_json(value["layout"]))
    except (ValueError, KeyError, TypeError) as garbled:
        raise unreadable(PDF) from garbled


@dataclass(frozen=True)
class Drawn:
    """A page's picture: (width, height, WebP) from the widest on, and the narrowest as JPEG."""

    sizes: tuple[tuple[int, int, bytes], ...]
    jpeg: bytes


def draw_page(file, index: int, *, widths) -> Drawn:
    """Raises Refused. See pdf_work for what becomes of widths that the page lacks."""
    answer = ask("draw", file, index=index, widths=list(widths))
    *pictures, jpeg = answer.files
    sizes = zip(answer.value, pictures, strict=True)
    return Drawn(tuple((width, height, data) for (width, height), data in sizes), jpeg)


def cut_picture(file, index: int, number: int) -> bytes | None:
    """The file of a photo on the page, by the number of its records.Picture. Raises Refused."""
    return next(iter(ask("cut", file, index=index, number=number).files), None)


@dataclass(frozen=True)
class Kind:
    """What is said of a file that cannot be read: `refusals` by the code that a child gives."""

    name: str
    refusals: Mapping[str, str]
    crashed: str
    slow: str
    heavy: str
    advice: str
    lighter: str  # the advice where memory was the matter


PDF = Kind(
    name="pdf",
    refusals=REFUSALS,
    crashed=gettext_noop("The PDF is damaged, or built in a way that cannot be read."),
    slow=gettext_noop("Reading the PDF took more than %(seconds)s seconds and was stopped."),
    heavy=gettext_noop("Reading the PDF took more than %(megabytes)s MB of memory."),
    advice=gettext_noop("Open it and print it to a new PDF, and try that one."),
    lighter=gettext_noop("Save it with smaller pictures, or one page in a file, and try again."),
)


@dataclass(frozen=True)
class Child:
    """A module that is run, and what it may take: its whole address space in bytes, its time."""

    module: str
    memory: int
    seconds: int
    reads: Kind = PDF


def ask(job: str, file, **words) -> Answer:
    """Let a child do a job of pdf_work. Raises Refused, whatever becomes of the child."""
    child = Child(WORK, settings.PDF_MEMORY_BYTES, settings.PDF_SECONDS)
    return ask_child(child, job, file, **words)


def ask_child(child: Child, job: str, file, **words) -> Answer:
    """The same for a job of another module that keeps to the form of pdf_work."""
    with _descriptor(file) as source, TemporaryFile() as out, TemporaryFile() as complaints:
        code = _run(child, job, words, source, out, complaints)
        if code:
            _log(child, job, code, complaints)
            raise unreadable(child.reads)
        return _answer(child, out)


def _run(child, job, words, source, out, complaints):
    limits = {"memory": child.memory, "seconds": child.seconds, "output": OUTPUT_BYTES}
    command = [sys.executable, "-m", child.module, job, json.dumps(words), json.dumps(limits)]
    try:
        done = subprocess.run(
            command,
            stdin=source,
            stdout=out,
            stderr=complaints,
            cwd=settings.BASE_DIR,
            # No environment: what can be read there is nothing that a PDF should learn.
            env={},
            timeout=child.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise _too_slow(child) from slow
    return done.returncode


def _answer(child, out):
    out.seek(0)
    try:
        # A child that the PDF has taken over can say what it likes: nothing of it is executed.
        said = json.loads(out.readline(FIRST_LINE))
        if "error" not in said:
            return Answer(said["value"], tuple(out.read(size) for size in said["sizes"]))
        refused = _refused(child, said["error"], said["params"])
    except (ValueError, KeyError, TypeError) as garbled:
        raise unreadable(child.reads) from garbled
    raise refused


def _refused(child, code, params):
    if code == "memory":
        return _too_heavy(child)
    if reason := params.get("reason"):
        params = {**params, "reason": _(str(reason))}
    message = _(child.reads.refusals[code]) % params
    return Refused(Refusal(rule=f"{child.reads.name}_{code}", message=message))


@contextmanager
def _descriptor(file):
    """The file as one that the operating system knows; uploads may be in memory alone."""
    with TemporaryFile() as copy:
        try:
            descriptor = file.fileno()
        except (AttributeError, OSError):
            file.seek(0)
            copyfileobj(file, copy)
            copy.flush()
            descriptor = copy.fileno()
        yield descriptor


def _log(child, job, code, complaints):
    complaints.seek(0)
    text = complaints.read(1_000_000).decode(errors="replace")
    log.warning("%s %s ended with %s: %s", child.module, job, code, text[-LOGGED:])


def unreadable(kind: Kind):
    return Refused(
        Refusal(rule=f"{kind.name}_crashed", message=_(kind.crashed), next_step=_(kind.advice))
    )


def _too_slow(child):
    kind = child.reads
    message = _(kind.slow) % {"seconds": child.seconds}
    return Refused(Refusal(rule=f"{kind.name}_slow", message=message, next_step=_(kind.advice)))


def _too_heavy(child):
    kind = child.reads
    message = _(kind.heavy) % {"megabytes": child.memory // 1_000_000}
    return Refused(Refusal(rule=f"{kind.name}_memory", message=message, next_step=_(kind.lighter)))

"""A .docx as a piece for the web: headline, paragraphs, pictures, and what was left behind."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext_lazy

from articles.images.pictures import Picture, read_picture
from articles.models import CreditRole
from articles.refusals import Refusal, Refused
from articles.sandbox import pdf_child
from articles.sandbox.docx_errors import REFUSALS
from articles.sandbox.pdf_child import Child, Kind
from articles.texts.body import tidy, tidy_line
from articles.writing.word_bylines import Byline, split_byline

WORD = Kind(
    name="docx",
    refusals=REFUSALS,
    crashed=gettext_noop("The file is damaged, or built in a way that cannot be read."),
    slow=gettext_noop("Reading the file took more than %(seconds)s seconds and was stopped."),
    heavy=gettext_noop("Reading the file took more than %(megabytes)s MB of memory."),
    advice=gettext_noop("Open it, save it again as .docx, and try that one."),
    lighter=gettext_noop("Take the pictures out and add them to the piece by themselves."),
)
# What is left behind, by the code that texts.pasted and sandbox.docx_work give it.
LEFT = {
    "table": ngettext_lazy(
        "%(count)s table: its rows stand as lines, the cells divided by ｜",
        "%(count)s tables: their rows stand as lines, the cells divided by ｜",
        "count",
    ),
    "style": ngettext_lazy(
        "%(count)s place in bold, italics or the like: the words stay, the look does not",
        "%(count)s places in bold, italics or the like: the words stay, the look does not",
        "count",
    ),
    "link": ngettext_lazy(
        "%(count)s link: its words stay, the address does not",
        "%(count)s links: their words stay, the addresses do not",
        "count",
    ),
    "bullet": ngettext_lazy(
        "%(count)s bullet before a line",
        "%(count)s bullets before lines",
        "count",
    ),
    "raised": ngettext_lazy(
        "%(count)s raised or lowered word stands on the line",
        "%(count)s raised or lowered words stand on the line",
        "count",
    ),
    "picture": ngettext_lazy(
        "%(count)s picture: add it under “Pictures”",
        "%(count)s pictures: add them under “Pictures”",
        "count",
    ),
    "unread_picture": ngettext_lazy(
        "%(count)s picture that cannot be read",
        "%(count)s pictures that cannot be read",
        "count",
    ),
    "picture_over": ngettext_lazy(
        "%(count)s picture more than is taken from one file: add it under “Pictures”",
        "%(count)s pictures more than are taken from one file: add them under “Pictures”",
        "count",
    ),
    "linked_picture": ngettext_lazy(
        "%(count)s picture that does not lie in the file itself",
        "%(count)s pictures that do not lie in the file itself",
        "count",
    ),
    "formula": ngettext_lazy(
        "%(count)s formula",
        "%(count)s formulas",
        "count",
    ),
    "chart": ngettext_lazy(
        "%(count)s chart",
        "%(count)s charts",
        "count",
    ),
    "diagram": ngettext_lazy(
        "%(count)s diagram",
        "%(count)s diagrams",
        "count",
    ),
    "object": ngettext_lazy(
        "%(count)s embedded object",
        "%(count)s embedded objects",
        "count",
    ),
    "deletion": ngettext_lazy(
        "%(count)s place that was struck out as a tracked change",
        "%(count)s places that were struck out as tracked changes",
        "count",
    ),
    "comment": ngettext_lazy(
        "%(count)s comment",
        "%(count)s comments",
        "count",
    ),
}
LONGEST_HEADLINE = 40  # of a line that nothing but its place marks as one
LONGEST_HEADING = 200
LONGEST_CAPTION = 300
LONGEST_NAME = 60
# A line of this beginning below a picture is its caption.
CAPTION = re.compile(r"^(?:[▲△↑←→◀▶▼]|图[为：:片]|图\d|（图|\(图)")
SENTENCE_ENDS = "。！？；…”"


@dataclass(frozen=True)
class Illustration:
    picture: Picture
    caption: str
    photographers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manuscript:
    headline: str
    body: str
    illustrations: tuple[Illustration, ...]
    byline: Byline
    left: tuple[str, ...]  # sentences: what is not in the piece, or not as it was


def read_docx(file, *, name: str) -> Manuscript:
    """`file` is open, `name` what its owner calls it. Raises Refused; nothing is kept of it."""
    if file.size > settings.MAX_DOCX_BYTES:
        raise _too_large()
    child = Child(
        "articles.sandbox.docx_work", settings.PDF_MEMORY_BYTES, settings.PDF_SECONDS, WORD
    )
    answer = pdf_child.ask_child(child, "read", file, unpacked=settings.MAX_DOCX_UNPACKED_BYTES)
    try:
        paragraphs = [
            (str(kind), tidy_line(str(text))) for kind, text in answer.value["paragraphs"]
        ]
        left = {str(code): int(count) for code, count in answer.value["left"].items()}
        margins = [str(text) for text in answer.value["margins"]]
    except (KeyError, TypeError, ValueError, AttributeError) as garbled:
        raise pdf_child.unreadable(WORD) from garbled
    headline, paragraphs = _headline(paragraphs)
    illustrations, paragraphs, unread = _illustrations(paragraphs, answer.files)
    byline, paragraphs = split_byline(paragraphs)
    illustrations = _by_whom(illustrations, byline)
    sentences = [*_margins(margins), *sentences_of(left | unread)]
    if not headline:
        headline = PurePosixPath(name).stem[:LONGEST_NAME] or _("(no headline)")
        sentences.insert(0, _("The text has no headline: the file's name stands in its place."))
    return Manuscript(headline, body_of(paragraphs), illustrations, byline, tuple(sentences))


def _by_whom(illustrations, byline):
    """Who took the pictures is credited with them, where the file has any."""
    names = tuple(byline.credits.get(CreditRole.PHOTOGRAPHER, ()))
    return tuple(replace(one, photographers=names) for one in illustrations)


def body_of(paragraphs):
    marks = {"text": "", "subhead": "## "}
    return tidy("\n".join(marks[kind] + text for kind, text in paragraphs if kind in marks))


def sentences_of(left) -> list[str]:
    """What is left behind, by code and count, in the reader's words."""
    return [
        str(LEFT[code] % {"count": count}) for code, count in left.items() if code in LEFT and count
    ]


def _headline(paragraphs):
    """The first heading, else a first line that is short and no sentence; what remains is text."""
    texts = [place for place, (kind, text) in enumerate(paragraphs) if kind != "picture" and text]
    if not texts:
        return "", paragraphs
    first = texts[0]
    kind, text = paragraphs[first]
    is_short = len(text) <= LONGEST_HEADLINE and text[-1] not in SENTENCE_ENDS
    is_head = kind == "subhead" and len(text) <= LONGEST_HEADING
    if is_head or (is_short and len(texts) > 1):
        return text, [*paragraphs[:first], *paragraphs[first + 1 :]]
    return "", paragraphs


def _illustrations(paragraphs, files):
    """Pictures in the order of the text, each with the line below it if that is a caption."""
    found, rest, unread = [], [], 0
    waiting = False
    for kind, text in paragraphs:
        if kind == "picture":
            picture = _picture(text, files)
            unread += bool(text) and picture is None
            waiting = picture is not None
            if picture:
                found.append(Illustration(picture, ""))
        elif waiting and len(text) <= LONGEST_CAPTION and CAPTION.match(text):
            found[-1] = Illustration(found[-1].picture, text.lstrip("▲△↑←→◀▶▼ 　"))
            waiting = False
        else:
            rest.append((kind, text))
            waiting = False
    return found, rest, {"unread_picture": unread}


def _picture(place, files):
    """The picture of that number, encoded anew like every upload; None where it is none."""
    if not place.isdecimal() or not 0 < int(place[:9]) <= len(files):
        return None
    try:
        return read_picture(files[int(place) - 1])
    except Refused:
        return None


def _margins(texts):
    return [_("Header or footer, not taken over: “%(text)s”") % {"text": text} for text in texts]


def _too_large():
    limit = settings.MAX_DOCX_BYTES
    return Refused(
        Refusal(
            rule="docx_size",
            message=_("The file has more than %(limit)s bytes.") % {"limit": limit},
            next_step=_("Take the pictures out and add them to the piece by themselves."),
        )
    )

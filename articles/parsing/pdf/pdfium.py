"""The calls to pdfium: pages, characters and drawn objects as plain values in page space.

Page space is what a reader sees: points, the origin at the top left of the visible page, y
downwards, the page's own rotation undone. Every call goes through `C`, so that a bench can
count the time that is spent inside the library.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import NamedTuple

import pypdfium2.raw

from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.matrices import apply, inverse, times
from articles.parsing.typography.radicals import FIRST_RADICAL, as_character

CALLS = [name for name in dir(pypdfium2.raw) if name.startswith("FPDF")]
C = SimpleNamespace(**{name: getattr(pypdfium2.raw, name) for name in CALLS})
FAULTS = {
    1: "an unknown fault",
    2: "the file ends too early or is no PDF",
    3: "it is no PDF or damaged",
    5: "its protection is of an unknown kind",
    6: "the page is damaged",
}
ENCRYPTED = 4
TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
DEEPEST_FORM = 6
LONGEST_FACE = 200
HYPHENS = frozenset((2, 0x2010, 0x2011))  # 2 is pdfium's own, for one at a line's end
LEAST_TYPE = 0.05  # points
SAME_PLACE = 0.5  # points
LOST = "\ufffd"  # a sign of which nobody knows what character it is


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """What is refused or left unread. Sizes in bytes, points and pieces."""

    max_bytes: int = 200 * 1024 * 1024
    max_pages: int = 400
    max_points: float = 15_000
    max_characters: int = 250_000
    max_objects: int = 60_000


class Glyph:
    """One printed character. `em` is the type's width, `size` its height, both in points."""

    __slots__ = ("char", "em", "face", "order", "right", "size", "thing", "turn", "x", "y")

    def __init__(self, char, x, y, right, size, em, face, turn, order, thing=0):
        self.char, self.x, self.y, self.right = char, x, y, right  # y: the baseline
        self.size, self.em, self.face = size, em, face
        self.turn = turn  # degrees clockwise from upright
        self.order = order  # place in the stream
        self.thing = thing  # address of the text object that it is of


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn object's box in points. `points` counts the path's points, 0 for pictures."""

    kind: str  # path, curves, picture
    left: float
    top: float
    right: float
    bottom: float
    index: int
    points: int = 0
    pixels: tuple[int, int] = (0, 0)
    filled: bool = False
    image: object = None  # the library's own, of a picture, while its page is open
    shows: str = ""  # what a small picture was found to show: letters, photo


class Text(NamedTuple):
    """A text object: the library's own, its place among the page's objects, if in a form."""

    thing: object
    index: int
    is_inside: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """How user space lies on the visible page."""

    left: float
    bottom: float
    width: float  # of the visible page, after its rotation
    height: float
    turns: int  # quarter turns clockwise

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.turns == 0:
            return x, self.height - y
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        return self.width - y, self.height - x


@contextmanager
def opened(data: bytes, limits: PdfLimits) -> Iterator:
    """The document of these bytes; raises PdfError when it cannot be read."""
    if not data:
        raise PdfError("empty")
    if len(data) > limits.max_bytes:
        raise PdfError("too_large", size=len(data), limit=limits.max_bytes)
    document = C.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        fault = C.FPDF_GetLastError()
        if fault == ENCRYPTED:
            raise PdfError("encrypted")
        raise PdfError("broken", reason=FAULTS.get(fault, FAULTS[1]))
    try:
        yield document
    finally:
        C.FPDF_CloseDocument(document)


def page_count(document, limits: PdfLimits) -> int:
    """How many pages the document has; raises PdfError when that is none or too many."""
    pages = C.FPDF_GetPageCount(document)
    if pages > limits.max_pages:
        raise PdfError("too_many_pages", pages=pages, limit=limits.max_pages)
    if pages < 1:
        raise PdfError("broken", reason=FAULTS[6])
    return pages


@contextmanager
def page_of(document, index: int, limits: PdfLimits) -> Iterator[tuple]:
    """One page and its sheet; raises PdfError when it is missing, damaged or absurdly large."""
    pages = C.FPDF_GetPageCount(document)
    if not 0 <= index < pages:
        raise PdfError("no_such_page", pages=pages, page=index + 1)
    page = C.FPDF_LoadPage(document, index)
    if not page:
        raise PdfError("broken", reason=FAULTS[6])
    try:
        yield page, _sheet(page, index, limits)
    finally:
        C.FPDF_ClosePage(page)


def _sheet(page, index: int, limits: PdfLimits) -> Sheet:
    width, height = C.FPDF_GetPageWidthF(page), C.FPDF_GetPageHeightF(page)
    if not (0 < width <= limits.max_points and 0 < height <= limits.max_points):
        size = {"width": round(width), "height": round(height), "limit": int(limits.max_points)}
        raise PdfError("page_too_large", page=index + 1, **size)
    box = pypdfium2.raw.FS_RECTF()
    C.FPDF_GetPageBoundingBox(page, box)
    return Sheet(box.left, box.bottom, width, height, C.FPDFPage_GetRotation(page) % 4)


def glyphs(page, sheet: Sheet, *, index: int, limits: PdfLimits) -> list[Glyph]:
    """The characters of the page in the order of its stream; without pdfium's own."""
    text = C.FPDFText_LoadPage(page)
    if not text:
        return []
    try:
        count = C.FPDFText_CountChars(text)
        if count > limits.max_characters:
            raise PdfError(
                "too_much_text", page=index + 1, count=count, limit=limits.max_characters
            )
        return list(_Reader(text, sheet).read(max(0, count)))
    finally:
        C.FPDFText_ClosePage(text)


class _Reader:
    """Reads one text page; what all characters of a text object share is asked for once."""

    def __init__(self, text, sheet: Sheet):
        self.text, self.sheet = text, sheet
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = pypdfium2.raw.FS_RECTF(), pypdfium2.raw.FS_MATRIX()
        self.name, self.flags = ctypes.create_string_buffer(LONGEST_FACE), ctypes.c_int()
        self.faces: dict[bytes, str] = {}

    def read(self, count: int) -> Iterator[Glyph]:
        text, x, y, box = self.text, self.x, self.y, self.box
        before, type_, form = None, None, None
        for i in range(count):
            if C.FPDFText_IsGenerated(text, i) == 1:
                continue
            # Without a table of its font a sign has a number, which is no character.
            lost = C.FPDFText_HasUnicodeMapError(text, i) == 1
            char = LOST if lost else _char(C.FPDFText_GetUnicode(text, i))
            drawn = C.FPDFText_GetTextObject(text, i)
            address = ctypes.cast(drawn, ctypes.c_void_p).value
            C.FPDFText_GetCharOrigin(text, i, x, y)
            if address != before or type_ is None:
                before, type_ = address, self._type(i)
                form = self._form_around(drawn)
            size, em, face, turn = type_
            C.FPDFText_GetLooseCharBox(text, i, box)
            place = apply(form, x.value, y.value) if form else (x.value, y.value)
            left, base = self.sheet.to_page(*place)
            right = left + self._advance(turn)
            if math.isfinite(left + base + right):
                yield Glyph(char, left, base, right, size, em, face, turn, i, address)

    def _form_around(self, drawn) -> tuple | None:
        """From the form to the page, where the character's place was given in the form.

        So the library does where the file says in other words what a sign stands for (ActualText).
        """
        m, x, y = self.matrix, self.x.value, self.y.value
        if abs(x - m.e) < SAME_PLACE and abs(y - m.f) < SAME_PLACE:
            return None
        inner = matrix_of(drawn)
        if abs(x - inner[4]) >= SAME_PLACE or abs(y - inner[5]) >= SAME_PLACE:
            return None
        back = inverse(inner)
        return times(back, (m.a, m.b, m.c, m.d, m.e, m.f)) if back else None

    def _advance(self, turn: int) -> float:
        """How far the character reaches along its line, in points."""
        box = self.box
        if (turn + 90 * self.sheet.turns) % 180 < 45 or (turn + 90 * self.sheet.turns) % 180 > 135:
            return max(box.right - self.x.value, self.x.value - box.left)
        return abs(box.top - box.bottom)

    def _type(self, i: int) -> tuple[float, float, str, int]:
        """Height and width of the type in points, its face, and how far it is turned."""
        size, m = C.FPDFText_GetFontSize(self.text, i), self.matrix
        C.FPDFText_GetMatrix(self.text, i, m)
        high, wide = math.hypot(m.c, m.d) * size, math.hypot(m.a, m.b) * size
        turn = round(-math.degrees(math.atan2(m.b, m.a))) + 90 * self.sheet.turns
        C.FPDFText_GetFontInfo(self.text, i, self.name, LONGEST_FACE, self.flags)
        name = self.name.value
        if name not in self.faces:
            self.faces[name] = _face(name)
        high, wide = (max(abs(x), LEAST_TYPE) if x else 1.0 for x in (high, wide))
        return high, wide, self.faces[name], turn % 360


def _face(name: bytes) -> str:
    """The font's name without the mark of a subset: ABCDEF+SimSun is SimSun."""
    text = name.decode("utf-8", "replace")
    return text[7:] if text[6:7] == "+" else text


def _char(code: int) -> str:
    if code in HYPHENS:
        return "-"
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "" if code in (0x0A, 0x0D, 0xAD) else LOST if code == 0 else " "
    return as_character(chr(code)) if code >= FIRST_RADICAL else chr(code)


def matrix_of(thing) -> tuple:
    """Of an object, into the space of what it lies in."""
    m = pypdfium2.raw.FS_MATRIX()
    if not C.FPDFPageObj_GetMatrix(thing, m):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return m.a, m.b, m.c, m.d, m.e, m.f

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
TEXT, PATH, SHADING, IMAGE, FORM = 1, 2, 4, 3, 5
BEZIER = 1
DEEPEST_FORM = 6
LONGEST_FACE = 200
HYPHENS = frozenset((2, 0x2010, 0x2011))  # 2 is pdfium's own, for one at a line's end
CURVED = 12  # path points from which a shape may be a letter


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
    is_lettering: bool = False  # a picture of letters


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
            place = _apply(form, x.value, y.value) if form else (x.value, y.value)
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
        inner = _matrix_of(drawn)
        if abs(x - inner[4]) >= SAME_PLACE or abs(y - inner[5]) >= SAME_PLACE:
            return None
        back = _inverse(inner)
        return _times(back, (m.a, m.b, m.c, m.d, m.e, m.f)) if back else None

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


def things(page, sheet: Sheet, limits: PdfLimits) -> tuple[list[Shape], dict[int, Text]]:
    """Rules, curves and pictures of the page, and its texts by address; those in forms too."""
    found = _Things(sheet, limits.max_objects)
    return found.of_page(page), found.texts


class _Things:
    def __init__(self, sheet: Sheet, most: int):
        self.sheet, self.left = sheet, most
        self.found: list[Shape] = []
        self.texts: dict[int, Text] = {}
        self.index = -1
        self.bounds = [ctypes.c_float() for _ in range(4)]
        self.modes = ctypes.c_int(), ctypes.c_int()

    def of_page(self, page) -> list[Shape]:
        for number in range(C.FPDFPage_CountObjects(page)):
            self._take(C.FPDFPage_GetObject(page, number), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0)
        return self.found

    def _take(self, thing, matrix: tuple, depth: int) -> None:
        self.index += 1
        self.left -= 1
        if self.left < 0 or not thing:
            return
        kind = C.FPDFPageObj_GetType(thing)
        if kind == FORM and depth < DEEPEST_FORM:
            inner = _times(_matrix_of(thing), matrix)
            for number in range(max(0, C.FPDFFormObj_CountObjects(thing))):
                self._take(C.FPDFFormObj_GetObject(thing, number), inner, depth + 1)
        elif kind in (PATH, IMAGE):
            self._add(thing, kind, matrix)
        elif kind == TEXT:
            address = ctypes.cast(thing, ctypes.c_void_p).value
            self.texts[address] = Text(thing, self.index, depth > 0)

    def _add(self, thing, kind: int, matrix: tuple) -> None:
        if not C.FPDFPageObj_GetBounds(thing, *self.bounds):
            return
        left, bottom, right, top = (b.value for b in self.bounds)
        ends = [
            self.sheet.to_page(*_apply(matrix, x, y)) for x in (left, right) for y in (bottom, top)
        ]
        xs, ys = [e[0] for e in ends], [e[1] for e in ends]
        if not all(map(math.isfinite, xs + ys)):
            return
        box = min(xs), min(ys), max(xs), max(ys)
        if kind == IMAGE:
            shape = Shape("picture", *box, self.index, pixels=_pixels(thing), image=thing)
            self.found.append(shape)
            return
        points = max(0, C.FPDFPath_CountSegments(thing))
        name = "curves" if points >= CURVED and _is_curved(thing, points) else "path"
        filled = C.FPDFPath_GetDrawMode(thing, *self.modes) and self.modes[0].value != 0
        self.found.append(Shape(name, *box, self.index, points, filled=bool(filled)))


def _is_curved(path, points: int) -> bool:
    sample = range(0, points, max(1, points // 40))
    kinds = [C.FPDFPathSegment_GetType(C.FPDFPath_GetPathSegment(path, i)) for i in sample]
    return BEZIER in kinds or points >= 4 * CURVED


def _pixels(image) -> tuple[int, int]:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    C.FPDFImageObj_GetImagePixelSize(image, width, height)
    return width.value, height.value


def _matrix_of(thing) -> tuple:
    m = pypdfium2.raw.FS_MATRIX()
    if not C.FPDFPageObj_GetMatrix(thing, m):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _inverse(m: tuple) -> tuple | None:
    a, b, c, d, e, f = m
    area = a * d - b * c
    if abs(area) < 1e-9:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def _times(inner: tuple, outer: tuple) -> tuple:
    a, b, c, d, e, f = inner
    x, y = _apply(outer, e, f)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        x,
        y,
    )


def _apply(m: tuple, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]

"""Which of a page's characters print shows: no hidden layer, no white on white, nothing covered.

A text that may be unseen is left out and the page drawn again: what changes no pixel is unseen.
Pictures are not drawn for that, for they may be large, unless one lies over the text.
Characters that nothing paints are kept where they stand on a picture, as those that were
recognised on a scan do, or on outlines.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from articles.parsing.pdf.clips import clip_boxes
from articles.parsing.pdf.page_image import GRAY, pixels_of
from articles.parsing.pdf.pdfium import C, Glyph, Shape, Sheet, Text
from articles.parsing.pdf.runs import WIDE

UNPAINTED = (3, 7)  # ways to draw a text that leave no ink
PALE = 245  # of 255: as light as paper
MOST_PIXELS = 4_000_000  # of one byte each
COVER = 400.0  # square points: what is smaller covers no text
MOST_COVERS = 60
SCAN = 0.5  # of the page: a picture as large as that is the page, and the text was read from it
LARGEST_PLATE = 30_000_000  # pixels
MOST_LAYERS = 6
SAMPLE = 40.0  # points: the type in which a face is tried
INK = 255, 0, 255, 255  # neither black nor white
LAYER = "OC"
ASCENT, DESCENT = 0.85, 0.15  # of the type's size
REST = b""  # the group of what is in no layer


def seen(
    opened: tuple,
    sheet: Sheet,
    characters: list[Glyph],
    drawn: Sequence[Shape],
    texts: Mapping[int, Text],
) -> list[Glyph]:
    """The characters that can be seen.

    `opened` are the document and the page, `texts` the page's text objects by their address.
    """
    parts: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in characters:
        parts[glyph.thing].append(glyph)
    known = [(texts[address], glyphs) for address, glyphs in parts.items() if address in texts]
    bare, painted = [], []
    for text, glyphs in known:
        mode = C.FPDFTextObj_GetTextRenderMode(text.thing)
        (bare if mode in UNPAINTED else painted).append((text, glyphs))
    gone = {id(g) for g in _left_bare(bare, drawn)} if len(bare) < len(parts) else set()
    doubted = _Doubts(sheet, drawn)
    for text, glyphs in painted:
        doubted.take(text, glyphs)
    if doubted.groups:
        hidden = {id(g) for g in _Look(*opened, sheet, doubted).unseen()}
        # A scan may be cut into strips, and its text lie under them.
        is_scan = doubted.plates and 2 * len(hidden) > len(characters)
        gone |= set() if is_scan else hidden
    return [g for g in characters if id(g) not in gone] if gone else characters


def _left_bare(bare: Sequence[tuple], drawn: Sequence[Shape]) -> Iterator[Glyph]:
    """Of what nothing paints the characters that stand on no picture and on no outlines."""
    plates = [shape for shape in drawn if shape.kind != "path"]
    for _, glyphs in bare:
        yield from (g for g in glyphs if not any(_holds(plate, g) for plate in plates))


class _Doubts:
    """Texts that may be unseen, those of one layer together; pictures that lie over some."""

    def __init__(self, sheet: Sheet, drawn: Sequence[Shape]):
        self.sheet, self.drawn = sheet, drawn
        self.covers = _sized(sheet, [s for s in drawn if s.filled or _is_plate(s)])
        self.pictures = [s for s in drawn if s.kind == "picture"]
        self.colour = [ctypes.c_uint() for _ in range(4)]
        self.groups: dict[bytes, list] = defaultdict(list)
        self.plates: set[int] = set()  # places among the page's objects

    def take(self, text: Text, glyphs: list[Glyph]) -> None:
        layer, pale = _layer_of(text.thing), _is_pale(text.thing, self.colour)
        if pale and any(_holds(picture, glyphs[0]) for picture in self.pictures):
            return
        over = [c for c in self.covers if c.index > text.index and _holds(c, glyphs[0])]
        self.plates.update(c.index for c in over if c.kind == "picture")
        if layer is not None and (layer in self.groups or len(self.groups) < MOST_LAYERS):
            self.groups[layer].append((text, glyphs))
        elif (
            layer is not None
            or text.is_inside
            or pale
            or over
            or _is_cut_off(text.thing, self.sheet, glyphs)
        ):
            self.groups[REST].append((text, glyphs))


def _is_plate(shape: Shape) -> bool:
    """Whether it is a picture that can be drawn at no great cost."""
    return shape.image is not None and shape.pixels[0] * shape.pixels[1] <= LARGEST_PLATE


def _sized(sheet: Sheet, drawn: Sequence[Shape]) -> list[Shape]:
    """Those that are as large as what may hide a text, and not the whole page."""
    most = SCAN * sheet.width * sheet.height
    found = [s for s in drawn if COVER <= _area(s) <= most]
    return sorted(found, key=_area, reverse=True)[:MOST_COVERS]


def _area(shape: Shape) -> float:
    return (shape.right - shape.left) * (shape.bottom - shape.top)


def _holds(shape: Shape, glyph: Glyph) -> bool:
    x, y = glyph.x + 0.5 * glyph.em, glyph.y - 0.35 * glyph.size
    if glyph.turn:
        x, y = glyph.x, glyph.y
    return shape.left <= x <= shape.right and shape.top <= y <= shape.bottom


def _is_pale(thing, colour) -> bool:
    if not C.FPDFPageObj_GetFillColor(thing, *colour):
        return True  # a pattern, which may be of any colour
    *parts, opaque = (c.value for c in colour)
    return opaque == 0 or min(parts) >= PALE


def _layer_of(thing) -> bytes | None:
    """The mark of the layer that it lies in."""
    count = C.FPDFPageObj_CountMarks(thing)
    if count < 1:
        return None
    name, size = ctypes.create_string_buffer(200), ctypes.c_ulong()
    wide = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
    for number in range(min(20, count)):
        mark = C.FPDFPageObj_GetMark(thing, number)
        C.FPDFPageObjMark_GetName(mark, wide, len(name), size)
        if name.raw[: max(0, size.value - 2)].decode("utf-16-le", "replace") == LAYER:
            told = C.FPDFPageObjMark_GetParamStringValue(mark, b"Name", wide, len(name), size)
            return name.raw[: size.value] if told else LAYER.encode()
    return None


def _is_cut_off(thing, sheet: Sheet, glyphs: Sequence[Glyph]) -> bool:
    """Whether it begins or ends outside of the box around what it is clipped by."""
    return any(
        not (_holds(box, glyphs[0]) and _holds(box, glyphs[-1]))
        for box in (Shape("clip", *sides, 0) for sides in clip_boxes(thing, sheet))
    )


class _Look:
    """The page drawn with its texts and without those that may be unseen."""

    def __init__(self, document, page, sheet: Sheet, doubts: _Doubts):
        self.document, self.page, self.groups = document, page, doubts.groups
        self.middle = sheet.left + sheet.width / 2, sheet.bottom + sheet.height / 2
        self.drawn: dict[tuple, bool] = {}  # whether faces that are not in the file leave ink
        self.scale = min(1.0, (MOST_PIXELS / (sheet.width * sheet.height)) ** 0.5)
        self.size = max(1, int(sheet.width * self.scale)), max(1, int(sheet.height * self.scale))
        for shape in doubts.drawn:
            if shape.image is not None and shape.index not in doubts.plates:
                C.FPDFPageObj_SetIsActive(shape.image, 0)
        self.whole = pixels_of(page, *self.size, GRAY)

    def unseen(self) -> Iterator[Glyph]:
        for texts in self.groups.values():
            fonts = {id(text): C.FPDFTextObj_GetFont(text.thing) for text, _ in texts}
            for text, glyph in self._without(texts):
                # A face that is not in the file may lack its signs here, though print has them.
                if self._draws(fonts[id(text)], glyph):
                    yield glyph

    def _draws(self, font, glyph: Glyph) -> bool:
        """Whether the face has its signs at hand."""
        if C.FPDFFont_GetIsEmbedded(font) == 1:
            return True
        key = ctypes.cast(font, ctypes.c_void_p).value, glyph.char >= WIDE[0]
        if glyph.char.isalnum() and key not in self.drawn:
            self.drawn[key] = self._leaves_ink(font, glyph.char)
        return self.drawn.get(key, False)

    def _leaves_ink(self, font, char: str) -> bool:
        """Whether a character of the font shows when it is set large in the page's middle."""
        thing = C.FPDFPageObj_CreateTextObj(self.document, font, SAMPLE)
        data = char.encode("utf-16-le") + b"\0\0"
        words = (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
        if not (thing and C.FPDFText_SetText(thing, words)):
            return False
        C.FPDFPageObj_SetFillColor(thing, *INK)
        C.FPDFPageObj_Transform(thing, 1, 0, 0, 1, *self.middle)
        C.FPDFPage_InsertObject(self.page, thing)
        shown = pixels_of(self.page, *self.size, GRAY) != self.whole
        C.FPDFPage_RemoveObject(self.page, thing)
        C.FPDFPageObj_Destroy(thing)
        return shown

    def _without(self, texts: Sequence[tuple]) -> Iterator[tuple[Text, Glyph]]:
        """The characters without which the page looks as it does with them."""
        for text, _ in texts:
            C.FPDFPageObj_SetIsActive(text.thing, 0)
        other = pixels_of(self.page, *self.size, GRAY)
        for text, _ in texts:
            C.FPDFPageObj_SetIsActive(text.thing, 1)
        for text, glyphs in texts:
            shown = {id(g): self._differs(other, g) for g in glyphs if g.char.isalnum()}
            is_shown = next(iter(shown.values()), not glyphs or self._differs(other, glyphs[0]))
            for glyph in glyphs:
                # Signs and spaces, of which little or no ink is left, go with what is before.
                is_shown = shown.get(id(glyph), is_shown)
                if not is_shown:
                    yield text, glyph

    def _differs(self, other: bytes, glyph: Glyph) -> bool:
        left, top, right, bottom = _box(glyph, self.scale)
        (width, height), one = self.size, self.whole
        left, right = max(0, left), min(width, right)
        for start in range(max(0, top) * width, min(height, bottom) * width, width):
            if one[start + left : start + right] != other[start + left : start + right]:
                return True
        return False


def _box(glyph: Glyph, scale: float) -> tuple[int, int, int, int]:
    """Pixels around the character: left, top, right, bottom."""
    if glyph.turn:
        reach = max(glyph.em, glyph.size)
        corners = glyph.x - reach, glyph.y - reach, glyph.x + reach, glyph.y + reach
    else:
        top, bottom = glyph.y - ASCENT * glyph.size, glyph.y + DESCENT * glyph.size
        corners = glyph.x, top, max(glyph.right, glyph.x + 0.5 * glyph.em), bottom
    left, top, right, bottom = (int(x * scale) for x in corners)
    return left, top, right + 1, bottom + 1

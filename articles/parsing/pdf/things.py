"""The drawn objects of a page: rules, curves and pictures as boxes, text objects as they are."""

import ctypes
import math

from articles.parsing.pdf.clips import shown_part
from articles.parsing.pdf.matrices import apply, times
from articles.parsing.pdf.pdfium import (
    DEEPEST_FORM,
    FORM,
    IMAGE,
    PATH,
    TEXT,
    C,
    PdfLimits,
    Shape,
    Sheet,
    Text,
    matrix_of,
)

BEZIER = 1
CURVED = 12  # path points from which a shape may be a letter


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
            inner = times(matrix_of(thing), matrix)
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
            self.sheet.to_page(*apply(matrix, x, y)) for x in (left, right) for y in (bottom, top)
        ]
        xs, ys = [e[0] for e in ends], [e[1] for e in ends]
        if not all(map(math.isfinite, xs + ys)):
            return
        box = shown_part(thing, self.sheet, matrix, (min(xs), min(ys), max(xs), max(ys)))
        if box is None:
            return
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

"""A photo on a PDF's page → the file that was placed there, or its pixels."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw

from articles.parsing.pdf.pdfium import (
    DEEPEST_FORM,
    FORM,
    IMAGE,
    C,
    PdfLimits,
    opened,
    page_of,
)

JPEG, PLAIN = b"DCTDecode", ("FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode")
CMYK = pypdfium2.raw.FPDF_COLORSPACE_DEVICECMYK
GRAY, BGR, BGRX, BGRA = 1, 2, 3, 4
MODES = {GRAY: "L", BGR: "BGR", BGRX: "BGRX", BGRA: "BGRA"}
FILTER_NAME = 40  # bytes; the known ones are shorter


@dataclass(frozen=True, slots=True)
class Cut:
    """`data` is a JPEG as it was placed (`mode` empty), or rows of pixels in a mode of pixels.

    Print shows it after `turns` quarter turns clockwise; before them it is mirrored from left to
    right where `is_mirrored`.
    """

    data: bytes
    width: int
    height: int
    mode: str = ""
    stride: int = 0  # bytes of one row
    turns: int = 0
    is_mirrored: bool = False


def cut_picture(
    data: bytes, index: int, number: int, *, limits: PdfLimits | None = None
) -> Cut | None:
    """A picture of page `index`, by the number that its records.Picture has. None: no such."""
    limits = limits or PdfLimits()
    with opened(data, limits) as document, page_of(document, index, limits) as (page, sheet):
        for place, (thing, matrix) in enumerate(_objects(page)):
            if place == number and C.FPDFPageObj_GetType(thing) == IMAGE:
                turns, is_mirrored = _stance(matrix, sheet.turns)
                return _cut(thing, page, turns, is_mirrored)
    return None


def _objects(page) -> Iterator[tuple]:
    """(object, its matrix on the page), in the order in which pictures are numbered."""
    for n in range(C.FPDFPage_CountObjects(page)):
        yield from _with_inner(C.FPDFPage_GetObject(page, n), (1.0, 0.0, 0.0, 1.0), 0)


def _with_inner(thing, outer: tuple, depth: int) -> Iterator[tuple]:
    matrix = _times(_matrix_of(thing), outer)
    yield thing, matrix
    if thing and C.FPDFPageObj_GetType(thing) == FORM and depth < DEEPEST_FORM:
        for n in range(max(0, C.FPDFFormObj_CountObjects(thing))):
            yield from _with_inner(C.FPDFFormObj_GetObject(thing, n), matrix, depth + 1)


def _matrix_of(thing) -> tuple:
    m = pypdfium2.raw.FS_MATRIX()
    return (m.a, m.b, m.c, m.d) if C.FPDFPageObj_GetMatrix(thing, m) else (1.0, 0.0, 0.0, 1.0)


def _times(inner: tuple, outer: tuple) -> tuple:
    a, b, c, d = inner
    p, q, r, s = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s


def _stance(matrix: tuple, turns: int) -> tuple[int, bool]:
    """Quarter turns clockwise and whether mirrored, on the page as a reader holds it."""
    a, b, c, d = matrix
    is_mirrored = a * d - b * c < 0
    along = math.atan2(-b, -a) if is_mirrored else math.atan2(b, a)
    return (round(-along / (math.pi / 2)) + turns) % 4, is_mirrored


def _cut(thing, page, turns: int, is_mirrored: bool) -> Cut | None:
    facts = pypdfium2.raw.FPDF_IMAGEOBJ_METADATA()
    C.FPDFImageObj_GetImageMetadata(thing, page, facts)
    # Of four inks a file does not say by itself which way round they are: the library knows.
    if facts.colorspace != CMYK and _filters(thing) == [JPEG] and facts.bits_per_pixel in (8, 24):
        data = _bytes_of(thing)
        return Cut(data, facts.width, facts.height, turns=turns, is_mirrored=is_mirrored)
    return _pixels(thing, turns, is_mirrored)


def _filters(thing) -> list[bytes]:
    """The filters that make the file what it is; those that only pack it are left out."""
    name = ctypes.create_string_buffer(FILTER_NAME)
    found = []
    for n in range(max(0, C.FPDFImageObj_GetImageFilterCount(thing))):
        C.FPDFImageObj_GetImageFilter(thing, n, name, FILTER_NAME)
        found.append(name.value)
    return [name for name in found if name.decode("latin-1") not in PLAIN]


def _bytes_of(thing) -> bytes:
    size = C.FPDFImageObj_GetImageDataDecoded(thing, None, 0)
    buffer = ctypes.create_string_buffer(size)
    C.FPDFImageObj_GetImageDataDecoded(thing, buffer, size)
    return buffer.raw


def _pixels(thing, turns: int, is_mirrored: bool) -> Cut | None:
    bitmap = C.FPDFImageObj_GetBitmap(thing)
    if not bitmap:
        return None
    try:
        width, height = C.FPDFBitmap_GetWidth(bitmap), C.FPDFBitmap_GetHeight(bitmap)
        stride, mode = C.FPDFBitmap_GetStride(bitmap), MODES.get(C.FPDFBitmap_GetFormat(bitmap))
        if mode is None:
            return None
        pixels = ctypes.string_at(C.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return Cut(pixels, width, height, mode, stride, turns, is_mirrored)
    finally:
        C.FPDFBitmap_Destroy(bitmap)

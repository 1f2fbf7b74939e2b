"""A page's PDF → its picture as plain pixels, at any size."""

import ctypes
from dataclasses import dataclass

from articles.parsing.pdf.pdfium import C, PdfLimits, opened, page_of

GRAY, BGRX, WHITE = 1, 3, 0xFFFFFFFF
BYTES = {GRAY: 1, BGRX: 4}  # of a pixel
POINTS_PER_INCH = 72
MOST_DPI = 200
MOST_PIXELS = 24_000_000  # of four bytes each


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rows of pixels from the top, four bytes each: blue, green, red, and one that says nothing."""

    width: int
    height: int
    pixels: bytes
    scale: float  # points to a pixel


def draw_page(
    data: bytes, index: int = 0, *, width: int, limits: PdfLimits | None = None
) -> Drawing:
    """The page `width` pixels wide, or as wide as 200 dpi and the limit of pixels allow."""
    limits = limits or PdfLimits()
    with opened(data, limits) as document, page_of(document, index, limits) as (page, sheet):
        scale = min(
            width / sheet.width,
            MOST_DPI / POINTS_PER_INCH,
            (MOST_PIXELS / (sheet.width * sheet.height)) ** 0.5,
        )
        size = max(1, int(sheet.width * scale)), max(1, int(sheet.height * scale))
        return Drawing(*size, pixels_of(page, *size), 1 / scale)


def pixels_of(page, width: int, height: int, kind: int = BGRX) -> bytes:
    """An open page as rows of pixels from the top; `kind` is the library's name for their form."""
    stride = width * BYTES[kind]
    pixels = bytearray(stride * height)
    memory = (ctypes.c_char * len(pixels)).from_buffer(pixels)
    bitmap = C.FPDFBitmap_CreateEx(width, height, kind, memory, stride)
    try:
        C.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
        # Without annotations: what is printed, and no more.
        C.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    finally:
        C.FPDFBitmap_Destroy(bitmap)
    return bytes(pixels)

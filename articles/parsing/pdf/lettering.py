"""Pictures of letters: nearly all of their pixels are ink or paper, as none of a photo's are."""

import ctypes

from articles.parsing.pdf.pdfium import C

BYTES = {1: 1, 2: 3, 3: 4, 4: 4}  # of a pixel, by the library's name for the format
MOST_PIXELS = 4_000_000
SAMPLES = 4_000
DARK, LIGHT = 90, 165  # of 255
PLAIN = 0.85  # of the samples are one or the other
INK = 0.03, 0.6  # of the samples


def is_lettering(image, pixels: tuple[int, int]) -> bool:
    """Whether an image object, as wide and high as told, shows letters and no more."""
    if not 0 < pixels[0] * pixels[1] <= MOST_PIXELS:
        return False
    bitmap = C.FPDFImageObj_GetBitmap(image)
    if not bitmap:
        return False
    try:
        return _is_ink_on_paper(bitmap)
    finally:
        C.FPDFBitmap_Destroy(bitmap)


def _is_ink_on_paper(bitmap) -> bool:
    wide, high = C.FPDFBitmap_GetWidth(bitmap), C.FPDFBitmap_GetHeight(bitmap)
    stride, size = C.FPDFBitmap_GetStride(bitmap), BYTES.get(C.FPDFBitmap_GetFormat(bitmap))
    start = C.FPDFBitmap_GetBuffer(bitmap)
    if not (size and start and wide and high):
        return False
    data = ctypes.string_at(start, stride * high)
    step = max(1, wide * high // SAMPLES)
    dark = light = count = 0
    for place in range(0, wide * high, step):
        at = place // wide * stride + place % wide * size
        pixel = data[at : at + min(size, 3)]
        dark += max(pixel) < DARK
        light += min(pixel) > LIGHT
        count += 1
    return dark + light >= PLAIN * count and INK[0] <= dark / count <= INK[1]

"""Pictures of letters: nearly all of their pixels are ink or paper, as none of a photo's are."""

import ctypes
from collections import Counter
from collections.abc import Sequence

from articles.parsing.pdf.pdfium import C

BYTES = {1: 1, 2: 3, 3: 4, 4: 4}  # of a pixel, by the library's name for the format
MOST_PIXELS = 4_000_000
SAMPLES = 4_000
DARK, LIGHT = 90, 165  # of 255
PLAIN = 0.85  # of the samples are one or the other
INK = 0.03, 0.6  # of the samples
TONE = 16  # of 256 steps of a colour: as near as that is one tone
GREY_TONE = 8  # the same without colours, of which there are fewer tones
TONES, MANY = 8, 0.55  # the commonest tones of letters on any ground hold more of the samples
GROUND, GROUND_SHARE = 3, 0.35  # so many tones of letters without colours hold more of them
FEWEST_SAMPLES = 200


def shown_by(image, pixels: tuple[int, int]) -> str:
    """Whether an image object, as wide and high as told, shows letters and no more, or a photo.

    "letters", "photo", or nothing where neither is sure.
    """
    if not 0 < pixels[0] * pixels[1] <= MOST_PIXELS:
        return ""
    bitmap = C.FPDFImageObj_GetBitmap(image)
    if not bitmap:
        return ""
    try:
        samples = _samples(bitmap)
    finally:
        C.FPDFBitmap_Destroy(bitmap)
    if _are_ink_on_paper(samples):
        return "letters"
    return "photo" if _are_of_many_tones(samples) else ""


def _samples(bitmap) -> list[bytes]:
    wide, high = C.FPDFBitmap_GetWidth(bitmap), C.FPDFBitmap_GetHeight(bitmap)
    stride, size = C.FPDFBitmap_GetStride(bitmap), BYTES.get(C.FPDFBitmap_GetFormat(bitmap))
    start = C.FPDFBitmap_GetBuffer(bitmap)
    if not (size and start and wide and high):
        return []
    data = ctypes.string_at(start, stride * high)
    step = max(1, wide * high // SAMPLES)
    starts = (place // wide * stride + place % wide * size for place in range(0, wide * high, step))
    return [data[at : at + min(size, 3)] for at in starts]


def _are_ink_on_paper(samples: Sequence[bytes]) -> bool:
    dark = sum(max(pixel) < DARK for pixel in samples)
    light = sum(min(pixel) > LIGHT for pixel in samples)
    count = len(samples)
    inked = INK[0] * count <= dark <= INK[1] * count
    return count > 0 and dark + light >= PLAIN * count and inked


def _are_of_many_tones(samples: Sequence[bytes]) -> bool:
    grey = all(max(pixel) - min(pixel) < TONE for pixel in samples)
    step = GREY_TONE if grey else TONE
    tones = Counter(bytes(value // step for value in pixel) for pixel in samples)
    common = sum(count for _, count in tones.most_common(TONES))
    plain = sum(count for _, count in tones.most_common(GROUND))  # the ground's, and the ink's
    many = common < MANY * len(samples) or (grey and plain < GROUND_SHARE * len(samples))
    return len(samples) >= FEWEST_SAMPLES and many

"""Set a photo with its caption and credit."""

import io
import random

from PIL import Image

from ..captions import CREDITS
from .ink import Layer, Picture
from .lines import length, paragraph, plain
from .piece import Known, Piece
from .style import Style


def jpeg(size: tuple[int, int], rng: random.Random, *, mode: str = "RGB") -> bytes:
    """A soft picture of nothing, and always the same for the same random numbers."""
    spots = bytes(rng.randrange(40, 230) for _ in range(6 * 5 * 3))
    image = Image.frombytes("RGB", (6, 5), spots).resize(size, Image.Resampling.BICUBIC)
    stored = io.BytesIO()
    image.convert(mode).save(stored, "JPEG", quality=70)
    return stored.getvalue()


def picture(width: float, height: float, layer: Layer, rng: random.Random) -> Picture:
    pixels = round(width * 1.5), round(height * 1.5)
    cmyk = rng.random() < 0.2
    stored = jpeg(pixels, rng, mode="CMYK" if cmyk else "RGB")
    return Picture((0, 0, width, height), stored, pixels, cmyk, layer)


def set_photo(
    caption: dict, width: float, style: Style, block: int, rng: random.Random, height: float = 0.0
) -> Piece:
    """Picture above, caption below; `height` of the whole, or as the picture's form has it."""
    layer = Layer(block, "caption")
    size, face = style.size - rng.choice((0, 0.5, 1.0)), rng.choice(("hei", "song"))
    credit = caption.get("credit") or rng.choice(CREDITS).format(
        names=" ".join(caption["photographers"])
    )
    rows = _rows(caption["text"], credit, width / size, style, face)
    step = size * 1.3
    text_height = len(rows) * step
    tall = height - text_height - 5 if height else width * rng.choice((0.56, 0.66, 0.75))
    shown = picture(width, max(tall, 40.0), Layer(block, "picture"), rng)
    top = shown.rect[3] + 5
    runs = [
        run
        for index, (line, x) in enumerate(rows)
        for run in line.at(x * size, top + index * step + size * 0.88, size, layer)
    ]
    truth = {
        "text": caption["text"],
        "photographers": list(caption["photographers"]),
        "ignorable": [credit],
    }
    area = (0, top, width, top + text_height - step + size)
    known = Known("caption", truth, [shown.rect, area], box=shown.rect)
    return Piece(width, top + text_height, [shown, *runs], [known])


def _rows(text: str, credit: str, width: float, style: Style, face: str) -> list[tuple]:
    """(line, its distance from the left in em)."""
    if style.inline_credit:
        return [(line, 0.0) for line in paragraph(f"{text}{credit}", width, style, face)]
    rows = [(line, 0.0) for line in paragraph(text, width, style, face)]
    room = width - length(credit, face, style)
    if room >= 0:
        return [*rows, (plain(credit, face, style), room)]
    return [*rows, *((line, 0.0) for line in paragraph(credit, width, style, face))]

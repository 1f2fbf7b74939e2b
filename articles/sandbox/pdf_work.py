"""What is done to a PDF in a process of its own, which may crash or be killed at no loss.

python -m articles.sandbox.pdf_work JOB WORDS LIMITS < page.pdf: one line of JSON, then the
files that it announces. The parent is pdf_child; no setting or secret of the
site comes here at all.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from articles.parsing import layout_to_json
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.page_image import draw_page
from articles.parsing.pdf.placed_image import cut_picture
from articles.parsing.pdf.reading import count_pages, read_pdf

SMOOTHLY = Image.Resampling.LANCZOS
TURNS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}
# The limits on pages and memory are set here; Pillow's own would be a second opinion.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True)
class Done:
    """What a job answers: plain values for JSON, and files."""

    value: object
    files: tuple[bytes, ...] = ()


def count(data: bytes) -> Done:
    return Done(count_pages(data))


def read(data: bytes, index: int) -> Done:
    page = read_pdf(data, index)
    return Done({"text": page.text, "layout": layout_to_json(page.layout)})


def draw(data: bytes, index: int, widths: list[int]) -> Done:
    """The page's picture in these widths as WebP, the widest first, and in the second as JPEG.

    One that the page is too small for is as wide as the page allows.
    """
    drawn = draw_page(data, index, width=max(widths))
    image = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", 0, 1)
    del drawn
    sizes, files = [], []
    for width in _widths(image.width, widths):
        # Each is made from the one before, which is quick.
        image = image.resize((width, round(image.height * width / image.width) or 1), SMOOTHLY)
        sizes.append(list(image.size))
        files.append(_saved(image, "WEBP", quality=80, method=3))
    return Done(sizes, (*files, _saved(image, "JPEG", quality=82, progressive=True)))


def _widths(widest: int, asked: list[int]) -> list[int]:
    """The widths that the page fills, and its own where that is much more than the next."""
    fitting = sorted((width for width in asked if width <= widest), reverse=True)
    if len(fitting) < len(asked) and widest > 1.2 * max(fitting, default=0):
        return [widest, *fitting]
    return fitting


def cut(data: bytes, index: int, number: int) -> Done:
    """The photo as a file: as it was placed, or encoded anew; none where there is none."""
    found = cut_picture(data, index, number)
    if found is None:
        return Done(None)
    if not found.mode and not found.turns and not found.is_mirrored:
        return Done("as placed", (found.data,))
    return Done("encoded", (_saved(_upright(found), "PNG", compress_level=1),))


def _upright(found) -> Image.Image:
    if found.mode:
        size, mode = (found.width, found.height), "L" if found.mode == "L" else "RGB"
        image = Image.frombuffer(mode, size, found.data, "raw", found.mode, found.stride, 1)
    else:
        image = Image.open(BytesIO(found.data), formats=["JPEG"])
    if found.is_mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return image.transpose(TURNS[found.turns]) if found.turns else image


def _saved(image: Image.Image, kind: str, **options) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


JOBS: dict[str, Callable[..., Done]] = {"count": count, "read": read, "draw": draw, "cut": cut}


def main(name: str, words: str, limits: str, *, jobs=JOBS, refused=PdfError) -> int:
    """Do one of `jobs`. `refused` is the error by which a job says why it does not."""
    set_limits(**json.loads(limits))
    try:
        done = jobs[name](_input(), **json.loads(words))
        answer, files = {"value": done.value, "sizes": [len(x) for x in done.files]}, done.files
    except refused as error:
        answer, files = {"error": error.code, "params": error.params}, ()
    except MemoryError:
        answer, files = {"error": "memory", "params": {}}, ()
    _put_out(answer, files)
    return 0


def set_limits(memory: int, seconds: int, output: int):
    """`memory` and `output` in bytes; a process that outlives its parent ends by the clock."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(seconds + 1)


def _input() -> bytes:
    # By place and not by turn: other processes may read the same open file.
    parts, place = [], 0
    while part := os.pread(0, 1 << 24, place):
        parts.append(part)
        place += len(part)
    return b"".join(parts)


def _put_out(answer: dict, files: Iterable[bytes]):
    out = sys.stdout.buffer
    out.write(json.dumps(answer).encode() + b"\n")
    for file in files:
        out.write(file)
    out.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

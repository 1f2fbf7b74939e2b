"""Reads print from pictures, in a process of its own.

python -m articles.sandbox.ocr_work JOB WORDS LIMITS < picture.

Nothing of the site imports this file, because rapidocr is an extra that may not be installed. Its
models lie in its package, and the process is cut off from the network before they are loaded.
"""

import os
import socket
import sys
from dataclasses import replace

import numpy
from PIL import Image
from rapidocr import RapidOCR

from articles.parsing import layout_to_json
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.page_image import draw_page
from articles.parsing.pdf.recognised import Recognised, recognised_page
from articles.sandbox import pdf_work

WIDEST = 12_000  # pixels; drawing keeps to its own limits
HEAD_SIDE, PAGE_SIDE = 640, 2400  # pixels of the picture in which lines are looked for
PAGE_PIXELS = 3600
ROOM = 0.006  # of the page, around a headline


def headlines(data: bytes, index: int, boxes: list[list[float]]) -> pdf_work.Done:
    """Of each box in page units the lines in it: [[text, score, height in points], …]."""
    page, scale = _drawn(data, index)
    reader, found = _reader(HEAD_SIDE), []
    for left, top, right, bottom in boxes:
        corners = (left - ROOM, top - ROOM, right + ROOM, bottom + ROOM)
        sides = (page.width, page.height) * 2
        box = [round(min(max(0, x), 1) * side) for x, side in zip(corners, sides, strict=True)]
        lines = _lines(reader, page.crop(box), 1.0)
        whole = [_whole(reader, page.crop(box), line, lines) for line in lines]
        found.append([[x.text, x.score, round((x.bottom - x.top) * scale, 1)] for x in whole])
    return pdf_work.Done(found)


def _whole(reader: RapidOCR, picture: Image.Image, line: Recognised, lines: list) -> Recognised:
    """The line read again over the whole width: a thin first character is easily overlooked."""
    beside = [x for x in lines if x is not line and x.top < line.bottom and line.top < x.bottom]
    if beside or line.stands:
        return line
    strip = picture.crop((0, int(line.top), picture.width, int(line.bottom) + 1))
    again = reader(_pixels(strip), use_det=False, use_cls=False, use_rec=True)
    text, score = again.txts[0], round(float(again.scores[0]), 3)
    return replace(line, text=text, score=score) if len(text) >= len(line.text) else line


def scan(data: bytes, index: int) -> pdf_work.Done:
    """A whole page, as pdf_work.read answers it."""
    page, scale = _drawn(data, index)
    lines = _lines(_reader(PAGE_SIDE), page, scale)
    if not lines:
        raise PdfError("no_text", page=index + 1)
    printed = recognised_page(lines, page.width * scale, page.height * scale)
    return pdf_work.Done({"text": printed.text, "layout": layout_to_json(printed.layout)})


def _drawn(data: bytes, index: int) -> tuple[Image.Image, float]:
    """The page's picture, and how many points a pixel is."""
    drawn = draw_page(data, index, width=WIDEST)
    size = (drawn.width, drawn.height)
    page = Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", 0, 1)
    return page, drawn.scale


def _reader(side: int) -> RapidOCR:
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": PAGE_PIXELS,
            "Det.limit_type": "max",
            "Det.limit_side_len": side,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _lines(reader: RapidOCR, picture: Image.Image, scale: float) -> list[Recognised]:
    """The lines in the picture, from the top; `scale` turns pixels into points."""
    found = reader(_pixels(picture), use_det=True, use_cls=False, use_rec=True)
    if found.boxes is None:
        return []
    lines = [
        Recognised(text, *_around(box, scale), round(float(score), 3))
        for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]
    return sorted(lines, key=lambda line: line.top)


def _pixels(picture: Image.Image):
    """Blue, green, red, as the recognition wants them."""
    return numpy.asarray(picture)[:, :, ::-1]


def _around(box, scale: float) -> tuple[float, ...]:
    """Left, top, right, bottom of four corners."""
    xs, ys = box[:, 0], box[:, 1]
    return tuple(round(float(x) * scale, 2) for x in (xs.min(), ys.min(), xs.max(), ys.max()))


def _cut_off() -> None:
    """No network from here on: a model that is not there is an error, not a download."""

    def refuse(*_args, **_words):
        raise OSError("articles.sandbox.ocr_work has no network")

    socket.socket.connect = refuse
    socket.getaddrinfo = refuse
    socket.create_connection = refuse


if __name__ == "__main__":
    _cut_off()
    os.environ["OMP_NUM_THREADS"] = "1"
    pdf_work.JOBS.update(headlines=headlines, scan=scan)
    sys.exit(pdf_work.main(*sys.argv[1:]))

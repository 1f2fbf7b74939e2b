"""Headlines without characters: as curves of a face, or as a picture of it."""

import io

from fontTools.pens.basePen import BasePen
from PIL import Image, ImageDraw, ImageFont

from .faces import face, font_file
from .ink import ASCENT, Glyphs


class _Path(BasePen):
    """Draws a glyph with the operators of a PDF content stream."""

    def __init__(self, glyphs, x: float, y: float, scale: float):
        super().__init__(glyphs)
        self.parts: list[str] = []
        self.x, self.y, self.scale = x, y, scale

    def _at(self, point) -> str:
        return f"{self.x + point[0] * self.scale:.3f} {self.y + point[1] * self.scale:.3f}"

    def _moveTo(self, point):  # noqa: N802
        self.parts.append(f"{self._at(point)} m")

    def _lineTo(self, point):  # noqa: N802
        self.parts.append(f"{self._at(point)} l")

    def _curveToOne(self, one, other, point):  # noqa: N802
        self.parts.append(f"{self._at(one)} {self._at(other)} {self._at(point)} c")

    def _closePath(self):  # noqa: N802
        self.parts.append("h")


def outlines(glyphs: Glyphs, height: float) -> str:
    """Path operators for a run on a page of this height."""
    font = face(glyphs.face).font
    names, drawn = font.getBestCmap(), font.getGlyphSet()
    scale = glyphs.size / font["head"].unitsPerEm
    parts = []
    for char, x in zip(glyphs.text, glyphs.xs, strict=True):
        pen = _Path(drawn, x, height - glyphs.y, scale)
        drawn[names[ord(char)]].draw(pen)
        parts += [*pen.parts, "f"] if pen.parts else []
    return "\n".join(parts)


def painted(runs: list[Glyphs], rect: tuple, dots: float = 4.0) -> tuple[bytes, tuple[int, int]]:
    """JPEG of the runs as they stand in the rectangle, and its size in pixels."""
    left, top, right, bottom = rect
    size = max(1, round((right - left) * dots)), max(1, round((bottom - top) * dots))
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for run in runs:
        path, index = font_file(run.face)
        font = ImageFont.truetype(path, round(run.size * dots), index=index)
        for char, x in zip(run.text, run.xs, strict=True):
            place = ((x - left) * dots, (run.y - ASCENT * run.size - top) * dots)
            pen.text((place[0], place[1] + run.size * ASCENT * dots), char, "black", font, "ls")
    stored = io.BytesIO()
    image.save(stored, "JPEG", quality=88)
    return stored.getvalue(), size

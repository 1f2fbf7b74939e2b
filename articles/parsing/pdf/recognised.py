"""Text that was recognised on a picture of a page → PrintedPage, by the way of any other PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from articles.parsing.pdf.pdfium import Glyph, Sheet
from articles.parsing.pdf.reading import print_page
from articles.records import PrintedPage

EXTRACTOR = "ocr-1"
MARGIN = 1.15  # a recognised box is higher than the type in it
SAME_TYPE = 0.78, 1.3  # of the page's usual size: boxes of one type differ by as much
KNOWN = 8  # characters from which a line tells its type's width
BASELINE = 0.88
FACE = "recognised"


@dataclass(frozen=True, slots=True)
class Recognised:
    """One line as it was recognised: its box in points, and how sure it is from 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float

    @property
    def stands(self) -> bool:
        """Whether it runs downwards."""
        return len(self.text) > 1 and self.bottom - self.top > 1.5 * (self.right - self.left)


def recognised_page(lines: Sequence[Recognised], width: float, height: float) -> PrintedPage:
    """The page that these lines make; width and height in points."""
    usual, glyphs = _usual_size(lines), []
    for line in lines:
        if line.text.strip():
            put = _standing if line.stands else _lying
            glyphs += put(line, usual, len(glyphs))
    page = print_page(glyphs, [], Sheet(0.0, 0.0, width, height, 0))
    sure = round(certainty(lines), 3)
    return replace(page, layout=replace(page.layout, extractor=EXTRACTOR, certainty=sure))


def certainty(lines: Sequence[Recognised]) -> float:
    """The mean score of a character; 0 where there is none."""
    size = sum(len(line.text) for line in lines)
    return sum(line.score * len(line.text) for line in lines) / size if size else 0.0


def _usual_size(lines: Sequence[Recognised]) -> float:
    """The size of the body's type: what most lines of some length have."""
    pitches = [_pitch(line) for line in lines if len(line.text) >= KNOWN and not line.stands]
    return _rounded(median(pitches)) if pitches else 0.0


def _pitch(line: Recognised) -> float:
    """Width of a square: recognition names no places of characters."""
    return (line.right - line.left) / sum(map(_em, line.text))


def _lying(line: Recognised, usual: float, order: int) -> list[Glyph]:
    pitch = _pitch(line)
    high = (line.bottom - line.top) / MARGIN
    size = _snapped(min(pitch, high) if len(line.text) > 3 else high, usual)
    base = (line.top + line.bottom) / 2 + (BASELINE - 0.5) * size
    x, made = line.left, []
    for char in line.text:
        right = x + _em(char) * min(size, pitch)
        made.append(Glyph(char, x, base, right, size, size, FACE, 0, order + len(made)))
        x += _em(char) * pitch
    return made


def _standing(line: Recognised, usual: float, order: int) -> list[Glyph]:
    size = _snapped((line.right - line.left) / MARGIN, usual)
    step = (line.bottom - line.top) / len(line.text)
    left = (line.left + line.right - size) / 2
    bases = [line.top + (number + BASELINE) * step for number in range(len(line.text))]
    return [
        Glyph(char, left, base, left + size, size, size, FACE, 0, order + number)
        for number, (char, base) in enumerate(zip(line.text, bases, strict=True))
    ]


def _em(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


def _snapped(size: float, usual: float) -> float:
    low, high = SAME_TYPE
    return usual if low * usual < size < high * usual else _rounded(size)


def _rounded(size: float) -> float:
    return max(1.0, round(size * 2) / 2)

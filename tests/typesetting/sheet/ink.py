"""What is put on the paper, in points from the top left corner; `layer` says for which piece."""

from dataclasses import dataclass, replace

ASCENT, DESCENT = 0.88, 0.12  # of a Chinese type's square above and below its baseline

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Layer:
    """Which piece an ink belongs to: drawing orders sort by it."""

    block: int = 0
    kind: str = "body"
    """head, body, caption, frame, picture, furniture or noise."""


@dataclass(frozen=True)
class Glyphs:
    """Characters on one baseline, each with its own place."""

    text: str
    xs: tuple[float, ...]
    y: float
    size: float
    face: str
    layer: Layer = Layer()
    angle: float = 0.0  # degrees, anticlockwise
    outlined: bool = False  # drawn as curves, without characters

    def moved(self, x: float, y: float) -> "Glyphs":
        return replace(self, xs=tuple(each + x for each in self.xs), y=self.y + y)

    @property
    def rect(self) -> Rect:
        top, bottom = self.y - ASCENT * self.size, self.y + DESCENT * self.size
        last = 0.5 if self.text[-1].isascii() else 1.0
        return min(self.xs), top, max(self.xs) + last * self.size, bottom


@dataclass(frozen=True)
class Picture:
    """A photo, an advertisement, or a headline that was scanned."""

    rect: Rect
    jpeg: bytes
    pixels: tuple[int, int]
    cmyk: bool = False
    layer: Layer = Layer(kind="picture")

    def moved(self, x: float, y: float) -> "Picture":
        return replace(self, rect=shifted(self.rect, x, y))


@dataclass(frozen=True)
class Bar:
    """A ruling line or a tint: a filled rectangle, in grey from 0 (black) to 1."""

    rect: Rect
    grey: float = 0.0
    layer: Layer = Layer(kind="frame")

    def moved(self, x: float, y: float) -> "Bar":
        return replace(self, rect=shifted(self.rect, x, y))


Ink = Glyphs | Picture | Bar


def shifted(rect: Rect, x: float, y: float) -> Rect:
    return rect[0] + x, rect[1] + y, rect[2] + x, rect[3] + y


def around(rects: list[Rect]) -> Rect:
    """The smallest rectangle that holds them all."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def frame(rect: Rect, weight: float, layer: Layer) -> list[Bar]:
    """Four ruling lines around a box."""
    left, top, right, bottom = rect
    return [
        Bar((left, top, right, top + weight), layer=layer),
        Bar((left, bottom - weight, right, bottom), layer=layer),
        Bar((left, top, left + weight, bottom), layer=layer),
        Bar((right - weight, top, right, bottom), layer=layer),
    ]

"""Characters by the way they are turned: each turn in a frame of its own in which it is upright."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.parsing.pdf.pdfium import Glyph
from articles.parsing.pdf.printing import Printed

SLANT = 4  # degrees off a quarter turn that still count as straight


@dataclass(frozen=True, slots=True)
class Frame:
    """Page space turned back by quarter turns, so that its text stands upright."""

    width: float  # of the page in its own space
    height: float
    turn: int = 0

    def into(self, x: float, y: float) -> tuple[float, float]:
        """From page space."""
        if self.turn == 90:
            return y, self.width - x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return self.height - y, x
        return x, y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """To page space."""
        if self.turn == 90:
            return self.width - y, x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return y, self.height - x
        return x, y

    def box(self, left: float, top: float, right: float, bottom: float) -> tuple:
        """A box of the frame in page space."""
        a, b = self.back(left, top), self.back(right, bottom)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


@lru_cache(maxsize=512)
def quarter(turn: int) -> int | None:
    """The quarter turn nearest to these degrees, None for a slanted stamp."""
    near = round(turn / 90) * 90
    return near % 360 if abs(turn - near) <= SLANT else None


def main_turn(glyphs: Sequence[Glyph]) -> int:
    """How most of the page's text is turned."""
    turns = Counter(quarter(g.turn) for g in glyphs)
    best = max((t for t in turns if t is not None), key=lambda t: turns[t], default=0)
    return best if turns[best] > 2 * turns.get(0, 0) else 0


def upright(glyphs: Sequence[Glyph], frame: Frame) -> list[Glyph]:
    """The characters of the frame's turn, moved into it, if they lie on the page at all."""
    wide, high = frame.width, frame.height
    if frame.turn in (90, 270):
        wide, high = high, wide
    out = []
    for glyph in glyphs:
        if quarter(glyph.turn) != frame.turn:
            continue
        advance = glyph.right - glyph.x
        glyph.x, glyph.y = frame.into(glyph.x, glyph.y)
        glyph.right = glyph.x + advance
        middle = glyph.y - 0.38 * glyph.size
        inside = -0.6 * glyph.em <= glyph.x <= wide and 0 <= middle <= high
        if inside:
            out.append(glyph)
    return out


def slanted_lines(glyphs: Sequence[Glyph]) -> list[Printed]:
    """Stamps and watermarks: characters of one slant that follow each other in the file."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if quarter(glyph.turn) is not None:
            continue
        last = lines[-1][-1] if lines else None
        if last is not None and glyph.turn == last.turn and glyph.order - last.order <= 2:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [_slanted(line) for line in lines if any(g.char.strip() for g in line)]


def _slanted(line: list[Glyph]) -> Printed:
    first, half = line[0], line[0].size / 2
    return Printed(
        text="".join(g.char for g in line),
        left=min(g.x for g in line) - half,
        top=min(g.y for g in line) - half,
        right=max(g.x for g in line) + half,
        bottom=max(g.y for g in line) + half,
        base=first.y,
        size=first.size,
        em=first.em,
        face=first.face,
        turn=first.turn,
        order=first.order,
    )

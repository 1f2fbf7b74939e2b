"""Runs → printed lines: their characters with the spaces that print shows, and their place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median_low

from articles.parsing.pdf.gutters import Gutters
from articles.parsing.pdf.pdfium import Glyph, Shape
from articles.parsing.pdf.runs import (
    Run,
    bands_of,
    drawn_spaces,
    drop_doubles,
    edge_of,
    share_out,
    trim_edges,
    vertical_runs,
)
from articles.parsing.pdf.small_signs import seat_small_signs
from articles.parsing.pdf.stacks import completed, stacks_of

SPACE = 0.2  # em beyond the line's own letter-spacing that print a space between two Han
DRAWN_SPACE = 0.1  # the same where the file holds a space
SIGN_SPACE = 0.8  # the same beside a sign or a number
WORD_SPACE = 0.15  # between Latin letters
WIDE_SPACE = 0.5  # em beyond the letter-spacing: it may part the cells of a table
BREAKS = {ord(c): " " for c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
# Dashes that a font joins into one sign are written as they are typed.
PLAIN = BREAKS | {0x2E3A: "——", 0x2E3B: "———", 0x2219: "·"}
LATIN = "latin"
HAN = "han"
SIGN = "sign"


@dataclass(slots=True)
class Printed:
    """One printed line in points; `em` is the width of its type. Vertical ones run downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    em: float
    face: str
    turn: int = 0
    vertical: bool = False
    order: int = 0
    stretch: float = 0.0  # em of letter-spacing
    cells: int = 1  # of a table's row
    # Each wide space: its place in the text, and the edges in points of the white.
    spaces: tuple[tuple[int, float, float], ...] = ()
    faces: tuple[str, str] = "", ""  # of its first and its last Han

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def printed_lines(glyphs: Sequence[Glyph], fences: Sequence[Shape]) -> list[Printed]:
    """The upright lines of a page; `fences` are vertical rules that no line crosses."""
    share_out(glyphs)
    kept = drop_doubles(glyphs)
    spaces = drawn_spaces(kept)
    kept = [g for g in kept if not g.char.isspace() and g.char]
    for glyph in kept:
        glyph.right = edge_of(glyph)
    trim_edges(kept)
    seat_small_signs(kept)
    tall, rest = vertical_runs(kept)
    bands = bands_of(rest, spaces)
    merged = [run for band in Gutters(bands, fences, spaces).merged() for run in band]
    stacked, runs = stacks_of(merged)
    tall, runs = completed([*tall, *stacked], runs)
    lines = [_line(run) for run in runs]
    return lines + [_tall_line(run) for run in tall]


def _line(run: Run) -> Printed:
    text, stretch, spaces = _spell(run)
    return Printed(
        text=text,
        left=run.left,
        top=run.base - 0.88 * run.size,
        right=run.right,
        bottom=run.base + 0.12 * run.size,
        base=run.base,
        size=run.size,
        em=run.em,
        face=_face(run),
        order=run.glyphs[0].order,
        stretch=stretch,
        spaces=spaces,
        faces=_outer_faces(run),
    )


def _face(run: Run) -> str:
    """The face of its Han; digits and signs are often set in another one."""
    han = [g.face for g in run.glyphs if kind_of(g.char) is HAN] or [g.face for g in run.glyphs]
    return Counter(han).most_common(1)[0][0]


def _outer_faces(run: Run) -> tuple[str, str]:
    han = [g.face for g in run.glyphs if kind_of(g.char) is HAN] or [""]
    return han[0], han[-1]


def _tall_line(run: Run) -> Printed:
    glyphs = sorted(run.glyphs, key=lambda g: g.y)
    return Printed(
        text="".join(g.char for g in glyphs).translate(PLAIN),
        left=min(g.x for g in glyphs),
        top=glyphs[0].y - 0.88 * run.size,
        right=max(g.right for g in glyphs),
        bottom=glyphs[-1].y + 0.12 * run.size,
        base=glyphs[0].y,
        size=run.size,
        em=run.em,
        face=glyphs[0].face,
        vertical=True,
        order=run.glyphs[0].order,
    )


def _spell(run: Run) -> tuple[str, float, tuple[tuple[int, float, float], ...]]:
    """The characters with the spaces that print shows, the letter-spacing in em, wide spaces."""
    glyphs = run.glyphs
    gaps = [(b.x - a.right) / run.em for a, b in pairwise(glyphs)]
    plain = [
        gap
        for gap, a, b in zip(gaps, glyphs, glyphs[1:], strict=False)
        if kind_of(a.char) is HAN and kind_of(b.char) is HAN
    ] or gaps
    usual = 0.0
    if plain:
        usual = max(0.0, median_low(plain) if len(plain) >= 4 else min(plain))
    out = [glyphs[0].char] if glyphs else []
    wide = []
    for gap, a, b in zip(gaps, glyphs, glyphs[1:], strict=False):
        if gap - usual > _least(a, b, run.spaces):
            out.append(" ")
            if gap - usual >= WIDE_SPACE:
                wide.append((len(out) - 1, a.right, b.x))
        out.append(b.char)
    signs = [sign.translate(PLAIN) for sign in out] if wide else []
    places = [0, *accumulate(map(len, signs))]  # a joined dash is two signs
    spaces = tuple((places[k], left, right) for k, left, right in wide)
    return "".join(out).translate(PLAIN), usual, spaces


def _least(a: Glyph, b: Glyph, spaces: set[int]) -> float:
    """Em beyond the letter-spacing from which a gap is a space."""
    kinds = kind_of(a.char), kind_of(b.char)
    if kinds == (LATIN, LATIN):
        return DRAWN_SPACE if a.order in spaces else WORD_SPACE
    if a.order in spaces:
        return DRAWN_SPACE
    return SPACE if kinds == (HAN, HAN) else SIGN_SPACE


def kind_of(char: str) -> str:
    if char < "\u2000":
        return LATIN
    return HAN if "\u3400" <= char <= "\u9fff" or char >= "\U00020000" else SIGN

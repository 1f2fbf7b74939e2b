"""Set kicker, headline and deck over a width, or as a vertical line beside the text."""

import random
from dataclasses import dataclass

from ..headings import balanced
from ..wrapping import tokenize
from . import faces
from .curves import painted
from .ink import ASCENT, Glyphs, Ink, Layer, Picture, Rect, around
from .lines import length, plain
from .style import Style

SMALLEST = 14.0
LEADING = 1.22
UPRIGHT = frozenset("，。、；：！？“”《》（）—…·- 　0123456789")


@dataclass(frozen=True)
class Head:
    width: float
    height: float
    runs: list[Glyphs]
    """With the top of the box as origin."""
    main: list[Glyphs]
    """Those of the headline itself."""

    @property
    def rect(self) -> Rect:
        return around([run.rect for run in self.runs])


def set_head(article: dict, width: float, style: Style, block: int, rng: random.Random) -> Head:
    """Kicker above, headline, deck below; each as wide as the width allows."""
    layer, face = Layer(block, "head"), rng.choice(style.head_faces)
    most = rng.choice((20, 26, 32, 40)) if len(article["paragraphs"]) > 2 else rng.choice((16, 20))
    lines, size = _fitted(article, width, most, face, style, rng)
    align = rng.choice(("centre", "centre", "left"))
    small, rows = max(10.5, round(size * 0.55, 1)), []
    other = rng.choice(("song", "hei", face))
    if article["kicker"]:
        rows += _small(article["kicker"], width, small, other, style)
    rows += [(line, size, face) for line in lines]
    if article["deck"]:
        rows += _small(article["deck"], width, small, other, style)
    return _stacked(rows, width, align, face, style, layer)


def _fitted(
    article: dict, width: float, most: float, face: str, style: Style, rng: random.Random
) -> tuple[list[str], float]:
    """As few lines as let the headline be large enough."""
    text, chosen = article["headline"], article.get("headline_lines")
    start = rng.choice((1, 1, 2)) if len(text) > 12 else 1
    for wanted in range(start, 6):
        lines = balanced(tokenize(text), wanted) if wanted > 1 else [text]
        if chosen and len(chosen) == wanted:
            lines = chosen
        if " " in text and wanted == text.count(" ") + 1:
            lines = text.split(" ")
        size = width * 0.96 / max(length(line, face, style) for line in lines)
        if size >= SMALLEST:
            break
    return lines, round(min(size, most), 1)


def _small(text: str, width: float, size: float, face: str, style: Style) -> list[tuple]:
    wide = length(text, face, style) * size
    wanted = int(wide / (width * 0.97)) + 1
    lines = balanced(tokenize(text), wanted) if wanted > 1 else [text]
    size = min(size, width * 0.98 / max(length(line, face, style) for line in lines))
    return [(line, size, face) for line in lines]


def _stacked(
    rows: list[tuple], width: float, align: str, main: str, style: Style, layer: Layer
) -> Head:
    y, runs, kept = 0.0, [], []
    largest = max(size for _, size, _ in rows)
    for text, size, face in rows:
        line = plain(text, face, style)
        x = (width - line.right * size) / 2 if align == "centre" else 0.0
        made = line.at(max(0.0, x), y + ASCENT * size, size, layer)
        runs += made
        if size == largest:
            kept += made
        y += size * LEADING
    return Head(width, y + 2, runs, kept)


def can_stand(article: dict) -> bool:
    """Whether a headline may be set as one vertical line."""
    return len(article["headline"]) <= 14 and not UPRIGHT & set(article["headline"])


def may_stand_beside(text: str | None) -> bool:
    """Whether a kicker or a deck is set beside a standing headline; else it is left out."""
    return bool(text) and not any(char.isascii() for char in text)


def set_vertical(article: dict, style: Style, block: int, rng: random.Random) -> Head:
    """The headline from top to bottom; a kicker to its right, a deck to its left, smaller."""
    layer, face = Layer(block, "head"), rng.choice(style.head_faces)
    size = rng.choice((20.0, 24.0, 28.0))
    columns = [(article["headline"], size)]
    small = 12.0
    for part, place in (("deck", 0), ("kicker", len(columns) + 1)):
        if may_stand_beside(article[part]):
            columns.insert(place, (article[part], small))
    x, runs, kept = 2.0, [], []
    for text, own in columns:
        made = [
            Glyphs(char, (x,), (index * 1.06 + ASCENT) * own, own, face, layer)
            for index, char in enumerate(text)
        ]
        runs += made
        kept += made if own == size else []
        x += own * 1.35
    bottom = max(run.rect[3] for run in runs)
    return Head(x, bottom, runs, kept)


def without_characters(head: Head, kind: str, layer: Layer) -> list[Ink]:
    """The same head as curves, or as one picture."""
    runs = [run for run in head.runs if run.text.strip("　 ")]
    if kind == "curves":
        return [
            Glyphs(run.text, run.xs, run.y, run.size, run.face, layer, outlined=True)
            for run in _in_cut_faces(runs)
        ]
    rect = around([run.rect for run in runs])
    jpeg, pixels = painted(_in_cut_faces(runs), rect)
    return [Picture(rect, jpeg, pixels, layer=layer)]


def _in_cut_faces(runs: list[Glyphs]) -> list[Glyphs]:
    """Figures in a reader's own face have no outlines here."""
    return [Glyphs(run.text, run.xs, run.y, run.size, _cut(run.face), run.layer) for run in runs]


def _cut(face: str) -> str:
    return face if face in faces.WANTED else "heibold"

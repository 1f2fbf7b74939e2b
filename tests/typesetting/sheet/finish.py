"""The last touches: the order of drawing, text drawn twice, stamps, a printer's line."""

import random
from dataclasses import replace

from .assembling import Page
from .ink import ASCENT, Bar, Glyphs, Ink, Layer, Picture
from .lines import plain
from .style import Style

STAMPS = ("样报", "已审", "付印清样")


def finished(page: Page, style: Style, rng: random.Random) -> list[Ink]:
    under = [ink for ink in page.inks if isinstance(ink, Bar | Picture)]
    text = [ink for ink in page.inks if isinstance(ink, Glyphs)]
    inks = [*under, *_ordered(text, style.order, rng)]
    inks = [copy for ink in inks for copy in _copies(ink, style.twice)]
    inks += [_stamp(page, rng) for _ in range(style.stamps)]
    if style.slug:
        inks += _slug(page, style)
    return inks


def _ordered(text: list[Glyphs], order: str, rng: random.Random) -> list[Glyphs]:
    blocks = list(dict.fromkeys(ink.layer.block for ink in text))
    if order == "rows":
        return sorted(text, key=lambda ink: (round(ink.y), ink.xs[0]))
    if order == "heads_last":
        return sorted(text, key=lambda ink: ink.layer.kind == "head")
    if order == "shuffled":
        rng.shuffle(blocks)
    places = {block: place for place, block in enumerate(blocks)}
    late = "head" if order == "body_first" else ""
    return sorted(text, key=lambda ink: (places[ink.layer.block], ink.layer.kind == late))


def _copies(ink: Ink, twice: str) -> list[Ink]:
    kinds = {"heads": "head", "body": "body"}
    if not isinstance(ink, Glyphs) or ink.outlined or ink.layer.kind != kinds.get(twice):
        return [ink]
    return [ink, ink.moved(0.25, 0.1)]


def _stamp(page: Page, rng: random.Random) -> Glyphs:
    text, size = rng.choice(STAMPS), rng.choice((30.0, 48.0, 70.0))
    x, y = rng.uniform(0.1, 0.6) * page.width, rng.uniform(0.3, 0.8) * page.height
    places = tuple(x + index * size for index in range(len(text)))
    angle = rng.choice((30.0, 45.0, -20.0))
    return Glyphs(text, places, y, size, "heibold", Layer(0, "noise"), angle=angle)


def _slug(page: Page, style: Style) -> list[Glyphs]:
    """Beyond the crop box, below the page."""
    line = plain("岚汀报 A03 2026 C M Y K", "hei", replace(style, figures=""))
    return line.at(40.0, page.height + 8 + ASCENT * 7, 7.0, Layer(0, "noise"))

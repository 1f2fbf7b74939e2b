"""Fill a page with pieces: bands from top to bottom, stacks side by side within a band."""

import random
from dataclasses import dataclass, field, replace

from ..furniture import furniture_lines
from .article import PAD, Text, corner, count_columns, prepare, set_article
from .ink import ASCENT, Bar, Glyphs, Ink, Layer, frame
from .lines import length, plain
from .photos import picture, set_photo
from .piece import Known, Piece
from .style import Style

MARGIN = 36.0
FEWEST_LINES = 9
SHAPE = 1.45  # height of a page to its width


@dataclass
class Page:
    width: float
    height: float = 0.0
    inks: list[Ink] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)

    def put(self, piece: Piece, x: float, y: float) -> None:
        placed = piece.moved(x, y)
        self.inks += placed.inks
        self.known += placed.known


class _Matter:
    """Articles and photos that have no place yet, and the number of the next piece."""

    def __init__(self, articles: list[dict], captions: list[dict], style: Style, rng):
        self.articles = [prepare(article, style, rng) for article in articles]
        self.captions, self.style, self.rng, self.block = list(captions), style, rng, 0

    def next_block(self) -> int:
        self.block += 1
        return self.block

    def take(self, width: float) -> Piece:
        """The next article of a suitable length for a width, with what its corner may hold."""
        wide = count_columns(width, self.style)
        fitting = [text for text in self.articles if _letters(text) >= self.fair(wide)]
        text = (fitting or sorted(self.articles, key=_letters, reverse=True))[0]
        self.articles.remove(text)
        inset = None
        if _letters(text) > 500 and self.rng.random() < self.style.inset:
            inset = self._inset(width)
        return self._set(text, width, inset)

    def fair(self, columns: int) -> float:
        """Characters that an article over so many columns should have: some lines in each."""
        return FEWEST_LINES * self.style.column * (columns - 1)

    def widest(self) -> int:
        """How many columns the longest article left may take."""
        longest = max(map(_letters, self.articles))
        return max(
            (n for n in range(1, self.style.columns + 1) if longest >= self.fair(n)), default=1
        )

    def _set(self, text: Text, width: float, inset: Piece | None = None) -> Piece:
        return set_article(text, width, self.style, self.next_block(), self.rng, inset)

    def _inset(self, width: float) -> Piece | None:
        """A photo, or a short article in a box, for the corner of another article."""
        found = corner(width, self.style, self.rng)
        if not found:
            return None
        _, room = found
        if self.captions and self.rng.random() < 0.6:
            return self.photo(room)
        short = [text for text in self.articles if _letters(text) < 330]
        if not short or room - 2 * PAD < 11 * self.style.size:
            return None
        self.articles.remove(short[0])
        block, style = self.next_block(), replace(self.style, boxed=0.0)
        inner = set_article(short[0], room - 2 * PAD, style, block, self.rng, None)
        box = (0.0, 0.0, room, inner.height + 2 * PAD)
        lines = frame(box, 0.5, Layer(block, "frame"))
        inner = inner.moved(PAD, PAD)
        return replace(inner, width=room, height=box[3], inks=[*lines, *inner.inks])

    def photo(self, width: float, height: float = 0.0) -> Piece:
        caption = self.captions.pop()
        return set_photo(caption, width, self.style, self.next_block(), self.rng, height)

    def filler(self, width: float, room: float) -> Piece | None:
        """Something for the room under a short piece: a photo, a short article, or nothing."""
        if self.captions and 0.45 * width < room - 50 < 1.3 * width:
            return self.photo(width, room)
        wide = count_columns(width, self.style)
        step = self.style.size * self.style.leading
        for text in sorted(self.articles, key=_letters, reverse=True):
            guess = (_letters(text) / (self.style.column * wide) + 2) * step + 45
            if 0.6 * room < guess < 1.05 * room:
                self.articles.remove(text)
                return self._set(text, width)
        return None


def _letters(text: Text) -> int:
    return sum(map(len, text.paragraphs))


def fill(articles: list[dict], captions: list[dict], style: Style, rng: random.Random) -> Page:
    """Bands until the page is full or the matter runs out."""
    gutter = style.gutter * style.size
    inner = style.columns * (style.column * style.size + gutter) - gutter
    page, matter = Page(inner + 2 * MARGIN), _Matter(articles, captions, style, rng)
    lines = furniture_lines(rng) if style.text.furniture else []
    page.furniture = lines
    ends = lines[-1:] if style.text.furniture == "both" else []
    if style.text.furniture == "bottom":
        lines, ends = [], lines
    y = _furniture(page, lines[: len(lines) - len(ends)], MARGIN * 0.6, inner, style)
    while matter.articles and y < SHAPE * page.width * 0.85:
        y += _band(page, matter, y, inner) + style.size * 2.4
    if style.advertisement:
        y += _advertisement(page, y, inner, rng)
    y = _furniture(page, ends, y, inner, style)
    page.height = max(round(y + MARGIN * 0.5), round(page.width * 1.2))
    return page


def _band(page: Page, matter: _Matter, y: float, inner: float) -> float:
    """Stacks of pieces side by side; returns the height of the tallest."""
    style, rng = matter.style, matter.rng
    unit, gutter = style.column * style.size, style.gutter * style.size
    x, stacks, left = MARGIN, [], style.columns
    while left and matter.articles:
        span = _span(left, matter, rng)
        left -= span
        width = span * unit + (span - 1) * gutter
        with_photo = stacks and matter.captions and rng.random() < 0.3
        piece = matter.photo(width) if with_photo else matter.take(width)
        page.put(piece, x, y)
        stacks.append([x, width, piece.height])
        x += width + gutter
    tallest = max(stack[2] for stack in stacks)
    for stack in stacks:
        _fill_up(page, matter, stack, y, tallest)
    _rule_between(page, style, stacks, y, max(stack[2] for stack in stacks))
    return max(stack[2] for stack in stacks)


def _fill_up(page: Page, matter: _Matter, stack: list, y: float, tallest: float) -> None:
    gap = matter.style.size * 2.2
    while tallest - stack[2] - gap > 80:
        piece = matter.filler(stack[1], tallest - stack[2] - gap)
        if piece is None:
            return
        page.put(piece, stack[0], y + stack[2] + gap)
        stack[2] += gap + piece.height


def _span(left: int, matter: _Matter, rng: random.Random) -> int:
    """How many grid columns the next stack takes."""
    most = min(left, matter.widest())
    return most if rng.random() < 0.3 else rng.randint(1, most)


def _rule_between(page: Page, style: Style, stacks: list, y: float, height: float) -> None:
    if style.rules != "articles":
        return
    half, layer = style.gutter * style.size / 2, Layer(0, "frame")
    for x, width, _ in stacks[:-1]:
        edge = x + width + half
        page.inks.append(Bar((edge - 0.2, y, edge + 0.2, y + height), layer=layer))
    below = y + height + style.size * 1.2
    right = stacks[-1][0] + stacks[-1][1]
    page.inks.append(Bar((MARGIN, below, right, below + 0.4), layer=layer))


def _advertisement(page: Page, y: float, inner: float, rng: random.Random) -> float:
    shown = picture(inner, inner * 0.16, Layer(0, "picture"), rng)
    page.inks.append(shown.moved(MARGIN, y))
    return inner * 0.16 + 14


def _furniture(page: Page, lines: list[str], y: float, inner: float, style: Style) -> float:
    """Folio parts side by side on one line as far as they fit, and a rule."""
    if not lines:
        return y
    size, x, layer = 9.0, 0.0, Layer(0, "furniture")
    for number, line in enumerate(lines):
        wide = length(line, "hei", style) * size
        if x and x + wide > inner:
            x, y = 0.0, y + size * 1.6
        elif number and number == len(lines) - 1:
            x = max(x, inner - wide)
        runs = plain(line, "hei", style).at(MARGIN + x, y + ASCENT * size, size, layer)
        page.inks += _named(runs)
        x += wide + 4 * size
    page.inks.append(Bar((MARGIN, y + 13, MARGIN + inner, y + 13.8), layer=Layer(0, "frame")))
    return y + 26


def _named(runs: list[Glyphs]) -> list[Glyphs]:
    return [run for run in runs if run.text]

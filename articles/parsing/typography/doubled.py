"""Text that print draws twice, for a shadow or a bold face, and a tool wrote piece by piece.

11 / 11月 / 月8日 / 8日 is read as 11月8日.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articles.parsing.typography.lines import clean, width
from articles.records import Line

FEWEST = 2  # lines that begin with the end of the one above
NEAR = 3  # lines between two such that belong together
LONGEST, TRIES = 120, 12  # signs of a piece; places where its first sign may stand again
LONGEST_LINES = 300  # signs of two lines; longer ones are no rows of print
START = 0.5  # signs that a piece must tell beyond chance
TOLD, LARGEST = 6, 3  # signs of pieces in a row, and of the largest, that no text says twice
WHOLE = 0.25  # of a page's signs: all of it is drawn twice


class Piece(NamedTuple):
    """Signs start..start+size-1, which follow once more."""

    start: int
    size: int


def read_once(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each printed line whole in the line where its second drawing begins."""
    met = [k for k, (a, b) in enumerate(pairwise(lines)) if _meet(a.text, b.text)]
    if len(met) < FEWEST or any(line.segment for line in lines):
        return tuple(lines)
    regions = [_Region(lines, first, last) for first, last in _stretches(met)]
    told = sum([piece.size for region in regions for piece in region.pieces(TOLD)])
    signs = sum([len(line.text) for line in lines])
    least = LARGEST if 2 * told > WHOLE * signs else TOLD
    out = list(lines)
    for region in regions:
        region.write(out, region.pieces(least))
    return tuple(out)


def _meet(above: str, below: str) -> bool:
    """Whether the line begins with the end of the one above."""
    if below[:1] not in above or not below or len(above) + len(below) > LONGEST_LINES:
        return False
    at = above.find(below[0])
    for _ in range(TRIES):
        if at < 0 or below.startswith(above[at:]):
            return at >= 0
        at = above.find(below[0], at + 1)
    return False


def _stretches(met: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last line of those that may hold doubled text."""
    first = met[0]
    for this, following in pairwise([*met, met[-1] + NEAR + 2]):
        if following - this > NEAR:
            yield first, this + 1
            first = following


class _Region:
    """Lines first..last as one text."""

    def __init__(self, lines: Sequence[Line], first: int, last: int):
        self.first, self.last = first, last
        texts = [line.raw.split() for line in lines[first : last + 1]]
        self.text = "".join(["".join(words) for words in texts])
        self.owner = [first + k for k, words in enumerate(texts) for word in words for _ in word]
        # White space stands before the sign, and another sign of its line.
        self.gaps = [
            bool(number and not place)
            for words in texts
            for number, word in enumerate(words)
            for place in range(len(word))
        ]
        self.chains = list(self._chains())

    def pieces(self, least: int) -> list[Piece]:
        """What is drawn twice, in printed order: chains of pieces that tell enough."""
        return [
            piece
            for chain in self.chains
            if sum([piece.size for piece in chain]) >= least
            and max([piece.size for piece in chain]) >= LARGEST
            and (len(chain) > 1 or least < TOLD)
            for piece in chain
        ]

    def write(self, out: list[Line], pieces: Sequence[Piece]) -> None:
        """Put each printed line where its first kept sign stands; the others hold nothing."""
        if not pieces:
            return
        printed: dict[int, list[str]] = {place: [] for place in range(self.first, self.last + 1)}
        here = self.first
        for start, stop, size, breaks in self._kept(pieces):
            for place in range(start, stop):
                if breaks or (place > start and self.owner[place] != self.owner[place - 1]):
                    here, breaks = self.owner[place], False
                gap = self.gaps[place - size] and (place == start or self.gaps[place])
                printed[here].append(" " * gap + self.text[place])
        for place, signs in printed.items():
            text = clean("".join(signs))
            if text != out[place].text:
                out[place] = out[place]._replace(text=text, width=width(text))

    def _kept(self, pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int, bool]]:
        """Signs start..stop-1 that stay, how far behind their first drawing, and whether a
        printed line begins with them.
        """
        done = 0
        for start, size in [*pieces, Piece(len(self.text), 0)]:
            if start > done:
                yield done, start, 0, self._begins(done)
            if size:
                yield start + size, start + 2 * size, size, self._begins(start)
            done = start + 2 * size

    def _begins(self, place: int) -> bool:
        return not place or self.owner[place] != self.owner[place - 1]

    def _chains(self) -> Iterator[list[Piece]]:
        """Pieces that follow each other, so that most of the text is told by them."""
        best, sizes = [0.0] * (len(self.text) + 1), [0] * len(self.text)
        for place in range(len(self.text) - 2, -1, -1):
            best[place] = best[place + 1]
            for size in self._sizes(place):
                told = size - START + best[place + 2 * size]
                if told >= best[place]:
                    best[place], sizes[place] = told, size
        chain: list[Piece] = []
        place = 0
        while place < len(self.text):
            if size := sizes[place]:
                chain.append(Piece(place, size))
                place += 2 * size
            else:
                place += 1
            if chain and (not size or place >= len(self.text)):
                yield from self._trimmed(chain)
                chain = []

    def _trimmed(self, chain: list[Piece]) -> Iterator[list[Piece]]:
        """Without signs that the text itself says twice at either end: 天天, 人人."""
        while chain and self._is_meant(chain[0]):
            chain = chain[1:]
        while chain and self._is_meant(chain[-1]):
            chain = chain[:-1]
        if chain:
            yield chain

    def _is_meant(self, piece: Piece) -> bool:
        return piece.size == 1 and self.owner[piece.start] == self.owner[piece.start + 1]

    def _sizes(self, place: int) -> Iterator[int]:
        """How many signs from here on follow once more, each number that it may be."""
        text, at = self.text, place
        for _ in range(TRIES):
            at = text.find(text[place], at + 1, place + LONGEST + 1)
            if at < 0:
                return
            if text.startswith(text[place:at], at):
                yield at - place

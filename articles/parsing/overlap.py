"""How much of a headline is spoken of in a body: character bigrams, rare ones weighing more."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise, repeat

from articles.parsing.typography.lines import HAN

DROPPED = re.compile("[ \u3000“”‘’，。、；：！？（）《》—…·\"']")
ABSENT = -0.12  # what a pair that the body lacks tells against it
SCALE = 0.6
RUNS = re.compile(f"[{HAN}]+")
# Characters on either side of a border, and what texts of two matters share of their pairs there.
# Of 890 borders of real and invented articles the two together tell which, with an area under the
# curve of .95 and .85; whole sections share as many by chance as stories do.
NEAR, FAR = (150, 0.024), (400, 0.034)
FEW = 15  # pairs that weigh as much as that
ALIKE, LEAST_ALIKE, MOST_ALIKE = 1.5, -5.0, 5.0


def plain(text: str) -> str:
    """The text without white space, punctuation and quotation marks."""
    return DROPPED.sub("", text)


@lru_cache(maxsize=64)
def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters of the plain text."""
    letters = plain(text)
    return frozenset(map(str.__add__, letters, letters[1:]))


def share(text: str, letters: str) -> float:
    """Share of the text's bigrams that stand in a plain text, 0 to 1."""
    own = bigrams(text)
    return sum(map(letters.__contains__, own)) / len(own) if own else 0.0


def one_matter(above: str, below: str) -> float:
    """Log-odds that two texts, one after the other, speak of one matter; 0 where nothing tells.

    Asked of the words on either side of the border, near it and farther off. Numbers tell nothing.
    """
    odds = sum([_alike(above[-size:], below[:size], by_chance) for size, by_chance in (NEAR, FAR)])
    return max(LEAST_ALIKE, min(MOST_ALIKE, ALIKE * odds))


def _alike(above: str, below: str, by_chance: float) -> float:
    """How much more pairs two texts share than texts of two matters do."""
    own, others = _words(above), _words(below)
    size = math.sqrt(len(own) * len(others))
    cosine = (len(own & others) + by_chance * FEW) / (size + FEW)  # few pairs tell little
    return math.log(cosine / by_chance)


def _words(text: str) -> set[str]:
    """Pairs of Han characters that no other sign parts."""
    return {a + b for run in RUNS.findall(text) for a, b in pairwise(run)}


def is_repeated(pair: str, text: str) -> bool:
    """Whether the text has the pair of characters more than once."""
    once = text.find(pair)
    return once >= 0 and text.find(pair, once + 1) >= 0


def _pairs(text: str) -> Iterator[int]:
    """The bigrams as numbers."""
    return pair_numbers(plain(text))


def pair_numbers(text: str) -> Iterator[int]:
    """Pairs of neighbouring characters, as numbers: made and looked up twice as fast as strings."""
    code = memoryview(text.encode("utf-32-le", "surrogatepass"))
    even = code[: len(code) // 8 * 8]
    odd = code[4 : 4 + (len(code) - 4) // 8 * 8]
    return chain(even.cast("Q"), odd.cast("Q"))


class Overlap:
    """The bodies of one page, ready to be asked which of them a headline speaks of.

    Only the bigrams of the page's `heads`, one after another, are looked for in the bodies.
    """

    def __init__(self, bodies: Iterable[str], heads: Iterable[str]):
        asked = frozenset(_pairs("".join(heads)))
        self.bodies = [asked.intersection(_pairs(body)) for body in bodies]
        counts = Counter(chain.from_iterable(self.bodies))
        self.weights = {pair: 1.0 / count for pair, count in counts.items()}
        self.own: dict[str, tuple[frozenset[int], float]] = {}
        self.known: dict[tuple[str, int, int], tuple[float, float]] = {}

    def share(self, text: str, first: int, last: int) -> float:
        """Share of the text's bigrams found in bodies first..last, weighted by rarity, 0 to 1."""
        return self.judge(text, first, last)[0]

    def shares(self, text: str, places: range) -> list[float]:
        """The same for each single body of these places."""
        own, total = self._own(text)
        weight = self.weights.__getitem__
        near = self.bodies[places.start : places.stop]
        return [sum(map(weight, own & body)) / total if total else 0.0 for body in near]

    def score(self, text: str, first: int, last: int) -> float:
        """Log-odds that the text heads the bodies first..last."""
        return self.judge(text, first, last)[1]

    def judge(self, text: str, first: int, last: int) -> tuple[float, float]:
        """Share and score together."""
        key = (text, first, last)
        if key not in self.known:
            self.known[key] = self._weigh(text, self.bodies[first : last + 1])
        return self.known[key]

    def _weigh(self, text: str, bodies: Sequence[frozenset[int]]) -> tuple[float, float]:
        own, total = self._own(text)
        there = own & (bodies[0] if len(bodies) == 1 else frozenset().union(*bodies))
        found = sum(map(self.weights.__getitem__, there))
        score = found + ABSENT * (len(own) - len(there))
        return (found / total if total else 0.0), SCALE * score

    def _own(self, text: str) -> tuple[frozenset[int], float]:
        """The text's bigrams and the sum of their weights; one in no body weighs most."""
        if text not in self.own:
            pairs = frozenset(_pairs(text))
            self.own[text] = pairs, sum(map(self.weights.get, pairs, repeat(1.0)))
        return self.own[text]

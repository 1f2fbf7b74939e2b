"""How much of a headline is spoken of in a body: character bigrams, rare ones weighing more."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

DROPPED = re.compile("[ \u3000“”‘’，。、；：！？（）《》—…·\"']+")
ABSENT = -0.12  # what a pair that the body lacks tells against it
SCALE = 0.6


@lru_cache(maxsize=64)
def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters, without white space and quotation marks."""
    plain = DROPPED.sub("", text)
    return frozenset(map(str.__add__, plain, plain[1:]))


class Overlap:
    """The bodies of one page, ready to be asked which of them a headline speaks of."""

    def __init__(self, bodies: Sequence[str]):
        self.bodies = [bigrams(body) for body in bodies]
        counts: Counter[str] = Counter()
        for body in self.bodies:
            counts.update(body)
        self.counts = counts
        self.pairs: dict[str, list[tuple[str, float]]] = {}
        self.known: dict[tuple[str, int, int], tuple[float, float]] = {}

    def share(self, text: str, first: int, last: int) -> float:
        """Share of the text's bigrams found in bodies first..last, weighted by rarity, 0 to 1."""
        return self._judge(text, first, last)[0]

    def score(self, text: str, first: int, last: int) -> float:
        """Log-odds that the text heads the bodies first..last."""
        return self._judge(text, first, last)[1]

    def _judge(self, text: str, first: int, last: int) -> tuple[float, float]:
        key = (text, first, last)
        if key not in self.known:
            self.known[key] = self._weigh(text, self.bodies[first : last + 1])
        return self.known[key]

    def _weigh(self, text: str, bodies: list[set[str]]) -> tuple[float, float]:
        pairs = self.pairs.get(text)
        if pairs is None:
            pairs = [(p, 1.0 / max(1, self.counts[p])) for p in bigrams(text)]
            self.pairs[text] = pairs
        found = total = score = 0.0
        for pair, weight in pairs:
            total += weight
            if any(pair in body for body in bodies):
                found += weight
                score += weight
            else:
                score += ABSENT
        return (found / total if total else 0.0), SCALE * score

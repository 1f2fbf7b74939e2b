"""Learn what marks are worth: a log-linear choice between the ways to read a heading.

Few of them may be worth something: each pays `PRICE` for every unit that it is worth, and a little
for its square (elastic net: Zou and Hastie, 2005). The least of it all is found step by step with a
momentum (FISTA: Beck and Teboulle, 2009).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from .corpus import Sample

Mark = tuple[str, str]
Worth = Mapping[Mark, float]
PRICE, OF_SQUARE = 2.5, 1.0
HANDS = 4  # a mark that fewer of them use tells of a hand, or of its places and persons
STEPS, FIRST_STEP = 800, 1e-3
SETTLED = 1e-4  # of a worth, from one step to the next
SMALL = 0.02  # what is left out


def fit(samples: Sequence[Sample]) -> dict[Mark, float]:
    """{mark: its worth in log-odds}, none that is smaller than `SMALL`."""
    choices = Choices(samples)
    found = dict(zip(choices.marks, choices.least(), strict=True))
    return {mark: round(float(value), 2) for mark, value in found.items() if abs(value) >= SMALL}


def unlearned(samples: Sequence[Sample], worth: Worth) -> float:
    """The steepest slope that is left for any mark, less its price: 0 where all is learned."""
    choices = Choices(samples)
    values = np.array([worth.get(mark, 0.0) for mark in choices.marks])
    _, slope = choices.cost(values)
    left = np.where(values, np.abs(slope + np.copysign(PRICE, values)), np.abs(slope) - PRICE)
    return float(left.max())


def chosen(sample: Sample, worth: Worth) -> tuple[int, int]:
    """Where the headline begins and stops, if marks are worth that."""

    def score(way: tuple[int, int]) -> float:
        return sum([worth.get(mark, 0.0) for mark in sample.heading.marks.placed(*way)])

    return max(((i, j) for i, j, _ in sample.heading.ways), key=score)


class Choices:
    """Of every heading one way is right. All ways of all headings stand one after another."""

    def __init__(self, samples: Iterable[Sample]):
        self.size = 0
        self.weights: list[float] = []  # of the headings
        self.starts: list[int] = []  # where the ways of each begin
        self.right: list[int] = []  # which way of each is right
        self.hands: list[int] = []
        placed = [marks for sample in samples for marks in self._add(sample)]
        users = defaultdict(set)
        for hand, marks in zip(self.hands, placed, strict=True):
            for mark in marks:
                users[mark].add(hand)
        self.marks = sorted(mark for mark, hands in users.items() if len(hands) >= HANDS)
        number = {mark: n for n, mark in enumerate(self.marks)}
        pairs = [(w, number[m]) for w, marks in enumerate(placed) for m in marks if m in number]
        self.ways, self.columns = np.array(pairs).T
        self.size = len(placed)
        counts = np.diff([*self.starts, self.size])
        self.headings = np.repeat(np.arange(len(counts)), counts)  # whose each way is

    def _add(self, sample: Sample) -> Iterable[list[Mark]]:
        ways = [way[:2] for way in sample.heading.ways]
        wanted = (sample.start, sample.stop)
        if wanted not in ways:  # nobody tries it
            return
        start = self.size
        self.starts.append(start)
        self.right.append(start + ways.index(wanted))
        self.weights.append(sample.weight)
        self.size += len(ways)
        self.hands += [sample.hand] * len(ways)
        for way in ways:
            yield list(sample.heading.marks.placed(*way))

    def cost(self, worth: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the right readings are, with the price of squares, and its slope."""
        cost, pull = self._weighed(worth)
        weights = np.array(self.weights)
        pull *= weights[self.headings]
        pull[self.right] -= weights
        slope = np.bincount(self.columns, pull[self.ways], len(self.marks))
        return cost, OF_SQUARE * worth + slope

    def _weighed(self, worth: np.ndarray) -> tuple[float, np.ndarray]:
        """The cost, and how likely each way is."""
        scores = np.bincount(self.ways, worth[self.columns], self.size)
        top = np.maximum.reduceat(scores, self.starts)
        odds = np.exp(scores - top[self.headings])
        whole = np.add.reduceat(odds, self.starts)
        unlikely = np.log(whole) + top - scores[self.right]
        cost = OF_SQUARE * worth @ worth / 2 + np.array(self.weights) @ unlikely
        return float(cost), odds / whole[self.headings]

    def least(self) -> np.ndarray:
        """The worth of all marks that costs least."""
        worth = ahead = np.zeros(len(self.marks))
        pace, step = 1.0, FIRST_STEP
        for _ in range(STEPS):
            cost, slope = self.cost(ahead)
            while True:
                found = _shrunk(ahead - step * slope, step)
                moved = found - ahead
                bound = cost + slope @ moved + moved @ moved / (2 * step)
                if self._weighed(found)[0] <= bound + 1e-9:
                    break
                step /= 2
            following = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
            ahead = found + (pace - 1) / following * (found - worth)
            settled = np.abs(found - worth).max() < SETTLED
            worth, pace = found, following
            if settled:
                break
        return worth


def _shrunk(values: np.ndarray, step: float) -> np.ndarray:
    return np.sign(values) * np.maximum(0.0, np.abs(values) - step * PRICE)

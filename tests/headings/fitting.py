"""Learn what marks are worth: a log-linear choice between the ways to read a heading.

The rules keep what they say, and the marks add to it. Few of them may: each pays `PRICE` for every
unit that it is worth, and a little for its square (elastic net: Zou and Hastie, 2005). The least
of it all is found step by step with a momentum (FISTA: Beck and Teboulle, 2009).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .corpus import Sample

Mark = tuple[str, str]
PRICE, OF_SQUARE = 6.0, 1.0
SEEN = 3  # a mark in fewer headings tells nothing
STEPS, FIRST_STEP = 300, 1e-3
SMALL = 0.02  # what is left out


class Choice(NamedTuple):
    """The ways to read one heading: what the rules say for each, its marks, and which is right."""

    rules: Sequence[float]
    marks: Sequence[Sequence[int]]
    right: int
    weight: float


def fit(samples: Sequence[Sample]) -> dict[Mark, float]:
    """{mark: its worth in log-odds}, none that is smaller than `SMALL`."""
    choices, marks = _choices(samples)
    worth = _least(choices, len(marks))
    found = dict(zip(marks, worth, strict=True))
    return {mark: round(value, 2) for mark, value in found.items() if abs(value) >= SMALL}


def unlearned(samples: Sequence[Sample], worth: Mapping[Mark, float]) -> float:
    """The steepest slope that is left for any mark, less its price: 0 where all is learned."""
    choices, marks = _choices(samples)
    values = [worth.get(mark, 0.0) for mark in marks]
    _, slope = _cost(choices, values)
    return max(
        abs(s + math.copysign(PRICE, value)) if value else abs(s) - PRICE
        for s, value in zip(slope, values, strict=True)
    )


def _choices(samples: Sequence[Sample]) -> tuple[list[Choice], list[Mark]]:
    """Those that can be made, and the marks by whose numbers they are told."""
    samples = [sample for sample in samples if _right(sample) is not None]
    seen = Counter(mark for sample in samples for mark in _all_marks(sample))
    marks = sorted(mark for mark in seen if seen[mark] >= SEEN)
    index = {mark: number for number, mark in enumerate(marks)}
    return [_choice(sample, index) for sample in samples], marks


def chosen(sample: Sample, worth: Mapping[Mark, float]) -> tuple[int, int]:
    """Where the headline begins and stops, if marks are worth that."""
    heading = sample.heading

    def score(way: tuple[int, int]) -> float:
        marks = sum([worth.get(mark, 0.0) for mark in heading.marks.placed(*way)])
        return heading.by_rules(*way) + marks

    return max(((i, j) for i, j, _ in heading.ways), key=score)


def _right(sample: Sample) -> int | None:
    """Which of the ways it is; None where nobody tries it."""
    ways = [way[:2] for way in sample.heading.ways]
    wanted = (sample.start, sample.stop)
    return ways.index(wanted) if wanted in ways else None


def _all_marks(sample: Sample) -> set[Mark]:
    heading = sample.heading
    return {mark for i, j, _ in heading.ways for mark in heading.marks.placed(i, j)}


def _choice(sample: Sample, index: dict[Mark, int]) -> Choice:
    heading = sample.heading
    ways = [(i, j) for i, j, _ in heading.ways]
    marks = [[index[m] for m in heading.marks.placed(i, j) if m in index] for i, j in ways]
    return Choice([heading.by_rules(i, j) for i, j in ways], marks, _right(sample), sample.weight)


def _least(choices: Sequence[Choice], size: int) -> list[float]:
    worth, ahead = [0.0] * size, [0.0] * size
    pace, step = 1.0, FIRST_STEP
    for _ in range(STEPS):
        cost, slope = _cost(choices, ahead)
        while True:
            found = [_shrunk(a - step * s, step) for a, s in zip(ahead, slope, strict=True)]
            moved = [f - a for f, a in zip(found, ahead, strict=True)]
            bound = cost + sum(s * m for s, m in zip(slope, moved, strict=True))
            bound += sum(m * m for m in moved) / (2 * step)
            if _cost(choices, found)[0] <= bound + 1e-9:
                break
            step /= 2
        following = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        push = (pace - 1) / following
        ahead = [f + push * (f - w) for f, w in zip(found, worth, strict=True)]
        worth, pace = found, following
    return worth


def _shrunk(value: float, step: float) -> float:
    return math.copysign(max(0.0, abs(value) - step * PRICE), value)


def _cost(choices: Iterable[Choice], worth: Sequence[float]) -> tuple[float, list[float]]:
    """How unlikely the right readings are, with the price of squares, and its slope."""
    cost = OF_SQUARE * sum(w * w for w in worth) / 2
    slope = [OF_SQUARE * w for w in worth]
    for rules, marks, right, weight in choices:
        scores = [r + sum([worth[m] for m in own]) for r, own in zip(rules, marks, strict=True)]
        top = max(scores)
        odds = [math.exp(score - top) for score in scores]
        whole = sum(odds)
        cost += weight * (math.log(whole) + top - scores[right])
        for way, own in enumerate(marks):
            pull = weight * (odds[way] / whole - (way == right))
            if abs(pull) > 1e-9:
                for mark in own:
                    slope[mark] += pull
    return cost, slope

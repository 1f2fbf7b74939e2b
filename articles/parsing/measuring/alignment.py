"""Edit distance and alignment of two texts, by whole columns of the matrix as one number.

The bit-parallel recurrences are those of Myers (1999) in Hyyrö's form (2003).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 1 << 28  # cells of the matrix that are kept for an alignment: 64 MB


@dataclass(frozen=True, slots=True)
class Block:
    """[start:end] of a text stands for [to:to_end] of the other, letter by letter if `same`."""

    same: bool
    start: int
    end: int
    to: int
    to_end: int


def distance(text: str, other: str) -> int:
    """Levenshtein: characters to put in, take out or change."""
    before, after = _common(text, other)
    text, other = text[before : len(text) - after], other[before : len(other) - after]
    if not text or not other:
        return len(text) + len(other)
    steps, last = len(text), 1 << (len(text) - 1)
    for _up, _down, risen, fallen in _columns(text, other):
        steps += bool(risen & last) - bool(fallen & last)
    return steps


def similarity(text: str, other: str) -> float:
    longest = max(len(text), len(other))
    return 1 - distance(text, other) / longest if longest else 1.0


def mapped(text: str, other: str, places: Sequence[int]) -> list[int]:
    """Places in a text → places in the other, along a shortest alignment."""
    if text == other:
        return list(places)
    found = blocks(text, other)
    return [_place_in(found, place, len(other)) for place in places]


def blocks(text: str, other: str) -> list[Block]:
    """The alignment as equal and unequal stretches in turn."""
    before, after = _common(text, other)
    end, to_end = len(text) - after, len(other) - after
    inner = _inner(text[before:end], other[before:to_end])
    pairs = [(True, before, before)] if before else []
    pairs += inner
    pairs += [(True, after, after)] if after else []
    return list(_merged(pairs))


def _common(text: str, other: str) -> tuple[int, int]:
    """Length of the common beginning, and of the common end of the rest."""
    most = min(len(text), len(other))
    before = next((i for i in range(most) if text[i] != other[i]), most)
    most -= before
    after = next((i for i in range(most) if text[-1 - i] != other[-1 - i]), most)
    return before, after


def _columns(text: str, other: str) -> Iterator[tuple[int, int, int, int]]:
    """For each character of the other: where the column rises and falls, and where the row does."""
    masks: dict[str, int] = {}
    for place, char in enumerate(text):
        masks[char] = masks.get(char, 0) | 1 << place
    full = (1 << len(text)) - 1
    up, down = full, 0
    for char in other:
        match = masks.get(char, 0)
        diagonal = (((match & up) + up) ^ up) | match | down
        risen = down | (full & ~(diagonal | up))
        fallen = diagonal & up
        risen_next = risen << 1 | 1
        up = full & ((fallen << 1) | ~(diagonal | risen_next))
        down = full & risen_next & diagonal
        yield up, down, risen, fallen


def _inner(text: str, other: str) -> list[tuple[bool, int, int]]:
    """(same, steps here, steps there), one character at a time."""
    if not text or not other or len(text) * len(other) > MOST:
        return [(False, len(text), len(other))] if text or other else []
    columns = [(up, down) for up, down, _risen, _fallen in _columns(text, other)]
    steps: list[tuple[bool, int, int]] = []
    here, there = len(text), len(other)
    while here and there:
        if columns[there - 1][0] >> (here - 1) & 1:
            here -= 1
            steps.append((False, 1, 0))
            continue
        there -= 1
        if there and columns[there - 1][1] >> (here - 1) & 1:
            steps.append((False, 0, 1))
            continue
        here -= 1
        steps.append((text[here] == other[there], 1, 1))
    if here or there:
        steps.append((False, here, there))
    return steps[::-1]


def _merged(steps: Sequence[tuple[bool, int, int]]) -> Iterator[Block]:
    start = to = 0
    held: Block | None = None
    for same, here, there in steps:
        if held is not None and held.same == same:
            held = Block(same, held.start, start + here, held.to, to + there)
        else:
            if held is not None:
                yield held
            held = Block(same, start, start + here, to, to + there)
        start, to = start + here, to + there
    if held is not None:
        yield held


def _place_in(found: Sequence[Block], place: int, default: int) -> int:
    for block in found:
        if block.start <= place <= block.end:
            if block.same:
                return block.to + place - block.start
            if place < block.end:
                return block.to
            default = block.to_end
    return default

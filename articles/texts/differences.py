"""What two texts have in common and what not: paragraph by paragraph, then to the character.

Time is bounded: long stretches without anything in common are told as gone and new.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Paragraphs that share less than this are another paragraph, not the same one changed.
ALIKE = 0.3
# Up to so many comparisons paragraph by paragraph take no time.
BY_PARAGRAPH = 400
CLAUSE = re.compile(r"[^，。；：！？、…]*[，。；：！？、…]*[”’）》]*")
# So many looks at a line or a sign for each one there is: prose takes some thirty. What comes back
# and back between others would be looked at again for each of them, which takes minutes.
LOOKS = 64
# The rest of a number behind a change in it; turned round, what stands before one.
REST = re.compile(r"([.,．]?\d)+")
# One character in common between two changes is chance.
CHANCE = 1

Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Piece:
    """A run of characters: `kept`, `gone` or `new`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Row:
    """One paragraph: `same`, `changed`, `gone` or `new`, as pieces in reading order."""

    kind: str
    pieces: tuple[Piece, ...]


def compare(before: str, after: str) -> list[Row]:
    """Rows of the newer text in order, with what is gone where it stood."""
    old, new = before.split("\n"), after.split("\n")
    return [_row(old, new, place, now) for place, now in align(old, new)]


def differs(before: str, after: str) -> bool:
    return before.split() != after.split()


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """(place in old, place in new) of every paragraph, in order; None where it has no partner."""
    for tag, i, j, k, m in line_opcodes(old, new):
        if tag == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from _pairs(old, new, range(i, j), range(k, m))


def opcodes(before: str, after: str) -> list[Opcode]:
    """As difflib has them, character by character, without what is in common by chance."""
    start, ends = _common_ends(before, after)
    a, b = before[start : len(before) - ends], after[start : len(after) - ends]
    found: list[Opcode] = [("equal", 0, start, 0, start)] if start else []
    for tag, i, j, k, m in _middle(a, b):
        found.append((tag, i + start, j + start, k + start, m + start))
    if ends:
        found.append(("equal", len(before) - ends, len(before), len(after) - ends, len(after)))
    return _merged(_whole_numbers(_without_chance(found), before, after))


def _row(old, new, place, now) -> Row:
    if place is None:
        return Row("new", (Piece("new", new[now]),))
    if now is None:
        return Row("gone", (Piece("gone", old[place]),))
    if old[place] == new[now]:
        return Row("same", (Piece("kept", new[now]),))
    return Row("changed", tuple(_pieces(old[place], new[now])))


def _pieces(before, after):
    for tag, i, j, k, m in opcodes(before, after):
        if tag == "equal":
            yield Piece("kept", after[k:m])
            continue
        if j > i:
            yield Piece("gone", before[i:j])
        if m > k:
            yield Piece("new", after[k:m])


def line_opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[Opcode]:
    """As difflib has them, line by line; "replace" where it has "delete" or "insert" too."""
    start, ends = _common_ends(old, new)
    a, b = old[start : len(old) - ends], new[start : len(new) - ends]
    if start:
        yield "equal", 0, start, 0, start
    found = _matched(a, b)
    for tag, i, j, k, m in _greedy(a, b) if found is None else found:
        yield tag, i + start, j + start, k + start, m + start
    if ends:
        yield "equal", len(old) - ends, len(old), len(new) - ends, len(new)


class _TooDear(Exception):
    """There would be more looks than LOOKS for each line or sign."""


class _Counting(SequenceMatcher):
    """A matcher that gives up when it is too dear, in time that grows as the texts do."""

    def __init__(self, a, b):
        super().__init__(None, a, b, autojunk=False)
        self.left = LOOKS * (len(a) + len(b))
        pairs = sum(len(self.b2j.get(each, ())) for each in a)
        self.price = 1 + pairs / max(len(a), 1)

    def find_longest_match(self, alo, ahi, blo, bhi):
        self.left -= (ahi - alo) * self.price
        if self.left < 0:
            raise _TooDear
        return super().find_longest_match(alo, ahi, blo, bhi)


def _matched(a, b) -> list[Opcode] | None:
    try:
        return _Counting(a, b).get_opcodes()
    except _TooDear:
        return None


def _greedy(a, b):
    """Each line meets its next like; quick however often a line comes back."""
    places = {}
    for place, line in enumerate(a):
        places.setdefault(line, []).append(place)
    done = said = 0
    for now, line in enumerate(b):
        found = places.get(line, [])
        at = bisect_left(found, done)
        if at == len(found):
            continue
        if found[at] > done or now > said:
            yield "replace", done, found[at], said, now
        yield "equal", found[at], found[at] + 1, now, now + 1
        done, said = found[at] + 1, now + 1
    if done < len(a) or said < len(b):
        yield "replace", done, len(a), said, len(b)


def _common_ends(a, b):
    least = min(len(a), len(b))
    start = next((place for place in range(least) if a[place] != b[place]), least)
    rest = least - start
    ends = next((place for place in range(rest) if a[-1 - place] != b[-1 - place]), rest)
    return start, ends


def _pairs(old, new, gone, come):
    """Partners among paragraphs that all differ: those most alike, in order."""
    if len(gone) * len(come) > BY_PARAGRAPH:
        partners = _by_place(old, new, gone, come)
    else:
        partners = _most_alike(old, new, gone, come)
    place, now = gone.start, come.start
    for i, j in [*partners, (gone.stop, come.stop)]:
        yield from ((each, None) for each in range(place, i))
        yield from ((None, each) for each in range(now, j))
        if i < gone.stop and j < come.stop:
            yield i, j
        place, now = i + 1, j + 1


def _by_place(old, new, gone, come):
    return [
        (i, j)
        for i, j in zip(gone, come, strict=False)
        if _likeness(_pairs_of(old[i]), _pairs_of(new[j])) >= ALIKE
    ]


def _most_alike(old, new, gone, come):
    """The chain of pairs that has the most in common."""
    olds, news = [_pairs_of(old[i]) for i in gone], [_pairs_of(new[j]) for j in come]
    best = [[(0.0, ())] * (len(news) + 1) for _each in range(len(olds) + 1)]
    for i, one in enumerate(olds):
        for j, other in enumerate(news):
            likeness = _likeness(one, other)
            options = [best[i][j + 1], best[i + 1][j]]
            if likeness >= ALIKE:
                total, chain = best[i][j]
                options.append((total + likeness, (chain, (gone[i], come[j]))))
            best[i + 1][j + 1] = max(options, key=lambda option: option[0])
    return _unrolled(best[-1][-1][1])


def _unrolled(chain):
    found = []
    while chain:
        chain, pair = chain
        found.append(pair)
    return found[::-1]


def _pairs_of(text):
    return {text[place : place + 2] for place in range(len(text) - 1)} or {text}


def _likeness(one, other):
    return 2 * len(one & other) / (len(one) + len(other))


def _middle(a, b) -> Iterator[Opcode]:
    if not a or not b:
        if a or b:
            yield ("insert" if b else "delete"), 0, len(a), 0, len(b)
    else:
        found = _matched(a, b)
        yield from _by_clause(a, b) if found is None else found


def _by_clause(a, b) -> Iterator[Opcode]:
    """Clauses first, characters inside those that differ."""
    olds, news = _clauses(a), _clauses(b)
    starts, nows = _starts(olds), _starts(news)
    for tag, i, j, k, m in line_opcodes(olds, news):
        i, j, k, m = starts[i], starts[j], nows[k], nows[m]
        found = _matched(a[i:j], b[k:m]) if tag == "replace" else None
        if found is None:
            yield tag, i, j, k, m
        else:
            for inner, ii, jj, kk, mm in found:
                yield inner, i + ii, i + jj, k + kk, k + mm


def _clauses(text):
    return [found[0] for found in CLAUSE.finditer(text) if found[0]]


def _starts(words):
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts


def _whole_numbers(found: list[Opcode], before: str, after: str) -> Iterator[Opcode]:
    """What is in common keeps no part of a number that changes."""
    for place, (tag, i, j, k, m) in enumerate(found):
        if tag != "equal":
            yield tag, i, j, k, m
            continue
        text, head, tail = before[i:j], 0, j - i
        if place and _has_digit(before[i - 1 : i] + after[k - 1 : k]):
            head = _rest_of_number(text)
        if place < len(found) - 1 and _has_digit(before[j : j + 1] + after[m : m + 1]):
            tail = max(head, tail - _rest_of_number(text[::-1]))
        parts = [("replace", 0, head), ("equal", head, tail), ("replace", tail, j - i)]
        yield from ((kind, i + a, i + b, k + a, k + b) for kind, a, b in parts if a < b)


def _has_digit(signs):
    return any(sign.isdecimal() for sign in signs)


def _rest_of_number(text):
    found = REST.match(text)
    return len(found[0]) if found else 0


def _without_chance(found: list[Opcode]) -> list[Opcode]:
    """Neighbouring changes as one, with the odd character between them."""
    codes = []
    for place, code in enumerate(found):
        tag, i, j, k, m = code
        inside = 0 < place < len(found) - 1
        if tag == "equal" and inside and j - i <= CHANCE and _is_large(found, place):
            tag = "replace"
        codes.append((tag, i, j, k, m))
    return _merged(codes)


def _merged(codes: Iterable[Opcode]) -> list[Opcode]:
    merged: list[Opcode] = []
    for code in codes:
        tag, _i, j, _k, m = code
        if merged and tag != "equal" and merged[-1][0] != "equal":
            _tag, i, _j, k, _m = merged[-1]
            merged[-1] = ("replace", i, j, k, m)
        else:
            merged.append((tag, *code[1:]))
    return merged


def _is_large(found, place):
    """Whether the changes on both sides are longer than what they have in common."""
    sizes = [max(j - i, m - k) for _tag, i, j, k, m in (found[place - 1], found[place + 1])]
    return min(sizes) > CHANCE

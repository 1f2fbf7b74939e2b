"""What two texts have in common and what not: paragraph by paragraph, then to the character."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

# Paragraphs that share less than this are another paragraph, not the same one changed.
ALIKE = 0.3
# Two longer paragraphs are shown whole, old and new: their comparison would take seconds.
LONGEST = 20_000


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
    rows = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [Row("same", (Piece("kept", text),)) for text in new[k:m]]
        else:
            rows += _changed(old[i:j], new[k:m])
    return rows


def differs(before: str, after: str) -> bool:
    return before.split() != after.split()


def _changed(old, new):
    for before, after in zip_longest(old, new):
        if before is None:
            yield Row("new", (Piece("new", after),))
        elif after is None:
            yield Row("gone", (Piece("gone", before),))
        else:
            yield from _one_changed(before, after)


def _one_changed(before, after):
    if max(len(before), len(after)) <= LONGEST:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        if matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            yield Row("changed", tuple(_pieces(matcher, before, after)))
            return
    yield Row("gone", (Piece("gone", before),))
    yield Row("new", (Piece("new", after),))


def _pieces(matcher, before, after):
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("kept", after[k:m])
            continue
        if j > i:
            yield Piece("gone", before[i:j])
        if m > k:
            yield Piece("new", after[k:m])

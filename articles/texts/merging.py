"""Two texts that grew out of one: brought together paragraph by paragraph, no word lost."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from articles.texts.differences import line_opcodes

SIDES = ("mine", "theirs")

Lines = tuple[str, ...]
Names = Collection[str]


@dataclass(frozen=True)
class Stretch:
    """Some paragraphs. `same`: both have them; `mine`, `theirs`: one side alone changed them,
    and that side is followed; `clash`: both did, each in its own way, and both are kept."""

    kind: str
    mine: Lines
    theirs: Lines

    @property
    def merged(self) -> Lines:
        if self.kind == "clash":
            known = frozenset(self.mine)
            return (*self.mine, *(line for line in self.theirs if line not in known))
        return self.theirs if self.kind == "theirs" else self.mine


def merge(base: str, mine: str, theirs: str) -> list[Stretch]:
    """The stretches of both texts in order; `base` is what both were written upon."""
    old, ours, others = (tuple(text.splitlines()) for text in (base, mine, theirs))
    return _gathered(_stretches(old, ours, others))


def merge_names(base: Names, mine: Names, theirs: Names) -> list[str]:
    """Names or tags: what either side added, without what either took away."""
    both = dict.fromkeys([*mine, *theirs])
    return [one for one in both if one not in base or (one in mine and one in theirs)]


def merged_text(stretches: list[Stretch]) -> str:
    return "\n".join(line for stretch in stretches for line in stretch.merged)


def clashes(stretches: list[Stretch]) -> bool:
    return any(stretch.kind == "clash" for stretch in stretches)


def _stretches(old: Lines, mine: Lines, theirs: Lines) -> Iterator[Stretch]:
    """Between two paragraphs that all three have, whatever each side made of the rest."""
    b = m = t = 0
    in_mine, in_theirs = _places(old, mine), _places(old, theirs)
    for place in (place for place in range(len(old)) if place in in_mine and place in in_theirs):
        at_mine, at_theirs = in_mine[place], in_theirs[place]
        yield from _between(old[b:place], mine[m:at_mine], theirs[t:at_theirs])
        yield Stretch("same", (old[place],), (old[place],))
        b, m, t = place + 1, at_mine + 1, at_theirs + 1
    yield from _between(old[b:], mine[m:], theirs[t:])


def _places(old: Lines, new: Lines) -> dict[int, int]:
    """Where the newer text has which paragraphs of the older one."""
    found = (code for code in line_opcodes(old, new) if code[0] == "equal")
    return {i + step: k + step for _tag, i, j, k, _m in found for step in range(j - i)}


def _between(old: Lines, mine: Lines, theirs: Lines) -> Iterator[Stretch]:
    """As many paragraphs on each side are the same ones, changed: each is judged by itself."""
    if len(old) == len(mine) == len(theirs):
        for one in zip(old, mine, theirs, strict=True):
            yield _judged(*((line,) for line in one))
    else:
        yield _judged(old, mine, theirs)


def _judged(old: Lines, mine: Lines, theirs: Lines) -> Stretch:
    if mine == theirs:
        return Stretch("same", mine, theirs)
    if mine == old:
        return Stretch("theirs", mine, theirs)
    return Stretch("mine" if theirs == old else "clash", mine, theirs)


def _gathered(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Neighbours of one kind as one, and nothing empty."""
    present = (stretch for stretch in stretches if stretch.mine or stretch.theirs)
    return [
        _as_one(kind, list(group)) for kind, group in groupby(present, key=lambda one: one.kind)
    ]


def _as_one(kind: str, group: list[Stretch]) -> Stretch:
    mine, theirs = ([*chain.from_iterable(getattr(one, side) for one in group)] for side in SIDES)
    return Stretch(kind, tuple(mine), tuple(theirs))

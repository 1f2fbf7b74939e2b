"""Parsing a page again: the fresh reading, save for the pieces that an editor mended by hand."""

from collections import defaultdict

from articles.parsing.mending.surgery import BY_HAND, Labels, Place
from articles.records import Label


def mended(labels: Labels) -> frozenset[Place]:
    """Lines set by hand, and all lines of the pieces that hold one."""
    hands = {_place(label) for label in labels if label.rule.startswith(BY_HAND)}
    units = {x.unit for x in labels if x.unit is not None and _place(x) in hands}
    return frozenset(_place(x) for x in labels if x.unit in units or _place(x) in hands)


def keep_by_hand(mine: Labels, fresh: Labels) -> Labels:
    """`fresh` where nobody has been, `mine` elsewhere; pieces by the place where they begin."""
    kept = mended(mine)
    own = [label for label in mine if _place(label) in kept]
    numbers = _free_numbers(own, fresh)
    rest = [
        label._replace(unit=numbers.get(label.unit)) for label in fresh if _place(label) not in kept
    ]
    return _in_order([*own, *rest])


def _free_numbers(own: list[Label], fresh: Labels) -> dict[int | None, int | None]:
    """A fresh piece keeps its number unless a mended one has it."""
    taken = {label.unit for label in own}
    highest = max((x.unit for x in (*own, *fresh) if x.unit is not None), default=0)
    numbers: dict[int | None, int | None] = {None: None}
    for label in fresh:
        if label.unit in numbers:
            continue
        if label.unit in taken:
            highest += 1
            numbers[label.unit] = highest
        else:
            numbers[label.unit] = label.unit
    return numbers


def _in_order(labels: list[Label]) -> Labels:
    pieces: dict[int | None, list[Label]] = defaultdict(list)
    for label in labels:
        pieces[label.unit].append(label)
    loose = pieces.pop(None, [])
    ordered = sorted(pieces.values(), key=lambda piece: min(map(_place, piece)))
    return (*(label for piece in ordered for label in piece), *sorted(loose, key=_place))


def _place(label: Label) -> Place:
    return label.line, label.segment

"""What an editor does to a page's labels: each operation takes labels and returns new ones."""

from collections.abc import Callable, Iterable

from articles.records import Label, Role

Labels = tuple[Label, ...]
Place = tuple[int, int]  # line number, segment

PAGE_ROLES = frozenset({Role.FURNITURE, Role.IGNORED, Role.UNASSIGNED})
BY_HAND = "editor"


class SurgeryError(ValueError):
    """The operation makes no sense on these labels; `code` names why."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def set_role(labels: Labels, places: Iterable[Place], role: Role) -> Labels:
    """Give lines a role inside their unit; lines of no unit join the one they stand next to."""
    chosen = _chosen(labels, places)
    if role in PAGE_ROLES:
        return _each(labels, chosen, lambda label: _mark(label, unit=None, role=role))
    units = _units_beside(labels)
    return _each(
        labels, chosen, lambda label: _mark(label, unit=units[label.line, label.segment], role=role)
    )


def ignore(labels: Labels, places: Iterable[Place], reason: str) -> Labels:
    """Set lines aside, with the reason why the paper needs them nowhere."""
    if not reason.strip():
        raise SurgeryError("reason_missing")
    rule = f"{BY_HAND}: {reason.strip()}"
    chosen = _chosen(labels, places)
    return _each(
        labels,
        chosen,
        lambda label: _mark(label, unit=None, role=Role.IGNORED)._replace(rule=rule),
    )


def move(labels: Labels, places: Iterable[Place], unit: int) -> Labels:
    """Hand lines to another unit, which is then read straight down the page."""
    if unit not in {label.unit for label in labels}:
        raise SurgeryError("no_such_unit")
    chosen = _chosen(labels, places)
    moved = _each(
        labels,
        chosen,
        lambda label: _mark(
            label, unit=unit, role=Role.BODY if label.role in PAGE_ROLES else label.role
        ),
    )
    own = [label for label in moved if label.unit == unit]
    rest = [label for label in moved if label.unit != unit]
    at = next(i for i, label in enumerate(moved) if label.unit == unit)
    before = sum(label.unit != unit for label in moved[:at])
    return (*rest[:before], *sorted(own, key=_place), *rest[before:])


def split(labels: Labels, place: Place) -> Labels:
    """Begin a new unit at a line: it and what follows in its unit go there."""
    (start,) = _chosen(labels, [place])
    unit = next(label.unit for label in labels if _place(label) == start)
    if unit is None:
        raise SurgeryError("line_of_no_unit")
    own = [label for label in labels if label.unit == unit]
    if _place(own[0]) == start:
        raise SurgeryError("first_line_of_unit")
    fresh = new_unit(labels)
    first = next(i for i, label in enumerate(own) if _place(label) == start)
    tail = {_place(label) for label in own[first:]}
    parted = _each(labels, tail, lambda label: _mark(label, unit=fresh, role=label.role))
    return _each(parted, {start}, lambda label: label._replace(opens=True))


def merge(labels: Labels, unit: int, into: int) -> Labels:
    """Make two units one: the lines of `unit` follow those of `into`."""
    if unit == into:
        raise SurgeryError("same_unit")
    places = [_place(label) for label in labels if label.unit == unit]
    if not places:
        raise SurgeryError("no_such_unit")
    return move(labels, places, into)


def swap_heads(labels: Labels, unit: int) -> Labels:
    """Kicker and headline of a unit change their roles."""
    swapped = {Role.KICKER: Role.HEADLINE, Role.HEADLINE: Role.KICKER}
    heads = {_place(x) for x in labels if x.unit == unit and x.role in swapped}
    if not heads:
        raise SurgeryError("no_heads")
    return _each(labels, heads, lambda label: _mark(label, unit=unit, role=swapped[label.role]))


def open_paragraph(labels: Labels, place: Place) -> Labels:
    """Begin a paragraph at a line."""
    return _paragraph(labels, place, opens=True)


def join_paragraph(labels: Labels, place: Place) -> Labels:
    """Let a line go on with the paragraph before it."""
    return _paragraph(labels, place, opens=False)


def _paragraph(labels: Labels, place: Place, *, opens: bool) -> Labels:
    chosen = _chosen(labels, [place])
    # A line left out would lose the reason that it was given.
    if any(label.unit is None for label in labels if _place(label) in chosen):
        raise SurgeryError("line_of_no_unit")
    return _each(labels, chosen, lambda label: _by_hand(label)._replace(opens=opens))


def put_before(labels: Labels, unit: int, before: int | None) -> Labels:
    """Move a unit in front of another in the page's order, or to its end."""
    own = [label for label in labels if label.unit == unit]
    rest = [label for label in labels if label.unit != unit]
    if not own or unit == before:
        raise SurgeryError("no_such_unit")
    at = next((i for i, label in enumerate(rest) if label.unit == before), None)
    if before is not None and at is None:
        raise SurgeryError("no_such_unit")
    cut = len(rest) if before is None else at
    return (*rest[:cut], *own, *rest[cut:])


def new_unit(labels: Labels) -> int:
    return max((label.unit for label in labels if label.unit is not None), default=0) + 1


def _place(label: Label) -> Place:
    return label.line, label.segment


def _chosen(labels: Labels, places: Iterable[Place]) -> frozenset[Place]:
    chosen = frozenset(places)
    if not chosen:
        raise SurgeryError("nothing_chosen")
    if chosen - {_place(label) for label in labels}:
        raise SurgeryError("no_such_line")
    return chosen


def _each(labels: Labels, places: Iterable[Place], change: Callable[[Label], Label]) -> Labels:
    places = frozenset(places)
    return tuple(change(label) if _place(label) in places else label for label in labels)


def _mark(label: Label, *, unit: int | None, role: Role) -> Label:
    return _by_hand(label)._replace(unit=unit, role=role)


def _by_hand(label: Label) -> Label:
    return label._replace(confidence=1.0, rule=BY_HAND)


def _units_beside(labels: Labels) -> dict[Place, int]:
    """For each line its own unit, else that of the line before it, else of the next one."""
    units: dict[Place, int] = {}
    last = next((label.unit for label in labels if label.unit is not None), 1)
    for label in sorted(labels, key=_place):
        last = label.unit if label.unit is not None else last
        units[_place(label)] = last
    return units

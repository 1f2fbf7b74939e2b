"""Labels ↔ compact JSON values, so that a parse run can be stored and replayed."""

from collections.abc import Iterable

from articles.records import Label, Role

CODES = {
    Role.KICKER: "k",
    Role.HEADLINE: "h",
    Role.DECK: "d",
    Role.BYLINE: "y",
    Role.BODY: "b",
    Role.SUBHEAD: "s",
    Role.CAPTION: "c",
    Role.CREDIT: "p",
    Role.JUMP: "j",
    Role.FURNITURE: "f",
    Role.IGNORED: "i",
    Role.UNASSIGNED: "u",
}
ROLES = {code: role for role, code in CODES.items()}


def labels_to_json(labels: Iterable[Label]) -> list[list]:
    """One short list per label: line, unit, role, confidence, rule, segment, opens."""
    return [
        [x.line, x.unit, CODES[x.role], round(x.confidence, 3), x.rule, x.segment, int(x.opens)]
        for x in labels
    ]


def labels_from_json(rows: Iterable[list]) -> tuple[Label, ...]:
    """The labels that `labels_to_json` wrote; raises ValueError for anything else."""
    return tuple(_label(row) for row in rows)


def _label(row: list) -> Label:
    try:
        line, unit, code, confidence, rule, segment, opens = row
        place, trust = (int(line), int(segment)), float(confidence)
        role = ROLES[code]
    except (TypeError, ValueError, KeyError) as error:
        raise ValueError(f"Not a stored label: {row!r}") from error
    return Label(place[0], unit, role, trust, str(rule), place[1], bool(opens))

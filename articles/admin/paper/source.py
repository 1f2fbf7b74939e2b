"""A page's source as the screen shows it: every line with its number and what it is there for."""

from collections import defaultdict
from dataclasses import dataclass

from articles.admin.wording import LINE_ROLES

MOST_LINES = 3000


@dataclass(frozen=True)
class Row:
    number: int
    text: str
    role: str = ""
    role_name: str = ""
    unit: int | None = None
    doubts: tuple = ()


@dataclass(frozen=True)
class Source:
    rows: list
    left_out: int
    lines: int
    characters: int


def source_of(text, *, labels=(), doubts=()):
    """`labels` colour the lines, `doubts` mark them; both may be left out."""
    by_line, asked = {}, defaultdict(list)
    for label in labels:
        by_line.setdefault(label.line, label)
    for doubt in doubts:
        asked[doubt.line].append(doubt)
    lines = text.splitlines()
    rows = [
        _row(number, line, by_line.get(number), tuple(asked.get(number, ())))
        for number, line in enumerate(lines[:MOST_LINES], 1)
    ]
    return Source(rows, max(0, len(lines) - MOST_LINES), len(lines), len(text))


def _row(number, line, label, doubts):
    if label is None:
        return Row(number, line, doubts=doubts)
    return Row(number, line, label.role.value, LINE_ROLES[label.role], label.unit, doubts)

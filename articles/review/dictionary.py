"""The house dictionary as a CSV file: written out, and read back by a plan that writes nothing."""

import csv
import io
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import CheckSeverity, HouseTerm
from articles.texts.spreadsheets import csv_bytes, plain

FIELDS = ("wrong", "right", "severity", "source", "valid_from", "valid_to", "note")
# What the heads of columns are called in files that people make by hand.
HEADS = {
    "不用": "wrong",
    "错误": "wrong",
    "应用": "right",
    "正确": "right",
    "严重程度": "severity",
    "依据": "source",
    "生效日期": "valid_from",
    "失效日期": "valid_to",
    "备注": "note",
}
SEVERITIES = {"拦截": "block", "警示": "warn", "提示": "info"}
MOST = 5_000  # rows of one file


@dataclass(frozen=True)
class Row:
    """A line of the file, as the dictionary would have it. `error` says why it cannot."""

    line: int
    values: dict
    state: str  # new, changed, same or wrong
    error: str = ""

    @property
    def severity(self):
        code = self.values.get("severity", "")
        return dict(HouseTerm._meta.get_field("severity").flatchoices).get(code, code)


@dataclass(frozen=True)
class Plan:
    """What a file would do to the dictionary."""

    rows: tuple[Row, ...]
    error: str = ""

    def of(self, state):
        return [row for row in self.rows if row.state == state]

    @property
    def counts(self):
        return {state: len(self.of(state)) for state in ("new", "changed", "same", "wrong")}


def written(terms) -> bytes:
    """The dictionary as a file that `plan` reads back as it was."""
    return csv_bytes(FIELDS, ([getattr(term, name) for name in FIELDS] for term in terms))


def plan(text: str) -> Plan:
    """Look at a file's text row by row; nothing is written."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        table = [row for _number, row in zip(range(MOST + 2), reader, strict=False)]
    except csv.Error as error:
        return Plan((), _("The file is no CSV: %s") % error)
    if len(table) > MOST + 1:
        return Plan((), _("More than %s rows. Send the file in parts.") % MOST)
    names = [_field(head) for head in table[0]] if table else []
    if "wrong" not in names:
        return Plan(
            (),
            _("The first row has to name the columns: %s; only the first is required.")
            % ", ".join(FIELDS),
        )
    known = {term.wrong: term for term in HouseTerm.objects.all()}
    rows, seen = [], set()
    for line, cells in enumerate(table[1:], 2):
        if any(cell.strip() for cell in cells):
            row = _row(line, dict(zip(names, map(plain, cells), strict=False)), known, seen)
            seen.add(row.values.get("wrong"))
            rows.append(row)
    return Plan(tuple(rows))


@transaction.atomic
def apply(plan: Plan) -> dict[bool, list[HouseTerm]]:
    """Write what is new and changed; what is wrong is left out. Nothing is deleted.

    Returns the terms written, by whether they are new.
    """
    written = {True: [], False: []}
    for row in [*plan.of("new"), *plan.of("changed")]:
        values = dict(row.values)
        term, is_new = HouseTerm.objects.update_or_create(
            wrong=values.pop("wrong"), defaults=values
        )
        written[is_new].append(term)
    return written


def _field(head):
    head = plain(head).lower()
    return HEADS.get(head, head)


def _row(line, cells, known, seen):
    values = {name: cells.get(name, "") for name in FIELDS}
    severity = values["severity"].lower()
    values["severity"] = SEVERITIES.get(severity, severity) or CheckSeverity.WARN.value
    term = HouseTerm(**values | {name: values[name] or None for name in ("valid_from", "valid_to")})
    try:
        term.clean_fields()
        term.validate_constraints()
    except ValidationError as error:
        return Row(line, values, "wrong", _told(error))
    if term.wrong in seen:
        return Row(line, values, "wrong", _("This wording stands in the file already."))
    values = {name: getattr(term, name) for name in FIELDS}
    before = known.get(term.wrong)
    if before is None:
        return Row(line, values, "new")
    same = all(getattr(before, name) == values[name] for name in FIELDS)
    return Row(line, values, "same" if same else "changed")


def _told(error):
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{HouseTerm._meta.get_field(name).verbose_name}: {' '.join(messages)}"
        if name in FIELDS
        else " ".join(messages)
        for name, messages in error.message_dict.items()
    )

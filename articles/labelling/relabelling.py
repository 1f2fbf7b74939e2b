"""The label desk's work: each change to a page's labels is a run of its own, and can be undone."""

from contextlib import contextmanager
from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import logins, parsing, records
from articles.labelling import layouts
from articles.models import Page, ParseRun
from articles.parsing.issue import at_their_markers
from articles.parsing.mending import surgery
from articles.parsing.mending.keeping import keep_by_hand, mended
from articles.refusals import Refusal, Refused
from articles.roles import EDITORS, roles_of
from articles.texts.body import is_blank

# Why an operation makes no sense, by surgery's code.
NONSENSE = {
    "nothing_chosen": gettext_lazy("No line is chosen. Choose one or more lines first."),
    "no_such_line": gettext_lazy("The page has no such line. Load the page again."),
    "no_such_unit": gettext_lazy("The page has no such piece any more. Load the page again."),
    "line_of_no_unit": gettext_lazy("The line belongs to no piece. Give it a role first."),
    "first_line_of_unit": gettext_lazy("The piece begins at this line already."),
    "same_unit": gettext_lazy("A piece cannot be merged with itself. Choose another one."),
    "no_heads": gettext_lazy("The piece has neither kicker nor headline to swap."),
    "no_target": gettext_lazy("Choose the piece that the lines go to. A page may have none yet."),
    "reason_missing": gettext_lazy("Say why the lines are left out."),
    "not_an_operation": gettext_lazy("That is nothing that can be done to labels."),
}


class StaleLabels(Refused):
    """Somebody else changed the labels meanwhile; `run` is the present one."""

    def __init__(self, page):
        super().__init__(
            Refusal(
                rule="stale",
                message=_("%(name)s changed this page's labels while you were working on them.")
                % {"name": logins.shown_name(page.labelled_by)},
                next_step=_("See the page as it stands now, then make your change again."),
            )
        )
        self.run = page.run


def places(values):
    """'12' or '12.1' → (line number, segment)."""
    return [tuple(int(part) for part in f"{value}.0".split(".")[:2]) for value in values]


def _first(values):
    if not values:
        raise surgery.SurgeryError("nothing_chosen")
    return places(values)[0]


def _role(value):
    """A role that lines get by a button. Without a reason none is left out, and none let go."""
    role = records.Role(value)
    if role in (records.Role.IGNORED, records.Role.UNASSIGNED):
        raise ValueError(value)
    return role


def _target(value):
    if not value:
        raise surgery.SurgeryError("no_target")
    return int(value)


def _reason(text):
    """A reason that somebody can read."""
    if is_blank(text):
        raise surgery.SurgeryError("reason_missing")
    return text


# Operation → what it does to the labels, given its own words.
OPERATIONS = {
    "role": lambda labels, x: surgery.set_role(labels, places(x["lines"]), _role(x["role"])),
    "ignore": lambda labels, x: surgery.ignore(labels, places(x["lines"]), _reason(x["reason"])),
    "move": lambda labels, x: surgery.move(labels, places(x["lines"]), _target(x["unit"])),
    "split": lambda labels, x: surgery.split(labels, _first(x["lines"])),
    "merge": lambda labels, x: surgery.merge(labels, int(x["unit"]), int(x["into"])),
    "swap": lambda labels, x: surgery.swap_heads(labels, int(x["unit"])),
    "open": lambda labels, x: surgery.open_paragraph(labels, _first(x["lines"])),
    "join": lambda labels, x: surgery.join_paragraph(labels, _first(x["lines"])),
    "before": lambda labels, x: surgery.put_before(
        labels, int(x["unit"]), int(x["before"]) if x.get("before") else None
    ),
}


def refusal_for(page, by):
    """Why the person may not change this page's labels, or None."""
    if roles_of(by) & EDITORS:
        return None
    return Refusal.role(_("Change labels"), EDITORS)


def present_record(page):
    """The page as its present labels have it, or as the parser reads it where there are none."""
    return _read(page) if page.run is None else record_of(page, page.run)


def _read(page):
    return at_their_markers(layouts.parse(page))


def record_of(page, run):
    """The page as its labels have it: what the desk shows and an import takes."""
    labels = parsing.labels_from_json(run.labels)
    doubts = _open_doubts(doubts_from_json(run.doubts), labels)
    record = parsing.assemble(layouts.lines_of(page), labels, doubts=doubts)
    return at_their_markers(record)


def _open_doubts(doubts, labels):
    """What no human has answered yet by setting the line, in its present piece."""
    by_line = {label.line: label for label in reversed(labels)}
    for doubt in doubts:
        if doubt.kind == "headline_missing":  # asked anew of the labels as they are
            continue
        label = by_line.get(doubt.line)
        if label is None:
            yield doubt
        elif not label.rule.startswith(surgery.BY_HAND):
            unit = None if doubt.unit is None else label.unit
            yield replace(doubt, unit=unit)


def begin(page, *, by):
    """The page's present run; the parser's own where nobody has looked yet."""
    with _holding(page, by) as held:
        return held.run or parse(held, by=by)


def parse(page, *, by, parent=None):
    """Store what the present parser makes of the page, and make it the present labels."""
    return store(page, _read(page), by=by, parent=parent)


def store(page, record, *, by, parent=None):
    """Make a parser's record the page's present labels."""
    run = ParseRun.objects.create(
        page=page,
        parent=parent,
        parser_version=record.parser_version,
        operation={"name": "parse"},
        labels=parsing.labels_to_json(record.labels),
        unassigned=_unassigned(record.labels),
        doubts=doubts_to_json(_of_the_reading(record)),
        made_by=by,
    )
    return _present(page, run, by=by)


def _of_the_reading(record):
    """Without the doubts that assembling the labels brings up every time."""
    repeated = frozenset(at_their_markers(parsing.assemble(record.lines, record.labels)).doubts)
    return [doubt for doubt in record.doubts if doubt not in repeated]


def parse_again(page, *, by, seen):
    """The present parser's reading of what no human mended, as one more step that can be undone."""
    with _holding(page, by, seen=seen) as held:
        return store(held, read_again(held), by=by, parent=held.run)


def read_again(page):
    """The record that parsing again would give. Reads only."""
    fresh = _read(page)
    if page.run is None:
        return fresh
    mine = parsing.labels_from_json(page.run.labels)
    guide = mine if _moved_pieces(page) else fresh.labels
    labels = _in_order_of(keep_by_hand(mine, fresh.labels), guide)
    kept = {line for line, _segment in mended(mine)}
    doubts = [doubt for doubt in doubts_from_json(page.run.doubts) if doubt.line in kept]
    doubts += [doubt for doubt in _of_the_reading(fresh) if doubt.line not in kept]
    doubts = _open_doubts(doubts, labels)
    return at_their_markers(parsing.assemble(fresh.lines, labels, doubts=doubts))


def _in_order_of(labels, guide):
    """The pieces in the order in which `guide` comes upon their lines; page matter at the end."""
    places = {}
    for at, label in enumerate(guide):
        # Where the guide cuts a line otherwise, its first segment stands for all.
        places.setdefault((label.line, label.segment), at)
        places.setdefault(label.line, at)
    first = {}
    for label in labels:
        at = places.get((label.line, label.segment), places.get(label.line, len(guide)))
        first[label.unit] = min(at, first.get(label.unit, at))
    first[None] = len(guide) + 1
    return tuple(sorted(labels, key=lambda label: (first[label.unit], label.unit or 0)))


def _moved_pieces(page):
    """Whether an editor has set the order of the pieces on the way to the present labels."""
    # Without the page each of them would be looked up by itself.
    runs = {run.pk: run for run in page.runs.only("page", "parent", "operation")}
    at = page.run_id
    while at is not None:
        if runs[at].operation.get("name") == "before":
            return True
        at = runs[at].parent_id
    return False


def operate(page, name, words, *, by, seen):
    """Make one change to the labels that the person saw (`seen` is its run's pk).

    Returns the new run; raises StaleLabels if another change came first, Refused for a change
    that makes no sense.
    """
    with _holding(page, by, seen=seen) as held:
        before = held.run
        labels = _changed(parsing.labels_from_json(before.labels), name, words)
        run = ParseRun.objects.create(
            page=held,
            parent=before,
            parser_version=before.parser_version,
            operation={"name": name, **words},
            labels=parsing.labels_to_json(labels),
            unassigned=_unassigned(labels),
            doubts=before.doubts,
            made_by=by,
        )
        return _present(held, run, by=by)


def undo(page, *, by, seen):
    """Go back to the labels before the present ones; at the first there is nothing to undo."""
    with _holding(page, by, seen=seen) as held:
        return _present(held, held.run.parent or held.run, by=by)


def redo(page, *, by, seen):
    """Make again what was undone last."""
    with _holding(page, by, seen=seen) as held:
        again = held.run.children.order_by("-pk").first() or held.run
        return _present(held, again, by=by)


@contextmanager
def _holding(page, by, seen=None):
    if refusal := refusal_for(page, by):
        raise Refused(refusal)
    with transaction.atomic():
        held = Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
        if seen is not None and seen != held.run_id:
            raise StaleLabels(held)
        yield held


def _present(page, run, *, by):
    page.run, page.labelled_by, page.labelled_at = run, by, timezone.now()
    page.save(update_fields=["run", "labelled_by", "labelled_at"])
    return run


def _unassigned(labels):
    return sum(label.role == records.Role.UNASSIGNED for label in labels)


def _changed(labels, name, words):
    try:
        return OPERATIONS[name](labels, words)
    except surgery.SurgeryError as error:
        code = error.code
    except (KeyError, IndexError, TypeError, ValueError):
        code = "not_an_operation"
    raise Refused(Refusal(rule=code, message=str(NONSENSE[code])))


def doubts_to_json(doubts):
    return [[x.kind, x.line, x.message, list(x.candidates), x.unit, dict(x.params)] for x in doubts]


def doubts_from_json(rows):
    return [
        records.Doubt(kind, line, message, tuple(candidates), unit, tuple(params.items()))
        for kind, line, message, candidates, unit, params in rows
    ]

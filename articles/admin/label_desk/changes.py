"""Who changed a page's labels, when and how; and what that means line by line."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from articles import logins, parsing
from articles.admin.label_desk.panes import way_to
from articles.admin.label_desk.presses import describe
from articles.admin.label_desk.rows import key_of
from articles.admin.wording import LINE_ROLES
from articles.labelling import layouts

RECENT = timedelta(minutes=10)
MOST_DIFFERENCES = 100


@dataclass(frozen=True)
class Step:
    who: str
    at: datetime
    what: str


@dataclass(frozen=True)
class Difference:
    way: str
    number: int
    text: str
    before: str
    now: str


@dataclass(frozen=True)
class Conflict:
    """What happened between the labels that a person saw and the present ones."""

    done: list
    undone: list
    differences: list
    more: int


def step_of(run):
    operation = run.operation or {"name": "parse"}
    name = logins.shown_name(run.made_by)
    return Step(name, run.made_at, describe(operation.get("name", ""), operation))


def neighbour(page, user):
    """The last change that somebody else made within the last ten minutes, or None."""
    if page.run is None or page.labelled_by in (None, user):
        return None
    if page.labelled_at < timezone.now() - RECENT:
        return None
    what = step_of(page.run).what
    return Step(logins.shown_name(page.labelled_by), page.labelled_at, what)


def conflict_of(page, stale, seen, *, shown_from):
    """`seen` is the pk of the run that the person saw; it may be gone or never have been."""
    light = page.runs.defer("labels", "doubts").select_related("made_by")
    runs = {run.pk: run for run in light}
    mine, theirs = _road(runs, seen), _road(runs, stale.run and stale.run.pk)
    differences = _differences(page, runs.get(seen), stale.run, shown_from)
    return Conflict(
        done=[step_of(run) for run in theirs if run not in mine],
        undone=[step_of(run) for run in mine if run not in theirs],
        differences=differences[:MOST_DIFFERENCES],
        more=max(0, len(differences) - MOST_DIFFERENCES),
    )


def _road(runs, pk):
    """A run and all before it, the newest first."""
    road = []
    while pk in runs:
        road.append(runs[pk])
        pk = runs[pk].parent_id
    return road


def _differences(page, before, now, shown_from):
    """Line by line where two runs disagree."""
    if before is None or now is None:
        return []
    was, is_ = _labels(before), _labels(now)
    return [
        Difference(
            way=way_to(line.number, key_of(line.number, line.segment), shown_from=shown_from),
            number=line.number,
            text=line.text,
            before=_wording(old),
            now=_wording(new),
        )
        for line in layouts.lines_of(page)
        for place in [(line.number, line.segment)]
        for old, new in [(was.get(place), is_.get(place))]
        if _facts(old) != _facts(new)
    ]


def _labels(run):
    return {(x.line, x.segment): x for x in parsing.labels_from_json(run.labels)}


def _facts(label):
    return label and (label.unit, label.role, label.opens)


def _wording(label):
    if label is None:
        return "–"
    unit = "" if label.unit is None else f"{label.unit} "
    return f"{unit}{LINE_ROLES[label.role]}{' ¶' if label.opens else ''}"

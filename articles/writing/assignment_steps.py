"""The table of an assignment's steps: from where to where, by whom, and what must be given."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.models import AssignmentState
from articles.workflow.moves import SENIORS

PROPOSED, ASSIGNED, ACCEPTED, WRITTEN, DROPPED = AssignmentState


@dataclass(frozen=True)
class Step:
    """One row of the table. Whoever is named by `person` may make it without one of `roles`."""

    action: str
    label: Promise
    sources: frozenset
    target: AssignmentState
    roles: frozenset = frozenset()
    person: str = ""  # the field of the assignment that names who may
    asks: Promise | None = None  # the question that words answer
    fields: tuple[str, ...] = field(default=())  # must be filled in


STEPS = {
    step.action: step
    for step in (
        Step(
            "assign",
            gettext_lazy("Assign"),
            frozenset({PROPOSED}),
            ASSIGNED,
            roles=SENIORS,
            fields=("reporter",),
        ),
        Step(
            "accept",
            gettext_lazy("Accept"),
            frozenset({ASSIGNED}),
            ACCEPTED,
            person="reporter",
        ),
        Step(
            "hand_back",
            gettext_lazy("Hand back"),
            frozenset({ASSIGNED, ACCEPTED}),
            PROPOSED,
            person="reporter",
            asks=gettext_lazy("Why you cannot write it"),
        ),
        Step(
            "write",
            gettext_lazy("Write this"),
            frozenset({ASSIGNED, ACCEPTED, WRITTEN}),
            WRITTEN,
            person="reporter",
        ),
        Step(
            "drop",
            gettext_lazy("Drop"),
            frozenset({PROPOSED, ASSIGNED, ACCEPTED, WRITTEN}),
            DROPPED,
            roles=SENIORS,
            asks=gettext_lazy("Why it is dropped"),
        ),
        Step(
            "withdraw",
            gettext_lazy("Take the proposal back"),
            frozenset({PROPOSED}),
            DROPPED,
            person="proposed_by",
        ),
        Step(
            "reopen",
            gettext_lazy("Take up again"),
            frozenset({DROPPED}),
            PROPOSED,
            roles=SENIORS,
        ),
    )
}
PROPOSE = gettext_lazy("Propose a subject")
CHANGE = gettext_lazy("Change an assignment")


def label_of(action):
    """What a step is called, or what else is on an assignment's record."""
    if action in STEPS:
        return STEPS[action].label
    return CHANGE if action == "change" else PROPOSE

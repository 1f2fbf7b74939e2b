"""What people are told of assignments: when it is committed, never by their own doing, and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from articles.models import Assignment, AssignmentNote, AssignmentState, Notice, Why
from articles.workflow import notifying
from articles.writing import assignment_steps as steps

SOON = timedelta(hours=24)
DUE_SOON = gettext_lazy("Due soon")
GIVEN_AWAY = gettext_lazy("Given to somebody else")
# Steps by which it is said what somebody is to write, and by when.
ORDERS = ("assign", "change")
PLANNED = "publication title brief section due planned_for page_label planned_length".split()
# The answers of whoever is to write it.
ANSWERS = ("accept", "hand_back")


def tell_of(note_pk, *, released=None):
    """Write the notices of a step; `released` is the login that had the assignment before.

    Call it when the step is committed.
    """
    note = AssignmentNote.objects.select_related("assignment").get(pk=note_pk)
    told = _people(note)
    if released is not None and released != note.assignment.reporter_id:
        told[released] = Why.RELEASED
    _tell(told, note, by=note.actor_id)


def _tell(told, note, *, by=None):
    """The subject as it was called then: what is made of it later may be nothing to them."""
    notifying.tell(told, note=note, by=by, words=note.assignment.title)


def _people(note):
    """{user id: why}; of several reasons the nearest counts."""
    assignment, told = note.assignment, {}
    if note.action in ANSWERS:
        orders = assignment.notes.filter(action="assign", pk__lt=note.pk)
        told |= dict.fromkeys(orders.order_by("-pk").values_list("actor", flat=True)[:1], Why.ORDER)
    if note.action in ("drop", "reopen"):
        told[assignment.proposed_by_id] = Why.PROPOSER
    # What is only proposed, or proposed again, is no order.
    was_ordered = assignment.notes.filter(action="assign").exists()
    is_told = note.action in (*ORDERS, "drop") or assignment.state == AssignmentState.WRITTEN
    if assignment.reporter_id and is_told:
        told[assignment.reporter_id] = Why.ASSIGNED if was_ordered else Why.PROPOSER
    return told


def tell_due_soon():
    """Remind each writer once of what is due within a day; called every minute by the clock."""
    now = timezone.now()
    soon = Assignment.objects.to_be_handed_in().filter(due__gt=now, due__lte=now + SOON)
    orders = AssignmentNote.objects.filter(assignment__in=soon, action__in=ORDERS)
    last = {note.assignment_id: note for note in orders.select_related("assignment")}
    told = set(
        Notice.objects.filter(note__in=last.values(), why=Why.DUE).values_list("note", flat=True)
    )
    for note in last.values():
        # Whoever was told less than a day ahead knows that it is soon.
        if note.pk not in told and note.at <= note.assignment.due - SOON:
            _tell({note.assignment.reporter_id: Why.DUE}, note)


@dataclass(frozen=True)
class Told:
    """A notice of an assignment in words. `who` is None where the clock told."""

    subject: str
    action: str
    who: User | None
    words: str
    due: datetime | None
    is_seen: bool  # whether the assignment is still there for the recipient to see


def read(notice) -> Told:
    """What a notice of an assignment says."""
    note, assignment = notice.note, notice.note.assignment
    is_clock = notice.why == Why.DUE
    return Told(
        subject=notice.words,
        action=str(_action(notice)),
        who=None if is_clock else note.actor,
        words="" if is_clock or notice.why == Why.RELEASED else note.words,
        due=assignment.due if notice.recipient_id == assignment.reporter_id else None,
        is_seen=notice.recipient_id in (assignment.reporter_id, assignment.proposed_by_id),
    )


def _action(notice):
    named = {Why.DUE: DUE_SOON, Why.RELEASED: GIVEN_AWAY}
    return named.get(notice.why) or steps.label_of(notice.note.action)


def changes(before, after):
    """What a section head has changed in the plan, in words for the record; "" if nothing."""
    told = []
    for name in PLANNED:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            label = Assignment._meta.get_field(name).verbose_name
            told.append(
                str(label) if name == "brief" else f"{label}：{_shown(old)} → {_shown(new)}"
            )
    return "；".join(told)


def _shown(value):
    if hasattr(value, "hour"):
        return date_format(timezone.localtime(value), "Y-m-d H:i")
    return "–" if value in (None, "") else str(value)

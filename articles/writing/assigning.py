"""选题: proposed, assigned, accepted, written or dropped, by a small table of moves of its own."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles.logins import full_name
from articles.models import Assignment, AssignmentNote
from articles.refusals import Refusal, Refused
from articles.roles import roles_of
from articles.texts.body import is_blank
from articles.workflow.moves import ENTRIES, SENIORS
from articles.writing import assignment_notices
from articles.writing.assignment_steps import (
    ACCEPTED,
    ASSIGNED,
    CHANGE,
    PROPOSE,
    PROPOSED,
    STEPS,
    WRITTEN,
    Step,
    label_of,
)
from articles.writing.drafting import create_draft

WRITERS = ENTRIES["create"][2]


@dataclass(frozen=True)
class Option:
    step: Step
    refusal: Refusal | None


def options(assignment, by, roles=None) -> list[Option]:
    """The steps of the assignment's state, each allowed or with the sentence that refuses it."""
    roles = roles_of(by) if roles is None else roles
    return [
        Option(step, step_refusal(step, assignment, by, roles))
        for step in STEPS.values()
        if assignment.state in step.sources and not (step.action == "write" and assignment.article)
    ]


def step_refusal(step, assignment, by, roles):
    if assignment.state not in step.sources:
        return Refusal(
            rule="state",
            message=_("“%(move)s” is not possible in the state “%(state)s”.")
            % {"move": step.label, "state": assignment.get_state_display()},
            next_step=_("Open it again to see how it stands now."),
        )
    if not roles & step.roles and not _is_person(step, assignment, by):
        return _who_may(step, assignment)
    if step.action == "drop" and assignment.article and assignment.article.published_at:
        return Refusal(
            rule="published",
            message=_("Its piece was published: there is nothing left to drop."),
            next_step=_("What readers shall no longer see is withdrawn on the article's screen."),
        )
    if missing := [name for name in step.fields if not getattr(assignment, name)]:
        label = Assignment._meta.get_field(missing[0]).verbose_name
        return Refusal(
            rule="missing",
            message=_("It is not said yet: %(field)s.") % {"field": label},
            next_step=_("Fill it in and save, then try again."),
        )
    return None


def propose(fields, *, by) -> Assignment:
    """A reporter's own idea, for the section head to assign. Raises Refused."""
    _demand(roles_of(by) & WRITERS, PROPOSE, WRITERS)
    with transaction.atomic():
        assignment = Assignment.objects.create(**fields, reporter=by, proposed_by=by)
        _note(assignment, "propose", by)
    return assignment


def history(assignment):
    """What happened to it, the newest first, each with the move's `label` and its maker's name."""
    notes = list(assignment.notes.select_related("actor").order_by("-pk"))
    for note in notes:
        note.label, note.who = label_of(note.action), full_name(note.actor) or "–"
    return notes


def set_down(assignment, *, by):
    """A section head's own idea, as a form has filled it in; with a reporter, it is assigned."""
    check_change(by)
    with transaction.atomic():
        assignment.proposed_by = by
        assignment.state = ASSIGNED if assignment.reporter_id else PROPOSED
        assignment.save()
        _note(assignment, "assign" if assignment.reporter_id else "propose", by)
    return assignment


def change(assignment, *, by):
    """What a section head has changed in the form. For another reporter it is assigned anew."""
    check_change(by)
    with transaction.atomic():
        before = _locked(assignment, assignment.revision)
        is_new_to = before.reporter_id != assignment.reporter_id
        words = assignment_notices.changes(before, assignment)
        if not is_new_to and not words:
            return
        # A piece that was begun and deleted is still to be written.
        is_begun = before.state == WRITTEN and before.article_id is not None
        was_given = before.state in (ASSIGNED, ACCEPTED, WRITTEN) and not is_begun
        if is_new_to and was_given:
            assignment.state = ASSIGNED if assignment.reporter_id else PROPOSED
        assignment.revision += 1
        assignment.save()
        action = "assign" if is_new_to and assignment.state == ASSIGNED else "change"
        released = before.reporter_id if is_new_to and was_given else None
        _note(assignment, action, by, words, released=released)


def check_change(by):
    """Raises Refused unless the person may say what is to be written."""
    _demand(roles_of(by) & SENIORS, CHANGE, SENIORS)


def take(assignment, action, *, by, words="", revision=None, reporter=None):
    """Make one step in one transaction; raise Refused and change nothing.

    `reporter` is whom an assignment is for, where the step says so.
    """
    step = STEPS[action]
    with transaction.atomic():
        locked = _locked(assignment, revision)
        if reporter is not None and "reporter" in step.fields:
            locked.reporter = reporter
        _refuse(step_refusal(step, locked, by, roles_of(by)))
        if step.asks and is_blank(words):
            raise Refused(Refusal("words", _("Say in a sentence: %(what)s.") % {"what": step.asks}))
        _move(locked, step, by, words.strip())
    return locked


def write(assignment, *, by):
    """Begin the piece that is asked for, or return the one that was begun. Raises Refused."""
    with transaction.atomic():
        locked = _locked(assignment)
        _refuse(step_refusal(STEPS["write"], locked, by, roles_of(by)))
        if locked.article is None:
            locked.article = create_draft(
                publication=locked.publication,
                fields={"headline": locked.title},
                credits={},
                by=by,
                plan={name: getattr(locked, name) for name in ("planned_for", "planned_length")},
            )
            _move(locked, STEPS["write"], by)
    return locked.article


def _locked(assignment, revision=None):
    locked = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if revision is not None and locked.revision != revision:
        raise Refused(
            Refusal(
                rule="stale",
                message=_("Somebody changed the assignment after you opened it."),
                next_step=_("Open it again, read what is new, and decide then."),
            )
        )
    return locked


def _move(assignment, step, by, words=""):
    # Taken up again with a piece begun, it is its writer's as before.
    is_begun = step.action == "reopen" and assignment.article_id is not None
    assignment.state = WRITTEN if is_begun else step.target
    if step.action == "hand_back":
        assignment.reporter = None
    assignment.revision += 1
    assignment.save()
    _note(assignment, step.action, by, words)


def _note(assignment, action, by, words="", released=None):
    note = AssignmentNote.objects.create(
        assignment=assignment, action=action, actor=by, words=words
    )
    transaction.on_commit(
        lambda: assignment_notices.tell_of(note.pk, released=released), robust=True
    )


def _is_person(step, assignment, by):
    return bool(step.person) and getattr(assignment, f"{step.person}_id") == by.pk


def _who_may(step, assignment):
    if step.roles:
        return Refusal.role(step.label, step.roles)
    person = getattr(assignment, step.person)
    return Refusal(
        rule="person",
        message=_("“%(move)s” is for %(name)s alone.")
        % {"move": step.label, "name": (person and full_name(person)) or "–"},
    )


def _demand(held, label, roles):
    if not held:
        raise Refused(Refusal.role(label, roles))


def _refuse(refusal):
    if refusal is not None:
        raise Refused(refusal)

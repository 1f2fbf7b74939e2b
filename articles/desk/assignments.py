"""选题 at the desk: what one is to write, what one proposes, and the way to the piece."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.bylines import people
from articles.desk.assignment_forms import ProposalForm, StepForm
from articles.desk.gate import writers_only
from articles.desk.views import page_with_form
from articles.models import Assignment, AssignmentState
from articles.refusals import Refused
from articles.writing import assigning, assignment_steps

# The steps that have a button at the desk; the others are made in the editors' rooms.
STEPS = ("write", "accept", "hand_back", "withdraw")
CLOSED_SHOWN = 20


def own_assignments(user):
    """Assigned to somebody or proposed by them: nobody else's are seen at the desk."""
    return Assignment.objects.filter(Q(reporter=user) | Q(proposed_by=user))


@require_safe
@writers_only
def assignments(request):
    mine = own_assignments(request.user).for_list()
    proposed = mine.filter(state=AssignmentState.PROPOSED)
    to_write = Assignment.objects.to_write(request.user).for_list()
    others = mine.exclude(pk__in=proposed.values("pk")).exclude(pk__in=to_write.values("pk"))
    groups = [
        ("write", _("For you to write"), to_write.most_urgent_first()),
        ("proposed", _("Proposed, not assigned yet"), proposed.order_by("-pk")),
        (
            "closed",
            _("Handed in, dropped or given to others"),
            others.order_by("-pk")[:CLOSED_SHOWN],
        ),
    ]
    return render(request, "desk/assignments.html", {"groups": groups})


@page_with_form
@writers_only
def propose(request):
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        assignment = assigning.propose(form.cleaned_data, by=request.user)
        messages.success(request, _("Proposed. A section head assigns it."))
        return redirect("desk:assignment", assignment.pk)
    return render(request, "desk/propose.html", {"form": form})


@require_safe
@writers_only
def assignment(request, pk):
    return _page(request, _own(request, pk))


@require_POST
@writers_only
def step(request, pk, action):
    """One of the steps; “Write this” leads on to the sheet."""
    held = _own(request, pk)
    if action not in STEPS:
        raise Http404
    try:
        if action == "write":
            return _write(request, held)
        assigning.take(held, action, by=request.user, **StepForm(request.POST).given)
    except Refused as refused:
        messages.error(request, str(refused.refusal))
        held.refresh_from_db()
        return _page(request, held, typed=request.POST.get("words", ""), status=409)
    messages.success(request, _("Done: %(what)s.") % {"what": assignment_steps.STEPS[action].label})
    return redirect("desk:assignment", pk)


def _write(request, held):
    if people.of_user(request.user) is None:
        return redirect("desk:name")
    article = assigning.write(held, by=request.user)
    return redirect("desk:edit", article.number)


def _own(request, pk):
    return get_object_or_404(own_assignments(request.user).for_list(), pk=pk)


def _page(request, held, typed="", status=200):
    options = [
        option
        for option in assigning.options(held, request.user)
        if option.step.action in STEPS and option.refusal is None
    ]
    context = {
        "assignment": held,
        "options": options,
        "typed": typed,
        "notes": assigning.history(held),
        # Whoever proposed it may look on; the piece itself is its writer's.
        "is_mine": held.reporter_id == request.user.pk,
    }
    return render(request, "desk/assignment.html", context, status=status)

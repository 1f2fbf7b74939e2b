"""The desk's pages. Each is a form and a call; the rules live in drafting and workflow."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import handovers, logins, workflow
from articles.bylines import people
from articles.desk import pieces
from articles.desk.forms import AnswerForm, MoveForm, NameForm
from articles.desk.gate import writers_only
from articles.models import Assignment
from articles.refusals import Refused
from articles.review import commenting
from articles.roles import STAFF, roles_of
from articles.texts.body import blocks_of
from articles.workflow.standing import standing_of
from articles.writing import autosaving
from articles.writing.checklist import checklist

SUBMITTED = gettext_lazy("Submitted. You will see here what is said of it.")
ANSWERED = gettext_lazy("Answered. The reviewers read it when you submit the piece again.")
ASSIGNMENTS_SHOWN = 5
RECALLED = gettext_lazy("Recalled. You can go on writing.")

page_with_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
@login_required
def start(request):
    """Where a login leads: editors to their rooms, reporters to the desk."""
    user = request.user
    if handovers.open_one(user):
        return redirect("password")
    if user.is_staff and (user.is_superuser or roles_of(user) & STAFF):
        return redirect("admin:index")
    return redirect("desk:home")


@require_safe
@writers_only
def home(request):
    finished = Paginator(pieces.finished(request.user), pieces.FINISHED_ON_A_PAGE)
    groups = pieces.open_groups(request.user)
    context = {
        "unsaved": autosaving.all_of(request.user),
        "to_write": _to_begin(request.user),
        "groups": groups,
        "finished": finished.get_page(request.GET.get("page")),
        "has_pieces": finished.count or any(group for _key, _title, group in groups),
    }
    return render(request, "desk/home.html", context)


@page_with_form
@writers_only
def name(request):
    if people.of_user(request.user):
        return redirect("desk:home")
    user = request.user
    form = NameForm(request.POST or None, user=user, initial={"name": logins.full_name(user)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        people.introduce(user, name=data["name"], unit=data["unit"], person=form.person)
        return redirect("desk:new")
    return render(request, "desk/name.html", {"form": form})


@require_safe
@writers_only
def piece(request, number):
    article = get_object_or_404(own(request), number=number)
    remarks = pieces.history(article)
    photos = pieces.photos_of(article)
    standing = standing_of(article, request.user)
    context = {
        "article": article,
        "unsaved": autosaving.of(request.user, article=article),
        "blocks": blocks_of(article.body),
        "credits": article.credits.select_related("reporter"),
        "photos": photos,
        "checklist": checklist(standing, photos) if article.is_with_its_writer else [],
        "tags": article.tags.all(),
        "buttons": pieces.buttons(standing),
        "remarks": remarks,
        "noted": pieces.noted(article),
        "returned": pieces.last_return(remarks) if article.status == "returned" else None,
    }
    return render(request, "desk/piece.html", context)


@require_POST
@writers_only
def submit(request, number):
    return _moved(request, number, "submit", SUBMITTED)


@require_POST
@writers_only
def recall(request, number):
    return _moved(request, number, "recall", RECALLED)


@require_POST
@writers_only
def answer(request, number, pk):
    article = get_object_or_404(own(request), number=number)
    comment = get_object_or_404(article.reviewcomments, pk=pk)
    form = AnswerForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    try:
        commenting.answer(comment, by=request.user, text=text)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, ANSWERED)
    return redirect(reverse("desk:piece", args=[article.number]) + "#noted")


def own(request):
    return pieces.own_pieces(request.user).select_related("publication", "assignment")


def _to_begin(user):
    """The assignments that wait for a first line, the most urgent first."""
    waiting = Assignment.objects.to_write(user).filter(article=None)
    return waiting.for_list().most_urgent_first()[:ASSIGNMENTS_SHOWN]


def _moved(request, number, action, done):
    article = get_object_or_404(own(request), number=number)
    form = MoveForm(request.POST)
    # Without the revision that the person saw, nothing tells what they agreed to: 0 is stale.
    revision = form.cleaned_data["revision"] if form.is_valid() else 0
    return try_move(request, article, action, revision, done)


def try_move(request, article, action, revision, done):
    """To the piece, which has moved or has not, with a sentence that says so."""
    try:
        workflow.move(article, action, by=request.user, revision=revision)
    except Refused as refused:
        messages.error(request, str(refused.refusal))
    else:
        messages.success(request, done)
    return redirect("desk:piece", article.number)

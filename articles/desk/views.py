"""The desk's pages. Each is a form and a call; the rules live in drafting and workflow."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import people, workflow
from articles.body import blocks_of
from articles.desk import pieces
from articles.desk.forms import (
    TEXTS,
    MoveForm,
    NameForm,
    NewPieceForm,
    SavedPieceForm,
    initial_of,
)
from articles.desk.gate import writers_only
from articles.drafting import create_draft, save_draft
from articles.editing import Stale
from articles.models import Publication
from articles.roles import STAFF, roles_of
from articles.rules import edit_refusal
from articles.standing import standing_of

SUBMITTED = gettext_lazy("Submitted. You will see here what is said of it.")
RECALLED = gettext_lazy("Recalled. You can go on writing.")

page_with_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
@login_required
def start(request):
    """Where a login leads: editors to their rooms, reporters to the desk."""
    user = request.user
    if user.is_staff and (user.is_superuser or roles_of(user) & STAFF):
        return redirect("admin:index")
    return redirect("desk:home")


@require_safe
@writers_only
def home(request):
    finished = Paginator(pieces.finished(request.user), pieces.FINISHED_ON_A_PAGE)
    groups = pieces.open_groups(request.user)
    context = {
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
    form = NameForm(request.POST or None, initial={"name": people.full_name(request.user)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        people.introduce(request.user, name=data["name"], unit=data["unit"], person=form.person)
        return redirect("desk:new")
    return render(request, "desk/name.html", {"form": form})


@page_with_form
@writers_only
def new(request):
    if people.of_user(request.user) is None:
        return redirect("desk:name")
    form = NewPieceForm(request.POST or None, initial={"publication": Publication.objects.first()})
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/write.html", {"form": form})
    sheet = {name: form.cleaned_data[name] for name in ("publication", "token")}
    article = create_draft(by=request.user, **sheet, **form.piece)
    if article.is_editable:
        return _saved(request, article)
    # The same sheet, sent twice; the first time it was submitted as well.
    return redirect("desk:piece", article.number)


@require_safe
@writers_only
def piece(request, number):
    article = get_object_or_404(_own(request), number=number)
    remarks = pieces.history(article)
    context = {
        "article": article,
        "blocks": blocks_of(article.body),
        "credits": article.credits.select_related("reporter"),
        "photos": pieces.photos_of(article),
        "tags": article.tags.all(),
        "buttons": pieces.buttons(article, request.user),
        "remarks": remarks,
        "returned": pieces.last_return(remarks) if article.status == "returned" else None,
    }
    return render(request, "desk/piece.html", context)


@page_with_form
@writers_only
def edit(request, number):
    article = get_object_or_404(_own(request), number=number)
    if request.method != "POST":
        return _opened(request, article)
    form = SavedPieceForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/write.html", {"form": form, "article": article})
    revision = form.cleaned_data["revision"]
    try:
        article = save_draft(article, by=request.user, revision=revision, **form.piece)
    except Stale as stale:
        return _both_texts(request, stale.article, form)
    except workflow.Refused as refused:
        return _kept(request, article, form, refused.refusal)
    return _saved(request, article)


@require_POST
@writers_only
def submit(request, number):
    return _moved(request, number, "submit", SUBMITTED)


@require_POST
@writers_only
def recall(request, number):
    return _moved(request, number, "recall", RECALLED)


def _own(request):
    return pieces.own_pieces(request.user).select_related("publication")


def _opened(request, article):
    if refusal := edit_refusal(standing_of(article, request.user)):
        messages.warning(request, str(refusal))
        return redirect("desk:piece", article.number)
    form = SavedPieceForm(initial=initial_of(article))
    return render(request, "desk/write.html", {"form": form, "article": article})


def _saved(request, article):
    """After saving: to the piece, through submission if the writer pressed that button."""
    messages.success(request, _("Saved."))
    if "submit" in request.POST:
        return _try(request, article, "submit", article.revision, SUBMITTED)
    return redirect("desk:piece", article.number)


def _moved(request, number, action, done):
    article = get_object_or_404(_own(request), number=number)
    form = MoveForm(request.POST)
    # Without the revision that the person saw, nothing tells what they agreed to: 0 is stale.
    revision = form.cleaned_data["revision"] if form.is_valid() else 0
    return _try(request, article, action, revision, done)


def _try(request, article, action, revision, done):
    try:
        workflow.move(article, action, by=request.user, revision=revision)
    except workflow.Refused as refused:
        messages.error(request, str(refused.refusal))
    else:
        messages.success(request, done)
    return redirect("desk:piece", article.number)


def _both_texts(request, article, form):
    """The piece was saved elsewhere meanwhile: show both texts, and let the writer decide."""
    if refusal := edit_refusal(standing_of(article, request.user)):
        return _kept(request, article, form, refusal)
    stored = initial_of(article)
    theirs = SavedPieceForm(stored)
    theirs.is_valid()
    mine = SavedPieceForm({**form.data.dict(), "revision": article.revision})
    fields = [
        (field, stored[field.name], theirs.cleaned_data.get(field.name) != value)
        for field in mine.visible_fields()
        for value in [form.cleaned_data[field.name]]
    ]
    context = {"article": article, "form": mine, "fields": fields}
    return render(request, "desk/stale.html", context, status=409)


def _kept(request, article, form, refusal):
    """The piece cannot be changed any more: what was typed is shown, so that it can be copied."""
    mine = [(name, form[name].label, form.cleaned_data[name]) for name in TEXTS]
    context = {"article": article, "refusal": refusal, "mine": mine}
    return render(request, "desk/kept.html", context, status=409)

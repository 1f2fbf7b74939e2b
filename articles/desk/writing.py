"""The sheet on which a piece is written, opened anew or on a saved piece, and its saving."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.bylines import people
from articles.desk import pieces, together
from articles.desk.forms import (
    TEXTS,
    NewPieceForm,
    SavedPieceForm,
    initial_of,
    initial_of_kept,
    typed,
)
from articles.desk.gate import writers_only
from articles.desk.views import SUBMITTED, own, page_with_form, try_move
from articles.models import Publication
from articles.refusals import Refused
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of
from articles.writing import autosaving
from articles.writing.drafting import create_draft, save_draft
from articles.writing.editing import Stale


@page_with_form
@writers_only
def new(request):
    if people.of_user(request.user) is None:
        return redirect("desk:name")
    if request.method != "POST":
        return _new_sheet(request)
    form = NewPieceForm(request.POST)
    valid = form.is_valid()
    if "together" in request.POST:
        held = autosaving.of(request.user, sheet=form.cleaned_data.get("token"))
        return _with_other_window(request, form, held)
    if not valid:
        return render(request, "desk/write.html", {"form": form})
    sheet = {name: form.cleaned_data[name] for name in ("publication", "token")}
    try:
        article = create_draft(by=request.user, **sheet, **form.piece)
    except Stale as stale:
        return _both_texts(request, stale.article, form)
    _release(request, form, sheet=sheet["token"])
    if article.is_editable:
        return _saved(request, article)
    # The same sheet, sent twice; the first time it was submitted as well.
    return redirect("desk:piece", article.number)


@page_with_form
@writers_only
def edit(request, number):
    article = get_object_or_404(own(request), number=number)
    if request.method != "POST":
        return _opened(request, article)
    form = SavedPieceForm(request.POST)
    valid = form.is_valid()
    if "together" in request.POST:
        held = autosaving.of(request.user, article=article)
        return _with_other_window(request, form, held, article)
    if not valid:
        return _sheet(request, article, form)
    revision = form.cleaned_data["revision"]
    try:
        article = save_draft(article, by=request.user, revision=revision, **form.piece)
    except Stale as stale:
        return _both_texts(request, stale.article, form)
    except Refused as refused:
        return _kept(request, article, form, refused.refusal)
    _release(request, form, article=article)
    return _saved(request, article)


@require_POST
@writers_only
def discard(request):
    """Throw away what was not saved, if it is still what the person saw."""
    mark = _uuid(request.POST.get("kept"))
    if mark and autosaving.discard(request.user, mark):
        messages.success(request, _("The text that was not saved is thrown away."))
    else:
        messages.warning(
            request,
            _("Nothing was thrown away: the text was saved or changed in another window."),
        )
    return redirect("desk:home")


def _new_sheet(request):
    initial = {"publication": Publication.objects.first()}
    sheet = _uuid(request.GET.get("sheet"))
    held = sheet and autosaving.of(request.user, sheet=sheet)
    if held:
        initial |= initial_of_kept(held)
    form = NewPieceForm(initial=initial)
    return render(request, "desk/write.html", {"form": form, "held": held})


def _opened(request, article):
    held = autosaving.of(request.user, article=article)
    if refusal := edit_refusal(standing_of(article, request.user)):
        if held is not None:
            return _kept(request, article, SavedPieceForm(initial_of_kept(held)), refusal, held)
        messages.warning(request, str(refusal))
        return redirect("desk:piece", article.number)
    stored = initial_of(article)
    if held is None or together.is_alike(held.fields, stored):
        form = SavedPieceForm(initial=stored | {"kept": held and held.mark})
        return _sheet(request, article, form)
    if held.revision != article.revision:
        form = SavedPieceForm(initial_of_kept(held))
        form.is_valid()
        return _both_texts(request, article, form, status=200)
    form = SavedPieceForm(initial=initial_of_kept(held))
    return _sheet(request, article, form, held)


def _sheet(request, article, form, held=None):
    """The piece to be written on, with what the reviewers said of it beside it."""
    context = {"form": form, "article": article, "held": held, "noted": pieces.noted(article)}
    return render(request, "desk/write.html", context)


def _saved(request, article):
    """After saving: to the piece, through submission if the writer pressed that button."""
    messages.success(request, _("Saved."))
    if "submit" in request.POST:
        return try_move(request, article, "submit", article.revision, SUBMITTED)
    return redirect("desk:piece", article.number)


def _release(request, form, **place):
    """What is saved now need not be kept beside it."""
    data = form.cleaned_data
    autosaving.release(request.user, mark=data["kept"], window=data["window"], **place)


def _both_texts(request, article, form, status=409):
    """The piece was saved elsewhere meanwhile: show both texts, and let the writer decide."""
    if refusal := edit_refusal(standing_of(article, request.user)):
        return _kept(request, article, form, refusal)
    # A sheet that has become a piece began upon what it was then.
    number = form.cleaned_data.get("base") or 1
    base = together.base_of(article, number) | {"tags": form.data.get("filed")}
    stored = initial_of(article)
    both = together.bring_together(mine=typed(form.data), theirs=stored, base=base)
    seen = {name: stored[name] for name in ("revision", "base", "filed")}
    carried = {name: form.data.get(name, "") for name in ("window", "kept")}
    mine = SavedPieceForm({**both.fields, **seen, **carried})
    context = {"article": article, "form": mine, "pairs": both.pairs(mine)}
    return render(request, "desk/stale.html", context, status=status)


def _with_other_window(request, form, held, article=None):
    """Two windows write one piece, and neither has saved: show both texts."""
    name = "desk/write.html"
    if held is None:
        return render(request, name, {"form": form, "article": article})
    base = together.base_of(article, held.base) if article and held.base else {}
    both = together.bring_together(mine=typed(form.data), theirs=held.fields, base=base)
    mine = type(form)({**form.data.dict(), **both.fields, "kept": held.mark})
    context = {"article": article, "form": mine, "pairs": both.pairs(mine), "unsaved": True}
    return render(request, "desk/stale.html", context)


def _kept(request, article, form, refusal, held=None):
    """The piece cannot be changed any more: what was typed is shown, so that it can be copied."""
    mine = [(name, form[name].label, form[name].value()) for name in TEXTS]
    context = {"article": article, "refusal": refusal, "mine": mine, "held": held}
    return render(request, "desk/kept.html", context, status=200 if held else 409)


def _uuid(text):
    try:
        return UUID(text or "")
    except ValueError:
        return None

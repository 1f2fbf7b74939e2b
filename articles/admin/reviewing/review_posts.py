"""What is sent from the review screen, each by its button, to the core that does it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.admin.keys import key_of
from articles.admin.moves.moving import MoveForm, done_note, make
from articles.admin.reviewing.review_forms import NoteForm, ReasonForm, ReplyForm
from articles.models import ProofMark, ReviewComment, Version
from articles.refusals import Refused
from articles.review import commenting, marking, reviewing, waiving
from articles.workflow.moves import MOVES, PROOFS
from articles.workflow.standing import PASSES

# What is decided on the screen itself; all else has a page of its own.
PASSING = frozenset({*PASSES, *PROOFS}) - {"ask_emergency", "emergency_sign"}
DECISIONS = PASSING | {"return", "decline"}


def answer(model_admin, request, article, typed):
    """Do what the pressed button says and lead back; None if it was refused.

    What was typed is then in `typed`, for the screen to show again.
    """
    posts = {
        "note": _note,
        "reply": _reply,
        "void": _void,
        "waive": _waive,
        "read": _read,
        "action": _decide,
    }
    for button, post in posts.items():
        if button in request.POST:
            try:
                return post(model_admin, request, article, typed)
            except Refused as refused:
                model_admin.message_user(request, str(refused), messages.ERROR)
                return None
    return None


def _back(request, article, anchor=""):
    address = reverse("admin:articles_article_review", args=[article.pk])
    since = request.GET.get("since", "")
    query = f"?{urlencode({'since': since})}" if since else ""
    return HttpResponseRedirect(f"{address}{query}{'#' if anchor else ''}{anchor}")


def _note(model_admin, request, article, typed):
    form = typed["note"] = NoteForm(request.POST)
    if not form.is_valid():
        return None
    data = form.cleaned_data
    version = Version.objects.filter(article=article, number=data["version"]).first()
    if version is None:
        raise PermissionDenied
    given = {"version": version, "spot": data["at"], "by": request.user}
    if form.is_error:
        marking.mark(
            article,
            words=data["words"],
            kind=data["what"],
            note=data["text"],
            start=data["start"],
            **given,
        )
        return _back(request, article, str(data["at"]))
    made = commenting.comment(article, text=data["text"], kind=data["what"], **given)
    return _back(request, article, f"comment-{made.pk}")


def _reply(model_admin, request, article, typed):
    form = ReplyForm(request.POST)
    if not form.is_valid():
        _tell(model_admin, request, form)
        return None
    comment = _of(article, ReviewComment, form.cleaned_data["comment"])
    data = form.cleaned_data
    commenting.reply(comment, by=request.user, text=data["text"], action=data["do"])
    return _back(request, article, f"comment-{comment.pk}")


def _void(model_admin, request, article, typed):
    mark = _of(article, ProofMark, key_of(request.POST["void"]))
    marking.void(mark, by=request.user, reason=_reason(request))
    return _back(request, article, f"mark-{mark.pk}")


def _waive(model_admin, request, article, typed):
    waiving.waive(article, request.POST["waive"], by=request.user, reason=_reason(request))
    model_admin.message_user(request, _("Waived. The reason is on record."), messages.SUCCESS)
    return _back(request, article, "checks")


def _read(model_admin, request, article, typed):
    """All that the screen showed counts as read."""
    number = key_of(request.POST["read"])
    version = article.versions.filter(number=number).first() if number else None
    if version is not None:
        reviewing.look(article, by=request.user, version=version)
    return _back(request, article)


def _decide(model_admin, request, article, typed):
    action = request.POST["action"]
    typed |= {name: value for name, value in request.POST.items() if name != "action"}
    if action not in DECISIONS:
        raise PermissionDenied
    rule = MOVES[action]
    data = request.POST.copy()
    data["reason"] = data.get(f"reason_{action}", "")
    form = MoveForm(data, rule=rule)
    if not form.is_valid():
        _tell(model_admin, request, form)
        return None
    event = make(article, rule, form, by=request.user)
    reviewing.look(article, by=request.user, version=event.version)
    note = f"{article} {done_note(article, rule)}"
    model_admin.message_user(request, note, messages.SUCCESS)
    # With a place of its own, or the browser would keep that of the paragraph.
    return HttpResponseRedirect(f"{reverse('admin:index')}#todo-title")


def _of(article, model, key):
    found = model.objects.filter(article=article, pk=key).first() if key else None
    if found is None:
        raise PermissionDenied
    return found


def _reason(request):
    form = ReasonForm(request.POST)
    return form.cleaned_data["reason"] if form.is_valid() else ""


def _tell(model_admin, request, form):
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        text = f"{label}: {' '.join(errors)}" if label else " ".join(errors)
        model_admin.message_user(request, text, messages.ERROR)

"""What a page's script sends while somebody writes: kept for the writer, answered as JSON."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.forms import KeepForm, typed
from articles.desk.gate import writers_only
from articles.desk.views import own
from articles.refusals import Refused
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of
from articles.writing import autosaving
from articles.writing.drafting import made_of


@require_POST
@writers_only
def keep_new(request):
    """A sheet that has no piece yet. One sent twice may have it already."""
    said = _said(request)
    if said["token"] is None:
        raise Http404
    if article := made_of(said["token"], request.user):
        return _keep(request, said | {"revision": 1, "base": 1}, article=article)
    return _keep(request, said, sheet=said["token"])


@require_POST
@writers_only
def keep(request, number):
    article = get_object_or_404(own(request), number=number)
    return _keep(request, _said(request), article=article)


def _said(request):
    form = KeepForm(request.POST)
    form.is_valid()
    return form.cleaned_data


def _keep(request, said, article=None, sheet=None):
    if article and (refusal := edit_refusal(standing_of(article, request.user))):
        return JsonResponse({"says": str(refusal)}, status=409)
    try:
        held = autosaving.keep(
            _fields(request, sheet),
            by=request.user,
            article=article,
            sheet=sheet,
            upon=(said["revision"], said["base"]),
            mark=said["kept"],
            window=said["window"],
        )
    except Refused as refused:
        elsewhere = isinstance(refused, autosaving.Elsewhere)
        return JsonResponse({"says": str(refused.refusal), "elsewhere": elsewhere}, status=409)
    time = timezone.localtime(held.at).strftime("%H:%M")
    says = _("Kept at %(time)s, for you alone; not saved yet.") % {"time": time}
    return JsonResponse({"kept": str(held.mark), "says": says})


def _fields(request, sheet):
    beside = "publication" if sheet else "filed"
    return typed(request.POST) | {beside: request.POST.get(beside, "")}

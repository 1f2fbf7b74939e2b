"""The screen on which section heads and chief editors vouch for logins that were handed over."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import handovers
from articles.admin import access
from articles.admin.keys import key_of
from articles.logins import shown_name
from articles.models import Handover
from articles.refusals import Refusal, Refused
from articles.roles import Role


@dataclass(frozen=True)
class Row:
    """A login that waits, in words, and why the person may not vouch for it."""

    handover: Handover
    name: str
    roles: list
    set_by: str
    refusal: Refusal | None


@require_http_methods(["GET", "HEAD", "POST"])
def vouching(request, *, site):
    """GET lists the logins whose roles rest; POST vouches for one of them."""
    if not access.roles(request) & handovers.VOUCHERS:
        raise PermissionDenied
    if request.method == "POST":
        wanted = key_of(request.POST.get("handover", ""))
        handover = get_object_or_404(handovers.waiting(), pk=wanted)
        try:
            handovers.vouch(handover, by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            name = shown_name(handover.user)
            messages.success(request, _("%(name)s has their roles again.") % {"name": name})
        return redirect("admin:vouching")
    context = {
        **site.each_context(request),
        "title": _("Logins to vouch for"),
        "rows": [_row(handover, request.user) for handover in handovers.waiting()],
    }
    return TemplateResponse(request, "admin/articles/vouching.html", context)


def _row(handover, by):
    names = [group.name for group in handover.user.groups.all()]
    keeper = [_("Administrator of the machine")] if handover.user.is_superuser else []
    return Row(
        handover,
        shown_name(handover.user),
        [*keeper, *(role.label for role in Role if role.value in names)],
        shown_name(handover.set_by),
        handovers.vouch_refusal(handover, by),
    )

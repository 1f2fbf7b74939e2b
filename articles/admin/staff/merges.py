"""The byline desk: two records of one person are made one, and can be parted again."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.admin import access
from articles.admin.keys import key_of
from articles.bylines import namesakes
from articles.models import Reporter
from articles.refusals import Refused

MOST = 30


def merge_view(model_admin, request, pk):
    """GET shows who might be the same person; POST makes two records one, or parts them."""
    person = access.found(model_admin, request, pk)
    if request.method == "POST":
        return _pressed(model_admin, request, person)
    words = request.GET.get("q", "").replace("\x00", "").strip()[:60]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("The same person"),
        "opts": model_admin.opts,
        "original": person,
        "words": words,
        "candidates": _candidates(model_admin, request, person, words),
        "part_refusal": namesakes.part_refusal(person, by=request.user),
    }
    return TemplateResponse(request, "admin/articles/reporter/merge.html", context)


def _candidates(model_admin, request, person, words):
    """Records of the same name or alias or, where words are given, those that hold them."""
    others = model_admin.get_queryset(request).filter(merged_into=None).exclude(pk=person.pk)
    if words:
        others = others.filter(Q(name__icontains=words) | Q(aliases__name__icontains=words))
        return list(others.distinct().select_related("user")[:MOST])
    names = [person.name, *(alias.name for alias in person.aliases.all())]
    same = Reporter.objects.named(names).order_by()
    return list(others.filter(pk__in=same.values("pk")).select_related("user")[:MOST])


def _pressed(model_admin, request, person):
    try:
        if "part" in request.POST:
            namesakes.part(person, by=request.user)
            note = _("Parted again: two people.")
        else:
            into = get_object_or_404(Reporter, pk=key_of(request.POST.get("into", "")))
            namesakes.merge(person, into=into, by=request.user)
            note = _("Merged: readers find one person, and every byline stays as printed.")
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        model_admin.log_change(request, person, str(note))
        model_admin.message_user(request, note, messages.SUCCESS)
    return redirect("admin:articles_reporter_merge", person.pk)

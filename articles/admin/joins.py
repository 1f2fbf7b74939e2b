"""The pages of an issue read together: what goes on where, what is missing, what is twice."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import joining
from articles.admin.keys import key_of
from articles.models import Article, Issue
from articles.workflow import Refused


def joins_view(model_admin, request, pk):
    """GET shows what would be joined, POST joins one pair; the plan decides which there are."""
    issue = Issue.objects.select_related("publication").filter(pk=pk).first()
    if not model_admin.has_view_permission(request, issue):
        raise PermissionDenied
    if issue is None:
        raise Http404
    if request.method == "POST":
        return _join(model_admin, request, issue)
    plan = joining.plan_joins(issue)
    rows = [
        (
            join,
            None if join.is_done else joining.join_refusal(join.first, join.rest, by=request.user),
        )
        for join in plan.joins
    ]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Articles over several pages"),
        "opts": model_admin.opts,
        "issue": issue,
        "rows": rows,
        "plan": plan,
    }
    return TemplateResponse(request, "admin/articles/issue/joins.html", context)


def _refusal(join, user):
    return None if join.is_done else joining.join_refusal(join.first, join.rest, by=user)


def _join(model_admin, request, issue):
    pair = {
        name: Article.objects.filter(
            page__issue=issue, pk=key_of(request.POST.get(name, "")) or 0
        ).first()
        for name in ("first", "rest")
    }
    if None in pair.values():
        raise Http404
    try:
        joining.apply_join(pair["first"], pair["rest"], by=request.user)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        note = _("Joined: %(rest)s now continues %(first)s.")
        model_admin.message_user(request, note % pair, messages.SUCCESS)
    return redirect(reverse("admin:articles_issue_joins", args=[issue.pk]))

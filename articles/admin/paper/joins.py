"""The pages of an issue read together: what goes on where, what is missing, what is twice."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from articles.admin import access
from articles.admin.keys import key_of
from articles.intake import joining, parting
from articles.models import Article, Issue, JoinedPart
from articles.refusals import Refused


def joins_view(model_admin, request, pk):
    """GET shows what is and what would be joined, POST joins or parts one pair."""
    found = Issue.objects.select_related("publication").filter(pk=pk).first()
    issue = access.visible(model_admin, request, found)
    if request.method == "POST":
        change = _part if "piece" in request.POST else _join
        change(model_admin, request, issue)
        return redirect(reverse("admin:articles_issue_joins", args=[issue.pk]))
    plan = joining.plan_joins(issue)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Articles over several pages"),
        "opts": model_admin.opts,
        "issue": issue,
        "planned": [
            (join, joining.join_refusal(join.first, join.rest, by=request.user))
            for join in plan.joins
            if not join.is_done
        ],
        "joined": [
            (part, parting.parting_refusal(part, by=request.user))
            for part in JoinedPart.objects.of_issue(issue)
        ],
        "plan": plan,
    }
    return TemplateResponse(request, "admin/articles/issue/joins.html", context)


def _join(model_admin, request, issue):
    pair = {name: _article(request, issue, name) for name in ("first", "rest")}
    note = _("Joined: %(rest)s now continues %(first)s.") % pair
    _try(model_admin, request, note, joining.apply_join, pair["first"], pair["rest"])


def _part(model_admin, request, issue):
    piece = _article(request, issue, "piece")
    note = _("%(piece)s is an article of its own again.") % {"piece": piece}
    _try(model_admin, request, note, parting.undo_join, piece)


def _article(request, issue, name):
    own = Article.objects.filter(page__issue=issue)
    return get_object_or_404(own, pk=key_of(request.POST.get(name, "")) or 0)


def _try(model_admin, request, note, change, *articles):
    try:
        change(*articles, by=request.user)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        model_admin.message_user(request, note, messages.SUCCESS)


def pieces_of(article):
    """[(how it stands to the article, the other article)] of what runs on over several pages."""
    part = getattr(article, "joined_to", None)
    taken_in = [(_("Read in"), part.whole)] if part else []
    parts = article.parts.all() if article.has_parts else ()
    return taken_in + [(_("Continued by"), part.piece) for part in parts]


def pieces_shown(article):
    """The same as links, with a way to the room where joins are made and undone."""
    rows = [
        (how, reverse("admin:articles_article_change", args=[other.pk]), other, other.page.title)
        for how, other in pieces_of(article)
    ]
    return format_html(
        '{}<a href="{}">{}</a>',
        format_html_join("", '{} <a href="{}">{}</a> · {}<br>', rows),
        reverse("admin:articles_issue_joins", args=[article.page.issue_id]),
        _("Articles over several pages"),
    )

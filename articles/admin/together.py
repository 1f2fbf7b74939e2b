"""One move for several articles: each by the rules of its own, with a list of what was left."""

from dataclasses import dataclass
from uuid import uuid4

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import workflow
from articles.admin.keys import key_of
from articles.admin.wording import status_badge
from articles.models import Article
from articles.moves import MOVES
from articles.rules import refusal_for
from articles.standing import Refusal, standing_of

MOST = 100
TOGETHER = ("verify", "sign_off", "publish")


def _action(name, description):
    @admin.action(description=description)
    def together(model_admin, request, queryset):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            note = _("At most %(most)s articles can be moved together. Choose fewer.")
            model_admin.message_user(request, note % {"most": MOST}, messages.ERROR)
            return None
        chosen = "&".join(f"article={key}" for key in keys)
        return redirect(f"{reverse('admin:articles_article_together', args=[name])}?{chosen}")

    together.__name__ = f"{name}_together"
    return together


ACTIONS = [
    _action("verify", _("Verify the selected articles")),
    _action("sign_off", _("Sign off the selected articles")),
    _action("publish", _("Publish the selected articles")),
]


class WordsForm(forms.Form):
    opinion = forms.CharField(
        max_length=4000, widget=forms.Textarea(attrs={"rows": 3, "lang": "zh"})
    )

    def __init__(self, *args, rule, **kwargs):
        super().__init__(*args, **kwargs)
        if rule.opinion:
            self.fields["opinion"].label = rule.opinion
        else:
            del self.fields["opinion"]


@dataclass(frozen=True)
class Candidate:
    article: Article
    refusal: Refusal | None
    state: str

    @property
    def key(self):
        """The article and the revision that the person saw."""
        return f"{self.article.pk}:{self.article.revision}"


def together_view(model_admin, request, action):
    """GET lists what would be moved and what not, and why; POST moves one by one."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if action not in TOGETHER:
        raise Http404
    rule = MOVES[action]
    form = WordsForm(request.POST or None, rule=rule)
    if request.method == "POST" and (form.is_valid() or not form.fields):
        return _move(model_admin, request, rule, form)
    data = request.POST if request.method == "POST" else request.GET
    candidates = [_candidate(article, rule, request.user) for article, _seen in _chosen(data)]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": rule.label,
        "opts": model_admin.opts,
        "form": form,
        "rule": rule,
        "ready": [item for item in candidates if item.refusal is None],
        "refused": [item for item in candidates if item.refusal is not None],
    }
    return TemplateResponse(request, "admin/articles/article/together.html", context)


def _candidate(article, rule, user):
    refusal = refusal_for(rule, standing_of(article, user))
    return Candidate(article, refusal, status_badge(article.status))


def _chosen(data):
    """[(article, revision seen or None)] of a request's `article=PK` or `article=PK:REVISION`."""
    seen = {}
    for text in data.getlist("article")[:MOST]:
        key, _colon, revision = text.partition(":")
        if key_of(key) is not None:
            seen[key_of(key)] = key_of(revision)
    articles = Article.objects.filter(pk__in=seen).for_list().order_by("page", "position", "pk")
    return [(article, seen[article.pk]) for article in articles]


def _move(model_admin, request, rule, form):
    batch, done = uuid4(), 0
    words = form.cleaned_data if form.fields else {}
    for article, revision in _chosen(request.POST):
        try:
            workflow.move(
                article, rule.action, by=request.user, revision=revision, batch=batch, **words
            )
            done += 1
        except workflow.Refused as refused:
            note = _("Left out: %(article)s. %(why)s") % {"article": article, "why": refused}
            model_admin.message_user(request, note, messages.WARNING)
    note = ngettext("%(move)s: %(count)s article.", "%(move)s: %(count)s articles.", done)
    note %= {"move": rule.label, "count": done}
    model_admin.message_user(request, note, messages.SUCCESS if done else messages.WARNING)
    return redirect("admin:articles_article_changelist")

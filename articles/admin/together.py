"""One move for several articles or a whole page: what would go and what not, then the word."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.keys import key_of
from articles.admin.wording import status_badge
from articles.models import Article, Page
from articles.workflow import together
from articles.workflow.moves import MOVES
from articles.workflow.standing import Refusal

MOST = 100
TOGETHER = ("verify", "sign_off", "publish")
OF_PAGE = {
    "verify": _("Verify the whole page"),
    "sign_off": _("Sign off the whole page"),
    "publish": _("Publish the whole page"),
}


def _action(name, description):
    @admin.action(description=description)
    def moved_together(model_admin, request, queryset):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            note = _("At most %(most)s articles can be moved together. Choose fewer.")
            model_admin.message_user(request, note % {"most": MOST}, messages.ERROR)
            return None
        chosen = "&".join(f"article={key}" for key in keys)
        return redirect(f"{reverse('admin:articles_article_together', args=[name])}?{chosen}")

    moved_together.__name__ = f"{name}_together"
    return moved_together


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


def page_buttons(page):
    """[(label, address)] of the moves that a page's articles can make in one go."""
    return [
        (label, f"{reverse('admin:articles_article_together', args=[action])}?page={page.pk}")
        for action, label in OF_PAGE.items()
    ]


def together_view(model_admin, request, action):
    """GET lists what would be moved and what not, and why; POST moves one by one."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if action not in TOGETHER:
        raise Http404
    rule, page = MOVES[action], _page(request)
    form = WordsForm(request.POST or None, rule=rule)
    if request.method == "POST" and (form.is_valid() or not form.fields):
        return _move(model_admin, request, rule, form, page)
    articles = list(_chosen(request, page))
    found = together.prospects(articles, action, by=request.user)
    candidates = [Candidate(p.article, p.refusal, status_badge(p.article.status)) for p in found]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": OF_PAGE[action] if page else rule.label,
        "opts": model_admin.opts,
        "form": form,
        "rule": rule,
        "page": page,
        "back": _back(page),
        "ready": [item for item in candidates if item.refusal is None],
        "refused": [item for item in candidates if item.refusal is not None],
    }
    return TemplateResponse(request, "admin/articles/article/together.html", context)


def _page(request):
    """The page whose articles are moved, or None where articles were chosen in the list."""
    if "page" not in request.GET:
        return None
    pages = Page.objects.select_related("issue__publication").defer("source")
    return get_object_or_404(pages, pk=key_of(request.GET["page"]))


def _back(page):
    if page is None:
        return reverse("admin:articles_article_changelist")
    return reverse("admin:articles_page_change", args=[page.pk])


def _chosen(request, page):
    """The articles of a request: ticked in a form, chosen in the list, or all of a page."""
    if page is not None and request.method == "GET":
        return together.of_page(page).for_list()
    data = request.POST if request.method == "POST" else request.GET
    found = Article.objects.filter(pk__in=_seen(data))
    return found.for_list().order_by("page", "position", "pk")


def _seen(data):
    """{article pk: revision seen or None} of `article=PK` or `article=PK:REVISION`."""
    seen = {}
    for text in data.getlist("article")[:MOST]:
        key, _colon, revision = text.partition(":")
        if key_of(key) is not None:
            seen[key_of(key)] = key_of(revision)
    return seen


def _move(model_admin, request, rule, form, page):
    outcome = together.move_together(
        list(_chosen(request, page)),
        rule.action,
        by=request.user,
        revisions=_seen(request.POST),
        **(form.cleaned_data if form.fields else {}),
    )
    for article, refusal in outcome.skipped:
        note = _("Left out: %(article)s. %(why)s") % {"article": article, "why": refusal}
        model_admin.message_user(request, note, messages.WARNING)
    done = len(outcome.events)
    note = ngettext("%(move)s: %(count)s article.", "%(move)s: %(count)s articles.", done)
    note %= {"move": rule.label, "count": done}
    model_admin.message_user(request, note, messages.SUCCESS if done else messages.WARNING)
    return redirect(_back(page))

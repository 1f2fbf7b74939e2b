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

from articles import logins
from articles.admin.keys import key_of
from articles.admin.moves import moving
from articles.admin.wording import due_note, status_badge
from articles.models import Article, Page
from articles.refusals import Refusal, Refused
from articles.review import waiving
from articles.texts.body import tidy_line
from articles.workflow import checking, together
from articles.workflow.moves import MOVES

MOST = 100
LONGEST_REASON = 300
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
    """One opinion for all, and where they are signed the time at which all go out."""

    opinion = forms.CharField(
        max_length=4000, widget=forms.Textarea(attrs={"rows": 3, "lang": "zh"})
    )

    def __init__(self, *args, rule, **kwargs):
        super().__init__(*args, **kwargs)
        if rule.opinion:
            self.fields["opinion"].label = rule.opinion
        else:
            del self.fields["opinion"]
        if rule.action == "sign_off":
            self.fields["goes_out"] = moving.goes_out_field()


@dataclass(frozen=True)
class Obstacle:
    """A finding or comment in the way, where it stands, and the key by which it can be waived."""

    where: str
    sentence: str
    url: str
    waive: str = ""


@dataclass(frozen=True)
class Candidate:
    article: Article
    refusal: Refusal | None
    state: str
    obstacles: list
    waivers: list
    is_ticked: bool

    @property
    def key(self):
        """The article and the revision that the person saw."""
        return f"{self.article.pk}:{self.article.revision}"


def page_buttons(model_admin, request, page):
    """[(label, address, refusal or None)] of the moves that a page's articles make in one go."""
    may_look = model_admin.has_change_permission(request)
    return [
        (
            label,
            f"{reverse('admin:articles_article_together', args=[action])}?page={page.pk}",
            None if may_look else Refusal.role(label, MOVES[action].roles),
        )
        for action, label in OF_PAGE.items()
    ]


def together_view(model_admin, request, action):
    """GET lists what would be moved and what not, and why; POST waives a check or moves them."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if action not in TOGETHER:
        raise Http404
    rule, page = MOVES[action], _page(request)
    form = WordsForm(request.POST or None, rule=rule)
    if "waive" in request.POST:
        _waive(model_admin, request, page)
        # What was typed stays, and is not complained of before it is sent.
        form = WordsForm(initial=request.POST.dict(), rule=rule)
    elif request.method == "POST" and (form.is_valid() or not form.fields):
        return _move(model_admin, request, rule, form, page)
    candidates = _candidates(request, rule, page)
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


def _asked(request, page):
    """The articles in question: all of a page, or those chosen in the list."""
    if page is not None:
        return together.of_page(page).for_list()
    chosen = _seen(request.GET) or _seen(request.POST)
    return Article.objects.filter(pk__in=chosen).for_list().order_by("page", "position", "pk")


def _seen(data):
    """{article pk: revision seen or None} of `article=PK` or `article=PK:REVISION`."""
    seen = {}
    for text in data.getlist("article")[:MOST]:
        key, _colon, revision = text.partition(":")
        if key_of(key) is not None:
            seen[key_of(key)] = key_of(revision)
    return seen


def _candidates(request, rule, page):
    untouched = request.method != "POST"
    ticked = {*_seen(request.POST), key_of(request.POST.get("waive", "").partition(":")[0])}
    return [
        Candidate(
            prospect.article,
            prospect.refusal,
            status_badge(prospect.article.status),
            _obstacles(rule, prospect) if prospect.refusal else [],
            _waivers(rule, prospect),
            untouched or prospect.article.pk in ticked,
        )
        for prospect in together.prospects(_asked(request, page), rule.action, by=request.user)
    ]


def _obstacles(rule, prospect):
    """All that the checks stop and all that must be fixed, where that is what refuses."""
    standing, article = prospect.standing, prospect.article
    if prospect.refusal.rule not in {"checks", "comments"}:
        return []
    screen = reverse("admin:articles_article_review", args=[article.pk])
    may_waive = waiving.waive_refusal(standing) is None
    found = [
        Obstacle(
            checking.place_name(each.spot),
            checking.sentence(each),
            f"{screen}#{each.spot}",
            f"{article.pk}:{each.key}" if may_waive else "",
        )
        for each in standing.blocks
    ]
    comments = standing.must_fix if "comments" in rule.gates else []
    return found + [
        Obstacle(checking.place_name(each.spot), each.text, f"{screen}#comment-{each.pk}")
        for each in comments
    ]


def _waivers(rule, prospect):
    """What was let pass and goes on record with the signature."""
    is_checked = "checks" in rule.gates and prospect.refusal is None
    waived = checking.waived(prospect.article) if is_checked else []
    names = logins.shown_names({each["by"] for each in waived})
    return [{**each, "by": names[each["by"]]} for each in waived]


def _waive(model_admin, request, page):
    """Let one finding of one of the articles pass, with the reason typed beside it."""
    value = request.POST["waive"]
    key, _colon, finding = value.partition(":")
    article = _asked(request, page).filter(pk=key_of(key)).first()
    if article is None:
        raise PermissionDenied
    reason = tidy_line(request.POST.get(f"reason_{value}", ""))[:LONGEST_REASON]
    try:
        waiving.waive(article, finding, by=request.user, reason=reason)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        note = _("Waived. The reason is on record.")
        model_admin.message_user(request, note, messages.SUCCESS)


def _move(model_admin, request, rule, form, page):
    """Those that were ticked, each as it was seen."""
    seen = _seen(request.POST)
    chosen = Article.objects.filter(pk__in=seen).for_list().order_by("page", "position", "pk")
    # No article has revision 0: what does not say how it was seen is out of date.
    words = {"by": request.user, "revisions": {pk: seen[pk] or 0 for pk in seen}}
    if rule.opinion:
        words["opinion"] = form.cleaned_data["opinion"]
    if goes_out := form.fields and form.cleaned_data.get("goes_out"):
        outcome = together.sign_and_schedule_together(list(chosen), moment=goes_out, **words)
    else:
        outcome = together.move_together(list(chosen), rule.action, **words)
    _tell(model_admin, request, rule, outcome)
    return redirect(_back(page))


def _tell(model_admin, request, rule, outcome):
    for article, refusal in outcome.skipped:
        note = _("Left out: %(article)s. %(why)s") % {"article": article, "why": refusal}
        model_admin.message_user(request, note, messages.WARNING)
    done = len(outcome.events)
    note = ngettext("%(move)s: %(count)s article.", "%(move)s: %(count)s articles.", done)
    note %= {"move": rule.label, "count": done}
    if done:
        moved = Article.objects.get(pk=outcome.events[0].article_id)
        note = f"{note} {due_note(moved)}".strip()
    model_admin.message_user(request, note, messages.SUCCESS if done else messages.WARNING)

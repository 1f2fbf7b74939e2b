"""Moves of one article: buttons that say why they are closed, a page to confirm, the history."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import logins, workflow
from articles.admin import access
from articles.admin.moves import beside
from articles.admin.widgets import Day, Moment
from articles.admin.wording import action_name, due_note, reason_name, role_used, status_badge
from articles.models import Event
from articles.refusals import Refusal, Refused
from articles.workflow import scheduling
from articles.workflow.moves import MOVES

# Gates that open when somebody has proposed the move, or left it to be made later.
CALLED_FOR = {"asked", "flagged"}


@dataclass(frozen=True)
class Button:
    action: str
    label: str
    url: str
    refusal: Refusal | None
    is_rare: bool
    spot_url: str  # where in the text the refusal points to, or ""


@dataclass(frozen=True)
class Entry:
    """One event in the reader's words."""

    event: Event
    who: str
    action: str
    role: str
    reason: str
    state: str
    version_url: str


def buttons(standing):
    """Every move of the article's state, open or closed with the sentence."""
    return [
        Button(
            option.move.action,
            option.move.label,
            reverse("admin:articles_article_move", args=[standing.article.pk, option.move.action]),
            option.refusal,
            option.move.rare and not _is_called_for(option),
            _spot_url(standing.article, option.refusal),
        )
        for option in workflow.options_of(standing)
    ]


def _is_called_for(option):
    """What a colleague's step has opened is no longer rare: it waits."""
    return option.refusal is None and not CALLED_FOR.isdisjoint(option.move.gates)


def _spot_url(article, refusal):
    if refusal is None or not refusal.spot:
        return ""
    return f"{reverse('admin:articles_article_review', args=[article.pk])}#{refusal.spot}"


def history(standing):
    """What happened, the newest first."""
    return [
        Entry(
            event=event,
            who=logins.shown_name(event.actor),
            action=action_name(event.action),
            role=role_used(event),
            reason=reason_name(event.action, event.reason),
            state=status_badge(event.to_status),
            version_url=reverse("admin:articles_version_change", args=[event.version_id]),
        )
        for event in reversed(standing.events)
    ]


# What a move that is given a day or a time asks for, by the article's field that keeps it.
MOMENTS = {
    "held_until": partial(Day, label=_("Look at it again on")),
    "scheduled_for": partial(Moment, label=_("Publish at")),
}


def goes_out_field():
    """The time that makes of signing one verb: sign and schedule."""
    return Moment(
        label=_("Publish by itself at"),
        required=False,
        help_text=_("Empty: signed off, and published later by a press of a button."),
    )


class MoveForm(forms.Form):
    """What a move asks for: a reason, a day or time, an opinion, and the revision seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(label=capfirst(_("reason")))
    opinion = forms.CharField(
        max_length=4000, widget=forms.Textarea(attrs={"rows": 4, "lang": "zh"})
    )

    def __init__(self, *args, rule, **kwargs):
        super().__init__(*args, **kwargs)
        if rule.reasons:
            self.fields["reason"].choices = [("", "–"), *rule.reasons.choices]
        else:
            del self.fields["reason"]
        if rule.moment:
            self.fields["moment"] = MOMENTS[rule.moment]()
        if rule.action == "sign_off":
            self.fields["goes_out"] = goes_out_field()
        if rule.opinion:
            self.fields["opinion"].label = rule.opinion
        else:
            del self.fields["opinion"]

    @property
    def words(self):
        return {
            name: self.cleaned_data[name]
            for name in ("opinion", "reason", "moment")
            if name in self.fields
        }


def move_view(model_admin, request, pk, action):
    """GET shows what will be moved and asks; POST moves it, or says why not."""
    article = access.found(model_admin, request, pk)
    if action not in MOVES:
        raise Http404
    rule = MOVES[action]
    form = MoveForm(request.POST or None, rule=rule, initial={"seen": article.revision})
    if request.method == "POST" and form.is_valid():
        return _moved(model_admin, request, article, rule, form)
    standing = access.standing(request, article)
    (button,) = [b for b in buttons(standing) if b.action == action] or [None]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": rule.label,
        "opts": model_admin.opts,
        "original": article,
        "form": form,
        "button": button,
        "state": status_badge(article.status),
        "credits": beside.credits_of(article),
        "pictures": beside.pictures_of(article),
        "history": history(standing),
        "statement": _statement(standing) if action == "retract" else "",
    }
    return TemplateResponse(request, "admin/articles/article/move.html", context)


def _statement(standing):
    """What the second person agrees to is what the first one wrote."""
    proposal = standing.proposal_for("retract")
    return proposal.opinion if proposal else ""


def _moved(model_admin, request, article, rule, form):
    try:
        make(article, rule, form, by=request.user)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        model_admin.message_user(request, done_note(article, rule), messages.SUCCESS)
    return redirect("admin:articles_article_change", article.pk)


def make(article, rule, form, *, by):
    """Do what a clean form asks, and return the last event. Raises Refused."""
    words = {**form.words, "by": by, "revision": form.cleaned_data["seen"]}
    if goes_out := form.cleaned_data.get("goes_out"):
        return scheduling.sign_and_schedule(article, moment=goes_out, **words)[-1]
    return workflow.move(article, rule.action, **words)


def done_note(article, rule):
    """What became of the article, and what is due when."""
    note = _("%(move)s: done. The article is now “%(state)s”.")
    note %= {"move": rule.label, "state": article.get_status_display()}
    return f"{note} {due_note(article)}".strip()

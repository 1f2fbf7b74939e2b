"""Doubts on the screen: each with its readings, and a form to put the decision on record."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.labelling import doubts
from articles.models import PageDoubt
from articles.refusals import Refused


class DecisionForm(forms.Form):
    """What was decided: one of the readings, or a few words."""

    reading = forms.ChoiceField(
        label=_("The right reading"), required=False, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("What you decided"), required=False, max_length=500, widget=forms.TextInput
    )

    def __init__(self, *args, doubt, **kwargs):
        super().__init__(*args, prefix=f"doubt-{doubt.pk}", **kwargs)
        self.fields["reading"].choices = [(text, text) for text in doubt.candidates]
        if not doubt.candidates:
            del self.fields["reading"]

    @property
    def resolution(self):
        reading = self.cleaned_data.get("reading", "")
        return " · ".join(part for part in (reading, self.cleaned_data["note"].strip()) if part)


@dataclass(frozen=True)
class Row:
    doubt: PageDoubt
    form: DecisionForm | None
    url: str


def rows(found, owner, url_name, request):
    """`owner` is the article or page whose address the decision is posted under."""
    may = request.user.has_perm("articles.change_pagedoubt")
    return [
        Row(
            doubt,
            DecisionForm(doubt=doubt) if doubt.is_open and may else None,
            reverse(url_name, args=[owner, doubt.pk]),
        )
        for doubt in found
    ]


def of_page(page, pk):
    return PageDoubt.objects.filter(page=page, article=None, pk=pk).first()


def of_article(article, pk):
    return PageDoubt.objects.filter(article=article, pk=pk).first()


def decide(model_admin, request, doubt, back, owner):
    """GET shows the question, POST puts the answer on record; both only for those who may."""
    if not request.user.has_perm("articles.change_pagedoubt"):
        raise PermissionDenied
    if doubt is None:
        raise Http404
    form = DecisionForm(request.POST or None, doubt=doubt)
    if request.method == "POST" and form.is_valid():
        try:
            doubts.resolve(doubt, by=request.user, resolution=form.resolution)
        except Refused as refused:
            model_admin.message_user(request, str(refused), messages.ERROR)
        else:
            model_admin.message_user(request, _("The decision is on record."), messages.SUCCESS)
        return redirect(reverse(back, args=[owner]) + "#doubts")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Decide a doubt"),
        "opts": model_admin.opts,
        "row": Row(doubt, form, request.path),
        "back": reverse(back, args=[owner]),
    }
    return TemplateResponse(request, "admin/articles/decide.html", context)

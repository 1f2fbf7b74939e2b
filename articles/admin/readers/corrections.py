"""Corrections at the editors' door: write one, see what changes, sign and issue it."""

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import logins
from articles.admin import access
from articles.admin.keys import key_of
from articles.epaper import reporting
from articles.models import Correction
from articles.models.version import TEXT_FIELDS
from articles.refusals import Refused
from articles.texts import differences
from articles.texts.body import seen_lines
from articles.texts.manuscripts import CAPTION
from articles.workflow import checking, correcting

LONG = ("wrong", "right", "note", "body")


class CorrectionForm(forms.ModelForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Correction
        fields = (*correcting.CHOICES, *correcting.WORDS, *TEXT_FIELDS)
        widgets = {
            name: forms.Textarea(
                {"rows": {"body": 16}.get(name, 2 if name in LONG else 1), "lang": "zh"}
            )
            for name in (*correcting.WORDS, *TEXT_FIELDS)
        }

    def __init__(self, *args, captions, **kwargs):
        """`captions` are those of the photos, in their order: each gets a field."""
        super().__init__(*args, **kwargs)
        self.captions = [f"{CAPTION}{number}" for number, _text in enumerate(captions, start=1)]
        for name, text in zip(self.captions, captions, strict=True):
            self.fields[name] = forms.CharField(
                label=checking.part_name(name),
                initial=text,
                required=False,
                widget=forms.Textarea({"rows": 2, "lang": "zh"}),
            )
        self.fields["kind"].help_text = _(
            "An erratum is signed by a section head or chief editor, all else by a chief editor."
        )

    @property
    def values(self):
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        # As the article's and the photo's own forms clean them, or all would read changed.
        texts = {name: seen_lines(values[name]) for name in TEXT_FIELDS}
        captions = ["\n".join(self.cleaned_data[name].splitlines()) for name in self.captions]
        return values | texts | {"captions": captions}


class OpinionForm(forms.Form):
    """It stands beside the form of the correction itself, which has a field of that name too."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    opinion = forms.CharField(
        label=_("Your opinion, for the record"),
        max_length=4000,
        widget=forms.Textarea({"rows": 3, "lang": "zh"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="sign_%s", **kwargs)


def new_view(model_admin, request, pk):
    """GET shows the live text to be put right; POST opens the correction."""
    article = access.found(model_admin, request, pk)
    if present := article.corrections.filter(state="open").first():
        return redirect("admin:articles_article_correction", pk, present.pk)
    if refusal := correcting.write_refusal(access.standing(request, article)):
        model_admin.message_user(request, str(refusal), messages.ERROR)
        return redirect("admin:articles_article_change", pk)
    report = _reported(request, article)
    initial = {name: getattr(article, name) for name in TEXT_FIELDS} | {"seen": article.revision}
    if report is not None:
        initial["wrong"] = report.words
    captions = correcting.captions_of(article)
    form = CorrectionForm(request.POST or None, initial=initial, captions=captions)
    if request.method == "POST" and form.is_valid():
        given = {"by": request.user, "revision": form.cleaned_data["seen"], **form.values}
        try:
            if report is not None:
                made = reporting.accept(report, **given)
            else:
                made = correcting.open_correction(article, **given)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("admin:articles_article_correction", pk, made.pk)
    return _page(model_admin, request, article, form=form)


def _reported(request, article):
    """The report of an error that the correction answers, by `report` in the address, or None."""
    if "report" not in request.GET:
        return None
    return get_object_or_404(article.reports, pk=key_of(request.GET["report"]))


def correction_view(model_admin, request, pk, correction):
    """GET shows a correction and its state; POST saves, issues or drops it by its button."""
    article = access.found(model_admin, request, pk)
    found = article.corrections.select_related("base_version", "version", "opened_by", "closed_by")
    present = found.filter(pk=correction).first()
    if present is None:
        raise Http404
    if request.method == "POST":
        return _pressed(model_admin, request, article, present)
    form = _form_of(present)
    return _page(model_admin, request, article, form=form, correction=present)


def _form_of(correction):
    seen = {"seen": correction.revision}
    return CorrectionForm(instance=correction, initial=seen, captions=correction.captions)


def _pressed(model_admin, request, article, present):
    here = redirect("admin:articles_article_correction", article.pk, present.pk)
    if {"issue", "drop"} & set(request.POST):
        form = OpinionForm(request.POST)
    else:
        form = CorrectionForm(request.POST, captions=present.captions)
    form.fields["seen"].required = True
    if "drop" in request.POST:
        form.fields["opinion"].required = False
    if not form.is_valid():
        return _invalid(model_admin, request, article, present, form)
    seen = {"by": request.user, "revision": form.cleaned_data["seen"]}
    try:
        if "issue" in request.POST:
            correcting.issue(present, opinion=form.cleaned_data["opinion"], **seen)
            model_admin.message_user(request, _("Issued. Readers get the corrected text."))
        elif "drop" in request.POST:
            correcting.drop(present, **seen)
        else:
            correcting.write(present, **seen, **form.values)
            model_admin.message_user(request, _("Saved."))
    except Refused as refused:
        form.add_error(None, str(refused))
        return _invalid(model_admin, request, article, present, form)
    return here


def _invalid(model_admin, request, article, present, form):
    """What was typed stays on the screen."""
    if isinstance(form, CorrectionForm):
        return _page(model_admin, request, article, form=form, correction=present)
    fresh = _form_of(present)
    return _page(model_admin, request, article, form=fresh, correction=present, signing=form)


def _page(model_admin, request, article, *, form, correction=None, signing=None):
    standing = access.standing(request, article)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": correction.get_kind_display() if correction else _("Correct"),
        "opts": model_admin.opts,
        "original": article,
        "form": form,
        "correction": correction,
        "changes": changes(correction) if correction else [],
        "may_write": correcting.write_refusal(standing) is None,
    }
    if correction:
        seen = {"seen": correction.revision}
        context |= {
            "signing": signing or OpinionForm(initial=seen),
            "may_drop": correcting.drop_refusal(standing) is None,
            "issue_refusal": correcting.issue_refusal(correction, standing),
            "opened_by": logins.shown_name(correction.opened_by),
            "closed_by": correction.closed_by and logins.shown_name(correction.closed_by),
        }
    return TemplateResponse(request, "admin/articles/article/correction.html", context)


def changes(correction):
    """[(label, rows)] of the fields that read otherwise than in the text it corrects."""
    base = correction.base_version
    pairs = [(name, getattr(base, name), getattr(correction, name)) for name in TEXT_FIELDS]
    photos = zip(base.photos.all(), correction.captions, strict=False)
    for number, (photo, caption) in enumerate(photos, start=1):
        pairs.append((f"{CAPTION}{number}", photo.caption, caption))
    return [
        (checking.part_name(name), differences.compare(before, after))
        for name, before, after in pairs
        if differences.differs(before, after)
    ]


def listed(article):
    """[(correction, address)] of an article, the newest first."""
    return [
        (each, reverse("admin:articles_article_correction", args=[article.pk, each.pk]))
        for each in article.corrections.order_by(F("closed_at").desc(nulls_first=True), "-pk")
    ]

"""The form of an article: the working copy, its credits and photos, its section and tags."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles import workflow
from articles.admin import access
from articles.admin.manuscripts.photo_form import PhotoForm
from articles.admin.rows import LabelledRows, Rows
from articles.admin.widgets import KnownChoices, picture_of, tell
from articles.models import Article, Credit, Photo
from articles.models.tagging import LONGEST_TAG
from articles.models.version import TEXT_FIELDS
from articles.texts.body import seen_lines
from articles.workflow.rules import describe_refusal, edit_refusal, section_problem

WORKING_COPY = (*TEXT_FIELDS, "embargo_until")
FILING = ("section", "tags")


@dataclass(frozen=True)
class Difference:
    """One field as it is stored now, and as the person typed it."""

    label: str
    stored: str
    typed: str


def may_write(request, article):
    return edit_refusal(access.standing(request, article)) is None


def shows_text_fields(request, article):
    """A text that came in with a form stays in the form, even if it may no longer be saved."""
    return may_write(request, article) or (request.method == "POST" and "body" in request.POST)


class ArticleForm(forms.ModelForm):
    standing = None  # set for each request by ArticleAdmin.get_form

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)  # the revision opened
    filed = forms.CharField(widget=forms.HiddenInput, required=False)  # and how it was filed

    class Meta:
        model = Article
        fields = (*WORKING_COPY, *FILING)
        labels = {"source": _("where it comes from")}
        help_texts = {"tags": _("What the piece is about; put 、 between tags.")}
        widgets = {
            name: forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField", "lang": "zh"})
            for name, rows in zip(TEXT_FIELDS, (1, 2, 2, 1, 1, 1, 24), strict=True)
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = {name: getattr(self.instance, name) for name in TEXT_FIELDS}
        self.initial["seen"] = self.instance.revision
        tags = [tag.name for tag in self.initial.get("tags", ())]
        self.initial["filed"] = workflow.filing(self.instance.section, tags)
        self.stale = False
        if section := self.fields.get("section"):
            tell(section, self.instance.section)
        if tags := self.fields.get("tags"):
            tags.widget.attrs["class"] = "vTextField"

    @property
    def has_text(self):
        return "body" in self.fields

    def clean(self):
        data = super().clean()
        for name in TEXT_FIELDS:
            if name in data:
                data[name] = seen_lines(data[name])
        if self.has_text:
            self._check_text(data)
        if self.files_anew and (refusal := describe_refusal(self.standing)):
            self._refuse(refusal)
        elif self.files_anew and data.get("filed"):
            self._check_filing(data)
        return data

    def clean_section(self):
        section = self.cleaned_data["section"]
        if problem := section_problem(section, self.instance.publication):
            raise forms.ValidationError(problem, code="section")
        return section

    def clean_tags(self):
        tags = self.cleaned_data["tags"]
        if any(len(tag) > LONGEST_TAG for tag in tags):
            message = _(
                "One of the tags is longer than %(most)s characters. Put 、 between the tags."
            )
            raise forms.ValidationError(message, code="long_tag", params={"most": LONGEST_TAG})
        return tags

    @property
    def files_anew(self):
        """Whether the person files it otherwise than they found it."""
        data = self.cleaned_data
        typed = workflow.filing(data.get("section"), data.get("tags") or ())
        return bool(set(self.changed_data) & set(FILING)) and typed != data.get("filed")

    def _check_filing(self, data):
        now = self.initial["filed"]
        if data["filed"] != now:
            message = _(
                "A colleague has filed it otherwise meanwhile: %(filing)s. Saving again "
                "files it as you have it here."
            )
            params = {"filing": now}
            self.add_error(None, forms.ValidationError(message, code="stale", params=params))
            self.data = self.data.copy()
            self.data["filed"] = now

    def _check_text(self, data):
        if refusal := edit_refusal(self.standing):
            self._refuse(refusal)
        elif data.get("seen") != self.instance.revision:
            self.stale = True
            message = _(
                "Somebody else saved or moved this article after you opened it. Your text is still "
                "in the form: compare the two above, then save what is right."
            )
            self.add_error(None, forms.ValidationError(message, code="stale"))
            # Saving again is a decision made with both texts in view.
            self.data = self.data.copy()
            self.data["seen"] = str(self.instance.revision)

    def _refuse(self, refusal):
        self.add_error(None, forms.ValidationError(str(refusal), code=refusal.rule))

    @property
    def differences(self):
        """What was typed beside what is stored, where they differ and the form was refused."""
        if not (self.has_text and self.is_bound and self.non_field_errors()):
            return []
        typed = {
            name: "\n".join(self.data.get(name, "").splitlines()).strip() for name in TEXT_FIELDS
        }
        return [
            Difference(self.fields[name].label, self.stored[name], typed[name])
            for name in TEXT_FIELDS
            if typed[name] != self.stored[name]
        ]


class CreditForm(forms.ModelForm):
    class Meta:
        model = Credit
        fields = ("role", "reporter", "printed", "position")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "reporter" in self.fields:
            tell(self.fields["reporter"], self.instance.reporter)


class WhileWritable:
    """An inline that is open exactly while the article's text is."""

    def has_add_permission(self, request, obj):
        return self.is_open(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.is_open(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.is_open(request, obj) and super().has_delete_permission(request, obj)

    def is_open(self, request, article):
        return article is not None and shows_text_fields(request, article)


class CreditRows(KnownChoices, admin.TabularInline):
    """Who did what, for an article or for a photo: `fk_name` says which."""

    model = Credit
    form = CreditForm
    formset = LabelledRows
    extra = 1
    autocomplete_fields = ("reporter",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("reporter")


class CreditInline(WhileWritable, CreditRows):
    fk_name = "article"


class PhotoInline(WhileWritable, admin.StackedInline):
    model = Photo
    form = PhotoForm
    formset = Rows
    extra = 0
    fields = ("caption", "picture", "image", "alt", "position", "credit_line")
    readonly_fields = ("picture", "credit_line")
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).with_credits()

    def get_fields(self, request, obj=None):
        """The file itself only where it may be changed: it has no address."""
        if self.has_change_permission(request, obj):
            return self.fields
        return [name for name in self.fields if name != "image"]

    @admin.display(description=_("as it is now"))
    def picture(self, photo):
        return picture_of(photo)

    @admin.display(description=_("credit"))
    def credit_line(self, photo):
        return "、".join(str(credit) for credit in photo.credits.all()) if photo.pk else "–"

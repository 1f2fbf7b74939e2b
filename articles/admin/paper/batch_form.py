"""The form that takes in a whole issue, and what an editor says of its pages' places."""

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.keys import key_of
from articles.files.fields import ManyFilesField, ManyFilesInput
from articles.intake import batches, placing, uploads
from articles.models import Publication
from articles.refusals import Refused
from articles.texts.body import tidy_line


class IssueForm(forms.Form):
    publication = forms.ModelChoiceField(
        Publication.objects, label=capfirst(_("publication")), empty_label=None
    )
    date = forms.DateField(
        label=capfirst(_("date of the paper")),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The issue of that day is made if it is not there yet."),
    )
    files = ManyFilesField(
        label=capfirst(_("the issue's pages")),
        allow_empty_file=True,
        widget=ManyFilesInput(attrs={"accept": ".txt,.pdf,.zip", "multiple": True}),
        help_text=_(
            "One file or several: .txt or .pdf, or a zip of them. Names such as 20200417_A03.txt "
            "or 01.txt tell which page it is; so does the folio in the text."
        ),
    )
    imports_clean = forms.BooleanField(
        label=capfirst(_("import what has no doubts at once")),
        required=False,
        help_text=_("The other pages wait until you have looked at them."),
    )

    def __init__(self, *args, is_too_large=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_too_large = is_too_large

    def clean(self):
        data = super().clean()
        if self.is_too_large:
            limit = filesizeformat(settings.MAX_UPLOAD_BYTES)
            message = _("All together is more than %(limit)s. Send fewer pages at a time.")
            self.errors.pop("files", None)
            self.add_error(
                "files", forms.ValidationError(message, code="size", params={"limit": limit})
            )
        return data

    def send(self, *, by):
        """The batch, opened; or None, with what is wrong beside the files."""
        values = self.cleaned_data
        files = [uploads.Incoming(file.name, file) for file in values["files"]]
        try:
            return batches.open_batch(
                values["publication"],
                values["date"],
                files=files,
                imports_clean=values["imports_clean"],
                by=by,
            )
        except Refused as refused:
            error = forms.ValidationError(str(refused), code=refused.refusal.rule)
            self.add_error("date" if refused.refusal.rule == "day" else "files", error)
        return None


def places_of(data, items):
    """{item pk: Place} of what the form says; a page that it does not name is not in it."""
    return {
        item.pk: batches.Place(
            label=tidy_line(data[f"label-{item.pk}"])[:20],
            name=tidy_line(data.get(f"name-{item.pk}", ""))[:60],
            sequence=_place(data.get(f"sequence-{item.pk}", "")),
            is_wanted=f"wanted-{item.pk}" in data,
        )
        for item in items
        if f"label-{item.pk}" in data
    }


def _place(text):
    number = key_of(text.strip())
    return number if number and number <= placing.LAST_PLACE else None

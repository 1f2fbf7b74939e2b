"""The form that takes in a page: where it stands, and its text pasted or as a file."""

from django import forms
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.stored import StoredOnce
from articles.files.fields import OneFileField
from articles.intake import placing, receiving
from articles.models import Page, Publication
from articles.refusals import Refused

# Which field a refusal of articles.intake.receiving speaks of; the others speak of the source.
PLACES = {
    "day": "date",
    "label": "label",
    "label_taken": "label",
    "name": "name",
    "sequence": "sequence",
    "role": None,
}
KINDS = ".txt,.pdf,text/plain,application/pdf"


class SourceForm(forms.Form):
    publication = forms.ModelChoiceField(
        Publication.objects, label=capfirst(_("publication")), empty_label=None
    )
    date = forms.DateField(
        label=capfirst(_("date of the paper")),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The issue of that day is made if it is not there yet."),
    )
    label = forms.CharField(
        label=capfirst(_("page label")),
        max_length=20,
        help_text=Page._meta.get_field("label").help_text,
    )
    name = forms.CharField(label=capfirst(_("page name")), max_length=60, required=False)
    sequence = forms.IntegerField(
        label=capfirst(_("order in the issue")),
        min_value=1,
        max_value=placing.LAST_PLACE,
        required=False,
        help_text=_("Left empty: after the last page."),
    )
    text = forms.CharField(
        label=capfirst(_("text of the page")),
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField", "lang": "zh"}),
        help_text=_("Paste the text as the PDF tool gives it, with its line breaks."),
    )
    file = OneFileField(
        label=capfirst(_("or a file")),
        required=False,
        allow_empty_file=True,
        max_length=None,
        widget=forms.FileInput(attrs={"accept": KINDS}),
        help_text=_(
            "The page's PDF, with its text; or a .txt file in UTF-8, UTF-16 or GB18030: "
            "the encoding is detected."
        ),
    )

    def clean(self):
        data = super().clean()
        # Browsers send pasted line ends as CRLF; in the file they were \n.
        pasted = (data.get("text") or "").replace("\r\n", "\n")
        upload = data.get("file")
        if bool(pasted.strip()) == (upload is not None):
            message = _("Paste the text or choose a file: one of the two, not both.")
            if not pasted.strip():
                message = _("There is no text yet. Paste it or choose a file.")
            self.add_error("text", forms.ValidationError(message, code="one_source"))
        data["upload"], data["pasted"] = upload, pasted
        return data

    def receive(self, *, by):
        """The page, stored; or None, with what is wrong beside the field that it concerns."""
        values = self.cleaned_data
        try:
            with transaction.atomic():
                issue = receiving.issue_for(values["publication"], values["date"])
                return self._received(
                    issue,
                    label=values["label"],
                    name=values["name"],
                    sequence=values["sequence"],
                    by=by,
                )
        except Refused as refused:
            rule = refused.refusal.rule
            source = "file" if values["upload"] is not None else "text"
            self.add_error(PLACES.get(rule, source), forms.ValidationError(str(refused), code=rule))
        return None

    def _received(self, issue, **place):
        upload = self.cleaned_data["upload"]
        if upload is None:
            data = self.cleaned_data["pasted"].encode()
            return receiving.receive_page(issue, data=data, file_name="", **place)
        return receiving.receive_file(issue, file=upload, file_name=upload.name, **place)


class PageForm(StoredOnce):
    """What of a page can be changed when it is in: its name, and its place in the issue."""

    twice = _("At this place stands another page of the issue. Give that one another place first.")

    def clean_sequence(self):
        place = self.cleaned_data["sequence"]
        try:
            placing.check_place(place)
        except Refused as refused:
            # What comes next is told to those who take a page in.
            message = refused.refusal.message
            raise forms.ValidationError(message, code=refused.refusal.rule) from refused
        return place

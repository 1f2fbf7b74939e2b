"""The form by which a .docx comes to the desk."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.desk.forms import LONGEST_TEXT, MarkField
from articles.files.fields import OneFileField
from articles.models import Publication
from articles.refusals import Refused
from articles.writing.word_files import read_docx

DOCX = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class WordFileForm(forms.Form):
    publication = forms.ModelChoiceField(
        label=_("publication"), queryset=Publication.objects.all(), empty_label=None
    )
    file = OneFileField(
        label=_("Word file"),
        widget=forms.FileInput(attrs={"accept": DOCX}),
        help_text=_("A .docx. Headline, paragraphs, subheads and pictures are taken over."),
    )
    token = MarkField(initial=uuid4)

    def clean_file(self):
        """The upload → a Manuscript."""
        file = self.cleaned_data["file"]
        try:
            read = read_docx(file, name=file.name)
        except Refused as refused:
            raise forms.ValidationError(
                str(refused.refusal), code=refused.refusal.rule
            ) from refused
        if len(read.body) > LONGEST_TEXT:
            raise forms.ValidationError(
                _("The text has more than %(most)s characters. Divide it into several pieces."),
                code="long_text",
                params={"most": LONGEST_TEXT},
            )
        return read

"""The desk's forms for pictures: a new one, and the words of one that is there."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from articles.desk.forms import NamesField
from articles.images.pictures import read_picture
from articles.models import Rights
from articles.refusals import Refused
from articles.texts.body import tidy_line
from articles.writing.illustrating import photographers_of

WORDS = ("caption", "photographers", "alt", "rights", "rights_note")


class CaptionForm(forms.Form):
    caption = forms.CharField(
        label=_("caption"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    photographers = NamesField(
        label=_("photographer"),
        required=False,
        max_length=600,
        help_text=_("Who took the picture; put 、 between names."),
    )
    alt = forms.CharField(
        label=_("text for those who cannot see it"),
        required=False,
        max_length=300,
        help_text=_("What the picture shows, in one sentence. Empty: the caption is read out."),
    )

    rights = forms.ChoiceField(
        label=_("rights"),
        required=False,
        choices=[("", "–"), *Rights.choices],
        help_text=_("Kept for the house; readers see the caption and the credit."),
    )
    rights_note = forms.CharField(
        label=_("about the rights"),
        required=False,
        max_length=200,
        help_text=_("From whom, and on what terms."),
    )

    def clean_caption(self):
        return tidy_line(self.cleaned_data["caption"])

    def clean_alt(self):
        return tidy_line(self.cleaned_data["alt"])

    @property
    def words(self):
        """The cleaned words as illustrating takes them."""
        return {name: self.cleaned_data[name] for name in WORDS}


class NewPictureForm(CaptionForm):
    file = forms.FileField(
        label=_("picture"),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=_("JPEG or PNG from the camera or the phone. Where it was taken is removed."),
    )
    field_order = ["file"]

    def clean_file(self):
        """The upload → a Picture, encoded anew. One that is too large is not even read."""
        file = self.cleaned_data["file"]
        try:
            return read_picture(file.read(settings.MAX_PICTURE_BYTES + 1))
        except Refused as refused:
            raise forms.ValidationError(
                str(refused.refusal), code=refused.refusal.rule
            ) from refused


class SavedPictureForm(CaptionForm):
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


def form_of(photo, article, data=None):
    """The form of one picture among several; `data` is what was typed, if it was not saved."""
    initial = {
        "caption": photo.caption,
        "alt": photo.alt,
        "rights": photo.rights,
        "rights_note": photo.rights_note,
        "photographers": "、".join(photographers_of(photo)),
        "revision": article.revision,
    }
    if data is not None:
        data = {**data.dict(), "revision": article.revision}
    return SavedPictureForm(data, initial=initial, auto_id=f"id_{photo.pk}_%s")

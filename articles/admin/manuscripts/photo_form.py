"""A photo's form: the caption, and a picture that is checked before it is kept."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.stored import StoredOnce
from articles.files.fields import OneFileField
from articles.images import pictures
from articles.models import Photo
from articles.refusals import Refused


class PhotoForm(StoredOnce):
    twice = _("The page has this photo already.")

    image = OneFileField(
        label=capfirst(_("image")),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )

    class Meta:
        model = Photo
        fields = ("caption", "image", "alt", "rights", "rights_note", "position")
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField", "lang": "zh"})
        }

    picture = None

    def clean_image(self):
        upload = self.cleaned_data["image"]
        if not isinstance(upload, UploadedFile):
            return upload
        upload.seek(0)  # where the form is read a second time
        try:
            # One byte more than is allowed is enough to know that it is too much.
            self.picture = pictures.read_picture(upload.read(settings.MAX_PICTURE_BYTES + 1))
        except Refused as refused:
            raise ValidationError(str(refused), code=refused.refusal.rule) from refused
        return self.instance.image if self.instance.pk else None

    def clean_caption(self):
        return "\n".join(self.cleaned_data["caption"].splitlines())

    def save(self, commit=True):
        if self.picture is not None:
            pictures.attach(self.instance, self.picture)
        return super().save(commit)

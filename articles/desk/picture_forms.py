"""The sheet of a piece's pictures: several to be added at once, and the words of each there is."""

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.forms import MoveForm, NamesField
from articles.files.fields import ManyFilesField, ManyFilesInput
from articles.images.pictures import read_picture
from articles.models import Rights
from articles.refusals import Refused
from articles.texts.body import tidy_line
from articles.writing.illustrating import WORDS, photographers_of

# All of them are in memory at once, some megabytes each, while their reporter waits.
MOST_AT_ONCE = 20
READ = "image/jpeg,image/png,image/webp,image/gif,image/tiff,image/bmp"


class SourceForm(forms.Form):
    """From whom a picture is."""

    photographers = NamesField(
        label=_("photographer"),
        required=False,
        max_length=600,
        help_text=_("Who took the picture; put 、 between names."),
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


class NewPicturesForm(SourceForm):
    files = ManyFilesField(
        label=_("pictures"),
        required=False,
        allow_empty_file=True,
        widget=ManyFilesInput(attrs={"accept": READ, "multiple": True}),
        help_text=_(
            "JPEG or PNG from the camera or the phone, several at once if you like. Where they "
            "were taken is removed. What each shows you write below, now or later."
        ),
    )
    field_order = ["files"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photographers"].help_text = _("Of all that you choose now; 、 between names.")

    @property
    def words(self):
        """The cleaned words as illustrating takes them."""
        return {name: self.cleaned_data[name] for name in SourceForm.base_fields}

    def read(self):
        """The chosen files → ([Picture], [sentence on each that is refused]).

        One that is too large is not even read.
        """
        pictures, refused = [], []
        files = self.cleaned_data["files"]
        for file in files[:MOST_AT_ONCE]:
            try:
                pictures.append(read_picture(file.read(settings.MAX_PICTURE_BYTES + 1)))
            except Refused as error:
                refused.append(_of_file(file, error.refusal))
        left = files[MOST_AT_ONCE:]
        if left:
            refused.append(
                gettext("At most %(most)s pictures at once: choose those from “%(name)s” on anew.")
                % {"most": MOST_AT_ONCE, "name": left[0].name}
            )
        return pictures, refused


def _of_file(file, refusal):
    return gettext("“%(name)s”: %(sentence)s") % {"name": file.name, "sentence": refusal}


class WordsForm(SourceForm):
    caption = forms.CharField(
        label=_("caption"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    alt = forms.CharField(
        label=_("text for those who cannot see it"),
        required=False,
        max_length=300,
        help_text=_("What the picture shows, in one sentence. Empty: the caption is read out."),
    )
    field_order = ["caption", "photographers", "alt"]

    def clean_caption(self):
        return tidy_line(self.cleaned_data["caption"])

    def clean_alt(self):
        return tidy_line(self.cleaned_data["alt"])

    @property
    def changed(self):
        """The cleaned words that are others than before."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class Sheet:
    """One form of the browser: what is added, and each picture's words under a prefix of its own.

    `data` and `files` are what was sent. Of pictures that the sender's page did not show nothing
    was sent; they stand as they are.
    """

    def __init__(self, article, name, data=None, files=None):
        self.article, self.data = article, data
        self.new = NewPicturesForm(data, files, initial={"photographers": name})
        self.photos = [(photo, _words_of(photo, data)) for photo in article.photos.all()]

    @cached_property
    def removed(self):
        """The photo whose button was pressed that takes it out, or None."""
        asked = self.data.get("remove")
        return next((photo for photo, _form in self.photos if str(photo.pk) == asked), None)

    @cached_property
    def revision(self):
        """The one that the page was opened on; 0, which none is, if it does not say."""
        form = MoveForm(self.data)
        return form.cleaned_data["revision"] if form.is_valid() else 0

    @cached_property
    def words_are_valid(self):
        return all(form.is_valid() for _photo, form in self._sent)

    @property
    def described(self):
        """[(photo, changed words)] as illustrating takes them."""
        return [(photo, form.changed) for photo, form in self._sent if form.has_changed()]

    @property
    def _sent(self):
        pairs = self.photos
        return [(photo, form) for photo, form in pairs if form.is_bound and photo != self.removed]


def _words_of(photo, data):
    initial = {name: getattr(photo, name) for name in WORDS}
    initial["photographers"] = "、".join(photographers_of(photo))
    prefix = f"photo-{photo.pk}"
    sent = data if data is not None and f"{prefix}-caption" in data else None
    return WordsForm(sent, initial=initial, prefix=prefix)

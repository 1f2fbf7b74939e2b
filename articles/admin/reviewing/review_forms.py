"""What is typed on the review screen: a comment or mark at a paragraph, a reply, a waiver."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import CommentKind, ErrorKind, ReplyAction
from articles.review.marking import LONGEST
from articles.texts.manuscripts import spot_of

LONG = 2000


class NoteForm(forms.Form):
    """One form for both: a comment of either kind, or an error of one of the kinds."""

    at = forms.CharField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    what = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (_("comment"), CommentKind.choices),
            (_("an error, counted"), ErrorKind.choices),
        ],
    )
    words = forms.CharField(
        label=capfirst(_("the wrong words")),
        max_length=LONGEST,
        required=False,
        strip=False,
        widget=forms.TextInput(attrs={"lang": "zh", "autocomplete": "off"}),
        help_text=_("As they stand in the paragraph; only for an error."),
    )
    text = forms.CharField(
        label=capfirst(_("what you say of it")),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "zh"}),
        help_text=_(
            "When the piece is returned, its writer reads comments and answers them, but does not"
            " read your replies."
        ),
    )

    def clean_at(self):
        spot = spot_of(self.cleaned_data["at"])
        if spot is None:
            raise forms.ValidationError(
                _("There is no such paragraph in that version."), code="spot"
            )
        return spot

    @property
    def is_error(self):
        return self.cleaned_data["what"] in ErrorKind.values

    def clean(self):
        data = super().clean()
        if data.get("what") in ErrorKind.values:
            if not data.get("words"):
                self.add_error("words", _("Say which words are wrong."))
            if len(data.get("text", "")) > 300:
                self.add_error("text", _("An error's note has at most 300 characters."))
        elif data.get("what") and not data.get("text"):
            self.add_error("text", _("A comment needs a few words."))
        return data


class ReplyForm(forms.Form):
    comment = forms.IntegerField()
    do = forms.ChoiceField(choices=ReplyAction.choices)
    text = forms.CharField(max_length=LONG, required=False)


class ReasonForm(forms.Form):
    """Why a finding may pass, or why a mark is no error."""

    reason = forms.CharField(max_length=300, required=False)

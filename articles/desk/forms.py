"""The desk's forms: a piece with all its parts, the writer's own name, a move."""

from uuid import uuid4

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from articles.bylines import people
from articles.models import CreditRole, Publication
from articles.models.tagging import LONGEST_TAG, join_tags, split_tags
from articles.texts.body import tidy, tidy_line
from articles.writing.drafting import colleagues
from articles.years import check_year

TEXTS = ("kicker", "headline", "deck", "body")
# Besides the text, what is typed on the sheet of a piece.
PLAN = ("planned_for", "planned_length")
TYPED = (*TEXTS, "colleagues", "correspondents", "authors", "tags", *PLAN)
LONGEST_TEXT = 100_000
MOST_NAMES = 20


class NamesField(forms.CharField):
    """People's names as typed, with 、 between them → a list."""

    def clean(self, value):
        names = people.split_names(super().clean(value))
        if any(len(name) > 60 for name in names):
            raise forms.ValidationError(
                _("One of the names is longer than 60 characters. Put 、 between the names."),
                code="long_name",
            )
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(
                _("These are more than %(most)s names."),
                code="many_names",
                params={"most": MOST_NAMES},
            )
        return names


class TagsField(forms.CharField):
    def clean(self, value):
        tags = split_tags(super().clean(value))
        if any(len(tag) > LONGEST_TAG for tag in tags):
            raise forms.ValidationError(
                _("One of the tags is longer than %(most)s characters. Put 、 between the tags."),
                code="long_tag",
                params={"most": LONGEST_TAG},
            )
        return tags


class MarkField(forms.UUIDField):
    """A hidden name that we gave ourselves; what is none of ours is none at all."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.HiddenInput, **kwargs)

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return None


class NumberField(forms.IntegerField):
    """The same for a number that the page carries along."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.HiddenInput, **kwargs)

    def clean(self, value):
        try:
            number = super().clean(value)
        except forms.ValidationError:
            return None
        return number if number is not None and 0 < number < 2**31 else None


class FiledField(forms.CharField):
    """Tags as the page carries them along."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.HiddenInput, **kwargs)

    def clean(self, value):
        return split_tags(super().clean(value))


class DayField(forms.DateField):
    default_validators = [check_year]

    def __init__(self, **kwargs):
        look = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(required=False, widget=look, **kwargs)


class LengthField(forms.IntegerField):
    """A number of characters."""

    def __init__(self, **kwargs):
        super().__init__(required=False, min_value=1, max_value=LONGEST_TEXT, **kwargs)


def _lines(rows, **attrs):
    return forms.Textarea(attrs={"rows": rows, **attrs})


class PieceForm(forms.Form):
    # This window, and what of the autosave it has seen.
    window = MarkField(initial=uuid4)
    kept = MarkField()
    kicker = forms.CharField(
        label=_("kicker"),
        required=False,
        max_length=200,
        help_text=_("A short line above the headline; may stay empty."),
    )
    headline = forms.CharField(
        label=_("headline"),
        max_length=200,
        widget=_lines(2),
        error_messages={"required": _("A draft needs a headline; a working one will do.")},
    )
    deck = forms.CharField(
        label=_("deck"),
        required=False,
        max_length=400,
        widget=_lines(2),
        help_text=_("A line below the headline; may stay empty."),
    )
    body = forms.CharField(
        label=_("text"), required=False, max_length=LONGEST_TEXT, widget=_lines(16)
    )
    colleagues = NamesField(
        label=_("other reporters"),
        required=False,
        max_length=600,
        help_text=_("You are credited already. Put 、 between names."),
    )
    correspondents = NamesField(
        label=_("correspondents"),
        required=False,
        max_length=600,
        help_text=_("Put 、 between names, for example 张小溪、李文石."),
    )
    authors = NamesField(
        label=_("other authors"),
        required=False,
        max_length=600,
        help_text=_("Who wrote it and is neither a reporter nor a correspondent."),
    )
    tags = TagsField(
        label=_("tags"),
        required=False,
        max_length=600,
        help_text=_("What the piece is about; put 、 between tags."),
    )
    planned_for = DayField(
        label=_("planned issue"), help_text=_("The day of the paper that it is meant for.")
    )
    planned_length = LengthField(
        label=_("planned length"), help_text=_("In characters, spaces not counted.")
    )

    def clean_kicker(self):
        return tidy_line(self.cleaned_data["kicker"])

    def clean_headline(self):
        headline = tidy_line(self.cleaned_data["headline"])
        if not headline:
            raise forms.ValidationError(
                self.fields["headline"].error_messages["required"], code="required"
            )
        return headline

    def clean_deck(self):
        return tidy_line(self.cleaned_data["deck"])

    def clean_body(self):
        return tidy(self.cleaned_data["body"])

    @property
    def piece(self):
        """The cleaned form as drafting takes it."""
        data = self.cleaned_data
        return {
            "fields": {name: data[name] for name in TEXTS},
            "credits": {
                CreditRole.REPORTER: data["colleagues"],
                CreditRole.CORRESPONDENT: data["correspondents"],
                CreditRole.AUTHOR: data["authors"],
            },
            "tags": data["tags"],
            "plan": {name: data[name] for name in PLAN},
        }


class NewPieceForm(PieceForm):
    publication = forms.ModelChoiceField(
        label=_("publication"), queryset=Publication.objects.all(), empty_label=None
    )
    # Names this sheet of paper: sent twice, it makes one piece.
    token = MarkField(initial=uuid4)
    field_order = ["publication"]


class SavedPieceForm(PieceForm):
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    # The number of the version that the fields showed when the page was opened, and the tags.
    base = NumberField()
    filed = FiledField()

    @property
    def piece(self):
        return super().piece | {"filed": self.cleaned_data["filed"]}


class KeepForm(forms.Form):
    """What an autosave carries beside the text; none of it is ever refused."""

    token = MarkField()
    window = MarkField()
    kept = MarkField()
    revision = NumberField()
    base = NumberField()


def initial_of(article):
    """What a form opened on the article shows."""
    tags = join_tags(article.tags.all())
    return {
        **{name: getattr(article, name) for name in TEXTS},
        "colleagues": "、".join(colleagues(article, CreditRole.REPORTER)),
        "correspondents": "、".join(colleagues(article, CreditRole.CORRESPONDENT)),
        "authors": "、".join(colleagues(article, CreditRole.AUTHOR)),
        "tags": tags,
        **{name: str(getattr(article, name) or "") for name in PLAN},
        "revision": article.revision,
        "base": article.versions.aggregate(last=Max("number"))["last"],
        "filed": tags,
    }


def initial_of_kept(autosave):
    """What a form shows that goes on with what was not saved."""
    return {
        **autosave.fields,
        "token": autosave.sheet,
        "kept": autosave.mark,
        "revision": autosave.revision,
        "base": autosave.base,
    }


def typed(data):
    """What stands in the fields of the sheet, as typed."""
    return {name: data.get(name, "") for name in TYPED}


class MoveForm(forms.Form):
    """The revision that the person saw when pressing the button."""

    revision = forms.IntegerField(min_value=1)


class AnswerForm(forms.Form):
    """What the writer answers to a reviewer's comment."""

    text = forms.CharField(max_length=2000)


class NameForm(forms.Form):
    """The writer's name. Where people of that name are known, it asks whether one is meant."""

    name = forms.CharField(label=_("Your name, as it is printed"), max_length=60)
    unit = forms.CharField(
        label=_("Unit"),
        required=False,
        max_length=100,
        help_text=_("Where you work, if not in the newsroom itself: 县融媒体中心, 城关镇宣传办."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.known, self.has_namesakes = [], False
        if name := tidy_line(self.data.get("name", ""))[:60]:
            self.known = list(people.claimable(user, name)[:20])
            self.has_namesakes = not self.known and people.without_login(name).exists()
        if self.known:
            self.fields["person"] = forms.ChoiceField(
                label=_("People of this name are known already. Are you one of them?"),
                widget=forms.RadioSelect,
                choices=[
                    *((str(person.pk), str(person)) for person in self.known),
                    ("new", _("No, I am somebody else")),
                ],
                error_messages={"required": _("Say whether you are one of them.")},
            )

    def clean_name(self):
        return tidy_line(self.cleaned_data["name"])

    def clean_unit(self):
        return tidy_line(self.cleaned_data["unit"])

    def clean(self):
        data = super().clean()
        if data.get("person") == "new" and not data.get("unit"):
            self.add_error(
                "unit",
                forms.ValidationError(
                    _("Two people of one name: write your unit, so that they are kept apart."),
                    code="unit_keeps_apart",
                ),
            )
        if self.has_namesakes and not data.get("unit"):
            message = _(
                "Somebody of this name is known already. Write your unit, so that you are kept "
                "apart; if what stands under that name is yours, ask an administrator to tie your "
                "login to it."
            )
            self.add_error("unit", forms.ValidationError(message, code="unit_keeps_apart"))
        return data

    @property
    def person(self):
        chosen = self.cleaned_data.get("person")
        return next((person for person in self.known if str(person.pk) == chosen), None)

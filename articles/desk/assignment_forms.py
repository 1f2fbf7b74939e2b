"""The desk's forms for 选题: a proposal, and the words that go with a step."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.desk.forms import DayField, LengthField
from articles.models import Publication, Section
from articles.texts.body import tidy, tidy_line
from articles.workflow.rules import section_problem
from articles.years import check_year


class SectionField(forms.ModelChoiceField):
    def label_from_instance(self, section):
        return f"{section.publication} · {section.name}"


class ProposalForm(forms.Form):
    publication = forms.ModelChoiceField(
        label=_("publication"), queryset=Publication.objects.all(), empty_label=None
    )
    title = forms.CharField(label=_("subject"), max_length=200)
    brief = forms.CharField(
        label=_("brief"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What happened, whom you will see, why readers should know."),
    )
    section = SectionField(
        label=_("section"),
        required=False,
        queryset=Section.objects.select_related("publication"),
        empty_label="–",
    )
    due = forms.DateTimeField(
        label=_("due"),
        required=False,
        validators=[check_year],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("By when you can hand it in."),
    )
    planned_for = DayField(label=_("planned issue"))
    page_label = forms.CharField(
        label=_("planned page"), required=False, max_length=10, help_text=_("For example A03.")
    )
    planned_length = LengthField(label=_("planned length"))

    def clean_title(self):
        title = tidy_line(self.cleaned_data["title"])
        if not title:
            raise forms.ValidationError(
                self.fields["title"].error_messages["required"], code="required"
            )
        return title

    def clean_brief(self):
        return tidy(self.cleaned_data["brief"])

    def clean(self):
        data = super().clean()
        if problem := section_problem(data.get("section"), data.get("publication")):
            self.add_error("section", forms.ValidationError(problem, code="other_publication"))
        return data


class StepForm(forms.Form):
    """The words of a step, and the revision that the person saw when pressing the button."""

    words = forms.CharField(required=False, max_length=2000)
    revision = forms.IntegerField(min_value=1)

    @property
    def given(self):
        """As assigning takes them; without a revision nothing tells what was agreed to."""
        data = self.cleaned_data if self.is_valid() else {}
        return {"words": data.get("words", ""), "revision": data.get("revision", 0)}

"""Newspapers and their sections."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from articles.admin.rows import LabelledRows
from articles.admin.stored import ReadAgain, StoredOnce
from articles.admin.widgets import PLANNED_DAYS
from articles.models import Holiday, Publication, Section

FIELDS = (
    "name slug about serial_number postal_code publisher address phone time_zone closing_time"
    " publishing_days usual_pages"
).split()


class DaysOfWeek(forms.MultipleChoiceField):
    """Days as boxes to tick, kept as the digits of those ticked: 1 is Monday."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(choices=[(str(day + 1), name) for day, name in WEEKDAYS.items()], **kwargs)

    def prepare_value(self, value):
        return list(value) if isinstance(value, str) else value

    def clean(self, value):
        return "".join(sorted(super().clean(value)))


def words_in_use():
    """The first words of the site's own addresses, which no paper can have as its own."""
    patterns = get_resolver().url_patterns
    # What is included at the root has its words a level below.
    rooted = [inner for each in patterns if not str(each.pattern) for inner in each.url_patterns]
    return {str(each.pattern).partition("/")[0] for each in (*patterns, *rooted)}


class PublicationForm(forms.ModelForm):
    class Meta:
        model = Publication
        fields = FIELDS
        widgets = {"closing_time": forms.TimeInput({"type": "time"}, format="%H:%M")}

    publishing_days = DaysOfWeek(
        label=Publication._meta.get_field("publishing_days").verbose_name,
        help_text=Publication._meta.get_field("publishing_days").help_text,
        required=False,
    )

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if "slug" in self.changed_data and slug in words_in_use():
            raise ValidationError(
                _("“%(slug)s” begins other addresses of the site. Choose another word."),
                code="in_use",
                params={"slug": slug},
            )
        return slug


class HolidayInline(admin.TabularInline):
    model = Holiday
    formfield_overrides = PLANNED_DAYS
    formset = LabelledRows
    extra = 1


class SectionInline(admin.TabularInline):
    model = Section
    formset = LabelledRows
    extra = 1


@admin.register(Publication)
class PublicationAdmin(ReadAgain, admin.ModelAdmin):
    list_display = ("name", "slug", "publisher", "serial_number", "time_zone")
    search_fields = ("name", "slug")
    form = PublicationForm
    inlines = [SectionInline, HolidayInline]

    def get_readonly_fields(self, request, obj=None):
        # A public address never changes its meaning.
        return ("slug",) if obj else ()


class SectionForm(StoredOnce):
    twice = _("The paper has a section of this name already.")


@admin.register(Section)
class SectionAdmin(ReadAgain, admin.ModelAdmin):
    form = SectionForm
    list_display = ("name", "publication")
    list_filter = ("publication",)
    list_select_related = ("publication",)
    search_fields = ("name",)

    def get_readonly_fields(self, request, obj=None):
        # Its address and its articles are those of one paper.
        return ("publication",) if obj else ()

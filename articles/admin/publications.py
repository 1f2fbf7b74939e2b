"""Newspapers and their sections."""

from django import forms
from django.contrib import admin
from django.utils.dates import WEEKDAYS

from articles.admin.widgets import LabelledFormSet
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


class PublicationForm(forms.ModelForm):
    class Meta:
        model = Publication
        fields = FIELDS

    publishing_days = DaysOfWeek(
        label=Publication._meta.get_field("publishing_days").verbose_name,
        help_text=Publication._meta.get_field("publishing_days").help_text,
        required=False,
    )


class HolidayInline(admin.TabularInline):
    model = Holiday
    formset = LabelledFormSet
    extra = 1


class SectionInline(admin.TabularInline):
    model = Section
    formset = LabelledFormSet
    extra = 1


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin):
    list_display = ("name", "slug", "publisher", "serial_number", "time_zone")
    search_fields = ("name", "slug")
    form = PublicationForm
    inlines = [SectionInline, HolidayInline]

    def get_readonly_fields(self, request, obj=None):
        # A public address never changes its meaning.
        return ("slug",) if obj else ()


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ("name", "publication")
    list_filter = ("publication",)
    list_select_related = ("publication",)
    search_fields = ("name",)

"""Form fields of the editors' rooms that know already what they show."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.keys import key_of
from articles.years import check_year


class KnownAutocomplete(AutocompleteSelect):
    """An autocomplete that is told its present choice, so that twenty rows ask no twenty times."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or [str(self.known.pk)] != [str(part) for part in value]:
            # What is no row's number was refused already, and is nothing to look up.
            keys = [part for part in value if key_of(str(part)) is not None]
            return super().optgroups(name, keys, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        return [(None, [*empty, self.create_option(name, self.known.pk, label, True, 1)], 0)]


class KnownChoices:
    """A model admin, or rows in one, whose autocompletes are such ones."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def tell(field, record):
    """Let a form field's autocomplete know the record that it shows."""
    widget = getattr(field.widget, "widget", field.widget)
    widget.known = record


class NamedLogins:
    """A model admin that names a login which may not be chosen, and does not link to its page.

    Logins have pages for administrators alone. `shows` is {field: what names it}.
    """

    shows = {}

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        return [
            tuple(self._shown(name, request, obj) for name in each)
            if isinstance(each, (list, tuple))
            else self._shown(each, request, obj)
            for each in fields
        ]

    def _shown(self, name, request, obj):
        is_closed = name in self.get_readonly_fields(request, obj) or not (
            obj is None or self.has_change_permission(request, obj)
        )
        return self.shows.get(name, name) if is_closed else name

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *self.shows.values())


def picture_of(photo):
    """A photo as the newsroom sees it, whatever became of its article."""
    if not photo.image:
        return "–"
    address = reverse("admin:articles_photo_picture", args=[photo.pk])
    return format_html('<img class="photo-preview" src="{}" alt="{}">', address, photo.alt)


class Moment(forms.DateTimeField):
    """Day and time in one field that the browser knows how to fill."""

    default_validators = [check_year]

    def __init__(self, **kwargs):
        look = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{**kwargs, "widget": look})


class Day(forms.DateField):
    """A day that is planned for."""

    default_validators = [check_year]

    def __init__(self, **kwargs):
        look = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(**{**kwargs, "widget": look})


# What a model admin says of its fields, to have its days so.
PLANNED_DAYS = {models.DateField: {"form_class": Day}}

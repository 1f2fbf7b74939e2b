"""Form fields of the editors' rooms that know already what they show."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

from articles.admin.keys import key_of


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


def label_inputs(form):
    """Rows of a table have their labels in its head, where screen readers do not find them."""
    for field in form.fields.values():
        widget = getattr(field.widget, "widget", field.widget)
        if field.label:
            widget.attrs.setdefault("aria-label", field.label)


class LabelledFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        label_inputs(form)


class Moment(forms.DateTimeField):
    """Day and time in one field that the browser knows how to fill."""

    def __init__(self, **kwargs):
        look = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{**kwargs, "widget": look})

"""Form fields of the editors' rooms that know already what they show."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect


class KnownAutocomplete(AutocompleteSelect):
    """An autocomplete that is told its present choice, so that twenty rows ask no twenty times."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or [str(self.known.pk)] != [str(part) for part in value]:
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        return [(None, [*empty, self.create_option(name, self.known.pk, label, True, 1)], 0)]


def tell(field, record):
    """Let a form field's autocomplete know the record that it shows."""
    widget = getattr(field.widget, "widget", field.widget)
    widget.known = record


def label_inputs(form):
    """Rows of a table have their labels in its head, where screen readers do not find them."""
    for field in form.fields.values():
        widget = getattr(field.widget, "widget", field.widget)
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

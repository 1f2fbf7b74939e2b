"""Rows of other records in the form of one: what stands in their way is told at the row."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class Rows(forms.BaseInlineFormSet):
    def clean(self):
        super().clean()
        if any(self._pk_field.name in errors for errors in self.errors):
            message = _("One of the rows is no longer here. Open this page again first.")
            raise ValidationError(message, code="gone")
        if not self.instance._state.adding:
            for form in self.forms:
                self._check_stored(form)

    def _check_stored(self, form):
        """Django leaves out of a row's constraints those that name its owner."""
        if form.errors or not form.has_changed() or form in self.deleted_forms:
            return
        try:
            form.instance.validate_constraints()
        except ValidationError:
            message = _(
                "Another row is stored with the same words. If you mean to change or delete that "
                "one too, do so first and save."
            )
            form.add_error(None, ValidationError(message, code="stored"))


class LabelledRows(Rows):
    """Rows of a table have their labels in its head, where screen readers do not find them."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            if field.label:
                widget.attrs.setdefault("aria-label", field.label)

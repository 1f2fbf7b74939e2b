"""The fields of forms that take a file, or several."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ChosenAgain(forms.BoundField):
    """Says that the file is to be chosen anew where the form is refused for something else."""

    @property
    def errors(self):
        errors = super().errors
        if errors or not self.form.errors or not self.data:
            return errors
        told = [_("No browser keeps a chosen file: choose it again.")]
        return self.form.error_class(told, renderer=self.form.renderer, field_id=self.auto_id)


class OneFileField(forms.FileField):
    bound_field_class = ChosenAgain


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(OneFileField):
    """Its value is a list, in the order of the browser's choice."""

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(ManyFilesField, self).clean(file, initial) for file in files]

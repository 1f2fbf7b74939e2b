"""What the database would refuse of a record is told in its form."""

from django import forms
from django.core.exceptions import ValidationError


class StoredOnce(forms.ModelForm):
    """Django leaves out of a record's constraints those that name a field which the form lacks.

    `twice` is what is said of a record that is there already.
    """

    twice = ""

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        try:
            self.instance.validate_constraints()
        except ValidationError:
            self.add_error(None, ValidationError(self.twice, code="stored"))

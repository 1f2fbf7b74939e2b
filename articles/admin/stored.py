"""What the database would refuse of a record is told in its form."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError


class StoredOnce(forms.ModelForm):
    """Django leaves out of a record's constraints those that name a field which the form lacks.

    `twice` is what is said of a record that is there already.
    """

    twice = ""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            self.check_stored()

    def check_stored(self):
        try:
            self.instance.validate_constraints()
        except ValidationError:
            self.add_error(None, ValidationError(self.twice, code="stored"))


class ReadAgain:
    """A room in which a form is read once more where the database refuses what it has let pass.

    Then a colleague was quicker between the look and the saving, and the form tells so.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            return super().changeform_view(request, object_id, form_url, extra_context)

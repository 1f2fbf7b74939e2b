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
    """A room that looks once more where the database refuses what it has let pass.

    Then a colleague was quicker between the look and the deed, and its page tells so.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return _twice(super().changeform_view, request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        return _twice(super().delete_view, request, object_id, extra_context)

    def changelist_view(self, request, extra_context=None):
        return _twice(super().changelist_view, request, extra_context)

    def delete_model(self, request, obj):
        hold(obj)
        super().delete_model(request, obj)


def hold(record):
    """Lock its row before anything of it is deleted: what comes to refer to it meanwhile is seen.

    Every door locks it first, so none waits for another for ever. Raises DoesNotExist.
    """
    type(record)._base_manager.select_for_update(of=("self",)).only("pk").get(pk=record.pk)


def _twice(view, *asked):
    try:
        return view(*asked)
    except IntegrityError:
        return view(*asked)

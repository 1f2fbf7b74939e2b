"""Rights as a list to choose from, in the words of the screen's language."""

from django import forms
from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Django names these four in English when it stores them.
VERBS = {
    "add": gettext_lazy("Can add"),
    "change": gettext_lazy("Can change"),
    "delete": gettext_lazy("Can delete"),
    "view": gettext_lazy("Can view"),
}


class RightsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, permission):
        kind = permission.content_type
        verb = permission.codename.removesuffix(f"_{kind.model}")
        return f"{kind} | {VERBS.get(verb) or _(permission.name)}"


class ChoosesRights:
    """An admin of what can be given rights."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.remote_field.model is Permission:
            rights = Permission.objects.select_related("content_type")
            kwargs |= {"form_class": RightsField, "queryset": rights}
        return super().formfield_for_manytomany(db_field, request=request, **kwargs)

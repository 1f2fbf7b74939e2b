"""Rights and roles as lists to choose from, in the words of the screen's language."""

from django import forms
from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.roles import Role

# Django names these four in English when it stores them.
VERBS = {
    "add": gettext_lazy("Can add"),
    "change": gettext_lazy("Can change"),
    "delete": gettext_lazy("Can delete"),
    "view": gettext_lazy("Can view"),
}


# What the site keeps for itself and no right of anybody's opens.
INNER = ("likeness", "numberseries", "searchentry", "searchplace", "stamp")


class RightsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, permission):
        kind = permission.content_type
        verb = permission.codename.removesuffix(f"_{kind.model}")
        return f"{kind} | {VERBS.get(verb) or _(permission.name)}"


class GroupsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group):
        is_role = group.name in Role.values
        return f"{Role(group.name).label} ({group.name})" if is_role else group.name


def group_name(group):
    """In words, where the group is a role."""
    return Role(group.name).label if group.name in Role.values else group.name


class ChoosesRights:
    """An admin of what can be given rights."""

    class Media:
        # In this order: the chooser is made when the page has loaded, then mended.
        js = ("admin/js/SelectFilter2.js", "js/admin/choosing.js")

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.remote_field.model is Permission:
            rights = Permission.objects.select_related("content_type").exclude(
                content_type__app_label="articles", content_type__model__in=INNER
            )
            kwargs |= {"form_class": RightsField, "queryset": rights}
        elif db_field.remote_field.model is Group:
            kwargs |= {"form_class": GroupsField, "widget": forms.CheckboxSelectMultiple}
        return super().formfield_for_manytomany(db_field, request=request, **kwargs)

"""Logins: administrators keep them, but nobody gives himself a role, a right, or another's name."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    ReadOnlyPasswordHashWidget,
    UserChangeForm,
    UserCreationForm,
)
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import handovers
from articles.admin.staff.rights import ChoosesRights, group_name
from articles.roles import STAFF

OF_OTHERS = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")
# When somebody was here is not for anybody to write.
KEPT_BY_THE_SITE = ("last_login", "date_joined")
# {field: (label, help)} where Django speaks of its own works.
SAID = {
    "is_active": (
        gettext_lazy("may log in"),
        gettext_lazy("Untick it when somebody leaves; what the person did stays on record."),
    ),
    "groups": (gettext_lazy("roles"), ""),
    "is_staff": (
        gettext_lazy("may enter the editors' rooms"),
        gettext_lazy("Ticked by itself with every role but the reporter's."),
    ),
    "is_superuser": (
        gettext_lazy("system administrator"),
        gettext_lazy("Keeps logins and roles; has no editorial right."),
    ),
}

admin.site.unregister(get_user_model())


class KeptPassword(ReadOnlyPasswordHashWidget):
    """That there is a password, without how it is scrambled."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        remarks = [entry for entry in context["summary"] if "value" not in entry]
        context["summary"] = remarks or [{"label": _("A password is set.")}]
        return context


class LoginForm(UserChangeForm):
    password = ReadOnlyPasswordHashField(label=gettext_lazy("Password"), widget=KeptPassword)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in SAID.items():
            if name in self.fields:
                self.fields[name].label, self.fields[name].help_text = capfirst(label), help_text

    def clean(self):
        """Whose work is in the editors' rooms may enter them."""
        data = super().clean()
        if {group.name for group in data.get("groups", ())} & STAFF:
            data["is_staff"] = True
        return data


class NewPasswordForm(AdminPasswordChangeForm):
    """Without the question whether there shall be a password: nobody gets in without."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for field in self.fields.values():
            field.required = True


class InRoles(admin.RelatedFieldListFilter):
    """The groups in words."""

    def field_choices(self, field, request, model_admin):
        return [(group.pk, group_name(group)) for group in Group.objects.order_by("name")]


@admin.register(get_user_model())
class LoginsAdmin(ChoosesRights, UserAdmin):
    list_display = ("username", "last_name", "first_name", "roles", "email", "is_active")
    list_filter = ("is_active", "is_staff", "is_superuser", ("groups", InRoles))
    filter_horizontal = ("user_permissions",)
    form = LoginForm
    add_form = UserCreationForm
    add_fieldsets = [(None, {"fields": ["username", "password1", "password2"]})]
    change_password_form = NewPasswordForm
    fieldsets = [
        (None, {"fields": ["username", "password", "last_name", "first_name", "email"]}),
        (gettext_lazy("Roles"), {"fields": ["is_active", "groups", "is_staff"]}),
        (
            gettext_lazy("System administration and single rights"),
            {"classes": ["collapse"], "fields": ["is_superuser", "user_permissions"]},
        ),
        (gettext_lazy("Days"), {"fields": [*KEPT_BY_THE_SITE]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, login):
        return "、".join(str(group_name(group)) for group in login.groups.all())

    def get_readonly_fields(self, request, obj=None):
        own = OF_OTHERS if obj == request.user else ()
        return (*super().get_readonly_fields(request, obj), *KEPT_BY_THE_SITE, *own)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change:
            self._hand_over(request, obj)

    def user_change_password(self, request, id, form_url=""):
        with transaction.atomic():
            answer = super().user_change_password(request, id, form_url)
            # Django leads on when it has set the password, and shows the form again when not.
            if request.method == "POST" and answer.status_code == 302:
                self._hand_over(request, self.get_object(request, unquote(id)))
        return answer

    def _hand_over(self, request, login):
        handovers.hand_over(login, by=request.user)
        if login != request.user:
            note = _(
                "The roles of %(login)s rest until the person has chosen a password of their own at"
                " the login, and a section head or chief editor vouches for them."
            )
            self.message_user(request, note % {"login": login}, messages.WARNING)

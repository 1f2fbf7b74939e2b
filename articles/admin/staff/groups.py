"""Groups of logins: those of the house's roles stay as the roles say, one's own as others say."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from articles.admin.staff.rights import ChoosesRights, group_name
from articles.roles import Role

admin.site.unregister(Group)


def is_role(group):
    return group is not None and group.name in Role.values


@admin.register(Group)
class RolesAdmin(ChoosesRights, GroupAdmin):
    list_display = ("name", "role")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("permissions__content_type")

    @admin.display(description=_("role"))
    def role(self, group):
        return group_name(group) if is_role(group) else self.get_empty_value_display()

    def get_readonly_fields(self, request, obj=None):
        if is_role(obj):
            return ("name", "permissions")
        # Nobody gives himself a right, through a group either.
        is_own = obj is not None and request.user.groups.filter(pk=obj.pk).exists()
        return ("permissions",) if is_own else ()

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_role(obj)

"""Logins: administrators keep them, but nobody gives himself a role or a right."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin

OF_OTHERS = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")

admin.site.unregister(get_user_model())


@admin.register(get_user_model())
class LoginsAdmin(UserAdmin):
    def get_readonly_fields(self, request, obj=None):
        own = OF_OTHERS if obj == request.user else ()
        return (*super().get_readonly_fields(request, obj), *own)

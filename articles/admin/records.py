"""What is on record: to be read by all who may enter, written by nobody."""

from django.contrib import admin


class OnRecord(admin.ModelAdmin):
    """A read-only room."""

    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

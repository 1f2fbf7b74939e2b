"""What is on record: to be read by all who may enter, written by nobody."""

from django.contrib import admin


class Named:
    """A room whose records have a name in the reader's language; nobody changes them, ever."""

    change_form_template = "admin/articles/record.html"

    def render_change_form(self, request, context, *args, **kwargs):
        context["subtitle"] = self.name_of(context["original"])
        return super().render_change_form(request, context, *args, **kwargs)


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

"""Newspapers and their sections."""

from django.contrib import admin

from articles.admin.widgets import LabelledFormSet
from articles.models import Publication, Section


class SectionInline(admin.TabularInline):
    model = Section
    formset = LabelledFormSet
    extra = 1


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin):
    list_display = ("name", "slug", "publisher", "serial_number", "time_zone")
    search_fields = ("name", "slug")
    inlines = [SectionInline]

    def get_readonly_fields(self, request, obj=None):
        # A public address never changes its meaning.
        return ("slug",) if obj else ()


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ("name", "publication")
    list_filter = ("publication",)
    list_select_related = ("publication",)
    search_fields = ("name",)

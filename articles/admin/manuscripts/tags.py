"""Tags, and how many articles carry each."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag as TaggitTag

from articles.admin.stored import ReadAgain
from articles.models import Tag

# taggit brings a tag model of its own, which stays empty here.
admin.site.unregister(TaggitTag)


@admin.register(Tag)
class TagAdmin(ReadAgain, admin.ModelAdmin):
    list_display = ("name", "slug", "article_count")
    search_fields = ("name",)
    ordering = ("name",)
    fields = ("name", "slug")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=Count("taggings"))

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj else ()

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, tag):
        return tag.article_count

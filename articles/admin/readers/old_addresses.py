"""Addresses of an earlier site, and where they lead; long lists come in by import_old_addresses."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.stored import ReadAgain
from articles.models import OldAddress


@admin.register(OldAddress)
class OldAddressAdmin(ReadAgain, admin.ModelAdmin):
    change_list_template = "admin/articles/explained_list.html"
    explanation = _(
        "Where links to an earlier site of the paper lead: each old address to an article, a page"
        " or an issue. The operator takes in a whole list with import_old_addresses."
    )
    list_display = ("path", "leads_to")
    list_per_page = 50
    search_fields = ("path",)
    fields = ("path", "article", "page", "issue")
    raw_id_fields = ("article", "page", "issue")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.select_related(
            "article", "page__issue__publication", "issue__publication"
        ).defer("article__body", "page__source")

    @admin.display(description=_("leads to"))
    def leads_to(self, old):
        return old.article or old.page or old.issue

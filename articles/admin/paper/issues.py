"""Issues: one day's paper, with its pages."""

from django import forms
from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.paper.exports import export_view
from articles.admin.paper.gaps import gaps_view
from articles.admin.paper.joins import joins_view
from articles.admin.stored import ReadAgain
from articles.admin.widgets import PLANNED_DAYS, KnownChoices
from articles.intake import placing
from articles.models import Issue
from articles.refusals import Refused


class IssueForm(forms.ModelForm):
    def clean_date(self):
        day = self.cleaned_data["date"]
        try:
            placing.check_day(day)
        except Refused as refused:
            raise forms.ValidationError(str(refused), code=refused.refusal.rule) from refused
        return day


@admin.register(Issue)
class IssueAdmin(ReadAgain, KnownChoices, admin.ModelAdmin):
    form = IssueForm
    formfield_overrides = PLANNED_DAYS
    list_display = ("date", "publication", "number", "pages")
    list_display_links = ("date",)
    list_filter = ("publication",)
    search_fields = ("number", "date", "publication__name")
    autocomplete_fields = ("publication",)
    date_hierarchy = "date"
    view_on_site = False
    fields = ("publication", "date", "number", "pages")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        return super().get_queryset(request).for_list().order_by("-date", "publication")

    def get_readonly_fields(self, request, obj=None):
        # Date and publication stand in the address of every page and article of the issue.
        return ("pages", "publication", "date") if obj and obj.page_count else ("pages",)

    @admin.display(description=_("pages"), ordering="page_count")
    def pages(self, issue):
        if issue.pk is None:
            return self.get_empty_value_display()
        address = reverse("admin:articles_page_changelist")
        return format_html(
            '<a href="{}?issue__id__exact={}">{}</a>', address, issue.pk, issue.page_count
        )

    def get_urls(self):
        joins = self.admin_site.admin_view(self.joins_view)
        calendar = self.admin_site.admin_view(self.calendar_view)
        export = self.admin_site.admin_view(self.export_view)
        return [
            path("calendar/", calendar, name="articles_issue_calendar"),
            path("<int:pk>/export/", export, name="articles_issue_export"),
            path("<int:pk>/joins/", joins, name="articles_issue_joins"),
            *super().get_urls(),
        ]

    def calendar_view(self, request):
        return gaps_view(self, request)

    def export_view(self, request, pk):
        return export_view(self, request, pk)

    def joins_view(self, request, pk):
        return joins_view(self, request, pk)

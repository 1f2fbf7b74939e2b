"""Reporters under all their names, with what they are credited for."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.staff import merges
from articles.admin.widgets import LabelledFormSet
from articles.models import Alias, Credit, Reporter


class AliasInline(admin.TabularInline):
    model = Alias
    formset = LabelledFormSet
    extra = 1


def credit_count():
    """Credits of a reporter as a subquery: joins to aliases by the search cannot multiply it."""
    own = Credit.objects.filter(reporter=OuterRef("pk")).order_by().values("reporter")
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)


@admin.register(Reporter)
class ReporterAdmin(admin.ModelAdmin):
    list_display = ("name", "unit", "other_names", "user", "credits")
    list_select_related = ("user",)
    search_fields = ("name", "aliases__name", "unit")
    fields = ("name", "unit", "user", "credits", "same")
    inlines = [AliasInline]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        people = super().get_queryset(request).prefetch_related("aliases")
        return people.annotate(credit_count=credit_count())

    def get_readonly_fields(self, request, obj=None):
        # Who is behind a byline decides who may review it: administrators tie logins to people.
        facts = ("credits", "same")
        return facts if request.user.is_superuser else (*facts, "user")

    def get_urls(self):
        merge = self.admin_site.admin_view(self.merge_view)
        return [path("<int:pk>/merge/", merge, name="articles_reporter_merge"), *super().get_urls()]

    def merge_view(self, request, pk):
        return merges.merge_view(self, request, pk)

    @admin.display(description=_("the same person"))
    def same(self, person):
        """The other records of the person, each with its link."""
        if person.pk is None:
            return self.get_empty_value_display()
        others = person.__class__.objects.filter(pk=person.pk).and_the_same().exclude(pk=person.pk)
        links = [(reverse("admin:articles_reporter_change", args=[p.pk]), p) for p in others]
        shown = format_html_join("、", '<a href="{}">{}</a>', links)
        return shown or self.get_empty_value_display()

    @admin.display(description=_("other names"))
    def other_names(self, person):
        return "、".join(alias.name for alias in person.aliases.all())

    @admin.display(description=_("credits"), ordering="credit_count")
    def credits(self, person):
        if person.pk is None:
            return self.get_empty_value_display()
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?person={}">{}</a>', address, person.pk, person.credit_count)

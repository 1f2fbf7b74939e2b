"""Reporters under all their names, with what they are credited for."""

from django import forms
from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.rows import LabelledRows
from articles.admin.staff import merges
from articles.admin.stored import ReadAgain
from articles.admin.widgets import NamedLogins
from articles.bylines import people
from articles.logins import shown_name
from articles.models import Alias, Credit, Reporter


class NotOwnName(forms.ModelForm):
    """Imports credit whoever is first known by a name: nobody leads theirs to another record."""

    by = None  # set for each request

    def clean_name(self):
        name = self.cleaned_data["name"]
        if "name" in self.changed_data and name in people.names_of(self.by):
            message = _("This is a name of your own. Ask a colleague to say whose it is as well.")
            raise forms.ValidationError(message, code="separation")
        return name


class PersonForm(NotOwnName):
    """Names stand under hashes and signatures."""

    def clean_name(self):
        name = super().clean_name()
        if self.instance.pk and "name" in self.changed_data and people.is_signed(self.instance):
            message = _(
                "This name stands under texts that are under review, signed or published. Add the "
                "right one as another name, or make a record of it and merge this one into that."
            )
            raise forms.ValidationError(message, code="signed")
        return name


class AliasInline(admin.TabularInline):
    model = Alias
    form = NotOwnName
    formset = LabelledRows
    extra = 1

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.by = request.user
        return formset


def credit_count():
    """Credits of a reporter as a subquery: joins to aliases by the search cannot multiply it."""
    own = Credit.objects.filter(reporter=OuterRef("pk")).order_by().values("reporter")
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)


@admin.register(Reporter)
class ReporterAdmin(ReadAgain, NamedLogins, admin.ModelAdmin):
    shows = {"user": "login"}
    list_display = ("name", "unit", "other_names", "login", "credits")
    list_select_related = ("user",)
    search_fields = ("name", "aliases__name", "unit")
    form = PersonForm
    fields = ("name", "unit", "user", "credits", "same")
    inlines = [AliasInline]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        persons = super().get_queryset(request).prefetch_related("aliases")
        return persons.annotate(credit_count=credit_count())

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.by = request.user
        return form

    def has_change_permission(self, request, obj=None):
        """But for one's own record: its names decide which texts one may review."""
        is_own = obj is not None and request.user.pk in (
            obj.user_id,
            obj.merged_into and obj.merged_into.user_id,
        )
        return super().has_change_permission(request, obj) and not is_own

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "user" in form.changed_data:
            # The login that a merged record had given is here no more: undoing takes no other.
            obj.merged.update(gave_login=False)

    def get_readonly_fields(self, request, obj=None):
        # Who is behind a byline decides who may review it: administrators tie logins to people,
        # and of several records of one person to the main one.
        facts = (*super().get_readonly_fields(request, obj), "credits", "same")
        may_tie = request.user.is_superuser and not (obj and obj.merged_into_id)
        return facts if may_tie else (*facts, "user")

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

    @admin.display(description=_("login"))
    def login(self, person):
        return shown_name(person.user) if person.user else self.get_empty_value_display()

    @admin.display(description=_("other names"))
    def other_names(self, person):
        return "、".join(alias.name for alias in person.aliases.all())

    @admin.display(description=_("credits"), ordering="credit_count")
    def credits(self, person):
        if person.pk is None:
            return self.get_empty_value_display()
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?person={}">{}</a>', address, person.pk, person.credit_count)

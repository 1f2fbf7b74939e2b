"""Filters of the editors' lists that ask for a word or a day instead of listing every value."""

from datetime import date

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR, SEARCH_VAR
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from articles.admin.access import roles
from articles.admin.home import ALARMS, RARE, TASKS
from articles.admin.keys import key_of
from articles.models import Credit, Reporter
from articles.workflow import todo
from articles.workflow.moves import MOVES, SENIORS


class Todo(admin.SimpleListFilter):
    """What the counts on the first screen link to."""

    title = _("what waits")
    parameter_name = "todo"

    def lookups(self, request, model_admin):
        mine = todo.awaited_by(request.user, roles(request))
        seldom = RARE.items() if roles(request) & SENIORS else ()
        return [*((action, TASKS[action][0]) for action in mine), *seldom, *ALARMS.items()]

    def queryset(self, request, queryset):
        if self.value() in ALARMS:
            return queryset.filter(pk__in=todo.alarming(self.value()).values("pk"))
        if self.value() in RARE:
            rare = todo.rarely_waiting(self.value(), request.user, roles(request))
            return queryset.filter(pk__in=rare.values("article"))
        if self.value() is None:
            return queryset
        if self.value() not in MOVES:
            return queryset.none()
        return queryset.filter(pk__in=todo.waiting_for(self.value(), request.user).values("pk"))


class Asked(admin.SimpleListFilter):
    """A filter with one field to fill in, so that a million rows need no list of values."""

    template = "admin/filters/asked.html"
    input_type = "text"
    placeholder = ""

    def lookups(self, request, model_admin):
        return [("", "")]

    def choices(self, changelist):
        kept = changelist.get_filters_params().items()
        yield {
            "name": self.parameter_name,
            "value": self.value() or "",
            "type": self.input_type,
            "placeholder": self.placeholder,
            "kept": [
                (name, one)
                for name, values in kept
                for one in values
                if name != self.parameter_name
            ]
            + ([(SEARCH_VAR, changelist.query)] if changelist.query else []),
            "without": changelist.get_query_string(remove=[self.parameter_name, PAGE_VAR]),
        }


class AskedDay(Asked):
    input_type = "date"
    field = ""

    def day(self):
        try:
            return parse_date(self.value() or "")
        except ValueError:
            return None

    def queryset(self, request, queryset):
        day = self.day()
        if self.value() and day is None:
            return queryset.none()
        return queryset.filter(**{self.field: day}) if isinstance(day, date) else queryset


class IssueDay(AskedDay):
    title = _("date of the paper")
    parameter_name = "day"
    field = "issue__date"


class PrintDay(IssueDay):
    field = "page__issue__date"


class PageLabel(Asked):
    title = _("page")
    parameter_name = "label"
    placeholder = "A03"

    def queryset(self, request, queryset):
        return queryset.filter(page__label__iexact=self.value()) if self.value() else queryset


class Person(Asked):
    """People by a whole name, or by a record's number as our own links give it."""

    title = _("person")
    parameter_name = "person"
    placeholder = _("whole name")
    credited = "article"

    def queryset(self, request, queryset):
        asked = (self.value() or "").strip()
        if not asked:
            return queryset
        people = Reporter.objects.named([asked])
        if key_of(asked) is not None:
            people = Reporter.objects.filter(pk=asked)
        # A subquery, not a join: a join would ask for DISTINCT over the whole table.
        credits = Credit.objects.filter(reporter__in=people.and_the_same().values("pk"))
        return queryset.filter(pk__in=credits.values(self.credited))


class PhotoPerson(Person):
    credited = "photo"


class WhetherSet(admin.SimpleListFilter):
    """Whether a field is set: `words` are (value, label) of where it is not and of where it is."""

    field = ""
    words = ()

    def lookups(self, request, model_admin):
        return self.words

    def queryset(self, request, queryset):
        (unset, _label), (is_set, _label) = self.words
        if self.value() not in (unset, is_set):
            return queryset
        return queryset.filter(**{f"{self.field}__isnull": self.value() == unset})

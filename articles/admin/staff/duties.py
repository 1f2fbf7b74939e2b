"""The duty roster as a table, a week or a month at a time: days down, roles across."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin import access
from articles.admin.widgets import PLANNED_DAYS, NamedLogins
from articles.logins import shown_name
from articles.models import Duty
from articles.roles import ROSTERED, Role, acted_for

WEEK = timedelta(days=7)
# The ends of the calendar, with room for the neighbours that the table links to.
EARLIEST, LATEST = date(1900, 1, 1), date(9000, 1, 1)


@dataclass(frozen=True)
class Span:
    """The days that a table shows."""

    first: date
    last: date
    is_week: bool

    @classmethod
    def week_of(cls, day):
        first = day - timedelta(days=day.weekday())
        return cls(first, first + WEEK - timedelta(days=1), is_week=True)

    @classmethod
    def month_of(cls, day):
        last = monthrange(day.year, day.month)[1]
        return cls(day.replace(day=1), day.replace(day=last), is_week=False)

    @property
    def days(self):
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    @property
    def before(self):
        return self.first - timedelta(days=1)

    @property
    def after(self):
        return self.last + timedelta(days=1)


@dataclass(frozen=True)
class Row:
    day: date
    is_today: bool
    cells: list  # of (role, [(duty, name)])


class DutyForm(forms.ModelForm):
    by = None  # set for each request by DutyAdmin.get_form

    class Meta:
        model = Duty
        fields = ("user", "role", "first", "last", "until", "note")
        widgets = {"until": forms.TimeInput({"type": "time"}, format="%H:%M")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "user" in self.fields:
            colleagues = get_user_model().objects.filter(is_active=True, is_staff=True)
            self.fields["user"].queryset = colleagues.order_by("last_name", "username")
            self.fields["user"].label_from_instance = shown_name
        if "last" in self.fields:
            self.fields["last"].required = False
            self.fields["last"].help_text = _("Empty: the first day alone.")

    def clean(self):
        values = super().clean()
        if values.get("last") is None and "last" not in self.errors:
            values["last"] = values.get("first")
        if values.get("user") == self.by and acted_for(self.by, values.get("role", "")):
            message = _("Nobody enters themselves for a role that they do not have anyway.")
            self.add_error("user", forms.ValidationError(message, code="self"))
        return values


def keeps_roster(request):
    """Who is chief editor by the roster alone does not make a year of the day."""
    return request.user.is_superuser or Role.CHIEF_EDITOR in access.own_roles(request)


@admin.register(Duty)
class DutyAdmin(NamedLogins, admin.ModelAdmin):
    form = DutyForm
    formfield_overrides = PLANNED_DAYS
    shows = {"user": "who"}
    fields = ("user", "role", "first", "last", "until", "note")
    list_display = ("who", "role", "first", "last", "until", "note")

    def has_add_permission(self, request):
        return super().has_add_permission(request) and keeps_roster(request)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and keeps_roster(request)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and keeps_roster(request)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.by = request.user
        return form

    def changelist_view(self, request, extra_context=None):
        """The table; each cell leads to the form of a duty, or to an empty form for that day."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        span = _span(request.GET)
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(self.opts.verbose_name_plural),
            "opts": self.opts,
            "span": span,
            "today": timezone.localdate(),
            "roles": [label for _role, label in ROSTERED],
            "rows": _rows(span),
            "may_add": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/articles/duty/roster.html", context)

    @admin.display(description=_("on duty"))
    def who(self, duty):
        return shown_name(duty.user) if duty.pk else self.get_empty_value_display()

    def save_model(self, request, obj, form, change):
        obj.granted_by = request.user
        super().save_model(request, obj, form, change)


def _span(query):
    try:
        day = parse_date(query.get("day", "")) or timezone.localdate()
    except ValueError:
        day = timezone.localdate()
    day = min(max(day, EARLIEST), LATEST)
    return Span.week_of(day) if query.get("span") == "week" else Span.month_of(day)


def _rows(span):
    duties = list(Duty.objects.between(span.first, span.last).select_related("user"))
    named = [(duty, shown_name(duty.user)) for duty in duties]
    today = timezone.localdate()
    return [
        Row(
            day,
            day == today,
            [
                (
                    role,
                    [
                        (duty, name)
                        for duty, name in named
                        if duty.role == role and duty.first <= day <= duty.last
                    ],
                )
                for role, _label in ROSTERED
            ],
        )
        for day in span.days
    ]

"""Proof marks as they were put down, and the 编校差错率 that they add up to."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.admin.filters import WhetherSet
from articles.admin.records import OnRecord
from articles.logins import shown_name
from articles.models import ErrorKind, ProofMark, Publication
from articles.review import error_rates
from articles.texts.spreadsheets import csv_bytes
from articles.workflow import checking

LONGEST = 366  # days of one report
YEARS = range(1900, 2200)
SHOWN = 300  # rows on the screen; the file has them all
GROUPS = {
    "page": gettext_lazy("page"),
    "issue": gettext_lazy("issue"),
    "month": gettext_lazy("month"),
    "person": gettext_lazy("person who made the text"),
    "proofreader": gettext_lazy("person who proofread the text"),
}


class ReportForm(forms.Form):
    day = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
    first = forms.DateField(label=gettext_lazy("first day"), **day)
    last = forms.DateField(label=gettext_lazy("last day"), **day)
    group = forms.ChoiceField(label=gettext_lazy("one row for each"), choices=GROUPS.items())
    publication = forms.ModelChoiceField(
        Publication.objects, label=gettext_lazy("publication"), required=False
    )

    def clean(self):
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        if (
            first
            and last
            and not (
                0 <= (last - first).days <= LONGEST and first.year in YEARS and last.year in YEARS
            )
        ):
            raise forms.ValidationError(
                _("The days have to be in order and at most a year apart."), code="days"
            )
        return data


class Standing(WhetherSet):
    title = gettext_lazy("standing of the mark")
    parameter_name = "standing"
    field = "voided_at"
    words = (("counts", gettext_lazy("it counts")), ("voided", gettext_lazy("it was voided")))


@admin.register(ProofMark)
class ProofMarkAdmin(OnRecord):
    list_display = ("at", "article_link", "kind", "text", "note", "by_whom", "counts")
    list_display_links = ("at",)
    list_filter = ("kind", Standing)
    search_fields = ("=article__number", "=by__username")
    ordering = ("-pk",)
    fields = (
        "article_link version place kind text note by_whom at voided_by_whom voided_at void_reason"
    ).split()
    change_list_template = "admin/articles/proofmark/change_list.html"

    def get_queryset(self, request):
        related = ("article", "by", "voided_by", "version__article")
        marks = super().get_queryset(request).select_related(*related)
        return marks.defer("article__body", "version__body", "version__article__body")

    @admin.display(description=gettext_lazy("article"), ordering="article")
    def article_link(self, mark):
        address = reverse("admin:articles_article_review", args=[mark.article_id])
        return format_html('<a href="{}#mark-{}">{}</a>', address, mark.pk, mark.article)

    @admin.display(description=gettext_lazy("part of the text"))
    def place(self, mark):
        return checking.place_name(mark.spot)

    @admin.display(description=gettext_lazy("who"), ordering="by")
    def by_whom(self, mark):
        return shown_name(mark.by)

    @admin.display(description=gettext_lazy("voided by"), ordering="voided_by")
    def voided_by_whom(self, mark):
        return shown_name(mark.voided_by) if mark.voided_by else self.get_empty_value_display()

    @admin.display(description=gettext_lazy("counts"), boolean=True)
    def counts(self, mark):
        return not mark.is_void

    def get_urls(self):
        report = self.admin_site.admin_view(self.report_view)
        return [path("report/", report, name="articles_proofmark_report"), *super().get_urls()]

    @method_decorator(require_safe)
    def report_view(self, request):
        """The rates of some days as a table or, with `format=csv`, as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        today = timezone.localdate()
        initial = {"first": today.replace(day=1), "last": today, "group": "page"}
        form = ReportForm(initial | request.GET.dict())
        rows = _rows(form.cleaned_data) if form.is_valid() else []
        if request.GET.get("format") == "csv" and form.is_valid():
            return _file(rows, form.cleaned_data)
        with_total = rows and form.cleaned_data["group"] not in error_rates.OF_PEOPLE
        context = {
            **self.admin_site.each_context(request),
            "title": _("Error rate"),
            "opts": self.opts,
            "form": form,
            "rows": rows[:SHOWN],
            "left_out": max(0, len(rows) - SHOWN),
            "total": error_rates.total(rows, _("All together")) if with_total else None,
            "kinds": [kind.label for kind in ErrorKind],
            "limit": error_rates.LIMIT,
        }
        return TemplateResponse(request, "admin/articles/proofmark/report.html", context)


def _rows(asked):
    return error_rates.rates(
        asked["group"],
        first=asked["first"],
        last=asked["last"],
        publication=asked["publication"],
    )


def _file(rows, asked):
    head = [
        GROUPS[asked["group"]],
        _("articles"),
        _("characters"),
        *(kind.label for kind in ErrorKind),
        _("errors"),
        _("in 10,000 characters"),
        _("over the limit"),
    ]
    table = (
        [
            row.name,
            row.articles,
            row.characters,
            *row.by_kind,
            row.errors,
            f"{row.rate:.2f}",
            _("yes") if row.is_over else "",
        ]
        for row in rows
    )
    name = f"error-rate-{asked['group']}-{asked['first']}-{asked['last']}.csv"
    return HttpResponse(
        csv_bytes(head, table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

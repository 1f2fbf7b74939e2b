"""规范用语库, the house dictionary: edited by row, and taken in or out as a CSV file."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.admin import access
from articles.admin.stored import ReadAgain
from articles.files.fields import OneFileField
from articles.models import HouseTerm
from articles.parsing.decoding import SourceError, decode
from articles.review import dictionary
from articles.workflow.moves import SENIORS

LARGEST = 1_000_000  # bytes
SHOWN = 200  # rows of a preview


class FileForm(forms.Form):
    file = OneFileField(
        label=_("CSV file"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        help_text=_(
            "Its first row names the columns: wrong, right, severity (block, warn, info), source, "
            "valid_from, valid_to, note. Only the first is required."
        ),
    )

    def clean_file(self):
        """The text of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than 1 MB. Send it in parts."), code="too_large"
            )
        try:
            return decode(file.read()).text
        except SourceError as error:
            message = _(error.message) % error.params
            raise forms.ValidationError(message, code=error.code) from error


class TextForm(forms.Form):
    """The text that was looked at in the preview, sent again with the word to import it."""

    text = forms.CharField(widget=forms.HiddenInput, max_length=LARGEST, strip=False)


def _log(request, written):
    """Who took in what: an entry that blocks decides what may be signed."""
    for flag, is_new in ((ADDITION, True), (CHANGE, False)):
        LogEntry.objects.log_actions(
            request.user.pk, written[is_new], flag, str(_("Take in a CSV file"))
        )


def _keeps(request):
    return bool(access.roles(request) & SENIORS)


@admin.register(HouseTerm)
class HouseTermAdmin(ReadAgain, admin.ModelAdmin):
    list_display = ("wrong", "right", "severity", "source", "valid_from", "valid_to")
    list_filter = ("severity",)
    search_fields = ("wrong", "right", "source", "note")
    ordering = ("wrong",)
    list_per_page = 100
    fields = ("wrong", "right", "severity", "source", ("valid_from", "valid_to"), "note")
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/articles/houseterm/change_list.html"

    # What a house forbids stops a text: an editorial right, which no superuser has by being one.
    def has_add_permission(self, request):
        return super().has_add_permission(request) and _keeps(request)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _keeps(request)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _keeps(request)

    def get_urls(self):
        rooms = {"import": self.import_view, "export": self.export_view}
        return [
            *(
                path(
                    f"{name}/", self.admin_site.admin_view(view), name=f"articles_houseterm_{name}"
                )
                for name, view in rooms.items()
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def export_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return HttpResponse(
            dictionary.written(HouseTerm.objects.all()),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="house-dictionary.csv"'},
        )

    def import_view(self, request):
        """GET asks for a file; POST shows what it would do, and with `confirm` does it."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        if "confirm" in request.POST:
            form = TextForm(request.POST)
            if form.is_valid():
                return self._import(request, form.cleaned_data["text"])
        form = FileForm(request.POST or None, request.FILES or None)
        text = form.cleaned_data["file"] if request.method == "POST" and form.is_valid() else None
        plan = dictionary.plan(text) if text is not None else None
        if plan is not None and plan.error:
            form.add_error("file", plan.error)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Take in a CSV file"),
            "opts": self.opts,
            "form": form,
            "plan": None if plan is None or plan.error else plan,
            "rows": [row for row in plan.rows if row.state != "same"][:SHOWN] if plan else [],
            "again": TextForm(initial={"text": text}),
        }
        return TemplateResponse(request, "admin/articles/houseterm/import.html", context)

    def _import(self, request, text):
        plan = dictionary.plan(text)
        if plan.error:
            self.message_user(request, plan.error, messages.ERROR)
        else:
            with transaction.atomic():
                _log(request, dictionary.apply(plan))
            note = _("Taken in: %(new)s new, %(changed)s changed. Left out: %(wrong)s.")
            self.message_user(request, note % plan.counts, messages.SUCCESS)
        return redirect("admin:articles_houseterm_changelist")

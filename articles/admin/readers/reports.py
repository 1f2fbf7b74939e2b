"""Reports of errors at the editors' door: each is corrected, answered or declined."""

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import logins
from articles.admin import access
from articles.admin.records import OnRecord
from articles.epaper import reporting
from articles.models import ErrorReport
from articles.refusals import Refused

CLOSERS = {"answer": reporting.answer, "decline": reporting.decline}


class AnswerForm(forms.Form):
    words = forms.CharField(
        label=_("What the reader is told"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "zh"}),
    )


@admin.register(ErrorReport)
class ErrorReportAdmin(OnRecord):
    change_list_template = "admin/articles/explained_list.html"
    explanation = _(
        "What readers report under an article, and what the paper itself corrects in print, comes"
        " here. Open one to write the correction, to answer, or to decline it."
    )
    list_display = ("at", "what", "article_title", "source", "state")
    list_display_links = ("at", "what")
    list_filter = ("state", "source")
    ordering = ("-pk",)

    def get_queryset(self, request):
        related = ("article__publication", "version", "correction", "notice", "handled_by")
        reports = super().get_queryset(request).select_related(*related)
        return reports.defer("article__body", "version__body", "notice__body", "correction__body")

    @admin.display(description=_("what is wrong"))
    def what(self, report):
        return report.words if len(report.words) <= 60 else f"{report.words[:59]}…"

    @admin.display(description=_("article"))
    def article_title(self, report):
        return f"{report.article.number} {report.version.headline}"

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """GET shows the report; POST decides it by the button that was pressed."""
        report = access.found(self, request, object_id)
        form = AnswerForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return self._pressed(request, report, form.cleaned_data["words"])
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(self.opts.verbose_name),
            "opts": self.opts,
            "original": report,
            "form": form,
            "refusal": reporting.handle_refusal(access.roles(request)),
            "open_correction": report.article.corrections.filter(state="open").first(),
            "handled_by": report.handled_by and logins.shown_name(report.handled_by),
        }
        return TemplateResponse(request, "admin/articles/errorreport/report.html", context)

    def _pressed(self, request, report, words):
        try:
            if "attach" in request.POST:
                made = reporting.attach(report, by=request.user)
                return redirect("admin:articles_article_correction", report.article_id, made.pk)
            for name, close in CLOSERS.items():
                if name in request.POST:
                    close(report, by=request.user, words=words)
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
        return redirect("admin:articles_errorreport_change", report.pk)

"""Corrections that print owes its readers: a list, and the day on which each was printed."""

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import logins
from articles.admin import access
from articles.admin.filters import WhetherSet
from articles.admin.records import OnRecord
from articles.admin.widgets import Day
from articles.models import PrintTask
from articles.refusals import Refused
from articles.workflow import printing


class PrintedForm(forms.Form):
    on = Day(label=capfirst(_("printed on")))

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, initial={"on": task.due}, **kwargs)
        self.task = task

    def clean_on(self):
        try:
            printing.check_printed(self.task, self.cleaned_data["on"])
        except Refused as refused:
            error = forms.ValidationError(str(refused), code=refused.refusal.rule)
            raise error from refused
        return self.cleaned_data["on"]


class Printed(WhetherSet):
    title = _("in print")
    parameter_name = "printed"
    field = "printed_on"
    words = (("no", _("Still to be printed")), ("yes", _("Printed")))


@admin.register(PrintTask)
class PrintTaskAdmin(OnRecord):
    change_list_template = "admin/articles/explained_list.html"
    explanation = _(
        "A correction of a printed article comes here when it is issued. Open it on the day on"
        " which the paper prints it, and enter that day."
    )
    list_display = ("due", "article_title", "kind", "note", "printed_on")
    list_filter = (Printed,)
    ordering = ("-due", "-pk")

    def get_queryset(self, request):
        related = ("correction__article", "correction__version", "done_by")
        tasks = super().get_queryset(request).select_related(*related)
        return tasks.defer("correction__body", "correction__article__body")

    @admin.display(description=_("article"))
    def article_title(self, task):
        return f"{task.correction.article.number} {task.correction.headline}"

    @admin.display(description=_("kind"))
    def kind(self, task):
        return task.correction.get_kind_display()

    @admin.display(description=_("note that readers will see"))
    def note(self, task):
        return task.correction.note

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """GET shows the words to be printed; POST enters the day on which they were."""
        task = access.found(self, request, object_id)
        form = PrintedForm(request.POST or None, task=task)
        if request.method == "POST" and form.is_valid():
            try:
                printing.mark_printed(task, by=request.user, on=form.cleaned_data["on"])
            except Refused as refused:
                self.message_user(request, str(refused), messages.ERROR)
            return redirect("admin:articles_printtask_change", task.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(self.opts.verbose_name),
            "opts": self.opts,
            "original": task,
            "form": form,
            "done_by": task.done_by and logins.shown_name(task.done_by),
        }
        return TemplateResponse(request, "admin/articles/printtask/task.html", context)

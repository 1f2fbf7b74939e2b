"""Whole issues on their way in: the form that takes them, and the page that shows how far."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import jobs, logins
from articles.admin import access
from articles.admin.keys import key_of
from articles.admin.paper.batch_form import IssueForm, places_of
from articles.admin.records import OnRecord
from articles.intake import batches
from articles.models import BatchStage, ImportBatch, ImportItem, ItemState
from articles.models.batch import LEFT_OUT, MOVABLE, READING, UNFINISHED
from articles.refusals import Refused

FIELDS = "publication date files imports_clean".split()


@dataclass(frozen=True)
class Row:
    """One page of a batch as the table shows it."""

    item: ImportItem
    is_movable: bool
    error: str = ""


@admin.register(ImportBatch)
class ImportBatchAdmin(OnRecord):
    change_list_template = "admin/articles/explained_list.html"
    explanation = gettext_lazy(
        "Issues that were sent as a whole: each page is read, looked at and let in here. Nothing"
        " leaves the list; what failed can be tried again."
    )
    list_display = "title pages state sender made_at".split()
    list_filter = ("publication",)
    list_per_page = 50
    ordering = ("-pk",)

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def has_add_permission(self, request):
        may = admin.ModelAdmin.has_add_permission(self, request)
        return may and access.import_refusal(request) is None

    @admin.display(description=gettext_lazy("issue"), ordering="date")
    def title(self, batch):
        return str(batch)

    @admin.display(description=gettext_lazy("pages"))
    def pages(self, batch):
        return _("%(done)s of %(all)s imported") % {
            "done": batch.imported_count,
            "all": batch.page_count,
        }

    @admin.display(description=gettext_lazy("sent by"), ordering="made_by")
    def sender(self, batch):
        return logins.shown_name(batch.made_by)

    @admin.display(description=gettext_lazy("state"))
    def state(self, batch):
        return _badge(batches.stage_of_states(_states(batch)))

    def add_view(self, request, form_url="", extra_context=None):
        if not admin.ModelAdmin.has_add_permission(self, request):
            raise PermissionDenied
        if refusal := access.import_refusal(request):
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect("admin:articles_importbatch_changelist")
        form = _form(request)
        if form.is_valid() and (batch := form.send(by=request.user)):
            self.log_addition(request, batch, [{"added": {}}])
            return redirect("admin:articles_importbatch_change", batch.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Take in a whole issue"),
            "opts": self.opts,
            "adminform": helpers.AdminForm(form, [(None, {"fields": FIELDS})], {}),
            "errors": form.errors,
        }
        return TemplateResponse(request, "admin/articles/page/take_in.html", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        batch = self.get_queryset(request).filter(pk=key_of(object_id) or 0).first()
        if batch is None:
            raise Http404
        if request.method == "POST":
            return self._act(request, batch)
        return self._show(request, batch)

    def _act(self, request, batch):
        verb, _colon, key = request.POST.get("do", "").partition(":")
        if verb not in ACTIONS:
            raise Http404
        try:
            note = ACTIONS[verb](batch, request, key_of(key))
        except batches.BadPlaces as bad:
            self.message_user(request, str(bad), messages.ERROR)
            return self._show(request, batch, errors=bad.by_item)
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
        else:
            if note:
                self.message_user(request, note, messages.SUCCESS)
        return redirect(f"{batch.get_absolute_url()}{f'#page-{key}' if key else ''}")

    def _show(self, request, batch, errors=None):
        items = batches.in_order(batch)
        may = access.import_refusal(request) is None
        stage = batches.stage_of(items)
        at_rest = stage in (BatchStage.READY, BatchStage.DONE)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Issue of %(date)s on its way in") % {"date": batch.date.isoformat()},
            "opts": self.opts,
            "original": batch,
            "batch": batch,
            "sender": logins.shown_name(batch.made_by),
            "badge": _badge(stage),
            "rows": [
                Row(item, may and at_rest and _is_movable(item), (errors or {}).get(item.pk, ""))
                for item in items
            ],
            "may": may,
            **_progress(items),
        }
        return TemplateResponse(request, "admin/articles/importbatch/progress.html", context)


def _form(request):
    if request.method != "POST":
        known = {name: request.GET[name] for name in ("publication", "date") if name in request.GET}
        return IssueForm(initial=known)
    # Reading POST takes the files in; only then is it known whether they were too large.
    data = request.POST
    return IssueForm(data, request.FILES, is_too_large=getattr(request, "upload_too_large", False))


def _states(batch):
    return {state for state in ItemState if getattr(batch, f"{state}_count")}


def _badge(stage):
    return format_html('<span class="badge badge-stage-{}">{}</span>', stage.value, stage.label)


def _is_movable(item):
    return item.is_read and item.page_id is None and item.state in MOVABLE


def _progress(items):
    """The figures of the progress page, and what is being done at this moment."""
    counted = {state: [item for item in items if item.state == state] for state in ItemState}
    unfinished = [item for item in items if item.state in UNFINISHED]
    coming = [item for item in items if item.state not in LEFT_OUT]
    return {
        "page_count": len(coming),
        "read_count": sum(item.is_read for item in coming),
        "imported_count": len(counted[ItemState.IMPORTED]),
        "failed_count": len(counted[ItemState.FAILED]),
        "ready_count": len(counted[ItemState.READ])
        + sum(item.is_read for item in counted[ItemState.FAILED]),
        "clean_count": sum(item.is_clean for item in items),
        "is_reading": any(item.state in READING for item in items),
        "at_work": counted[ItemState.READING] + counted[ItemState.IMPORTING],
        "is_running": bool(unfinished),
        "silence": jobs.silence() if unfinished else None,
    }


def _save(batch, request, key):
    batches.arrange(batch, places_of(request.POST, batch.items.all()), by=request.user)
    return ""


def _saved(batch, request, key):
    _save(batch, request, key)
    return _("Order and labels are kept.")


def _import(batch, request, key):
    _save(batch, request, key)
    return _started(batches.let_in(batch, by=request.user))


def _import_clean(batch, request, key):
    _save(batch, request, key)
    return _started(batches.let_in_clean(batch, by=request.user))


def _started(count):
    return ngettext(
        "%(count)s page is being imported.", "%(count)s pages are being imported.", count
    ) % {"count": count}


def _up(batch, request, key):
    _save(batch, request, key)
    batches.shift(batch, key, -1, by=request.user)


def _down(batch, request, key):
    _save(batch, request, key)
    batches.shift(batch, key, 1, by=request.user)


def _cancel(batch, request, key):
    count = batches.cancel(batch, by=request.user)
    return ngettext("%(count)s page was called off.", "%(count)s pages were called off.", count) % {
        "count": count
    }


def _retry(batch, request, key):
    count = batches.retry(batch, by=request.user)
    return ngettext("%(count)s page is tried again.", "%(count)s pages are tried again.", count) % {
        "count": count
    }


ACTIONS = {
    "save": _saved,
    "import": _import,
    "import-clean": _import_clean,
    "up": _up,
    "down": _down,
    "cancel": _cancel,
    "retry": _retry,
}


def upload_address(publication, day):
    """Where the issue of a day can be sent, with publication and date filled in."""
    asked = urlencode({"publication": publication.pk, "date": day.isoformat()})
    return f"{reverse('admin:articles_importbatch_add')}?{asked}"

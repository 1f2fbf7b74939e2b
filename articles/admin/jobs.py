"""Jobs in the background: which they are, how far they came and what went wrong."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult

from articles.admin.records import Named

NAMES = {
    "read_page": _("Read an uploaded page"),
    "import_page": _("Import an uploaded page"),
    "draw_face": _("Draw how a page looks"),
    "cut_photos": _("Cut the photos out of a page"),
    "read_drawn_headlines": _("Read headlines that are drawn as pictures"),
    "make_renditions": _("Make pictures smaller"),
}

admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class JobsAdmin(Named, DBTaskResultAdmin):
    list_display = ("job", "status", "enqueued_at", "started_at", "finished_at")
    list_filter = ("status",)
    show_full_result_count = False

    @admin.display(description=_("job"))
    def job(self, job):
        name = job.task_path.rpartition(".")[2]
        return NAMES.get(name, name)

    def name_of(self, job):
        return self.job(job)

    @admin.display(description=_("traceback"))
    def formatted_traceback(self, obj):
        return super().formatted_traceback(obj)

    @admin.display(description=_("run after"))
    def display_run_after(self, obj):
        return super().display_run_after(obj)

    def get_readonly_fields(self, request, obj=None):
        return ["job", *super().get_readonly_fields(request, obj)]

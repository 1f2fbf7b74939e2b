"""Apps of others, set up for this site: Django's admin with our own front door, and the jobs."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy
from django_tasks_db.apps import TasksAppConfig

# Words of a package that knows no Chinese; our catalogue says them.
JOBS_SAY = [
    gettext_noop("Task Result"),
    gettext_noop("Task Results"),
    gettext_noop("enqueued at"),
    gettext_noop("started at"),
    gettext_noop("finished at"),
    gettext_noop("args kwargs"),
    gettext_noop("priority"),
    gettext_noop("task path"),
    gettext_noop("worker id"),
    gettext_noop("queue name"),
    gettext_noop("backend name"),
    gettext_noop("run after"),
    gettext_noop("return value"),
    gettext_noop("exception class path"),
    gettext_noop("traceback"),
    pgettext_lazy("Task", "Ready"),
    pgettext_lazy("Task", "Running"),
    pgettext_lazy("Task", "Failed"),
    pgettext_lazy("Task", "Successful"),
]


class EditorsRoomsConfig(AdminConfig):
    default_site = "articles.admin.site.EditorsRooms"

    def ready(self):
        super().ready()
        # Not left to autodiscovery: the site's class lives in the package that fills it.
        import_module("articles.admin.rooms")


class JobsConfig(TasksAppConfig):
    verbose_name = _("Jobs in the background")

"""Apps of others, set up for this site: Django's admin with our own front door, and the jobs."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _
from django_tasks_db.apps import TasksAppConfig


class EditorsRoomsConfig(AdminConfig):
    default_site = "articles.admin.site.EditorsRooms"

    def ready(self):
        super().ready()
        # Not left to autodiscovery: the site's class lives in the package that fills it.
        import_module("articles.admin.rooms")


class JobsConfig(TasksAppConfig):
    verbose_name = _("Jobs in the background")

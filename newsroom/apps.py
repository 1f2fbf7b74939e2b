"""The editors' rooms: Django's admin with our own front door."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class EditorsRoomsConfig(AdminConfig):
    default_site = "articles.admin.site.EditorsRooms"

    def ready(self):
        super().ready()
        # Not left to autodiscovery: the site's class lives in the package that fills it.
        import_module("articles.admin.rooms")

"""The one app: parser, records, workflow and its four doors."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        from articles import search
        from articles.roles import sync_roles
        from articles.search import headlines
        from articles.triggers import guards, stamps

        post_migrate.connect(guards.renew, sender=self)
        post_migrate.connect(stamps.renew, sender=self)
        post_migrate.connect(search.fill_if_empty, sender=self)
        post_migrate.connect(headlines.fill_if_empty, sender=self)
        post_migrate.connect(sync_roles, sender=self)

"""Who is reading an article for review just now."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article

LASTS = timedelta(minutes=30)


class ClaimQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(since__gt=timezone.now() - LASTS)


class Claim(models.Model):
    """One an article. It lapses by itself, and a colleague can take it over."""

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="claim", verbose_name=_("article")
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("held by")
    )
    since = models.DateTimeField(_("since"))

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")

    def __str__(self):
        return f"{self.article.number} {self.holder}"

    @property
    def until(self):
        return self.since + LASTS

    @property
    def stands(self):
        return self.until > timezone.now()

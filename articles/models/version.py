"""Immutable snapshots of an article's whole content, each with the hash of its canonical form."""

import hashlib
import json
import unicodedata

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.immutable import Immutable
from articles.models.people import CreditRole, Reporter

TEXT_FIELDS = ("kicker", "headline", "deck", "byline", "dateline", "source", "body")


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise Immutable(f"{self.model._meta.label} rows are never changed.")

    def delete(self):
        raise Immutable(f"{self.model._meta.label} rows are never deleted.")


class AppendOnly(models.Model):
    """Rows that are written once. Database triggers say the same to those who go round here."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk:
            raise Immutable(f"{self._meta.label} {self.pk} is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise Immutable(f"{self._meta.label} {self.pk} is never deleted.")


def canonical(content):
    """One spelling for one content: NFC, keys in order, no spare white space."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text)


def fingerprint(content):
    return hashlib.sha256(canonical(content).encode()).hexdigest()


class Version(AppendOnly):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="versions", verbose_name=_("article")
    )
    number = models.PositiveIntegerField(_("version"))
    round = models.PositiveSmallIntegerField(_("review round"))
    kicker = models.TextField(_("kicker"), blank=True)
    headline = models.TextField(_("headline"), blank=True)
    deck = models.TextField(_("deck"), blank=True)
    byline = models.TextField(_("byline"), blank=True)
    dateline = models.TextField(_("dateline"), blank=True)
    source = models.TextField(_("source of the report"), blank=True)
    body = models.TextField(_("text"), blank=True)
    lead = models.CharField(_("lead"), max_length=200, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        ordering = ["article", "number"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_is_unique"),
            models.CheckConstraint(condition=Q(number__gt=0), name="version_number_is_positive"),
        ]

    def __str__(self):
        return f"{self.article.number} v{self.number}"

    @property
    def paragraphs(self):
        return self.body.splitlines()


class VersionCredit(AppendOnly):
    version = models.ForeignKey(Version, models.CASCADE, related_name="credits")
    reporter = models.ForeignKey(Reporter, models.PROTECT, related_name="version_credits")
    name = models.CharField(max_length=60)
    role = models.CharField(max_length=20, choices=CreditRole)
    printed = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("credit of a version")
        verbose_name_plural = _("credits of versions")

    def __str__(self):
        return f"{self.get_role_display()} {self.name}"


class VersionPhoto(AppendOnly):
    version = models.ForeignKey(Version, models.CASCADE, related_name="photos")
    caption = models.TextField(blank=True)
    credit = models.TextField(blank=True)  # of any number of people
    alt = models.CharField(max_length=300, blank=True)
    image = models.CharField(max_length=200, blank=True)
    image_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("photo of a version")
        verbose_name_plural = _("photos of versions")

    def __str__(self):
        return self.caption[:40]

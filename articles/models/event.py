"""What happened to an article: one row a transition, chained by hashes, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article, Status
from articles.models.version import AppendOnly, Version, fingerprint


class Event(AppendOnly):
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="events", verbose_name=_("article")
    )
    sequence = models.PositiveIntegerField(_("number"))
    action = models.CharField(_("action"), max_length=30)
    from_status = models.CharField(_("from"), max_length=20, choices=Status, blank=True)
    to_status = models.CharField(_("to"), max_length=20, choices=Status)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    role = models.CharField(_("role used"), max_length=30)
    acting_for = models.CharField(_("acting for"), max_length=30, blank=True)
    round = models.PositiveSmallIntegerField(_("review round"))
    version = models.ForeignKey(
        Version, models.RESTRICT, related_name="+", verbose_name=_("version")
    )
    version_sha256 = models.CharField(_("hash of the text"), max_length=64)
    reason = models.CharField(_("reason"), max_length=30, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    waived = models.JSONField(_("waived checks"), default=list)
    batch = models.UUIDField(_("batch"), null=True)
    at = models.DateTimeField(_("when"))
    previous_sha256 = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["article", "sequence"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "sequence"], name="event_sequence_is_unique"
            ),
        ]

    def __str__(self):
        return f"{self.article.number} #{self.sequence} {self.action}"

    def seal(self):
        """The hash over everything the event says, its predecessor's hash included."""
        return fingerprint(
            {
                "article": self.article_id,
                "sequence": self.sequence,
                "action": self.action,
                "from": self.from_status,
                "to": self.to_status,
                "actor": self.actor_id,
                "role": self.role,
                "acting_for": self.acting_for,
                "round": self.round,
                "version": self.version_sha256,
                "reason": self.reason,
                "opinion": self.opinion,
                "waived": self.waived,
                "batch": str(self.batch or ""),
                "at": self.at.isoformat(timespec="microseconds"),
                "previous": self.previous_sha256,
            }
        )

"""What a person is told of an article, and why it is they who are told."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event


class Why(models.TextChoices):
    WRITER = "writer", _("because you wrote it")
    NAMED = "named", _("because you are named in it")
    REVIEWER = "reviewer", _("because you reviewed it")
    SECOND = "second", _("because it takes a second person, and you may be it")
    HOLDER = "holder", _("because you had it in hand")
    LATE = "late", _("because you scheduled it, and it could not be published")


class NoticeQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(read_at__isnull=True)

    def for_inbox(self):
        return self.select_related("event__actor", "event__article__publication").defer(
            "event__article__body"
        )


class Notice(models.Model):
    """`words` only where the event itself does not say what is the matter."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="notices",
        verbose_name=_("recipient"),
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="notices", verbose_name=_("event")
    )
    why = models.CharField(_("reason"), max_length=10, choices=Why)
    words = models.TextField(blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True)
    mailed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "event", "why"], name="one_notice_a_person_and_event"
            ),
        ]
        indexes = [
            models.Index(
                fields=["recipient"], condition=Q(read_at__isnull=True), name="unread_by_person"
            ),
        ]

    def __str__(self):
        return f"{self.event} → {self.recipient}"

    @property
    def is_unread(self):
        return self.read_at is None

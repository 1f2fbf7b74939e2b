"""What a person is told of an article or an assignment, and why it is they who are told."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.assignment import AssignmentNote
from articles.models.event import Event

MAILING_LASTS = timedelta(hours=1)


class Why(models.TextChoices):
    WRITER = "writer", _("because you wrote it")
    NAMED = "named", _("because you are named in it")
    REVIEWER = "reviewer", _("because you reviewed it")
    SECOND = "second", _("because it takes a second person, and you may be it")
    HOLDER = "holder", _("because you had it in hand")
    LATE = "late", _("because you scheduled it, and it could not be published")
    ASSIGNED = "assigned", _("because it is assigned to you")
    DUE = "due", _("because you write it and it is due soon")
    RELEASED = "released", _("because it was assigned to you")
    PROPOSER = "proposer", _("because you proposed it")
    ORDER = "order", _("because you assigned it")


class NoticeQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(read_at__isnull=True)

    def to_mail(self):
        """Mailed neither before nor by another process now. What one that was killed had taken
        is free again after a while."""
        lapsed = timezone.now() - MAILING_LASTS
        is_free = Q(mailing_since__isnull=True) | Q(mailing_since__lte=lapsed)
        return self.unread().filter(is_free, mailed_at__isnull=True)

    def for_inbox(self):
        related = ("event__actor", "event__article__publication")
        found = self.select_related(*related, "note__actor", "note__assignment")
        return found.defer("event__article__body")


class Notice(models.Model):
    """Of one event of an article, or of one note of an assignment.

    `words` only where that itself does not say what is the matter.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="notices",
        verbose_name=_("recipient"),
    )
    event = models.ForeignKey(
        Event, models.CASCADE, null=True, related_name="notices", verbose_name=_("event")
    )
    note = models.ForeignKey(AssignmentNote, models.CASCADE, null=True, related_name="notices")
    why = models.CharField(_("reason"), max_length=10, choices=Why)
    words = models.TextField(blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True)
    mailing_since = models.DateTimeField(null=True)
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
            models.UniqueConstraint(
                fields=["recipient", "note", "why"], name="one_notice_a_person_and_note"
            ),
            models.CheckConstraint(
                condition=Q(event__isnull=True, note__isnull=False)
                | Q(event__isnull=False, note__isnull=True),
                name="notice_is_of_one_thing",
            ),
        ]
        indexes = [
            models.Index(
                fields=["recipient"], condition=Q(read_at__isnull=True), name="unread_by_person"
            ),
        ]

    def __str__(self):
        return f"{self.event or self.note} → {self.recipient}"

    @property
    def is_unread(self):
        return self.read_at is None

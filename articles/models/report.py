"""报错: what somebody holds to be wrong in a live article, and what the newsroom made of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.version import Version


class ReportSource(models.TextChoices):
    READER = "reader", _("from a reader")
    PRINT = "print", _("from a notice in print")


class ReportState(models.TextChoices):
    NEW = "new", _("To be handled")
    ACCEPTED = "accepted", _("Being corrected")
    DECLINED = "declined", _("Not taken up")
    ANSWERED = "answered", _("Answered")


class ErrorReport(models.Model):
    """The reader leaves no name: who holds the token, the address of the receipt, sees the answer.

    `sender` tells reports of one network and day apart from others, and nothing else.
    """

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="reports", verbose_name=_("article")
    )
    version = models.ForeignKey(
        Version, models.RESTRICT, related_name="+", verbose_name=_("version")
    )
    source = models.CharField(_("origin"), max_length=10, choices=ReportSource)
    notice = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        related_name="notices_of_error",
        verbose_name=_("notice in print"),
    )
    passage = models.TextField(_("passage"), blank=True)
    words = models.TextField(_("what is wrong"))
    token = models.CharField(max_length=64, unique=True)
    sender = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)

    state = models.CharField(
        _("status"), max_length=10, choices=ReportState, default=ReportState.NEW
    )
    answer = models.TextField(_("answer"), blank=True)
    correction = models.ForeignKey(
        Correction,
        models.SET_NULL,
        null=True,
        related_name="reports",
        verbose_name=_("correction"),
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("handled by"),
    )
    handled_at = models.DateTimeField(_("handled at"), null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("report of an error")
        verbose_name_plural = _("reports of errors")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="new", handled_by__isnull=True)
                | (~Q(state="new") & Q(handled_by__isnull=False)),
                name="handled_report_names_who",
            ),
            models.UniqueConstraint(
                fields=["article", "notice"],
                condition=Q(notice__isnull=False),
                name="a_notice_in_print_reports_once",
            ),
        ]
        indexes = [
            models.Index(fields=["sender", "at"], name="reports_by_sender"),
            models.Index(fields=["-id"], condition=Q(state="new"), name="new_reports"),
        ]

    def __str__(self):
        return f"{self.article.number} {self.words[:40]}"

    @property
    def is_new(self):
        return self.state == ReportState.NEW

"""What reviewers put down beside a text: comments, proof marks, waivers, and how far they read."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.version import AppendOnly, Version
from articles.texts.manuscripts import Spot


class CommentKind(models.TextChoices):
    MUST_FIX = "must_fix", _("must be fixed")
    NOTE = "note", _("note")


class Pinned(models.Model):
    """On record beside a paragraph of one version: `part` and `paragraph` as in a manuscript."""

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="%(class)ss", verbose_name=_("article")
    )
    version = models.ForeignKey(
        Version, models.PROTECT, related_name="+", verbose_name=_("version")
    )
    part = models.CharField(_("part of the text"), max_length=20)
    paragraph = models.PositiveIntegerField(_("paragraph"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        abstract = True

    @property
    def spot(self):
        return Spot(self.part, self.paragraph)


class ReviewComment(Pinned):
    """Its words never change; whether it is open follows from its replies."""

    kind = models.CharField(_("kind"), max_length=10, choices=CommentKind)
    text = models.TextField(_("comment"))
    is_open = models.BooleanField(_("open"), default=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(
                fields=["article"],
                condition=Q(is_open=True, kind="must_fix"),
                name="open_must_fix",
            )
        ]

    def __str__(self):
        return self.text[:40]


class ReplyAction(models.TextChoices):
    REPLY = "reply", _("reply")
    RESOLVE = "resolve", _("resolved")
    REOPEN = "reopen", _("opened again")


class CommentReply(AppendOnly):
    comment = models.ForeignKey(
        ReviewComment, models.PROTECT, related_name="replies", verbose_name=_("comment")
    )
    action = models.CharField(
        _("action"), max_length=10, choices=ReplyAction, default=ReplyAction.REPLY
    )
    text = models.TextField(_("reply"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("reply")
        verbose_name_plural = _("replies")

    def __str__(self):
        return self.text[:40] or self.get_action_display()


class ErrorKind(models.TextChoices):
    WORDING = "wording", _("words and characters")
    PUNCTUATION = "punctuation", _("punctuation")
    FACT = "fact", _("facts")
    FORMAT = "format", _("format")
    PICTURE = "picture", _("text and picture")


class ProofMark(Pinned):
    """An error at [start:stop] of a paragraph. Marked by mistake, it is voided and stays."""

    start = models.PositiveIntegerField()
    stop = models.PositiveIntegerField()
    text = models.CharField(_("wording"), max_length=200)
    kind = models.CharField(_("kind of error"), max_length=12, choices=ErrorKind)
    note = models.CharField(_("note"), max_length=300, blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("voided by"),
    )
    voided_at = models.DateTimeField(_("voided at"), null=True)
    void_reason = models.CharField(_("why it is void"), max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("proof mark")
        verbose_name_plural = _("proof marks")
        constraints = [
            models.CheckConstraint(condition=Q(stop__gt=F("start")), name="proof_mark_has_words"),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, voided_by__isnull=True)
                | Q(voided_at__isnull=False, voided_by__isnull=False),
                name="void_mark_names_who",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.text}"

    @property
    def is_void(self):
        return self.voided_at is not None


class Waiver(AppendOnly):
    """Why one finding of the checks was let pass. It lapses when the paragraph changes."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="waivers", verbose_name=_("article")
    )
    key = models.CharField(max_length=20)
    code = models.CharField(_("check"), max_length=30)
    text = models.CharField(_("wording"), max_length=200)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="finding_is_waived_once")
        ]

    def __str__(self):
        return f"{self.text} {self.reason}"


class LastLook(models.Model):
    """Up to which version somebody has read an article."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="looks", verbose_name=_("article")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("who")
    )
    version = models.ForeignKey(
        Version, models.CASCADE, related_name="+", verbose_name=_("version")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("last look")
        verbose_name_plural = _("last looks")
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="one_last_look_each")
        ]

    def __str__(self):
        return f"{self.user} {self.version}"

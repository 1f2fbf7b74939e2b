"""A correction of a published text: what was wrong, what is right, and how it reads then."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.version import TEXT_FIELDS, Version


class CorrectionKind(models.TextChoices):
    ERRATUM = "erratum", _("Erratum")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", _("Update")


class CorrectionState(models.TextChoices):
    OPEN = "open", _("Open")
    ISSUED = "issued", _("Issued")
    DROPPED = "dropped", _("Dropped")


class Severity(models.TextChoices):
    MINOR = "minor", _("minor")
    SERIOUS = "serious", _("serious")


class CorrectionQuerySet(models.QuerySet):
    def public(self):
        """Issued, on articles that readers see: the log and the notes under a text."""
        live = Article.objects.published()
        return self.filter(state=CorrectionState.ISSUED, article__in=live)


class Correction(models.Model):
    """The fields of a text are those of the article, as they shall read once it is issued."""

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="corrections", verbose_name=_("article")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=CorrectionKind)
    severity = models.CharField(
        _("severity"), max_length=10, choices=Severity, default=Severity.MINOR
    )
    state = models.CharField(
        _("status"),
        max_length=10,
        choices=CorrectionState,
        default=CorrectionState.OPEN,
        editable=False,
    )
    wrong = models.TextField(_("what was wrong"))
    right = models.TextField(_("what is right"))
    note = models.TextField(_("note that readers will see"))

    kicker = models.TextField(_("kicker"), blank=True)
    headline = models.TextField(_("headline"), blank=True)
    deck = models.TextField(_("deck"), blank=True)
    byline = models.TextField(_("byline as printed"), blank=True)
    dateline = models.TextField(_("dateline"), blank=True)
    source = models.TextField(_("source of the report"), blank=True)
    body = models.TextField(_("text"), blank=True)

    # In the order of the photos; empty of a correction that leaves them as they are.
    captions = models.JSONField(_("captions"), default=list, editable=False)

    revision = models.PositiveIntegerField(default=1, editable=False)
    base_version = models.ForeignKey(Version, models.RESTRICT, related_name="+", editable=False)
    version = models.ForeignKey(
        Version, models.RESTRICT, null=True, related_name="+", editable=False
    )
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opened by")
    )
    opened_at = models.DateTimeField(_("opened at"), default=timezone.now)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("signed by"),
    )
    closed_at = models.DateTimeField(_("issued at"), null=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(state="open"), name="one_open_correction_an_article"
            ),
            models.CheckConstraint(
                condition=~Q(state="issued")
                | Q(version__isnull=False, closed_by__isnull=False, closed_at__isnull=False),
                name="issued_correction_names_version_and_signer",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-closed_at", "-id"], condition=Q(state="issued"), name="issued_by_date"
            ),
        ]

    def __str__(self):
        return f"{self.article.number} {self.get_kind_display()}"

    @property
    def is_open(self):
        return self.state == CorrectionState.OPEN

    @property
    def texts(self):
        return {name: getattr(self, name) for name in TEXT_FIELDS}

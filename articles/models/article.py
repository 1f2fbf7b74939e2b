"""An article: its identity, its state, and the working copy of its text."""

from django.apps import apps
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.addresses import address
from articles.models.immutable import Immutable
from articles.models.publication import Publication, Section
from articles.models.tagging import Tagging


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IMPORTED = "imported", _("Imported, unchecked")
    FIRST_REVIEW = "first_review", _("First review")
    SECOND_REVIEW = "second_review", _("Second review")
    FINAL_REVIEW = "final_review", _("Final review")
    RETURNED = "returned", _("Returned for changes")
    HELD = "held", _("On hold")
    REJECTED = "rejected", _("Declined")
    APPROVED = "approved", _("Signed off")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    RETRACTED = "retracted", _("Retracted with a statement")


class Origin(models.TextChoices):
    PRINT = "print", _("from the printed page")
    WEB = "web", _("written for the web")


EDITABLE = frozenset({Status.DRAFT, Status.IMPORTED, Status.RETURNED, Status.HELD})
DELETABLE = frozenset({Status.DRAFT, Status.IMPORTED})


class ArticleQuerySet(models.QuerySet):
    def update(self, **values):
        if "status" in values:
            raise Immutable("An article's status is changed by the workflow alone, one by one.")
        return super().update(**values)

    def wholes(self):
        """Without the pieces that were joined to another article: their text is read there."""
        return self.filter(joined_to__isnull=True)

    def published(self, now=None):
        """What readers may see, and all of it. Nothing public asks any other way."""
        out = self._out(now or timezone.now())
        return out.filter(status=Status.PUBLISHED, live_version__isnull=False)

    def taken_back(self):
        """What readers saw and see no more, but for what is told in its place; `taken_at` is when.

        What was taken back before its hour they never saw, and when it comes it stays untold.
        """
        moves = apps.get_model("articles", "Event").objects.filter(
            article=OuterRef("pk"), to_status=OuterRef("status")
        )
        now, last = timezone.now(), moves.order_by("-sequence").values("at")[:1]
        known = self.filter(status__in=(Status.WITHDRAWN, Status.RETRACTED))
        dated = known.annotate(
            taken_at=Coalesce(Subquery(last), Value(now), output_field=models.DateTimeField())
        )
        return dated._out(now)._out(F("taken_at"))

    def _out(self, now):
        """Of which the hour has come."""
        return self.filter(
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=now), published_at__lte=now
        )

    def on_page(self, page):
        return self.filter(page=page).order_by("position", "pk")

    def for_reading(self):
        """With all that readers are told of each; corrections, the newest first, as `issued`."""
        issued = apps.get_model("articles", "Correction").objects.filter(state="issued")
        return (
            self.select_related("publication", "section", "page__issue", "live_version")
            .defer("body", "page__source")
            .prefetch_related(
                "live_version__credits",
                "live_version__photos",
                "tags",
                Prefetch(
                    "corrections",
                    issued.defer("body").order_by("-closed_at", "-pk"),
                    to_attr="issued",
                ),
            )
        )

    def for_index(self):
        """With what a public list shows: headline, lead, date and place, but no body."""
        return self.select_related("publication", "page__issue__publication", "live_version").defer(
            "body", "page__source", "live_version__body"
        )

    def for_list(self):
        """With what the editors' lists show."""
        return self.select_related(
            "publication", "section", "owner", "page__issue__publication"
        ).defer("body", "page__source")

    def with_latest_sha256(self):
        """Each with the hash of its newest version, as `latest_sha256`."""
        newest = apps.get_model("articles", "Version").objects.filter(article=OuterRef("pk"))
        return self.annotate(
            latest_sha256=Subquery(newest.order_by("-number").values("sha256")[:1])
        )

    def newest_first(self):
        return self.order_by("-published_at", "-pk")


class Article(models.Model):
    """The fields from `kicker` to `body` are the working copy; readers get `live_version`."""

    number = models.CharField(
        _("number"),
        max_length=11,
        unique=True,
        validators=[RegexValidator(r"^\d{4}-\d{6}$")],
        editable=False,
    )
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="articles", verbose_name=_("publication")
    )
    page = models.ForeignKey(
        "articles.Page",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("page"),
    )
    position = models.PositiveSmallIntegerField(_("order on the page"), default=0)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, verbose_name=_("section")
    )
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, editable=False)
    kind = models.CharField(_("kind"), max_length=20, default="news", editable=False)
    status = models.CharField(
        _("status"), max_length=20, choices=Status, editable=False, db_index=True
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
        verbose_name=_("owner"),
    )

    kicker = models.TextField(_("kicker"), blank=True)
    headline = models.TextField(_("headline"), blank=True)
    deck = models.TextField(_("deck"), blank=True)
    byline = models.TextField(_("byline as printed"), blank=True)
    dateline = models.TextField(_("dateline"), blank=True)
    source = models.TextField(_("source of the report"), blank=True)
    body = models.TextField(
        _("text"),
        blank=True,
        help_text=_("One paragraph a line. Begin a line with ## for a subhead, with > for a note."),
    )

    planned_for = models.DateField(_("planned issue"), null=True, blank=True)
    planned_length = models.PositiveIntegerField(_("planned length"), null=True, blank=True)

    round = models.PositiveSmallIntegerField(_("review round"), default=1, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    signed_version = models.ForeignKey(
        "articles.Version", models.RESTRICT, null=True, editable=False, related_name="+"
    )
    live_version = models.ForeignKey(
        "articles.Version", models.RESTRICT, null=True, editable=False, related_name="+"
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    scheduled_for = models.DateTimeField(_("to be published at"), null=True, editable=False)
    held_until = models.DateField(_("on hold until"), null=True, editable=False)
    after_review_due = models.DateTimeField(
        _("to be reviewed afterwards by"), null=True, editable=False
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    public_notice = models.TextField(_("notice to readers"), blank=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    modified_at = models.DateTimeField(_("modified at"), auto_now=True)

    # Null for what no import made: a page may hold many of those.
    import_key = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001
    import_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    source_lines = models.JSONField(_("source lines"), default=list, editable=False)
    confidence = models.FloatField(_("parser's confidence"), null=True, editable=False)

    tags = TaggableManager(_("tags"), through=Tagging, blank=True, related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("publish_article", _("Can publish articles that are signed off"))]
        constraints = [
            models.UniqueConstraint(fields=["page", "import_key"], name="article_is_imported_once"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="status_is_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="origin_is_known"),
            models.CheckConstraint(
                condition=Q(
                    status="published", live_version__isnull=False, published_at__isnull=False
                )
                | (~Q(status="published") & Q(live_version__isnull=True)),
                name="live_version_exactly_while_published",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["approved", "scheduled", "published"])
                | Q(signed_version__isnull=False),
                name="signed_off_text_is_bound",
            ),
            models.CheckConstraint(
                condition=Q(status="scheduled", scheduled_for__isnull=False)
                | (~Q(status="scheduled") & Q(scheduled_for__isnull=True)),
                name="scheduled_article_has_its_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["publication", "-published_at", "-id"],
                condition=Q(live_version__isnull=False),
                name="live_by_date",
            ),
            # The newest of all papers together: what a tag's list looks through.
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(live_version__isnull=False),
                name="live_newest",
            ),
            # The few of a rare kind, to search among them alone.
            models.Index(
                fields=["kind", "id"],
                condition=Q(live_version__isnull=False),
                name="live_by_kind",
            ),
            # All that a search asks of an article: its own row is long, and read much slower.
            models.Index(
                fields=[
                    "id",
                    "live_version",
                    "status",
                    "published_at",
                    "embargo_until",
                    "publication",
                    "section",
                    "kind",
                ],
                condition=Q(live_version__isnull=False),
                name="live_facts",
            ),
            models.Index(
                fields=["publication", "embargo_until"],
                condition=Q(live_version__isnull=False, embargo_until__isnull=False),
                name="live_and_embargoed",
            ),
            models.Index(fields=["page", "position", "id"], name="by_place_on_page"),
            models.Index(
                fields=["scheduled_for"], condition=Q(status="scheduled"), name="waits_for_its_time"
            ),
            models.Index(
                fields=["after_review_due"],
                condition=Q(after_review_due__isnull=False),
                name="waits_for_its_after_review",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.headline or _('(no headline)')}"

    def get_absolute_url(self):
        return address("article", self.publication.slug, self.number)

    @property
    def is_editable(self):
        return self.status in EDITABLE

    @property
    def is_with_its_writer(self):
        """What was handed in is no longer the writer's to change, on hold or not."""
        return self.status in (Status.DRAFT, Status.RETURNED) and self.origin == Origin.WEB

    @property
    def is_deletable(self):
        return self.status in DELETABLE

    @cached_property
    def paragraphs(self):
        return self.body.splitlines()


class NumberSeries(models.Model):
    """The last article number given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.year}-{self.last:06d}"

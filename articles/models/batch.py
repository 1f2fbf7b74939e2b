"""Whole issues on their way in: what was sent, page by page, and how far each page has come."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import sentences
from articles.models.file import SourceFile
from articles.models.page import Page
from articles.models.publication import Publication


class ItemState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    QUEUED = "queued", _("Waiting to be imported")
    IMPORTING = "importing", _("Being imported")
    IMPORTED = "imported", _("Imported")
    FAILED = "failed", _("Failed")
    SKIPPED = "skipped", _("Left out")
    CANCELLED = "cancelled", _("Cancelled")


class ItemKind(models.TextChoices):
    TEXT = "text", _("Text")
    PDF = "pdf", "PDF"


READING = (ItemState.WAITING, ItemState.READING)
IMPORTING = (ItemState.QUEUED, ItemState.IMPORTING)
UNFINISHED = (*READING, *IMPORTING)
LEFT_OUT = (ItemState.SKIPPED, ItemState.CANCELLED)
SAID = ("remarks", "message")
# Read pages of which nothing was made yet: an editor can put them elsewhere.
MOVABLE = (ItemState.READ, ItemState.FAILED, ItemState.SKIPPED)


class BatchStage(models.TextChoices):
    READING = "reading", _("Being read")
    READY = "ready", _("Waiting for your word")
    IMPORTING = "importing", _("Being imported")
    DONE = "done", _("Finished")
    CANCELLED = "cancelled", _("Cancelled")


def noted(*remarks):
    """Remarks as `ImportItem.remarks` holds them: of each, the sentences that belong together."""
    return [sentences.stored(remark) for remark in remarks]


class ImportBatchQuerySet(models.QuerySet):
    def for_list(self):
        counts = {
            f"{state}_count": Count("items", filter=Q(items__state=state)) for state in ItemState
        }
        return self.select_related("publication", "made_by").annotate(
            page_count=Count("items", filter=~Q(items__state__in=LEFT_OUT)), **counts
        )


class ImportBatch(models.Model):
    """The pages of one day that somebody sent together. How far it is, its items tell."""

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="+", verbose_name=_("publication")
    )
    date = models.DateField(_("date of the paper"))
    file_names = models.JSONField(_("files"), default=list)
    # Pages without doubts go in as soon as all are read; the others wait to be looked at.
    imports_clean = models.BooleanField(_("import what has no doubts"), default=False)
    is_arranged = models.BooleanField(default=False)  # an editor has put the pages in order
    language = models.CharField(max_length=20, default="zh-hans")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )
    made_at = models.DateTimeField(_("sent at"), auto_now_add=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("upload of an issue")
        verbose_name_plural = _("uploads of issues")

    def __str__(self):
        return f"{self.publication} {self.date:%Y-%m-%d}"

    def get_absolute_url(self):
        return reverse("admin:articles_importbatch_change", args=[self.pk])


class ImportItem(models.Model):
    """One page of a batch."""

    batch = models.ForeignKey(
        ImportBatch, models.CASCADE, related_name="items", verbose_name=_("upload")
    )
    position = models.PositiveIntegerField(_("place among the files"))
    file_name = models.CharField(_("file name"), max_length=255)
    source_sha256 = models.CharField(_("SHA-256"), max_length=64)
    kind = models.CharField(_("kind"), max_length=10, choices=ItemKind, default=ItemKind.TEXT)
    source_file = models.ForeignKey(
        SourceFile, models.PROTECT, null=True, related_name="+", verbose_name=_("source file")
    )
    index = models.PositiveIntegerField(_("page within the file"), default=0)
    label = models.CharField(_("page label"), max_length=20, blank=True)
    name = models.CharField(_("page name"), max_length=60, blank=True)
    sequence = models.PositiveSmallIntegerField(_("order in the issue"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ItemState, default=ItemState.WAITING
    )
    # Each is a list of sentences, as articles.sentences stores them.
    remarks = models.JSONField(_("remarks"), default=list, db_default=[])
    message = models.TextField(_("remark"), blank=True)  # of old rows, in their sender's language
    is_read = models.BooleanField(default=False)
    articles = models.PositiveIntegerField(_("articles"), default=0)
    photos = models.PositiveIntegerField(_("photos"), default=0)
    doubts = models.PositiveIntegerField(_("doubts"), default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    let_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("let in by"),
    )
    page = models.ForeignKey(
        Page, models.SET_NULL, null=True, related_name="+", verbose_name=_("page")
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["batch", "position"]
        verbose_name = _("page of an upload")
        verbose_name_plural = _("pages of uploads")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "position"], name="import_items_have_their_places"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ItemState.values), name="import_item_state_is_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["state"],
                condition=Q(state__in=[state.value for state in UNFINISHED]),
                name="unfinished_import_items",
            )
        ]

    def __str__(self):
        return f"{self.batch} {self.label or self.file_name}"

    @property
    def is_clean(self):
        """Whether the page may go in without anybody having looked at it."""
        return self.state == ItemState.READ and not (self.doubts or self.remarks or self.message)

    @property
    def remark(self):
        """The remarks in the reader's language, each on a line of its own."""
        lines = [" ".join(sentences.told(parts)) for parts in self.remarks]
        return "\n".join(lines) or self.message

    def say(self, *remarks):
        """Say this of the page, and nothing else."""
        self.remarks, self.message = noted(*remarks), ""


class ImportText(models.Model):
    """What a page on its way in says; it goes when the page is there.

    Of a PDF it is there as soon as the page is read, with its layout.
    """

    item = models.OneToOneField(
        ImportItem, models.CASCADE, primary_key=True, related_name="text", verbose_name=_("page")
    )
    data = models.BinaryField(_("source"))
    layout = models.JSONField(_("what stands where"), null=True)

    class Meta:
        verbose_name = _("text on its way in")
        verbose_name_plural = _("texts on their way in")

    def __str__(self):
        return str(self.item)


class Worker(models.Model):
    """A background worker that has been heard of, so that its silence can be noticed."""

    name = models.CharField(_("name"), max_length=100, primary_key=True)
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self):
        return self.name

"""A printed page: its verbatim source, what the parser made of it, and the open doubts."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.article import Article, Origin
from articles.models.file import SourceFile, bare_name
from articles.models.issue import Issue

# The kind of doubt that an imported article leaves behind which was deleted.
DELETED = "article_deleted"


class PageQuerySet(models.QuerySet):
    def for_list(self):
        """Without the source, which may be megabytes; counted are only the rows shown."""
        open_doubts = PageDoubt.objects.filter(resolved_at__isnull=True)
        return (
            self.defer("source")
            .select_related("issue__publication", "imported_by")
            .annotate(
                article_count=_count_of(Article.objects.wholes()),
                open_doubts=_count_of(open_doubts),
            )
        )

    def facing_readers(self, now=None):
        """Pages that readers may see as printed: each article on them is live, in print too.

        A picture shows all that stands on the page. Of a page with one article that is not out
        yet, or out no longer, or was deleted unread, no picture is shown at all.
        """
        live = Article.objects.published(now)
        # Asked of each article by itself: a list of all that is live would be made first.
        is_out = Exists(live.filter(pk=OuterRef("pk")))
        is_in_a_whole = Exists(live.filter(parts__piece=OuterRef("pk")))
        printed = Article.objects.filter(page=OuterRef("pk"), origin=Origin.PRINT)
        hidden = printed.exclude(is_out | is_in_a_whole)
        deleted = PageDoubt.objects.filter(
            page=OuterRef("pk"), kind=DELETED, resolved_at__isnull=True
        )
        return self.filter(
            Exists(live.filter(page=OuterRef("pk"))),
            ~Exists(hidden),
            ~Exists(deleted),
            imported_at__isnull=False,
        )


def _count_of(rows):
    """How many of `rows` belong to each page, as a subquery: a join would count every page."""
    own = rows.filter(page=OuterRef("pk")).order_by().values("page")
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)


class Page(models.Model):
    """`source` holds the bytes as they were given; they never change once articles are made.

    Of a page that came as a PDF it holds the text that was read from page `source_index`, counted
    from 0, of `source_file`; `layout` tells where each line stands.
    """

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="pages", verbose_name=_("issue"))
    sequence = models.PositiveSmallIntegerField(_("order in the issue"))
    label = models.CharField(
        _("page label"), max_length=20, help_text=_("As printed: 01, A03. Part of the address.")
    )
    name = models.CharField(_("page name"), max_length=60, blank=True)
    source = models.BinaryField(_("source"), editable=False)
    source_sha256 = models.CharField(_("SHA-256"), max_length=64, editable=False)
    source_encoding = models.CharField(_("encoding"), max_length=20, editable=False)
    source_name = models.CharField(_("file name"), max_length=200, blank=True, editable=False)
    source_file = models.ForeignKey(
        SourceFile,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="pages",
        verbose_name=_("source file"),
    )
    source_index = models.PositiveIntegerField(_("place in the file"), null=True, editable=False)
    staff = models.JSONField(_("page staff"), default=list, editable=False)
    run = models.ForeignKey(
        "articles.ParseRun",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("present labels"),
    )
    labelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("labels last set by"),
    )
    labelled_at = models.DateTimeField(_("labels last set at"), null=True, editable=False)
    imported_at = models.DateTimeField(_("imported at"), null=True, editable=False)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("imported by"),
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["issue", "sequence"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            models.UniqueConstraint(fields=["issue", "label"], name="page_label_is_unique"),
            models.UniqueConstraint(fields=["issue", "sequence"], name="page_sequence_is_unique"),
            models.CheckConstraint(
                condition=Q(imported_at__isnull=True, imported_by__isnull=True)
                | Q(imported_at__isnull=False, imported_by__isnull=False),
                name="imported_page_names_its_importer",
            ),
            models.CheckConstraint(
                condition=Q(source_file__isnull=True, source_index__isnull=True)
                | Q(source_file__isnull=False, source_index__isnull=False),
                name="page_of_a_file_has_its_place_there",
            ),
        ]
        # "Is this text in already?" is asked for every page of an archive.
        indexes = [models.Index(fields=["source_sha256"], name="page_by_its_source")]

    def __str__(self):
        return f"{self.issue} {self.title}"

    def get_absolute_url(self):
        issue = self.issue
        return address("page", issue.publication.slug, issue.date, self.label)

    @property
    def title(self):
        return f"{self.label} {self.name}".strip()

    @property
    def is_imported(self):
        return self.imported_at is not None

    @property
    def text(self):
        return bytes(self.source).decode(self.source_encoding)

    def set_source(self, data, *, encoding, name=""):
        self.source = data
        self.source_sha256 = hashlib.sha256(data).hexdigest()
        self.source_encoding = encoding
        self.source_name = bare_name(name)


class ParseRun(models.Model):
    """The labels that a parser gave a page's lines, or an editor's change made of them.

    Runs are never changed: `parent` is what an undo goes back to.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="runs", verbose_name=_("page"))
    parser_version = models.CharField(_("parser version"), max_length=20)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, related_name="children", verbose_name=_("before")
    )
    operation = models.JSONField(_("operation"), default=dict)
    labels = models.JSONField(_("labels"))
    doubts = models.JSONField(_("doubts"), default=list)
    unassigned = models.PositiveIntegerField(_("lines of no piece"), default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        ordering = ["page", "pk"]
        verbose_name = _("parse run")
        verbose_name_plural = _("parse runs")

    def __str__(self):
        return f"{self.page} · {self.parser_version}"


class PageDoubt(models.Model):
    """Something that the parser could not decide, waiting for an editor's word."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="doubts", verbose_name=_("page"))
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        related_name="doubts",
        verbose_name=_("article"),
    )
    kind = models.CharField(_("kind"), max_length=40)
    line = models.PositiveIntegerField(_("line"))
    message = models.TextField(_("message"))  # in English, with places for `params`
    params = models.JSONField(default=dict)
    candidates = models.JSONField(_("candidates"), default=list)
    resolution = models.TextField(_("what was decided"), blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("resolved by"),
    )
    resolved_at = models.DateTimeField(_("resolved at"), null=True)

    class Meta:
        ordering = ["page", "line", "pk"]
        verbose_name = _("doubt")
        verbose_name_plural = _("doubts")
        indexes = [
            models.Index(
                fields=["article"], condition=Q(resolved_at__isnull=True), name="open_doubts"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="resolved_doubt_names_who",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def text(self):
        """The message in the reader's language."""
        return gettext(self.message) % self.params

    @property
    def is_open(self):
        return self.resolved_at is None

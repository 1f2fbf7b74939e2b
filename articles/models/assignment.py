"""选题: what is to be written, by whom, by when and for which page, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article, Status
from articles.models.publication import Publication, Section


class AssignmentState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    ASSIGNED = "assigned", _("Assigned")
    ACCEPTED = "accepted", _("Accepted")
    WRITTEN = "written", _("Being written")
    DROPPED = "dropped", pgettext_lazy("assignment", "Dropped")


class AssignmentQuerySet(models.QuerySet):
    def for_list(self):
        """With what a row or a card shows, the piece's text left out."""
        related = ("publication", "section", "reporter", "proposed_by", "article")
        return self.select_related(*related).defer("article__body")

    def to_write(self, user):
        """What is asked of a person and not handed in."""
        return self.to_be_handed_in().filter(reporter=user)

    def to_be_handed_in(self):
        """What anybody is still to write."""
        with_the_writer = Q(article__isnull=True) | Q(article__status__in=WITH_THE_WRITER)
        return self.filter(with_the_writer, reporter__isnull=False, state__in=TO_WRITE)

    def most_urgent_first(self):
        """By when they are due; those whose piece readers have had come last, the newest first."""
        done = F("article__published_at").desc(nulls_first=True)
        return self.order_by(done, F("due").asc(nulls_last=True), "pk")

    def overdue(self):
        """Due, and not handed in."""
        with_the_writer = Q(article__isnull=True) | Q(article__status__in=WITH_THE_WRITER)
        return self.exclude(state=AssignmentState.DROPPED).filter(
            with_the_writer, due__lt=timezone.now()
        )


TO_WRITE = (AssignmentState.ASSIGNED, AssignmentState.ACCEPTED, AssignmentState.WRITTEN)
# A piece in one of these states is still to be handed in.
WITH_THE_WRITER = (Status.DRAFT, Status.RETURNED)


class Assignment(models.Model):
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="+", verbose_name=_("publication")
    )
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, verbose_name=_("section")
    )
    title = models.CharField(_("subject"), max_length=200)
    brief = models.TextField(
        _("brief"), blank=True, help_text=_("What to ask, whom to see, what to look out for.")
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("reporter"),
    )
    due = models.DateTimeField(_("due"), null=True, blank=True)
    planned_length = models.PositiveIntegerField(_("planned length"), null=True, blank=True)
    planned_for = models.DateField(_("planned issue"), null=True, blank=True)
    page_label = models.CharField(_("planned page"), max_length=10, blank=True)
    state = models.CharField(
        _("status"),
        max_length=10,
        choices=AssignmentState,
        default=AssignmentState.PROPOSED,
        editable=False,
        db_index=True,
    )
    article = models.OneToOneField(
        Article,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="assignment",
        verbose_name=_("piece"),
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "dropped"]) | Q(reporter__isnull=False),
                name="who_is_assigned_is_named",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_handed_in(self):
        return self.article is not None and self.article.status not in WITH_THE_WRITER

    @property
    def is_overdue(self):
        is_open = self.state != AssignmentState.DROPPED and not self.is_handed_in
        return is_open and self.due is not None and self.due < timezone.now()


class AssignmentNote(models.Model):
    """What happened to an assignment: one row a move."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="notes")
    action = models.CharField(_("action"), max_length=20)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    words = models.TextField(_("words"), blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("move of an assignment")
        verbose_name_plural = _("moves of assignments")

    def __str__(self):
        return self.assignment.title

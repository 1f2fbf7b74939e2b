"""Articles that run over several pages: which record goes on which."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class JoinedPartQuerySet(models.QuerySet):
    def with_articles(self):
        """Each with whole and piece as a list shows them."""
        return self.select_related("whole__page__issue", "piece__page__issue").defer(
            "whole__page__source", "piece__page__source"
        )

    def of_issue(self, issue):
        """In the order of the pages."""
        return self.with_articles().filter(piece__page__issue=issue).order_by("whole", "position")


class JoinedPart(models.Model):
    """A piece of another page that goes on an article.

    The piece keeps its own record, with its page and lines, but its text is read in the whole.
    """

    whole = models.ForeignKey(
        Article, models.CASCADE, related_name="parts", verbose_name=_("article")
    )
    piece = models.OneToOneField(
        Article, models.PROTECT, related_name="joined_to", verbose_name=_("continuation")
    )
    position = models.PositiveSmallIntegerField(_("order"))
    joined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("joined by")
    )
    joined_at = models.DateTimeField(_("joined at"), auto_now_add=True)
    # What went from the piece to the whole, so that the join can be undone: keys by kind.
    taken = models.JSONField(default=dict, editable=False)

    objects = JoinedPartQuerySet.as_manager()

    class Meta:
        ordering = ["whole", "position"]
        verbose_name = _("joined part")
        verbose_name_plural = _("joined parts")
        constraints = [
            models.UniqueConstraint(fields=["whole", "position"], name="parts_are_in_order"),
            models.CheckConstraint(
                condition=~models.Q(whole=models.F("piece")), name="no_article_continues_itself"
            ),
        ]

    def __str__(self):
        return f"{self.whole} ← {self.piece}"

"""Articles that run over several pages: which record goes on which."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


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

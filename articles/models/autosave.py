"""What somebody has typed at the desk and not saved: theirs alone, and no version."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Autosave(models.Model):
    """One a person and piece, or a person and sheet while there is no piece yet.

    `fields` are as typed. `revision` and `base`, the number of a version, say what of the piece
    they were typed upon; `window` is the browser window that wrote last, `mark` is new each time.
    """

    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")
    sheet = models.UUIDField(null=True)
    fields = models.JSONField()
    revision = models.PositiveIntegerField(null=True)
    base = models.PositiveIntegerField(null=True)
    window = models.UUIDField(null=True)
    mark = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("text not saved")
        verbose_name_plural = _("texts not saved")
        constraints = [
            models.UniqueConstraint(fields=["writer", "article"], name="one_autosave_a_piece"),
            models.UniqueConstraint(fields=["writer", "sheet"], name="one_autosave_a_sheet"),
            models.CheckConstraint(
                condition=Q(article__isnull=False, sheet__isnull=True)
                | Q(article__isnull=True, sheet__isnull=False),
                name="autosave_is_of_a_piece_or_a_sheet",
            ),
        ]

    def __str__(self):
        # Shown where a draft is deleted: nothing of the text, which is nobody's business.
        return str(self._meta.verbose_name)

    @property
    def headline(self):
        return self.fields.get("headline", "").strip()

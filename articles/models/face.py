"""How a page looks in print: its picture, and where each article stands on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.page import Page


class Face(models.Model):
    """The pictures stand in the private storage under the hash of the widest.

    `sizes` holds [width, height] in pixels, the widest first; the narrowest is there as JPEG too.
    None: the page could not be drawn, and `problem` says why.
    """

    page = models.OneToOneField(Page, models.CASCADE, related_name="face", verbose_name=_("page"))
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    sizes = models.JSONField(_("sizes"), default=list)
    problem = models.TextField(_("why there is none"), blank=True)
    drawn_at = models.DateTimeField(_("drawn at"), auto_now=True)

    class Meta:
        verbose_name = _("page image")
        verbose_name_plural = _("page images")

    def __str__(self):
        return str(self.page)

    @property
    def width(self):
        return self.sizes[0][0]

    @property
    def height(self):
        return self.sizes[0][1]

    @property
    def widths(self):
        """From the narrowest on."""
        return [width for width, _height in reversed(self.sizes)]

    def webp(self, width):
        return f"faces/{self.sha256[:2]}/{self.sha256}-{width}.webp"

    @property
    def jpeg(self):
        return f"faces/{self.sha256[:2]}/{self.sha256}.jpg"


class Region(models.Model):
    """Where an article stands on its page: shapes of [x, y] from 0 to 1, from the top left."""

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="region", verbose_name=_("article")
    )
    shapes = models.JSONField(_("shapes"))

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self):
        return str(self.article)

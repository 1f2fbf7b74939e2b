"""Where a page came from, if it came as a PDF: the file, and what stands where on the page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.page import Page


class PageLayout(models.Model):
    """`data` is the JSON form of records.Layout, of hundreds of kilobytes: no list loads it."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="layout", verbose_name=_("page"))
    data = models.JSONField(_("what stands where"))
    extractor = models.CharField(_("extractor version"), max_length=20)
    width = models.FloatField(_("width"))  # points
    height = models.FloatField(_("height"))

    class Meta:
        verbose_name = _("page layout")
        verbose_name_plural = _("page layouts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0), name="layout_has_a_size"
            ),
        ]

    def __str__(self):
        return f"{self.page} · {self.extractor}"

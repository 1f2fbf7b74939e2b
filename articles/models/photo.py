"""A photo with its caption: of an article, or still standing alone on its page."""

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.page import Page
from articles.models.people import Credit


class Rights(models.TextChoices):
    """By what right the paper prints a picture. Kept for the house; readers see the credit."""

    OWN = "own", _("taken for the paper")
    GIVEN = "given", _("given to the paper, with consent")
    BOUGHT = "bought", _("bought from an agency")
    FREE = "free", _("free licence, or no longer protected")


class PhotoQuerySet(models.QuerySet):
    def for_list(self):
        return self.select_related("page__issue__publication", "article").with_credits()

    def with_credits(self):
        """Who took them at hand, for one question more."""
        named = Credit.objects.select_related("reporter")
        return self.prefetch_related(Prefetch("credits", named))


class Photo(models.Model):
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("article"),
    )
    page = models.ForeignKey(
        Page, models.PROTECT, null=True, blank=True, related_name="photos", verbose_name=_("page")
    )
    caption = models.TextField(_("caption"), blank=True)
    alt = models.CharField(_("text for those who cannot see it"), max_length=300, blank=True)
    rights = models.CharField(_("rights"), max_length=10, choices=Rights, blank=True)
    rights_note = models.CharField(
        _("about the rights"),
        max_length=200,
        blank=True,
        help_text=_("From whom, and on what terms."),
    )
    image = models.ImageField(_("image"), upload_to="photos/", blank=True)
    image_sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    image_width = models.PositiveIntegerField(default=0, editable=False)
    image_height = models.PositiveIntegerField(default=0, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    import_key = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001
    # The picture of the page's PDF that this one was cut from; by the machine if nobody is named.
    cut_index = models.PositiveIntegerField(_("picture of the page"), null=True, editable=False)
    cut_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("picture chosen by"),
    )
    source_lines = models.JSONField(default=list, editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["article", "position", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = [
            models.UniqueConstraint(fields=["page", "import_key"], name="photo_is_imported_once"),
            models.CheckConstraint(
                condition=Q(article__isnull=False) | Q(page__isnull=False),
                name="photo_has_an_article_or_a_page",
            ),
        ]

    def __str__(self):
        return self.caption[:40] or self.image.name or str(self.pk)

    @property
    def is_bare(self):
        """Whether nobody has given the photo its picture or its article yet."""
        by_nobody = not self.image or (self.cut_index is not None and self.cut_by_id is None)
        return by_nobody and self.article_id is None

"""One day's paper."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.article import Article
from articles.models.publication import Publication


class IssueQuerySet(models.QuerySet):
    def public(self, now=None):
        """Issues of which readers can see at least one article."""
        live = Article.objects.published(now).filter(page__issue=OuterRef("pk"))
        return self.filter(Exists(live))

    def for_list(self):
        return self.select_related("publication").annotate(
            page_count=Count("pages", distinct=True),
        )


class Issue(models.Model):
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="issues", verbose_name=_("publication")
    )
    date = models.DateField(_("date"))
    number = models.PositiveIntegerField(_("issue number"), null=True, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "publication"]
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "date"], name="one_issue_per_publication_and_day"
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gt=0),
                name="issue_number_is_positive",
                violation_error_message=_("Issues are numbered from 1 on."),
            ),
        ]

    def __str__(self):
        return f"{self.publication} {self.date:%Y-%m-%d}"

    def get_absolute_url(self):
        return address("issue", self.publication.slug, self.date)

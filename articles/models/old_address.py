"""Where an address of an earlier site leads now."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.issue import Issue
from articles.models.page import Page

LONGEST = 300
TARGETS = ("article", "page", "issue")


class OldAddress(models.Model):
    """Leads to one article, page or issue; readers are led on only while it is public."""

    path = models.CharField(
        _("old address"),
        max_length=LONGEST,
        unique=True,
        validators=[RegexValidator(r"\A/[^\x00-\x20]*\Z", _("Begin it with /, without spaces."))],
        help_text=_(
            "As the earlier site had it, without its name: /rb/html/2020-04/17/content_1.htm"
        ),
    )
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("article")
    )
    page = models.ForeignKey(
        Page, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page")
    )
    issue = models.ForeignKey(
        Issue, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("issue")
    )

    class Meta:
        ordering = ["path"]
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, page__isnull=True, issue__isnull=True)
                | Q(article__isnull=True, page__isnull=False, issue__isnull=True)
                | Q(article__isnull=True, page__isnull=True, issue__isnull=False),
                name="old_address_leads_to_one_place",
                violation_error_message=_("Choose an article, a page or an issue: one of them."),
            ),
        ]

    def __str__(self):
        return self.path

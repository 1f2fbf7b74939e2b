"""Days on which a paper does not come out though its week would have it so."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.publication import Publication


def occasions(holidays, begin, end):
    """{day: occasion} from one day to another; a holiday has `first`, `last` and `name`."""
    names = {}
    for holiday in holidays:
        first, last = max(holiday.first, begin), min(holiday.last, end)
        for count in range((last - first).days + 1):
            names[first + timedelta(days=count)] = holiday.name
    return names


class HolidayQuerySet(models.QuerySet):
    def by_day(self, begin, end):
        """{day: occasion} from one day to another."""
        return occasions(self.filter(first__lte=end, last__gte=begin), begin, end)


class Holiday(models.Model):
    """A run of days without an issue; the last is the first where it is one day."""

    publication = models.ForeignKey(
        Publication, models.CASCADE, related_name="holidays", verbose_name=_("publication")
    )
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    name = models.CharField(_("occasion"), max_length=60)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        ordering = ["publication", "-first"]
        verbose_name = _("days without an issue")
        verbose_name_plural = _("days without an issue")
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="holiday_ends_after_it_begins",
                violation_error_message=_("The last day comes before the first."),
            ),
        ]

    def __str__(self):
        return self.name

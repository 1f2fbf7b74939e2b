"""The duty roster 值班表: who has which role on which days, beside the roles of the login."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.roles import ROSTERED


class DutyQuerySet(models.QuerySet):
    def between(self, first, last):
        return self.filter(first__lte=last, last__gte=first)

    def today(self):
        """Those of the day, and those of the night before that is not over yet."""
        now = timezone.localtime()
        of_day = Q(first__lte=now.date(), last__gte=now.date())
        of_night = Q(last=now.date() - timedelta(days=1), until__gt=now.time())
        return self.filter(of_day | of_night)


class Duty(models.Model):
    """A run of days, the last is the first where it is one day; and the night after, to `until`."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="duties",
        verbose_name=_("on duty"),
    )
    role = models.CharField(_("role"), max_length=30, choices=ROSTERED)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    until = models.TimeField(
        _("until, the next morning"),
        null=True,
        blank=True,
        help_text=_(
            "For night duty: after the last day the role holds on until this time. Empty: until"
            " midnight."
        ),
    )
    note = models.CharField(_("remark"), max_length=100, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("entered by"),
    )

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["first", "role", "pk"]
        verbose_name = _("duty")
        verbose_name_plural = _("duty roster")
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="duty_ends_after_it_begins",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role for role, _label in ROSTERED]),
                name="duty_role_is_known",
            ),
        ]
        indexes = [models.Index(fields=["user", "last"], name="duty_by_person")]

    def __str__(self):
        days = f"{self.first}" if self.first == self.last else f"{self.first} – {self.last}"
        return f"{self.get_role_display()} {days}"

"""规范用语库: the wordings that the paper does not use, and what it writes instead."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

LONGEST = 60  # characters


class CheckSeverity(models.TextChoices):
    """The same codes as the checks'."""

    BLOCK = "block", _("stops submission and signature")
    WARN = "warn", _("warns")
    INFO = "info", _("remarks")


class HouseTerm(models.Model):
    """Where `right` is empty the wording is not used at all."""

    wrong = models.CharField(_("not this"), max_length=LONGEST, unique=True)
    right = models.CharField(_("but this"), max_length=LONGEST, blank=True)
    severity = models.CharField(
        _("severity"), max_length=5, choices=CheckSeverity, default=CheckSeverity.WARN
    )
    source = models.CharField(_("by which rule"), max_length=120, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["wrong"]
        verbose_name = _("house wording")
        verbose_name_plural = _("house dictionary")
        constraints = [
            models.CheckConstraint(condition=~Q(wrong=""), name="house_wording_is_not_empty"),
            models.CheckConstraint(
                condition=~Q(wrong=F("right")),
                name="right_wording_is_another_one",
                violation_error_message=_("What to write is the same as what not to write."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=F("valid_to")),
                name="house_wording_is_valid_for_a_time",
                violation_error_message=_("It ceases to be valid before it begins to be."),
            ),
        ]

    def __str__(self):
        return f"{self.wrong} → {self.right or '–'}"

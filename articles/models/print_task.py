"""What the next printed issue has to say: a correction of something that stood in print."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.correction import Correction


class PrintTaskQuerySet(models.QuerySet):
    def open(self):
        return self.filter(printed_on__isnull=True)


class PrintTask(models.Model):
    correction = models.OneToOneField(
        Correction, models.PROTECT, related_name="print_task", verbose_name=_("correction")
    )
    due = models.DateField(_("for the issue of"))
    printed_on = models.DateField(_("printed on"), null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("entered by"),
    )

    objects = PrintTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        verbose_name = _("correction to be printed")
        verbose_name_plural = _("corrections to be printed")
        constraints = [
            models.CheckConstraint(
                condition=Q(printed_on__isnull=True, done_by__isnull=True)
                | Q(printed_on__isnull=False, done_by__isnull=False),
                name="printed_task_names_who",
            ),
        ]

    def __str__(self):
        return f"{self.correction} {self.due}"

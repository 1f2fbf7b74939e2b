"""A login whose password somebody else has set: its roles rest until it is its person's again."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HandoverQuerySet(models.QuerySet):
    def open(self):
        """Those for which nobody has vouched."""
        return self.filter(vouched_at=None)


class Handover(models.Model):
    """Without `vouched_by` but with a time it was closed by whoever keeps the server."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="handovers",
        verbose_name=_("login"),
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("password set by"),
    )
    set_at = models.DateTimeField(_("password set at"), default=timezone.now)
    chosen_at = models.DateTimeField(_("own password chosen at"), null=True)
    vouched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("vouched for by"),
    )
    vouched_at = models.DateTimeField(_("vouched for at"), null=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("login to vouch for")
        verbose_name_plural = _("logins to vouch for")
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(vouched_at=None), name="one_open_handover_a_login"
            ),
            models.CheckConstraint(
                condition=Q(vouched_by=None)
                | ~Q(vouched_by=F("set_by")) & ~Q(vouched_by=F("user")),
                name="third_person_vouches",
            ),
            models.CheckConstraint(
                condition=Q(vouched_at=None) | Q(chosen_at__isnull=False),
                name="own_password_before_vouching",
            ),
        ]

    def __str__(self):
        return f"{self.user}"

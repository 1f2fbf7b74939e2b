"""Logins that were tried and did not succeed: kept for a while, to be counted."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LoginAttempt(models.Model):
    """Name and network are kept as keyed hashes alone."""

    name = models.CharField(max_length=64)
    network = models.CharField(max_length=64)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("login attempt")
        verbose_name_plural = _("login attempts")
        indexes = [
            models.Index(fields=["name", "at"], name="attempts_by_name"),
            models.Index(fields=["network", "at"], name="attempts_by_network"),
            models.Index(fields=["at"], name="attempts_by_time"),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.name[:12]}"

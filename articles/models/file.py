"""A file as it was given to the newsroom, such as the PDF of a page or of an issue."""

from django.db import models
from django.utils.translation import gettext_lazy as _


def bare_name(name):
    """A file's name as it may be stored and shown: no folders, nothing that does not print."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[:200]


class FileKind(models.TextChoices):
    PDF = "pdf", "PDF"


class SourceFile(models.Model):
    """The file itself stands in the private storage, under a name made from its hash."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=FileKind, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False)  # bytes
    name = models.CharField(_("file name"), max_length=200, blank=True, editable=False)
    page_count = models.PositiveIntegerField(_("pages"), editable=False)
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("source file")
        verbose_name_plural = _("source files")

    def __str__(self):
        return self.name or self.sha256[:12]

    @property
    def path(self):
        return f"sources/{self.sha256[:2]}/{self.sha256}.{self.kind}"

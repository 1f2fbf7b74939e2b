"""What readers' copies of a paper are dated by: a token that is new whenever what they see is."""

from django.db import models

from articles.models.publication import Publication


class Stamp(models.Model):
    """Written by the database's own triggers alone (articles/triggers/stamps.py)."""

    publication = models.OneToOneField(
        Publication, models.CASCADE, primary_key=True, related_name="stamp"
    )
    # Random, not counted: a database that was restored never says again what it once said.
    token = models.CharField(max_length=32)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = "stamp"
        verbose_name_plural = "stamps"

    def __str__(self):
        return self.token

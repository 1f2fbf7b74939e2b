"""What the search index holds of a live article, in the index's own spelling."""

from django.db import models

from articles.models.article import Article
from articles.models.version import Version


class SearchEntry(models.Model):
    """The texts as indexed. SQLite needs them to take an article out of its index again."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="search_entry"
    )
    version = models.ForeignKey(Version, models.CASCADE, related_name="+")
    title = models.TextField()
    people = models.TextField()
    text = models.TextField()
    # A new version of the text is a new entry, of which nothing is known yet.
    likeness_known = models.BooleanField(default=False)

    class Meta:
        verbose_name = "search entry"
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(
                fields=["article"],
                condition=models.Q(likeness_known=False),
                name="waits_for_its_likenesses",
            )
        ]

    def __str__(self):
        return self.title


class SearchPlace(models.Model):
    """Where an article stands among all: its key in the index, which runs with time.

    A table of its own, because a search reads many of these short rows and no text. `day` is the
    paper's date, or for what never stood in the paper, the day of coming out where it comes out.
    """

    # Given by us; in SQLite this kind alone is the row's own number, found in one step.
    key = models.BigAutoField(primary_key=True)
    article = models.OneToOneField(Article, models.CASCADE, related_name="search_place")
    day = models.DateField()
    issue = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = "search place"
        verbose_name_plural = "search places"
        # Where the keys of an issue, or of a year, begin and end.
        indexes = [
            models.Index(fields=["issue", "key"], name="keys_of_an_issue"),
            models.Index(fields=["day", "key"], name="keys_of_a_day"),
        ]

    def __str__(self):
        return str(self.key)

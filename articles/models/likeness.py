"""Which live articles of a paper are about the same: worked out once for each live version."""

from django.db import models

from articles.models.article import Article


class Likeness(models.Model):
    """Of an article with another; how much is in `score`. Readers get those that are live."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Article, models.CASCADE, related_name="likenesses_back")
    score = models.FloatField()

    class Meta:
        verbose_name = "likeness"
        verbose_name_plural = "likenesses"
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="likeness_is_told_once"),
            models.CheckConstraint(
                condition=~models.Q(article=models.F("other")), name="no_article_is_like_itself"
            ),
        ]

    def __str__(self):
        return f"{self.article_id} ~ {self.other_id}"

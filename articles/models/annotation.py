"""What the machine makes of an article, kept beside its text: dates and suggestions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Precision(models.TextChoices):
    """The same codes as the parser's."""

    DAY = "day", _("to the day")
    WEEK = "week", _("a week")
    MONTH = "month", _("a month or part of it")
    QUARTER = "quarter", _("a quarter or season")
    HALF = "half", _("half a year")
    YEAR = "year", _("a year")
    OPEN = "open", _("not resolved")


class DateNote(models.TextChoices):
    """What to know of a resolved date; the same codes as the parser's."""

    YEAR_INFERRED = "year_inferred", _("the year is not printed")
    FROM_TEXT = "from_text", _("counted from the day named before")
    VAGUE = "vague", _("names no day")
    QUOTED = "quoted", _("a speaker's words; the day of speaking is not known")
    UNANCHORED = "unanchored", _("the text has named no day before")
    LUNAR = "lunar", _("lunar calendar")
    SEASON = "season", _("a season has no exact ends")
    IMPOSSIBLE = "impossible", _("there is no such day")
    WEEKDAY_WRONG = "weekday_wrong", _("the day of the week does not fit")


class DateMention(models.Model):
    """A date in an article's working copy, resolved against the issue's.

    `text` stands at [start:end] of the body; `first` and `last` are inclusive, null is open.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="dates", verbose_name=_("article")
    )
    start = models.PositiveIntegerField(_("from character"))
    end = models.PositiveIntegerField(_("to character"))
    text = models.CharField(_("wording"), max_length=160)
    first = models.DateField(_("first day"), null=True)
    last = models.DateField(_("last day"), null=True)
    precision = models.CharField(_("precision"), max_length=10, choices=Precision)
    note = models.CharField(_("note"), max_length=20, choices=DateNote, blank=True)

    class Meta:
        ordering = ["article", "start"]
        verbose_name = _("date in the text")
        verbose_name_plural = _("dates in the text")
        constraints = [
            models.UniqueConstraint(fields=["article", "start"], name="one_date_in_one_place"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="date_has_characters"),
            models.CheckConstraint(
                condition=Q(first__isnull=True) | Q(last__isnull=True) | Q(first__lte=F("last")),
                name="first_day_is_not_after_the_last",
            ),
        ]

    def __str__(self):
        return f"{self.text} {self.first or '…'} – {self.last or '…'}"


class SuggestionKind(models.TextChoices):
    HEADLINE = "headline", _("headline")
    TAG = "tag", _("tag")


class SuggestionQuerySet(models.QuerySet):
    def open(self):
        """Those that nobody has taken: the machine's word, and shown as such."""
        return self.filter(taken_at__isnull=True)

    def from_text(self):
        """Those that are made anew when the text changes; what is printed does not change."""
        return self.filter(certainty__isnull=True)


class Suggestion(models.Model):
    """A headline or tag that the machine drew from the text. No fact until somebody takes it."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="suggestions", verbose_name=_("article")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=SuggestionKind)
    text = models.CharField(_("suggestion"), max_length=100)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    # From 0 to 1, of what was read on a picture of the page; null for what was drawn from the text.
    certainty = models.FloatField(_("certainty"), null=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("taken by"),
    )
    taken_at = models.DateTimeField(_("taken at"), null=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "kind", "position"]
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "kind", "text"], name="suggestion_is_made_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
                name="taken_suggestion_names_who",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def is_open(self):
        return self.taken_at is None

    @property
    def is_read(self):
        """Recognised on a picture of the page, not drawn from the text."""
        return self.certainty is not None

    @property
    def percent(self):
        return round(100 * (self.certainty or 0))

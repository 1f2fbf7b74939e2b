"""The dates of a text as the issue's day resolves them, for an editor to compare with the words."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.texts.manuscripts import Spot

DAY = "Y-m-d"


@dataclass(frozen=True)
class Row:
    """One date: as printed, the days it stands for, what to know of it, and where it stands."""

    text: str
    days: str
    note: str
    spot: Spot


def rows(article):
    """The dates of the working copy in their order, each wording with its days once."""
    if article.page_id is None:  # of no issue, so of no day to count from
        return []
    seen = {}
    for mention in article.dates.all():
        place = article.body.count("\n", 0, mention.start)
        row = Row(mention.text, _days(mention), mention.get_note_display(), Spot("body", place))
        seen.setdefault((row.text, row.days, row.note), row)
    return list(seen.values())


def _days(mention):
    first, last = (day and date_format(day, DAY) for day in (mention.first, mention.last))
    if first and last:
        return (
            first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
        )
    if first:
        return _("from %(day)s on") % {"day": first}
    return _("up to %(day)s") % {"day": last} if last else mention.get_precision_display()

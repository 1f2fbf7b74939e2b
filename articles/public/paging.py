"""Long lists, a page at a time, without counting what lies beyond."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.http import Http404

from articles.models import Article
from articles.models.addresses import address
from articles.questions import Question

PER_PAGE = 20
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
LINE = (
    "publication__slug publication__name publication__time_zone number published_at"
    " live_version live_version__headline live_version__lead page__issue__date page__label"
    " page__name"
).split()


class Line(NamedTuple):
    """A live article as a list shows it; one of the web has no `date`, `label` and `name`."""

    paper: str
    paper_name: str
    time_zone: str
    number: str
    published_at: datetime
    version: int
    headline: str
    lead: str
    date: date | None
    label: str | None
    name: str | None

    @property
    def url(self):
        return address("article", self.paper, self.number)


@dataclass(frozen=True)
class Listing:
    """`query` is what leads here besides the number."""

    lines: list[Line]
    number: int
    has_next: bool
    query: str = ""

    @property
    def previous(self):
        return self.number - 1

    @property
    def next(self):
        return self.number + 1 if self.has_next else 0


def page_number(query):
    """`page` of a query string; raises Http404 for what no list can have."""
    text = query.get("page", "1")
    if not PAGE_NUMBER.fullmatch(text):
        raise Http404
    return int(text)


def lines_of(articles, number, now=None):
    """The values of the lines of one page of `articles`, newest first, and of one line more."""
    start = (number - 1) * PER_PAGE
    # Narrow rows are sorted, and only the page's own are read whole.
    chosen = articles.newest_first().values("pk")[start : start + PER_PAGE + 1]
    live = Article.objects.published(now).filter(pk__in=chosen)
    return live.newest_first().values_list(*LINE)


def paged(articles, number, query=""):
    """One page of `articles`, newest first."""
    return listing_of(Question(lambda: lines_of(articles, number), Line).ask(), number, query)


def listing_of(found, number, query=""):
    """A page of a list of what was found: its own, and perhaps one more."""
    return Listing(found[:PER_PAGE], number, len(found) > PER_PAGE, query)


def existing(listing):
    """A list without anything, or its page past the end, is not found."""
    if not listing.lines:
        raise Http404
    return listing

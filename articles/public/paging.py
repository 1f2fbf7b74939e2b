"""Long lists, a page at a time, without counting what lies beyond."""

import re
from dataclasses import dataclass

from django.http import Http404

from articles.models import Article

PER_PAGE = 20
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True)
class Listing:
    articles: list[Article]
    number: int
    has_next: bool

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


def paged(articles, number):
    """One page of `articles`, newest first."""
    start = (number - 1) * PER_PAGE
    # Narrow rows are sorted, and only the page's own are read whole.
    chosen = articles.newest_first().values("pk")[start : start + PER_PAGE + 1]
    found = list(Article.objects.published().filter(pk__in=chosen).for_index().newest_first())
    return Listing(found[:PER_PAGE], number, has_next=len(found) > PER_PAGE)


def listing(articles, number):
    """As `paged`, but a list without articles, or its page past the end, is not found."""
    found = paged(articles, number)
    if not found.articles:
        raise Http404
    return found

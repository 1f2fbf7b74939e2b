"""What a search is narrowed to, in words, and the ways that lead out of it one by one.

Where a search found something, the choices beside its hits tell; this is for where there are none.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.http import urlencode

from articles.exporting import people
from articles.models import Article, Publication, Reporter, Section
from articles.public.finding import KIND_NAMES
from articles.search.filters import SearchFilter

CHINESE = frozenset({"publication", "section", "reporter", "tag"})


@dataclass(frozen=True)
class Narrowing:
    """`name` is "" where readers know of nothing there; `query` leads to all but this one."""

    label: str
    name: str | date
    query: str
    is_chinese: bool


def narrowings(asked):
    """[Narrowing, …] of what a valid form asks for, but for the issue, which has its own line."""
    return [
        Narrowing(
            label=each.label,
            name=NAMES.get(name, str)(asked[name]),
            query=urlencode({key: value for key, value in asked.items() if key != name}),
            is_chinese=name in CHINESE,
        )
        for name, each in SearchFilter.base_filters.items()
        if name in asked and name not in ("q", "order", "issue")
    ]


def _publication(pk):
    return _only(Publication.objects.filter(pk=pk))


def _section(pk):
    live = Article.objects.published().filter(section=OuterRef("pk"))
    return _only(Section.objects.filter(Exists(live), pk=pk))


def _reporter(pk):
    return _only(Reporter.objects.filter(Exists(people.articles_by(pk)), pk=pk))


def _only(found):
    return found.values_list("name", flat=True).first() or ""


NAMES = {
    "publication": _publication,
    "section": _section,
    "reporter": _reporter,
    "kind": KIND_NAMES.get,
    "since": lambda day: day,
    "until": lambda day: day,
}

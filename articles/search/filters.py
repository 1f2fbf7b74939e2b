"""The search form: words, and what narrows them down."""

from datetime import MAXYEAR, date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache, reduce
from operator import or_
from zoneinfo import ZoneInfo

import django_filters as filters
from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Publication, VersionCredit

LONGEST = 100
LAST_KEY = 2**63 - 1
# Days that have a day before and after them by any clock.
EARLIEST, LATEST = date(2, 1, 1), date(MAXYEAR - 1, 12, 31)
# Chosen by links under the form, and kept when other words are asked for.
KEPT = frozenset({"publication", "section", "issue", "reporter", "kind", "year", "tag"})
ORDERS = (("relevance", _("Best match first")), ("newest", _("Newest first")))
KINDS = (
    ("news", _("News report")),
    ("brief", _("Brief")),
    ("index", _("Index of contents")),
    ("notice", _("Public notice")),
    ("correction", _("Printed correction")),
    ("note", _("Editor's note")),
)


class WordsField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST, **kwargs)
        # PostgreSQL cannot be asked for a NUL.
        self.validators.append(ProhibitNullCharactersValidator())


class WordsFilter(filters.CharFilter):
    field_class = WordsField


class KeyFilter(filters.NumberFilter):
    """A primary key from a link of ours. One that nothing has finds nothing."""

    def __init__(self, **kwargs):
        super().__init__(min_value=1, max_value=LAST_KEY, decimal_places=0, **kwargs)


class SearchFilter(filters.FilterSet):
    """`q` is the full-text index's business; without it the filters alone make a list."""

    q = WordsFilter(label=_("Words"), method="leave")
    since = filters.DateFilter(label=_("From"), method="from_day")
    until = filters.DateFilter(label=_("To"), method="to_day")
    order = filters.ChoiceFilter(label=_("Order"), choices=ORDERS, method="leave", empty_label=None)
    publication = KeyFilter(label=_("Publication"), field_name="publication")
    section = KeyFilter(label=_("Section"), field_name="section")
    issue = KeyFilter(label=_("Issue"), field_name="page__issue")
    reporter = KeyFilter(label=_("Person"), method="by_reporter")
    kind = filters.ChoiceFilter(label=_("Kind"), field_name="kind", choices=KINDS)
    year = filters.NumberFilter(
        label=_("Year"), method="of_year", min_value=1000, max_value=MAXYEAR - 1, decimal_places=0
    )
    tag = WordsFilter(label=_("Tag"), field_name="tags__name")

    class Meta:
        model = Article
        fields = ["publication", "section", "year", "tag"]

    def leave(self, articles, name, value):
        return articles

    def of_year(self, articles, name, value):
        first, last = date(int(value), 1, 1), date(int(value), 12, 31)
        return self.from_day(self.to_day(articles, name, last), name, first)

    def from_day(self, articles, name, value):
        on_the_web = self._by_each_clock(lambda zone: Q(published_at__gte=_begin(value, zone)))
        return articles.filter(Q(page__issue__date__gte=value) | on_the_web)

    def to_day(self, articles, name, value):
        next_day = min(value, LATEST) + timedelta(days=1)
        on_the_web = self._by_each_clock(lambda zone: Q(published_at__lt=_begin(next_day, zone)))
        return articles.filter(Q(page__issue__date__lte=value) | on_the_web)

    def _by_each_clock(self, condition):
        """Of what stands on no page, what came out at the time `condition` gives for its zone."""
        found = [Q(page=None, publication__time_zone=zone) & condition(zone) for zone in self.zones]
        return reduce(or_, found, Q(pk__in=()))

    @cached_property
    def zones(self):
        return list(Publication.objects.order_by().values_list("time_zone", flat=True).distinct())

    def by_reporter(self, articles, name, value):
        credits = VersionCredit.objects.filter(version=OuterRef("live_version"), reporter=value)
        return articles.filter(Exists(credits))


def _begin(day, zone):
    """A day's first moment by the clock of a paper, as the paper's own days have it."""
    return datetime.combine(max(day, EARLIEST), time(), ZoneInfo(zone))


# Of the filters a search with words needs the form alone, and making one takes long.
FIELDS = SearchFilter().get_form_class().base_fields


def form_of(query):
    """The form, with those of its fields alone that a query string fills in."""
    return _form_class(frozenset(query.keys() & FIELDS.keys()))(query)


@lru_cache
def _form_class(names):
    # In the form's own order, in which errors are told.
    return type("SearchForm", (forms.Form,), {n: f for n, f in FIELDS.items() if n in names})


def asked_in(form):
    """What a valid form asks for, in values that fit an address."""
    given = form.cleaned_data.items()
    return {
        name: int(value) if isinstance(value, Decimal) else value for name, value in given if value
    }


def narrows(asked):
    return bool(asked.keys() - {"q", "order"})

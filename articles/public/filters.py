"""The search form: words, and what narrows them down."""

from datetime import MAXYEAR

import django_filters as filters
from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Publication, Section

LONGEST = 100


class WordsField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST, **kwargs)
        # PostgreSQL cannot be asked for a NUL.
        self.validators.append(ProhibitNullCharactersValidator())


class WordsFilter(filters.CharFilter):
    field_class = WordsField


class SearchFilter(filters.FilterSet):
    """`q` is the full-text index's business; without it the filters alone make a list."""

    q = WordsFilter(label=_("Words"), method="leave")
    publication = filters.ChoiceFilter(
        label=_("Publication"), field_name="publication", empty_label=_("All")
    )
    section = filters.ChoiceFilter(label=_("Section"), field_name="section", empty_label=_("All"))
    year = filters.NumberFilter(
        label=_("Year"), method="of_year", min_value=1000, max_value=MAXYEAR - 1, decimal_places=0
    )
    tag = WordsFilter(label=_("Tag"), field_name="tags__name")

    class Meta:
        model = Article
        fields = ["publication", "section", "year", "tag"]

    def __init__(self, data, queryset):
        super().__init__(data, queryset)
        papers = Publication.objects.values_list("pk", "name")
        self.filters["publication"].extra["choices"] = [(str(pk), name) for pk, name in papers]
        self.filters["section"].extra["choices"] = [
            (str(pk), f"{paper} · {name}") for pk, paper, name in _sections_with_articles()
        ]

    def leave(self, articles, name, value):
        return articles

    def of_year(self, articles, name, value):
        year = int(value)
        return articles.filter(
            Q(page__issue__date__year=year) | Q(page=None, published_at__year=year)
        )

    @property
    def asked(self):
        """What a valid form asks for, in words that fit an address."""
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def narrows(self):
        return bool(self.asked.keys() - {"q"})


def _sections_with_articles():
    live = Article.objects.published().filter(section=OuterRef("pk"))
    sections = Section.objects.filter(Exists(live)).order_by("publication__name", "name")
    return sections.values_list("pk", "publication__name", "name")

"""What an import would make of a page, put in the words and numbers that a screen shows."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from articles.admin.paper.source import Source, source_of
from articles.intake import importing
from articles.models import Article, CreditRole, Page

FIRST_WORDS = 70


@dataclass(frozen=True)
class Found:
    """One article or photo of the page: what the parser read, and what became of it before."""

    change: importing.Change
    record: object
    article: Article | None = None
    moves_to: int = 0

    @property
    def change_name(self):
        return self.change.label

    @property
    def people(self):
        return [f"{CreditRole(credit.role).label} {credit.name}" for credit in self.record.credits]

    @property
    def paragraphs(self):
        return len(self.record.paragraphs)

    @property
    def characters(self):
        return sum(len(paragraph.text) for paragraph in self.record.paragraphs)

    @property
    def first_words(self):
        text = self.record.paragraphs[0].text if self.record.paragraphs else ""
        return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS] + "…"

    @property
    def first_line(self):
        return min(self.record.lines, default=0)

    @property
    def last_line(self):
        return max(self.record.lines, default=0)

    @property
    def percent(self):
        return round(self.record.confidence * 100)


@dataclass(frozen=True)
class Asked:
    line: int
    text: str


@dataclass(frozen=True)
class Preview:
    page: Page
    plan: importing.Plan

    @property
    def key(self):
        """Stands before line numbers in anchors, so that those of several pages differ."""
        return f"{self.page.pk}-"

    @cached_property
    def articles(self):
        return [
            Found(item.change, item.record, item.article, item.moves and item.place)
            for item in self.plan.articles
            if item.record
        ]

    @property
    def gone(self):
        return [item for item in self.plan.articles if item.record is None]

    @cached_property
    def photos(self):
        return [
            Found(item.change, item.record, moves_to=item.moves and item.place)
            for item in self.plan.photos
            if item.record
        ]

    @cached_property
    def doubts(self):
        return [
            Asked(doubt.line, _(doubt.message) % dict(doubt.params))
            for doubt in sorted(importing.doubts_to_ask(self.plan), key=lambda doubt: doubt.line)
        ]

    @property
    def staff(self):
        return staff_names((credit.role, credit.name) for credit in self.plan.record.staff)

    @property
    def furniture(self):
        return self.plan.record.furniture

    @property
    def loose(self):
        """Lines that the parser gave to nobody."""
        return self.plan.record.unassigned

    @cached_property
    def source(self) -> Source:
        record = self.plan.record
        return source_of(self.page.text, labels=record.labels, doubts=record.doubts)

    @property
    def new(self):
        new = importing.Change.NEW
        return len(self.plan.articles_to(new)), len(self.plan.photos_to(new))

    @property
    def mended(self):
        """(brought up to date, taken away, put elsewhere)"""
        change = importing.Change
        different, gone = (
            len(self.plan.articles_to(which)) + len(self.plan.photos_to(which))
            for which in (change.DIFFERENT, change.GONE)
        )
        return different, gone, self.plan.moving


def preview_of(page):
    """Reads only."""
    return Preview(page, importing.plan_import(page))


def staff_names(staff):
    return [f"{CreditRole(role).label} {name}" for role, name in staff]

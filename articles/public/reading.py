"""What readers' pages are made of, each in a fixed number of queries, all through published()."""

from datetime import datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from articles.models import (
    Article,
    Correction,
    Issue,
    Publication,
    Section,
    Status,
    VersionPhoto,
)
from articles.models.addresses import address
from articles.public.paging import PER_PAGE, listing_of


def web_stories_of(paper, day):
    """Those of one day by the paper's own clock."""
    begin = datetime.combine(day, time(), paper.zone)
    end = datetime.combine(day + timedelta(days=1), time(), paper.zone)
    live = Article.objects.published().filter(page=None, publication=paper)
    return live.filter(published_at__gte=begin, published_at__lt=end)


def public_issues(publication):
    return Issue.objects.public().filter(publication__slug=publication)


def correction_log(publication, number):
    """A page of all corrections of a paper's live articles, the newest first."""
    logged = Correction.objects.public().filter(article__publication=publication)
    start = (number - 1) * PER_PAGE
    rows = logged.select_related(
        "article__publication", "article__page__issue", "article__live_version"
    ).defer("body", "article__body", "article__page__source", "article__live_version__body")
    found = list(rows.order_by("-closed_at", "-pk")[start : start + PER_PAGE + 1])
    return listing_of(found, number)


class Retraction(NamedTuple):
    """A text that was taken back by a statement, which stands at its address."""

    paper: str
    number: str
    statement: str
    at: datetime

    @property
    def url(self):
        return address("article", self.paper, self.number)


def retractions_of(paper):
    """[Retraction, …] of a paper, the newest first. Without headlines, as at their addresses."""
    taken_back = Article.objects.taken_back().filter(publication=paper, status=Status.RETRACTED)
    rows = taken_back.order_by("-taken_at", "-pk")
    return [
        Retraction(*row)
        for row in rows.values_list("publication__slug", "number", "public_notice", "taken_at")
    ]


def papers_with_sections():
    """[(publication, its sections in which something is live), …]"""
    live = Article.objects.published().filter(section=OuterRef("pk"))
    sections = Section.objects.filter(Exists(live)).order_by("publication", "name")
    grouped = {pk: list(group) for pk, group in groupby(sections, lambda row: row.publication_id)}
    return [(paper, grouped.get(paper.pk, [])) for paper in Publication.objects.all()]


def articles_in(section, paper, now=None):
    """`paper` is the section's own: named beside it, the index of its dates can be used."""
    return Article.objects.published(now).filter(publication=paper, section=section)


def sections_of(paper):
    """The paper's sections of which readers can see something."""
    live = Article.objects.published().filter(section=OuterRef("pk"))
    return paper.sections.filter(Exists(live))


def pictured(paper):
    photos = VersionPhoto.objects.filter(version=OuterRef("live_version")).exclude(image_sha256="")
    return Article.objects.published().filter(Exists(photos), publication=paper)


def album_of(listing):
    """[(line, place of the photo in its article, photo), …] of what a list shows."""
    photos = VersionPhoto.objects.filter(version__in=[line.version for line in listing.lines])
    shown = {
        version: [(place, photo) for place, photo in enumerate(group, 1) if photo.image_sha256]
        for version, group in groupby(
            photos.order_by("version", "position", "pk"), lambda photo: photo.version_id
        )
    }
    return [
        (line, place, photo)
        for line in listing.lines
        for place, photo in shown.get(line.version, ())
    ]


def live_photo(sha256):
    """The stored name of a photo that a live version shows, or None."""
    photos = Article.objects.published().filter(live_version__photos__image_sha256=sha256)
    return photos.values_list("live_version__photos__image", flat=True).first()

"""Issues of which readers see something, and their pages."""

from itertools import groupby

from django.db.models import Exists, OuterRef

from articles.exporting.papers import paper_of
from articles.formats import values
from articles.models import Article, Face, Issue, JoinedPart, Page
from articles.models.addresses import address


def issues(among=None):
    """[values.Issue, …] of a queryset of issues, or of all, as far as readers see them."""
    public = (Issue.objects if among is None else among).public()
    return [_issue(each) for each in public.select_related("publication")]


def issue(paper, day):
    """The values.Issue of the paper with that slug and day, or None."""
    found = issues(Issue.objects.filter(publication__slug=paper, date=day))
    return found[0] if found else None


def pages_of(issue):
    """The pages of a values.Issue on which something is live, as values.Page, in four questions."""
    live = Article.objects.published()
    pages = Page.objects.filter(Exists(live.filter(page=OuterRef("pk"))), issue=issue.pk)
    facing = Page.objects.facing_readers().filter(pk=OuterRef("page"))
    faces = Face.objects.filter(Exists(facing), page__issue=issue.pk, sha256__gt="")
    rows = list(pages.order_by("sequence").values_list("pk", "sequence", "label", "name"))
    seen = {page: _face(*face) for page, *face in faces.values_list("page", "sha256", "sizes")}
    regions = _regions(issue)
    return tuple(
        values.Page(
            sequence=sequence,
            label=label,
            name=name,
            address=address("page", issue.paper.slug, issue.date, label),
            face=seen.get(pk),
            regions=regions.get(pk, ()),
        )
        for pk, sequence, label, name in rows
    )


def _issue(row):
    return values.Issue(
        pk=row.pk,
        paper=paper_of(row.publication),
        date=row.date,
        number=row.number,
        address=row.get_absolute_url(),
    )


def _face(sha256, sizes):
    return values.Face(
        sha256=sha256,
        sizes=tuple(map(tuple, sizes)),
        addresses=tuple(address("face", sha256, width) for width, _height in sizes),
        jpeg=address("face_jpeg", sha256),
    )


def _regions(issue):
    """{page: its regions}"""
    live = Article.objects.published().filter(publication=issue.paper.pk)
    begun = live.filter(page__issue=issue.pk).values_list(
        "page", "position", "pk", "number", "live_version__headline", "region__shapes"
    )
    # What goes on from its own page leads nowhere.
    pieces = JoinedPart.objects.filter(Exists(live.filter(pk=OuterRef("whole"))))
    continued = pieces.filter(piece__page__issue=issue.pk).values_list(
        "piece__page",
        "piece__position",
        "piece",
        "whole__number",
        "whole__live_version__headline",
        "piece__region__shapes",
        "whole__page",
    )
    found = [(*row, False) for row in begun.order_by()]
    found += [(*row[:-1], True) for row in continued.order_by() if row[-1] not in (None, row[0])]
    found.sort(key=lambda row: row[:3])
    return {
        page: tuple(_region(issue.paper.slug, *row[1:]) for row in rows)
        for page, rows in groupby(found, lambda row: row[0])
    }


def _region(paper, position, _pk, number, headline, shapes, is_continued):
    return values.Region(
        article=number,
        headline=headline,
        address=address("article", paper, number),
        position=position,
        shapes=tuple(tuple(map(tuple, shape)) for shape in shapes or ()),
        is_continued=is_continued,
    )

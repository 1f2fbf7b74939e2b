"""What viewers of digital archives are told of a paper (IIIF): what is live, and nothing else."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles import exporting
from articles.exporting.papers import paper_of
from articles.formats import drawing, iiif, ninjs, values
from articles.gate import public_data, site_of
from articles.models import Issue, Publication
from articles.public.facsimiles import facsimile_of


@public_data
def collection(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    days = Issue.objects.public().filter(publication=paper).dates("date", "year", order="DESC")
    years = [day.year for day in days]
    return _answer(iiif.collection(paper_of(paper), years, site=site_of(request)))


@public_data
def year(request, publication, year):
    of_year = Issue.objects.filter(publication__slug=publication, date__year=year)
    issues = exporting.issues(of_year.order_by("-date"))
    if not issues:
        raise Http404
    return _answer(iiif.year(issues[0].paper, year, issues, site=site_of(request)))


@public_data
def manifest(request, publication, date):
    issue, pages = _found(exporting.issue_with_pages(publication, date))
    articles = exporting.articles_of(issue)
    canvases = [_canvas(issue, page, articles) for page in pages]
    told = iiif.manifest(issue, canvases, articles, site=site_of(request), also=_ninjs)
    return _answer(told)


@public_data
def annotations(request, publication, date, label):
    issue, page, articles = _found(exporting.page_with_articles(publication, date, label))
    canvas = _canvas(issue, page, articles)
    return _answer(iiif.annotations(canvas, articles, site=site_of(request)))


@public_data
def page_drawing(request, publication, date, label):
    """The page set again from its text, as a picture."""
    issue, page, articles = _found(exporting.page_with_articles(publication, date, label))
    return HttpResponse(_drawn(issue, page, articles).svg, content_type="image/svg+xml")


def _found(opened):
    if opened is None:
        raise Http404
    return opened


def _canvas(issue, page, articles):
    if page.face:
        return iiif.of_face(page)
    return iiif.of_drawing(page, _drawn(issue, page, articles), f"{page.address}page.svg")


def _drawn(issue, page, articles):
    texts = {each.number: each for each in articles}
    # Between two questions an article may have been withdrawn.
    printed = [
        region if region.is_continued else texts[region.article]
        for region in page.regions
        if region.is_continued or region.article in texts
    ]
    title = f"{issue.paper.name}　{issue.date.isoformat()}　{page.label}　{page.name}"
    return drawing.draw(facsimile_of(printed), title=title)


def _ninjs(told):
    """What else machines may read of an issue or an article."""
    kind, key = ("issue", told.date) if isinstance(told, values.Issue) else ("article", told.number)
    path = reverse(f"api:{kind}_ninjs", args=[told.paper.slug, key])
    yield path, "application/json", ninjs.STANDARD["schema"]


def _answer(told):
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type=iiif.MEDIA_TYPE)

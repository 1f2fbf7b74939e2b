"""Pages for machines: feeds, maps of the site, robots.txt; and the page that tells of the feeds."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.exporting import people
from articles.gate import hourly_page, public_page
from articles.models import Article, Publication, Reporter, Section, Tag
from articles.public import feeds, reading, sitemaps

XML = "application/xml; charset=utf-8"


@public_page
def overview(request):
    context = {"papers": reading.papers_with_sections(), "kinds": feeds.NAMES}
    return render(request, "public/feeds.html", context)


@public_page
def of_publication(request, publication, kind):
    paper = get_object_or_404(Publication, slug=publication)
    address = reverse("public:feed", args=[publication, kind])
    live = Article.objects.published().filter(publication=paper)
    return _answer(request, kind, paper.name, paper.get_absolute_url(), address, feeds.newest(live))


@public_page
def of_section(request, pk, kind):
    section = get_object_or_404(Section.objects.select_related("publication"), pk=pk)
    title = f"{section.publication.name} · {section.name}"
    address = reverse("public:feed_section", args=[pk, kind])
    live = reading.articles_in(section, section.publication)
    page = section.publication.get_absolute_url()
    return _answer(request, kind, title, page, address, _found(live))


@public_page
def of_tag(request, slug, kind):
    tag = get_object_or_404(Tag, slug=slug)
    address = reverse("public:feed_tag", args=[slug, kind])
    live = _found(people.articles_tagged(tag))
    return _answer(request, kind, tag.name, tag.get_absolute_url(), address, live)


@public_page
def of_person(request, pk, kind):
    person = get_object_or_404(Reporter, pk=pk)
    address = reverse("public:feed_person", args=[pk, kind])
    live = _found(people.articles_by(person))
    return _answer(request, kind, person.name, person.get_absolute_url(), address, live)


def _found(articles):
    """What nobody has published under is as good as unknown."""
    found = feeds.newest(articles)
    if not found:
        raise Http404
    return found


def _answer(request, kind, title, page, address, articles):
    channel = feeds.Channel(title, page, address)
    content, content_type = feeds.written(channel, kind, articles, request.build_absolute_uri)
    return HttpResponse(content, content_type=content_type)


@public_page
def sitemap(request):
    parts = sitemaps.parts(Publication.objects.all())
    return HttpResponse(sitemaps.index(parts, request.build_absolute_uri), content_type=XML)


@public_page
def sitemap_part(request, publication, year, number):
    content = sitemaps.part(publication, year, number, request.build_absolute_uri)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=XML)


@hourly_page
def sitemap_news(request):
    return HttpResponse(sitemaps.news(request.build_absolute_uri), content_type=XML)


@public_page
def robots(request):
    content = sitemaps.robots(request.build_absolute_uri)
    return HttpResponse(content, content_type="text/plain; charset=utf-8")

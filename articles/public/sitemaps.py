"""Maps of the site for crawlers: all that is live by paper and year, and two days of news."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape

from django.db.models import Max, Min
from django.urls import reverse
from django.utils import timezone

from articles.formats.markup import clean
from articles.models import Article, Issue, Page
from articles.public.feeds import LANGUAGE

PER_MAP = 10_000  # articles; the protocol allows 50,000 addresses
NEWS = timedelta(days=2)
MOST_NEWS = 1000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
GOOGLE_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Part:
    """A map: the articles of a paper that came out in a year, from a place in their order on.

    The first of a year has its issues as well, and is there where it has nothing else: years of
    print come out in one.
    """

    publication: str
    year: int
    number: int

    @property
    def address(self):
        return reverse("public:sitemap_part", args=[self.publication, self.year, self.number])


def parts(publications):
    """Every map of every publication, the oldest first."""
    return [
        Part(paper.slug, year, number)
        for paper in publications
        for year, maps in _years(paper)
        for number in range(1, maps + 1)
    ]


def _years(paper):
    """[(year, number of maps), …]"""
    live = Article.objects.published().filter(publication=paper)
    span = live.aggregate(first=Min("published_at"), last=Max("published_at"))
    if span["first"] is None:
        return []
    out = range(span["first"].year, span["last"].year + 1)
    days = Issue.objects.public().filter(publication=paper).dates("date", "year")
    printed = {day.year for day in days}
    counted = {year: _count(_of_year(paper.slug, year)) for year in out}
    return [
        (year, max(counted.get(year, 0), int(year in printed))) for year in sorted({*out, *printed})
    ]


def _count(articles):
    return -(-articles.count() // PER_MAP)


def _of_year(publication, year):
    """In the order of coming out, so that a map that is full never changes by a new article."""
    first, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    found = Article.objects.published().filter(
        publication__slug=publication, published_at__gte=first, published_at__lt=end
    )
    return found.order_by("published_at", "pk")


def index(parts, absolute):
    places = [absolute(reverse("public:sitemap_news")), *(absolute(part.address) for part in parts)]
    lines = (f"<sitemap><loc>{escape(place)}</loc></sitemap>" for place in places)
    return _document("sitemapindex", lines)


def part(publication, year, number, absolute):
    """One map as XML, or None where nothing is in it."""
    start = (number - 1) * PER_MAP
    rows = _of_year(publication, year).values_list(
        "number", "published_at", "live_version__made_at"
    )[start : start + PER_MAP]
    lines = [
        _url(absolute(reverse("public:article", args=[publication, name])), max(out, made))
        for name, out, made in rows
    ]
    printed = list(_printed(publication, year, absolute)) if number == 1 else []
    return _document("urlset", [*printed, *lines]) if printed or lines else None


def _printed(publication, year, absolute):
    issues = Issue.objects.public().filter(publication__slug=publication, date__year=year)
    for day in issues.order_by("date").values_list("date", flat=True):
        yield _url(absolute(reverse("public:issue", args=[publication, day])))
    live = Article.objects.published().filter(page__issue__publication__slug=publication)
    pages = Page.objects.filter(pk__in=live.values("page"), issue__date__year=year)
    for day, label in pages.order_by("issue__date", "sequence").values_list("issue__date", "label"):
        yield _url(absolute(reverse("public:page", args=[publication, day, label])))


def news(absolute):
    """What came out in the last two days, with its headline."""
    recent = Article.objects.published().filter(published_at__gte=timezone.now() - NEWS)
    rows = recent.newest_first().values_list(
        "publication__slug", "publication__name", "number", "published_at", "live_version__headline"
    )[:MOST_NEWS]
    lines = (
        f"<url><loc>{escape(absolute(reverse('public:article', args=[slug, number])))}</loc>"
        f"<news:news><news:publication><news:name>{escape(clean(name))}</news:name>"
        f"<news:language>{LANGUAGE.lower()}</news:language></news:publication>"
        f"<news:publication_date>{out.isoformat(timespec='seconds')}</news:publication_date>"
        f"<news:title>{escape(clean(headline))}</news:title></news:news></url>"
        for slug, name, number, out, headline in rows
    )
    return _document("urlset", lines, f' xmlns:news="{GOOGLE_NEWS}"')


def robots(absolute):
    """What crawlers may read, and where the map is. Of the search the form alone is for them."""
    closed = ("admin:index", "desk:home", "login", "logout")
    lines = [
        "User-agent: *",
        *(f"Disallow: {reverse(name)}" for name in closed),
        f"Disallow: {reverse('public:search')}?",
        "",
        f"Sitemap: {absolute(reverse('public:sitemap'))}",
    ]
    return "\n".join(lines) + "\n"


def _url(place, changed=None):
    dated = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<url><loc>{escape(place)}</loc>{dated}</url>"


def _document(root, lines, more=""):
    return f'{HEAD}<{root} xmlns="{SITEMAP}"{more}>\n' + "\n".join(lines) + f"\n</{root}>\n"

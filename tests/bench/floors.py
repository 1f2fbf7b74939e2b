"""Beside every page of the site, the least that shows the same: plain rows in a small template.

Each is asked for a number of bytes, those of the page that it stands beside, and makes up to them
with white space: what goes through the server is the same.
"""

from django.db import connection
from django.db.models import Value
from django.http import HttpResponse
from django.template import engines
from django.urls import path, register_converter

from articles.converters import DateConverter
from articles.models import Article, Issue, Publication, VersionCredit
from articles.search.asking import anywhere
from articles.search.engines import engine
from articles.search.spelling import terms
from articles.search.statement import LAST_KEY
from newsroom.urls import urlpatterns as site

register_converter(DateConverter, "bench_date")
PAGE = engines["django"].from_string(
    """<!doctype html><html lang="zh-hans"><head><meta charset="utf-8"><title>{{ title }}</title>
<link rel="stylesheet" href="/static/css/base.css"></head>
<body><header><a href="/">报</a></header><main><h1>{{ title }}</h1>
{% for row in rows %}<article><h3><a href="/bench/{{ row.0 }}/">{{ row.1 }}</a></h3>
{% for line in row.2 %}<p>{{ line }}</p>{% endfor %}</article>{% endfor %}
</main></body></html>"""
)
LISTED = ("number", "live_version__headline", "live_version__lead")
PRINTED = ("number", "live_version__headline", "live_version__body")
HEADED = ("number", "live_version__headline", Value(""))


def shown(request, title, rows):
    """`rows` are (number, headline, text)."""
    listed = [(number, headline, text.splitlines()) for number, headline, text in rows]
    html = PAGE.render({"title": title, "rows": listed}).encode()
    return HttpResponse(html.ljust(int(request.GET["bytes"])))


def bare(request):
    return HttpResponse("报")


def home(request):
    paper = Publication.objects.first()
    issue = Issue.objects.filter(publication=paper).order_by("-date").first()
    live = Article.objects.published().filter(page__issue=issue, page__sequence=1)
    return shown(request, paper.name, live.order_by("position").values_list(*LISTED))


def issue(request, date):
    """The first page with its texts, of the others the headlines."""
    live = Article.objects.published().filter(page__issue__date=date)
    first = live.filter(page__sequence=1).order_by("position").values_list(*PRINTED)
    others = live.exclude(page__sequence=1).order_by("page__sequence", "position")
    return shown(request, str(date), [*first, *others.values_list(*HEADED)])


def page(request, date, label):
    live = Article.objects.published().filter(page__issue__date=date, page__label=label)
    return shown(request, label, live.order_by("position").values_list(*PRINTED))


def article(request, number):
    live = Article.objects.published().filter(number=number)
    row = live.values_list("live_version_id", "live_version__headline", "live_version__body").get()
    names = VersionCredit.objects.filter(version=row[0]).values_list("name", flat=True)
    tags = Article.tags.through.objects.filter(content_object__number=number)
    lines = [*names, *tags.values_list("tag__name", flat=True), row[2]]
    return shown(request, row[1], [(number, row[1], "\n".join(lines))])


def tag(request, slug):
    live = Article.objects.published().filter(taggings__tag__slug=slug)
    pks = list(live.order_by("-published_at", "-pk").values_list("pk", flat=True)[:20])
    return shown(request, slug, Article.objects.filter(pk__in=pks).values_list(*LISTED))


def search(request):
    """The newest twenty that hold the word, how many do up to a thousand, and by what to narrow."""
    asked = engine()._expression(anywhere(terms(request.GET["q"])))
    with connection.cursor() as cursor:
        cursor.execute(_counted(), [asked, LAST_KEY])
        rows = cursor.fetchall()
    newest = [value for what, value, _number in rows if what == "hit"]
    facets = [(0, what, f"{value} {number}") for what, value, number in rows if what != "hit"]
    live = Article.objects.published().filter(search_place__key__in=newest)
    return shown(request, request.GET["q"], [*facets, *live.values_list(*LISTED)])


# In SQLite CROSS JOIN keeps the order of the tables: from the hits outwards.
NARROWING = (
    (
        "publication",
        "b.name",
        "CROSS JOIN articles_publication b WHERE b.id = f.publication_id",
    ),
    ("section", "b.name", "CROSS JOIN articles_section b WHERE b.id = f.section_id"),
    ("kind", "f.kind", ""),
    ("year", "f.year", ""),
    (
        "tag",
        "b.name",
        "CROSS JOIN articles_tagging t CROSS JOIN articles_tag b"
        " WHERE t.content_object_id = f.id AND b.id = t.tag_id",
    ),
    (
        "reporter",
        "b.name",
        "CROSS JOIN articles_versioncredit c CROSS JOIN articles_reporter b"
        " WHERE c.version_id = f.live_version_id AND b.id = c.reporter_id",
    ),
)


def _counted():
    """Rows of (what, value, number), of the newest thousand at most."""
    matching = {
        "sqlite": "SELECT rowid AS id FROM articles_searchindex WHERE articles_searchindex"
        " MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT 1001",
        "postgresql": "SELECT id FROM articles_search_matching(%s::tsquery) id WHERE id < %s"
        " ORDER BY id DESC LIMIT 1001",
    }
    year = {"sqlite": "substr(p.day, 1, 4)", "postgresql": "to_char(p.day, 'YYYY')"}
    facts = "p.key, a.id, a.publication_id, a.section_id, a.kind, a.live_version_id"
    counted = " UNION ALL ".join(
        f"SELECT '{what}', {value}, COUNT(*) FROM found f {joined} GROUP BY {value}"
        for what, value, joined in NARROWING
    )
    return (
        f"WITH found AS MATERIALIZED (SELECT {facts}, {year[connection.vendor]} AS year"
        f" FROM ({matching[connection.vendor]}) i CROSS JOIN articles_searchplace p"
        " CROSS JOIN articles_article a WHERE p.key = i.id AND a.id = p.article_id)"
        " SELECT * FROM (SELECT 'hit' AS what, CAST(key AS VARCHAR) AS value, 0 AS number"
        " FROM found ORDER BY key DESC LIMIT 20) hits"
        f" UNION ALL SELECT 'total', '', COUNT(*) FROM found UNION ALL {counted}"
    )


urlpatterns = [
    path("floor/bare/", bare),
    path("floor/home/", home),
    path("floor/issue/<bench_date:date>/", issue),
    path("floor/page/<bench_date:date>/<str:label>/", page),
    path("floor/article/<str:number>/", article),
    path("floor/tag/<str:slug>/", tag),
    path("floor/search/", search),
    *site,
]

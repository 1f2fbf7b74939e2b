"""Readers' pages ask the database the same few questions, however much there is to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Reporter, Tag
from tests.builders import page_of, web_article

MOST = {
    "home": 4,
    "publication": 7,
    "latest": 1,
    "issue": 3,
    "page": 4,
    "article": 6,
    "article_photo": 5,
    "about": 3,
    "photos": 4,
    "reporter": 3,
    "tag": 3,
    "search": 3,
    "search of a person": 4,
    "narrowed": 5,
    "photo": 1,
    "rendition": 1,
    "unknown": 4,
}


def publish(live, cast, publication, issue, *, rows):
    """`rows` articles by one person under one tag, on as many pages, and as many on the web."""
    for row in range(rows):
        page = page_of(issue, f"{issue.pages.count() + 1:02}")
        live("众", where=page, headline=f"桥{row}")
        web_article(cast, publication, "published", headline=f"网{row}")


def addresses():
    article = Article.objects.filter(page__isnull=False).latest("pk")
    sha256 = article.photos.get().image_sha256
    return {
        "home": "/",
        "publication": "/yanxi/",
        "latest": "/yanxi/latest/",
        "issue": article.page.issue.get_absolute_url(),
        "page": article.page.get_absolute_url(),
        "article": article.get_absolute_url(),
        "article_photo": article.get_absolute_url() + "photos/1/",
        "about": "/yanxi/about/",
        "photos": "/yanxi/photos/",
        "reporter": Reporter.objects.get().get_absolute_url(),
        "tag": Tag.objects.get().get_absolute_url(),
        "search": "/search/?q=桥",
        "search of a person": f"/search/?q=桥&reporter={Reporter.objects.get().pk}",
        "narrowed": "/search/?year=2026",
        "photo": f"/photos/{sha256}.jpg",
        "rendition": f"/photos/{sha256}-480.webp",
        "unknown": "/yanxi/2026-999999/",
    }


def count(client, places):
    counts = {}
    for name, address in places.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts[name] = len(queries)
    return counts


@pytest.fixture
def counts(live, cast, publication, issue, client):
    """{page: statements} with 2 rows of everything, and with 20."""
    publish(live, cast, publication, issue, rows=2)
    few = count(client, addresses())
    publish(live, cast, publication, issue, rows=18)
    return few, count(client, addresses())


def test_statements_do_not_grow_and_are_few(counts):
    few, many = counts
    assert few == many
    assert {name: number for name, number in many.items() if number > MOST[name]} == {}
    assert many.keys() == MOST.keys()


def test_postgresql_compiles_no_statement(db):
    """It takes seconds for a statement of many subqueries that is answered in milliseconds."""
    if connection.vendor != "postgresql":
        pytest.skip("of PostgreSQL")
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)

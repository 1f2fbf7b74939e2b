"""What the bench does: pages to import, an issue to read, and the floors beside them."""

from datetime import date, timedelta
from itertools import count

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from articles.intake.importing import apply_import, plan_import
from articles.models import Issue, Page, Publication
from tests.bench.rounds import Target
from tests.builders import page_of, print_article
from tests.conftest import gather

__all__ = ["ARTICLES", "PAGES", "gather", "importing_targets", "reading_targets"]

PAGES = 8
ARTICLES = 72
PARAGRAPH = "本报讯 沿河两岸的步道昨天全线贯通，附近居民从此可以一路走到老码头。" * 4
FLOOR_TABLE = "bench_floor"


def importing_targets(cast, files):
    publication = Publication.objects.create(name="试报", slug="bench")
    sources = [file.read_bytes() for file in files]
    days = count()

    def new_page(call):
        day = date(2000, 1, 1) + timedelta(days=next(days))
        issue = Issue.objects.create(publication=publication, date=day)
        page = Page(issue=issue, label="01", sequence=1)
        page.set_source(sources[call % len(sources)], encoding="utf-8")
        page.save()
        return page

    standing = [new_page(number) for number in range(len(sources))]
    return [
        Target("read a page's source", lambda call: _read(standing, call)),
        Target("plan", lambda call: plan_import(standing[call % len(standing)]), _READ),
        Target("store its text", lambda call: _store(sources[call % len(sources)])),
        Target(
            "new page, plan, apply",
            lambda call: apply_import(plan_import(new_page(call)), by=cast.de),
            "store its text",
            calls=8,
        ),
    ]


_READ = "read a page's source"


def _read(pages, call):
    return Page.objects.values_list("source", flat=True).get(pk=pages[call % len(pages)].pk)


def _store(source):
    """The least that keeps a page: its lines as rows, in one transaction."""
    lines = source.decode().splitlines()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {FLOOR_TABLE} (line TEXT)")
        cursor.executemany(f"INSERT INTO {FLOOR_TABLE} VALUES (%s)", [[line] for line in lines])


def reading_targets(cast):
    settings.ROOT_URLCONF = "tests.bench.bare"
    articles = _published_issue(cast)
    article, issue = articles[0], articles[0].page.issue
    client = Client()
    home, latest = reverse("public:home"), issue.get_absolute_url()
    pages = {
        "home": home,
        "issue": latest,
        "page": article.page.get_absolute_url(),
        "article": article.get_absolute_url(),
        "search, two characters": reverse("public:search") + "?q=步道",
    }
    bare = Target("bare view", lambda call: _get(client, "/bare/"))
    raw = Target("read one version", lambda call: _read_version(article))
    return [bare, raw, *(_page(client, name, address) for name, address in pages.items())]


def _page(client, name, address):
    return Target(name, lambda call: _get(client, address), "bare view")


def _get(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content


def _read_version(article):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT headline, body FROM articles_version WHERE id = %s", [article.live_version_id]
        )
        return cursor.fetchone()


def _published_issue(cast):
    publication = Publication.objects.create(name="读报", slug="reading")
    issue = Issue.objects.create(publication=publication, date=date(2026, 11, 20))
    made = []
    for number in range(1, PAGES + 1):
        page = page_of(issue, f"{number:02d}")
        for position in range(ARTICLES // PAGES):
            body = "\n".join([PARAGRAPH] * 6)
            fields = {"position": position, "headline": f"步道贯通之{position}", "body": body}
            made.append(print_article(cast, page, "published", **fields))
    return made

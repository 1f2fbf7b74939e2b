"""A small paper, a day of it that readers do not see, and a reader's browser."""

from datetime import date
from types import SimpleNamespace
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.db import connection

from articles.models import Issue, Reporter
from tests.builders import page_of
from tests.public import furnished

REDIS = "redis://127.0.0.1:6379/15"


@pytest.fixture(autouse=True)
def _stamps_at_once(request):
    """A test's transaction never ends, and on PostgreSQL stamps are renewed at its end."""
    if "db" in request.fixturenames:
        request.getfixturevalue("db")
        stamp_at_once()


def stamp_at_once():
    """For the rest of this transaction."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conname LIKE 'articles\\_stamp\\_%'"
        )
        names = ", ".join(name for (name,) in cursor.fetchall())
        cursor.execute(f"SET CONSTRAINTS {names} IMMEDIATE")


@pytest.fixture(params=["memory", "redis"])
def cached(request, settings):
    """The page cache, empty."""
    pages = redis_pages() if request.param == "redis" else memory_pages()
    settings.CACHES = settings.CACHES | {"pages": pages}
    yield caches["pages"]
    empty(caches["pages"])


def memory_pages():
    backend = "django.core.cache.backends.locmem.LocMemCache"
    return {"BACKEND": backend, "LOCATION": uuid4().hex, "OPTIONS": {"MAX_ENTRIES": 1000}}


def redis_pages():
    """Where the package is installed and a server answers, under a prefix of its own."""
    redis = pytest.importorskip("redis", reason="the package redis is not installed")
    try:
        redis.Redis.from_url(REDIS).ping()
    except redis.RedisError as error:
        pytest.skip(f"no Redis here: {error}")
    backend = "newsroom.redis_pages.RedisPages"
    return {"BACKEND": backend, "LOCATION": REDIS, "KEY_PREFIX": uuid4().hex}


def kept_in(cache):
    """{key: (content, headers)} of what a page cache holds."""
    if cache.key_prefix:
        client = cache._cache.get_client()
        keys = [key.decode() for key in client.scan_iter(f"{cache.key_prefix}:*")]
    else:
        keys = list(cache._cache)
    bare = [key.split(":", 2)[2] for key in keys]
    return {key: cache.get(key) for key in bare}


def empty(cache):
    """Of its own alone: others may keep theirs in the same Redis."""
    for key in kept_in(cache):
        cache.delete(key)


@pytest.fixture
def read(client):
    """A function: address → (status, text) as a reader gets it."""

    def get(address, data=None, **headers):
        answer = client.get(address, data, headers=headers or None)
        return answer.status_code, text_of(answer)

    return get


def text_of(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return unquote(content.decode("utf-8", "replace"))


@pytest.fixture
def page(issue):
    return page_of(issue, "01", name="要闻")


@pytest.fixture
def unseen_issue(publication):
    return Issue.objects.create(publication=publication, date=date(2026, 11, 27), number=4322)


@pytest.fixture
def live(cast, page, django_capture_on_commit_callbacks):
    """A function that publishes one more article on the page, and has it searchable."""

    def publish(word="已刊", where=page, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return furnished.on_page(cast, where, "published", word, **fields)

    return publish


@pytest.fixture
def paper(cast, publication, issue, page, live, django_capture_on_commit_callbacks):
    """All of it published: two days with two pages each, and a story on the web."""
    page.staff = [["editor", "孟青"]]
    page.save(update_fields=["staff"])
    earlier = Issue.objects.create(publication=publication, date=date(2026, 11, 16), number=4317)
    second = page_of(issue, "A02", name="民生")
    for label in ("01", "A02"):
        live("民生", where=page_of(earlier, label))
    lead, last_of_first = live("民生", headline="大桥通车"), live("民生")
    on_second = live("民生", where=second)
    with django_capture_on_commit_callbacks(execute=True):
        furnished.on_the_web(cast, publication, "published", "民生")
    return SimpleNamespace(
        publication=publication,
        lead=lead,
        last_of_first=last_of_first,
        on_second=on_second,
        pages=[page, second],
        reporter=Reporter.objects.get(),
    )

"""Readers' finished pages in Redis: without it the paper is slower, and all there.

A stand-in plays the package, which is no part of what the tests need.
"""

import sys
from importlib import import_module
from types import ModuleType, SimpleNamespace

import pytest

SERVER = "redis://127.0.0.1:6379/1"


class RedisError(Exception):
    """What the package raises, whatever the matter is."""


class Server:
    """Keeps what it is given; `asked` counts. Away, it answers nothing."""

    def __init__(self):
        self.kept, self.asked, self.is_away = {}, 0, False

    def _asked(self):
        self.asked += 1
        if self.is_away:
            raise RedisError("Connection refused.")

    def get(self, key):
        self._asked()
        return self.kept.get(key)

    def set(self, key, value, ex=None, nx=False):
        self._asked()
        if nx and key in self.kept:
            return None
        self.kept[key] = value
        return True

    def delete(self, key):
        self._asked()
        return bool(self.kept.pop(key, None))


@pytest.fixture
def server(monkeypatch):
    made, package = Server(), ModuleType("redis")
    package.RedisError = RedisError
    package.connection = SimpleNamespace(DefaultParser=None)
    package.ConnectionPool = SimpleNamespace(from_url=lambda *url, **options: options)
    package.Redis = lambda connection_pool: made
    monkeypatch.setitem(sys.modules, "redis", package)
    monkeypatch.delitem(sys.modules, "newsroom.redis_pages", raising=False)
    yield made
    sys.modules.pop("newsroom.redis_pages", None)


@pytest.fixture
def pages(server, settings):
    pages = {"BACKEND": "newsroom.redis_pages.RedisPages", "LOCATION": SERVER}
    settings.CACHES = settings.CACHES | {"pages": pages}


def test_a_page_is_kept_there(pages, server, paper, client, django_assert_num_queries):
    first = client.get("/yanxi/2026-11-20/")
    with django_assert_num_queries(1):
        assert client.get("/yanxi/2026-11-20/").content == first.content
    assert len(server.kept) == 1


def test_while_it_is_away_every_page_is_made(pages, server, paper, client):
    server.is_away = True
    answers = [client.get("/yanxi/2026-11-20/") for _turn in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert "大桥通车" in answers[1].text


def test_while_it_is_away_it_is_asked_once_in_a_while(pages, server, paper, client, monkeypatch):
    backend = import_module("newsroom.redis_pages")
    server.is_away = True
    for _turn in range(5):
        client.get("/yanxi/2026-11-20/")
    assert server.asked == 1
    server.is_away = False
    monkeypatch.setattr(backend, "monotonic", lambda: backend.RedisPages.away_until)
    client.get("/yanxi/2026-11-20/")
    assert len(server.kept) == 1

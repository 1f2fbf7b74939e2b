"""What programs are told that ask for what is not there, or in a way that makes no sense."""

from urllib.parse import quote

import pytest
from django.core import signing
from django.core.cache import cache
from django.db import OperationalError

from articles import exporting
from articles.models import Article
from tests.builders import go
from tests.formats.test_ninjs import checked
from tests.public.test_hostile import FILTERS, LONG, NUMBERS, PATHS, WORDS, unfit

LISTS = [
    "/api/publications/",
    "/api/publications/yanxi/issues/",
    "/api/publications/yanxi/articles/",
    "/api/articles/",
    "/api/people/",
    "/api/tags/",
]
UNKNOWN = [
    "/api/nothing/",
    "/api/publications/nothing/",
    "/api/publications/nothing/issues/",
    "/api/publications/yanxi/issues/1999-01-01/",
    "/api/publications/yanxi/issues/2026-02-30/",
    "/api/publications/yanxi/issues/2026-11-20/99/",
    "/api/publications/yanxi/issues/1999-01-01.ninjs.json",
    "/api/publications/yanxi/articles/2026-999999/",
    "/api/publications/yanxi/articles/2026-999999.ninjs.json",
    "/api/people/999999/",
    "/api/people/99999999999999999999999999/",
    "/api/tags/没有这个/",
]
SHORT = [word for word in [*WORDS, *NUMBERS] if word != LONG]
CURSORS = ["x", "\x00", "[1]", "a:b:c", "＃", "9" * 5_000, "'", "<script>", "bnVsbA:1:x"]


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_not_there_is_told_in_the_same_sentence(paper, ask, address):
    assert ask(address, status=404) == {"detail": "这个地址没有内容，或者内容没有发布。"}


def test_it_is_told_in_the_language_that_is_asked_for(paper, client):
    answer = client.get("/api/nothing/", headers={"Accept-Language": "en"})
    assert answer.json()["detail"].startswith("There is nothing at this address")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_there_is_nothing_to_write(paper, client, method):
    for address in [*LISTS, "/api/", "/api/openapi.json"]:
        answer = getattr(client, method)(address)
        assert (answer.status_code, list(answer.json())) == (405, ["detail"])
        assert answer["Allow"] == "GET, HEAD"


def test_a_browser_gets_json_too(paper, client):
    answer = client.get("/api/", headers={"Accept": "text/html,application/xhtml+xml"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")


def test_what_was_withdrawn_is_gone_with_its_notice(cast, live, client, ask):
    article = live()
    address = f"/api/publications/yanxi/articles/{article.number}"
    tag = client.get(f"{address}/")["ETag"]
    go(article, "withdraw", cast.chen, opinion="因事实有误，本文已撤回。")
    assert client.get(f"{address}/", headers={"If-None-Match": tag}).status_code == 410
    told = ask(f"{address}/", status=410)
    assert told == {"detail": "因事实有误，本文已撤回。", "status": "withdrawn"}
    stub = checked(ask(f"{address}.ninjs.json", status=410))
    assert (stub["pubStatus"], stub["version"]) == ("canceled", "2")
    assert "已刊" not in str(stub)
    assert ask("/api/articles/")["results"] == []


def test_what_was_retracted_is_gone_with_its_statement(cast, live, ask):
    article = live()
    go(article, "ask_retract", cast.chen)
    go(article, "retract", cast.cui)
    told = ask(f"/api/publications/yanxi/articles/{article.number}/", status=410)
    assert (told["status"], told["detail"]) == ("retracted", "本文严重失实，现予撤销。")


def test_a_filter_that_makes_no_sense_is_named(paper, ask):
    assert ask("/api/articles/", {"since": "昨天"}, status=400)["detail"].startswith("since: ")
    assert ask("/api/articles/", {"year": "x", "q": "桥"}, status=400)["detail"].startswith("year:")
    told = ask("/api/publications/yanxi/issues/", {"until": "x"}, status=400)
    assert told["detail"].startswith("until: ")


@pytest.mark.once
@pytest.mark.parametrize("where", LISTS)
def test_no_words_break_a_list(client, paper, where):
    names = ["name", "cursor", "format", "since", "until"]
    for name in [*names, *(FILTERS if where == "/api/articles/" else ())]:
        assert unfit(client, where, name, SHORT) == {}


@pytest.mark.once
@pytest.mark.parametrize("name", ["q", *FILTERS])
def test_no_words_break_the_search(client, paper, name):
    words = {} if name == "q" else {"q": "通车"}
    assert unfit(client, "/api/articles/", name, SHORT, **words) == {}


@pytest.mark.once
def test_no_length_breaks_a_list(client, paper):
    for name in ("q", "tag", "name", "cursor", "year"):
        for where in ("/api/articles/", "/api/people/"):
            assert unfit(client, where, name, [LONG]) == {}


@pytest.mark.once
def test_addresses_that_make_no_sense_are_not_found(client, paper):
    answers = {path[:40]: client.get("/api/publications" + path).status_code for path in PATHS}
    assert {path: status for path, status in answers.items() if status != 404} == {}


@pytest.mark.parametrize("where", LISTS)
def test_a_cursor_that_is_not_of_the_list_is_refused(paper, ask, where):
    foreign = signing.dumps(["2026-11-20T00:00:00+00:00", 1], salt="articles.api.Other")
    for cursor in [*CURSORS, foreign]:
        assert ask(where, {"cursor": cursor}, status=400)["detail"].startswith("cursor: ")


def test_a_search_takes_the_cursor_of_no_list(paper, ask):
    listed = signing.dumps(["2026-11-20T00:00:00+00:00", 1], salt="articles.api.Articles")
    ask("/api/articles/", {"q": "桥", "cursor": listed}, status=400)


def test_markup_that_is_asked_for_comes_back_as_data_alone(paper, client):
    attack = quote("<script>alert(1)</script>")
    for address in [f"/api/tags/{attack}/", f"/api/articles/?kind={attack}"]:
        answer = client.get(address)
        assert answer["Content-Type"] == "application/json"
        assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.fixture
def three_a_minute(settings):
    settings.SEARCHES_A_MINUTE = 3
    cache.clear()
    yield
    cache.clear()


def test_who_asks_too_often_has_to_wait_but_not_for_what_has_an_address(
    three_a_minute, paper, client, ask
):
    for _time in range(3):
        ask("/api/articles/", {"kind": "news"})
    answer = client.get("/api/articles/?kind=news")
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert answer["Cache-Control"] == "no-store"
    assert client.get("/search/?q=桥").status_code == 429
    ask("/api/articles/")
    ask(f"/api/publications/yanxi/articles/{paper.lead.number}/")


def test_a_fault_of_ours_is_told_as_data(paper, client, monkeypatch):
    client.raise_request_exception = False
    for fault, status in ((ZeroDivisionError(), 500), (OperationalError("away"), 503)):
        monkeypatch.setattr(exporting, "article", _raising(fault))
        answer = client.get("/api/publications/yanxi/articles/2026-000001/")
        assert (answer.status_code, list(answer.json())) == (status, ["detail"])


def _raising(fault):
    def fail(*arguments):
        raise fault

    return fail


def test_an_embargoed_article_is_as_good_as_none(live, ask):
    article = live()
    Article.objects.update(embargo_until="2099-01-01T00:00:00Z")
    for suffix in ("/", ".ninjs.json"):
        ask(f"/api/publications/yanxi/articles/{article.number}{suffix}", status=404)

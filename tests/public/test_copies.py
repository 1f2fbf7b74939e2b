"""Readers' copies: kept under what they show, so that nothing taken back is ever shown again."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.public import caching, copies, validators
from tests.builders import go
from tests.public.addresses import all_addresses, pages
from tests.public.conftest import kept_in, text_of
from tests.public.furnished import on_page

pytestmark = pytest.mark.once

DRAFTS = ("imported", "final_review", "held", "rejected", "approved", "scheduled")


@pytest.fixture
def long_ago(monkeypatch):
    """The paper changed last a while ago, so that its pages tell when."""
    monkeypatch.setattr(validators, "SETTLED", -3600)


def test_a_page_is_made_once_and_then_read_from_the_cache(
    cached, paper, client, django_assert_num_queries
):
    first = client.get("/yanxi/2026-11-20/")
    with django_assert_num_queries(1):
        second = client.get("/yanxi/2026-11-20/")
    assert (second.content, second["Content-Type"]) == (first.content, first["Content-Type"])
    assert second["ETag"] == first["ETag"]
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_a_copy_says_of_itself_what_the_page_said(cached, paper, client, django_assert_num_queries):
    for address in pages():
        made = client.get(address)
        with django_assert_num_queries(1):
            copy = client.get(address)
        assert dict(copy.headers) == dict(made.headers), address


def test_that_nothing_is_new_is_said_under_the_rules_of_the_page(paper, client):
    for address in pages():
        made = client.get(address)
        answer = client.get(address, headers={"If-None-Match": made["ETag"]})
        assert (answer.status_code, answer.content) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary"):
            assert answer[name] == made[name], (address, name)


@pytest.mark.parametrize("chosen", ["header", "cookie"])
def test_that_nothing_is_new_is_said_of_the_reader_s_language(paper, client, chosen):
    chinese = client.get("/yanxi/2026-11-20/")["ETag"]
    english = {"Accept-Language": "en"} if chosen == "header" else {}
    if chosen == "cookie":
        client.cookies["django_language"] = "en"
    tag = client.get("/yanxi/2026-11-20/", headers=english)["ETag"]
    status = {
        given: client.get(
            "/yanxi/2026-11-20/", headers=english | {"If-None-Match": given}
        ).status_code
        for given in (tag, chinese)
    }
    assert status == {tag: 304, chinese: 200}


def test_a_page_that_changed_costs_who_comes_back_no_statement_more(cast, paper, client):
    address = paper.pages[0].get_absolute_url()
    tag = client.get(address)["ETag"]
    go(paper.lead, "withdraw", cast.chen)
    counts = []
    for headers in ({}, {"If-None-Match": tag}):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address, headers=headers).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_only_who_reads_is_told_that_nothing_is_new(paper, client):
    tag = client.get("/yanxi/")["ETag"]
    assert client.head("/yanxi/", headers={"If-None-Match": tag}).status_code == 304
    assert client.post("/yanxi/", headers={"If-None-Match": tag}).status_code == 405


def test_an_unchanged_page_costs_one_statement(paper, client, django_assert_num_queries):
    for address in pages():
        tag = client.get(address)["ETag"]
        with django_assert_num_queries(1):
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_the_date_serves_those_who_know_no_tags(paper, client, long_ago):
    date = client.get("/yanxi/2026-11-20/")["Last-Modified"]
    answer = client.get("/yanxi/2026-11-20/", headers={"If-Modified-Since": date})
    assert answer.status_code == 304


def test_a_state_whose_change_may_still_be_under_way_has_no_date_yet(paper, client, monkeypatch):
    monkeypatch.setattr(validators, "now", lambda: timezone.now() + timedelta(seconds=30))
    assert "Last-Modified" not in client.get("/yanxi/2026-11-20/")
    monkeypatch.setattr(validators, "now", lambda: timezone.now() + timedelta(seconds=90))
    assert "Last-Modified" in client.get("/yanxi/2026-11-20/")


def test_a_later_date_than_ours_tells_nothing(cast, paper, client, long_ago):
    go(paper.lead, "withdraw", cast.chen)
    future = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    assert client.get(paper.lead.get_absolute_url(), headers=future).status_code == 410


@pytest.mark.parametrize("way", ["withdraw", "retract", "embargo"])
def test_what_is_taken_back_is_gone_from_all_that_is_kept_at_once(cached, cast, paper, client, way):
    kept = [address for address in all_addresses() if not address.endswith("/report/")]
    tags = {address: client.get(address).headers.get("ETag") for address in kept}
    assert "大桥通车" in client.get("/yanxi/2026-11-20/").text
    if way == "embargo":
        tomorrow = timezone.now() + timedelta(days=1)
        Article.objects.filter(pk=paper.lead.pk).update(embargo_until=tomorrow)
    else:
        if way == "retract":
            go(paper.lead, "ask_retract", cast.chen)
        go(paper.lead, way, cast.chen if way == "withdraw" else cast.cui)
    left = {}
    for address, tag in tags.items():
        answer = client.get(address, headers={"If-None-Match": tag} if tag else {})
        left[address] = answer.status_code == 304 or "大桥通车" in text_of(answer)
    # A picture and a style sheet are known by their content, whatever else the paper shows.
    by_content = ("/photos/", "/faces/", "/styles/")
    assert [each for each in left if left[each] and not each.startswith(by_content)] == []


def test_a_new_article_is_on_every_page_at_once(cached, paper, live, client):
    client.get("/"), client.get("/yanxi/2026-11-20/")
    live("民生", headline="新桥开工")
    assert "新桥开工" in client.get("/yanxi/2026-11-20/").text


def test_an_embargo_that_ends_shows_without_anybody_doing_anything(
    cached, cast, paper, client, monkeypatch
):
    article = on_page(cast, paper.pages[0], "embargoed", "民生", headline="禁期之后")
    before = client.get("/yanxi/2026-11-20/")
    assert "禁期之后" not in before.text
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    after = client.get("/yanxi/2026-11-20/", headers={"If-None-Match": before["ETag"]})
    assert "禁期之后" in after.text
    assert client.get(article.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("status", DRAFTS)
def test_a_draft_changes_no_tag_and_no_date(cast, paper, client, status, long_ago):
    before = {address: headers_of(client.get(address)) for address in pages()}
    on_page(cast, paper.pages[0], status, "民生", headline="草稿")
    assert {address: headers_of(client.get(address)) for address in before} == before


def headers_of(answer):
    return answer["ETag"], answer["Last-Modified"]


def test_each_language_has_its_own_copy(cached, paper, client):
    chinese = client.get("/yanxi/2026-11-20/")
    english = client.get("/yanxi/2026-11-20/", headers={"Accept-Language": "en"})
    assert chinese["ETag"] != english["ETag"]
    assert 'lang="en"' in english.text
    assert 'lang="zh-hans"' in client.get("/yanxi/2026-11-20/").text


def test_each_host_has_its_own_copy(cached, paper, client, settings):
    settings.ALLOWED_HOSTS = ["testserver", "paper.example"]
    address = paper.lead.get_absolute_url()
    client.get(address)
    text = client.get(address, headers={"host": "paper.example"}).text
    assert "testserver" not in text


def test_who_is_logged_in_gets_no_copy_and_leaves_none(cached, cast, paper, client):
    public = client.get("/yanxi/2026-11-20/")
    client.force_login(cast.chen)
    private = client.get("/yanxi/2026-11-20/", headers={"If-None-Match": public["ETag"]})
    assert private.status_code == 200
    assert {"private", "no-store"} <= set(private["Cache-Control"].split(", "))
    assert "Cookie" in private["Vary"]
    assert "ETag" not in private
    client.logout()
    assert "public" in client.get("/yanxi/2026-11-20/")["Cache-Control"]


def test_a_page_made_while_the_clock_is_set_back_is_neither_kept_nor_tagged(
    cached, paper, live, client, monkeypatch
):
    """It shows an earlier state than its key tells, and would be shown again at that hour."""
    article, before = live("民生", headline="新桥开工"), timezone.now()
    out = before + timedelta(minutes=9)
    Article.objects.filter(pk=article.pk).update(published_at=out)
    moments = iter([out, out])
    monkeypatch.setattr(timezone, "now", lambda: next(moments, before))
    monkeypatch.setattr(validators, "now", lambda: next(moments, before))
    during = client.get("/yanxi/2026-11-20/")
    assert "大桥通车" in during.text
    assert "新桥开工" not in during.text
    assert "ETag" not in during
    monkeypatch.setattr(timezone, "now", lambda: out)
    monkeypatch.setattr(validators, "now", lambda: out)
    assert "新桥开工" in client.get("/yanxi/2026-11-20/").text


def test_a_refusal_is_never_kept(cached, paper, client):
    assert client.get("/yanxi/1999-01-01/").status_code == 404
    assert kept_in(cached) == {}


def test_queries_fill_no_cache(cached, paper, client):
    for number in range(5):
        client.get(f"/?{number}")
    assert kept_in(cached) == {}


def test_a_hot_new_page_is_made_once(cached):
    made = []

    def make():
        made.append(1)
        sleep(0.2)
        return HttpResponse("报")

    def ask(_turn):
        return copies.kept(RequestFactory().get("/"), "hot", make).content

    with ThreadPoolExecutor(20) as readers:
        answers = set(readers.map(ask, range(20)))
    assert answers == {"报".encode()}
    assert len(made) == 1


def test_who_waits_for_a_page_that_fails_makes_it_anew(cached):
    def fail():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        copies.kept(RequestFactory().get("/"), "cold", fail)
    answer = copies.kept(RequestFactory().get("/"), "cold", lambda: HttpResponse("报"))
    assert answer.content == "报".encode()


def test_a_crawler_s_invented_tag_is_no_way_around(paper, client):
    assert client.get("/yanxi/1999-01-01/", headers={"If-None-Match": "*"}).status_code == 404


def test_long_addresses_are_not_remembered(client, db):
    caching._page_at.cache_clear()
    client.get("/" + "长" * 500 + "/")
    assert caching._page_at.cache_info().currsize == 0
    client.get("/yanxi/")
    assert caching._page_at.cache_info().currsize == 1

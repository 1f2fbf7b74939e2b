"""Programs that come back: the present answer costs one statement, and is gone with its article."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.builders import go, page_of, web_article
from tests.public.addresses import of_the_api

# What each asks at most, with two rows as with twenty.
MOST = {
    "/api/": 0,
    "/api/publications/": 2,
    "/api/publications/yanxi/": 1,
    "/api/publications/yanxi/issues/": 3,
    "/api/publications/yanxi/issues/2026-11-20/": 5,
    "/api/publications/yanxi/issues/2026-11-20.ninjs.json": 7,
    "/api/publications/yanxi/articles/": 8,
    "/api/articles/": 6,
    "/api/articles/?year=2026": 7,
    "/api/articles/?q=众body": 6,
    "/api/people/": 2,
    "/api/tags/": 2,
}


@pytest.fixture
def rows(live, cast, publication, issue):
    def publish(count):
        while Article.objects.count() < count * 2:
            page = page_of(issue, f"{issue.pages.count() + 1:02}")
            live("众", where=page)
            web_article(cast, publication, "published")

    return publish


def questions(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len([query for query in asked if "articles_stamp" not in query["sql"]])


def test_twenty_rows_ask_no_more_than_two(client, rows):
    rows(2)
    few = {address: questions(client, address) for address in MOST}
    rows(20)
    many = {address: questions(client, address) for address in MOST}
    assert few == many == MOST


def test_every_answer_is_known_again_and_asks_one_statement_then(client, paper):
    for address in of_the_api():
        tag = client.get(address)["ETag"]
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address, headers={"If-None-Match": tag})
        assert (answer.status_code, answer.content, len(asked)) == (304, b"", 1), address


def test_scripts_of_any_site_may_read_every_answer(client, paper):
    tag = client.get("/api/articles/")["ETag"]
    for answer in [
        client.get("/api/articles/"),
        client.get("/api/articles/", headers={"If-None-Match": tag}),
        client.get("/api/people/999999/"),
        client.get("/api/articles/?year=x"),
    ]:
        assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("query", ["", "?q=已刊body", "?kind=news"])
def test_a_list_is_another_one_as_soon_as_an_article_is_withdrawn(client, cast, live, query):
    article, _other = live(), live()
    address = f"/api/articles/{query}"
    first = client.get(address)
    go(article, "withdraw", cast.chen)
    second = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert [each["number"] for each in second.json()["results"]] == [_other.number]


def test_who_is_logged_in_is_told_no_more_and_nothing_on_the_way_keeps_it(client, cast, paper):
    told = client.get("/api/articles/").content
    client.force_login(cast.chen)
    answer = client.get("/api/articles/")
    assert answer.content == told
    assert answer["Cache-Control"] == "private, no-store"

"""IIIF as viewers of other hosts ask for it: what is live opens, and nothing else is told."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Issue, JoinedPart
from tests.builders import bring, go, imported, page_of, print_article
from tests.formats.standards import is_iiif

# Fixtures that pytest finds by their names here.
from tests.public.test_faces import HIDDEN, hide, printed, public  # noqa: F401

MANIFEST = "/yanxi/2026-11-20/manifest.json"
ALL = (
    "/yanxi/collection.json",
    "/yanxi/collection-2026.json",
    MANIFEST,
    "/yanxi/2026-11-20/01/annotations.json",
    "/yanxi/2026-11-20/01/page.svg",
)
HOST = "http://testserver"


def ranges(told):
    """{headline: [canvas and its part, …]}"""
    found = [each for page in told["structures"][0]["items"] for each in page["items"]]
    return {
        each["label"]["zh-Hans"][0]: [item["id"].removeprefix(HOST) for item in each["items"]]
        for each in found
    }


def ids(told):
    """Of everything that is told to have an answer of its own."""
    if isinstance(told, list):
        return {each for item in told for each in ids(item)}
    if not isinstance(told, dict):
        return set()
    kinds = ("Collection", "Manifest", "AnnotationPage", "Image", "Text", "Dataset")
    own = {told["id"]} if told.get("type") in kinds and "/painting" not in told["id"] else set()
    return own | {each for item in told.values() for each in ids(item)}


def test_whatever_is_named_answers(cast, client, public):  # noqa: F811
    print_article(cast, page_of(public.issue, "02"), "published")
    asked = {address: client.get(address).json() for address in ALL[:4]}
    named = {each for told in asked.values() for each in ids(told)}
    assert {client.get(each.removeprefix(HOST)).status_code for each in named} == {200}
    assert {f"{HOST}{address}" for address in ALL[:4]} <= named
    assert f"{HOST}/yanxi/2026-11-20/02/page.svg" in named
    assert sum(each.endswith(".ninjs.json") for each in named) == 4  # three articles, the issue


def test_each_is_what_the_standard_says(client, paper):
    for address in ALL[:4]:
        answer = client.get(address)
        told = answer.json()
        is_iiif(told)
        assert answer["Content-Type"].startswith("application/ld+json;profile=")


def test_a_paper_leads_by_years_to_its_issues_the_newest_first(client, paper, publication):
    old = Issue.objects.create(publication=publication, date=date(2019, 5, 4))
    assert len(client.get(ALL[0]).json()["items"]) == 1
    assert client.get("/yanxi/collection-2019.json").status_code == 404
    article = Article.objects.published().filter(page__issue__date=date(2026, 11, 16)).first()
    type(article.page).objects.filter(pk=article.page.pk).update(issue=old)
    years = [each["id"] for each in client.get(ALL[0]).json()["items"]]
    assert years == [f"{HOST}/yanxi/collection-{year}.json" for year in (2026, 2019)]
    days = [each["navDate"][:10] for each in client.get(ALL[1]).json()["items"]]
    assert days == ["2026-11-20", "2026-11-16"]


def test_pages_and_articles_stand_in_the_order_of_print(client, paper):
    told = client.get(MANIFEST).json()
    assert [each["label"]["zh-Hans"] for each in told["items"]] == [
        ["第01版：要闻"],
        ["第A02版：民生"],
    ]
    assert list(ranges(told)) == ["大桥通车", "民生headline"]


def test_a_page_with_a_picture_shows_it_with_the_places_of_its_articles(client, public):  # noqa: F811
    told = client.get(MANIFEST).json()
    [canvas] = told["items"]
    face = public.face
    assert canvas["items"][0]["items"][0]["body"]["id"].endswith(f"-{face.width}.webp")
    assert (canvas["width"], canvas["height"]) == (face.width, face.height)
    for places in ranges(told).values():
        left, top, width, height = map(int, re.search(r"#xywh=([\d,]+)", *places)[1].split(","))
        assert 0 <= left < left + width <= face.width
        assert 0 <= top < top + height <= face.height


def test_a_page_without_a_picture_is_set_again_with_its_articles_in_place(client, paper):
    told = client.get(MANIFEST).json()
    [painted] = told["items"][0]["items"][0]["items"]
    answer = client.get(painted["body"]["id"].removeprefix(HOST))
    assert answer["Content-Type"] == "image/svg+xml"
    assert "大桥通车" in answer.text
    assert "/yanxi/2026-11-20/01/canvas#xywh=" in ranges(told)["大桥通车"][0]


def test_an_article_that_goes_on_is_in_both_places(cast, client, issue, page, live):
    second = page_of(issue, "02")
    live(where=second)
    whole = print_article(cast, page, "published", headline="全文")
    rest = imported(second, cast.de, headline="转文")
    JoinedPart.objects.create(whole=whole, piece=rest, position=1, joined_by=cast.de)
    first, other = ranges(client.get(MANIFEST).json())["全文"]
    assert first.startswith("/yanxi/2026-11-20/01/canvas#")
    assert other.startswith("/yanxi/2026-11-20/02/canvas#")
    words = client.get("/yanxi/2026-11-20/02/annotations.json").text
    assert "全文" in words
    assert "第二段写得很短" in words
    assert words.count("第二段写得很短") == 1


@pytest.mark.parametrize("status", HIDDEN)
def test_what_is_not_live_has_no_word_and_no_place(cast, client, page, status):
    second = imported(page, cast.de, headline="未刊的题", body="未刊的第一句。")
    hide(second, status, cast)
    assert {client.get(address).status_code for address in ALL[1:]} == {404}
    print_article(cast, page, "published", headline="已刊的题")
    assert list(ranges(client.get(MANIFEST).json())) == ["已刊的题"]
    texts = [client.get(address).content.decode() for address in ALL]
    assert not any(second.number in text or "未刊" in text for text in texts)
    assert len(client.get(ALL[3]).json()["items"]) == 1


def test_while_one_article_is_hidden_no_picture_is_painted(printed, cast, client):  # noqa: F811
    first, _second = printed.articles.order_by("position")
    bring(first, "published", cast)
    told = client.get(MANIFEST)
    assert printed.face.sha256 not in told.text
    [canvas] = told.json()["items"]
    assert canvas["items"][0]["items"][0]["body"]["format"] == "image/svg+xml"


def test_what_is_withdrawn_is_gone_at_once(client, cast, paper):
    before = client.get(MANIFEST)
    go(paper.lead, "withdraw", cast.chen)
    after = client.get(MANIFEST, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "大桥通车" in before.text
    assert "大桥通车" not in after.text


@pytest.mark.parametrize("address", ALL)
def test_scripts_of_other_hosts_may_read_it_and_are_told_that_nothing_is_new(
    client, paper, address
):
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    for answer in (first, again):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "no-cache" in answer["Cache-Control"]


def test_pictures_of_pages_may_be_shown_by_other_hosts_and_the_rooms_not(client, public):  # noqa: F811
    picture = f"/faces/{public.face.sha256}.jpg"
    first = client.get(picture)
    again = client.get(picture, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    for answer in (first, again):
        assert answer["Access-Control-Allow-Origin"] == "*"
    for address in ("/yanxi/", "/login/", "/search/"):
        assert "Access-Control-Allow-Origin" not in client.get(address)


def test_who_is_logged_in_is_told_the_same(cast, paper, client):
    inside = Client()
    inside.force_login(cast.chen)
    for address in ALL:
        answer = inside.get(address)
        assert answer.content == client.get(address).content
        assert "no-store" in answer["Cache-Control"]


def test_nothing_is_found_where_nothing_is(client, paper, unseen_issue):
    for address in (
        "/no/collection.json",
        "/yanxi/collection-2018.json",
        "/yanxi/2026-11-27/manifest.json",
        "/yanxi/2026-11-21/manifest.json",
        "/yanxi/2026-11-20/09/annotations.json",
        "/yanxi/2026-11-20/09/page.svg",
        "/yanxi/2026-02-31/manifest.json",
    ):
        assert client.get(address).status_code == 404


def test_a_paper_of_which_nothing_is_out_has_no_years(client, publication, unseen_issue):
    assert client.get(ALL[0]).json()["items"] == []


@pytest.mark.parametrize("address", ["/yanxi/2026-11-20/", "/yanxi/2026-11-20/01/"])
def test_issue_and_page_lead_to_the_manifest(client, paper, address):
    link = re.search(r'<link rel="alternate" type=\'application/ld[^>]*>', client.get(address).text)
    assert f'href="{MANIFEST}"' in link[0]
    assert 'href="/yanxi/collection.json"' in client.get("/yanxi/").text


def test_72_articles_are_asked_for_as_one_is(client, live, issue, page):
    live(where=page)
    few = {address: _asked(client, address) for address in ALL}
    for number in range(71):
        if number % 9 == 0:
            page = page_of(issue, f"{number // 9 + 2:02}")
        live(where=page)
    many = {address: _asked(client, address) for address in ALL}
    assert few == many
    assert max(many.values()) <= 14


def _asked(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)

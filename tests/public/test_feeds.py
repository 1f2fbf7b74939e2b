"""Feeds: what is live, whole and in order, in three formats that their readers take."""

import json
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Credit, Reporter, Section, Tag
from articles.workflow import correcting
from tests.builders import bring, go, imported, page_of, web_article
from tests.public.furnished import on_page
from tests.workflow.test_corrections import WORDS

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
KINDS = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


def entries(client, address):
    """[(address, headline, text)] of a feed in any format."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    if address.endswith("json"):
        told = json.loads(answer.text)
        return [(item["url"], item["title"], item["content_html"]) for item in told["items"]]
    root = ElementTree.fromstring(answer.content)
    if address.endswith("rss"):
        return [
            (item.findtext("link"), item.findtext("title"), item.findtext(CONTENT))
            for item in root.iter("item")
        ]
    return [
        (
            item.find(f"{ATOM}link").get("href"),
            item.findtext(f"{ATOM}title"),
            item.findtext(f"{ATOM}content"),
        )
        for item in root.iter(f"{ATOM}entry")
    ]


@pytest.fixture
def places(paper):
    section = Section.objects.create(publication=paper.publication, name="民生版")
    Article.objects.update(section=section)
    return [
        "/feeds/yanxi",
        f"/feeds/sections/{section.pk}",
        f"/feeds/tags/{Tag.objects.get().slug}",
        f"/feeds/people/{Reporter.objects.get().pk}",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_feed_holds_the_live_articles_newest_first(client, places, kind):
    newest = list(Article.objects.published().newest_first())
    for place in places:
        assert client.get(f"{place}.{kind}")["Content-Type"].startswith(KINDS[kind])
        found = entries(client, f"{place}.{kind}")
        assert [url for url, *_rest in found] == [
            f"http://testserver{article.get_absolute_url()}" for article in newest
        ]
        assert "<p>第二段写得很短。</p>" in found[0][2]


@pytest.mark.parametrize("kind", KINDS)
def test_markup_in_a_text_stays_text(client, live, kind):
    live(
        "民生",
        headline="<b>桥</b>&amp;\x0b",
        body="## <i>小题</i>\n<script>alert(1)</script>\x01\n> 按",
    )
    (_url, headline, text) = entries(client, f"/feeds/yanxi.{kind}")[0]
    assert headline == "<b>桥</b>&amp;"
    assert text == (
        "<h2>&lt;i&gt;小题&lt;/i&gt;</h2>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        "<blockquote><p>按</p></blockquote>"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_withdrawn_leaves_every_feed(cast, client, paper, places, kind):
    go(paper.lead, "withdraw", cast.chen)
    for place in places:
        assert paper.lead.number not in client.get(f"{place}.{kind}").text


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_tells_what_was_put_right_and_when(cast, client, publication, kind):
    article = web_article(cast, publication, "published")
    correction = correcting.open_correction(article, by=cast.dan, **WORDS, body="改正后的正文。")
    ((_url, _title, text),) = entries(client, f"/feeds/yanxi.{kind}")
    assert WORDS["note"] not in text
    correcting.issue(correction, by=cast.cui, revision=1, opinion="已核对。")
    ((_url, _title, text),) = entries(client, f"/feeds/yanxi.{kind}")
    day = timezone.localdate(timezone=publication.zone)
    said = f"更正</strong> {day.year}年{day.month}月{day.day}日 {WORDS['note']}</p>"
    assert text.startswith("<p>改正后的正文。</p>")
    assert text.endswith(said)


@pytest.mark.parametrize("kind", KINDS)
def test_a_person_tag_or_section_without_live_articles_has_none(
    cast, publication, page, client, kind
):
    on_page(cast, page, "approved", "暗")
    section = Section.objects.create(publication=publication, name="空")
    for address in (
        f"/feeds/people/{Reporter.objects.get().pk}",
        f"/feeds/tags/{Tag.objects.get().slug}",
        f"/feeds/sections/{section.pk}",
        "/feeds/nobody",
    ):
        assert client.get(f"{address}.{kind}").status_code == 404
    assert entries(client, f"/feeds/yanxi.{kind}") == []


def test_a_feed_asks_the_same_few_questions_however_long_it_is(client, live, issue):
    counts = []
    for label in ("02", "03"):
        for _turn in range(2 if label == "02" else 8):
            live(
                "民生",
                where=page_of(issue, label)
                if not issue.pages.filter(label=label)
                else issue.pages.get(label=label),
            )
        with CaptureQueriesContext(connection) as queries:
            client.get("/feeds/yanxi.atom")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_json_feed_says_what_version_it_is_and_who_wrote(client, paper):
    told = json.loads(client.get("/feeds/yanxi.json").text)
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "http://testserver/feeds/yanxi.json"
    assert told["items"][0]["authors"] == [{"name": "民生人"}]
    assert told["items"][0]["tags"] == ["民生标签"]


def people_of(kind, text):
    """Who wrote each entry of a feed."""
    if kind == "json":
        items = json.loads(text)["items"]
        return [[person["name"] for person in each["authors"]] for each in items]
    root = ElementTree.fromstring(text)
    item, name = {
        "rss": ("channel/item", "{http://purl.org/dc/elements/1.1/}creator"),
        "atom": (f"{ATOM}entry", f"{ATOM}author/{ATOM}name"),
    }[kind]
    return [[person.text for person in each.findall(name)] for each in root.findall(item)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_names_each_of_its_writers_or_else_the_paper(cast, client, page, kind):
    bring(imported(page, cast.de), "published", cast)
    signed = imported(page, cast.de)
    for name in ("孟青", "左岸"):
        person = Reporter.objects.create(name=name)
        Credit.objects.create(article=signed, reporter=person, role="reporter")
    bring(signed, "published", cast)
    told = people_of(kind, client.get(f"/feeds/yanxi.{kind}").text)
    assert told == [["孟青", "左岸"], [page.issue.publication.name]]


def test_pages_tell_where_their_feed_is(client, paper, places):
    tag, person = Tag.objects.get(), Reporter.objects.get()
    for page, place in (
        ("/yanxi/", "/feeds/yanxi"),
        ("/yanxi/2026-11-20/", "/feeds/yanxi"),
        (tag.get_absolute_url(), f"/feeds/tags/{tag.slug}"),
        (person.get_absolute_url(), f"/feeds/people/{person.pk}"),
    ):
        text = unquote(client.get(page).text)
        assert f'type="application/atom+xml" href="{place}.atom"' in text
        assert client.get(f"{place}.atom").status_code == 200


def test_the_page_of_feeds_lists_papers_and_their_sections_with_articles(client, places):
    text = client.get("/feeds/").text
    assert 'href="/feeds/yanxi.rss"' in text
    assert "民生版" in text
    Article.objects.update(section=None)
    assert "民生版" not in client.get("/feeds/").text

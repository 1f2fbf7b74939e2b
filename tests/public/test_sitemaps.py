"""Maps of the site for crawlers: all that is live, and nothing else."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.models import Article, Issue
from articles.public import sitemaps
from tests.builders import go, page_of

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
MOD = "{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def places(client, address, tag=LOC):
    root = ElementTree.fromstring(client.get(address).content)
    return [each.text.removeprefix("http://testserver") for each in root.iter(tag)]


def test_the_maps_together_name_every_live_address_once(client, paper):
    _news, *maps = places(client, "/sitemap.xml")
    named = [place for each in maps for place in places(client, each)]
    live = {article.get_absolute_url() for article in Article.objects.published()}
    assert live <= set(named)
    assert {"/yanxi/2026-11-20/", "/yanxi/2026-11-20/A02/"} <= set(named)
    assert len(named) == len(set(named))
    assert {client.get(place).status_code for place in named} == {200}


def test_papers_of_years_before_the_site_are_in_the_maps(client, paper, publication, live):
    old = Issue.objects.create(publication=publication, date=date(2019, 5, 4))
    live("旧报", where=page_of(old, "01"))
    _news, *maps = places(client, "/sitemap.xml")
    named = [place for each in maps for place in places(client, each)]
    assert {"/yanxi/2019-05-04/", "/yanxi/2019-05-04/01/"} <= set(named)
    assert len(named) == len(set(named))


def test_a_paper_that_readers_do_not_see_makes_no_map(client, publication):
    Issue.objects.create(publication=publication, date=date(2019, 5, 4))
    assert len(places(client, "/sitemap.xml")) == 1
    assert client.get("/yanxi/sitemap-2019-1.xml").status_code == 404


def test_a_year_too_long_for_one_map_has_several(client, paper, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_MAP", 2)
    maps = places(client, "/sitemap.xml")[1:]
    assert len(maps) == 3
    named = [place for each in maps for place in places(client, each)]
    assert {article.get_absolute_url() for article in Article.objects.published()} <= set(named)


def test_a_map_that_there_is_not_is_not_found(client, paper):
    for address in (
        "/yanxi/sitemap-1999-1.xml",
        "/yanxi/sitemap-2026-99.xml",
        "/no/sitemap-2026-1.xml",
    ):
        assert client.get(address).status_code == 404
    for year, number in (("0000", "1"), ("9999", "1"), ("2026", "0"), ("2026", "9" * 8)):
        assert client.get(f"/yanxi/sitemap-{year}-{number}.xml").status_code == 404


def test_what_is_withdrawn_leaves_the_maps(cast, client, paper):
    go(paper.lead, "withdraw", cast.chen)
    for address in places(client, "/sitemap.xml"):
        assert paper.lead.number not in client.get(address).text


def test_the_news_map_holds_two_days(client, paper):
    old = timezone.now() - timedelta(days=2, minutes=1)
    Article.objects.filter(pk=paper.lead.pk).update(published_at=old)
    headlines = places(client, "/sitemap-news.xml", f"{NEWS}title")
    assert len(headlines) == Article.objects.published().count() - 1
    assert paper.lead.get_absolute_url() not in places(client, "/sitemap-news.xml")


def test_the_news_map_is_new_each_hour(client, paper, monkeypatch):
    tag = client.get("/sitemap-news.xml")["ETag"]
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr("articles.public.validators.now", lambda: later)
    assert client.get("/sitemap-news.xml")["ETag"] != tag


@pytest.mark.parametrize("headline", ["<桥>&\"'", "]]>", "\x0b桥"])
def test_a_headline_is_escaped(client, live, headline):
    live("民生", headline=headline)
    assert places(client, "/sitemap-news.xml", f"{NEWS}title") == [headline.replace("\x0b", "")]


def test_robots_are_told_what_is_closed_and_where_the_map_is(client, db):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/\n" in answer.text
    assert "Disallow: /search/?\n" in answer.text
    assert answer.text.endswith("Sitemap: http://testserver/sitemap.xml\n")

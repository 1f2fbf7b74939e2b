"""What machines read in an article's page: NewsArticle, Open Graph, one address."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from articles.models import Article, Issue
from articles.workflow import correcting
from tests.builders import page_of
from tests.public.addresses import pages
from tests.workflow.test_corrections import WORDS

pytestmark = pytest.mark.once

HOSTILE = '</script><script>alert(1)</script><!--"\u2028&'


class Blocks(HTMLParser):
    """The data blocks of a page, as a browser would find them."""

    def __init__(self):
        super().__init__()
        self.inside, self.found, self.scripts = False, [], 0

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.inside = ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.found.append(json.loads(data))


@pytest.fixture
def told(client):
    """What the page of an article says to machines."""

    def read(article):
        blocks = Blocks()
        blocks.feed(client.get(article.get_absolute_url()).text)
        [data] = blocks.found
        return data

    return read


def test_an_article_tells_where_it_was_printed(paper, told):
    data = told(paper.lead)
    assert data["@type"] == "NewsArticle"
    printed = {name: data[name] for name in ("printPage", "printSection", "printEdition")}
    assert printed == {"printPage": "01", "printSection": "要闻", "printEdition": "4321"}
    assert data["dateline"] == "民生dateline"
    assert data["isPartOf"]["datePublished"] == "2026-11-20"
    assert data["isPartOf"]["isPartOf"]["name"] == "砚溪日报"


def test_it_names_its_writers_apart_from_the_others(paper, told):
    data = told(paper.lead)
    assert [person["name"] for person in data["author"]] == ["民生人"]
    assert data["author"][0]["url"].endswith(f"/people/{paper.reporter.pk}/")


def test_it_shows_its_photos_with_caption_and_credit(paper, told):
    [image] = told(paper.lead)["image"]
    assert (image["caption"], image["creditText"], image["width"]) == ("民生说明", "民生摄", 600)
    assert image["url"].startswith("http://testserver/photos/")


def test_a_story_of_the_web_was_not_printed(paper, told):
    data = told(Article.objects.get(page=None))
    assert not {"printPage", "printEdition", "isPartOf"} & data.keys()


def test_a_correction_is_told(live, cast, told):
    article = live()
    correction = correcting.open_correction(article, by=cast.dan, **WORDS, body="改正后。")
    correcting.issue(correction, by=cast.cui, revision=1, opinion="已核对。")
    data = told(article)
    assert [each["text"] for each in data["correction"]] == [WORDS["note"]]
    assert data["dateModified"] > data["datePublished"]


def test_nothing_of_a_text_can_end_the_block(live, told, client):
    article = live(headline=HOSTILE.replace("\u2028", ""), dateline=HOSTILE)
    blocks = Blocks()
    text = client.get(article.get_absolute_url()).text
    blocks.feed(text)
    # The data and the one file of script.
    assert blocks.scripts == 2
    assert blocks.found[0]["headline"] == article.headline
    assert "<!--" not in text


def test_the_page_names_its_one_address_and_what_others_show_of_it(paper, client):
    text = client.get(paper.lead.get_absolute_url()).text
    address = "http://testserver" + paper.lead.get_absolute_url()
    assert f'<link rel="canonical" href="{address}">' in text
    found = dict(re.findall(r'<meta property="(og:[a-z_]+)" content="([^"]*)">', text))
    assert found["og:url"] == address
    assert (found["og:title"], found["og:site_name"]) == ("大桥通车", "砚溪日报")
    assert found["og:image"].startswith("http://testserver/photos/")


def test_every_page_says_what_it_is_and_names_its_one_address(paper, client):
    for address in pages():
        text = client.get(address).text
        if 'content="noindex"' not in text:
            assert re.search(r'<meta name="description" content="[^"]', text), address
            assert f'<link rel="canonical" href="http://testserver{address}">' in text


def test_each_year_of_a_paper_has_an_address_of_its_own(paper, publication, live, client):
    old = Issue.objects.create(publication=publication, date=date(2019, 5, 4))
    live("旧报", where=page_of(old, "01"))
    for asked, own in (("?year=2019", "?year=2019"), ("?year=2026", ""), ("?year=2003", "")):
        text = client.get(f"/yanxi/{asked}").text
        assert f'<link rel="canonical" href="http://testserver/yanxi/{own}">' in text

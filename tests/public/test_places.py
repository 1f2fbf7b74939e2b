"""Sections, photos, days without an issue and the imprint: what stands there, and nothing else."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Publication, Section
from articles.models.publication import TAKEN
from articles.public import urls
from newsroom import urls as site
from tests.builders import go, web_article
from tests.public import furnished


@pytest.fixture
def culture(publication):
    return Section.objects.create(publication=publication, name="文化")


def test_a_section_lists_its_live_articles(culture, live, cast, page, client):
    live("甲", section=culture)
    live("乙")
    furnished.on_page(cast, page, "approved", "丙", section=culture)
    text = client.get(f"/sections/{culture.pk}/").text
    assert "甲headline" in text
    assert "乙" not in text
    assert "丙" not in text


def test_a_section_of_drafts_is_as_good_as_none(culture, cast, page, client, read):
    furnished.on_page(cast, page, "approved", "丙", section=culture)
    assert read(f"/sections/{culture.pk}/") == read("/sections/999999/")
    assert "文化" not in client.get("/yanxi/about/").text


def test_the_imprint_tells_who_makes_the_paper_and_leads_to_its_sections(culture, live, client):
    paper = culture.publication
    paper.serial_number, paper.postal_code = "CN 00-0001（虚构）", "00-001"
    paper.address, paper.about = "砚溪县临河路1号", "一份虚构的报纸。"
    paper.save()
    live("甲", section=culture)
    text = client.get("/yanxi/about/").text
    facts = (paper.serial_number, paper.postal_code, paper.address, paper.about)
    assert all(fact in text for fact in facts)
    assert f'href="/sections/{culture.pk}/"' in text


def test_every_page_leads_to_the_imprint_and_the_photos(paper, client):
    for address in (paper.lead.get_absolute_url(), "/yanxi/2026-11-20/", "/yanxi/2026-11-20/01/"):
        text = client.get(address).text
        assert 'href="/yanxi/about/"' in text
        assert 'href="/yanxi/photos/"' in text


def test_photos_lead_to_their_pages_and_these_to_the_article(paper, client):
    place = paper.lead.get_absolute_url() + "photos/1/"
    assert place in client.get("/yanxi/photos/").text
    text = client.get(place).text
    assert paper.lead.get_absolute_url() in text
    assert "民生说明" in text
    assert client.get(paper.lead.get_absolute_url() + "photos/2/").status_code == 404


def test_a_paper_without_photos_says_so(publication, client):
    assert "还没有图片" in client.get("/yanxi/photos/").text
    assert client.get("/yanxi/photos/?page=2").status_code == 404


def test_a_photo_of_what_is_withdrawn_has_no_page(paper, cast, client):
    go(paper.lead, "withdraw", cast.chen)
    assert client.get(paper.lead.get_absolute_url() + "photos/1/").status_code == 404
    assert paper.lead.number not in client.get("/yanxi/photos/").text


def test_a_day_on_which_only_the_web_had_something_lists_it(cast, publication, client):
    story = web_article(cast, publication, "published", headline="夜里的消息")
    # Half past midnight in the paper's own zone is still the day before in UTC.
    at = datetime(2026, 3, 5, 0, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    Article.objects.filter(pk=story.pk).update(published_at=at)
    assert 'href="/yanxi/2026-03-05/"' in client.get(story.get_absolute_url()).text
    assert "夜里的消息" in client.get("/yanxi/2026-03-05/").text
    assert client.get("/yanxi/2026-03-04/").status_code == 404
    Article.objects.filter(pk=story.pk).update(published_at=at + timedelta(days=4000))
    assert client.get("/yanxi/2026-03-05/").status_code == 404


def test_no_paper_takes_an_address_of_the_site():
    root = [pattern.pattern for pattern in (*site.urlpatterns, *urls.urlpatterns)]
    begun = {str(each).partition("/")[0] for each in root if "/" in str(each)}
    assert {name for name in begun if "<" not in name} <= TAKEN
    for slug in TAKEN:
        with pytest.raises(ValidationError, match="slug"):
            Publication(name="搜索报", slug=slug).clean()
    Publication(name="砚溪报", slug="yanxi").clean()

"""How public pages answer: status, headers, methods, and where their links lead."""

import re
from itertools import chain

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Issue
from tests.builders import go
from tests.public.addresses import all_addresses, pages

pytestmark = pytest.mark.once

UNSAFE = ["post", "put", "patch", "delete"]


def test_every_address_of_the_paper_answers(client, paper):
    answers = {url: client.get(url).status_code for url in all_addresses()}
    # To the newest issue, and from a width that was not made to the whole photo.
    moved = ("/latest/", "-960.webp", "-1600.webp")
    assert answers == {url: 302 if url.endswith(moved) else 200 for url in answers}


def refusals(client):
    """An answer of every kind that is no page."""
    client.raise_request_exception = False
    return [
        client.get("/search/?year=abc"),
        client.get("/", headers={"host": "evil.example"}),
        client.get("/yanxi/2026-999999/"),
        client.post("/"),
        client.get(Article.objects.get(status="withdrawn").get_absolute_url()),
        Client(enforce_csrf_checks=True).post("/login/"),
    ]


@pytest.fixture
def answers(client, cast, paper, monkeypatch):
    """Of every kind of page and of every kind of refusal: {status: [response, …]}."""
    go(paper.on_second, "withdraw", cast.chen)
    found = [client.get(url) for url in [*all_addresses(), "/login/"]] + refusals(client)
    monkeypatch.setattr("articles.public.fronts.fronts", lambda papers: 1 / 0)
    found.append(client.get("/"))
    return {
        status: [answer for answer in found if answer.status_code == status]
        for status in {answer.status_code for answer in found}
    }


def test_there_is_an_answer_of_every_kind(answers):
    assert answers.keys() == {200, 302, 400, 403, 404, 405, 410, 500}


def test_every_answer_carries_the_strict_policy(answers):
    for answer in chain(*answers.values()):
        policy = answer["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_pages_hold_no_inline_style_or_script(answers):
    # Data is no script: browsers run nothing of that type.
    inline = r'<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=| type="application/ld\+json">)'
    html = [answer.text for answer in chain(*answers.values()) if not answer.streaming]
    assert [found for text in html for found in re.findall(inline, text)] == []


def test_pages_load_nothing_from_elsewhere(client, paper):
    for url in pages():
        loaded = re.findall(
            r'<(?:link|script|img|iframe)[^>]*(?:href|src)="([^"]*)"', client.get(url).text
        )
        assert [place for place in loaded if "//" in place and "testserver" not in place] == []


@pytest.mark.parametrize("method", UNSAFE)
def test_nothing_public_takes_other_methods_than_get_and_head(client, paper, method):
    for url in all_addresses():
        # A reader's report of an error is sent; that form is tried in tests/reports.
        takes = url.endswith("/report/") and method == "post"
        assert (getattr(client, method)(url).status_code == 405) != takes


def test_head_answers_as_get_does_without_a_body(client, paper):
    for url in pages():
        response = client.head(url)
        assert (response.status_code, response.content) == (client.get(url).status_code, b"")


def test_public_pages_set_no_cookie_and_tell_caches_what_they_depend_on(client, paper):
    for url in pages():
        response = client.get(url)
        assert not response.cookies
        assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))
        assert "no-cache" in response["Cache-Control"]


def test_an_unchanged_page_is_not_sent_again(client, paper):
    for url in [paper.lead.get_absolute_url(), paper.pages[0].get_absolute_url(), "/", "/yanxi/"]:
        tag = client.get(url)["ETag"]
        assert client.get(url, headers={"If-None-Match": tag}).status_code == 304


def test_a_photo_is_served_as_a_picture_and_nothing_else(client, paper):
    photo = paper.lead.live_version.photos.get()
    response = client.get(reverse("public:photo", args=[photo.image_sha256]))
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert photo.image_sha256 in response["ETag"]


def test_a_photo_whose_file_is_lost_is_not_found_and_its_article_stays(client, paper):
    photo = paper.lead.live_version.photos.get()
    paper.lead.photos.get().image.storage.delete(photo.image)
    assert client.get(reverse("public:photo", args=[photo.image_sha256])).status_code == 404
    assert client.get(paper.lead.get_absolute_url()).status_code == 200


def test_latest_leads_to_the_newest_public_issue(client, paper):
    Issue.objects.create(publication=paper.publication, date="2026-12-01")
    assert client.get("/yanxi/latest/")["Location"] == "/yanxi/2026-11-20/"


def test_neighbouring_issues_skip_days_without_a_paper(client, paper):
    assert 'href="/yanxi/2026-11-16/" rel="prev"' in client.get("/yanxi/2026-11-20/").text
    assert 'href="/yanxi/2026-11-20/" rel="next"' in client.get("/yanxi/2026-11-16/").text


def test_reading_runs_on_into_the_next_page(client, paper):
    text = client.get(paper.last_of_first.get_absolute_url()).text
    assert f'href="{paper.lead.get_absolute_url()}" rel="prev"' in text
    assert f'href="{paper.on_second.get_absolute_url()}" rel="next"' in text
    assert "转第A02版" in text


def test_articles_of_a_page_stand_in_the_order_of_print(client, paper):
    shown = client.get(paper.pages[0].get_absolute_url()).context
    assert [article.number for article in shown["titles"]] == [
        paper.lead.number,
        paper.last_of_first.number,
    ]


def test_an_article_names_its_people_its_day_and_its_page(client, paper):
    text = client.get(paper.lead.get_absolute_url()).text
    assert f'href="/people/{paper.reporter.pk}/"' in text
    assert "2026年11月20日 星期五" in text
    assert "第01版：要闻" in text


def test_the_staff_of_the_page_is_named(client, paper):
    assert re.search(r"编辑 <span[^>]*>孟青</span>", client.get(paper.lead.get_absolute_url()).text)


def test_the_language_is_a_reader_s_choice(client, paper):
    client.post("/language/", {"language": "en", "next": "/"})
    text = client.get(paper.lead.get_absolute_url()).text
    assert '<html lang="en">' in text
    assert "Previous issue" in client.get("/yanxi/2026-11-20/").text


def test_the_language_form_leads_nowhere_else(client, paper):
    answer = client.post("/language/", {"language": "en", "next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_a_year_without_issues_points_to_one_with(client, paper):
    text = client.get("/yanxi/?year=2020").text
    assert "这一年没有已发布的报纸" in text
    assert "?year=2026" in text

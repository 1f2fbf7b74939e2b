"""Related articles: worked out in the background, shown at once, of what is live alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.epaper import likeness
from articles.models import Article, Likeness, Publication
from tests.builders import go, page_of, web_article
from tests.public import furnished

HERONS = "白鹭湖湿地的白鹭回来了，白鹭湖又热闹起来。\n志愿者在白鹭湖数鸟。"
OTHERS = [
    "县里开会，讨论年度预算。",
    "学校运动会今天开幕。",
    "一座老桥修好通车。",
    "气温下降，注意保暖。",
]


@pytest.fixture
def written(cast, publication, django_capture_on_commit_callbacks):
    """A function that publishes a plain story on the web and has it indexed."""

    def publish(body, paper=publication, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return web_article(cast, paper, "published", body=body, headline=body[:6], **fields)

    return publish


@pytest.fixture
def herons(written):
    """Two about the same lake, among others."""
    for body in OTHERS:
        written(body)
    pair = written(HERONS), written(HERONS.replace("志愿者", "摄影人"))
    likeness.catch_up()
    return pair


def related(client, article):
    return [each.number for each in client.get(article.get_absolute_url()).context["place"].related]


def test_what_shares_rare_words_is_related_both_ways(herons, client):
    older, newer = herons
    assert related(client, newer) == [older.number]
    assert related(client, older) == [newer.number]
    assert "相关稿件" in client.get(newer.get_absolute_url()).text


def test_what_shares_nothing_is_not(herons, client):
    assert related(client, Article.objects.earliest("pk")) == []
    assert "相关稿件" not in client.get(Article.objects.earliest("pk").get_absolute_url()).text


def test_a_shared_tag_relates(live, issue, client):
    first = live("民生")
    second = live("民生", where=page_of(issue, "02"))
    likeness.catch_up()
    assert related(client, first) == [second.number]


def test_neighbours_on_the_page_are_not_told_twice(live, client):
    first, _second = live("民生"), live("民生")
    likeness.catch_up()
    assert related(client, first) == []


def test_another_paper_is_another_world(herons, written, client):
    other = Publication.objects.create(name="砚溪晚报", slug="evening")
    stranger = written(HERONS, paper=other)
    likeness.catch_up()
    assert related(client, stranger) == []
    assert stranger.number not in related(client, herons[0])


def test_what_is_withdrawn_is_related_to_nothing_at_once(herons, cast, client):
    older, newer = herons
    go(older, "withdraw", cast.chen)
    assert related(client, newer) == []


def test_what_waits_is_not_looked_at(herons, cast, page):
    before = Likeness.objects.count()
    furnished.on_page(cast, page, "embargoed", "民生", body=HERONS)
    furnished.on_page(cast, page, "approved", "民生", body=HERONS)
    assert likeness.catch_up() == 0
    assert Likeness.objects.count() == before


def test_working_it_out_again_changes_nothing(herons):
    before = list(Likeness.objects.values_list("article", "other", "score"))
    assert likeness.catch_up() == 0
    assert list(Likeness.objects.values_list("article", "other", "score")) == before


def test_of_many_the_most_alike_are_kept(live, issue):
    for row in range(8):
        live("民生", where=page_of(issue, f"{row + 2:02}"))
    likeness.catch_up()
    counts = [article.likenesses.count() for article in Article.objects.all()]
    assert max(counts) == likeness.MOST


def test_an_article_asks_as_much_with_related_ones_as_without(herons, client):
    counts = []
    for article in (Article.objects.earliest("pk"), herons[0]):
        with CaptureQueriesContext(connection) as queries:
            client.get(article.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]

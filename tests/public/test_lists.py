"""A list of many articles is looked for from the newest on, and is the same list."""

import pytest

from articles.models import Reporter, Tag
from articles.public import lists, paging
from tests.builders import page_of, web_article


@pytest.fixture
def many(live, issue, monkeypatch):
    """Five articles of one person under one tag, each followed by one of somebody else."""
    for row in range(5):
        page = page_of(issue, f"{row + 2:02}")
        live("众", where=page, headline=f"第{row}篇")
        live("他", where=page, headline=f"另{row}篇")
    monkeypatch.setattr(paging, "PER_PAGE", 2)
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    lists._question.cache_clear()
    yield
    lists._question.cache_clear()


def pages(thing, listed):
    return [[line.headline for line in listed(thing, number).lines] for number in (1, 2, 3)]


WANTED = [["第4篇", "第3篇"], ["第2篇", "第1篇"], ["第0篇"]]


@pytest.mark.parametrize("newest", [1, 3, 5, 100])
def test_the_newest_of_many_are_those_of_all(many, monkeypatch, newest):
    tag, person = Tag.objects.get(name="众标签"), Reporter.objects.get(name="众人")
    assert pages(lists.tag_of(tag.slug), lists.tagged) == WANTED
    monkeypatch.setattr(lists, "MANY", 1)
    monkeypatch.setattr(lists, "NEWEST", newest)
    assert lists.tag_of(tag.slug).many
    assert lists.reporter_of(person.pk).many
    assert pages(lists.tag_of(tag.slug), lists.tagged) == WANTED
    assert pages(lists.reporter_of(person.pk), lists.by) == WANTED


def test_where_the_newest_hold_enough_one_question_does(
    many, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(lists, "MANY", 1)
    monkeypatch.setattr(lists, "NEWEST", 7)
    tag = lists.tag_of(Tag.objects.get(name="众标签").slug)
    with django_assert_num_queries(1):
        lists.tagged(tag, 1)


def test_a_merged_persons_articles_are_among_the_newest(many, monkeypatch):
    Reporter.objects.filter(name="他人").update(merged_into=Reporter.objects.get(name="众人"))
    monkeypatch.setattr(lists, "MANY", 1)
    found = lists.by(lists.reporter_of(Reporter.objects.get(name="众人").pk), 1)
    assert [line.headline for line in found.lines] == ["另4篇", "第4篇"]


@pytest.mark.parametrize("name", ["★", "！！", "😀", "-", "A/B", "C#"])
def test_a_tag_of_signs_alone_has_an_address(client, cast, publication, name):
    article = web_article(cast, publication, "published")
    article.tags.add(name)
    assert client.get(article.get_absolute_url()).status_code == 200
    assert client.get(article.tags.get().get_absolute_url()).status_code == 200


def test_two_of_them_have_two(cast, publication):
    article = web_article(cast, publication, "published")
    article.tags.add("★", "☆", "😀" * 40, "😀" * 41)
    assert len({tag.get_absolute_url() for tag in article.tags.all()}) == 4


def test_the_home_page_leads_to_the_paper_s_imprint_photos_and_corrections(client, paper):
    foot = client.get("/").content.decode().partition("<footer")[2]
    for address in ("about", "photos", "corrections"):
        assert f'href="/yanxi/{address}/"' in foot

"""Suggestions stand beside the article until somebody takes one; then it is theirs, on record."""

import pytest

from articles.intake import importing
from articles.models import Article, PageDoubt, Suggestion, Tag
from articles.refusals import Refused
from articles.writing import suggesting
from tests.builders import page_of

NO_HEADLINE = """本报讯（记者陈一诺）11月18日，鸣溪河二桥主桥顺利合龙，全线桥面贯
通，工程进入桥面铺装和附属设施施工阶段。

鸣溪河二桥全长三百二十米，建成以后两岸群众过河只要三分钟。
"""
WITH_HEADLINE = NO_HEADLINE + "\n鸣溪河二桥主桥合龙\n"


def take_in(issue, by, source):
    page = page_of(issue, source=source)
    return importing.apply_import(importing.plan_import(page), by=by).articles[0]


@pytest.fixture
def article(issue, cast):
    return take_in(issue, cast.de, NO_HEADLINE)


@pytest.fixture
def headline(article):
    return article.suggestions.filter(kind="headline").first()


@pytest.fixture
def tag(article):
    return article.suggestions.filter(kind="tag").first()


def test_a_missing_headline_gets_candidates_and_stays_missing(article):
    found = article.suggestions.filter(kind="headline")
    assert 1 <= found.count() <= 3
    assert found[0].text == "鸣溪河二桥主桥顺利合龙"
    assert Article.objects.get(pk=article.pk).headline == ""


def test_an_article_with_a_headline_gets_tags_alone(issue, cast):
    article = take_in(issue, cast.de, WITH_HEADLINE)
    assert set(article.suggestions.values_list("kind", flat=True)) == {"tag"}
    assert "鸣溪河二桥" in article.suggestions.values_list("text", flat=True)


def test_suggested_tags_are_no_tags_yet(article):
    assert article.tags.count() == 0


def test_tags_that_the_site_knows_are_proposed(issue, cast):
    Tag.objects.create(name="桥面", slug="桥面")
    article = take_in(issue, cast.de, NO_HEADLINE)
    assert article.suggestions.filter(kind="tag").first().text == "桥面"


def test_a_headline_that_is_taken_is_the_articles(article, headline, cast):
    suggesting.take(headline, by=cast.dan, revision=article.revision)
    article.refresh_from_db()
    headline.refresh_from_db()
    assert article.headline == headline.text
    assert (headline.taken_by, headline.is_open) == (cast.dan, False)


def test_taking_a_headline_decides_the_doubt_that_asked_for_it(article, headline, cast):
    suggesting.take(headline, by=cast.dan, revision=article.revision)
    assert not PageDoubt.objects.get(article=article, kind="headline_missing").is_open


def test_taking_a_headline_makes_a_version_of_the_takers(article, headline, cast):
    suggesting.take(headline, by=cast.dan, revision=article.revision)
    assert article.versions.latest("number").made_by == cast.dan


def test_a_tag_that_is_taken_is_filed_with_those_there_are(article, tag, cast):
    article.tags.add("交通")
    suggesting.take(tag, by=cast.dan, revision=article.revision)
    assert set(article.tags.names()) == {"交通", tag.text}


def test_taking_twice_changes_nothing(article, headline, cast):
    suggesting.take(headline, by=cast.dan, revision=article.revision)
    again = suggesting.take(headline, by=cast.de, revision=1)
    assert again.taken_by == cast.dan


def test_a_headline_that_was_typed_meanwhile_stays(article, headline, cast):
    Article.objects.filter(pk=article.pk).update(headline="桥通了")
    with pytest.raises(Refused):
        suggesting.take(headline, by=cast.dan, revision=article.revision)
    headline.refresh_from_db()
    assert headline.is_open


def test_an_old_window_takes_nothing(article, headline, cast):
    with pytest.raises(Refused):
        suggesting.take(headline, by=cast.dan, revision=article.revision + 1)


@pytest.mark.parametrize("name", ["rui", "ao", "root"])
def test_who_may_not_edit_takes_nothing(name, article, headline, tag, cast):
    for suggestion in (headline, tag):
        with pytest.raises(Refused):
            suggesting.take(suggestion, by=getattr(cast, name), revision=article.revision)
    assert Suggestion.objects.exclude(taken_at=None).count() == 0

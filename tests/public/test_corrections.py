"""Readers see that a text was corrected, when, and how; never a correction that is not issued."""

import pytest

from articles.workflow import correcting
from tests.builders import go, web_article
from tests.workflow.test_corrections import WORDS


@pytest.fixture
def article(cast, publication):
    return web_article(cast, publication, "published")


@pytest.fixture
def correction(cast, article):
    return correcting.open_correction(article, by=cast.dan, **WORDS, body="改正后的正文。")


def pages(client, article):
    addresses = [article.get_absolute_url(), f"/{article.publication.slug}/corrections/"]
    return [client.get(address).content.decode() for address in addresses]


def test_an_open_correction_shows_nowhere(client, article, correction):
    for page in pages(client, article):
        assert WORDS["note"] not in page
        assert "改正后的正文" not in page


def test_an_issued_one_is_noted_under_the_text_and_in_the_log(client, cast, article, correction):
    correcting.issue(correction, by=cast.cui, revision=1, opinion="已核对。")
    for page in pages(client, article):
        assert WORDS["note"] in page
        assert WORDS["wrong"] not in page


def test_a_withdrawn_article_leaves_the_log(client, cast, article, correction):
    correcting.issue(correction, by=cast.cui, revision=1, opinion="已核对。")
    article.refresh_from_db()
    go(article, "withdraw", cast.chen)
    assert WORDS["note"] not in pages(client, article)[1]


def test_a_retraction_stands_in_the_log_by_its_statement(client, cast, publication):
    article = web_article(cast, publication, "retracted", headline="不再出现的题目")
    log = pages(client, article)[1]
    assert f'<a href="{article.get_absolute_url()}" lang="zh-Hans">{article.public_notice}' in log
    assert "不再出现的题目" not in log


def test_the_log_costs_as_much_for_many_as_for_one(
    client, cast, publication, django_assert_max_num_queries
):
    for _each in range(3):
        article = web_article(cast, publication, "published")
        made = correcting.open_correction(article, by=cast.dan, **WORDS, body="改。")
        correcting.issue(made, by=cast.cui, revision=1, opinion="已核对。")
    with django_assert_max_num_queries(4):
        client.get(f"/{publication.slug}/corrections/")

"""The editors' search for words of a headline: what it finds, and that it reads no whole table."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.manuscripts.articles import ByKey
from articles.models import Version
from articles.search import headlines
from tests.builders import page_of, print_article, web_article, web_draft
from tests.review.test_screen import rewrite

LIST = "/admin/articles/article/"


def found(browser, words):
    page = browser.get(LIST, {"q": words})
    return {article.headline for article in page.context["cl"].result_list}


@pytest.fixture
def three(cast, publication, issue):
    web_draft(publication, cast.rui, headline="鸣溪河大桥昨日通车")
    web_article(cast, publication, "published", headline="大桥下的早市")
    print_article(cast, page_of(issue), headline="Bridge 3号线开工")


@pytest.mark.parametrize(
    ("words", "headlines"),
    [
        ("大桥", {"鸣溪河大桥昨日通车", "大桥下的早市"}),
        ("橋", {"鸣溪河大桥昨日通车", "大桥下的早市"}),
        ("通车 大桥", {"鸣溪河大桥昨日通车"}),
        ("bridge", {"Bridge 3号线开工"}),
        ("3号", {"Bridge 3号线开工"}),
        ("桥早", set()),
        ("' OR 1=1 --", set()),
        ('"大桥" AND', set()),
        ("％_\\*", set()),
    ],
)
def test_words_are_found_wherever_they_stand_in_a_headline(enter, three, words, headlines):
    assert found(enter("de"), words) == headlines


def test_nothing_asked_is_everything(enter, three):
    assert len(found(enter("de"), "  ")) == 3


def test_only_the_present_wording_is_found(enter, cast, publication):
    article = web_article(cast, publication, "returned", headline="旧的标题")
    rewrite(article, cast.de, headline="新的标题")
    assert found(enter("de"), "旧的") == set()
    assert found(enter("de"), "新的") == {"新的标题"}


def test_readers_never_ask_this_index(client, cast, publication):
    web_draft(publication, cast.rui, headline="秘而不宣")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/search/", {"q": "秘而不宣"})
    assert "headlineindex" not in " ".join(query["sql"] for query in asked)
    assert "/2026-" not in page.content.decode()


def test_an_index_made_anew_finds_the_same(enter, three):
    headlines.rebuild()
    assert found(enter("de"), "大桥") == {"鸣溪河大桥昨日通车", "大桥下的早市"}


def test_what_was_there_before_the_index_is_put_in_after_migrate(enter, three, monkeypatch):
    headlines.clear()
    assert found(enter("de"), "大桥") == set()
    headlines.fill_if_empty(None)
    assert found(enter("de"), "大桥") == {"鸣溪河大桥昨日通车", "大桥下的早市"}


def test_more_than_are_looked_at_is_said(enter, three, monkeypatch):
    monkeypatch.setattr(headlines, "MOST", 1)
    page = enter("de").get(LIST, {"q": "大桥"})
    assert len(page.context["cl"].result_list) == 1
    assert "只列出最近的" in page.content.decode()


def test_no_table_is_read_through_for_it(enter, three, without_statistics):
    browser = enter("de")
    with CaptureQueriesContext(connection) as asked:
        browser.get(LIST, {"q": "大桥"})
    statements = [query["sql"] for query in asked if "articles_" in query["sql"]]
    assert not [sql for sql in statements if "LIKE" in sql.upper()]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            plans = []
            for sql in statements:
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
                plans += [row[3] for row in cursor.fetchall()]
        assert not [plan for plan in plans if plan.startswith("SCAN articles_article")]
    assert Version.objects.count() >= 3


def test_a_long_list_is_counted_up_to_a_bound_and_says_so(enter, cast, publication, monkeypatch):
    monkeypatch.setattr(ByKey, "MOST", 3)
    for number in range(5):
        web_draft(publication, cast.rui, headline=f"第{number}篇")
    page = enter("de").get(LIST)
    assert page.context["cl"].result_count == 3
    assert "没有再往下数" in page.content.decode()
    oldest = enter("de").get(LIST, {"o": "1"})
    assert oldest.context["cl"].result_list[0].headline == "第0篇"
    monkeypatch.setattr(ByKey, "MOST", 6)
    page = enter("de").get(LIST)
    assert page.context["cl"].result_count == 5
    assert "没有再往下数" not in page.content.decode()


def matching(word):
    """The versions that the index itself names for a word, whether they are there or not."""
    asked = [headlines._expression([word]), 99]
    with connection.cursor() as cursor:
        cursor.execute(headlines.MATCHING[connection.vendor], asked)
        return [key for (key,) in cursor.fetchall()]


def test_a_deleted_draft_leaves_no_word_behind(enter, cast, page_with_two):
    first, second = page_with_two
    assert len(matching("大桥")) == 2
    enter("de").post(f"{LIST}{first.pk}/delete/", {"post": "yes"})
    assert matching("鸣溪") == []
    assert matching("大桥") == [second.versions.get().pk]


@pytest.fixture
def page_with_two(cast, issue):
    page = page_of(issue)
    return [print_article(cast, page, headline=text) for text in ("鸣溪河大桥", "大桥下的早市")]

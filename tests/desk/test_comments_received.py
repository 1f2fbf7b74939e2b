"""What reviewers pinned to a piece comes to its writer when it is returned, and to nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.review import commenting, marking
from articles.texts.manuscripts import Spot
from tests.builders import go, web_article
from tests.desk.conftest import as_, save

BODY = "大桥昨天通车。\n桥长五百米。\n车流平稳。"


def pin(article, cast, place=1, **words):
    given = {"text": "桥长请核实。", "by": cast.pei} | words
    version = article.versions.order_by("number").last()
    return commenting.comment(article, version=version, spot=Spot("body", place), **given)


@pytest.fixture
def commented(rui, cast, publication):
    """Under first review, with a comment that must be fixed on its second paragraph."""
    article = web_article(cast, publication, "first_review", body=BODY)
    pin(article, cast, kind="must_fix")
    return article


def shown(client, article, page="piece"):
    return client.get(reverse(f"desk:{page}", args=[article.number])).content.decode()


def test_nothing_is_shown_while_the_piece_is_under_review(rui, commented):
    assert "桥长请核实。" not in shown(rui.client, commented)


def test_returned_it_comes_with_its_comments_at_their_paragraphs(rui, cast, commented):
    go(commented, "return", cast.de)
    page = shown(rui.client, commented)
    assert "桥长请核实。" in page
    assert 'href="#body-1"' in page
    assert 'id="body-1">桥长五百米。' in page
    assert "正文第 2 段" in page
    assert "必改" in page


def test_they_stand_beside_the_sheet_on_which_it_is_mended(rui, cast, commented):
    go(commented, "return", cast.de)
    assert "桥长请核实。" in shown(rui.client, commented, "edit")


def test_a_comment_follows_its_paragraph_and_says_when_that_is_gone(rui, cast, commented):
    pin(commented, cast, place=2, text="哪里看到的？")
    go(commented, "return", cast.de)
    save(
        rui, commented, headline=commented.headline, body="新的开头。\n大桥昨天通车。\n桥长五百米。"
    )
    page = shown(rui.client, commented)
    assert 'href="#body-2"' in page
    assert "这一段已不在文中" in page


def test_submitted_again_they_are_gone_and_recalled_only_the_old_ones_are_back(
    rui, cast, commented
):
    go(commented, "return", cast.de)
    go(commented, "submit", cast.rui)
    assert "桥长请核实。" not in shown(rui.client, commented)
    pin(commented, cast, text="还没说完。")
    go(commented, "recall", cast.rui)
    assert "桥长请核实。" in shown(rui.client, commented)
    assert "还没说完。" not in shown(rui.client, commented)


def test_what_reviewers_reply_to_each_other_and_their_logins_stay_with_them(rui, cast, commented):
    comment = commented.reviewcomments.get()
    commenting.reply(comment, by=cast.de, text="这位记者要盯紧。")
    go(commented, "return", cast.de)
    page = shown(rui.client, commented)
    assert "盯紧" not in page
    assert ">pei" not in page
    assert "审稿人" in page


def test_wrong_words_that_were_marked_come_too_but_not_what_was_voided(rui, cast, commented):
    pinned = {"version": commented.versions.get(), "spot": Spot("body", 0), "by": cast.pei}
    marking.mark(commented, words="昨天", kind="fact", note="应为前天", **pinned)
    wrong = marking.mark(commented, words="通车", kind="wording", **pinned)
    marking.void(wrong, by=cast.pei, reason="无误。")
    go(commented, "return", cast.de)
    page = shown(rui.client, commented)
    assert "“昨天” 应为前天" in page
    assert "差错：事实" in page
    assert "“通车”" not in page


def test_another_reporter_sees_neither_piece_nor_comment(cast, commented):
    go(commented, "return", cast.de)
    for page in ("piece", "edit"):
        address = reverse(f"desk:{page}", args=[commented.number])
        assert as_(cast.qing).get(address).status_code == 404


def test_hostile_comments_are_only_words(rui, cast, commented):
    pin(commented, cast, text="<script>alert(1)</script>")
    go(commented, "return", cast.de)
    assert "<script>alert" not in shown(rui.client, commented)


def test_twenty_comments_cost_no_more_queries_than_two(rui, cast, commented):
    def count():
        with CaptureQueriesContext(connection) as found:
            shown(rui.client, commented)
        return len(found)

    go(commented, "return", cast.de)
    pin(commented, cast)
    few = count()
    for _each in range(18):
        pin(commented, cast)
    assert count() == few

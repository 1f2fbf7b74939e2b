"""What reviewers pinned to a piece comes to its writer when it is returned, and to nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import CommentReply
from articles.refusals import Refused
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


def answered(writer, article, comment, text="批复里写明五百米。"):
    address = reverse("desk:answer", args=[article.number, comment.pk])
    return writer.client.post(address, {"text": text}, follow=True)


def test_the_writer_answers_a_comment_and_the_reviewers_read_it(rui, cast, commented):
    go(commented, "return", cast.de)
    page = answered(rui, commented, commented.reviewcomments.get()).content.decode()
    assert "您已回复：批复里写明五百米。" in page
    go(commented, "submit", cast.rui)
    screen = as_(cast.de).get(reverse("admin:articles_article_review", args=[commented.pk]))
    assert "批复里写明五百米。" in screen.content.decode()


def test_an_answer_settles_nothing(rui, cast, commented):
    go(commented, "return", cast.de)
    comment = commented.reviewcomments.get()
    answered(rui, commented, comment)
    comment.refresh_from_db()
    assert comment.is_open


def test_what_the_writer_was_not_shown_cannot_be_answered(rui, cast, commented):
    comment = commented.reviewcomments.get()
    answered(rui, commented, comment)
    go(commented, "return", cast.de)
    go(commented, "submit", cast.rui)
    later = pin(commented, cast, text="还没说完。")
    go(commented, "recall", cast.rui)
    answered(rui, commented, later)
    answered(rui, commented, comment, text=" \n　")
    assert not CommentReply.objects.exists()


def test_nobody_answers_for_another(cast, commented):
    go(commented, "return", cast.de)
    comment = commented.reviewcomments.get()
    for person in (cast.qing, cast.dan):
        address = reverse("desk:answer", args=[commented.number, comment.pk])
        assert as_(person).post(address, {"text": "代答。"}).status_code == 404
        with pytest.raises(Refused):
            commenting.answer(comment, by=person, text="代答。")
    assert not CommentReply.objects.exists()

"""Hold, decline, unsign, restore, retract and emergency: what each leaves behind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Article
from articles.refusals import Refused
from articles.workflow import claiming
from articles.writing import editing
from tests.builders import go, page_of, print_article, web_article


def rule_of(refused):
    return refused.value.refusal.rule


def test_held_text_resumes_where_it_was_held(cast, publication):
    article = web_article(cast, publication, "second_review")
    go(article, "hold", cast.shen)
    assert article.held_until > timezone.localdate()
    go(article, "resume", cast.shen)
    assert (article.status, article.held_until) == ("second_review", None)


@pytest.mark.parametrize(("origin", "start"), [("web", "first_review"), ("print", "imported")])
def test_text_changed_on_hold_starts_its_track_again(origin, start, cast, publication, issue):
    if origin == "web":
        article = web_article(cast, publication, "held")
    else:
        article = print_article(cast, page_of(issue), "held")
    with editing.revising(article, by=cast.de, revision=article.revision) as copy:
        copy.body += "\n补写一段。"
    article.refresh_from_db()
    go(article, "resume", cast.sun)
    assert (article.status, article.round) == (start, 2)


def test_writer_cannot_change_a_text_on_hold(cast, publication):
    article = web_article(cast, publication, "held")
    with (
        pytest.raises(Refused) as refused,
        editing.revising(article, by=cast.rui, revision=article.revision),
    ):
        pass
    assert rule_of(refused) == "role"


def test_hold_needs_a_day_to_come(cast, publication):
    article = web_article(cast, publication, "first_review")
    for day in (None, timezone.localdate()):
        with pytest.raises(Refused) as refused:
            go(article, "hold", cast.sun, moment=day)
        assert rule_of(refused) == "moment"


@pytest.mark.parametrize(("origin", "start"), [("web", "draft"), ("print", "imported")])
def test_declined_text_comes_back_to_its_start_in_a_new_round(
    origin, start, cast, publication, issue
):
    if origin == "web":
        article = web_article(cast, publication, "rejected")
    else:
        article = print_article(cast, page_of(issue), "rejected")
    go(article, "reopen", cast.shen)
    assert (article.status, article.round) == (start, 2)


def test_signature_taken_back_stays_on_record_and_binds_nobody(cast, publication):
    article = web_article(cast, publication, "approved")
    go(article, "unsign", cast.chen)
    assert (article.status, article.signed_version) == ("final_review", None)
    assert article.events.filter(action="sign_off").exists()
    go(article, "sign_off", cast.chen)
    assert article.status == "approved"


def test_withdrawn_article_comes_back_only_over_the_final_review(cast, publication):
    article = web_article(cast, publication, "withdrawn")
    go(article, "restore", cast.shen)
    assert article.status == "final_review"
    with pytest.raises(Refused):
        go(article, "publish", cast.chen)
    go(article, "sign_off", cast.chen)
    go(article, "publish", cast.chen)
    assert Article.objects.published().get() == article


def test_retracting_takes_a_second_person(cast, publication):
    article = web_article(cast, publication, "published")
    with pytest.raises(Refused) as refused:
        go(article, "retract", cast.chen)
    assert rule_of(refused) == "asked"
    go(article, "ask_retract", cast.chen)
    assert article.status == "published"
    with pytest.raises(Refused) as refused:
        go(article, "retract", cast.chen)
    assert rule_of(refused) == "asked"
    go(article, "retract", cast.cui)
    assert (article.status, article.live_version) == ("retracted", None)
    assert article.public_notice == "本文严重失实，现予撤销。"


def test_what_happens_in_between_voids_a_proposal(cast, publication):
    article = web_article(cast, publication, "published")
    go(article, "ask_retract", cast.chen)
    go(article, "withdraw", cast.chen)
    with pytest.raises(Refused) as refused:
        go(article, "retract", cast.cui)
    assert rule_of(refused) == "asked"


def test_filing_it_otherwise_voids_no_proposal_and_stands_in_no_statement(cast, publication):
    article = web_article(cast, publication, "published")
    go(article, "ask_retract", cast.chen)
    workflow.describe(article, by=cast.de, tags=["大桥"])
    article.refresh_from_db()
    go(article, "retract", cast.cui)
    assert article.public_notice == "本文严重失实，现予撤销。"


def test_taking_it_in_hand_voids_no_proposal(cast, publication):
    article = web_article(cast, publication, "first_review")
    go(article, "ask_emergency", cast.sun)
    claiming.claim(article, by=cast.de)
    claiming.claim(article, by=cast.dan)
    assert article.events.filter(action="take_over").exists()
    go(article, "emergency_sign", cast.chen)
    assert article.status == "approved"


def emergency(cast, publication):
    article = web_article(cast, publication, "first_review")
    go(article, "ask_emergency", cast.sun)
    go(article, "emergency_sign", cast.chen)
    return article


def test_emergency_takes_two_seniors_and_leaves_a_flag_for_a_day(cast, publication):
    article = emergency(cast, publication)
    assert article.status == "approved"
    left = article.after_review_due - timezone.now()
    assert timedelta(hours=23) < left <= timedelta(hours=24)


def test_one_senior_alone_cannot_sign_an_emergency(cast, publication):
    article = web_article(cast, publication, "first_review")
    go(article, "ask_emergency", cast.chen)
    with pytest.raises(Refused) as refused:
        go(article, "emergency_sign", cast.chen)
    assert rule_of(refused) == "separation"


def test_senior_with_a_hand_in_the_text_cannot_sign_it_as_an_emergency(cast, publication):
    article = web_article(cast, publication, "final_review")
    with pytest.raises(Refused) as refused:
        go(article, "ask_emergency", cast.sun)
    assert rule_of(refused) == "separation"


def test_after_review_is_done_by_a_third_person_and_clears_the_flag(cast, publication):
    article = emergency(cast, publication)
    go(article, "publish", cast.chen)
    for involved in (cast.sun, cast.chen):
        with pytest.raises(Refused) as refused:
            go(article, "after_review", involved)
        assert rule_of(refused) == "separation"
    go(article, "after_review", cast.cui)
    assert (article.status, article.after_review_due) == ("published", None)
    assert article.live_version is not None


def test_emergency_signature_taken_back_returns_to_the_stage_it_skipped_from(cast, publication):
    article = emergency(cast, publication)
    go(article, "unsign", cast.cui)
    assert (article.status, article.after_review_due) == ("first_review", None)

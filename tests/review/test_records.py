"""Comments, proof marks and waivers: who may, what they stop, and that none is ever lost."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from articles import workflow
from articles.models import CommentReply, HouseTerm, ProofMark, ReviewComment, Waiver
from articles.models.immutable import Immutable
from articles.refusals import Refused
from articles.review import commenting, marking, waiving
from articles.texts.manuscripts import Spot
from articles.workflow import checking
from tests.builders import bring, go, page_of, print_article, web_article, web_draft

BODY = Spot("body", 1)


@pytest.fixture
def final(cast, publication):
    return web_article(cast, publication, "final_review")


def put(article, by, kind="must_fix", text="这个数字请核实。", spot=BODY):
    version = article.versions.last()
    return commenting.comment(article, version=version, spot=spot, by=by, kind=kind, text=text)


def put_mark(article, by, words="第二段", **more):
    given = {"version": article.versions.last(), "spot": BODY, "kind": "wording"} | more
    return marking.mark(article, words=words, by=by, **given)


def test_an_open_must_fix_stops_the_signature_and_says_where(final, cast):
    comment = put(final, cast.pei)

    with pytest.raises(Refused) as refused:
        go(final, "sign_off", cast.chen)

    assert refused.value.refusal.rule == "comments"
    assert refused.value.refusal.spot == f"comment-{comment.pk}"
    commenting.reply(comment, by=cast.pei, action="resolve")
    assert go(final, "sign_off", cast.chen).action == "sign_off"


def test_a_note_stops_nothing(final, cast):
    put(final, cast.pei, kind="note")
    assert go(final, "sign_off", cast.chen).action == "sign_off"


def test_a_comment_opened_again_stops_the_signature_again(final, cast):
    comment = put(final, cast.pei)
    commenting.reply(comment, by=cast.pei, action="resolve")
    commenting.reply(comment, by=cast.dan, action="reopen", text="还是不对。")

    with pytest.raises(Refused):
        go(final, "sign_off", cast.chen)

    assert [each.action for each in comment.replies.all()] == ["resolve", "reopen"]


@pytest.mark.parametrize("name", ["rui", "ao", "root"])
def test_reporters_auditors_and_superusers_comment_on_nothing(final, cast, name):
    with pytest.raises(Refused):
        put(final, getattr(cast, name))
    with pytest.raises(Refused):
        put_mark(final, getattr(cast, name))


def test_a_must_fix_is_resolved_by_its_writer_or_a_senior(final, cast):
    comment = put(final, cast.pei)
    with pytest.raises(Refused) as refused:
        commenting.reply(comment, by=cast.de, action="resolve")
    assert refused.value.refusal.rule == "settle"

    commenting.reply(comment, by=cast.sun, action="resolve")

    comment.refresh_from_db()
    assert not comment.is_open


def test_nothing_is_demanded_of_a_signed_text(final, cast):
    comment = put(final, cast.pei)
    commenting.reply(comment, by=cast.pei, action="resolve")
    go(final, "sign_off", cast.chen)
    for demand in (
        lambda: put(final, cast.pei),
        lambda: commenting.reply(comment, by=cast.pei, action="reopen"),
    ):
        with pytest.raises(Refused) as refused:
            demand()
        assert refused.value.refusal.rule == "state"


@pytest.mark.parametrize("spot", [Spot("body", 7), Spot("deck", 0), Spot("nonsense", 0)])
def test_a_comment_needs_a_paragraph_that_is_there(final, cast, spot):
    with pytest.raises(Refused):
        put(final, cast.pei, spot=spot)


def test_a_comment_is_not_pinned_to_another_articles_version(final, cast, publication):
    other = web_draft(publication, cast.rui).versions.get()
    with pytest.raises(Refused):
        commenting.comment(final, version=other, spot=BODY, by=cast.pei, text="看这里。")


def test_an_empty_comment_is_refused(final, cast):
    with pytest.raises(Refused):
        put(final, cast.pei, text="  ")


def test_a_mark_keeps_its_place_and_can_be_voided_with_a_reason(final, cast):
    mark = put_mark(final, cast.pei)
    assert (mark.start, mark.stop) == (0, 3)
    with pytest.raises(Refused):
        marking.void(mark, by=cast.pei, reason=" ")

    voided = marking.void(mark, by=cast.dan, reason="原文如此。")

    assert voided.is_void
    assert ProofMark.objects.count() == 1


def test_nobody_takes_back_an_error_that_counts_against_them(final, cast):
    cast.rui.groups.set(cast.dan.groups.all())
    mark = put_mark(final, cast.pei)
    for person in (cast.rui, cast.de, cast.sun):
        with pytest.raises(Refused) as refused:
            marking.void(mark, by=person, reason="无误。")
        assert refused.value.refusal.rule == "separation"
    assert marking.void(mark, by=cast.pei, reason="标错了。").is_void


@pytest.mark.parametrize("words", ["没有的字", "", "字" * 300])
def test_a_mark_needs_words_that_are_there(final, cast, words):
    with pytest.raises(Refused):
        put_mark(final, cast.pei, words=words)


def test_of_words_that_stand_twice_the_chosen_ones_are_marked(cast, publication):
    article = web_article(cast, publication, "first_review", body="桥。\n桥，又一座桥。")
    assert put_mark(article, cast.pei, "桥", start=5).start == 5
    assert put_mark(article, cast.pei, "桥").start == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_reviewcomment SET text = 'x'",
        "DELETE FROM articles_reviewcomment",
        "UPDATE articles_commentreply SET text = 'x'",
        "DELETE FROM articles_commentreply",
        "UPDATE articles_proofmark SET kind = 'fact'",
        "DELETE FROM articles_proofmark",
        "UPDATE articles_waiver SET reason = 'x'",
        "DELETE FROM articles_waiver",
    ],
)
def test_the_database_keeps_what_reviewers_wrote(statement, final, cast):
    commenting.reply(put(final, cast.pei), by=cast.pei, text="已核。")
    put_mark(final, cast.pei)
    words = {"key": "k", "code": "house_word", "text": "x", "reason": "y", "by": cast.de}
    Waiver.objects.create(article=final, **words)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_models_refuse_to_change_replies_and_waivers(final, cast):
    reply = commenting.reply(put(final, cast.pei), by=cast.pei, text="已核。")
    with pytest.raises(Immutable):
        reply.save()
    with pytest.raises(Immutable):
        CommentReply.objects.all().delete()


def test_an_article_with_a_comment_is_not_deleted(cast, issue, enter):
    article = print_article(cast, page_of(issue))
    put(article, cast.pei)

    enter("de").post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})

    assert ReviewComment.objects.count() == 1


@pytest.fixture
def banned(cast, publication):
    HouseTerm.objects.create(wrong="桥通", right="大桥通", severity="block")
    return web_draft(publication, cast.rui)


def block_of(article):
    (block,) = checking.blocks(article)
    return block


def test_a_blocking_check_stops_submission_and_says_what_and_where(banned, cast):
    with pytest.raises(Refused) as refused:
        go(banned, "submit", cast.rui)
    assert refused.value.refusal.rule == "checks"
    assert refused.value.refusal.spot == "headline-0"
    assert "桥通" in refused.value.refusal.message


def test_a_waiver_lets_it_pass_and_stands_on_the_event(banned, cast):
    waiving.waive(banned, block_of(banned).key, by=cast.de, reason="标题惯用。")

    event = go(banned, "submit", cast.rui)

    (waived,) = event.waived
    assert waived == {"check": "house_word", "text": "桥通", "reason": "标题惯用。", "by": "de"}
    assert event.seal() == event.sha256


def test_the_list_of_checks_says_what_is_waived(banned, cast, enter):
    def listed():
        page = enter("ao").get(f"/admin/articles/article/{banned.pk}/review/").content.decode()
        return page.partition('id="checks"')[2].partition("</section>")[0]

    assert "已放行" not in listed()
    waiving.waive(banned, block_of(banned).key, by=cast.de, reason="标题惯用。")
    assert "已放行" in listed()


def test_a_waiver_lapses_when_its_paragraph_changes(banned, cast):
    waiving.waive(banned, block_of(banned).key, by=cast.de, reason="标题惯用。")
    banned.headline = "老桥通车了"
    assert block_of(banned).text == "桥通"


def test_a_check_stops_the_signature_too(cast, publication):
    article = web_article(cast, publication, "final_review")
    HouseTerm.objects.create(wrong="桥通", right="大桥通", severity="block")
    with pytest.raises(Refused) as refused:
        workflow.move(article, "sign_off", by=cast.chen, opinion="同意。")
    assert refused.value.refusal.rule == "checks"


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_waive(banned, cast, name):
    with pytest.raises(Refused):
        waiving.waive(banned, block_of(banned).key, by=getattr(cast, name), reason="无妨。")


def test_nobody_waives_for_a_text_of_their_own(cast, publication):
    HouseTerm.objects.create(wrong="桥通", right="大桥通", severity="block")
    article = web_draft(publication, cast.de)
    with pytest.raises(Refused) as refused:
        waiving.waive(article, block_of(article).key, by=cast.de, reason="无妨。")
    assert refused.value.refusal.rule == "separation"


def test_not_even_who_became_a_section_head_meanwhile(banned, cast):
    cast.rui.groups.set(cast.sun.groups.all())
    with pytest.raises(Refused) as refused:
        waiving.waive(banned, block_of(banned).key, by=cast.rui, reason="无妨。")
    assert refused.value.refusal.rule == "separation"


@pytest.mark.parametrize(("key", "reason"), [("nonsense", "无妨。"), (None, "  ")])
def test_a_waiver_needs_a_finding_and_a_reason(banned, cast, key, reason):
    with pytest.raises(Refused):
        waiving.waive(banned, key or block_of(banned).key, by=cast.de, reason=reason)


def test_the_first_house_wordings_are_there_and_block_little(db):
    # A test that committed was cleaned up by a flush, which takes what migrations wrote as well.
    import_module("articles.migrations.0021_first_house_wordings").begin(apps, None)
    severities = list(HouseTerm.objects.values_list("severity", flat=True))
    assert len(severities) > 30
    assert severities.count("block") <= 3


def test_photos_count_as_parts_of_the_text(cast, issue):
    article = bring(print_article(cast, page_of(issue)), "final_review", cast)
    article.photos.create(page=article.page, caption="图为北渡桥。")
    codes = [(each.code, str(each.spot)) for each in checking.findings(article)]
    assert codes == [("no_credit", "caption1-0")]


def test_a_text_is_read_on_the_day_of_the_issue_that_it_is_planned_for(cast, publication):
    article = web_article(cast, publication, "draft")
    begun = checking.day_of(article)
    article.planned_for = begun + timedelta(days=3)
    assert checking.day_of(article) == article.planned_for
    article.planned_for = begun - timedelta(days=3)
    assert checking.day_of(article) == begun


def test_the_event_shows_what_was_waived(banned, cast, enter):
    waiving.waive(banned, block_of(banned).key, by=cast.de, reason="标题惯用。")
    event = go(banned, "submit", cast.rui)
    page = enter("ao").get(f"/admin/articles/event/{event.pk}/change/").content.decode()
    assert "桥通：标题惯用。" in page

"""The seventeen invariants of the editorial workflow, one by one."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from articles import workflow
from articles.intake import importing
from articles.models import Article, Event, Notice, Page
from articles.models.immutable import Immutable
from articles.parsing import parse_page
from articles.refusals import Refused
from articles.roles import Role
from articles.workflow import auditing, correcting, notifying
from articles.workflow.moves import MOVES
from articles.workflow.rules import refusal_for
from articles.workflow.standing import standing_of
from articles.writing import editing
from tests.builders import ROADS, go, page_of, print_article, web_article, web_draft
from tests.importing.pages import TWO_STORIES
from tests.workflow.test_corrections import WORDS as CORRECTED
from tests.workflow.test_table import FROM

LOCKED = ("approved", "scheduled", "published")


def rule_of(article, action, by, **words):
    with pytest.raises(Refused) as refused:
        go(article, action, by, **words)
    return refused.value.refusal.rule


def read(address):
    return Client().get(address)


def test_invariant_1_the_actors_of_stages_are_distinct_and_had_no_hand_in_the_text(
    cast, publication, issue
):
    web = web_article(cast, publication, "approved")
    printed = print_article(cast, page_of(issue), "approved")
    for article, first in ((web, "create"), (printed, "import")):
        stages = article.events.filter(action__in=[a for a, m in MOVES.items() if m.stage])
        people = list(stages.values_list("actor", flat=True))
        assert len(people) == len(set(people)) >= 1
        assert article.events.get(action=first).actor_id not in people
    for group in cast.chen.groups.all():
        cast.root.groups.add(group)
        cast.rui.groups.add(group)
    cast.root.groups.add(cast.rui.groups.get(name="reporter"))
    own = web_draft(publication, cast.root)
    for action, by in (("submit", "root"), ("pass_first", "de"), ("pass_second", "sun")):
        go(own, action, getattr(cast, by))
    assert rule_of(own, "sign_off", cast.root) == "separation"


def test_invariant_2_status_changes_through_the_workflow_alone(client, cast, publication):
    article = web_article(cast, publication, "final_review")
    with pytest.raises(Immutable):
        Article.objects.filter(pk=article.pk).update(status="approved")
    article.status = "draft"
    with pytest.raises(Immutable), transaction.atomic():
        Article.objects.bulk_update([article], ["status"])
    client.force_login(cast.chen)
    forged = {"status": "published", "live_version": 1, "seen": article.revision}
    client.post(f"/admin/articles/article/{article.pk}/change/", forged)
    article.refresh_from_db()
    assert (article.status, article.live_version) == ("final_review", None)


def test_invariant_3_readers_are_served_the_live_version_alone(cast, publication):
    article = web_article(cast, publication, "published")
    before = read(article.get_absolute_url()).content
    Article.objects.filter(pk=article.pk).update(headline="偷改的标题", body="偷改的正文。")
    assert read(article.get_absolute_url()).content == before
    assert "偷改" not in read("/").content.decode()
    assert article.number not in read("/search/?q=偷改的标题").content.decode()


def test_invariant_4_versions_and_events_are_never_changed_or_deleted(cast, publication):
    article = web_article(cast, publication, "first_review")
    for row in (article.versions.get(), article.events.last()):
        for change in (row.save, row.delete):
            with pytest.raises(Immutable):
                change()
        with pytest.raises(DatabaseError), transaction.atomic():
            QuerySet(type(row)).filter(pk=row.pk).update(round=9)


@pytest.mark.parametrize("status", LOCKED)
def test_invariant_5_signed_text_is_locked_and_a_mismatch_publishes_nothing(
    status, cast, publication, caplog
):
    article = web_article(cast, publication, status)
    for by in (cast.rui, cast.dan, cast.cui, cast.root):
        with (
            pytest.raises(Refused),
            editing.revising(article, by=by, revision=article.revision),
        ):
            pass
    if status == "approved":
        Article.objects.filter(pk=article.pk).update(body="有人绕过了规则。")
        assert rule_of(article, "publish", cast.chen) == "signed_text"
        assert article.number in caplog.text


def test_invariant_6_published_text_changes_by_an_issued_correction_and_both_stay(
    cast, publication
):
    article = web_article(cast, publication, "published")
    before = article.live_version
    made = correcting.open_correction(article, by=cast.dan, **CORRECTED | {"body": "改正后。"})
    assert "改正后。" not in read(article.get_absolute_url()).content.decode()
    correcting.issue(made, by=cast.cui, revision=made.revision, opinion="同意。")
    shown = read(article.get_absolute_url()).content.decode()
    assert "改正后。" in shown
    assert CORRECTED["note"] in shown
    assert article.versions.filter(pk=before.pk, body=before.body).exists()


def test_invariant_7_a_transition_without_its_event_is_no_transition(
    cast, publication, monkeypatch
):
    article = web_article(cast, publication, "final_review")
    events = article.events.count()

    def fail(self, *arguments, **options):
        raise DatabaseError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(Event, "save", fail)
        with pytest.raises(DatabaseError):
            go(article, "sign_off", cast.chen)
    stored = Article.objects.get(pk=article.pk)
    assert (stored.status, stored.signed_version, stored.events.count()) == (
        "final_review",
        None,
        events,
    )
    go(article, "sign_off", cast.chen)
    assert article.events.count() == events + 1


@pytest.mark.parametrize(
    ("status", "action", "by"),
    [
        ("first_review", "return", "de"),
        ("first_review", "decline", "de"),
        ("first_review", "hold", "sun"),
        ("published", "withdraw", "chen"),
        ("published", "ask_retract", "chen"),
        ("first_review", "ask_emergency", "sun"),
    ],
)
def test_invariant_8_grave_moves_need_a_reason_code_and_words(
    status, action, by, cast, publication
):
    article, person = web_article(cast, publication, status), getattr(cast, by)
    assert rule_of(article, action, person, reason="") == "reason"
    assert rule_of(article, action, person, reason="made_up") == "reason"
    assert rule_of(article, action, person, opinion=" \n　") == "opinion"


def test_invariant_9_a_stale_form_is_refused_with_a_comparison_and_nothing_is_lost(
    client, cast, publication
):
    article = web_article(cast, publication, "final_review")
    stale = article.revision
    go(article, "return", cast.chen)
    assert rule_of(article, "submit", cast.rui, revision=stale) == "stale"
    draft = web_draft(publication, cast.rui)
    with editing.revising(draft, by=cast.rui, revision=draft.revision) as copy:
        copy.body = "先存的一段。"
    client.force_login(cast.dan)
    words = {"seen": draft.revision, "headline": "后存的标题", "body": "后存的一段。"}
    empty = {f"{name}-{count}": 0 for name in ("credits", "photos") for count in COUNTS}
    shown = client.post(f"/admin/articles/article/{draft.pk}/change/", words | empty)
    html = shown.content.decode()
    assert "先存的一段。" in html
    assert "后存的一段。" in html
    assert Article.objects.get(pk=draft.pk).body == "先存的一段。"


COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")


def test_invariant_10_nothing_embargoed_scheduled_withdrawn_or_unreviewed_is_public(
    cast, publication
):
    later = timezone.now() + timedelta(days=1)
    hidden = {status: web_article(cast, publication, status) for status in ROADS["web"]}
    embargoed = hidden.pop("published")
    Article.objects.filter(pk=embargoed.pk).update(embargo_until=later)
    for status, article in hidden.items():
        expected = {"withdrawn": 410, "retracted": 200}.get(status, 404)
        assert read(article.get_absolute_url()).status_code == expected, status
        assert read(f"{article.get_absolute_url()}report/").status_code == 404
    assert read(embargoed.get_absolute_url()).status_code == 404
    assert not Article.objects.published().exists()
    assert embargoed.number not in read("/").content.decode()


def test_invariant_11_what_left_draft_and_imported_is_not_deleted(cast, publication, issue):
    article = web_article(cast, publication, "first_review")
    with pytest.raises(DatabaseError), transaction.atomic():
        article.delete()
    page = page_of(issue)
    print_article(cast, page)
    Page.objects.filter(pk=page.pk).update(imported_at=timezone.now(), imported_by=cast.de)
    with pytest.raises(DatabaseError), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(source=b"x")


def test_invariant_12_a_public_address_keeps_its_meaning(client, cast, publication, issue):
    article = print_article(cast, page_of(issue), "published")
    address = article.get_absolute_url()
    client.force_login(cast.chen)
    form = {"name": publication.name, "slug": "other", "time_zone": "Asia/Shanghai"}
    client.post(f"/admin/articles/publication/{publication.pk}/change/", form)
    article.refresh_from_db()
    assert article.get_absolute_url() == address
    assert read(address).status_code == 200


def test_invariant_13_print_date_publishing_and_change_are_three_times_in_utc(cast, issue):
    article = print_article(cast, page_of(issue), "published")
    assert article.page.issue.date != article.published_at.date()
    assert article.published_at.utcoffset() == timedelta(0)
    published = article.published_at
    made = correcting.open_correction(article, by=cast.dan, **CORRECTED | {"body": "改正后。"})
    correcting.issue(made, by=cast.cui, revision=made.revision, opinion="同意。")
    article.refresh_from_db()
    assert article.published_at == published
    assert article.modified_at > published


def test_invariant_14_importing_twice_changes_nothing_and_spares_a_human_s_edit(cast, issue):
    page, record = page_of(issue, source=TWO_STORIES), parse_page(TWO_STORIES)
    importing.import_record(page, record, by=cast.de)
    article = page.articles.first()
    with editing.revising(article, by=cast.dan, revision=article.revision) as copy:
        copy.headline = "人改过的标题"
    before = list(page.articles.order_by("pk").values())
    assert importing.import_record(page, record, by=cast.de) == importing.Outcome()
    assert list(page.articles.order_by("pk").values()) == before


def test_invariant_15_notices_follow_the_commit_spare_the_actor_and_may_fail(
    cast, publication, django_capture_on_commit_callbacks, monkeypatch
):
    article = web_article(cast, publication, "first_review")
    with django_capture_on_commit_callbacks() as later:
        go(article, "return", cast.de)
    assert not Notice.objects.exists()
    monkeypatch.setattr(notifying, "tell", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        later[0]()
    monkeypatch.undo()
    for follow in later:
        follow()
    assert list(Notice.objects.values_list("recipient__username", flat=True)) == ["rui"]
    assert Article.objects.get(pk=article.pk).status == "returned"


@pytest.mark.parametrize("status", ROADS["web"])
def test_invariant_16_a_refusal_names_the_rule_and_says_what_comes_next(status, cast, publication):
    article = web_article(cast, publication, status)
    for name in ("rui", "qing", "de", "dan", "pei", "shen", "cui", "ao", "root"):
        for option in workflow.options(article, getattr(cast, name)):
            if refusal := option.refusal:
                assert refusal.rule
                assert refusal.message
                assert refusal.next_step or refusal.rule == "flagged", refusal
                if refusal.rule in ("role", "separation"):
                    assert refusal.who or option.move.owner_may
                    roles = [str(Role(role).label) for role in option.move.roles]
                    assert not roles or any(role in refusal.who for role in roles)


@pytest.mark.parametrize("status", ROADS["web"])
def test_invariant_17_what_the_table_does_not_list_is_refused(status, cast, publication):
    article = web_article(cast, publication, status)
    for action in MOVES:
        if status not in FROM[action]:
            for name in ("rui", "de", "pei", "shen", "cui", "ao", "root"):
                standing = standing_of(article, getattr(cast, name))
                assert refusal_for(MOVES[action], standing).rule == "state"


def test_the_record_of_every_road_is_one_chain_without_a_fault(cast, publication, issue):
    page = page_of(issue)
    for status in ROADS["web"]:
        web_article(cast, publication, status)
    for status in ROADS["print"]:
        print_article(cast, page, status)
    assert list(auditing.audit()) == []
    for article in Article.objects.all():
        events = list(article.events.order_by("sequence"))
        assert all(one.sha256 == two.previous_sha256 for one, two in pairwise(events))

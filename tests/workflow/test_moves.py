"""The two tracks, and what each move leaves on record."""

import pytest
from django.utils import timezone

from articles import workflow
from articles.labelling import doubts
from articles.models import Article, Event, PageDoubt, ParseRun
from articles.refusals import Refused
from articles.writing import editing
from tests.builders import go, imported, page_of, print_article, web_article, web_draft


def test_printed_article_goes_verify_sign_publish(cast, issue):
    article = print_article(cast, page_of(issue), "published")
    actions = list(article.events.values_list("action", flat=True))
    assert actions == ["import", "verify", "sign_off", "publish"]
    assert Article.objects.published().get() == article


def test_web_article_passes_three_reviews_by_three_people(cast, publication):
    article = web_article(cast, publication, "approved")
    passes = article.events.filter(action__in=["pass_first", "pass_second", "sign_off"])
    assert len({event.actor_id for event in passes}) == 3


def test_published_article_serves_the_signed_version(cast, publication):
    article = web_article(cast, publication, "published")
    assert article.live_version_id == article.signed_version_id
    assert article.published_at <= timezone.now()


def test_withdrawn_article_has_no_live_version_and_keeps_its_notice(cast, publication):
    article = web_article(cast, publication, "withdrawn")
    assert article.live_version is None
    assert article.public_notice == "因事实有误，本文已撤回。"
    assert not Article.objects.published().exists()


def test_return_sends_a_web_article_back_and_a_printed_one_to_imported(cast, publication, issue):
    assert web_article(cast, publication, "returned").status == "returned"
    article = print_article(cast, page_of(issue), "final_review")
    go(article, "return", cast.chen)
    assert article.status == "imported"


def test_unchanged_text_goes_on_at_the_stage_that_returned_it(cast, publication):
    article = web_article(cast, publication, "second_review")
    go(article, "return", cast.sun)
    go(article, "submit", cast.rui)
    assert article.status == "second_review"


def test_changed_text_starts_again_at_the_first_stage(cast, publication):
    article = web_article(cast, publication, "second_review")
    go(article, "return", cast.sun)
    with editing.revising(article, by=cast.rui, revision=article.revision) as copy:
        copy.body += "\n补写一段。"
    article.refresh_from_db()
    go(article, "submit", cast.rui)
    assert (article.status, article.round) == ("first_review", 2)


def test_saving_without_a_change_makes_no_version(cast, publication):
    article = web_draft(publication, cast.rui)
    with editing.revising(article, by=cast.rui, revision=article.revision):
        pass
    assert article.versions.count() == 1


def test_two_saves_on_one_revision_refuse_the_second(cast, publication):
    article = web_draft(publication, cast.rui)
    seen = article.revision
    with editing.revising(article, by=cast.rui, revision=seen) as copy:
        copy.headline = "甲"
    with (
        pytest.raises(editing.Stale) as stale,
        editing.revising(article, by=cast.rui, revision=seen),
    ):
        pass
    assert stale.value.article.headline == "甲"


def test_a_move_on_an_old_revision_is_refused(cast, publication):
    article = web_draft(publication, cast.rui)
    seen = article.revision
    with editing.revising(article, by=cast.rui, revision=seen) as copy:
        copy.headline = "甲"
    with pytest.raises(Refused) as refused:
        workflow.move(article, "submit", by=cast.rui, revision=seen)
    assert refused.value.refusal.rule == "stale"


def test_who_presses_twice_is_told_that_it_is_done(cast, publication):
    article = web_article(cast, publication, "final_review")
    seen = article.revision
    go(article, "sign_off", cast.chen, revision=seen)
    with pytest.raises(Refused, match="您已经操作过了"):
        go(article, "sign_off", cast.chen, revision=seen)
    with pytest.raises(Refused, match="有人"):
        go(article, "sign_off", cast.cui, revision=seen)


def test_every_transition_writes_one_event_and_the_chain_holds(cast, publication):
    article = web_article(cast, publication, "withdrawn")
    events = list(article.events.order_by("sequence"))
    assert [event.sequence for event in events] == list(range(1, 8))
    assert all(event.sha256 == event.seal() for event in events)
    chained = [event.previous_sha256 for event in events[1:]]
    assert chained == [event.sha256 for event in events[:-1]]


def test_a_failing_event_takes_the_move_back(cast, publication, monkeypatch):
    article = web_draft(publication, cast.rui)

    def fail(self, *args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        workflow.move(article, "submit", by=cast.rui)
    article.refresh_from_db()
    assert article.status == "draft"


def test_publishing_another_text_than_the_signed_one_is_refused_with_an_alarm(
    cast, publication, caplog
):
    article = web_article(cast, publication, "approved")
    Article.objects.filter(pk=article.pk).update(body="有人绕过了规则。")
    with pytest.raises(Refused) as refused:
        go(article, "publish", cast.chen)
    assert refused.value.refusal.rule == "signed_text"
    assert article.number in caplog.text


def test_embargo_holds_back_publishing(cast, publication):
    article = web_article(cast, publication, "approved")
    Article.objects.filter(pk=article.pk).update(
        embargo_until=timezone.now() + timezone.timedelta(hours=1)
    )
    with pytest.raises(Refused) as refused:
        go(article, "publish", cast.chen)
    assert refused.value.refusal.rule == "embargo"


def test_article_without_headline_is_not_verified(cast, issue):
    article = imported(page_of(issue), cast.de, headline="")
    with pytest.raises(Refused) as refused:
        go(article, "verify", cast.dan)
    assert refused.value.refusal.rule == "headline"


@pytest.mark.parametrize("words", [{"opinion": ""}, {"opinion": "  \n"}, {"reason": "nonsense"}])
def test_return_needs_a_reason_and_words(cast, publication, words):
    article = web_article(cast, publication, "first_review")
    with pytest.raises(Refused) as refused:
        go(article, "return", cast.de, **words)
    assert refused.value.refusal.rule in {"reason", "opinion"}


def test_numbers_run_on_within_the_year(cast, publication):
    first, second = (web_draft(publication, cast.rui).number for _ in range(2))
    assert first == f"{timezone.localdate().year}-000001"
    assert int(second[-6:]) == int(first[-6:]) + 1


def test_filing_under_a_section_is_on_record_and_asks_for_no_review(cast, publication):
    article = web_article(cast, publication, "published")
    event = workflow.describe(article, by=cast.de, tags=["大桥", "交通"])
    article.refresh_from_db()
    assert (event.from_status, event.to_status) == ("published", "published")
    assert sorted(article.tags.names()) == ["交通", "大桥"]


def test_article_of_a_page_with_unassigned_lines_is_not_verified(cast, issue):
    page = page_of(issue)
    article = imported(page, cast.de)
    page.run = ParseRun.objects.create(
        page=page, parser_version="1", labels=[], unassigned=2, made_by=cast.de
    )
    page.save()
    article.refresh_from_db()
    with pytest.raises(Refused) as refused:
        go(article, "verify", cast.dan)
    assert refused.value.refusal.rule == "lines"


def test_checks_that_were_waived_stand_on_the_event_and_under_its_hash(cast, publication):
    article = web_article(cast, publication, "first_review")
    waived = [{"check": "weekday", "reason": "引用原话。"}]
    event = go(article, "pass_first", cast.de, waived=waived)
    stored = Event.objects.get(pk=event.pk)
    assert stored.waived == waived
    assert stored.sha256 == stored.seal()
    stored.waived = []
    assert stored.sha256 != stored.seal()


def test_a_doubt_about_the_page_itself_keeps_its_articles_from_being_verified(cast, issue):
    page = page_of(issue)
    article = imported(page, cast.de)
    doubt = PageDoubt.objects.create(page=page, kind="folio_date", line=1, message="x")
    with pytest.raises(Refused) as refused:
        go(article, "verify", cast.dan)
    assert refused.value.refusal.rule == "doubts"
    doubts.resolve(doubt, by=cast.dan, resolution="报头无误。")
    assert go(article, "verify", cast.dan).to_status == "final_review"

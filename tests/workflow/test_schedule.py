"""Scheduled articles go out once, on time or with an alarm, whoever runs the clock."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import jobs, workflow
from articles.desk import pieces
from articles.models import Article
from articles.refusals import Refused
from articles.workflow import scheduling
from tests.builders import go, web_article


@pytest.fixture
def scheduled(cast, publication):
    return web_article(cast, publication, "scheduled")


def later(**delta):
    return time_machine.travel(timezone.now() + timedelta(**delta), tick=False)


def test_nothing_goes_out_before_its_time(scheduled):
    with later(minutes=119):
        assert scheduling.publish_due().published == ()
    assert not Article.objects.published().exists()


def test_what_is_due_goes_out_once_in_the_name_of_who_scheduled_it(cast, scheduled):
    with later(hours=3):
        assert scheduling.publish_due().published == (scheduled.number,)
        assert scheduling.publish_due().published == ()
        assert Article.objects.published().get() == scheduled
    event = scheduled.events.get(action="auto_publish")
    assert event.actor == cast.chen
    assert str(scheduled.scheduled_for.year) in event.opinion
    assert pieces.remark(event).who == "定时"


def test_a_time_that_is_now_is_due(scheduled):
    with time_machine.travel(scheduled.scheduled_for, tick=False):
        assert scheduling.publish_due().published == (scheduled.number,)


def test_clock_set_back_publishes_nothing_twice(scheduled):
    with later(hours=3):
        scheduling.publish_due()
    with later(hours=1):
        assert scheduling.publish_due().published == ()
    with later(hours=4):
        assert scheduling.publish_due().published == ()
    assert scheduled.events.filter(action="auto_publish").count() == 1


def test_cancelled_schedule_publishes_nothing(cast, scheduled):
    go(scheduled, "unschedule", cast.chen)
    assert scheduled.status == "approved"
    with later(hours=3):
        assert scheduling.publish_due() == scheduling.Summary((), ())


def test_one_broken_article_leaves_its_schedule_and_the_others_go_out(
    cast, publication, scheduled, caplog
):
    other = web_article(cast, publication, "scheduled")
    Article.objects.filter(pk=scheduled.pk).update(body="有人绕过了规则。")
    with later(hours=3):
        summary = scheduling.publish_due()
    assert summary.published == (other.number,)
    assert [number for number, _sentence in summary.refused] == [scheduled.number]
    scheduled.refresh_from_db()
    assert scheduled.status == "scheduled"
    assert scheduled.number in caplog.text


def test_a_fault_of_the_program_at_one_article_holds_up_no_other(
    cast, publication, scheduled, caplog, monkeypatch
):
    other = web_article(cast, publication, "scheduled")
    publish = workflow.publish_scheduled

    def stumble(article):
        return publish(article) if article.pk != scheduled.pk else {}["nothing there"]

    monkeypatch.setattr(workflow, "publish_scheduled", stumble)
    with later(hours=3):
        with pytest.raises(KeyError):
            scheduling.publish_due()
        assert list(Article.objects.published()) == [other]
    assert scheduled.number in caplog.text
    assert other.number not in caplog.text


def test_schedule_lies_in_the_future_and_after_the_embargo(cast, publication):
    article = web_article(cast, publication, "approved")
    Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now() + timedelta(days=1))
    for moment, rule in [
        (None, "moment"),
        (timezone.now() - timedelta(minutes=1), "moment"),
        (timezone.now() + timedelta(hours=1), "embargo"),
    ]:
        with pytest.raises(Refused) as refused:
            go(article, "schedule", cast.chen, moment=moment)
        assert refused.value.refusal.rule == rule


def test_nobody_publishes_by_the_clock_s_move(cast, scheduled):
    with later(hours=3), pytest.raises(Refused):
        go(scheduled, "auto_publish", cast.chen)


def test_command_says_what_went_out_and_fails_when_something_did_not(scheduled):
    Article.objects.filter(pk=scheduled.pk).update(body="有人绕过了规则。")
    errors = StringIO()
    with later(hours=3), pytest.raises(CommandError):
        call_command("publish_due", stdout=StringIO(), stderr=errors)
    assert scheduled.number in errors.getvalue()


def test_one_verb_signs_and_schedules_or_does_neither(cast, publication):
    article = web_article(cast, publication, "final_review")
    with pytest.raises(Refused):
        scheduling.sign_and_schedule(
            article, by=cast.chen, opinion="同意。", moment=timezone.now() - timedelta(hours=1)
        )
    article.refresh_from_db()
    assert article.status == "final_review"
    moment = timezone.now() + timedelta(hours=1)
    signed, set_for = scheduling.sign_and_schedule(
        article, by=cast.chen, opinion="同意。", moment=moment
    )
    assert (signed.action, set_for.action) == ("sign_off", "schedule")
    assert (article.status, article.scheduled_for) == ("scheduled", moment)


def test_the_sign_off_form_schedules_and_says_when(client, cast, publication):
    article = web_article(cast, publication, "final_review")
    client.force_login(cast.chen)
    words = {"seen": article.revision, "opinion": "同意。", "goes_out": "2099-01-02T18:30"}
    door = f"/admin/articles/article/{article.pk}/move/sign_off/"
    answer = client.post(door, words, follow=True)
    article.refresh_from_db()
    assert article.status == "scheduled"
    assert "将于 2099-01-02 18:30 自动发布" in str(next(iter(answer.context["messages"])))


def test_the_first_screen_shows_the_clock_s_heartbeat_and_its_silence(client, cast):
    client.force_login(cast.chen)
    assert "定时发布没有在运行" in client.get("/admin/").content.decode()
    scheduling.publish_due()
    assert "定时发布没有在运行" not in client.get("/admin/").content.decode()
    with later(minutes=4):
        client.force_login(cast.chen)
        assert "定时发布没有在运行" in client.get("/admin/").content.decode()


def test_the_clock_is_no_worker(db):
    scheduling.publish_due()
    assert jobs.silence() is not None

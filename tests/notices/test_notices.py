"""Notices: after the fact, never to the actor, with their reason, and harmless when they fail."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.management.commands import send_digest
from articles.models import Article, Credit, Notice, Reporter
from articles.workflow import claiming, notifying, scheduling
from tests.builders import WORDS, go, web_article


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """done(article, action, by): a move, and what follows once it is committed."""

    def _done(*arguments, **words):
        with django_capture_on_commit_callbacks(execute=True):
            return go(*arguments, **words)

    return _done


def told(user):
    return [(n.event.action, n.why) for n in notifying.inbox(user).order_by("pk")]


def test_the_writer_hears_of_what_others_do_and_not_of_their_own(cast, publication, done):
    article = web_article(cast, publication)
    done(article, "submit", cast.rui)
    done(article, "return", cast.de)
    assert told(cast.rui) == [("return", "writer")]
    assert told(cast.de) == []


def test_who_is_named_hears_of_it_when_readers_see_it(cast, publication, done):
    article = web_article(cast, publication)
    person = Reporter.objects.create(name="青山", user=cast.qing)
    Credit.objects.create(article=article, reporter=person, role="photographer")
    for action, by in [("submit", "rui"), ("pass_first", "de"), ("pass_second", "sun")]:
        done(article, action, getattr(cast, by))
    done(article, "sign_off", cast.chen)
    assert told(cast.qing) == []
    done(article, "publish", cast.chen)
    assert told(cast.qing) == [("publish", "named")]


def test_reviewers_hear_that_their_review_was_undone(cast, publication, done):
    article = web_article(cast, publication, "second_review")
    done(article, "return", cast.sun)
    assert told(cast.de) == [("return", "reviewer")]


def test_a_second_person_is_asked_for_and_the_first_is_not(cast, publication, done):
    article = web_article(cast, publication, "first_review")
    done(article, "ask_emergency", cast.sun)
    assert told(cast.chen) == told(cast.shen) == [("ask_emergency", "second")]
    assert told(cast.sun) == told(cast.de) == []


def test_whoever_is_relieved_of_an_article_is_told(
    cast, publication, django_capture_on_commit_callbacks
):
    article = web_article(cast, publication, "first_review")
    claiming.claim(article, by=cast.de)
    with django_capture_on_commit_callbacks(execute=True):
        claiming.claim(article, by=cast.dan)
    assert told(cast.de) == [("take_over", "holder")]


def test_who_scheduled_hears_once_that_it_could_not_be_published(cast, publication):
    article = web_article(cast, publication, "scheduled")
    past = timezone.now() - timedelta(minutes=1)
    Article.objects.filter(pk=article.pk).update(scheduled_for=past, body="有人绕过了规则。")
    for _minute in range(3):
        scheduling.publish_due()
    assert told(cast.chen) == [("schedule", "late")]
    assert notifying.inbox(cast.chen).get().words


def test_nothing_is_told_of_a_move_that_was_rolled_back(cast, publication, done):
    article = web_article(cast, publication, "first_review")
    with pytest.raises(RuntimeError):
        _return_and_fail(article, cast.de, done)
    assert Notice.objects.count() == 0


def _return_and_fail(article, by, done):
    done(article, "return", by, reason=_Broken())


class _Broken(str):
    """A reason that fails while the event is written."""

    __hash__ = str.__hash__

    def __eq__(self, other):
        raise RuntimeError


def test_a_notice_that_fails_changes_nothing(cast, publication, done, monkeypatch, caplog):
    article = web_article(cast, publication, "first_review")

    def fail(event_pk):
        raise RuntimeError("no notice today")

    monkeypatch.setattr(notifying, "tell_of", fail)
    assert done(article, "return", cast.de).to_status == "returned"
    assert "no notice today" in caplog.text


def test_a_notice_of_taking_over_that_fails_changes_nothing(
    cast, publication, django_capture_on_commit_callbacks, monkeypatch, caplog
):
    article = web_article(cast, publication, "first_review")
    claiming.claim(article, by=cast.de)

    def fail(event, holder):
        raise RuntimeError("no notice today")

    monkeypatch.setattr(notifying, "tell_holder", fail)
    with django_capture_on_commit_callbacks(execute=True):
        assert claiming.claim(article, by=cast.dan).holder == cast.dan
    assert "no notice today" in caplog.text


def test_disabled_people_are_told_nothing(cast, publication, done):
    article = web_article(cast, publication, "first_review")
    cast.rui.is_active = False
    cast.rui.save()
    done(article, "return", cast.de)
    assert Notice.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "address"), [("rui", "/desk/notices/"), ("sun", "/admin/notices/")]
)
def test_the_inbox_shows_words_and_why_and_marks_as_read(
    client, cast, publication, done, name, address
):
    article = web_article(cast, publication, "second_review", headline="老城水管换新")
    if name == "sun":
        done(article, "pass_second", cast.sun)
    done(article, "return", cast.chen if name == "sun" else cast.sun)
    client.force_login(getattr(cast, name))
    html = client.get(address).content.decode()
    assert "老城水管换新" in html
    assert WORDS["return"]["opinion"] in html
    assert notifying.unread_count(getattr(cast, name)) == 1
    client.post(address, {"notice": Notice.objects.get(recipient=getattr(cast, name)).pk})
    assert notifying.unread_count(getattr(cast, name)) == 0


def test_nobody_marks_another_s_notices(client, cast, publication, done):
    done(web_article(cast, publication, "first_review"), "return", cast.de)
    client.force_login(cast.chen)
    client.post("/admin/notices/", {"notice": Notice.objects.get().pk})
    client.post("/admin/notices/", {"all": "1"})
    assert notifying.unread_count(cast.rui) == 1


@pytest.mark.parametrize("count", [2, 20])
def test_the_inbox_asks_as_often_for_many_as_for_few(
    client, cast, publication, done, count, django_assert_max_num_queries
):
    for _each in range(count):
        done(web_article(cast, publication, "first_review"), "return", cast.de)
    client.force_login(cast.rui)
    with django_assert_max_num_queries(8):
        client.get("/desk/notices/")
    client.force_login(cast.de)
    with django_assert_max_num_queries(8):
        client.get("/admin/notices/")


def test_the_digest_mails_once_to_who_has_an_address(cast, publication, done, settings):
    settings.EMAIL_HOST, settings.SITE_ADDRESS = "mail.example", "https://paper.example"
    cast.rui.email = "rui@paper.example"
    cast.rui.save()
    done(web_article(cast, publication, "first_review", headline="桥通车了"), "return", cast.de)
    call_command("send_digest", stdout=StringIO())
    call_command("send_digest", stdout=StringIO())
    (message,) = mail.outbox
    assert message.to == ["rui@paper.example"]
    assert "桥通车了：退回修改（因为您是作者）" in message.body
    assert message.body.endswith("\nhttps://paper.example/login/")
    assert "十一月二十日" not in message.body


def test_whoever_has_left_an_office_is_told_no_more_of_its_texts(cast, publication, done, settings):
    settings.EMAIL_HOST = "mail.example"
    User.objects.filter(pk=cast.de.pk).update(email="de@paper.example")
    done(web_article(cast, publication, "second_review"), "return", cast.sun)
    assert told(cast.de) == [("return", "reviewer")]
    cast.de.groups.clear()
    call_command("send_digest", stdout=StringIO())
    assert mail.outbox == []
    assert (told(cast.de), notifying.unread_count(cast.de)) == ([], 0)


def test_a_digest_without_a_mail_server_says_so(db, settings):
    settings.EMAIL_HOST = ""
    with pytest.raises(CommandError, match="NEWSROOM_MAIL_HOST"):
        call_command("send_digest")


def test_a_mail_that_fails_is_tried_again_next_time(cast, publication, done, settings, monkeypatch):
    settings.EMAIL_HOST = "mail.example"
    cast.rui.email = "rui@paper.example"
    cast.rui.save()
    done(web_article(cast, publication, "first_review"), "return", cast.de)

    def refuse(*arguments):
        raise OSError("refused")

    with monkeypatch.context() as broken:
        broken.setattr(send_digest, "send_mail", refuse)
        with pytest.raises(CommandError):
            call_command("send_digest", stdout=StringIO(), stderr=StringIO())
    call_command("send_digest", stdout=StringIO())
    assert len(mail.outbox) == 1


def test_a_second_digest_leaves_alone_what_the_first_is_mailing(
    cast, publication, done, settings, monkeypatch
):
    settings.EMAIL_HOST = "mail.example"
    User.objects.filter(pk=cast.rui.pk).update(email="rui@paper.example")
    done(web_article(cast, publication, "first_review"), "return", cast.de)
    send = send_digest.send_mail

    def start_another(*arguments):
        monkeypatch.setattr(send_digest, "send_mail", send)
        call_command("send_digest", stdout=StringIO())
        return send(*arguments)

    monkeypatch.setattr(send_digest, "send_mail", start_another)
    call_command("send_digest", stdout=StringIO())
    assert len(mail.outbox) == 1


def test_what_a_digest_that_was_killed_had_in_hand_is_mailed_later(
    cast, publication, done, settings, monkeypatch
):
    settings.EMAIL_HOST = "mail.example"
    User.objects.filter(pk=cast.rui.pk).update(email="rui@paper.example")
    done(web_article(cast, publication, "first_review"), "return", cast.de)

    def kill(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as killed:
        killed.setattr(send_digest, "send_mail", kill)
        with pytest.raises(KeyboardInterrupt):
            call_command("send_digest", stdout=StringIO())
    call_command("send_digest", stdout=StringIO())
    assert mail.outbox == []
    hour_ago = timezone.now() - timedelta(hours=1)
    Notice.objects.update(mailing_since=hour_ago)
    call_command("send_digest", stdout=StringIO())
    assert len(mail.outbox) == 1

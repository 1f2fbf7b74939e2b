"""报错: readers tell what is wrong without a name; an editor corrects, answers or declines."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.epaper import reporting
from articles.models import Article, Correction, ErrorReport
from articles.refusals import Refused
from tests.builders import go, web_article
from tests.workflow.test_corrections import WORDS

SAYS = {"passage": "桥通车了", "words": "通车的是二十一日，不是二十日。"}


@pytest.fixture
def article(cast, publication):
    return web_article(cast, publication, "published")


@pytest.fixture
def door(article):
    return f"{article.get_absolute_url()}report/"


@pytest.fixture
def report(article):
    return reporting.report(article, address="192.0.2.7", **SAYS)


def test_a_reader_finds_the_form_on_the_article_and_gets_a_receipt(client, article, door):
    assert door in client.get(article.get_absolute_url()).content.decode()
    answer = client.post(door, SAYS, follow=True)
    report = ErrorReport.objects.get()
    assert answer.redirect_chain[0][0] == f"/reports/{report.token}/"
    assert SAYS["words"] in answer.content.decode()
    assert (report.version, report.words) == (article.live_version, SAYS["words"])


def test_the_form_needs_its_token(article, door):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(door, SAYS).status_code == 403
    assert not ErrorReport.objects.exists()


def test_neither_form_nor_receipt_is_cached(client, door, report):
    for address in (door, f"/reports/{report.token}/"):
        assert "no-store" in client.get(address)["Cache-Control"]


@pytest.mark.parametrize("status", ["draft", "approved", "scheduled", "withdrawn", "retracted"])
def test_what_readers_do_not_see_takes_no_report(client, cast, publication, status):
    article = web_article(cast, publication, status)
    answer = client.post(f"{article.get_absolute_url()}report/", SAYS)
    assert answer.status_code == 404
    assert not ErrorReport.objects.exists()


def test_an_embargo_closes_the_form_and_the_receipts(client, article, door, report):
    later = timezone.now() + timedelta(days=1)
    Article.objects.filter(pk=article.pk).update(embargo_until=later)
    assert client.get(door).status_code == 404
    assert client.get(f"/reports/{report.token}/").status_code == 404


def test_a_network_sends_five_reports_an_hour(client, article, door):
    answers = [client.post(door, SAYS).status_code for _each in range(6)]
    assert answers == [302] * 5 + [429]
    assert client.post(door, SAYS, REMOTE_ADDR="198.51.100.4").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert client.post(door, SAYS).status_code == 302


def test_addresses_of_one_ipv6_network_count_together(article):
    for last in range(5):
        reporting.report(article, address=f"2001:db8::{last}", **SAYS)
    with pytest.raises(reporting.TooMany):
        reporting.report(article, address="2001:db8::ffff", **SAYS)


def test_a_forged_header_gives_nobody_a_second_address(client, door, settings):
    for number in range(5):
        client.post(door, SAYS, headers={"X-Forwarded-For": f"203.0.113.{number}"})
    forged = client.post(door, SAYS, headers={"X-Forwarded-For": "203.0.113.9"})
    assert forged.status_code == 429
    settings.BEHIND_PROXY = True
    told = {"X-Forwarded-For": "6.6.6.6, 203.0.113.50"}
    assert client.post(door, SAYS, headers=told).status_code == 302
    assert client.post(door, SAYS, headers={"X-Forwarded-For": "' OR 1=1"}).status_code == 302


def test_no_address_is_kept(report):
    kept = [str(getattr(report, field.attname)) for field in report._meta.concrete_fields]
    assert not [value for value in kept if "192.0.2" in value]


def test_the_trap_for_programs_keeps_nothing(client, door):
    answer = client.post(door, SAYS | {"website": "https://spam.example"})
    assert answer.status_code == 200
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("words", ["", "  ", "x" * 2001, "a\x00b"])
def test_what_is_empty_endless_or_broken_is_not_taken(client, door, words):
    assert client.post(door, SAYS | {"words": words}).status_code == 200
    assert not ErrorReport.objects.exists()


def test_markup_stays_text_on_every_screen(client, cast, article, door):
    client.post(door, SAYS | {"words": "<script>alert(1)</script>"})
    report = ErrorReport.objects.get()
    client.force_login(cast.de)
    for address in (
        f"/reports/{report.token}/",
        f"/admin/articles/errorreport/{report.pk}/change/",
    ):
        html = client.get(address).content.decode()
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html


def test_an_editor_accepts_by_writing_the_correction(client, cast, article, report):
    client.force_login(cast.dan)
    screen = client.get(f"/admin/articles/errorreport/{report.pk}/change/").content.decode()
    address = f"/admin/articles/article/{article.pk}/corrections/new/?report={report.pk}"
    assert address in screen
    shown = client.get(address)
    assert SAYS["words"] in shown.content.decode()
    texts = {"headline": article.headline, "body": article.body}
    seen = shown.context["form"]["seen"].value()
    client.post(address, {**WORDS, **texts, "severity": "minor", "seen": seen})
    report.refresh_from_db()
    assert (report.state, report.handled_by) == ("accepted", cast.dan)
    assert report.correction == Correction.objects.get()


def test_a_report_joins_the_correction_that_is_being_written(client, cast, article, report):
    made = reporting.accept(report, by=cast.dan, **WORDS)
    second = reporting.report(article, address="192.0.2.8", **SAYS)
    client.force_login(cast.de)
    client.post(f"/admin/articles/errorreport/{second.pk}/change/", {"attach": "1"})
    second.refresh_from_db()
    assert second.correction == made


@pytest.mark.parametrize(("button", "state"), [("answer", "answered"), ("decline", "declined")])
def test_an_answer_stands_on_the_receipt(client, cast, report, button, state):
    client.force_login(cast.de)
    here = f"/admin/articles/errorreport/{report.pk}/change/"
    client.post(here, {button: "1", "words": ""})
    report.refresh_from_db()
    assert report.is_new
    client.post(here, {button: "1", "words": "已核对原始记录，日期无误。"})
    report.refresh_from_db()
    assert report.state == state
    assert "已核对原始记录" in Client().get(f"/reports/{report.token}/").content.decode()


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_decide(name, cast, report):
    for decide in (reporting.answer, reporting.decline):
        with pytest.raises(Refused):
            decide(report, by=getattr(cast, name), words="好。")
    with pytest.raises(Refused):
        reporting.accept(report, by=getattr(cast, name), **WORDS)
    report.refresh_from_db()
    assert report.is_new


def test_a_report_is_decided_once(cast, report):
    reporting.answer(report, by=cast.de, words="谢谢。")
    with pytest.raises(Refused) as refused:
        reporting.decline(report, by=cast.dan, words="不改。")
    assert refused.value.refusal.rule == "stale"


def test_a_correction_that_is_refused_leaves_the_report_open(cast, article, report):
    go(article, "withdraw", cast.chen)
    with pytest.raises(Refused):
        reporting.accept(report, by=cast.dan, **WORDS)
    report.refresh_from_db()
    assert report.is_new


def test_the_first_screen_counts_open_reports_and_leads_to_them(client, cast, report):
    client.force_login(cast.de)
    address = "/admin/articles/errorreport/?state__exact=new"
    assert address in client.get("/admin/").content.decode()
    assert report.article.number in client.get(address).content.decode()
    reporting.answer(report, by=cast.de, words="谢谢。")
    assert address not in client.get("/admin/").content.decode()


def test_a_report_that_is_not_taken_up_says_so_in_words_of_its_own(client, cast, report):
    reporting.decline(report, by=cast.de, words="核对无误。")
    shown = client.get(f"/reports/{report.token}/").content.decode()
    assert "未采纳" in shown
    assert "退稿" not in shown

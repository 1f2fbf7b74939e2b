"""The rarer moves at the editors' door: what they ask, and what they say back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from tests.builders import go, web_article


def press(client, person, article, action, **data):
    client.force_login(person)
    address = reverse("admin:articles_article_move", args=[article.pk, action])
    return client.post(address, {"seen": article.revision, **data}, follow=True)


def test_schedule_is_said_back(client, cast, publication):
    article = web_article(cast, publication, "approved")
    moment = timezone.localtime(timezone.now() + timedelta(days=1))
    page = press(client, cast.chen, article, "schedule", moment=moment.strftime("%Y-%m-%dT%H:%M"))
    article.refresh_from_db()
    assert article.status == "scheduled"
    assert f"将于 {moment:%Y-%m-%d %H:%M} 自动发布" in page.content.decode()


def test_what_is_said_of_a_move_is_due_after_it(client, cast, publication, notes):
    article = web_article(cast, publication, "approved")
    moment = timezone.localtime(timezone.now() + timedelta(days=1))
    due = f"将于 {moment:%Y-%m-%d %H:%M} 自动发布"
    page = press(client, cast.chen, article, "schedule", moment=moment.strftime("%Y-%m-%dT%H:%M"))
    assert due in notes(page)[-1]
    article.refresh_from_db()
    assert due not in notes(press(client, cast.chen, article, "unschedule"))[-1]


@pytest.mark.parametrize("moment", ["", "tomorrow", "1999-01-01T08:00"])
def test_time_that_cannot_be_is_asked_for_again(moment, client, cast, publication):
    article = web_article(cast, publication, "approved")
    press(client, cast.chen, article, "schedule", moment=moment)
    article.refresh_from_db()
    assert article.status == "approved"


def test_hold_asks_for_reason_day_and_words(client, cast, publication):
    article = web_article(cast, publication, "first_review")
    client.force_login(cast.sun)
    page = client.get(reverse("admin:articles_article_move", args=[article.pk, "hold"]))
    asked = set(page.context["form"].fields)
    assert asked == {"seen", "reason", "moment", "opinion"}


def rarer(page):
    """The buttons that stand apart, whatever closes them."""
    return [button for row in page.context["rare_moves"] for button in row.buttons]


def test_rarer_moves_stand_apart_and_say_why_they_are_closed(client, cast, publication):
    article = web_article(cast, publication, "published")
    client.force_login(cast.de)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    rare = {button.action: button.refusal for button in rarer(page)}
    assert set(rare) == {"after_review", "ask_retract", "retract"}
    assert all(rare.values())


def test_what_a_colleague_proposed_stands_with_the_moves_of_the_day(client, cast, publication):
    article = web_article(cast, publication, "published")
    go(article, "ask_retract", cast.chen)
    for name, is_apart in {"cui": False, "chen": True}.items():
        client.force_login(getattr(cast, name))
        page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
        assert ("retract" in {button.action for button in rarer(page)}) == is_apart


def test_the_second_person_reads_the_statement_whatever_it_is_filed_under(
    client, cast, publication
):
    article = web_article(cast, publication, "published")
    go(article, "ask_retract", cast.chen)
    workflow.describe(article, by=cast.de, tags=["大桥"])
    client.force_login(cast.cui)
    page = client.get(reverse("admin:articles_article_move", args=[article.pk, "retract"]))
    assert page.context["statement"] == "本文严重失实，现予撤销。"


def test_retracted_article_keeps_its_address_with_the_statement_alone(client, cast, publication):
    article = web_article(cast, publication, "retracted")
    page = client.get(article.get_absolute_url())
    assert page.status_code == 200
    text = page.content.decode()
    assert "本文严重失实，现予撤销。" in text
    assert "第二段写得很短" not in text

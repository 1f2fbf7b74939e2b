"""The login runs out while somebody types: what was sent is there again after the new login."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import HouseTerm, Waiver
from articles.review import marking
from articles.texts.manuscripts import Spot
from articles.workflow import correcting
from tests.browser.conftest import give_login
from tests.builders import page_of, print_article, web_article
from tests.review.test_screen import BODY, address
from tests.workflow.test_corrections import WORDS


@pytest.fixture
def blocked(cast, issue):
    """An article of a page that a check stops, and one that nothing does."""
    HouseTerm.objects.create(wrong="到场", right="到现场", severity="block")
    page = page_of(issue)
    print_article(cast, page, "final_review")
    return print_article(cast, page, "final_review", body=BODY)


def send_without_login(window, user, button):
    """It is lost on the way; the browser comes back over the login page to where it was."""
    here = window.url
    window.context.clear_cookies(name="sessionid")
    button.click()
    give_login(window, user)
    window.wait_for_url(here)


def test_an_opinion_beside_the_signing_of_a_correction(visit, cast, publication):
    article = web_article(cast, publication, "published")
    made = correcting.open_correction(article, by=cast.dan, revision=article.revision, **WORDS)
    correcting.write(made, by=cast.dan, revision=made.revision, body="改正后的正文。")
    window = visit(
        cast.cui, reverse("admin:articles_article_correction", args=[article.pk, made.pk])
    )
    opinion = window.locator("#sign_opinion")
    opinion.fill("已向桥管所核对。")
    send_without_login(window, cast.cui, window.locator("button[name=issue]"))
    expect(opinion).to_have_value("已向桥管所核对。")


def test_a_waiver_s_reason_on_the_review_screen(visit, cast, blocked):
    window = visit(cast.cui, address(blocked))
    form = window.locator("form", has=window.locator("[name=waive]"))
    form.locator("[name=reason]").fill("直接引语。")
    send_without_login(window, cast.cui, form.locator("button"))
    expect(form.locator("[name=reason]")).to_have_value("直接引语。")
    form.locator("button").click()
    expect(window.get_by_text("直接引语。")).to_be_visible()
    assert Waiver.objects.get().reason == "直接引语。"


def test_why_a_mark_is_no_error(visit, cast, publication):
    article = web_article(cast, publication, "first_review")
    marking.mark(
        article,
        version=article.versions.last(),
        spot=Spot("body", 0),
        by=cast.pei,
        words="第一段",
        kind="fact",
    )
    window = visit(cast.pei, address(article))
    form = window.locator("form", has=window.locator("[name=void]"))
    window.locator(".proof-note summary").click()
    form.locator("[name=reason]").fill("原文如此。")
    send_without_login(window, cast.pei, form.locator("button"))
    expect(form.locator("[name=reason]")).to_be_visible()
    expect(form.locator("[name=reason]")).to_have_value("原文如此。")


def test_what_is_typed_and_ticked_for_a_whole_page(visit, cast, blocked):
    address = reverse("admin:articles_article_together", args=["sign_off"])
    window = visit(cast.cui, f"{address}?page={blocked.page_id}")
    opinion = window.locator("textarea[name=opinion]")
    reason = window.locator("[name^=reason_]")
    tick = window.locator("[name=article]")
    tick.uncheck()
    reason.fill("直接引语。")
    opinion.fill("同意签发。")
    send_without_login(window, cast.cui, window.locator("button[name=waive]"))
    expect(opinion).to_have_value("同意签发。")
    expect(reason).to_have_value("直接引语。")
    expect(tick).not_to_be_checked()
    tick.check()
    window.locator("button.default").click()
    window.wait_for_url("**/change/")
    window.goto(f"{address}?page={blocked.page_id}")
    expect(reason).to_have_value("")

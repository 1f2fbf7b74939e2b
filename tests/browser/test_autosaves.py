"""Autosaves in a real browser: a tab that is closed, a second tab, and no connection."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Autosave, Reporter
from articles.writing.drafting import create_draft
from tests.browser.conftest import log_in
from tests.browser.test_desk import PHONE, violations

KEPT = "#content [data-state]:has-text('自动留存')"
BASE = "第一段。\n第二段。\n第三段。"


@pytest.fixture
def piece(cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    fields = {"headline": "老城区水管换新", "body": BASE}
    return create_draft(publication=publication, fields=fields, credits={}, by=cast.rui)


def sheet_of(piece):
    return reverse("desk:edit", args=[piece.number])


def write(window, text):
    window.locator("[name=body]").fill(text)
    window.wait_for_selector(KEPT)


def test_a_closed_tab_loses_nothing(visit, cast, piece):
    window = visit(cast.rui, sheet_of(piece), **PHONE)
    write(window, BASE + "\n没保存的一段。")
    window.close()
    window = visit(cast.rui, "/desk/", **PHONE)
    assert violations(window) == []
    window.click(f"a[href='{sheet_of(piece)}']")
    assert window.locator("[name=body]").input_value().endswith("没保存的一段。")
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    window.get_by_role("button", name=_("Save"), exact=True).click()
    window.wait_for_selector(".proof")
    assert Article.objects.get().body.endswith("没保存的一段。")
    assert not Autosave.objects.exists()


def test_a_second_tab_brings_both_texts_together(visit, cast, piece):
    first = visit(cast.rui, sheet_of(piece), **PHONE)
    second = first.context.new_page()
    second.goto(sheet_of(piece))
    write(first, "第一段，改。\n第二段。\n第三段。")
    second.locator("[name=body]").fill("第一段。\n第二段。\n第三段，也改。")
    together = second.locator("[data-together]")
    together.wait_for(state="visible")
    visit.complaints.clear()
    together.focus()
    second.keyboard.press("Enter")
    second.wait_for_selector(".stretches")
    assert second.locator("[name=body]").input_value() == "第一段，改。\n第二段。\n第三段，也改。"
    assert violations(second) == []
    assert second.evaluate("document.documentElement.scrollWidth") <= 390
    second.locator(".button--primary").click()
    second.wait_for_selector(".proof")
    assert Article.objects.get().body == "第一段，改。\n第二段。\n第三段，也改。"


def test_without_a_connection_it_says_so_and_tries_again(visit, cast, piece):
    window = visit(cast.rui, sheet_of(piece), **PHONE)
    window.context.set_offline(True)
    window.locator("[name=body]").fill(BASE + "\n离线写的。")
    window.wait_for_selector("[data-state]:has-text('网络不通')")
    window.context.set_offline(False)
    window.wait_for_selector(KEPT)
    assert Autosave.objects.get().fields["body"].endswith("离线写的。")
    visit.complaints.clear()


def log_in_elsewhere(window, user):
    """As the sheet advises who has been logged out; the new login has a new token."""
    window.context.clear_cookies()
    other = window.context.new_page()
    log_in(other, user, "/desk/")
    other.close()


def hide(window):
    window.evaluate(
        """() => {
            Object.defineProperty(document, "visibilityState", { value: "hidden" });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )


def test_what_a_hidden_window_sends_overtakes_nothing(visit, cast, piece):
    window = visit(cast.rui, sheet_of(piece), **PHONE)
    slow = []
    window.route("**/keep/**", lambda route: slow.append(route))
    window.locator("[name=body]").fill(BASE + "\n离开以前写的。")
    hide(window)
    window.locator("[name=body]").fill(BASE + "\n回来以后写的。")
    window.wait_for_timeout(2500)
    assert len(slow) == 1
    with window.expect_response(lambda answer: "回来以后" in answer.request.post_data):
        window.unroute("**/keep/**")
    assert Autosave.objects.get().fields["body"].endswith("回来以后写的。")


def test_who_logs_in_anew_in_another_window_goes_on_where_they_were(visit, cast, piece):
    window = visit(cast.rui, sheet_of(piece), **PHONE)
    write(window, BASE + "\n退出以前写的。")
    log_in_elsewhere(window, cast.rui)
    with window.expect_response(lambda answer: "/keep/" in answer.url and answer.ok):
        window.locator("[name=body]").fill(BASE + "\n重新登录以后写的。")
    assert Autosave.objects.get().fields["body"].endswith("重新登录以后写的。")

    log_in_elsewhere(window, cast.rui)
    hide(window)
    window.get_by_role("button", name=_("Save"), exact=True).click()
    window.wait_for_selector(".proof")
    assert Article.objects.get().body.endswith("重新登录以后写的。")
    visit.complaints[:] = [text for text in visit.complaints if "403" not in text]


def test_who_else_logs_in_there_is_given_nothing_of_it(visit, cast, piece):
    window = visit(cast.rui, sheet_of(piece), **PHONE)
    log_in_elsewhere(window, cast.qing)
    window.locator("[name=body]").fill(BASE + "\n只给自己看的。")
    window.wait_for_selector("[data-state]:has-text('登录已失效')")
    assert not Autosave.objects.exists()
    visit.complaints.clear()


def test_without_script_a_piece_is_written_and_saved(visit, cast, piece):
    window = visit(cast.rui, sheet_of(piece), java_script_enabled=False, **PHONE)
    window.locator("[name=body]").fill("没有脚本也能写。")
    window.get_by_role("button", name=_("Save"), exact=True).click()
    window.wait_for_selector(".proof")
    assert Article.objects.get().body == "没有脚本也能写。"

"""The editors' first screen walked by keyboard; axe looks on at the rooms around it."""

import re

import pytest
from playwright.sync_api import expect

from articles.epaper import reporting
from articles.models import Handover, Reporter
from tests.browser.conftest import log_in
from tests.builders import go, page_of, print_article, web_article

axe_playwright_python = pytest.importorskip("axe_playwright_python.sync_playwright")

# It would fetch what a style sheet imports once more, from beside the page.
AXE = {"preload": False}


@pytest.fixture
def waiting(cast, publication):
    """One article that waits for the chief, with a notice to its writer on the way there."""
    article = web_article(cast, publication, "second_review", headline="渡口小学添了图书角")
    go(article, "pass_second", cast.shen)
    return article


@pytest.fixture
def report(cast, publication):
    live = web_article(cast, publication, "published", headline="老街亮灯")
    return reporting.report(live, passage="亮灯", words="是周五。", address="192.0.2.7")


def test_what_waits_is_reached_and_signed_by_keys_alone(visit, cast, waiting):
    window = visit(cast.chen, "/admin/")
    review = window.get_by_role("link", name="审稿").first
    reach(window, review)
    window.keyboard.press("Enter")
    window.wait_for_url("**/review/", wait_until="load")
    window.keyboard.press("p")
    expect(window.locator("#opinion")).to_be_focused()
    window.keyboard.type("可以签发。")
    window.keyboard.press("Escape")
    window.keyboard.press("p")
    window.wait_for_url("**/admin/**")
    expect(window.get_by_text("已签发").first).to_be_visible()
    waiting.refresh_from_db()
    assert waiting.status == "approved"


@pytest.mark.parametrize("width", [390, 1000])
def test_a_text_is_edited_in_many_lines_where_the_window_is_narrow(visit, cast, issue, width):
    article = print_article(cast, page_of(issue))
    address = f"/admin/articles/article/{article.pk}/change/"
    window = visit(cast.de, address, viewport={"width": width, "height": 844})
    assert window.locator("#id_body").bounding_box()["height"] > 300


def test_an_article_with_unsaved_changes_is_not_left_by_chance(visit, cast, publication, issue):
    article = print_article(cast, page_of(issue))
    window = visit(cast.de, f"/admin/articles/article/{article.pk}/change/")
    asked = []
    window.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    window.locator("#id_body").press_sequentially("改到一半")
    window.locator("#header a").first.click(no_wait_after=True)
    expect(window.locator("#id_body")).to_have_value(re.compile("改到一半"))
    assert asked == ["beforeunload"]

    window.get_by_role("button", name="保存", exact=True).click()
    expect(window.locator(".messagelist .success")).to_be_visible()
    window.locator("#header a").first.click()
    window.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]


def test_what_was_typed_before_a_login_ran_out_is_put_back(visit, cast, publication, issue):
    article = print_article(cast, page_of(issue))
    address = f"/admin/articles/article/{article.pk}/change/"
    window = visit(cast.de, address)
    before = window.locator("#id_body").input_value()
    window.locator("#id_body").press_sequentially("改到一半")
    window.context.clear_cookies()
    with window.expect_navigation():
        window.get_by_role("button", name="保存", exact=True).click()

    log_in(window, cast.de, address)
    expect(window.locator("#id_body")).to_have_value(re.compile("改到一半"))
    visit.complaints[:] = [text for text in visit.complaints if "403" not in text]
    note = window.get_by_text("放回各栏")
    expect(note).to_be_visible()
    note.get_by_role("button").click()
    expect(window.locator("#id_body")).to_have_value(before)

    # What was saved is no longer put back, whoever changes it then.
    window.locator("#id_tags").fill("渡口、大桥")
    window.get_by_role("button", name="保存并继续编辑").click()
    expect(window.locator(".messagelist .success")).to_be_visible()
    article.tags.set(["隧道"])
    window.goto(address)
    expect(window.locator("#id_tags")).to_have_value("隧道")
    expect(note).to_be_hidden()


def reach(window, target, most=60):
    """Press Tab until the target has the focus, as somebody without a mouse does."""
    for _press in range(most):
        window.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"not reached by {most} presses of Tab")


def minded(window):
    """What axe finds on the page."""
    violations = axe_playwright_python.Axe().run(window, options=AXE).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in violations]


def test_axe_minds_nothing_in_the_list_chooser_of_rights(visit, cast):
    window = visit(cast.root, "/admin/auth/group/add/")
    window.context.new_cdp_session(window).send("Page.setBypassCSP", {"enabled": True})
    window.reload()
    window.locator(".selector .help-tooltip").first.wait_for()
    assert minded(window) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_minds_nothing_in_the_rooms(visit, cast, waiting, report, issue, width, scheme):
    blocked = print_article(cast, page_of(issue), "final_review", body="二月三十日，大桥通车。")
    person = Reporter.objects.create(name="穆晓棠")
    Handover.objects.create(user=cast.rui, set_by=cast.root)
    size = {"width": width, "height": 900}
    window = visit(cast.chen, "/admin/", viewport=size, color_scheme=scheme)
    # Axe writes styles of its own into the page while it looks.
    window.context.new_cdp_session(window).send("Page.setBypassCSP", {"enabled": True})
    for place in (
        "/admin/",
        "/admin/notices/",
        "/admin/articles/duty/",
        "/admin/articles/errorreport/",
        f"/admin/articles/errorreport/{report.pk}/change/",
        f"/admin/articles/reporter/{person.pk}/merge/",
        "/admin/articles/assignment/board/",
        "/admin/ledger/",
        f"/admin/articles/article/together/sign_off/?page={blocked.page_id}",
        f"/admin/articles/article/{waiting.pk}/review/",
        "/admin/articles/duty/add/",
        "/admin/articles/proofmark/report/?group=proofreader",
        "/admin/vouching/",
        "/password/",
    ):
        window.goto(place)
        assert minded(window) == [], place
        assert window.evaluate("document.documentElement.scrollWidth") <= width, place

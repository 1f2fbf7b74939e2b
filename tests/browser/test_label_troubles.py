"""The label desk when something goes wrong on the way: what is chosen stays, and one is told."""

import pytest
from playwright.sync_api import expect

from articles.models import ParseRun
from tests.browser.conftest import give_login
from tests.browser.test_faces import page as printed  # noqa: F401 - a fixture
from tests.browser.test_labels import held_by, hold_first_post, press, stand_on, units
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)


@pytest.fixture
def address(page):
    return f"/admin/articles/page/{page.pk}/labels/"


def choose(window, *numbers):
    for number in numbers:
        window.locator(f"#c{number}").check()


def chosen(window):
    return window.locator("input[name=line]:checked").count()


def fail_first_post(window, address, status):
    failed = []

    def route(call):
        if call.request.method == "POST" and not failed:
            failed.append(call)
            call.fulfill(status=status, body="<h1>…</h1>", content_type="text/html")
        else:
            call.continue_()

    window.route(f"**{address}", route)


@pytest.mark.parametrize("status", [403, 500, 503])
def test_an_error_is_told_and_the_next_press_stores(visit, cast, page, address, status):
    window = visit(cast.de, address)
    fail_first_post(window, address, status)
    choose(window, 6, 7)
    window.get_by_role("button", name="版面杂项").click()
    expect(window.get_by_role("alert")).to_contain_text(f"服务器出错（{status}）")
    assert chosen(window) == 2

    press(window, "f")

    assert [units(page)[number][1] for number in (6, 7)] == ["f", "f"]
    expect(window.get_by_role("alert")).to_have_count(0)
    visit.complaints.clear()


def test_whoever_is_logged_out_logs_in_beside_and_goes_on(visit, cast, page, address):
    window = visit(cast.de, address)
    choose(window, 6, 7)
    window.context.clear_cookies(name="sessionid")
    window.keyboard.press("f")
    expect(window.get_by_role("alert")).to_contain_text("您已退出登录")
    assert not ParseRun.objects.exists()

    with window.context.expect_page() as opened:
        window.get_by_role("link", name="在新窗口登录").click()
    give_login(opened.value, cast.de)
    opened.value.close()
    press(window, "f")

    assert [units(page)[number][1] for number in (6, 7)] == ["f", "f"]


def test_a_button_clicked_while_a_change_is_stored_is_not_silent(visit, cast, page, address):
    window = visit(cast.de, address)
    held = hold_first_post(window, address)
    stand_on(window, 6)
    held_by(window, held, "f")
    window.get_by_role("button", name="副题").click()
    window.locator("#c7").check()
    held[0].continue_()
    expect(window.locator("#desk-status")).to_contain_text("其间按下的按钮没有执行")
    assert (units(page)[6][1], chosen(window)) == ("f", 1)


def test_keys_after_a_reason_wait_for_it_to_be_stored(visit, cast, page, address):
    window = visit(cast.de, address)
    held = hold_first_post(window, address)
    stand_on(window, 6)
    window.keyboard.press("i")
    window.keyboard.type("重复")
    held_by(window, held, "Enter")
    for key in ("ArrowDown", "f"):
        window.keyboard.press(key)
    held[0].continue_()
    expect(window.locator("#L7.is-furniture")).to_have_count(1)
    assert [units(page)[number][1] for number in (6, 7)] == ["i", "f"]


def test_beside_a_refusal_nothing_is_said_to_be_stored(visit, cast, page, address):
    window = visit(cast.de, address)
    stand_on(window, 6)
    press(window, "f")
    window.keyboard.press("s")
    expect(window.get_by_role("alert")).to_contain_text("这一行还没有归属")
    expect(window.locator("#desk-status")).to_be_empty()
    visit.complaints.clear()


def test_the_piece_to_move_to_stays_chosen(visit, cast, page, address):
    window = visit(cast.de, address)
    window.locator("#desk-unit").select_option("2")
    for number in (6, 7):
        stand_on(window, number)
        press(window, "v")
    assert [units(page)[number][0] for number in (6, 7)] == [2, 2]


def test_an_image_put_away_stays_away(visit, cast, printed):  # noqa: F811
    window = visit(cast.de, f"/admin/articles/page/{printed.pk}/labels/")
    window.locator("#face-show").uncheck()
    stand_on(window, 6)
    press(window, "f")
    expect(window.locator("#face-show")).not_to_be_checked()


def test_caps_lock_changes_no_key(visit, cast, page, address):
    window = visit(cast.de, address)
    stand_on(window, 6)
    press(window, "F")
    assert units(page)[6][1] == "f"


def test_on_paper_stand_all_lines_and_no_buttons(visit, cast, page, address):
    page.set_source((TWO_STORIES * 12).encode(), encoding="utf-8")
    page.save()
    window = visit(cast.de, address)
    window.emulate_media(media="print")
    hidden = "pane => pane.scrollHeight - pane.clientHeight"
    for name in ("lines-body", "manuscript-body"):
        assert window.locator(f"#{name}").evaluate(hidden) == 0
    expect(window.get_by_role("button", name="副题")).to_be_hidden()

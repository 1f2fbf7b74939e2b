"""The label desk by the Tab key and for a screen reader: few stops, names in words, focus kept."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_labels import line_of, press, stand_on
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)


@pytest.fixture
def address(page):
    return f"/admin/articles/page/{page.pk}/labels/"


def tab(window, key="Tab"):
    window.keyboard.press(key)
    return window.locator(":focus")


def enter_desk(window):
    """By the link that every page of these rooms begins with."""
    expect(tab(window)).to_have_attribute("href", "#content-start")
    window.keyboard.press("Enter")


@pytest.fixture
def doubted(page):
    """Its second half begins without a headline."""
    lines = page.text.splitlines()
    del lines[line_of(page, "县图书馆晚间") - 1]
    page.set_source("\n".join(lines).encode(), encoding="utf-8")
    page.save()
    return page


def test_two_stops_lead_to_the_lines(visit, cast, page, address):
    window = visit(cast.de, address)
    enter_desk(window)
    expect(tab(window)).to_have_text("看原文与拆分")
    window.keyboard.press("Enter")
    expect(window.locator(".row.cursor input")).to_be_focused()


def test_the_links_push_nothing_aside(visit, cast, page, address):
    window = visit(cast.de, address)
    place = window.locator(".desk-tools").bounding_box()
    window.locator(".desk-skips a").first.focus()
    expect(window.locator(".desk-skips a").first).to_be_in_viewport(ratio=1)
    assert window.locator(".desk-tools").bounding_box() == place


def test_without_script_the_same_links_lead_there(visit, cast, page, address):
    window = visit(cast.de, address, java_script_enabled=False)
    enter_desk(window)
    tab(window)
    window.keyboard.press("Enter")
    expect(window.locator("#lines-body")).to_be_focused()


def test_a_link_leads_to_the_doubts_and_one_to_the_manuscript(visit, cast, doubted, address):
    window = visit(cast.de, address)
    window.get_by_role("link", name="看疑点").focus()
    window.keyboard.press("Enter")
    expect(window.locator("#m-doubts")).to_be_focused()
    expect(tab(window)).to_have_attribute("href", re.compile("^#L"))
    window.locator(".desk-skips a[href='#manuscript-body']").focus()
    window.keyboard.press("Enter")
    expect(window.locator("#manuscript-body")).to_be_focused()


def test_all_tools_are_one_stop_and_arrows_go_through_them(visit, cast, page, address):
    window = visit(cast.de, address)
    stops = window.locator(".desk-tools button[tabindex='0']")
    expect(stops).to_have_count(1)
    stops.focus()
    window.keyboard.press("ArrowRight")
    expect(window.get_by_role("button", name="标题 h", exact=True)).to_be_focused()
    window.keyboard.press("ArrowLeft")
    window.keyboard.press("ArrowLeft")
    expect(window.get_by_role("button", name="弃用 i", exact=True)).to_be_focused()
    expect(stops).to_have_count(1)
    stand_on(window, line_of(page, "学校原来"))
    press(window, "s")
    expect(stops).to_have_count(1)


def test_a_key_goes_from_doubt_to_doubt_and_says_what_is_asked(visit, cast, doubted, address):
    window = visit(cast.de, address)
    asked = window.locator("#m-doubts a")
    assert asked.count()
    press(window, "x")
    first = window.locator(".row.doubted, .row.is-unassigned").first
    expect(first).to_have_class(re.compile("cursor"))
    for _turn in range(asked.count()):
        press(window, "x")
    expect(window.locator(".row.cursor input")).to_be_focused()


def test_a_line_is_named_in_words(visit, cast, doubted, address):
    window = visit(cast.de, address)
    number = line_of(doubted, "学校原来")
    expect(window.locator(f"#c{number}")).to_have_accessible_name(
        re.compile(f"^第{number}行，第1篇 正文 另起一段 .*学校原来")
    )
    row = window.locator(".row.doubted input").first
    expect(row).to_have_accessible_description("疑点")
    expect(window.locator("a.from").first).to_have_accessible_name(re.compile(r"^第\d"))


@pytest.mark.parametrize("op", ["up", "merge-previous"])
def test_focus_stays_with_the_piece_whose_button_was_pressed(visit, cast, page, address, op):
    window = visit(cast.de, address)
    window.locator(f"button[value='{op}:2']").focus()
    press(window, "Enter")
    expect(window.locator(".piece").first.locator("button:focus")).to_have_count(1)

"""The label desk walked by keyboard alone, by mouse, without script, on a phone; axe looks on."""

import re

import pytest
from playwright.sync_api import expect

from articles.labelling import relabelling
from articles.models import Page
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES

axe_playwright_python = pytest.importorskip("axe_playwright_python.sync_playwright")


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES * 2)


@pytest.fixture
def long_page(page):
    """Long enough to scroll."""
    page.set_source((TWO_STORIES * 12).encode(), encoding="utf-8")
    page.save()
    return page


@pytest.fixture
def address(page):
    return f"/admin/articles/page/{page.pk}/labels/"


def line_of(page, text):
    lines = page.text.splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def units(page):
    run = Page.objects.select_related("run").get(pk=page.pk).run
    return {row[0]: (row[1], row[2]) for row in run.labels}


def stand_on(window, number):
    """Walk to a line with the arrow keys from wherever the cursor is."""
    window.locator(".row.cursor input").focus()
    while not window.locator(f"#L{number}.cursor").count():
        window.keyboard.press("ArrowDown")


def press(window, key):
    """A key that changes something; the desk says so when it is stored."""
    window.locator("#desk-status").evaluate("element => element.textContent = ''")
    window.keyboard.press(key)
    expect(window.locator("#desk-status")).not_to_be_empty()
    expect(window.locator("#desk-form.is-busy")).to_have_count(0)


def test_split_headline_and_undo_by_keys_survive_a_reload(visit, cast, page, address):
    window = visit(cast.de, address)
    number = line_of(page, "学校原来")
    stand_on(window, number)

    press(window, "s")
    expect(window.locator("#desk-status")).to_contain_text("从此拆开")
    expect(window.locator(f"#L{number}")).to_have_class(re.compile("cursor"))
    press(window, "h")
    press(window, "z")
    window.reload()

    before, after = units(page)[number - 2], units(page)[number]
    assert before[0] != after[0]
    assert after[1] == "b"
    expect(window.locator(f"#L{number} .opens")).to_have_text("¶")
    expect(window.get_by_role("button", name="重做")).to_be_enabled()


def test_several_lines_are_chosen_with_shift_and_left_out_with_a_reason(visit, cast, page, address):
    window = visit(cast.de, address)
    number = line_of(page, "用。今年夏天")
    stand_on(window, number)
    window.keyboard.press("Shift+ArrowDown")
    assert window.locator(".row input:checked").count() == 2

    window.keyboard.press("i")
    expect(window.locator("#desk-reason")).to_be_focused()
    window.keyboard.type("广告")
    press(window, "Enter")

    assert [units(page)[line] for line in (number, number + 1)] == [(None, "i")] * 2
    expect(window.locator(f"#L{number}")).to_have_class(re.compile("is-ignored"))


def numbers_chosen(window):
    boxes = window.locator("input[name=line]:checked")
    return boxes.evaluate_all("all => all.map(box => Number(box.value))")


def test_a_click_with_shift_on_a_lines_words_chooses_all_between(visit, cast, address):
    window = visit(cast.de, address)
    window.locator("#L2 label").click()
    window.locator("#L6 label").click(modifiers=["Shift"])
    assert numbers_chosen(window) == [2, 3, 4, 6]
    assert window.evaluate("getSelection().toString()") == ""


def test_after_escape_a_choice_with_shift_begins_anew(visit, cast, page, address):
    window = visit(cast.de, address)
    window.locator("#L2 label").click()
    window.keyboard.press("Shift+ArrowDown")
    window.keyboard.press("Escape")
    window.keyboard.press("Shift+ArrowDown")
    assert numbers_chosen(window) == [3, 4]


def test_every_key_that_is_shown_works(visit, cast, page, address):
    window = visit(cast.de, address)
    stand_on(window, line_of(page, "图书馆馆长说"))
    shown = window.locator(".desk-tools button[data-key]").evaluate_all(
        "all => all.map(button => button.dataset.key)"
    )
    for key in [key for key in shown if key not in "izy"]:
        press(window, key)
        expect(window.locator(".desk-good")).to_contain_text("已存")
        press(window, "z")
    assert page.runs.count() == len(shown) - 3 + 1


def hold_first_post(window, address):
    """The list into which the first change sent to the desk comes, instead of to the site."""
    held = []

    def route(call):
        if call.request.method == "POST" and not held:
            held.append(call)
        else:
            call.continue_()

    window.route(f"**{address}", route)
    return held


def held_by(window, held, key):
    """Press a key whose change then hangs on its way."""
    window.keyboard.press(key)
    while not held:
        window.wait_for_timeout(20)


def test_keys_pressed_while_a_change_is_stored_act_after_it(visit, cast, page, address):
    window = visit(cast.de, address)
    held = hold_first_post(window, address)
    number = line_of(page, "图书馆馆长说")
    stand_on(window, number)

    held_by(window, held, "g")
    for key in ("ArrowDown", "c", "j", "f"):
        window.keyboard.press(key)
    held[0].continue_()

    expect(window.locator(".row.is-furniture.cursor")).to_have_count(1)
    roles = [role for line, (_unit, role) in sorted(units(page).items()) if line >= number]
    assert roles[:3] == ["s", "c", "f"]


def test_what_was_typed_after_a_refused_change_is_not_done(visit, cast, page, address):
    window = visit(cast.de, address)
    held = hold_first_post(window, address)
    stand_on(window, line_of(page, "图书馆馆长说"))

    held_by(window, held, "g")
    window.keyboard.press("ArrowDown")
    window.keyboard.press("c")
    run = relabelling.begin(page, by=cast.dan)
    relabelling.operate(page, "split", {"lines": ["2"]}, by=cast.dan, seen=run.pk)
    held[0].continue_()

    expect(window.get_by_role("alert")).to_be_visible()
    window.wait_for_timeout(300)
    assert page.runs.count() == 2
    visit.complaints.clear()


def test_a_key_that_has_nothing_to_undo_or_do_again_says_so(visit, cast, page, address):
    window = visit(cast.de, address)
    for key, words in {"z": "没有可撤销的操作。", "y": "没有可重做的操作。"}.items():
        window.keyboard.press(key)
        expect(window.locator("#desk-status")).to_have_text(words)


def test_keys_can_be_turned_off(visit, cast, page, address):
    window = visit(cast.de, address)
    window.locator("#desk-keys").uncheck()
    window.reload()
    window.locator(".row.cursor input").focus()
    window.keyboard.press("s")
    window.wait_for_timeout(300)
    assert not page.runs.exists()


def test_a_paragraph_lights_its_lines_and_back(visit, cast, long_page, address):
    window = visit(cast.de, address)
    number = line_of(long_page, "图书馆馆长说")
    block = window.locator(".block", has_text="图书馆馆长说").first
    block.locator("span").click()
    expect(window.locator(f".stretch.lit #L{number}")).to_be_in_viewport()

    last = window.locator(".row:not(.blank)").last
    last.locator("a.number").click()
    expect(window.locator(".block.lit")).to_be_in_viewport()
    expect(window.locator(".block.lit")).to_contain_text("县图书馆晚间延时开放")


def test_on_a_phone_the_lines_come_into_view(visit, cast, long_page, address):
    window = visit(cast.de, address, viewport={"width": 390, "height": 844})
    block = window.locator(".block", has_text="图书馆馆长说").last
    block.locator("a.from").click()
    expect(window.locator(".stretch.lit .row").first).to_be_in_viewport()


def test_a_press_keeps_the_place(visit, cast, long_page, address):
    window = visit(cast.de, address)
    row = window.locator(".row:not(.blank)").last
    row.locator("label").click()
    before = window.locator("#lines-body").evaluate("pane => pane.scrollTop")
    assert before > 0

    press(window, "d")

    assert window.locator("#lines-body").evaluate("pane => pane.scrollTop") == before
    expect(window.locator(".row.cursor input")).to_be_focused()


def test_two_editors_meet_and_neither_loses_work(visit, cast, page, address):
    mine, theirs = visit(cast.de, address), visit(cast.dan, address)
    stand_on(theirs, line_of(page, "学校原来"))
    press(theirs, "s")
    number = line_of(page, "县图书馆晚间")
    stand_on(mine, number)
    with mine.expect_response(lambda answer: answer.status == 409):
        mine.keyboard.press("d")
    expect(mine.get_by_role("heading", name="两个版本")).to_be_visible()
    expect(mine.locator(".desk-neighbour")).to_contain_text("dan")
    visit.complaints[:] = [text for text in visit.complaints if "409" not in text]

    mine.get_by_role("button", name="在现在的版本上执行").click()
    expect(mine.locator("[data-said]")).to_contain_text("已存")
    assert units(page)[number][1] == "d"
    assert units(page)[line_of(page, "学校原来")][0] != units(page)[line_of(page, "体")][0]


@pytest.fixture
def without_script(visit, cast, address):
    return visit(cast.de, address, java_script_enabled=False)


def test_without_script_boxes_and_buttons_do_the_same(without_script, page):
    number = line_of(page, "学校原来")
    without_script.locator(f"#c{number}").check()
    without_script.get_by_role("button", name="从此拆开").click()
    without_script.wait_for_url(f"**#L{number}")
    expect(without_script.locator(".desk-good")).to_contain_text("从此拆开")
    assert units(page)[number][0] != units(page)[number - 2][0]


def test_without_script_a_line_stands_there_at_once(without_script):
    behaviour = "pane => getComputedStyle(pane).scrollBehavior"
    assert without_script.locator("#lines-body").evaluate(behaviour) == "auto"


def test_without_script_links_lead_over_and_back(without_script, page):
    block = without_script.locator(".block", has_text="图书馆馆长说").first
    block.locator("a.from").click()
    stretch = without_script.locator(".stretch:target")
    expect(stretch).to_contain_text("图书馆馆长说")
    stretch.locator("a.number").first.click()
    expect(without_script.locator(".block:target")).to_contain_text("图书馆馆长说")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit, cast, page, address, width, scheme):
    record = relabelling.begin(page, by=cast.dan)
    words = {"lines": ["3"], "reason": "广告"}
    relabelling.operate(page, "ignore", words, by=cast.dan, seen=record.pk)
    window = visit(cast.de, address, viewport={"width": width, "height": 844}, color_scheme=scheme)
    found = axe_playwright_python.Axe().run(window).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_escape_of_the_input_method_leaves_the_reason_to_its_writer(visit, cast, address):
    window = visit(cast.de, address)
    reason = window.locator("#desk-reason")
    reason.focus()
    reason.evaluate(
        """field => field.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Escape", bubbles: true, isComposing: true }))"""
    )
    expect(reason).to_be_focused()
    window.keyboard.press("Escape")
    expect(reason).not_to_be_focused()


def test_a_change_leaves_alone_what_it_does_not_concern(visit, cast, long_page, address):
    window = visit(cast.de, address)
    stand_on(window, line_of(long_page, "学校原来"))
    window.evaluate("for (const row of document.querySelectorAll('.row, .piece')) row.known = true")
    known = "all => all.filter(one => one.known).length"
    rows, pieces = window.locator(".row"), window.locator(".piece")
    press(window, "g")
    assert rows.count() - 20 < rows.evaluate_all(known) < rows.count()
    assert pieces.evaluate_all(known) == pieces.count() - 1
    press(window, ".")
    assert rows.count() - 20 < rows.evaluate_all(known)
    expect(window.locator(".row.cursor input")).to_be_focused()


def test_after_changes_the_desk_is_what_a_reload_shows(visit, cast, page, address):
    window = visit(cast.de, address)
    told = """() => [...document.querySelectorAll(".stretch, .piece, .desk-asked, .desk-rest")]
        .map(part => part.innerText + (part.id || ""))"""
    for text, keys in {"学校原来": "sg.", "方便下班": "vtz", "图书馆馆长说": "s,mo"}.items():
        stand_on(window, line_of(page, text))
        for key in keys:
            press(window, key)
    after = window.evaluate(told)
    window.reload()
    assert after == window.evaluate(told)


def test_on_a_small_screen_nothing_is_larger_than_its_sentence_or_touches(visit, cast, address):
    window = visit(cast.de, address, viewport={"width": 1024, "height": 768})
    size = "element => getComputedStyle(element).fontSize"
    keys = window.locator(".desk-keys")
    assert keys.evaluate(size) == keys.locator("..").evaluate(size)
    gap = "element => parseFloat(getComputedStyle(element).paddingRight)"
    assert window.locator(".raw").first.evaluate(gap) > 4

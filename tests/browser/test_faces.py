"""The printed page in a browser: links over it for readers, a lasso on it for editors."""

import re

import pytest
from playwright.sync_api import expect

from articles.images import faces
from articles.intake import importing
from articles.models import Page
from tests.builders import bring
from tests.pdf.pages import receive

axe_playwright_python = pytest.importorskip("axe_playwright_python.sync_playwright")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def page(visit, issue, cast):
    page = receive(issue, cast.de)
    importing.apply_import(importing.plan_import(page), by=cast.de)
    faces.draw(page)
    return Page.objects.get(pk=page.pk)


@pytest.fixture
def public(page, cast):
    for article in page.articles.all():
        bring(article, "published", cast)
    return page


@pytest.fixture
def desk(page):
    return f"/admin/articles/page/{page.pk}/labels/"


def complaints(window):
    window.context.new_cdp_session(window).send("Page.setBypassCSP", {"enabled": True})
    window.reload()
    violations = axe_playwright_python.Axe().run(window, options=RULES).response["violations"]
    return [(each["id"], node["html"][:200]) for each in violations for node in each["nodes"]]


def drag(window, start, end):
    """A frame on the page, from one place to another, in thousandths of its width and height."""
    box = window.locator("#face-areas").bounding_box()
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    window.mouse.move(*places[0])
    window.mouse.down()
    window.mouse.move(*places[1], steps=4)
    window.mouse.up()


def chosen(window):
    values = "boxes => boxes.map(box => Number(box.value))"
    return window.locator("input[name=line]:checked").evaluate_all(values)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_minds_nothing_and_nothing_is_too_wide(visit, public, width, scheme):
    size = {"width": width, "height": 900}
    window = visit(path=public.get_absolute_url(), viewport=size, color_scheme=scheme)
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints(window) == []


def test_readers_come_to_an_article_by_its_place_in_print(visit, public):
    window = visit(path=public.get_absolute_url(), java_script_enabled=False)
    window.get_by_role("list", name="版面图上的稿件").get_by_role("link").first.click()
    expect(window.locator("h1")).to_contain_text("青禾坪小学新操场启用")


def test_readers_come_there_by_keyboard(visit, public):
    window = visit(path=public.get_absolute_url())
    link = window.get_by_role("list", name="版面图上的稿件").get_by_role("link").nth(1)
    expect(link).to_have_accessible_name("县图书馆晚间延时开放")
    link.focus()
    window.keyboard.press("Enter")
    expect(window.locator("h1")).to_contain_text("县图书馆晚间延时开放")


def test_a_frame_on_the_page_chooses_the_lines_inside_it(visit, cast, desk):
    window = visit(cast.de, desk)
    drag(window, (0.5, 0.05), (0.98, 0.25))
    numbers = chosen(window)
    text = Page.objects.get().text.splitlines()
    inside = "".join(text[number - 1] for number in numbers)
    assert "县图书馆晚间延时开放" in inside
    assert "操场" not in inside
    expect(window.locator("#desk-status")).to_contain_text(str(len(numbers)))


def test_lines_framed_are_moved_as_lines_chosen_are(visit, cast, page, desk):
    window = visit(cast.de, desk)
    drag(window, (0.5, 0.05), (0.98, 0.12))
    [number] = chosen(window)
    window.get_by_role("button", name=re.compile("副题")).click()
    expect(window.locator(f"#L{number}")).to_have_class(re.compile("is-deck"))


def test_with_shift_a_second_frame_adds(visit, cast, desk):
    window = visit(cast.de, desk)
    drag(window, (0.02, 0.05), (0.5, 0.12))
    window.keyboard.down("Shift")
    drag(window, (0.52, 0.05), (0.98, 0.12))
    window.keyboard.up("Shift")
    assert len(chosen(window)) == 2


def test_what_is_pointed_at_lights_up_on_both_sides(visit, cast, desk):
    window = visit(cast.de, desk)
    window.locator("#L1 .text").hover()
    expect(window.locator(".region[data-unit='1']")).to_have_class(re.compile("lit"))
    window.locator(".region[data-unit='2']").hover()
    expect(window.locator(".stretch.lit").first).to_have_attribute("data-place", re.compile("^2-"))


def test_axe_minds_nothing_at_the_desk(visit, cast, desk):
    assert complaints(visit(cast.de, desk)) == []


def test_on_a_touch_screen_the_finger_is_offered_in_the_type_of_its_sentence(visit, cast, desk):
    window = visit(cast.de, desk, viewport={"width": 390, "height": 844}, has_touch=True)
    size = "element => getComputedStyle(element).fontSize"
    finger = window.locator(".face-finger")
    assert finger.evaluate(size) == finger.locator("..").evaluate(size)

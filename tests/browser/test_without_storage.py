"""The editors' rooms in a browser that lets no page keep anything."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.builders import page_of, print_article, web_article
from tests.review.test_screen import address

OFF = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {
    configurable: true,
    get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
  });
}
"""
FULL = """
Storage.prototype.setItem = () => { throw new DOMException("Full.", "QuotaExceededError"); };
"""


@pytest.fixture(params=[OFF, FULL], ids=["off", "full"])
def open_at(visit, cast, request):
    """open_at(address): the chief editor's window there. What a script throws fails the test."""
    window = visit(cast.cui, "/admin/")
    window.context.add_init_script(request.param)

    def _open_at(path):
        window.goto(path)
        return window

    return _open_at


def test_the_review_screen_obeys_its_keys(open_at, cast, publication):
    article = web_article(cast, publication, "final_review")
    window = open_at(address(article))
    window.keyboard.press("j")
    expect(window.locator(".cursor")).to_have_count(1)
    window.get_by_label("快捷键").uncheck()
    window.locator("#opinion").fill("桥长请核实。")
    window.locator(".cursor a.paragraph-number").click()
    expect(window.locator("#note-form textarea")).to_be_visible()


def test_the_label_desk_obeys_its_keys(open_at, cast, issue):
    page = page_of(issue, source="桥通车了\n记者 芮文\n十一月二十日，第一段。\n")
    window = open_at(reverse("admin:articles_page_labels", args=[page.pk]))
    window.keyboard.press("j")
    expect(window.locator(".row.cursor")).to_have_count(1)


def test_forms_are_filled_in_and_sent(open_at, cast, issue):
    article = print_article(cast, page_of(issue), "final_review")
    window = open_at(reverse("admin:articles_article_move", args=[article.pk, "return"]))
    window.locator("select[name=reason]").select_option("facts")
    window.locator("textarea[name=opinion]").fill("桥长请核实。")
    window.locator(".move-buttons button").click()
    window.wait_for_url("**/change/")
    window.locator("#id_body").fill("改过的正文。")
    window.goto(reverse("admin:articles_article_changelist"))
    expect(window.locator("#changelist")).to_be_visible()

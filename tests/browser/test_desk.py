"""The reporter's desk on a phone, by keyboard alone, with every page checked for accessibility."""

import pytest

from articles.models import Article, Publication, Reporter
from articles.review import commenting
from articles.texts.manuscripts import Spot
from tests.builders import go, web_draft

PHONE = {"viewport": {"width": 390, "height": 844}}


def violations(window):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(window).response
    assert found["passes"]
    return [rule["id"] for rule in found["violations"]]


def tab_to(window, selector):
    """Walk with the Tab key as a person does who has no pointer."""
    for _step in range(60):
        window.keyboard.press("Tab")
        if window.evaluate("chosen => document.activeElement.matches(chosen)", selector):
            return
    raise AssertionError(f"the Tab key does not lead to {selector}")


def test_a_piece_is_written_and_submitted_by_keyboard(visit, cast):
    Publication.objects.create(name="砚溪日报", slug="yanxi")
    Reporter.objects.create(name="芮文", user=cast.rui)
    window = visit(cast.rui, "/desk/", **PHONE)
    tab_to(window, "a[href='/desk/new/']")
    window.keyboard.press("Enter")
    window.wait_for_url("**/desk/new/")
    tab_to(window, "[name=headline]")
    window.keyboard.insert_text("老城区水管换新")
    tab_to(window, "[name=body]")
    window.keyboard.insert_text("本报讯　工程完工。\n## 昼夜施工\n工人们轮班作业。")
    assert violations(window) == []
    tab_to(window, "button[name=submit]")
    window.keyboard.press("Enter")
    window.wait_for_selector(".state--first_review")
    assert Article.objects.get().body.splitlines()[1] == "## 昼夜施工"
    assert violations(window) == []


def test_the_list_and_a_returned_piece_are_accessible(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    article = web_draft(publication, cast.rui)
    go(article, "submit", cast.rui)
    pinned = {"version": article.versions.last(), "spot": Spot("body", 1), "by": cast.pei}
    commenting.comment(article, text="太短，请补采。", kind="must_fix", **pinned)
    go(article, "return", cast.de)
    window = visit(cast.rui, "/desk/", **PHONE)
    assert violations(window) == []
    window.click(f"text={article.headline}")
    window.wait_for_selector("#returned")
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    window.get_by_role("link", name="正文第 2 段").press("Enter")
    assert window.evaluate("document.querySelector(':target').textContent") == "第二段写得很短。"
    window.get_by_role("link", name="修改", exact=True).click()
    window.wait_for_selector(".noted")
    assert violations(window) == []

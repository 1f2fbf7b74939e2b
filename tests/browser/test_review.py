"""The review screen walked by keyboard alone, without script and on a phone; axe looks on."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import HouseTerm, ProofMark, ReviewComment
from articles.review import commenting, marking
from articles.texts.manuscripts import Spot
from tests.browser.conftest import give_login
from tests.builders import go, web_article
from tests.review.test_screen import BODY, address, rewrite

axe_playwright_python = pytest.importorskip("axe_playwright_python.sync_playwright")


@pytest.fixture
def article(cast, publication):
    """In second review, after two people have changed it, with something of everything on it."""
    HouseTerm.objects.create(wrong="到场", right="到现场")
    article = web_article(cast, publication, "returned", body=BODY)
    rewrite(article, cast.dan, body=BODY.replace("昨天", "今天"))
    go(article, "submit", cast.rui)
    version = article.versions.last()
    pinned = {"version": version, "by": cast.pei}
    commenting.comment(article, spot=Spot("body", 1), text="核。", kind="must_fix", **pinned)
    marking.mark(article, spot=Spot("body", 2), words="车流", kind="fact", **pinned)
    go(article, "pass_first", cast.de)
    return article


def test_a_reviewer_comments_marks_and_returns_by_keys_alone(visit, cast, article):
    window = visit(cast.shen, address(article))
    keyboard = window.keyboard
    keyboard.press("n")
    expect(window.locator("#body-0.cursor")).to_be_visible()
    keyboard.press("j")
    keyboard.press("c")
    expect(window.locator("#body-1 #note-form textarea")).to_be_focused()
    keyboard.type("p 和 r 在这里只是字母。")
    window.get_by_role("button", name="写下").press("Enter")
    expect(window.locator("#body-1 .thread").nth(1)).to_be_visible()
    assert ReviewComment.objects.count() == 2

    keyboard.press("e")
    expect(window.get_by_label("有错的字词")).to_be_focused()
    keyboard.type("五百米")
    window.get_by_role("button", name="写下").press("Enter")
    expect(window.locator("#body-1 .proof-note")).to_be_visible()
    assert ProofMark.objects.filter(text="五百米").exists()

    keyboard.press("Escape")
    keyboard.press("r")
    reasons = window.get_by_label("退回修改：原因")
    expect(reasons).to_be_focused()
    reasons.select_option("facts")
    keyboard.press("Escape")
    keyboard.press("r")
    expect(window.locator("#opinion")).to_be_focused()
    keyboard.type("桥长请核实。")
    keyboard.press("Escape")
    keyboard.press("r")
    window.wait_for_url("**/admin/#todo-title")
    article.refresh_from_db()
    assert article.status == "returned"


PRESS = """(field, [key, how]) => field.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...how }))"""


def test_a_key_of_the_input_method_or_one_held_down_is_no_command(visit, cast, article):
    window = visit(cast.shen, address(article))
    # Escape takes back the pinyin typed so far, and leaves the field to the one who writes there.
    window.locator("#opinion").focus()
    window.locator("#opinion").evaluate(PRESS, ["Escape", {"isComposing": True}])
    expect(window.locator("#opinion")).to_be_focused()
    window.keyboard.press("Escape")
    expect(window.locator("#opinion")).not_to_be_focused()
    # A finger that stays on a key decides once.
    window.locator("body").evaluate(PRESS, ["r", {"repeat": True}])
    expect(window.get_by_label("退回修改：原因")).not_to_be_focused()
    window.keyboard.press("r")
    expect(window.get_by_label("退回修改：原因")).to_be_focused()


def test_words_chosen_in_the_text_are_the_ones_marked(visit, cast, article):
    window = visit(cast.pei, address(article))
    # The second 桥 of the paragraph after its first three characters, past what was taken out.
    window.evaluate(
        """() => {
            const text = document.querySelector('#body-0 .paragraph-text');
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walker.nextNode()) && !node.data.includes('三千'));
            const range = document.createRange();
            range.setStart(node, node.data.indexOf('三千'));
            range.setEnd(node, node.data.indexOf('三千') + 2);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    window.keyboard.press("e")
    expect(window.get_by_label("有错的字词")).to_have_value("三千")
    window.get_by_role("button", name="写下").click()
    expect(window.locator("#body-0 .proof-note")).to_be_visible()
    mark = ProofMark.objects.get(text="三千")
    assert article.versions.last().paragraphs[0][mark.start : mark.stop] == "三千"


def test_an_opinion_and_half_a_comment_outlast_other_comments(visit, cast, article):
    window = visit(cast.shen, address(article))
    window.locator("#opinion").fill("数字请核实，其余")
    window.locator("#body-0 a.paragraph-number").click()
    window.locator("#body-0 #note-form textarea").fill("写了一半")
    window.locator("#body-1 a.paragraph-number").click()
    window.locator("#body-1 #note-form textarea").fill("桥长请核实。")
    window.get_by_role("button", name="写下").click()
    expect(window.locator("#body-1 .thread").nth(1)).to_be_visible()
    window.locator("#body-0 a.paragraph-number").click()
    expect(window.locator("#body-0 #note-form textarea")).to_have_value("写了一半")
    expect(window.locator("#opinion")).to_have_value("数字请核实，其余")

    # What is dropped or put down does not come back.
    window.get_by_role("link", name="不写了").click()
    window.locator("#body-1 a.paragraph-number").click()
    expect(window.locator("#body-1 #note-form textarea")).to_have_value("")
    window.locator("#body-0 a.paragraph-number").click()
    expect(window.locator("#body-0 #note-form textarea")).to_have_value("")


def test_a_move_s_opinion_that_did_not_arrive_is_there_again(visit, cast, article):
    here = reverse("admin:articles_article_move", args=[article.pk, "return"])
    window = visit(cast.shen, here)
    opinion = window.locator("textarea[name=opinion]")
    opinion.fill("桥长请核实。")
    window.locator("select[name=reason]").select_option("facts")
    window.context.clear_cookies(name="sessionid")
    window.locator(".move-buttons button").click()
    give_login(window, cast.shen)
    window.wait_for_url(f"**{here}")
    expect(opinion).to_have_value("桥长请核实。")
    expect(window.locator("select[name=reason]")).to_have_value("facts")
    window.get_by_role("link", name="返回", exact=True).click()
    window.wait_for_url("**/change/")
    window.goto(here)
    expect(opinion).to_have_value("")


def test_what_was_sent_and_did_not_arrive_is_there_again(visit, cast, article):
    """The login ran out; the way back leads over the login page."""
    window = visit(cast.shen, address(article))
    reply = window.locator("#body-1 .reply-form").first
    for field, words, button in (
        (window.locator("#opinion"), "桥长请核实。", window.locator("#decide-form [value=return]")),
        (reply.locator("textarea"), "已问过桥管所。", reply.locator("[value=reply]")),
    ):
        window.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        field.fill(words)
        window.get_by_label("退回修改：原因").select_option("facts")
        window.context.clear_cookies(name="sessionid")
        button.click()
        give_login(window, cast.shen)
        window.wait_for_url(f"**{address(article)}")
        expect(field).to_be_visible()
        expect(field).to_have_value(words)
    reply.locator("[value=reply]").click()
    expect(window.locator("#body-1 .reply")).to_have_text(re.compile("已问过桥管所。"))
    expect(window.locator("#opinion")).to_have_value("桥长请核实。")
    assert reply.locator("textarea").input_value() == ""


def test_keys_can_be_turned_off_and_stay_off(visit, cast, article):
    window = visit(cast.shen, address(article))
    window.get_by_label("快捷键").uncheck()
    window.reload()
    window.keyboard.press("n")
    expect(window.locator(".cursor")).to_have_count(0)


def test_everything_works_without_script(visit, cast, article):
    window = visit(cast.shen, address(article), java_script_enabled=False)
    window.locator("#body-1 a.paragraph-number").click()
    window.locator("#note-form textarea").fill("没有脚本也能批注。")
    window.get_by_role("button", name="写下").click()
    expect(window.get_by_text("没有脚本也能批注。")).to_be_visible()
    window.locator("#opinion").fill("同意。")
    window.get_by_role("button", name="复审通过").click()
    article.refresh_from_db()
    assert article.status == "final_review"


def test_it_is_reached_from_what_waits_and_from_the_article(visit, cast, article):
    window = visit(cast.shen, "/admin/")
    window.get_by_role("link", name="审稿").first.click()
    expect(window.get_by_role("heading", name="审稿", level=1)).to_be_visible()
    window.goto(f"/admin/articles/article/{article.pk}/change/")
    window.get_by_role("link", name="审稿页").click()
    expect(window.locator(".paragraph")).not_to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_minds_nothing_on_slip_report_and_dictionary(visit, cast, article, width):
    window = visit(cast.chen, "/admin/", viewport={"width": width, "height": 900})
    window.context.new_cdp_session(window).send("Page.setBypassCSP", {"enabled": True})
    for place in (
        f"/admin/articles/article/{article.pk}/slip/",
        f"/admin/articles/article/{article.pk}/change/",
        "/admin/articles/proofmark/report/",
        "/admin/articles/proofmark/",
        "/admin/articles/houseterm/import/",
    ):
        window.goto(place)
        violations = axe_playwright_python.Axe().run(window).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == [], place
        assert window.evaluate("document.documentElement.scrollWidth") <= width, place


def test_a_slip_on_paper_is_nothing_but_the_slip(visit, cast, article):
    window = visit(cast.chen, f"/admin/articles/article/{article.pk}/slip/")
    window.emulate_media(media="print")
    expect(window.locator("#header")).to_be_hidden()
    expect(window.get_by_role("link", name="存为 PDF")).to_be_hidden()
    expect(window.locator(".slip-stages")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_minds_nothing_and_nothing_is_too_wide(visit, cast, article, width, scheme):
    size = {"width": width, "height": 900}
    window = visit(cast.shen, "/admin/", viewport=size, color_scheme=scheme)
    # Axe writes styles of its own into the page while it looks.
    window.context.new_cdp_session(window).send("Page.setBypassCSP", {"enabled": True})
    window.goto(address(article, since="beginning", at="body-0"))
    expect(window.locator("#note-form")).to_be_visible()
    violations = axe_playwright_python.Axe().run(window).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= width

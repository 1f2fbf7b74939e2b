"""Pasting from a word processor, and a Word file, in a real browser."""

from django.utils.translation import gettext as _

from articles.models import Article, Reporter
from tests.browser.test_desk import PHONE, violations
from tests.desk.docx import docx, heading, paragraph, table

HTML = "<h2>昼夜施工</h2><p class='MsoNormal'>工人们<b>轮班</b>作业。</p><p>完。</p>"
PASTE = """([selector, html, plain]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", plain);
  const field = document.querySelector(selector);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true }));
}"""


def test_a_paste_becomes_plain_paragraphs_where_the_cursor_stands(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    window = visit(cast.rui, "/desk/new/", **PHONE)
    body = window.locator("[name=body]")
    body.fill("开头。\n")
    body.evaluate("field => field.setSelectionRange(4, 4)")
    window.evaluate(PASTE, ["[name=body]", HTML, "plain"])
    window.wait_for_selector("[data-pasted]:not([hidden]) li")
    assert body.input_value() == "开头。\n## 昼夜施工\n工人们轮班作业。\n完。"
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_a_connection_the_plain_text_is_pasted(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    window = visit(cast.rui, "/desk/new/", **PHONE)
    window.context.set_offline(True)
    window.evaluate(PASTE, ["[name=body]", HTML, "只有文字"])
    window.wait_for_function("document.querySelector('[name=body]').value === '只有文字'")
    window.context.set_offline(False)
    window.wait_for_selector("[data-state]:has-text('自动留存')")
    visit.complaints.clear()


def test_a_word_file_becomes_a_draft_and_names_what_it_lost(visit, cast, publication):
    Reporter.objects.create(name="芮文", user=cast.rui)
    window = visit(cast.rui, "/desk/new/", **PHONE)
    window.get_by_role("link", name=_("Written in Word already? Upload the file")).click()
    assert violations(window) == []
    data = docx(heading("水管换新", 1), paragraph("本报讯。"), table([["户数", "1200"]]))
    file = {"name": "稿.docx", "mimeType": "application/octet-stream", "buffer": data}
    window.locator("[name=file]").set_input_files(file)
    window.get_by_role("button", name=_("Upload")).click()
    window.wait_for_selector(".notice li")
    assert "表格" in window.locator(".notice li").inner_text()
    assert window.locator("[name=headline]").input_value() == "水管换新"
    assert violations(window) == []
    assert Article.objects.get().body == "本报讯。\n户数　｜　1200"

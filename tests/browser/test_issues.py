"""A whole issue sent and let in, in a real browser: by script, without it, by keyboard."""

from datetime import date

from articles.intake import batch_work
from articles.models import Holiday, ImportBatch, Issue, Page
from tests.batches.pages import files, zipped
from tests.browser.test_desk import PHONE, violations
from tests.builders import page_of

ADD = "/admin/articles/importbatch/add/"


def send(window):
    window.fill("[name=date]", "2026-11-20")
    archive = {"name": "20261120.zip", "mimeType": "application/zip"}
    window.set_input_files(
        "[name=files]", archive | {"buffer": zipped(files("A01.txt", "A02.txt"))}
    )
    window.locator("input[type=submit]").last.click()
    window.wait_for_selector("#progress[data-running]")
    return ImportBatch.objects.get()


def read_all(batch):
    for item in batch.items.filter(state="waiting"):
        batch_work.read(item.pk)


def import_all(batch):
    for item in batch.items.filter(state="queued"):
        batch_work.let_page_in(item.pk)


def test_the_progress_renews_itself_and_the_issue_goes_in(visit, cast, publication):
    window = visit(cast.de, ADD)
    batch = send(window)
    assert violations(window) == []
    read_all(batch)
    window.wait_for_selector("button[value=import]")
    assert violations(window) == []
    window.click("button[value=import]")
    window.wait_for_selector("#progress[data-running]")
    import_all(batch)
    window.wait_for_selector("#progress:not([data-running])")
    assert window.locator(".badge-item-imported").count() == 2
    assert Page.objects.count() == 2


def test_without_script_all_of_it_works_too(visit, cast, publication):
    window = visit(cast.de, ADD, **PHONE, java_script_enabled=False)
    batch = send(window)
    read_all(batch)
    window.click(".batch-refresh a")
    window.click(f"button[value='down:{batch.items.first().pk}']")
    window.click("button[value=import]")
    import_all(batch)
    assert list(Page.objects.values_list("label", "sequence")) == [("A02", 1), ("A01", 2)]


def test_enter_in_a_field_keeps_the_order_and_imports_nothing(visit, cast, publication):
    window = visit(cast.de, ADD)
    batch = send(window)
    read_all(batch)
    window.wait_for_selector("button[value=import]")
    first = batch.items.first()
    window.fill(f"[name=label-{first.pk}]", "B01")
    window.press(f"[name=label-{first.pk}]", "Enter")
    window.wait_for_selector(".messagelist")
    first.refresh_from_db()
    assert (first.label, first.state) == ("B01", "read")


def test_the_calendar_is_accessible_and_leads_to_the_form(visit, cast, publication):
    page_of(Issue.objects.create(publication=publication, date=date(2025, 3, 3)))
    day = date(2025, 3, 5)
    Holiday.objects.create(publication=publication, first=day, last=day, name="社庆")
    window = visit(cast.de, "/admin/articles/issue/calendar/?year=2025", **PHONE)
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    window.click("a[href$='date=2025-03-04']")
    window.wait_for_url("**/importbatch/add/**")
    assert window.input_value("[name=date]") == "2025-03-04"

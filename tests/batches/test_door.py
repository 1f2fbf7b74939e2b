"""Sending an issue and watching it come in, through the editors' rooms."""

import tempfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles import jobs
from articles.intake import batch_work, batches
from articles.models import ImportBatch, Page
from tests.admin.test_queries import queries
from tests.batches.pages import DAY, NAMES, files, incoming, text, zipped

ADD = "/admin/articles/importbatch/add/"


@pytest.fixture
def batch(publication, cast):
    made = batches.open_batch(publication, DAY, files=incoming(files(*NAMES)), by=cast.de)
    for item in made.items.all():
        batch_work.read(item.pk)
    return made


def address(batch):
    return f"/admin/articles/importbatch/{batch.pk}/change/"


def sent(publication, entries, **fields):
    uploaded = [SimpleUploadedFile(name, data) for name, data in entries.items()]
    return {"publication": publication.pk, "date": "2026-11-20", "files": uploaded} | fields


def test_an_issue_is_sent_and_shown_page_by_page(enter, publication):
    browser = enter("de")
    response = browser.post(ADD, sent(publication, files(*NAMES)), follow=True)
    batch = ImportBatch.objects.get()
    assert response.redirect_chain == [(address(batch), 302)]
    assert all(name in response.content.decode() for name in NAMES)


def test_the_form_takes_day_and_paper_from_the_address(enter, publication):
    page = enter("de").get(f"{ADD}?publication={publication.pk}&date=2026-11-18")
    assert 'value="2026-11-18"' in page.content.decode()


def test_a_bad_archive_is_told_beside_the_files(enter, publication):
    entries = {"a.zip": zipped({"../A03.txt": b"x"})}
    response = enter("de").post(ADD, sent(publication, entries))
    assert "../A03.txt" in response.content.decode()
    assert not ImportBatch.objects.exists()


def test_without_a_file_nothing_happens(enter, publication):
    response = enter("de").post(ADD, sent(publication, {}))
    assert response.status_code == 200
    assert not ImportBatch.objects.exists()


def test_too_much_at_once_is_refused_and_not_kept(enter, publication, settings):
    settings.MAX_UPLOAD_BYTES = 2000
    response = enter("de").post(ADD, sent(publication, {"01.txt": b"x" * 5000}))
    assert "files" in response.context["errors"]
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("lost", [0.1, 0.5, 0.9])
def test_an_upload_that_is_cut_off_leaves_nothing(
    enter, publication, settings, tmp_path, monkeypatch, lost
):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    body = (
        b'--X\r\nContent-Disposition: form-data; name="files"; filename="A01.txt"\r\n'
        b"Content-Type: text/plain\r\n\r\n" + text(1) * 100 + b"\r\n--X--\r\n"
    )
    cut = body[: int(len(body) * (1 - lost))]
    before = set(tmp_path.iterdir())
    browser = enter("de", raise_request_exception=False)
    browser.generic("POST", ADD, cut, "multipart/form-data; boundary=X", CONTENT_LENGTH=len(body))
    assert set(tmp_path.iterdir()) == before
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("name", ["sun", "chen", "pei", "ao", "root"])
def test_others_send_nothing(enter, publication, name):
    enter(name).post(ADD, sent(publication, files(*NAMES)))
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(("name", "code"), [("sun", 200), ("chen", 200), ("pei", 403), ("ao", 403)])
def test_uploads_are_shown_to_those_who_edit(enter, batch, name, code):
    browser = enter(name)
    assert browser.get(address(batch)).status_code == code
    assert browser.get("/admin/articles/importbatch/").status_code == code


@pytest.mark.parametrize("verb", ["import", "import-clean", "save", "cancel", "retry", "up:1"])
@pytest.mark.parametrize("name", ["sun", "chen", "root"])
def test_readers_of_an_upload_change_nothing(enter, batch, name, verb):
    before = list(batch.items.values())
    enter(name).post(address(batch), {"do": verb})
    assert list(batch.items.values()) == before


def test_looking_changes_nothing(enter, batch):
    before = list(batch.items.values())
    enter("de").get(f"{address(batch)}?do=import")
    assert list(batch.items.values()) == before


def test_a_post_without_token_is_refused(cast, batch):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.de)
    assert browser.post(address(batch), {"do": "cancel"}).status_code == 403


def form(batch, **changes):
    fields = {}
    for item in batch.items.all():
        fields |= {
            f"label-{item.pk}": item.label,
            f"name-{item.pk}": item.name,
            f"sequence-{item.pk}": item.sequence,
            f"wanted-{item.pk}": "on",
        }
    return fields | changes


def test_one_press_imports_what_was_read(enter, batch, notes):
    response = enter("de").post(address(batch), form(batch, do="import"), follow=True)
    assert "3" in notes(response)[0]
    for item in batch.items.all():
        batch_work.let_page_in(item.pk)
    assert Page.objects.count() == 3


def test_what_was_typed_is_kept_with_the_import(enter, batch):
    first = batch.items.first()
    changes = {f"label-{first.pk}": "Ｂ01", f"name-{first.pk}": "副刊"}
    enter("de").post(address(batch), form(batch, do="import", **changes))
    first.refresh_from_db()
    assert (first.label, first.name, first.state) == ("B01", "副刊", "queued")


def test_what_no_database_holds_is_left_out_of_what_was_typed(enter, batch):
    first = batch.items.first()
    changes = {f"label-{first.pk}": "B\x0001", f"name-{first.pk}": "副\x00刊"}
    enter("de").post(address(batch), form(batch, do="save", **changes))
    first.refresh_from_db()
    assert (first.label, first.name) == ("B01", "副刊")


def test_two_pages_with_one_label_are_told_beside_the_second(enter, batch):
    first, second, _third = batch.items.all()
    changes = {f"label-{second.pk}": first.label}
    response = enter("de").post(address(batch), form(batch, do="import", **changes))
    assert response.status_code == 200
    assert f'id="wrong-{second.pk}"' in response.content.decode()
    assert not batch.items.filter(state="queued").exists()


def test_an_unticked_page_is_left_out(enter, batch):
    first = batch.items.first()
    fields = form(batch, do="save")
    del fields[f"wanted-{first.pk}"]
    enter("de").post(address(batch), fields)
    first.refresh_from_db()
    assert first.state == "skipped"


@pytest.mark.parametrize(
    "changes",
    [{"do": "explode"}, {"do": "up:999999999999999999999"}, {"do": "up:-1"}, {"do": ""}],
    ids=lambda changes: changes["do"],
)
def test_odd_words_in_the_form_harm_nothing(enter, batch, changes):
    response = enter("de").post(address(batch), form(batch, **changes))
    assert response.status_code in (302, 404)


@pytest.mark.parametrize("number", ["-1", "0", "99999999999999999999", "x", "1.5", "٣"])
def test_an_odd_place_is_told(enter, batch, number):
    first = batch.items.first()
    response = enter("de").post(
        address(batch), form(batch, do="import", **{f"sequence-{first.pk}": number})
    )
    assert response.status_code == 200
    assert f'id="wrong-{first.pk}"' in response.content.decode()


@pytest.mark.parametrize("key", ["0", "999", "x", "1" * 30])
def test_an_upload_that_is_not_there_is_not_found(enter, cast, key):
    assert enter("de").get(f"/admin/articles/importbatch/{key}/change/").status_code == 404


def test_hostile_names_are_shown_as_text(enter, publication):
    name = "<img src=x onerror=alert(1)>.txt"
    response = enter("de").post(ADD, sent(publication, {name: text(1)}), follow=True)
    content = response.content.decode()
    assert "<img src=x" not in content
    assert "onerror" in content


def test_silence_of_the_workers_is_told(enter, publication, cast):
    made = batches.open_batch(publication, DAY, files=incoming(files("01.txt")), by=cast.de)
    browser = enter("de")
    assert "manage.py work" in browser.get(address(made)).content.decode()
    jobs.beat("here:1:1")
    assert "manage.py work" not in browser.get(address(made)).content.decode()


def test_a_slip_in_the_year_is_told_beside_the_day(client, cast, publication):
    client.force_login(cast.de)
    page = client.post(ADD, sent(publication, files("01.txt"), date="2062-11-20"))
    assert "2062-11-20" in page.context["errors"]["date"][0]


def test_progress_asks_the_same_for_two_pages_and_for_twenty(enter, publication, cast):
    few, many = (
        batches.open_batch(publication, day, files=incoming(files(*names)), by=cast.de)
        for day, names in (
            (DAY, ["01.txt", "02.txt"]),
            (DAY + timedelta(days=1), [f"{number:02}.txt" for number in range(1, 21)]),
        )
    )
    browser = enter("de")
    asked = queries(browser, address(few))
    assert len(queries(browser, address(many))) == len(asked)
    assert len(asked) <= 12, "\n".join(asked)


def test_the_list_counts_the_pages_that_are_to_come_in(enter, publication, cast):
    sent_files = incoming(files(*NAMES) | {"readme.jpg": b"x"})
    batches.open_batch(publication, DAY, files=sent_files, by=cast.de)
    assert "共 3 版" in enter("de").get("/admin/articles/importbatch/").content.decode()


def test_the_list_of_uploads_asks_the_same_for_many(enter, batch, publication, cast):
    browser = enter("de")
    few = queries(browser, "/admin/articles/importbatch/")
    for day in range(1, 9):
        sent = incoming({"01.txt": text(day)})
        batches.open_batch(publication, DAY - timedelta(days=day), files=sent, by=cast.de)
    many = queries(browser, "/admin/articles/importbatch/")
    assert len(few) == len(many) <= 12, "\n".join(many)

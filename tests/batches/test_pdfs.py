"""PDFs sent as a whole issue: one file of several pages, several files, or a zip of them."""

from datetime import timedelta
from threading import Thread

import pytest
from django.core.files.storage import storages
from django.db import connection

from articles.files import sources
from articles.intake import batch_work, batches
from articles.models import ImportText, Page, PageLayout, SourceFile
from articles.refusals import Refusal, Refused
from tests.batches.pages import DAY, incoming, text, zipped
from tests.pdf.made import Printed, pdf_of
from tests.pdf.pages import TWO_STORIES

FOLIO = [Printed("砚溪日报　2026年11月20日　星期五　A03　民生", 40, 30, 8)]
ISSUE = pdf_of(TWO_STORIES, [*FOLIO, *TWO_STORIES], TWO_STORIES[:6])


@pytest.fixture
def send(publication, cast):
    def _send(entries, date=DAY, **options):
        return batches.open_batch(publication, date, files=incoming(entries), by=cast.de, **options)

    return _send


def read_all(batch):
    while items := list(batch.items.filter(state="waiting")):
        for item in items:
            batch_work.read(item.pk)


def import_all(batch, by):
    batches.let_in(batch, by=by)
    for item in batch.items.filter(state="queued"):
        batch_work.let_page_in(item.pk)


def test_a_pdf_of_several_pages_becomes_one_item_for_each(send):
    batch = send({"20261120.pdf": ISSUE})
    assert batch.items.count() == 1
    read_all(batch)
    found = [(item.index, item.label, item.state) for item in batch.items.all()]
    assert found == [(0, "01", "read"), (1, "A03", "read"), (2, "03", "read")]


def test_its_pages_go_in_with_their_layouts_and_one_file(send, cast):
    batch = send({"20261120.pdf": ISSUE})
    read_all(batch)
    import_all(batch, cast.de)
    file = SourceFile.objects.get()
    found = list(Page.objects.order_by("source_index").values_list("source_file", "source_index"))
    assert found == [(file.pk, 0), (file.pk, 1), (file.pk, 2)]
    assert PageLayout.objects.count() == 3
    assert not ImportText.objects.exists()


def test_importing_does_not_read_the_pdf_again(send, cast, monkeypatch):
    batch = send({"01.pdf": pdf_of(TWO_STORIES)})
    read_all(batch)
    monkeypatch.setattr(batch_work.admitting, "read_pdf", None)
    import_all(batch, cast.de)
    assert Page.objects.get().articles.count() == 2


def test_pdfs_and_texts_come_in_one_zip(send, cast):
    pages = {"20261120_A01.pdf": pdf_of(TWO_STORIES), "20261120_A02.txt": text(2)}
    batch = send({"issue.zip": zipped(pages)})
    read_all(batch)
    import_all(batch, cast.de)
    assert list(Page.objects.values_list("label", flat=True)) == ["A01", "A02"]


BROKEN = {
    "cut": ISSUE[: len(ISSUE) // 3],
    "only a head": b"%PDF-1.7\n",
    "no pdf": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_pdf_costs_its_own_page_and_leaves_no_file(send, data, tmp_path):
    batch = send({"01.pdf": data, "02.txt": text(2)})
    read_all(batch)
    assert batch.items.get(file_name="02.txt").state == "read"
    broken = batch.items.get(file_name="01.pdf")
    assert broken.state in ("failed", "skipped")
    assert broken.remark
    kept = list(_files(storages["private"]))
    assert kept == []


def _files(store, folder=""):
    try:
        folders, names = store.listdir(folder)
    except FileNotFoundError:
        return
    yield from names
    for inner in folders:
        yield from _files(store, f"{folder}/{inner}".strip("/"))


def test_a_pdf_that_is_in_already_is_left_out(send, cast):
    first = send({"20261120.pdf": ISSUE})
    read_all(first)
    import_all(first, cast.de)
    again = send({"other.pdf": ISSUE})
    read_all(again)
    assert {item.state for item in again.items.all()} == {"skipped"}
    assert Page.objects.count() == 3


def test_a_pdf_of_too_many_pages_is_refused(send, settings):
    settings.MAX_UPLOAD_FILES = 2
    batch = send({"20261120.pdf": ISSUE})
    read_all(batch)
    assert [item.state for item in batch.items.all()] == ["failed"]


@pytest.mark.django_db(transaction=True)
def test_a_pdf_called_off_is_not_kept(send, cast):
    batch = send({"20260101.pdf": ISSUE, "A09.pdf": pdf_of(TWO_STORIES)})
    batch_work.read(batch.items.first().pk)
    batches.cancel(batch, by=cast.de)
    assert list(_files(storages["private"])) == []
    assert not SourceFile.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_pdf_called_off_stays_where_pages_were_made_from_it(send, cast):
    first = send({"20261120.pdf": ISSUE})
    read_all(first)
    import_all(first, cast.de)
    again = send({"20261120.pdf": ISSUE}, date=DAY + timedelta(days=1))
    batches.cancel(again, by=cast.de)
    assert SourceFile.objects.exists()
    assert any(name.endswith(".pdf") for name in _files(storages["private"]))


@pytest.mark.django_db(transaction=True)
def test_a_pdf_called_off_while_another_upload_brings_it_stays_for_that_one(
    send, cast, monkeypatch
):
    first = send({"01.pdf": ISSUE})
    keep, calls_off = batches._keep, Thread(target=_call_off, args=(first, cast.de))

    def _keep(file):
        keep(file)
        calls_off.start()
        # It must wait for its turn; what it does without one is done by then.
        calls_off.join(2)

    monkeypatch.setattr(batches, "_keep", _keep)
    second = send({"01.pdf": ISSUE}, date=DAY + timedelta(days=1))
    calls_off.join()
    assert [item.state for item in first.items.all()] == ["cancelled"]
    read_all(second)
    assert {item.state for item in second.items.all()} == {"read"}


def _call_off(batch, by):
    try:
        batches.cancel(batch, by=by)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_pdf_called_off_while_it_is_opened_is_not_kept(send, cast, monkeypatch):
    batch, check = send({"01.pdf": ISSUE}), sources.check

    def _check(file):
        batches.cancel(batch, by=cast.de)
        return check(file)

    monkeypatch.setattr(sources, "check", _check)
    batch_work.read(batch.items.get().pk)
    assert [item.state for item in batch.items.all()] == ["cancelled"]
    assert not SourceFile.objects.exists()
    assert list(_files(storages["private"])) == []


@pytest.mark.django_db(transaction=True)
def test_a_pdf_that_is_refused_stays_for_an_upload_that_still_waits_for_it(send, monkeypatch):
    """A reader that was out of time may be quicker the next time."""
    first, check = send({"01.pdf": ISSUE}), sources.check
    second = send({"01.pdf": ISSUE}, date=DAY + timedelta(days=1))

    def _check(file):
        raise Refused(Refusal("pdf_time", "Out of time."))

    monkeypatch.setattr(sources, "check", _check)
    read_all(first)
    monkeypatch.setattr(sources, "check", check)
    read_all(second)
    assert {item.state for item in first.items.all()} == {"failed"}
    assert {item.state for item in second.items.all()} == {"read"}


def test_a_broken_pdf_that_is_sent_twice_leaves_no_file_either(send):
    for days in (0, 1):
        read_all(send({"01.pdf": BROKEN["cut"]}, date=DAY + timedelta(days=days)))
    assert list(_files(storages["private"])) == []


def test_a_pdf_of_too_many_pages_is_not_kept(send, settings):
    settings.MAX_UPLOAD_FILES = 2
    read_all(send({"20261120.pdf": ISSUE}))
    assert not SourceFile.objects.exists()
    assert list(_files(storages["private"])) == []

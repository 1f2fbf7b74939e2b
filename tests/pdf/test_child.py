"""The child process that reads PDFs: whatever happens in it, the site is left with a sentence."""

from io import BytesIO

import pytest
from django.utils import translation

from articles.refusals import Refused
from articles.sandbox import pdf_child
from tests.pdf.made import Printed, pdf_of

PDF = pdf_of([Printed("青禾坪小学新操场启用", 50, 50, 24)], [Printed("县图书馆", 50, 50)])


@pytest.fixture
def hostile(monkeypatch):
    monkeypatch.setattr(pdf_child, "WORK", "tests.pdf.hostile_work")


def refused(job):
    with pytest.raises(Refused) as caught:
        pdf_child.ask(job, BytesIO(PDF))
    return caught.value.refusal.rule


def test_pages_are_counted():
    assert pdf_child.count_pages(BytesIO(PDF)) == 2


def test_a_page_comes_back_as_text_with_the_place_of_every_line():
    page = pdf_child.read_page(BytesIO(PDF), 1)
    assert page.text.strip() == "县图书馆"
    assert len(page.layout.places) == len(page.text.splitlines())


def test_a_file_on_disk_is_read_where_it_is(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    with path.open("rb") as file:
        file.seek(0, 2)
        assert pdf_child.count_pages(file) == 2


@pytest.mark.parametrize(
    ("job", "rule"),
    [
        ("crash", "pdf_crashed"),
        ("swell", "pdf_memory"),
        ("flood", "pdf_crashed"),
        ("lie", "pdf_crashed"),
        ("stammer", "pdf_crashed"),
    ],
)
def test_a_child_that_goes_wrong_is_a_refusal(hostile, job, rule):
    assert refused(job) == rule


def test_a_child_that_hangs_is_stopped(hostile, settings):
    settings.PDF_SECONDS = 1
    assert refused("hang") == "pdf_slow"


def test_the_child_has_none_of_the_sites_secrets(hostile, monkeypatch):
    monkeypatch.setenv("NEWSROOM_SECRET_KEY", "x")
    names = pdf_child.ask("environment", BytesIO(PDF)).value
    assert set(names) <= {"LC_CTYPE"}


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", PDF[:400], PDF.replace(b"obj", b"jbo"), b"%PDF-" + bytes(5000)],
    ids=["bare", "cut off", "scrambled", "zeros"],
)
def test_a_broken_pdf_is_refused_with_what_to_do(data):
    with pytest.raises(Refused) as caught:
        pdf_child.read_page(BytesIO(data))
    assert caught.value.refusal.rule.startswith("pdf_")


def test_the_fault_of_a_broken_pdf_is_told_in_the_readers_language():
    with translation.override("zh-hans"), pytest.raises(Refused) as caught:
        pdf_child.read_page(BytesIO(b"%PDF-1.7\n"))
    assert "文件不是 PDF，或已损坏" in str(caught.value)


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(Refused) as caught:
        pdf_child.read_page(BytesIO(PDF), 2)
    assert caught.value.refusal.rule == "pdf_no_such_page"

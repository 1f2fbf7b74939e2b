"""Every hostile PDF gives a sane page or a refusal with a name, in time and within its memory."""

from io import BytesIO

import pytest

from articles.refusals import Refused
from articles.sandbox import pdf_child
from tests.pdf.hostile import CASES, SOUND, TEXT

PAGE = "page"
HEAVY = {"pdf_crashed", "pdf_memory", "pdf_slow"}
# What may come of reading; a page, where nothing is said.
READ = {
    "no trailer": {PAGE, "pdf_broken"},
    "user password": {"pdf_encrypted"},
    "looping tree": {"pdf_broken", "pdf_no_text"},
    "looping references": {"pdf_broken", "pdf_no_text"},
    "forms that double": HEAVY,
    "huge box": {"pdf_page_too_large"},
    "endless box": {"pdf_no_text", "pdf_page_too_large"},
    "empty box": {"pdf_no_text", "pdf_page_too_large"},
    "flat box": {"pdf_no_text", "pdf_page_too_large"},
    "box of words": {"pdf_no_text", "pdf_page_too_large", PAGE},
    "crop elsewhere": {"pdf_no_text", "pdf_page_too_large"},
    "bomb": {*HEAVY, "pdf_no_text"},
    "bomb in a bomb": {*HEAVY, "pdf_no_text"},
    "a million characters": {*HEAVY, "pdf_too_much_text"},
    "a long meaning": {*HEAVY, "pdf_too_much_text"},
    "signs without meaning": {"pdf_unmapped"},
    "scan": {"pdf_no_text"},
    "far away": {"pdf_no_text"},
    "a million times one spot": {PAGE, *HEAVY, "pdf_too_much_text"},
    "pages that hold each other": {PAGE, "pdf_broken", "pdf_no_text"},
    "picture by name": {"pdf_broken"},
    "page behind a zip": {"pdf_broken"},
    "nothing": {"pdf_empty"},
}
# Reading draws no pictures, and unpacks small ones alone; these are drawn as well.
DRAWN = (
    "forms 200 deep",
    "form in itself",
    "nested states",
    "huge box",
    "flat box",
    "bomb in a bomb",
    "huge image, few bytes",
    "huge image, all there",
    "negative image",
    "no type size",
)


def outcome(job, data, **words):
    """The answer's value, or the rule of the refusal."""
    try:
        return pdf_child.ask(job, BytesIO(data), **words).value
    except Refused as refused:
        return refused.refusal.rule


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_pdf_is_read_or_refused(name, settings):
    if name == "forms that double":
        settings.PDF_SECONDS = 4  # it would take any time
    found = outcome("read", CASES[name](), index=0)
    if isinstance(found, str):
        assert found in READ.get(name, {PAGE})
    else:
        assert PAGE in READ.get(name, {PAGE})
        assert found["text"].strip()


@pytest.mark.parametrize("name", DRAWN)
def test_a_hostile_page_is_drawn_or_refused(name):
    found = outcome("draw", CASES[name](), index=0, widths=[400])
    rule = found if isinstance(found, str) else ""
    assert rule in HEAVY | {"", "pdf_page_too_large"}


def test_ten_thousand_pages_are_refused():
    assert outcome("count", CASES["10,000 pages"]()) == "pdf_too_many_pages"


def test_what_a_reader_may_open_is_read():
    """A password that only locks printing hides nothing."""
    found = outcome("read", CASES["owner password"](), index=0)
    assert found["text"].strip() == TEXT


def test_nothing_in_a_page_is_carried_out():
    """Scripts and programs are no part of a page; the text stands alone."""
    assert outcome("read", CASES["actions"](), index=0)["text"].strip() == TEXT


@pytest.fixture
def sweeping(monkeypatch):
    monkeypatch.setattr(pdf_child, "WORK", "tests.pdf.sweep_work")


def test_a_file_cut_off_anywhere_is_read_or_refused(sweeping):
    found = outcome("truncated", SOUND, steps=60)
    assert set(found) <= {PAGE, "empty", "broken", "no_text", "no_such_page"}
    assert len(found) == 60


def test_a_scratched_file_is_read_or_refused(sweeping):
    found = outcome("scratched", SOUND, times=150)
    codes = {"broken", "no_text", "unmapped", "encrypted", "page_too_large", "no_such_page"}
    assert set(found) <= {PAGE, *codes}
    assert found.count(PAGE) > 50

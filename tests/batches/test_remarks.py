"""What is said of a page on its way in: each reader has it in a language of their own."""

import re

import pytest
from django.db import connection
from django.utils.translation import gettext_lazy, override

from articles import sentences
from articles.intake import batch_work, batches
from articles.models import ImportItem
from articles.models.batch import noted
from articles.refusals import Refusal, Refused, who_could
from articles.roles import EDITORS
from tests.batches.pages import DAY, incoming, text


@pytest.fixture
def send(publication, cast, settings, tmp_path):
    """Send files as somebody who reads English; the pages are read by a worker afterwards."""
    settings.DATA_DIR = tmp_path

    def _send(entries, language="en"):
        with override(language):
            batch = batches.open_batch(publication, DAY, files=incoming(entries), by=cast.de)
        for item in batch.items.all():
            batch_work.read(item.pk)
        return batch

    return _send


def is_chinese(text):
    return text.endswith("。") and english_words(text) <= {"pdf", "txt", "utf"}


def english_words(text):
    return set(re.findall("[a-z]{3,}", text.lower()))


def remark(item, language):
    item.refresh_from_db()
    with override(language):
        return item.remark


SENT = {
    "read with a remark": ({"20261119_A01.txt": text(1)}, "2026-11-19"),
    "not named": ({"page.txt": text(1)}, "page"),
    "no page": ({"b.jpg": b"x"}, "Only"),
    "no pdf": ({"b.pdf": b"PK\x03\x04"}, "named .pdf"),
    "a broken pdf": ({"b.pdf": b"%PDF-1.7\n"}, "PDF"),
    "no known encoding": ({"A02.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 99}, "file"),
    "blank": ({"A02.txt": b"\n \n"}, "blank lines"),
}


@pytest.mark.parametrize(("entries", "english"), SENT.values(), ids=SENT)
@pytest.mark.parametrize("sender", ["en", "zh-hans"])
def test_a_remark_is_read_in_the_readers_language_whoever_sent_the_page(
    send, entries, english, sender
):
    item = send(entries, language=sender).items.get()
    assert english in remark(item, "en")
    assert remark(item, "en").isascii()
    assert is_chinese(remark(item, "zh-hans"))


def test_the_progress_page_speaks_the_language_of_who_looks_at_it(send, enter):
    batch = send({"A02.txt": b"\n \n"})
    browser = enter("de")
    assert "空行" in browser.get(batch.get_absolute_url()).content.decode()
    browser.cookies["django_language"] = "en"
    page = browser.get(batch.get_absolute_url()).content.decode()
    assert "nothing but blank lines" in page
    assert "空行" not in page


def test_the_same_page_twice_and_one_that_is_in_are_told_in_both_languages(send, cast):
    one = send({"A01.txt": text(1), "A02.txt": text(1)})
    twin = one.items.get(state="skipped")
    assert (remark(twin, "en"), "A01.txt" in remark(twin, "zh-hans")) == (
        "The same as A01.txt.",
        True,
    )
    batches.let_in(one, by=cast.de)
    batch_work.let_page_in(one.items.get(state="queued").pk)
    again = send({"A01.txt": text(1)}).items.get()
    assert remark(again, "en") == "This text is in already, as page A01."
    assert not remark(again, "zh-hans").isascii()


def test_a_page_that_a_reader_of_english_leaves_out_is_left_out_in_chinese_too(send, cast):
    batch = send({"A01.txt": text(1)})
    item = batch.items.get()
    with override("en"):
        batches.arrange(batch, {item.pk: batches.Place("A01", "", 1, False)}, by=cast.de)
    assert remark(item, "en") == "Left out by the editor."
    assert not remark(item, "zh-hans").isascii()


def test_a_page_that_is_tried_again_has_no_remark_any_more(send, cast):
    batch = send({"A02.txt": b"\n \n"})
    batches.retry(batch, by=cast.de)
    assert remark(batch.items.get(), "en") == ""


def test_what_was_said_before_remarks_had_languages_stays_readable(send):
    item = send({"A01.txt": text(1)}).items.get()
    ImportItem.objects.filter(pk=item.pk).update(remarks=[], message="第 1 版缺了。100%")
    assert remark(item, "en") == "第 1 版缺了。100%"
    assert not item.is_clean


@pytest.mark.django_db
def test_a_worker_of_the_version_before_writes_pages_without_remarks(send):
    item = send({"A01.txt": text(1)}).items.get()
    names = [field.column for field in ImportItem._meta.local_concrete_fields]
    known = [name for name in names if name not in ("id", "remarks", "position")]
    columns = ", ".join(f'"{name}"' for name in known)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_importitem (position, {columns})"
            f" SELECT position + 1, {columns} FROM articles_importitem WHERE id = %s",
            [item.pk],
        )
    assert ImportItem.objects.get(position=item.position + 1).remarks == []


def test_a_refusal_that_names_roles_names_them_in_each_language(db):
    refusal = Refusal.role(gettext_lazy("Import a page"), EDITORS)
    item = ImportItem(remarks=noted(refusal.sentences))
    with override("en"):
        english = item.remark
        assert english == str(Refusal.role("Import a page", EDITORS))
        assert who_could(EDITORS) in english
    with override("zh-hans"):
        assert item.remark != english
        assert str(Refused(Refusal.role(gettext_lazy("Import a page"), EDITORS))) == item.remark


def test_a_sentence_whose_words_have_left_the_catalogue_is_told_as_it_was_put():
    kept = {"msgid": "A kind of paper of %(year)s.", "params": {"year": 1911}}
    with override("zh-hans"):
        assert sentences.told(kept) == "A kind of paper of 1911."


def test_percent_signs_in_names_of_files_and_sentences_harm_nothing():
    said = sentences.sentence("The same as %(other)s.") % {"other": "100%(x)s%.txt"}
    with override("en"):
        assert sentences.told(sentences.stored(said)) == "The same as 100%(x)s%.txt."
        assert sentences.told(sentences.stored("5 % more")) == "5 % more"

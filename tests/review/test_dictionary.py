"""The house dictionary as a file: out and in again, looked at before anything is written."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import HouseTerm
from articles.review import dictionary

pytestmark = pytest.mark.once

HEAD = "wrong,right,severity,source,valid_from,valid_to,note\n"
ADDRESS = "/admin/articles/houseterm/import/"


def test_what_is_written_out_is_read_back_as_it_was(db):
    HouseTerm.objects.create(wrong="=危险", right="+安全", severity="block", note="-注,意\n换行")
    text = dictionary.written(HouseTerm.objects.all()).decode("utf-8-sig")

    plan = dictionary.plan(text)

    assert plan.counts["same"] == HouseTerm.objects.count()
    assert sum(plan.counts.values()) == plan.counts["same"]


def test_no_cell_is_a_formula(db):
    HouseTerm.objects.create(wrong="=HYPERLINK(1)", right="@x")
    cells = dictionary.written(HouseTerm.objects.all()).decode("utf-8-sig").split(",")
    assert not [cell for cell in cells if cell.strip().startswith(("=", "@", "+"))]


def test_a_plan_tells_new_changed_same_and_wrong_rows_apart_and_writes_nothing(db):
    HouseTerm.objects.all().delete()
    HouseTerm.objects.create(wrong="旧词", right="新词")
    HouseTerm.objects.create(wrong="改词", right="原词")
    rows = "旧词,新词,warn,,,,\n改词,今词,block,,,,\n生词,熟词,拦截,县报,2026-01-01,,\n,空,,,,,\n"
    rows += "生词,再来,,,,,\n坏词,好词,strange,,,,\n坏日,好日,,,2026-02-30,,\n"
    rows += "反日,正日,,,2026-02-02,2026-01-01,\n"

    plan = dictionary.plan(HEAD + rows)

    assert [row.state for row in plan.rows] == ["same", "changed", "new", *["wrong"] * 5]
    assert all(row.error for row in plan.of("wrong"))
    assert [row.line for row in plan.of("wrong")] == [5, 6, 7, 8, 9]
    assert HouseTerm.objects.count() == 2


def test_applying_a_plan_writes_what_is_right_and_deletes_nothing(db):
    before = HouseTerm.objects.count()
    dictionary.apply(dictionary.plan(HEAD + "生词,熟词,block,,,,\n,空,,,,,\n"))
    assert HouseTerm.objects.get(wrong="生词").severity == "block"
    assert HouseTerm.objects.count() == before + 1


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\x00", HEAD + "x,y\n" * 5001])
def test_what_is_no_dictionary_is_refused_with_a_sentence(db, text):
    assert dictionary.plan(text).error


def test_columns_may_be_called_in_chinese_and_stand_in_any_order(db):
    (row,) = dictionary.plan("备注,应用,不用\n说明,熟词,生词\n").rows
    assert (row.state, row.values["right"], row.values["note"]) == ("new", "熟词", "说明")


def upload(browser, data):
    return browser.post(ADDRESS, {"file": SimpleUploadedFile("words.csv", data)})


def test_the_chief_looks_first_and_then_takes_in(enter):
    browser = enter("chen")
    shown = upload(browser, (HEAD + "生词,熟词,block,,,,\n").encode("gb18030"))
    assert "生词" in shown.content.decode()
    assert not HouseTerm.objects.filter(wrong="生词").exists()

    text = shown.context["again"].initial["text"]
    browser.post(ADDRESS, {"confirm": "1", "text": text})

    assert HouseTerm.objects.filter(wrong="生词").exists()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04zip", b"\xff\xfe\xff", b"%PDF-1.4"])
def test_a_file_that_is_none_is_refused(enter, data):
    answer = upload(enter("chen"), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors


@pytest.mark.parametrize("name", ["de", "pei", "ao", "root"])
def test_others_only_read_the_dictionary(enter, name):
    browser = enter(name)
    assert upload(browser, HEAD.encode()).status_code == 403
    assert browser.get("/admin/articles/houseterm/export/").status_code == 200

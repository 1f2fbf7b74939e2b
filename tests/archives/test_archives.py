"""Whole archives from a folder: found, taken in once, reported page by page."""

import csv
import os
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from articles.intake import archiving, import_report
from articles.intake.archiving import Row
from articles.models import Article, Issue, Page
from articles.sandbox import pdf_child
from tests.batches.pages import text
from tests.pdf.made import pdf_of
from tests.pdf.pages import TWO_STORIES

LAYOUT = {
    "2020/04/17/01.txt": text(1),
    "2020/04/17/02.txt": text(2),
    "2020/20200418/20200418_A01.txt": text(3),
    "2020-04-19/01.txt": text(4),
    "20200420_A03.txt": text(5),
    "20200420_A01.txt": text(6),
}

ISSUE = ["--publication=yanxi", "--date=2026-11-20", "--by=de"]


def write(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture
def archive(tmp_path):
    return write(tmp_path / "archive", LAYOUT)


@pytest.fixture
def run(publication, cast, tmp_path, capsys):
    """Runs a command on a folder; returns the rows of its report."""

    def _run(folder, **options):
        report = tmp_path / "report.csv"
        call_command(
            "import_archive", str(folder), publication="yanxi", by="de", report=report, **options
        )
        return rows_of(report)

    return _run


def rows_of(report):
    with report.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_issues_are_found_however_they_lie(archive):
    found = {issue.day: len(issue.files) for issue in archiving.find_issues(archive)}
    assert found == {
        date(2020, 4, 17): 2,
        date(2020, 4, 18): 1,
        date(2020, 4, 19): 1,
        date(2020, 4, 20): 2,
    }


def test_an_archive_goes_in_and_is_reported(run, archive):
    rows = run(archive)
    assert {row["result"] for row in rows} == {"imported"}
    assert Issue.objects.count() == 4
    assert Page.objects.count() == len(rows) == 6
    assert Article.objects.count() == sum(int(row["articles"]) for row in rows) == 12


def test_names_that_windows_wrote_in_chinese_are_read(run, tmp_path):
    folder = os.fsencode(tmp_path / "archive") + "/2020年4月17日".encode("gb18030")
    os.makedirs(folder)
    for name in ("第02版：要闻.txt".encode("gb18030"), "第03版：民生.txt".encode(), b"04_\xff.txt"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(text(len(name)))
    found = [(row["day"], row["label"], row["file"]) for row in run(tmp_path / "archive")]
    assert sorted(found) == [
        ("2020-04-17", "02", "2020年4月17日/第02版：要闻.txt"),
        ("2020-04-17", "03", "2020年4月17日/第03版：民生.txt"),
        ("2020-04-17", "04", "2020年4月17日/04_�.txt"),
    ]
    assert Page.objects.get(label="02").source_name == "第02版：要闻.txt"


def test_the_second_time_everything_is_known(run, archive, django_assert_max_num_queries):
    run(archive)
    with django_assert_max_num_queries(15):
        rows = run(archive)
    assert {row["result"] for row in rows} == {"known"}
    assert Article.objects.count() == 12


def test_pages_stand_in_the_order_of_their_labels(run, archive):
    run(archive)
    pages = Page.objects.filter(issue__date="2020-04-20")
    assert list(pages.values_list("label", "sequence")) == [("A01", 1), ("A03", 2)]


def test_what_cannot_be_read_is_a_row_and_stops_nothing(run, archive):
    write(archive, {"2020/04/17/03.txt": b"\x89PNG\r\n\x1a\n", "undated/01.txt": text(9)})
    with pytest.raises(CommandError):
        run(archive)
    rows = rows_of(archive.parent / "report.csv")
    failed = {row["file"]: row["remark"] for row in rows if row["result"] == "failed"}
    assert set(failed) == {"2020/04/17/03.txt", "undated/01.txt"}
    assert all(failed.values())
    assert Page.objects.count() == 6


def test_a_day_that_no_paper_has_is_told_and_stops_nothing(run, tmp_path):
    files = {"2099/04/17/01.txt": text(1), "2020/04/18/01.txt": text(2)}
    with pytest.raises(CommandError):
        run(write(tmp_path / "slip", files))
    rows = rows_of(tmp_path / "report.csv")
    assert ["2099-04-17" in row["remark"] for row in rows] == [False, True]
    assert Page.objects.count() == 1


def test_pdfs_go_in_once_and_are_known_again_unopened(run, tmp_path, monkeypatch):
    issue = pdf_of(TWO_STORIES, TWO_STORIES[:6])
    folder = write(tmp_path / "pdfs", {"20200417.pdf": issue, "20200418_A01.pdf": issue[:99]})
    with pytest.raises(CommandError):
        run(folder)
    (folder / "20200418_A01.pdf").unlink()
    monkeypatch.setattr(pdf_child, "ask", None)
    rows = run(folder)
    assert [row["result"] for row in rows] == ["known", "known"]
    assert list(Page.objects.values_list("label", flat=True)) == ["01", "02"]


def test_the_same_text_on_another_day_is_remarked(run, archive):
    run(archive)
    write(archive, {"2020-04-21/01.txt": text(1)})
    (row,) = [row for row in run(archive) if row["result"] == "imported"]
    assert "2020-04-17" in row["remark"]


@pytest.mark.parametrize("name", ["=1+1.txt", "+a.txt", "-a.txt", "@a.txt", "\ta.txt"])
def test_no_cell_of_the_report_is_a_formula(tmp_path, name):
    path = tmp_path / "r.csv"
    with import_report.written(path) as report:
        report.add(Row(name, "2020-04-17", "failed", remark="=2+2"))
    (row,) = rows_of(path)
    assert row["file"] == f"'{name}"
    assert row["remark"] == "'=2+2"


def test_the_report_for_browsers_shows_names_as_text(tmp_path):
    path = tmp_path / "r.csv"
    with import_report.written(path) as report:
        report.add(Row("<script>.txt", "2020-04-17", "failed", remark="<img>"))
    page = path.with_suffix(".html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "<img" not in page


@pytest.mark.parametrize(
    "options",
    [{"publication": "none"}, {"by": "nobody"}, {"processes": 0}, {"processes": 99}],
    ids=str,
)
def test_wrong_words_of_the_command_write_nothing(archive, publication, cast, options):
    words = {"publication": "yanxi", "by": "de"} | options
    with pytest.raises(CommandError):
        call_command("import_archive", str(archive), **words)
    assert not Page.objects.exists()


def test_who_may_not_import_brings_nothing_in(run, archive):
    with pytest.raises(CommandError):
        call_command("import_archive", str(archive), publication="yanxi", by="rui")
    assert not Page.objects.exists()


def test_a_folder_is_one_issue(publication, cast, tmp_path, capsys):
    folder = write(tmp_path / "day", {"A02.txt": text(2), "A01.txt": text(1), "notes.md": b"x"})
    call_command("import_issue", str(folder), *ISSUE)
    printed = capsys.readouterr()
    assert list(Page.objects.values_list("label", flat=True)) == ["A01", "A02"]
    assert "2/2" in printed.err
    assert "\r" not in printed.err


def test_a_bad_page_of_an_issue_is_told_and_the_others_are_in(publication, cast, tmp_path, capsys):
    folder = write(tmp_path / "day", {"A02.txt": b"", "A01.txt": text(1)})
    with pytest.raises(CommandError):
        call_command("import_issue", str(folder), *ISSUE)
    assert "A02.txt" in capsys.readouterr().out
    assert Page.objects.count() == 1

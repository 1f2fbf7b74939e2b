"""Taking in the PDF of a page: kept once and privately, read, parsed with what stands where."""

import pytest
from django.core.files.storage import storages

from articles.files import sources
from articles.intake import importing, receiving
from articles.labelling import layouts, relabelling
from articles.models import Issue, Page, PageLayout, SourceFile
from articles.refusals import Refused
from tests.pdf.made import pdf_of
from tests.pdf.pages import TWO_STORIES, receive, upload

pytestmark = pytest.mark.once

PDF = pdf_of(TWO_STORIES)


def files():
    store = storages["private"]
    return [name for name in _walk(store, "") if name]


def _walk(store, folder):
    if not store.exists(folder or "."):
        return
    folders, names = store.listdir(folder)
    yield from (f"{folder}/{name}".lstrip("/") for name in names)
    for inner in folders:
        yield from _walk(store, f"{folder}/{inner}".lstrip("/"))


def test_a_page_has_the_text_the_layout_and_the_file_of_its_pdf(issue, cast):
    page = receive(issue, cast.de, PDF)
    assert "青禾坪小学新操场启用" in page.text
    assert (page.source_name, page.source_index, page.source_encoding) == ("01.pdf", 0, "utf-8")
    assert len(layouts.layout_of(page).places) == len(page.text.splitlines())
    assert sources.opened(page.source_file).read() == PDF


def test_the_file_is_named_by_its_hash_whatever_it_was_called(issue, cast):
    name = "../../x\x00<img onerror>.pdf.html" + "长" * 300
    page = receive(issue, cast.de, PDF, file_name=name)
    assert files() == [page.source_file.path]
    assert page.source_file.path == f"sources/{page.source_file.sha256[:2]}/" + (
        f"{page.source_file.sha256}.pdf"
    )


def test_the_same_pdf_again_is_the_same_page(issue, cast):
    assert receive(issue, cast.de) == receive(issue, cast.de)
    assert [model.objects.count() for model in (Page, PageLayout, SourceFile)] == [1, 1, 1]


def test_another_pdf_under_a_taken_label_is_refused_and_not_kept(issue, cast):
    receive(issue, cast.de)
    with pytest.raises(Refused) as refused:
        receive(issue, cast.de, pdf_of(TWO_STORIES[:6]))
    assert refused.value.refusal.rule == "label_taken"
    assert SourceFile.objects.count() == len(files()) == 1


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"PK\x03\x04 no pdf", "pdf_kind"),
        (pdf_of(TWO_STORIES, TWO_STORIES), "pdf_pages"),
        (pdf_of([]), "pdf_no_text"),
        (PDF[:500], "pdf_broken"),
    ],
    ids=["not a pdf", "two pages", "no text", "cut off"],
)
def test_a_bad_pdf_is_refused_by_name_and_leaves_nothing(issue, cast, data, rule):
    with pytest.raises(Refused) as refused:
        receive(issue, cast.de, data)
    assert refused.value.refusal.rule == rule
    assert not Page.objects.exists()
    assert not SourceFile.objects.exists()
    assert not files()


def test_a_pdf_over_the_limit_is_refused_unread(issue, cast, settings, monkeypatch):
    settings.MAX_PDF_BYTES = 100
    monkeypatch.setattr("articles.sandbox.pdf_child.ask", None)
    with pytest.raises(Refused) as refused:
        receive(issue, cast.de)
    assert refused.value.refusal.rule == "pdf_size"


def test_pages_of_one_file_are_taken_one_by_one(issue, cast):
    file = sources.receive(upload(pdf_of(TWO_STORIES, TWO_STORIES[:6])), name="issue.pdf")
    pages = [
        receiving.receive_pdf_page(issue, file=file, index=n, label=f"0{n + 1}", by=cast.de)
        for n in range(file.page_count)
    ]
    assert [page.sequence for page in pages] == [1, 2]
    assert ["县图书馆" in page.text for page in pages] == [True, False]
    assert len(files()) == 1


def test_a_file_that_is_missing_on_disk_is_said_by_name(issue, cast):
    file = sources.receive(upload(PDF), name="issue.pdf")
    storages["private"].delete(file.path)
    with pytest.raises(Refused) as refused:
        receiving.receive_pdf_page(issue, file=file, index=0, label="01", by=cast.de)
    assert refused.value.refusal.rule == "pdf_missing"


def test_a_file_that_was_half_written_is_written_anew(issue, cast):
    file = sources.receive(upload(PDF), name="issue.pdf")
    with open(storages["private"].path(file.path), "wb") as half:
        half.write(PDF[:100])
    sources.receive(upload(PDF), name="issue.pdf")
    assert sources.opened(file).read() == PDF


def test_plan_labels_and_import_all_read_with_the_layout(issue, cast, monkeypatch):
    page = receive(issue, cast.de)
    seen = []

    def parse(text, *, layout=None):
        seen.append(layout)
        return parse_page(text, layout=layout)

    parse_page = layouts.parsing.parse_page
    monkeypatch.setattr(layouts.parsing, "parse_page", parse)
    plan = importing.plan_import(page)
    importing.apply_import(plan, by=cast.de)
    page = Page.objects.get()
    relabelling.parse_again(page, by=cast.de, seen=page.run_id)
    assert [bool(layout and layout.places) for layout in seen] == [True] * len(seen)


@pytest.mark.parametrize("name", ["rui", "sun", "chen", "pei", "ao", "root"])
def test_only_desk_editors_take_pdfs_in(issue, cast, name):
    with pytest.raises(Refused) as refused:
        receive(issue, getattr(cast, name))
    assert refused.value.refusal.rule == "role"
    assert not files()


def test_the_file_of_an_imported_page_stays(issue, cast):
    page = receive(issue, cast.de)
    importing.apply_import(importing.plan_import(page), by=cast.de)
    with pytest.raises(Exception, match="never changed"):
        Page.objects.update(source_index=1)


def test_articles_come_out_of_a_pdf(issue, cast):
    page = receive(issue, cast.de)
    outcome = importing.apply_import(importing.plan_import(page), by=cast.de)
    assert [article.headline for article in outcome.articles] == [
        "青禾坪小学新操场启用",
        "县图书馆晚间延时开放",
    ]
    assert Issue.objects.count() == 1

"""The form that takes in a page, and the page as it stands afterwards."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Issue, Page
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES

ADD = "/admin/articles/page/add/"


@pytest.fixture
def fields(publication):
    return {"publication": publication.pk, "date": "2026-11-21", "label": "01", "name": "要闻"}


def upload(text, encoding="utf-8"):
    return SimpleUploadedFile("01.txt", text.encode(encoding), "text/plain")


def test_pasted_text_becomes_a_page_of_a_new_issue(enter, fields):
    enter("de").post(ADD, fields | {"text": TWO_STORIES.replace("\n", "\r\n")})

    page = Page.objects.get()
    assert (page.text, page.sequence, str(page.issue.date)) == (TWO_STORIES, 1, "2026-11-21")


def test_what_was_taken_in_is_shown_at_once_as_it_would_be_imported(enter, fields):
    response = enter("de").post(ADD, fields | {"text": TWO_STORIES}, follow=True)

    page, html = Page.objects.get(), response.content.decode()
    assert response.redirect_chain[-1][0] == f"/admin/articles/page/import/?page={page.pk}"
    for way in ("change", "labels"):
        assert f'href="/admin/articles/page/{page.pk}/{way}/"' in html


def test_an_uploaded_file_tells_its_encoding_and_size(enter, fields):
    response = enter("de").post(ADD, fields | {"file": upload(TWO_STORIES, "gb18030")}, follow=True)

    page = Page.objects.get()
    assert page.source_name == "01.txt"
    assert page.source_sha256[:12] in response.content.decode()
    assert "GB18030" in response.content.decode()


@pytest.mark.parametrize(
    "source",
    [
        {},
        {"text": "  \r\n "},
        {"text": TWO_STORIES, "file": upload(TWO_STORIES)},
        {"file": SimpleUploadedFile("01.txt", b"")},
        {"file": SimpleUploadedFile("01.txt", b"%PDF-1.7\n")},
        {"file": SimpleUploadedFile("01.txt", b"PK\x03\x04" + bytes(90))},
        {"file": SimpleUploadedFile("01.txt", "正文".encode() * 30 + b"\xff\xfe\xe4")},
    ],
)
def test_a_bad_source_gets_a_sentence_and_leaves_not_even_an_issue(enter, fields, source):
    for file in source.values():
        if not isinstance(file, str):
            file.seek(0)

    response = enter("de").post(ADD, fields | source)

    errors = response.context["errors"]
    assert sum(len(str(error)) for found in errors.values() for error in found) > 8
    assert not Page.objects.exists()
    assert not Issue.objects.exists()


def test_a_file_over_the_limit_is_told_its_true_size(enter, fields, settings):
    settings.MAX_PAGE_BYTES = 100

    response = enter("de").post(ADD, fields | {"file": upload("长" * 200)})

    assert "600" in str(response.context["errors"]["file"])


def test_the_text_is_not_lost_when_another_field_is_wrong(enter, fields):
    response = enter("de").post(ADD, fields | {"date": "明天", "text": TWO_STORIES})

    assert "青禾坪小学新操场启用" in response.content.decode()


def test_a_slip_in_the_year_is_told_beside_the_day(enter, fields):
    page = enter("de").post(ADD, fields | {"text": TWO_STORIES, "date": "0206-11-21"})
    assert "0206-11-21" in page.context["errors"]["date"][0]


def test_nor_does_an_issue_by_itself_take_it(enter, publication):
    sent = {"publication": publication.pk, "date": "2062-11-21"}
    page = enter("de").post("/admin/articles/issue/add/", sent)
    assert "2062-11-21" in page.context["errors"][0][0]


@pytest.mark.parametrize("name", ["sun", "chen", "root"])
def test_others_are_told_who_can_take_pages_in(enter, fields, name, notes):
    response = enter(name).post(ADD, fields | {"text": TWO_STORIES}, follow=True)

    assert "责任编辑" in notes(response)[0]
    assert not Page.objects.exists()


def test_the_source_cannot_be_changed_by_a_forged_field(enter, issue, cast):
    page = page_of(issue)
    forged = {"name": "改名", "sequence": 1, "source": "x", "label": "99", "source_sha256": "0"}

    enter("de").post(f"/admin/articles/page/{page.pk}/change/", forged)

    stored = Page.objects.get()
    assert (stored.name, stored.label, stored.text) == ("改名", "01", page.text)


def test_the_source_is_shown_by_numbered_lines_and_escaped(enter, issue):
    page = page_of(issue, source="第一行\n<script>alert(1)</script>\n")

    html = enter("ao").get(f"/admin/articles/page/{page.pk}/change/").content.decode()

    assert 'id="L2"' in html
    assert "<script>alert" not in html


def test_a_page_that_is_not_imported_does_not_say_that_nothing_is_doubted(enter, issue):
    page = page_of(issue)
    html = enter("de").get(f"/admin/articles/page/{page.pk}/change/").content.decode()
    assert "解析器没有疑点" not in html

"""The doors by which the PDF of a page comes in: the form of the admin, and the command."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from articles.models import Article, Issue, Page, SourceFile
from tests.pdf.made import pdf_of
from tests.pdf.pages import TWO_STORIES

PDF = pdf_of(TWO_STORIES)


@pytest.fixture
def send(client, cast, publication):
    """send(file) → the form's answer to a desk editor who sends it."""
    client.force_login(cast.de)
    place = {"publication": publication.pk, "date": "2026-11-20", "label": "01", "name": "要闻"}
    address = reverse("admin:articles_page_add")
    return lambda file: client.post(address, place | {"file": file}, follow=True)


def test_a_pdf_is_taken_in_by_the_form(send):
    answer = send(SimpleUploadedFile("第一版.pdf", PDF))
    page = Page.objects.get()
    assert "青禾坪小学新操场启用" in answer.content.decode()
    assert (page.source_name, page.source_file.size) == ("第一版.pdf", len(PDF))
    form = answer.client.get(reverse("admin:articles_page_change", args=[page.pk]))
    assert reverse("admin:articles_page_pdf", args=[page.pk]) in form.content.decode()


def test_a_large_one_that_came_by_the_disk_is_the_same(send):
    file = TemporaryUploadedFile("01.pdf", "application/pdf", len(PDF), None)
    file.write(PDF)
    file.seek(0)
    send(file)
    assert Page.objects.get().source_file.size == len(PDF)


@pytest.mark.parametrize("name", ["01.txt", "01.pdf.html", "01.jpg"])
def test_what_a_file_is_called_does_not_matter(send, name):
    send(SimpleUploadedFile(name, PDF))
    assert Page.objects.get().source_file.kind == "pdf"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", PDF[: len(PDF) * 9 // 10][:-700], pdf_of(TWO_STORIES, TWO_STORIES), pdf_of([])],
    ids=["bare", "dropped on the way", "two pages", "without text"],
)
def test_a_bad_one_gets_a_sentence_at_its_field_and_leaves_nothing(send, data):
    answer = send(SimpleUploadedFile("01.pdf", data))
    assert len(str(answer.context["errors"]["file"])) > 20
    assert not Issue.objects.exists()
    assert not SourceFile.objects.exists()


def test_the_preview_and_the_import_follow(send, client):
    send(SimpleUploadedFile("01.pdf", PDF))
    page = Page.objects.get()
    address = reverse("admin:articles_page_import")
    assert "青禾坪小学新操场启用" in client.get(f"{address}?page={page.pk}").content.decode()
    client.post(address, {"page": page.pk})
    assert Article.objects.filter(page=page, region__isnull=False).count() == 2


def test_the_command_takes_a_pdf(publication, cast, tmp_path):
    path = tmp_path / "A03.pdf"
    path.write_bytes(PDF)
    place = {"publication": "yanxi", "date": "2026-11-20", "page": "A03", "by": "de"}
    options = [f"--{name}={value}" for name, value in place.items()]
    call_command("import_page", str(path), *options)
    call_command("import_page", str(path), *options)
    assert Page.objects.get().source_index == 0
    assert Article.objects.count() == 2


def test_the_command_refuses_a_broken_one(publication, cast, tmp_path):
    path = tmp_path / "A03.pdf"
    path.write_bytes(PDF[:300])
    place = {"publication": "yanxi", "date": "2026-11-20", "page": "A03", "by": "de"}
    with pytest.raises(CommandError):
        call_command("import_page", str(path), *(f"--{n}={v}" for n, v in place.items()))
    assert not Issue.objects.exists()

"""Where a form with a file is refused for something else, it says that the file is gone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Photo
from tests.admin.test_photos import address, form_of, picture
from tests.builders import page_of, web_draft

AGAIN = "浏览器不会保留所选的文件，请重新选择。"
TEXT = "两行正文。\n第二行。\n".encode()


@pytest.fixture
def send(cast):
    def _send(name, address, data):
        client = Client()
        client.force_login(getattr(cast, name))
        return client.post(address, data)

    return _send


def text_file(name="01.txt"):
    return SimpleUploadedFile(name, TEXT, "text/plain")


@pytest.mark.parametrize("day", ["", "0206-11-20"])
def test_of_a_page(send, publication, day):
    place = {"publication": publication.pk, "date": day, "label": "01"}
    answer = send("de", "/admin/articles/page/add/", place | {"file": text_file()})
    assert answer.content.decode().count(AGAIN) == 1
    assert 'id="id_file_error"' in answer.content.decode()


def test_of_an_issue(send, publication):
    chosen = [text_file(), text_file("02.txt")]
    sent = {"publication": publication.pk, "date": "", "files": chosen}
    answer = send("de", "/admin/articles/importbatch/add/", sent)
    assert answer.content.decode().count(AGAIN) == 1


def test_of_a_photo(send, issue):
    photo = Photo.objects.create(page=page_of(issue), caption="桥头剪彩。")
    answer = send("de", address(photo), form_of(photo, position="x", image=picture()))
    assert AGAIN in answer.content.decode()


def test_of_the_pictures_of_a_draft(send, cast, publication):
    piece = web_draft(publication, cast.rui)
    sent = {"files": [picture()], "photographers": "芮" * 601, "add": "yes"}
    answer = send("rui", reverse("desk:pictures", args=[piece.number]), sent)
    assert AGAIN in answer.content.decode()


def test_of_no_file_nothing_is_said(send, publication):
    place = {"publication": publication.pk, "date": "", "label": "01", "text": "两行正文。"}
    answer = send("de", "/admin/articles/page/add/", place)
    assert AGAIN not in answer.content.decode()


def test_what_is_wrong_with_the_file_itself_is_enough(send):
    sent = {"file": SimpleUploadedFile("words.csv", b"\x89PNG" + bytes(50))}
    answer = send("chen", "/admin/articles/houseterm/import/", sent)
    assert answer.context["form"].errors["file"]
    assert AGAIN not in answer.content.decode()

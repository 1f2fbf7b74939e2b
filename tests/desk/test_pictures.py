"""Pictures of a draft: added with their words, seen by their writer alone, part of the versions."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Photo
from tests.builders import go
from tests.desk.conftest import as_, press, save, write


def image_file(name="photo.jpg", size=(40, 30)):
    data = BytesIO()
    Image.new("RGB", size, "teal").save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), content_type="image/jpeg")


def upload(writer, article, **changes):
    data = {"file": image_file(), "caption": "工人抢修水管。", "photographers": "芮文", "alt": ""}
    address = reverse("desk:pictures", args=[article.number])
    return writer.client.post(address, data | changes)


def post(writer, photo, **data):
    address = reverse("desk:picture", args=[photo.article.number, photo.pk])
    return writer.client.post(address, data)


@pytest.fixture
def piece(rui, publication):
    return write(rui, publication)


@pytest.fixture
def photo(rui, piece):
    upload(rui, piece)
    piece.refresh_from_db()
    return Photo.objects.get()


def test_a_picture_joins_the_piece_and_its_version(photo, piece):
    version = piece.versions.latest("number")
    shown = version.photos.get()
    assert (shown.caption, shown.credit, shown.image_sha256) == (
        "工人抢修水管。",
        "芮文",
        photo.image_sha256,
    )


def test_its_writer_sees_it(rui, photo):
    answer = rui.client.get(reverse("desk:picture_file", args=[photo.article.number, photo.pk]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")


@pytest.mark.parametrize("who", ["qing", "de"])
def test_nobody_else_finds_it_on_the_desk(cast, photo, who):
    client, args = as_(getattr(cast, who)), [photo.article.number, photo.pk]
    assert client.get(reverse("desk:picture_file", args=args)).status_code == 404
    assert client.post(reverse("desk:picture", args=args), {"revision": 2}).status_code == 404
    assert client.get(reverse("desk:pictures", args=args[:1])).status_code == 404


def test_a_picture_of_another_piece_is_not_reached_through_ones_own(rui, cast, publication, photo):
    own = write(rui, publication)
    for pk in (photo.pk, 10**30):
        answer = rui.client.get(reverse("desk:picture_file", args=[own.number, pk]))
        assert answer.status_code == 404


def test_what_is_no_picture_is_refused_with_a_sentence(rui, piece):
    bad = SimpleUploadedFile("photo.jpg", b"<svg onload=alert(1)>", content_type="image/jpeg")
    answer = upload(rui, piece, file=bad)
    assert not Photo.objects.exists()
    assert "errorlist" in answer.content.decode()
    assert "工人抢修水管。" in answer.content.decode()


def test_a_picture_that_is_too_large_is_refused(rui, piece, settings):
    settings.MAX_PICTURE_BYTES = 100
    upload(rui, piece)
    assert not Photo.objects.exists()


def test_the_words_are_changed(rui, photo, piece):
    words = {"caption": "夜间抢修。", "photographers": "王芳", "alt": "三名工人"}
    post(rui, photo, revision=piece.revision, **words)
    photo.refresh_from_db()
    assert (photo.caption, photo.alt) == ("夜间抢修。", "三名工人")
    assert photo.credits.get().reporter.name == "王芳"


def test_words_sent_from_an_old_page_are_kept_but_not_saved(rui, photo, piece):
    save(rui, piece, body="正文改了。")
    answer = post(rui, photo, revision=piece.revision, caption="旧页面上写的。")
    photo.refresh_from_db()
    assert (answer.status_code, photo.caption) == (409, "工人抢修水管。")
    assert "旧页面上写的。" in answer.content.decode()


def test_a_picture_is_taken_out_and_the_version_keeps_it(rui, photo, piece):
    post(rui, photo, revision=piece.revision, remove="yes")
    assert not Photo.objects.exists()
    assert [version.photos.count() for version in piece.versions.all()] == [0, 1, 0]


def test_pictures_cannot_be_changed_under_review(rui, photo, piece):
    press(rui, piece, "submit")
    piece.refresh_from_db()
    upload(rui, piece)
    post(rui, photo, revision=piece.revision, remove="yes")
    post(rui, photo, revision=piece.revision, caption="偷改")
    assert Photo.objects.get().caption == "工人抢修水管。"


def test_the_writer_sees_pictures_in_review_too(rui, photo, piece, cast):
    go(piece, "submit", rui.user)
    page = rui.client.get(reverse("desk:piece", args=[piece.number])).content.decode()
    assert reverse("desk:picture_file", args=[piece.number, photo.pk]) in page


def test_a_lost_file_is_no_error(rui, photo, piece):
    photo.image.storage.delete(photo.image.name)
    address = reverse("desk:picture_file", args=[piece.number, photo.pk])
    assert rui.client.get(address).status_code == 404
    assert rui.client.get(reverse("desk:piece", args=[piece.number])).status_code == 200

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


def upload(writer, article, *files, **changes):
    data = {"files": files or [image_file()], "photographers": "芮文", "add": "yes"}
    address = reverse("desk:pictures", args=[article.number])
    return writer.client.post(address, data | changes)


def words(photo, **changes):
    """What the form of one picture sends."""
    said = {"caption": photo.caption, "photographers": "芮文", "alt": ""} | changes
    return {f"photo-{photo.pk}-{name}": text for name, text in said.items()}


def post(writer, article, **data):
    return writer.client.post(reverse("desk:pictures", args=[article.number]), data)


@pytest.fixture
def piece(rui, publication):
    return write(rui, publication)


@pytest.fixture
def photo(rui, piece):
    upload(rui, piece)
    photo = Photo.objects.get()
    piece.refresh_from_db()
    post(rui, piece, revision=piece.revision, **words(photo, caption="工人抢修水管。"))
    piece.refresh_from_db()
    photo.refresh_from_db()
    return photo


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
    assert client.post(reverse("desk:pictures", args=args[:1]), {"revision": 2}).status_code == 404
    assert client.get(reverse("desk:pictures", args=args[:1])).status_code == 404


def test_a_picture_of_another_piece_is_not_reached_through_ones_own(rui, cast, publication, photo):
    own = write(rui, publication)
    for pk in (photo.pk, 10**30):
        answer = rui.client.get(reverse("desk:picture_file", args=[own.number, pk]))
        assert answer.status_code == 404


def test_several_pictures_are_added_at_once_in_their_order(rui, piece):
    count = piece.versions.count()
    upload(rui, piece, *(image_file(size=(40, high)) for high in (30, 20, 10)), rights="own")
    photos = Photo.objects.order_by("position")
    assert [(photo.image_height, photo.rights) for photo in photos] == [
        (30, "own"),
        (20, "own"),
        (10, "own"),
    ]
    assert {photo.credits.get().reporter.name for photo in photos} == {"芮文"}
    assert piece.versions.count() == count + 1


def test_what_is_no_picture_is_refused_by_its_name_and_the_others_are_kept(rui, piece):
    bad = SimpleUploadedFile("矢量.jpg", b"<svg onload=alert(1)>", content_type="image/jpeg")
    empty = SimpleUploadedFile("空的.jpg", b"", content_type="image/jpeg")
    answer = upload(rui, piece, image_file(), bad, empty, image_file(size=(20, 20)))
    assert Photo.objects.count() == 2
    page = rui.client.get(answer.url).content.decode()
    for said in ("“矢量.jpg”：", "“空的.jpg”：", "已添加2张图片"):
        assert said in page


def test_a_picture_that_is_too_large_is_refused(rui, piece, settings):
    settings.MAX_PICTURE_BYTES = 100
    upload(rui, piece)
    assert not Photo.objects.exists()


def test_of_too_many_pictures_the_first_are_added(rui, piece, monkeypatch):
    monkeypatch.setattr("articles.desk.picture_forms.MOST_AT_ONCE", 2)
    answer = upload(rui, piece, *(image_file(f"{number}.jpg") for number in (1, 2, 3)))
    assert Photo.objects.count() == 2
    assert "从“3.jpg”起的请另选一次" in rui.client.get(answer.url).content.decode()


def test_whoever_chose_no_picture_is_told_so(rui, piece):
    answer = rui.client.post(
        reverse("desk:pictures", args=[piece.number]), {"add": "yes"}, follow=True
    )
    assert "没有选择图片" in answer.content.decode()


def test_the_words_are_changed(rui, photo, piece):
    said = {"caption": "夜间抢修。", "photographers": "王芳", "alt": "三名工人"}
    post(rui, piece, revision=piece.revision, **words(photo, **said))
    photo.refresh_from_db()
    assert (photo.caption, photo.alt) == ("夜间抢修。", "三名工人")
    assert photo.credits.get().reporter.name == "王芳"


def test_the_words_of_several_pictures_are_saved_together_with_what_is_added(rui, photo, piece):
    upload(rui, piece)
    second = Photo.objects.latest("pk")
    piece.refresh_from_db()
    said = words(photo, caption="第一张。") | words(second, caption="第二张。")
    upload(rui, piece, revision=piece.revision, **said)
    photos = Photo.objects.order_by("position")
    assert [one.caption for one in photos] == ["第一张。", "第二张。", ""]


def test_a_caption_can_wait(rui, photo, piece):
    answer = post(rui, piece, revision=piece.revision, **words(photo, caption=""))
    photo.refresh_from_db()
    assert (answer.status_code, photo.caption) == (302, "")


def test_one_caption_too_long_keeps_all_that_was_typed(rui, photo, piece):
    said = words(photo, caption="长" * 1001)
    page = upload(rui, piece, revision=piece.revision, **said).content.decode()
    photo.refresh_from_db()
    assert (photo.caption, Photo.objects.count()) == ("工人抢修水管。", 2)
    assert "长" * 1001 in page
    assert "errorlist" in page


def test_words_sent_from_an_old_page_are_kept_but_not_saved(rui, photo, piece):
    save(rui, piece, body="正文改了。")
    said = words(photo, caption="旧页面上写的。")
    answer = post(rui, piece, revision=piece.revision, **said)
    photo.refresh_from_db()
    assert (answer.status_code, photo.caption) == (409, "工人抢修水管。")
    assert "旧页面上写的。" in answer.content.decode()


def test_a_picture_is_taken_out_and_the_version_keeps_it(rui, photo, piece):
    post(rui, piece, revision=piece.revision, remove=photo.pk, **words(photo))
    assert not Photo.objects.exists()
    assert [version.photos.count() for version in piece.versions.all()] == [0, 1, 1, 0]


def test_taking_one_picture_out_saves_what_was_typed_about_another(rui, photo, piece):
    upload(rui, piece)
    second = Photo.objects.latest("pk")
    piece.refresh_from_db()
    said = words(photo, caption="长" * 1001) | words(second, caption="留下的。")
    post(rui, piece, revision=piece.revision, remove=photo.pk, **said)
    assert Photo.objects.get().caption == "留下的。"


def test_pictures_cannot_be_changed_under_review(rui, photo, piece):
    press(rui, piece, "submit")
    piece.refresh_from_db()
    upload(rui, piece)
    post(rui, piece, revision=piece.revision, remove=photo.pk)
    post(rui, piece, revision=piece.revision, **words(photo, caption="偷改"))
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

"""Photos: given to an article under its lock, locked with it, their files seen by staff only."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.admin.manuscripts.photos import mark_of
from articles.models import Photo
from tests.builders import bring, page_of, print_article


@pytest.fixture
def article(cast, issue):
    return print_article(cast, page_of(issue))


@pytest.fixture
def photo(article):
    return Photo.objects.create(page=article.page, caption="桥头剪彩。")


def picture(name="a.jpg", size=(60, 40), form="JPEG"):
    out = BytesIO()
    Image.new("RGB", size, "navy").save(out, form)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def address(photo):
    return f"/admin/articles/photo/{photo.pk}/change/"


def form_of(photo, **changed):
    return {
        "article": photo.article_id or "",
        "page": photo.page_id or "",
        "caption": photo.caption,
        "alt": "",
        "position": 0,
        "seen": mark_of(photo),
        "credits-TOTAL_FORMS": 0,
        "credits-INITIAL_FORMS": 0,
    } | changed


def test_giving_a_photo_to_an_article_makes_a_version_of_the_article(enter, article, photo):
    enter("de").post(address(photo), form_of(photo, article=article.pk))

    assert article.versions.latest("number").photos.get().caption == "桥头剪彩。"


def test_a_photo_of_a_locked_article_cannot_be_changed(enter, cast, article, photo):
    Photo.objects.update(article=article)
    bring(article, "final_review", cast)

    response = enter("de").post(address(photo), form_of(photo, caption="改"))

    assert response.status_code == 403
    assert Photo.objects.get().caption == "桥头剪彩。"


def test_no_photo_is_slipped_into_a_locked_article(enter, cast, article, photo):
    bring(article, "approved", cast)

    response = enter("de").post(address(photo), form_of(photo, article=article.pk))

    assert response.context["errors"]
    assert Photo.objects.get().article is None


def test_an_uploaded_picture_is_encoded_anew_and_seen_by_staff_only(enter, client, photo):
    browser = enter("de")
    browser.post(address(photo), form_of(photo, image=picture("<img onerror=x>.png", form="PNG")))
    photo.refresh_from_db()
    file = f"/admin/articles/photo/{photo.pk}/picture/"

    assert photo.image.name.endswith(f"{photo.image_sha256}.jpg")
    assert b"".join(browser.get(file))[:3] == b"\xff\xd8\xff"
    assert client.get(file).status_code == 302


@pytest.mark.parametrize("data", [b"<svg xmlns='x'/>", b"\xff\xd8\xff broken", b"text"])
def test_what_is_no_picture_is_refused_with_a_sentence(enter, photo, data):
    upload = SimpleUploadedFile("a.jpg", data, "image/jpeg")

    response = enter("de").post(address(photo), form_of(photo, image=upload))

    assert "image" in response.context["adminform"].form.errors
    assert not Photo.objects.get().image


def test_too_many_pixels_are_refused(enter, photo, settings):
    settings.MAX_PICTURE_PIXELS = 100

    response = enter("de").post(address(photo), form_of(photo, image=picture()))

    assert "image" in response.context["adminform"].form.errors


def test_two_editors_of_one_photo_do_not_undo_each_other(enter, photo):
    opened = form_of(photo, caption="甲写的说明。")
    enter("dan").post(address(photo), form_of(photo, caption="乙写的说明。"))
    late = enter("de").post(address(photo), opened)
    assert Photo.objects.get().caption == "乙写的说明。"
    assert "甲写的说明。" in late.content.decode()
    again = opened | {"seen": late.context["adminform"].form.data["seen"]}
    enter("de").post(address(photo), again)
    assert Photo.objects.get().caption == "甲写的说明。"

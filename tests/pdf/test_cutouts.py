"""Photos cut out of a page's PDF, each for the caption that stands with it."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from articles.images import cutouts, pictures
from articles.intake import importing
from articles.models import Photo
from articles.refusals import Refused
from articles.sandbox import pdf_child
from tests.builders import page_of
from tests.pdf.made import Placed, Printed, jpeg, pdf_of
from tests.pdf.pages import CAPTION, PHOTO, TWO_STORIES, receive


def cut(*placed, number=0):
    data = pdf_child.cut_picture(BytesIO(pdf_of([*placed])), 0, number)
    return data and Image.open(BytesIO(data))


def at(data, **fields):
    return Placed(data, **({"left": 50, "top": 50, "width": 120, "height": 80} | fields))


def test_a_jpeg_comes_out_as_it_was_placed():
    data = pdf_child.cut_picture(BytesIO(pdf_of([at(PHOTO)])), 0, 0)
    assert data == PHOTO


def test_the_four_inks_of_print_come_out_as_screens_show_them():
    image = cut(at(jpeg((60, 40), "red", mode="CMYK")))
    assert image.mode == "RGB"
    red, green, blue = image.getpixel((30, 20))
    assert red > 180
    assert max(green, blue) < 100


def test_a_grey_photo_comes_out_grey():
    assert cut(at(jpeg(mode="L"))).mode == "L"


def test_what_is_no_picture_is_nothing():
    assert cut(Printed("字", 10, 10), number=0) is None
    assert cut(at(PHOTO), number=7) is None


def test_the_photo_of_a_page_gets_its_picture(imported_page):
    assert cutouts.cut_photos(imported_page) == 1
    photo = imported_page.photos.get()
    assert photo.caption.startswith(CAPTION[:5])
    assert (photo.image_width, photo.image_height) == (600, 400)
    assert photo.cut_by is None
    with default_storage.open(photo.image.name) as file, Image.open(file) as image:
        assert not image.getexif()


def test_cutting_twice_is_cutting_once(imported_page, monkeypatch):
    cutouts.cut_photos(imported_page)
    monkeypatch.setattr(cutouts, "cut_out", None)
    assert cutouts.cut_photos(imported_page) == 0


def test_a_cut_picture_does_not_keep_the_photo_from_following_its_labels(imported_page, cast):
    cutouts.cut_photos(imported_page)
    assert importing.plan_import(imported_page).photos_to(importing.Change.SAME)


def test_a_photo_that_an_editor_gave_a_picture_is_left_alone(imported_page):
    photo = imported_page.photos.get()
    pictures.attach(photo, pictures.read_picture(jpeg((90, 70), "navy")))
    photo.save()
    assert cutouts.cut_photos(imported_page) == 0
    assert Photo.objects.get().image_width == 90


def test_a_picture_that_cannot_be_read_leaves_the_photo_without(imported_page, monkeypatch):
    monkeypatch.setattr(pdf_child, "cut_picture", lambda *_place: b"no picture")
    assert cutouts.cut_photos(imported_page) == 0
    assert not Photo.objects.get().image


def test_who_chooses_a_picture_that_is_none_is_told(page):
    with pytest.raises(Refused) as refused:
        cutouts.chosen(page, 99)
    assert refused.value.refusal.rule == "cut_out"


@pytest.fixture
def two_photos(issue, cast):
    """A page with two pictures and one caption, imported, the caption's picture cut out."""
    other = Placed(jpeg((320, 200), "indigo"), 320, 300, 160, 100)
    page = receive(issue, cast.de, pdf_of([*TWO_STORIES, other]))
    importing.apply_import(importing.plan_import(page), by=cast.de)
    page.refresh_from_db()
    cutouts.cut_photos(page)
    return page.photos.get()


def save(client, photo, **values):
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    form = client.get(address).context["adminform"].form
    names = {"page": photo.page_id, "caption": photo.caption, "position": photo.position}
    names["seen"] = form.initial["seen"]
    rows = {"credits-TOTAL_FORMS": 0, "credits-INITIAL_FORMS": 0}
    answer = client.post(address, names | rows | values)
    photo.refresh_from_db()
    return form, answer


def test_an_editor_chooses_another_picture_of_the_page(two_photos, cast, client):
    client.force_login(cast.de)
    other = next(p for p in cutouts.pictures_of(two_photos.page) if p.width_px == 320)
    form, _answer = save(client, two_photos, cut=other.index)
    assert len(form.fields["cut"].choices) == 3
    assert (two_photos.image_width, two_photos.cut_index) == (320, other.index)
    assert two_photos.cut_by == cast.de
    assert not two_photos.is_bare


def test_a_picture_that_is_not_on_the_page_is_refused(two_photos, cast, client):
    client.force_login(cast.de)
    _form, answer = save(client, two_photos, cut=99)
    assert answer.status_code == 200
    assert two_photos.image_width == 600


def test_a_photo_of_a_page_of_text_has_no_such_choice(issue, cast, client):
    client.force_login(cast.de)
    photo = Photo.objects.create(page=page_of(issue), caption="图")
    form, _answer = save(client, photo)
    assert "cut" not in form.fields

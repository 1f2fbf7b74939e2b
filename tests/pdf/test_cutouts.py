"""Photos cut out of a page's PDF, each for the caption that stands with it."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from articles import cutouts, importing, pdf_child, pictures
from articles.models import Photo
from articles.workflow import Refused
from tests.pdf.made import Placed, Printed, jpeg, pdf_of
from tests.pdf.pages import CAPTION, PHOTO


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

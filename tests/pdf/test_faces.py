"""How a page looks in print: drawn in the background, once, with the place of every article."""

from io import BytesIO

import pytest
from django.core.files.storage import storages
from django.core.management import call_command
from PIL import Image

from articles.files import private_files
from articles.images import faces
from articles.intake import importing, page_jobs
from articles.models import Face, Region
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES as TEXT
from tests.pdf.made import Printed, pdf_of
from tests.pdf.pages import TWO_STORIES, receive

pytestmark = pytest.mark.once


def opened(name):
    with private_files.read(name) as file:
        return Image.open(BytesIO(file.read()))


def test_a_face_is_drawn_in_widths_up_to_what_print_holds(page):
    face = faces.draw(page)
    assert face.sizes == [[1600, 2401], [800, 1200]]
    image = opened(face.webp(800))
    assert (image.format, image.size) == ("WEBP", (800, 1200))
    assert opened(face.jpeg).format == "JPEG"


def test_the_picture_shows_what_is_printed(page):
    face = faces.draw(page)
    image = opened(face.webp(800)).convert("RGB")
    red, green, blue = image.getpixel((150, 400))  # in the photo
    assert green > red + 40
    assert green > blue + 20
    assert image.getpixel((790, 1190)) == (255, 255, 255)


def test_a_picture_tells_nothing_but_its_pixels(page):
    face = faces.draw(page)
    for name in (face.jpeg, face.webp(800)):
        assert not opened(name).getexif()


def test_a_large_page_is_drawn_in_three_widths_and_no_more_dots_than_allowed(issue, cast):
    page = receive(issue, cast.de, pdf_of([Printed("大版", 90, 90, 40)], width=4000, height=9000))
    face = faces.draw(page)
    assert face.width * face.height <= 24_000_000
    assert face.widths[0] == 800


def test_drawing_twice_is_drawing_once(page, monkeypatch):
    face = faces.draw(page)
    monkeypatch.setattr(faces.pdf_child, "draw_page", None)
    assert faces.draw(page) == face


def test_a_picture_that_is_missing_or_was_cut_off_is_drawn_anew(page):
    face = faces.draw(page)
    whole = storages["private"].size(face.webp(800))
    storages["private"].delete(face.jpeg)
    with open(storages["private"].path(face.webp(800)), "wb") as half:
        half.write(b"RIFF")
    faces.draw(page)
    assert private_files.is_there(face.jpeg)
    assert storages["private"].size(face.webp(800)) == whole


def test_what_cannot_be_drawn_leaves_the_reason(page, settings):
    storages["private"].delete(page.source_file.path)
    face = faces.draw(page)
    assert face.sizes == []
    assert "01.pdf" in face.problem


def test_the_worker_draws_what_was_taken_in(transactional_db, issue, cast, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    receive(issue, cast.de)
    call_command("work", once=True)
    assert Face.objects.get().sizes


@pytest.mark.django_db
def test_a_page_that_is_gone_needs_no_face():
    page_jobs.draw_face.call(0)
    page_jobs.cut_photos.call(0)
    assert not Face.objects.exists()


def test_every_article_knows_its_place_on_the_page(imported_page):
    first, second = imported_page.articles.order_by("position")
    [shape] = [*first.region.shapes][:1]
    left, right = min(x for x, _y in shape), max(x for x, _y in shape)
    assert left == pytest.approx(40 / 600, abs=0.01)
    assert right <= 320 / 600
    assert min(x for shape in second.region.shapes for x, _y in shape) >= right


def test_a_page_of_text_has_neither_face_nor_regions(issue, cast):
    page = page_of(issue, source=TEXT)
    importing.apply_import(importing.plan_import(page), by=cast.de)
    page_jobs.draw_face.call(page.pk)
    assert not Face.objects.exists()
    assert not Region.objects.exists()


def test_two_pages_of_one_look_share_the_picture(issue, cast):
    one = faces.draw(receive(issue, cast.de))
    other = faces.draw(receive(issue, cast.de, pdf_of(TWO_STORIES) + b"\n", label="02"))
    assert one.sha256 == other.sha256
    assert one.pk != other.pk

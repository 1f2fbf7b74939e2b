"""PDFs that ask for too much, and work that is cut off: a sentence, and nothing half done."""

import json
import time
import zlib
from io import BytesIO

import pytest

from articles.files import private_files
from articles.images import cutouts, faces
from articles.models import Face
from articles.refusals import Refused
from articles.sandbox import pdf_child
from tests.pdf.made import Printed, pdf_of

pytestmark = pytest.mark.once


def refused(work, *arguments, **words):
    with pytest.raises(Refused) as caught:
        work(*arguments, **words)
    return caught.value.refusal.rule


def claiming(width, height):
    """A page with a picture that says it is so large, in a few bytes."""
    data = pdf_of([Printed("字", 20, 20), Printed("图", 20, 60)])
    packed = zlib.compress(bytes(1_000_000), 9)
    head = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB"
    head += b" /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>"
    picture = head % (width, height, len(packed)) + b"\nstream\n" + packed + b"\nendstream"
    # In place of the font's name: a picture as object 9, drawn over the page.
    data = data.replace(b"/XObject <<  >>", b"/XObject << /P 9 0 R >>")
    data = data.replace(b"\nendstream", b"\nq 500 0 0 500 50 50 cm /P Do Q\nendstream", 1)
    return data.replace(b"xref\n", b"9 0 obj\n" + picture + b"\nendobj\nxref\n", 1)


def test_a_page_as_large_as_a_house_is_refused():
    data = pdf_of([Printed("字", 20, 20)], width=200_000, height=200_000)
    assert refused(pdf_child.read_page, BytesIO(data)) == "pdf_page_too_large"
    assert refused(pdf_child.draw_page, BytesIO(data), 0, widths=[800]) == "pdf_page_too_large"


def test_the_largest_page_is_drawn_within_the_limits():
    data = pdf_of([Printed("字", 20, 20, 400)], width=14_000, height=14_000)
    drawn = pdf_child.draw_page(BytesIO(data), 0, widths=faces.WIDTHS)
    assert drawn.sizes[0][:2] == (3200, 3200)


@pytest.mark.parametrize("side", [50_000, 2_000_000_000])
def test_a_picture_of_absurd_size_costs_no_more_than_a_refusal(side):
    begun = time.monotonic()
    for number in range(3):
        try:
            pdf_child.cut_picture(BytesIO(claiming(side, side)), 0, number)
        except Refused:
            continue
    assert time.monotonic() - begun < 60


def test_a_pdf_that_never_ends_is_stopped(settings):
    settings.PDF_SECONDS = 2
    endless = [Printed("字" * 2000, n % 600, n % 900, 3) for n in range(4000)]
    begun = time.monotonic()
    assert refused(pdf_child.draw_page, BytesIO(pdf_of(endless)), 0, widths=[800, 3200])
    assert time.monotonic() - begun < 20


def test_scripts_and_attachments_of_a_pdf_are_not_looked_at():
    data = pdf_of([Printed("县图书馆晚间延时开放", 20, 20)])
    script = b"/Type /Catalog /OpenAction << /S /JavaScript /JS (while(1){}) >>"
    data = data.replace(b"/Type /Catalog", script)
    assert "县图书馆" in pdf_child.read_page(BytesIO(data)).text


@pytest.mark.parametrize("fatal", [1, 2, 3])
def test_drawing_that_is_cut_off_is_done_again_as_if_nothing_had_been(page, monkeypatch, fatal):
    put, left = private_files.put, [fatal]

    def die(name, content):
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt
        put(name, content)

    monkeypatch.setattr(private_files, "put", die)
    with pytest.raises(KeyboardInterrupt):
        faces.draw(page)
    assert not Face.objects.exists()
    monkeypatch.setattr(private_files, "put", put)
    face = faces.draw(page)
    assert all(private_files.is_there(face.webp(width)) for width in face.widths)


def test_cutting_that_is_cut_off_is_done_again(imported_page, monkeypatch):
    attach = cutouts.pictures.attach

    def die(photo, picture):
        raise KeyboardInterrupt

    monkeypatch.setattr(cutouts.pictures, "attach", die)
    with pytest.raises(KeyboardInterrupt):
        cutouts.cut_photos(imported_page)
    monkeypatch.setattr(cutouts.pictures, "attach", attach)
    assert cutouts.cut_photos(imported_page) == 1
    assert imported_page.photos.get().image


def test_a_child_says_nothing_that_is_not_plain(page):
    with private_files.read(page.source_file.path) as file:
        value = pdf_child.ask("read", file, index=0).value
    assert json.loads(json.dumps(value)) == value

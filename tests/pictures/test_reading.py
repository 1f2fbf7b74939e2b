"""Uploaded pictures: what is kept, what is thrown away, what is refused with a sentence."""

import contextlib
import struct
import warnings
import zlib
from io import BytesIO

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from PIL import Image

from articles.images import pictures, renditions
from articles.models import Photo
from articles.refusals import Refused
from tests.timing import least


def opened(picture):
    return Image.open(BytesIO(picture.data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_usual_kinds_become_jpeg(drawn, kind):
    picture = pictures.read_picture(drawn(kind))
    assert opened(picture).format == "JPEG"
    assert (picture.width, picture.height) == (60, 40)


def test_a_picture_is_turned_upright(drawn):
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    picture = pictures.read_picture(drawn(exif=exif))
    assert (picture.width, picture.height) == (40, 60)


def test_what_the_camera_wrote_is_gone(drawn):
    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = "SecretCamera", "2026:11:20 08:00:00"
    data = pictures.read_picture(drawn(exif=exif, comment=b"secret comment")).data
    assert b"SecretCamera" not in data
    assert b"secret comment" not in data
    assert not opened(pictures.read_picture(drawn(exif=exif))).getexif()


def test_print_colours_become_screen_colours(drawn):
    cyan = opened(pictures.read_picture(drawn("TIFF", "CMYK", colour=(255, 0, 0, 0))))
    red, green, blue = cyan.getpixel((5, 5))
    assert cyan.mode == "RGB"
    assert red < 60
    assert min(green, blue) > 120


@pytest.mark.parametrize(("mode", "packed"), [("I;16", "<H"), ("I;16B", ">H"), ("F", "=f")])
def test_the_finer_greys_of_scanners_do_not_become_white(mode, packed):
    row = b"".join(struct.pack(packed, round(65_535 * place / 299)) for place in range(300))
    out = BytesIO()
    Image.frombytes(mode, (300, 10), row * 10).save(out, "TIFF")
    read = opened(pictures.read_picture(out.getvalue()))
    greys = [read.getpixel((place, 5))[0] for place in (0, 150, 299)]
    assert greys == pytest.approx([0, 128, 255], abs=4)


def test_what_is_transparent_becomes_white(drawn):
    picture = pictures.read_picture(drawn("PNG", "RGBA", colour=(0, 0, 0, 0)))
    assert opened(picture).getpixel((5, 5)) == (255, 255, 255)


def bomb(width, height):
    """A PNG that says it is huge and holds next to nothing."""

    def chunk(name, body):
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
BAD = {
    "nothing": b"",
    "text": "这不是图片".encode(),
    "svg": SVG,
    "pdf": b"%PDF-1.7\n",
    "huge": bomb(50_000, 50_000),
    "large": bomb(12_000, 9_000),
    "empty pixels": bomb(100, 100),
    "a thread": bomb(100_000_000, 1),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_bad_files_are_refused_with_what_to_do(data):
    with pytest.raises(Refused) as refused:
        pictures.read_picture(data)
    assert refused.value.refusal.message
    assert refused.value.refusal.next_step


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused(drawn, kind):
    data = drawn(kind, size=(600, 400))
    with pytest.raises(Refused):
        pictures.read_picture(data[: len(data) // 2])


def test_too_many_bytes_are_refused(drawn, settings):
    settings.MAX_PICTURE_BYTES = 100
    with pytest.raises(Refused):
        pictures.read_picture(drawn())


def test_a_picture_is_stored_under_its_hash_and_once(drawn):
    picture = pictures.read_picture(drawn())
    name = pictures.store(picture)
    assert name == renditions.original_path(picture.sha256) == pictures.store(picture)


def test_a_file_cut_off_in_writing_is_written_anew(drawn):
    picture = pictures.read_picture(drawn())
    name = pictures.store(picture)
    with default_storage.open(name, "wb") as file:
        file.write(picture.data[:50])
    assert pictures.store(picture) == name
    assert default_storage.open(name).read() == picture.data


def test_a_picture_that_two_store_at_once_is_kept_once(drawn, monkeypatch):
    picture, look = pictures.read_picture(drawn()), FileSystemStorage.exists

    def _look(store, name):
        found = look(store, name)
        monkeypatch.undo()
        pictures.store(picture)
        return found

    monkeypatch.setattr(FileSystemStorage, "exists", _look)
    name = pictures.store(picture)
    assert name == renditions.original_path(picture.sha256)
    folder, _slash, file = name.rpartition("/")
    assert default_storage.listdir(folder) == ([], [file])


def test_a_photo_knows_its_picture(db, drawn):
    photo, picture = Photo(), pictures.read_picture(drawn())
    pictures.attach(photo, picture)
    assert photo.image_sha256 == picture.sha256
    assert (photo.image_width, photo.image_height) == (60, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_a_head_bent_in_any_place_is_read_or_refused(kind):
    whole = with_camera_data(kind)
    for place in range(min(len(whole), 160)):
        for value in (0, 2, 255):
            bent = bytearray(whole)
            bent[place] = value
            with contextlib.suppress(Refused), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                pictures.read_picture(bytes(bent))


def test_a_picture_drawn_over_and_over_is_refused_before_it_is_drawn():
    data = BytesIO()
    Image.new("L", (4000, 4000), 128).save(data, "JPEG", progressive=True)
    whole = data.getvalue()
    last = whole[whole.rindex(b"\xff\xda") : -2]
    drawn_over = whole[:-2] + last * 20_000 + whole[-2:]

    def is_refused():
        with pytest.raises(Refused) as refused:
            pictures.read_picture(drawn_over)
        assert refused.value.refusal.rule == "picture"

    assert least(is_refused, 5) <= 5
    # Phones hang a film behind the picture, in which anything may stand.
    assert pictures.read_picture(whole + last * 20_000).width == 4000


def with_camera_data(kind):
    data, picture = BytesIO(), Image.new("RGB", (8, 6), "teal")
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x829A] = 6, "桥".encode().decode("latin-1"), 0.5
    picture.save(data, kind, **({"exif": exif} if kind in ("JPEG", "PNG", "WEBP") else {}))
    return data.getvalue()

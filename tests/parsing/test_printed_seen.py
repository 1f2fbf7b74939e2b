"""What nobody can see on a page is not read: hidden layers, white on white, what is covered."""

import pytest

from articles.parsing.pdf import seen
from articles.parsing.pdf.reading import read_pdf
from tests.pdf.hostile import RESOURCES, document, shown, stream
from tests.pdf.made import FONT

ROWS = [f"正文第{number}行要读出来的" for number in "一二三四五六七八"]
BODY = b"".join(shown(row, 50, 800 - 14 * k) for k, row in enumerate(ROWS))
WORDS = "这一行是另外写上去的"
TEXT = shown(WORDS, 300, 600)
GREY = stream(
    bytes([200]) * 3600,
    b"/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8",
)
LAYER = b"<< /Type /OCG /Name (old) >>"
FONTS = b"/Font << /F 3 0 R >>"
WITH_PICTURE = b"/XObject << /X 6 0 R >>"
WITH_LAYER = b"/Properties << /L 7 0 R >>"
PHOTO = b" q 250 0 0 250 280 450 cm /X Do Q "
GRADIENT = (
    b"/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Function"
    b" << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >> >>"
)


def page(content, *more, resources=b"", words=b"", hidden=False):
    """A page; `more` are objects from number 6 on, the second a layer that may be `hidden`."""
    state = b"/OFF" if hidden else b"/ON"
    layers = b"/OCProperties << /OCGs [7 0 R] /D << %s [7 0 R] >> >>" % state
    return document(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % (layers if len(more) > 1 else b""),
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 900] /Contents 5 0 R"
        b" /Resources << %s %s >> %s >>" % (FONTS, resources, words),
        stream(content),
        *more,
    )


def form(content, box=b"[0 0 600 900]", words=b""):
    return stream(
        content, b"/Type /XObject /Subtype /Form /BBox %s %s %s" % (box, words, RESOURCES)
    )


def painted(mode, text=TEXT):
    return text.replace(b"BT", b"BT %d Tr" % mode)


def in_layer(content):
    return b"/OC /L BDC " + content + b" EMC"


UNSEEN = {
    "right of the crop box": page(BODY + shown(WORDS, 500, 600), words=b"/CropBox [0 0 480 900]"),
    "below the crop box": page(BODY + shown(WORDS, 50, 100), words=b"/CropBox [0 300 600 900]"),
    "outside of a turned page's crop box": page(
        BODY + TEXT, words=b"/Rotate 90 /CropBox [0 650 600 900]"
    ),
    "painted by nothing": page(BODY + painted(3)),
    "only clipping": page(BODY + painted(7)),
    "white on white": page(BODY + b"1 g " + TEXT),
    "transparent": page(BODY + b"/G gs " + TEXT, resources=b"/ExtGState << /G << /ca 0 >> >>"),
    "under a photo": page(BODY + TEXT + PHOTO, GREY, resources=WITH_PICTURE),
    "under a white box": page(BODY + TEXT + b"1 g 290 590 200 30 re f"),
    "in a hidden layer": page(
        BODY + in_layer(TEXT), GREY, LAYER, resources=WITH_LAYER, hidden=True
    ),
    "in a form of a hidden layer": page(
        BODY + b"/X Do", form(TEXT, words=b"/OC 7 0 R"), LAYER, resources=WITH_PICTURE, hidden=True
    ),
    "outside of what it is clipped by": page(BODY + b"q 0 700 200 200 re W n " + TEXT + b"Q"),
    "outside of its form's box": page(
        BODY + b"/X Do", form(TEXT, box=b"[0 700 200 900]"), resources=WITH_PICTURE
    ),
    "a note": page(
        BODY,
        words=b"/Annots [ << /Type /Annot /Subtype /FreeText"
        b" /Rect [100 500 300 600] /Contents <FEFF%s> >> ]"
        % WORDS.encode("utf-16-be").hex().encode(),
    ),
}
SEEN = {
    "white on black": page(BODY + b"0 g 290 590 200 30 re f 1 g " + TEXT),
    "white on a photo": page(BODY + PHOTO + b"1 g " + TEXT, GREY, resources=WITH_PICTURE),
    "white on a gradient": page(BODY + b"/S sh 1 g " + TEXT, resources=GRADIENT),
    "on a photo": page(BODY + PHOTO + TEXT, GREY, resources=WITH_PICTURE),
    "beside a photo that its frame cuts off": page(
        BODY + TEXT + b"q 300 200 100 100 re W n 250 0 0 450 280 200 cm /X Do Q",
        GREY,
        resources=WITH_PICTURE,
    ),
    "under the clear part of a cut-out": page(
        BODY + TEXT + PHOTO,
        stream(
            bytes(3600),
            b"/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray"
            b" /BitsPerComponent 8 /SMask 8 0 R",
        ),
        LAYER,
        stream(
            bytes(3600),
            b"/Type /XObject /Subtype /Image /Width 60 /Height 60 /ColorSpace /DeviceGray"
            b" /BitsPerComponent 8",
        ),
        resources=WITH_PICTURE,
    ),
    "under the strips of a scan": page(
        BODY + TEXT + b"".join(b" q 600 0 0 300 0 %d cm /X Do Q " % (300 * k) for k in range(3)),
        GREY,
        resources=WITH_PICTURE,
    ),
    "under a photo of a hidden layer": page(
        BODY + TEXT + in_layer(PHOTO), GREY, LAYER, resources=WITH_PICTURE + WITH_LAYER, hidden=True
    ),
    "in a layer": page(BODY + in_layer(TEXT), GREY, LAYER, resources=WITH_LAYER),
    "inside of what it is clipped by": page(BODY + b"q 250 500 300 200 re W n " + TEXT + b"Q"),
    "in a form": page(BODY + b"/X Do", form(TEXT), resources=WITH_PICTURE),
    "light grey": page(BODY + b".97 g " + TEXT),
    "recognised on a scan": page(
        b" q 600 0 0 900 0 0 cm /X Do Q " + painted(3, BODY + TEXT), GREY, resources=WITH_PICTURE
    ),
    "under the scan it was read from": page(
        BODY + TEXT + b" q 600 0 0 900 0 0 cm /X Do Q ", GREY, resources=WITH_PICTURE
    ),
    "painted by nothing like all else": page(painted(3, BODY + TEXT)),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_is_not_read(name):
    assert read_pdf(UNSEEN[name]).text.split() == ROWS


@pytest.mark.parametrize("name", SEEN)
def test_what_can_be_seen_is_read(name):
    assert sorted(read_pdf(SEEN[name]).text.split()) == sorted([*ROWS, WORDS])


def test_a_text_in_a_face_that_is_not_at_hand_is_kept(monkeypatch):
    """In a form, where it might be unseen; here nothing that is set in this face leaves ink."""
    monkeypatch.setattr(seen._Look, "_leaves_ink", lambda *_: False)
    monkeypatch.setattr(seen._Look, "_differs", lambda *_: False)
    assert WORDS in read_pdf(SEEN["in a form"]).text


def test_signs_and_spaces_go_with_the_characters_before_them():
    commands = BODY + b"1 g " + shown("看不见，的 字。", 300, 600)
    assert read_pdf(page(commands)).text.split() == ROWS

"""The smallest PDFs that a page can come as, written by hand: lines of Chinese, and photos."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

WIDTH, HEIGHT = 600, 900  # points
# pdfium knows this font by its name; it need not be in the file for the text to be read.
FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    b" /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4"
    b" /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880"
    b" /StemV 80 >> /DW 1000 >> ] >>"
)


@dataclass(frozen=True)
class Printed:
    """A line of text at a place: points from the left and from the top, type size in points."""

    text: str
    left: float
    top: float
    size: float = 10


@dataclass(frozen=True)
class Placed:
    """A JPEG at a place, in points from the left and from the top."""

    jpeg: bytes
    left: float
    top: float
    width: float
    height: float


def pdf_of(*pages, width=WIDTH, height=HEIGHT) -> bytes:
    """A PDF of pages that are lists of Printed and Placed."""
    objects = [b"", b"", FONT]
    kids = []
    for page in pages:
        first = len(objects) + 1
        objects += [_image(item.jpeg) for item in page if isinstance(item, Placed)]
        photos = [b"/P%d %d 0 R" % (n, n) for n in range(first, len(objects) + 1)]
        resources = b"/Font << /F 3 0 R >> /XObject << %s >>" % b" ".join(photos)
        objects.append(_stream(_drawn(page, first, height)))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << %s >> >>" % (width, height, len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def jpeg(size=(60, 40), color="seagreen", mode="RGB", **extra) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, color).convert(mode).save(out, "JPEG", **extra)
    return out.getvalue()


def _drawn(page, number, height):
    parts = []
    for item in page:
        if isinstance(item, Printed):
            text = item.text.encode("utf-16-be").hex().encode()
            place = (item.size, item.left, height - item.top - item.size)
            parts.append(b"BT /F %f Tf %f %f Td <%s> Tj ET" % (*place, text))
        else:
            bottom = height - item.top - item.height
            box = (item.width, item.height, item.left, bottom)
            parts.append(b"q %f 0 0 %f %f %f cm /P%d Do Q" % (*box, number))
            number += 1
    return b"\n".join(parts)


def _image(data):
    with Image.open(BytesIO(data)) as image:
        space = {"RGB": b"DeviceRGB", "L": b"DeviceGray", "CMYK": b"DeviceCMYK"}[image.mode]
        # Photoshop writes CMYK upside down, and Pillow as Photoshop does.
        turned = b" /Decode [1 0 1 0 1 0 1 0]" if image.mode == "CMYK" else b""
        words = b"/Type /XObject /Subtype /Image /Width %d /Height %d" % image.size
    words += b" /ColorSpace /%s /BitsPerComponent 8 /Filter /DCTDecode%s" % (space, turned)
    return _stream(data, words)


def _stream(data, words=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), words, data)


def _file(objects):
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return out + b"startxref\n%d\n%%%%EOF\n" % start

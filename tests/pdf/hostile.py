"""PDFs that want to hurt, each made in memory from a few lines: {what it does: bytes}."""

import hashlib
import zlib
from collections.abc import Callable
from struct import pack

from tests.pdf.made import FONT, Printed, pdf_of

TEXT = "本报讯昨日县里召开会议研究部署当前工作"
SOUND = pdf_of([Printed(TEXT, 50, 50 + 20 * row) for row in range(20)])
RESOURCES = b"/Resources << /Font << /F 3 0 R >> >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 900] /Contents 5 0 R %s %%s >>" % RESOURCES
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def document(*objects: bytes, trailer: bytes = b"", root: bytes = b"1 0 R") -> bytes:
    """A file of these objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %s %s >>\n" % (len(objects) + 1, root, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, words: bytes = b"", *, length: int | None = None) -> bytes:
    said = len(data) if length is None else length
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (said, words, data)


def one_page(content: bytes, *more: bytes, page: bytes = b"", words: bytes = b"") -> bytes:
    """A page with this content; `more` are objects from number 6 on."""
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        page or PAGE % b"",
        stream(content, words),
        *more,
    )


def shown(text: str = TEXT, x: float = 50, y: float = 800, size: float = 10) -> bytes:
    return b"BT /F %f Tf 1 0 0 1 %f %f Tm <%s> Tj ET\n" % (
        size, x, y, text.encode("utf-16-be").hex().encode(),
    )  # fmt: skip


def zeros(size: int) -> bytes:
    """Deflated zeros by the gigabyte, in no time: one megabyte's block again and again."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * (size // 1_000_000) + b"\x03\x00"


def broken_xref() -> bytes:
    start = SOUND.index(b"xref")
    return SOUND[: start + 30] + bytes(range(256)) + SOUND[start + 60 :]


def wrong_start() -> bytes:
    return SOUND[: SOUND.index(b"startxref")] + b"startxref\n99999999999\n%%EOF"


def no_trailer() -> bytes:
    return SOUND[: SOUND.index(b"trailer")]


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def encrypted(password: bytes) -> bytes:
    """Encrypted by the oldest method; an empty password locks only printing and copying."""
    user = (password + PADDING)[:32]
    owner = _rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], user)
    key = hashlib.md5(user + owner + pack("<i", -64) + b"0123456789abcdef").digest()[:5]
    own = hashlib.md5(key + pack("<I", 5)[:3] + b"\0\0").digest()[:10]
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O <%s> /U <%s> >>" % (
        owner.hex().encode(),
        _rc4(key, PADDING).hex().encode(),
    )
    said = entry + b" /ID [<30313233343536373839616263646566> <30>]"
    plain = one_page(_rc4(own, shown()))
    return plain.replace(b"trailer\n<<", b"trailer\n<< " + said)


def many_pages(count: int = 10_000) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(5, count + 5))
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        FONT,
        stream(shown()),
        *[PAGE.replace(b"5 0 R", b"4 0 R") % b""] * count,
    )


def looping_tree() -> bytes:
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 /Parent 3 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 2 0 R >>",
    )


def looping_references() -> bytes:
    """Numbers, boxes and contents that are references to themselves."""
    return document(
        b"<< /Type /Catalog /Pages 2 0 R /Names 6 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 7 0 R /MediaBox 8 0 R >>",
        FONT,
        b"<< /Type /Page /Parent 4 0 R /MediaBox 8 0 R /Contents 5 0 R /Rotate 7 0 R >>",
        b"<< /Length 5 0 R >>\nstream\nBT ET\nendstream",
        b"6 0 R",
        b"7 0 R",
        b"[8 0 R 8 0 R 8 0 R 8 0 R]",
    )


def forms(depth: int, times: int) -> bytes:
    """Forms within forms; drawn twice each, they double with every step."""
    names = b" ".join([b"/X Do"] * times)
    page = (PAGE % b"").replace(
        RESOURCES, b"/Resources << /XObject << /X 6 0 R >> /Font << /F 3 0 R >> >>"
    )
    inner = [
        stream(
            names if number < depth - 1 else shown(),
            b"/Type /XObject /Subtype /Form /BBox [0 0 600 900]"
            b" /Resources << /XObject << /X %d 0 R >> /Font << /F 3 0 R >> >>" % (7 + number),
        )
        for number in range(depth)
    ]
    return one_page(shown(y=700) + names, *inner, page=page)


def form_in_itself() -> bytes:
    return forms(1, 1).replace(b"/X 7 0 R", b"/X 6 0 R")


def nested(opening: bytes, closing: bytes, depth: int = 100_000) -> bytes:
    return one_page(shown(), opening * depth + b" 0 " + closing * depth, page=PAGE % b"/Deep 6 0 R")


def with_actions() -> bytes:
    page = PAGE % b"/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>"
    return one_page(shown(), page=page).replace(
        b"/Type /Catalog",
        b"/Type /Catalog /OpenAction << /S /Launch /F (/bin/sh) /Next << /S /URI"
        b" /URI (http://127.0.0.1:9/) >> >>",
    )  # fmt: skip


def boxed(box: bytes) -> bytes:
    return one_page(shown()).replace(b"[0 0 600 900]", box)


def bomb(size: int = 10_000_000_000, *, twice: bool = False) -> bytes:
    data, filters = zeros(size), b"/Filter /FlateDecode"
    if twice:
        data, filters = zlib.compress(data), b"/Filter [/FlateDecode /FlateDecode]"
    return one_page(data, words=filters)


def image(width: int, height: int, data: bytes, words: bytes) -> bytes:
    """A page with text and a picture that says it has this many pixels."""
    page = (PAGE % b"").replace(b"/Font", b"/XObject << /I 6 0 R >> /Font")
    body = stream(
        data,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB"
        b" /BitsPerComponent 8 %s" % (width, height, words),
    )
    return one_page(shown() + b"q 500 0 0 500 50 100 cm /I Do Q", body, page=page)


def scan() -> bytes:
    whole = image(20, 20, bytes(1200), b"")
    return whole.replace(shown(), b" " * len(shown()))


def characters(count: int, *, across: float = 7, down: float = 0.0) -> bytes:
    """One run after the other, each a step from the one before."""
    runs = (shown("县", 10 + n * across % 580, 10 + n * down % 880, 6) for n in range(count))
    return one_page(b"".join(runs))


def long_meaning() -> bytes:
    """A font that says one character stands for sixty thousand."""
    codes = (
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <53bf> <%s> endbfchar"
    )
    font = FONT[:-3] + b" /ToUnicode 6 0 R >>"
    meaning = stream(codes % ("长" * 60_000).encode("utf-16-be").hex().encode())
    return one_page(shown("县" * 2000), meaning).replace(FONT, font)


def signs_without_meaning() -> bytes:
    """A font of drawings that does not say which characters they are."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0]"
        b" /CharProcs << /g7 6 0 R >> /Encoding << /Differences [65 /g7] >>"
        b" /FirstChar 65 /LastChar 65 /Widths [1000] >>"
    )
    content = b"BT /F 10 Tf 1 0 0 1 50 800 Tm (AAAAAAAAAA) Tj ET"
    return one_page(content, stream(b"1000 0 d0 0 0 900 900 re f")).replace(FONT, font)


def rules(count: int) -> bytes:
    lines = (b"%d %d 1 300 re f\n" % (n % 600, n * 7 % 600) for n in range(count))
    return one_page(shown() + b"".join(lines))


def objects_in_a_bomb() -> bytes:
    """An object stream that unpacks to gigabytes."""
    held = zlib.compress(zeros(3_000_000_000))
    packed = b"/Type /ObjStm /N 100000 /First 1000000 /Filter [/FlateDecode /FlateDecode]"
    return one_page(shown(), stream(held, packed), page=PAGE % b"/Metadata 6 0 R")


def hidden(times: int, *more: bytes) -> bytes:
    """Text that may be unseen, so that its page is drawn: in a form that is drawn many times."""
    page = (PAGE % b"").replace(b"/Font", b"/XObject << /X 6 0 R /I 7 0 R >> /Font")
    inner = stream(shown(y=700), b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] " + RESOURCES)
    picture = b"q 500 0 0 90 50 100 cm /I Do Q"
    content = shown() + b"1 g " + shown(y=600) + picture + b" /X Do" * times
    return one_page(content, inner, *more, page=page)


def coded(words: bytes, data: bytes = bytes(100), side: int = 60_000) -> bytes:
    """A picture of absurd size in a code of its own, on a page that is drawn for its text."""
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray %s"
    return hidden(1, stream(data, image % (side, side, words)))


def no_numbers() -> bytes:
    """Places and sizes that are no numbers, or have no end."""
    odd = (b"NaN", b"-NaN", b"Infinity", b"1e999", b"--5", b"5-5", b".", b"+-1", HUGE, b"-" + HUGE)
    text = b"BT /F %s Tf 1 0 0 1 %s %s Tm <53bf> Tj ET %s %s %s %s re f\n"
    return one_page(shown() + b"".join(text % ((n,) * 7) for n in odd))


def one_path(segments: int) -> bytes:
    lines = (b"%d %d l\n" % (n * 13 % 600, n * 7 % 900) for n in range(segments))
    return one_page(shown() + b"1 g " + shown(y=500) + b"0 g 0 0 m " + b"".join(lines) + b"f")


def pages_that_hold_each_other() -> bytes:
    """A page that has kids, its own parent and itself among them."""
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R 2 0 R 4 0 R] /Count 3 /Parent 4 0 R >>",
        FONT,
        PAGE.replace(b"/Type /Page", b"/Type /Page /Kids [2 0 R 4 0 R]") % b"/Count 9",
        stream(shown()),
    )


HUGE = b"1" + b"0" * 300
CASES: dict[str, Callable[[], bytes]] = {
    "broken xref": broken_xref,
    "wrong start": wrong_start,
    "no trailer": no_trailer,
    "user password": lambda: encrypted(b"secret"),
    "owner password": lambda: encrypted(b""),
    "10,000 pages": many_pages,
    "looping tree": looping_tree,
    "looping references": looping_references,
    "forms 200 deep": lambda: forms(200, 1),
    "forms that double": lambda: forms(40, 2),
    "form in itself": form_in_itself,
    "nested dictionaries": lambda: nested(b"<< /A ", b">>"),
    "nested arrays": lambda: nested(b"[", b"]"),
    "nested states": lambda: one_page(b"q " * 1_000_000 + shown()),
    "actions": with_actions,
    "huge box": lambda: boxed(b"[0 0 1000000 1000000]"),
    "endless box": lambda: boxed(b"[0 0 " + HUGE + b" " + HUGE + b"]"),
    "empty box": lambda: boxed(b"[0 0 0 0]"),
    "negative box": lambda: boxed(b"[600 900 0 0]"),
    "flat box": lambda: boxed(b"[0 0 600 0.0001]"),
    "box of words": lambda: boxed(b"[(a) /b null true]"),
    "crop elsewhere": lambda: boxed(b"[0 0 600 900] /CropBox [5000 5000 5600 5900]"),
    "odd rotation": lambda: boxed(b"[0 0 600 900] /Rotate 45"),
    "bomb": bomb,
    "bomb in a bomb": lambda: bomb(twice=True),
    "bomb of objects": objects_in_a_bomb,
    "huge image, few bytes": lambda: image(50_000, 50_000, bytes(100), b""),
    "huge image, all there": lambda: image(
        50_000, 50_000, zeros(7_500_000_000), b"/Filter /FlateDecode"
    ),
    "negative image": lambda: image(-5, 2_147_483_647, bytes(100), b""),
    "scan": scan,
    "a million characters": lambda: one_page(
        b"".join(shown("县" * 1000, y=10 + row * 0.8, size=0.5) for row in range(1000))
    ),
    "characters on one spot": lambda: characters(20_000, across=0),
    "characters on one line": lambda: characters(20_000, across=0.029),
    "characters on a slope": lambda: characters(20_000, across=0.029, down=0.031),
    "a long meaning": long_meaning,
    "signs without meaning": signs_without_meaning,
    "60,000 rules": lambda: rules(60_000),
    "a million times one spot": lambda: one_page(shown("县" * 1000, size=0.0001) * 1000),
    "a path of a million lines": lambda: one_path(1_000_000),
    "no numbers": no_numbers,
    "pages that hold each other": pages_that_hold_each_other,
    "a form drawn 2,000 times": lambda: hidden(2_000, stream(b"")),
    "a huge fax": lambda: coded(
        b"/BitsPerComponent 1 /Filter /CCITTFaxDecode"
        b" /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>"
    ),
    "a huge JBIG2": lambda: coded(b"/BitsPerComponent 1 /Filter /JBIG2Decode"),
    "a huge JPEG 2000": lambda: coded(b"/BitsPerComponent 8 /Filter /JPXDecode"),
    "letters of few bytes": lambda: coded(b"/BitsPerComponent 8", side=2000),
    "letters in a bomb": lambda: coded(
        b"/BitsPerComponent 8 /Filter /FlateDecode", zeros(3_000_000_000), side=2000
    ),
    "no type size": lambda: one_page(shown(size=0) + shown(size=-10) + shown(size=1e9)),
    "far away": lambda: one_page(shown(x=1e30, y=-1e30) + shown(x=-1e7)),
    "picture by name": lambda: b"\x89PNG\r\n\x1a\n" + bytes(500),
    "page behind HTML": lambda: b"<html><script>alert(1)</script>" * 20 + SOUND,
    "page behind a zip": lambda: b"PK\x03\x04" + bytes(200_000) + SOUND,
    "nothing": lambda: b"",
}

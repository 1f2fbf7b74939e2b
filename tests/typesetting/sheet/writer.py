"""Inks → PDF bytes, in the ways that composing systems write them. Same inks, same bytes."""

import math
import zlib
from dataclasses import dataclass

from .curves import outlines
from .faces import LATIN, face, missing_fonts, width
from .ink import Bar, Glyphs, Ink, Picture

NAMED = {"song": "STSong-Light", "songbold": "STSong-Light,Bold", "hei": "SimHei"}
"""Faces that are only named; what is shown depends on the reader's machine."""


@dataclass(frozen=True)
class Writing:
    """How a composing system writes a page down."""

    advance: str = "kerned"
    """A line is one string with kerning, one with character spacing, or single characters."""
    scaled: bool = False
    """Type size by the text matrix instead of the font operator."""
    embedded: bool = True
    rotate: int = 0
    margin: tuple[float, float] = (0.0, 0.0)
    """Paper beyond the crop box, left and below."""
    in_form: bool = False
    """Everything inside a form XObject."""


class _Objects:
    def __init__(self):
        self.bodies: list[bytes] = []

    def reserve(self) -> int:
        self.bodies.append(b"")
        return len(self.bodies)

    def add(self, body: str | bytes) -> int:
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.bodies)

    def stream(self, data: bytes, entries: str = "", *, packed: bool = True) -> int:
        if packed:
            data, entries = zlib.compress(data, 6), entries + " /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")

    def file(self, root: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self.bodies, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R >>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def write_pdf(pages: list[tuple[list[Ink], float, float]], writing: Writing) -> bytes:
    """`pages`: inks, width and height of each."""
    objects = _Objects()
    catalog, tree = objects.reserve(), objects.reserve()
    fonts = _Fonts(objects, embedded=writing.embedded and not missing_fonts())
    kids = [_page(objects, fonts, tree, page, writing) for page in pages]
    fonts.close()
    objects.bodies[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R >>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.bodies[tree - 1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return objects.file(catalog)


def _page(objects: _Objects, fonts: "_Fonts", tree: int, page: tuple, writing: Writing) -> int:
    inks, across, height = page
    images: dict[str, int] = {}
    parts = []
    for ink in inks:
        if isinstance(ink, Picture):
            name = f"Im{len(images)}"
            images[name] = _image(objects, ink)
            parts.append(_placed(ink, name, height))
        elif isinstance(ink, Bar):
            parts.append(_bar(ink, height))
        elif ink.outlined:
            parts.append(outlines(ink, height))
        else:
            parts.append(fonts.show(ink, height, writing))
    content = "\n".join(parts).encode("latin-1")
    listed = " ".join(f"/{name} {number} 0 R" for name, number in images.items())
    resources = f"<< /Font {fonts.dictionary} 0 R /XObject << {listed} >> >>"
    if writing.in_form:
        box = f"/BBox [0 0 {across:.2f} {height:.2f}]"
        form = objects.stream(
            content, f"/Type /XObject /Subtype /Form {box} /Resources {resources}"
        )
        content, resources = b"/Fm0 Do", f"<< /XObject << /Fm0 {form} 0 R >> >>"
    return _leaf(objects, tree, content, resources, (across, height), writing)


def _leaf(
    objects: _Objects, tree: int, content: bytes, resources: str, size: tuple, writing: Writing
) -> int:
    """The page object: turned and cropped so that it is seen as it was set."""
    width, height = size
    turn = {
        0: "", 90: f"0 1 -1 0 {height:.3f} 0 cm", 180: f"-1 0 0 -1 {width:.3f} {height:.3f} cm",
        270: f"0 -1 1 0 0 {width:.3f} cm",
    }[writing.rotate]  # fmt: skip
    across, up = (height, width) if writing.rotate in (90, 270) else (width, height)
    left, below = writing.margin
    matrix = f"1 0 0 1 {left} {below} cm {turn}"
    stream = objects.stream(f"q {matrix}\n".encode() + content + b"\nQ")
    boxes = f"/MediaBox [0 0 {across + 2 * left:.3f} {up + 2 * below:.3f}]"
    if left or below:
        boxes += f" /CropBox [{left} {below} {across + left:.3f} {up + below:.3f}]"
    rotate = f"/Rotate {writing.rotate}" if writing.rotate else ""
    return objects.add(
        f"<< /Type /Page /Parent {tree} 0 R {boxes} {rotate}"
        f" /Resources {resources} /Contents {stream} 0 R >>"
    )


def _image(objects: _Objects, ink: Picture) -> int:
    colours = "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" if ink.cmyk else "/DeviceRGB"
    return objects.stream(
        ink.jpeg,
        f"/Type /XObject /Subtype /Image /Width {ink.pixels[0]} /Height {ink.pixels[1]}"
        f" /ColorSpace {colours} /BitsPerComponent 8 /Filter /DCTDecode",
        packed=False,
    )


def _placed(ink: Picture, name: str, height: float) -> str:
    left, top, right, bottom = ink.rect
    return (
        f"q {right - left:.3f} 0 0 {bottom - top:.3f} {left:.3f} {height - bottom:.3f} cm"
        f" /{name} Do Q"
    )


def _bar(ink: Bar, height: float) -> str:
    left, top, right, bottom = ink.rect
    box = f"{left:.3f} {height - bottom:.3f} {right - left:.3f} {bottom - top:.3f}"
    return f"{ink.grey:.2f} g {box} re f 0 g"


class _Fonts:
    """The faces of a document: a number is given out when a face is first used."""

    def __init__(self, objects: _Objects, *, embedded: bool):
        self.objects, self.embedded = objects, embedded
        self.dictionary = objects.reserve()
        self.used: dict[str, set[str]] = {}

    def show(self, ink: Glyphs, height: float, writing: Writing) -> str:
        self.used.setdefault(ink.face, set()).update(ink.text)
        y = height - ink.y
        if ink.angle:
            cos, sin = (f(math.radians(ink.angle)) for f in (math.cos, math.sin))
            matrix = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {ink.xs[0]:.3f} {y:.3f} Tm"
            return f"BT /{ink.face} {ink.size:.3f} Tf {matrix} {self._line(ink, writing)} ET"
        if writing.advance == "single":
            shown = " ".join(
                f"1 0 0 1 {x:.3f} {y:.3f} Tm <{self._code(char, ink.face)}> Tj"
                for char, x in zip(ink.text, ink.xs, strict=True)
            )
            return f"BT /{ink.face} {ink.size:.3f} Tf {shown} ET"
        size = ink.size if writing.scaled else 1
        unit = 1 if writing.scaled else ink.size
        matrix = f"{size:.3f} 0 0 {size:.3f} {ink.xs[0]:.3f} {y:.3f} Tm"
        return f"BT /{ink.face} {unit:.3f} Tf {matrix} {self._line(ink, writing)} ET"

    def _line(self, ink: Glyphs, writing: Writing) -> str:
        steps = [b - a for a, b in zip(ink.xs, ink.xs[1:], strict=False)]
        natural = [self._width(char, ink.face) * ink.size for char in ink.text]
        extra = [step - own for step, own in zip(steps, natural, strict=False)]
        codes = [self._code(char, ink.face) for char in ink.text]
        if writing.advance == "spaced" and extra and max(extra) - min(extra) < 0.02:
            unit = ink.size if writing.scaled else 1
            return f"{extra[0] / unit:.4f} Tc <{''.join(codes)}> Tj 0 Tc"
        shown, run = [], codes[0]
        for code, more in zip(codes[1:], extra, strict=True):
            if abs(more) > 0.005:
                shown.append(f"<{run}>{-more / ink.size * 1000:.1f}")
                run = ""
            run += code
        return f"[{''.join(shown)}<{run}>] TJ"

    def _width(self, char: str, name: str) -> float:
        """What the document says of a character's width, in em."""
        if name in LATIN:
            return width(char, name)
        if self.embedded:
            return face(name).widths.get(char, 1.0)
        return 0.5 if char.isascii() else 1.0

    def _code(self, char: str, name: str) -> str:
        if name in LATIN:
            return char.encode("cp1252").hex()
        if self.embedded:
            return f"{face(name).cids.get(char, 0):04x}"
        return char.encode("utf-16-be").hex()

    def close(self) -> None:
        numbers = {name: self._font(name, text) for name, text in sorted(self.used.items())}
        listed = " ".join(f"/{name} {number} 0 R" for name, number in numbers.items())
        self.objects.bodies[self.dictionary - 1] = f"<< {listed} >>".encode()

    def _font(self, name: str, text: set[str]) -> int:
        if name in LATIN:
            return self.objects.add(
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{LATIN[name]}"
                " /Encoding /WinAnsiEncoding >>"
            )
        return self._embedded(name, sorted(text)) if self.embedded else self._named(name)

    def _named(self, name: str) -> int:
        base = NAMED.get(name, "STSong-Light")
        descriptor = self.objects.add(
            f"<< /Type /FontDescriptor /FontName /{base} /Flags 6 /ItalicAngle 0 /Ascent 880"
            " /Descent -120 /CapHeight 880 /StemV 80 /FontBBox [-25 -254 1000 880] >>"
        )
        inner = self.objects.add(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{base} /DW 1000 /W [1 95 500]"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
            f" /FontDescriptor {descriptor} 0 R >>"
        )
        return self.objects.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /UniGB-UCS2-H"
            f" /DescendantFonts [{inner} 0 R] >>"
        )

    def _embedded(self, name: str, text: list[str]) -> int:
        own = face(name)
        base = f"LANTIN+{name.title()}"
        program = self.objects.stream(own.cff, "/Subtype /CIDFontType0C")
        descriptor = self.objects.add(
            f"<< /Type /FontDescriptor /FontName /{base} /Flags 4 /ItalicAngle 0 /Ascent 880"
            " /Descent -120 /CapHeight 733 /StemV 80 /FontBBox [-200 -300 1200 1000]"
            f" /FontFile3 {program} 0 R >>"
        )
        widths = " ".join(
            f"{own.cids[char]} [{own.widths[char] * 1000:.0f}]"
            for char in text
            if char in own.cids and own.widths[char] != 1
        )
        inner = self.objects.add(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{base} /DW 1000 /W [{widths}]"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {descriptor} 0 R >>"
        )
        codes = self.objects.stream(_to_unicode(own.cids, text))
        return self.objects.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H"
            f" /DescendantFonts [{inner} 0 R] /ToUnicode {codes} 0 R >>"
        )


def _to_unicode(cids: dict[str, int], text: list[str]) -> bytes:
    pairs = [(cids[char], char) for char in text if char in cids]
    out = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /Lantin def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        out.append(f"{len(part)} beginbfchar")
        out += [f"<{cid:04x}> <{char.encode('utf-16-be').hex()}>" for cid, char in part]
        out.append("endbfchar")
    out.append("endcmap end end")
    return "\n".join(out).encode()

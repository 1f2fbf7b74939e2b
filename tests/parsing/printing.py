"""Small PDFs made by hand: text at given places, in a Chinese face that is not embedded."""

HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
FONT = [
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    b"/DescendantFonts[6 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
]


def text_at(x, y, size, text, turn=(1, 0, 0, 1)):
    """Drawing commands: `text` with its first baseline point at x, y from the bottom left."""
    code = text.encode("utf-16-be").hex()
    matrix = " ".join(str(part) for part in turn)
    return f"BT /F1 {size} Tf {matrix} {x} {y} Tm <{code}> Tj ET\n"


def column_at(x, y, size, rows, pitch=None):
    """Rows one below the other."""
    step = pitch or size * 1.4
    return "".join(text_at(x, y - k * step, size, row) for k, row in enumerate(rows))


def pdf(*pages, width=400, height=300, extra=""):
    """A PDF of pages, each a string of drawing commands; `extra` goes into every page's object."""
    count = len(pages)
    kids = " ".join(f"{8 + 2 * k} 0 R" for k in range(count))
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Font<</F1 5 0 R>>>>",
        b"null",
        *FONT,
    ]
    for k, commands in enumerate(pages):
        things.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources 3 0 R"
            f"/Contents {9 + 2 * k} 0 R{extra}>>".encode()
        )
        stream = commands.encode()
        things.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    return _file(things)


def _file(things):
    out, starts = HEADER, []
    for number, thing in enumerate(things, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(things) + 1, rows)
    end += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(things) + 1,
        len(out),
    )
    return out + end

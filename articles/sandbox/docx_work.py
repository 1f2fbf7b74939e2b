"""Reads .docx in a process of its own, as pdf_work reads PDFs, in the same form.

python -m articles.sandbox.docx_work read WORDS LIMITS < file.docx:
one line of JSON, then the pictures.
"""

import re
import sys
import zipfile
from io import BytesIO

import mammoth

from articles.sandbox import pdf_work
from articles.sandbox.docx_errors import DocxError
from articles.texts.pasted import read_html

MOST_PARTS = 2000
MOST_PICTURES = 12
PICTURE_BYTES = 48_000_000  # of all of them
XML_BYTES = 8_000_000  # of one part: a novel takes a tenth of it
XML_NAMES = (".xml", ".rels")
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
TEXTS = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
SAMPLE = 60

# What mammoth passes over, by the mark it has in the document's own XML.
PASSED_OVER = {
    "formula": re.compile(rb"<m:oMath[ >]"),
    "chart": re.compile(rb"<c:chart[ >]"),
    "diagram": re.compile(rb"<dgm:relIds[ >]"),
    "object": re.compile(rb"<o:OLEObject[ >]"),
    "deletion": re.compile(rb"<w:del[ >]"),
}
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='标题'] => h1:fresh
p[style-name='副标题'] => h2:fresh
u => u
strike => s
"""


def read(data: bytes, unpacked: int) -> pdf_work.Done:
    """Paragraphs, what was left behind, the texts of headers and footers; the pictures as files.

    `unpacked` is how many bytes the file may have when it is unpacked.
    """
    parts = _parts(data, unpacked)
    gallery = _Gallery()
    try:
        html = mammoth.convert_to_html(
            BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(gallery.hang)
        ).value
    except RecursionError as error:
        raise DocxError("broken") from error
    found = read_html(html)
    value = {
        # Below a footnote stands a way back that leads nowhere now.
        "paragraphs": [[one.kind, one.text.removesuffix(" ↑")] for one in found.paragraphs],
        "left": found.left | _passed_over(parts) | gallery.left,
        "margins": _margins(parts),
    }
    return pdf_work.Done(value, tuple(gallery.pictures))


def _parts(data: bytes, unpacked: int) -> dict[str, bytes]:
    """The XML parts of a file that is sound and small enough; the rest is only measured."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > unpacked:
                raise DocxError("unpacked", limit=unpacked)
            if "word/document.xml" not in archive.namelist():
                raise DocxError("other")
            return {info.filename: _xml(archive, info) for info in infos if _is_xml(info)}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise DocxError("broken") from error


def _is_xml(info):
    return info.filename.lower().endswith(XML_NAMES)


def _xml(archive, info) -> bytes:
    if info.file_size > XML_BYTES:
        raise DocxError("part", name=info.filename[:100], limit=XML_BYTES)
    # No more is unpacked than was declared, whatever the packed bytes say.
    data = archive.read(info)
    # Another encoding would hide the same from this look.
    if DECLARED.search(data) or b"\0" in data[:100]:
        raise DocxError("declared", name=info.filename[:100])
    return data


class _Gallery:
    """The pictures as mammoth comes by them; each leaves its number in the HTML."""

    def __init__(self):
        self.pictures: list[bytes] = []
        self.left = {"picture_over": 0, "linked_picture": 0, "picture": 0}

    def hang(self, image) -> dict[str, str]:
        try:
            with image.open() as file:
                data = file.read()
        except (KeyError, ValueError, OSError):
            # It lies elsewhere, or nowhere: nothing is fetched.
            self.left["linked_picture"] += 1
            return {"alt": ""}
        size = len(data) + sum(map(len, self.pictures))
        if len(self.pictures) == MOST_PICTURES or size > PICTURE_BYTES:
            self.left["picture_over"] += 1
            return {"alt": ""}
        self.pictures.append(data)
        return {"alt": str(len(self.pictures))}


def _passed_over(parts):
    document = parts["word/document.xml"]
    found = {name: len(mark.findall(document)) for name, mark in PASSED_OVER.items()}
    found["comment"] = parts.get("word/comments.xml", b"").count(b"<w:comment ")
    return found


def _margins(parts) -> list[str]:
    """What stands in headers and footers, once each, shortened."""
    names = sorted(name for name in parts if re.match(r"word/(?:header|footer)\d*\.xml$", name))
    texts = (b"".join(TEXTS.findall(parts[name])).decode(errors="replace") for name in names)
    return list(dict.fromkeys(text.strip()[:SAMPLE] for text in texts if text.strip()))


if __name__ == "__main__":
    sys.exit(pdf_work.main(*sys.argv[1:], jobs={"read": read}, refused=DocxError))

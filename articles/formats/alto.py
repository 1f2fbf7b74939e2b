"""ALTO 4 (loc.gov/standards/alto): the words of a page, line by line, with their places.

An article is a ComposedBlock, a paragraph a TextBlock. Where a place is not known, none is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from articles.formats import values
from articles.formats.markup import clean
from articles.formats.printing import Block, Line
from articles.records import Box

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
SCHEMA = "http://www.loc.gov/standards/alto/v4/alto-4-3.xsd"
VERSION = "4.3"
SOFTWARE = "Newsroom"
LANGUAGE = "zh-Hans"
ROLES = ("kicker", "headline", "deck", "byline", "text", "subhead", "note", "caption")


@dataclass(frozen=True)
class Sheet:
    """How large a page is, and in what `unit`: pixel or mm10. `image` names the file of it."""

    width: float
    height: float
    unit: str
    image: str = ""


def alto(page: values.Page, pieces: Iterable[tuple[str, Iterable[Block]]], sheet: Sheet | None):
    """The bytes of a page's file; `pieces` are (number of an article, its blocks on the page)."""
    root = ElementTree.Element(
        "alto",
        {
            "xmlns": NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA}",
            "SCHEMAVERSION": VERSION,
        },
    )
    _describe(root, sheet)
    tags = ElementTree.SubElement(root, "Tags")
    for role in ROLES:
        ElementTree.SubElement(tags, "LayoutTag", {"ID": role, "LABEL": role})
    layout = ElementTree.SubElement(root, "Layout")
    facts = {
        "ID": f"P{page.sequence}",
        "PHYSICAL_IMG_NR": str(page.sequence),
        "PRINTED_IMG_NR": clean(page.label),
    }
    whole = Box(0, 0, 1, 1)
    sizes = {name: text for name, text in _place(whole, sheet).items() if "POS" not in name}
    printed = ElementTree.SubElement(layout, "Page", facts | sizes)
    space = ElementTree.SubElement(printed, "PrintSpace", _place(whole, sheet))
    for number, blocks in pieces:
        _article(space, number, list(blocks), sheet)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)


def article_id(number: str) -> str:
    return f"A{number}"


def block_id(number: str, block: Block) -> str:
    return f"A{number}.{block.place + 1}"


def _describe(root, sheet):
    about = ElementTree.SubElement(root, "Description")
    ElementTree.SubElement(about, "MeasurementUnit").text = sheet.unit if sheet else "pixel"
    if sheet and sheet.image:
        source = ElementTree.SubElement(about, "sourceImageInformation")
        ElementTree.SubElement(source, "fileName").text = sheet.image
    process = ElementTree.SubElement(about, "Processing", {"ID": "newsroom"})
    software = ElementTree.SubElement(process, "processingSoftware")
    ElementTree.SubElement(software, "softwareName").text = SOFTWARE


def _article(space, number, blocks, sheet):
    facts = {"ID": article_id(number), "TYPE": "article"}
    boxes = [line.box for block in blocks for line in block.lines]
    piece = ElementTree.SubElement(space, "ComposedBlock", facts | _around(boxes, sheet))
    for block in blocks:
        boxes = [line.box for line in block.lines]
        facts = {"ID": block_id(number, block), "TAGREFS": block.role, "LANG": LANGUAGE}
        text = ElementTree.SubElement(piece, "TextBlock", facts | _around(boxes, sheet))
        for line in block.lines:
            _line(text, line, sheet)


def _line(block, line: Line, sheet):
    place = _place(line.box, sheet)
    row = ElementTree.SubElement(block, "TextLine", place)
    ElementTree.SubElement(row, "String", {"CONTENT": clean(line.text), **place})


def _around(boxes, sheet):
    """Around all, if each has its place."""
    if not boxes or None in boxes:
        return {}
    return _place(Box.around(boxes), sheet)


def _place(box, sheet):
    if box is None or sheet is None:
        return {}
    found = {
        "HPOS": box.left * sheet.width,
        "VPOS": box.top * sheet.height,
        "WIDTH": (box.right - box.left) * sheet.width,
        "HEIGHT": (box.bottom - box.top) * sheet.height,
    }
    return {name: f"{length:.0f}" for name, length in found.items()}

"""The schemas of METS and ALTO (README.md says whose), ready to validate."""

from pathlib import Path

from lxml import etree

HERE = Path(__file__).parent
METS, ALTO = "mets-1.12.1.xsd", "alto-4-3.xsd"


def checked(document: bytes, schema: str):
    """The root of a document that the schema finds right; else what it finds wrong."""
    root = etree.fromstring(document)
    etree.XMLSchema(etree.parse(HERE / schema)).assertValid(root)
    return root

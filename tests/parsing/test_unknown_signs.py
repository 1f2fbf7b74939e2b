"""Fonts that do not say which characters their signs are: nothing is made up, all is told."""

import re

import pytest

from articles.parsing import parse_page
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.reading import read_pdf
from tests.typesetting.sheet import missing_fonts, sheets

TABLE = re.compile(rb"/ToUnicode(?= \d+ 0 R)")

pytestmark = pytest.mark.skipif(bool(missing_fonts()), reason=missing_fonts())


@pytest.fixture(scope="module")
def sheet():
    return next(s for s in sheets(6, seed=601) if s.truth["style"]["writing"]["embedded"])


def readings(pdf):
    """What is read where one font after the other has lost its table; None where it is refused."""
    for place in [m.start() for m in TABLE.finditer(pdf)]:
        try:
            yield read_pdf(pdf[:place] + b"/XoUnicode" + pdf[place + 10 :])
        except PdfError:
            yield None


def test_a_page_without_tables_is_refused(sheet):
    with pytest.raises(PdfError) as refused:
        read_pdf(TABLE.sub(b"/XoUnicode", sheet.pdf))
    assert refused.value.code == "unmapped"


def test_a_headline_of_unknown_signs_is_told_as_drawn(sheet):
    known = {a["headline"] for a in sheet.truth["articles"]}
    told = set()
    for page in filter(None, readings(sheet.pdf)):
        record = parse_page(page.text, layout=page.layout)
        assert {a.headline for a in record.articles} - {None} <= known
        told |= {doubt.kind for doubt in record.doubts}
    assert "headline_drawn" in told


def test_small_unknown_signs_are_marked_and_doubted(sheet):
    page = next(p for p in readings(sheet.pdf) if p and "\ufffd" in p.text)
    record = parse_page(page.text, layout=page.layout)
    assert "private_characters" in {doubt.kind for doubt in record.doubts}

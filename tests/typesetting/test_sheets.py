"""Printed pages: what the truth says is on the paper, where it says, and the same every time."""

import ctypes
import unicodedata
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from .sheet import sheets
from .test_pages import printed_pieces

COUNT = 14


def folded(text: str) -> Counter:
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def characters(pdf: bytes) -> list[tuple[str, float, float]]:
    """(character, x, y) of all on the page, from the bottom left corner."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        found.append((chr(pdfium.FPDFText_GetUnicode(text.raw, index)), x.value, y.value))
    return found


@pytest.fixture(scope="module")
def printed() -> list[tuple]:
    return [(sheet, characters(sheet.pdf)) for sheet in sheets(COUNT, seed=5)]


def test_all_that_the_truth_says_is_on_the_paper(printed):
    for sheet, found in printed:
        on_paper = folded("".join(char for char, _, _ in found))
        # Byline matter is part of a paragraph or stands alone: it cannot be counted with them.
        alone = {piece for article in sheet.truth["articles"] for piece in article["ignorable"]}
        pieces = printed_pieces(sheet.truth)
        wanted = folded("".join(piece for piece in pieces if piece not in alone))
        assert not wanted - on_paper, sheet.name
        assert not [piece for piece in alone if folded(piece) - on_paper], sheet.name


def test_a_body_stands_inside_its_areas(printed):
    for sheet, found in printed:
        writing = sheet.truth["style"]["writing"]
        if writing["rotate"] or sheet.truth["style"]["twice"]:
            continue
        places = [(char, *_unit(x, y, sheet.truth, writing["margin"])) for char, x, y in found]
        for article in sheet.truth["articles"]:
            inside = folded("".join(c for c, x, y in places if _within(x, y, article["areas"])))
            missing = folded("".join(article["paragraphs"])) - inside
            assert not missing, (sheet.name, article["headline"], missing)


def _unit(x: float, y: float, truth: dict, margin: tuple) -> tuple[float, float]:
    width, height = truth["page"]["width"], truth["page"]["height"]
    return (x - margin[0]) / width, 1 - (y - margin[1]) / height


def _within(x: float, y: float, areas: list) -> bool:
    # A mark that hangs stands beyond its column.
    return any(a - 0.02 <= x <= c + 0.02 and b - 0.002 <= y <= d + 0.002 for a, b, c, d in areas)


def test_boxes_lie_on_the_page(printed):
    for sheet, _ in printed:
        boxes = [box for part in ("articles", "captions") for each in sheet.truth[part]
                 for box in each["areas"]]  # fmt: skip
        boxes += [drawn["box"] for drawn in sheet.truth["drawn"]]
        assert all(0 <= a < c <= 1.002 and 0 <= b < d <= 1.002 for a, b, c, d in boxes), sheet.name


def test_the_page_is_shown_as_it_was_set(printed):
    """Turned or cropped in the file, it has the size that the truth names."""
    for sheet, _ in printed:
        page = pypdfium2.PdfDocument(sheet.pdf)[0]
        size = sheet.truth["page"]
        shown = page.get_size()
        assert shown == pytest.approx((size["width"], size["height"]), abs=1), sheet.name


def test_the_same_seed_gives_the_same_paper():
    assert list(sheets(3, seed=8)) == list(sheets(3, seed=8))


def test_pages_of_many_kinds_occur():
    truths = [sheet.truth for sheet in sheets(60, seed=2)]
    styles = [truth["style"] for truth in truths]
    assert {style["writing"]["rotate"] for style in styles} == {0, 90, 180, 270}
    assert {style["writing"]["advance"] for style in styles} == {"kerned", "spaced", "single"}
    assert {style["fit"] for style in styles} == {"push", "squeeze", "hang"}
    assert sum(bool(truth["captions"]) for truth in truths) > 20

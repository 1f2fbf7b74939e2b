"""Our own printed pages on which much stands close: each was read wrongly for the reason told."""

import pytest

from articles.parsing import parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring.measures import score
from articles.parsing.pdf.reading import read_pdf
from tests.typesetting.sheet.faces import missing_fonts
from tests.typesetting.sheet.sheets import sheet

PAGES = {
    "a headline over a photo, its text beside the photo": (500011, 15),
    "a column's end that is signed, below a headline": (500012, 4),
    "a subhead over the second column, a byline over the first": (500012, 8),
    "a column beside one that a byline heads, below another story's end": (500012, 33),
    "a byline whose end stands over the next column's first character": (500013, 1),
    "a standing headline at the height of rows of text": (500013, 12),
    "a subhead over one row at its column's foot": (500013, 19),
    "a byline that ends where the next column begins, in a box": (500013, 34),
    "a byline that ends where a column with a number begins": (500014, 18),
    "a comma that hangs over a line between columns": (500015, 6),
    "a long byline under a stamp": (500015, 16),
    "a byline over a text that goes on in its first column": (500015, 19),
    "a caption in smaller type where a comma hangs": (500015, 23),
    "two names at the end of a byline that runs over its column": (500015, 27),
    "a subhead of its own face where a comma hangs": (500015, 30),
    "columns beside a headline that stands in their middle": (500015, 40),
    "a subhead as wide as its column, over a paragraph": (511001, 28),
    "a short column whose rows all but one are indented": (511002, 19),
    "a text that ends with a desk's mark alone in its row": (511002, 38),
    "two columns of few rows, drawn one after the other": (511003, 38),
    "two columns of three rows and of two": (511004, 16),
    "a subhead at the head of a text that goes on from another page": (561007, 40),
    "a column that is only signed, left of those right below the headline": (561001, 18),
    "a caption whose second row begins where a hung comma ends": (612003, 20),
    "a headline below a standing one, as large as it": (612003, 26),
    "a subhead below a photo, at its column's head": (612003, 1),
    "a subhead over the continued text, below the headline": (612003, 6),
    "a quotation mark of another face, hung out of its column": (612005, 38),
    "columns of two rows below a wider text": (612005, 27),
    "a column of two rows, drawn right after the one before": (612005, 39),
    "a subhead beside a column with a byline, and another story's column": (513002, 15),
}


@pytest.mark.skipif(bool(missing_fonts()), reason="the faces of these pages are not installed")
@pytest.mark.parametrize(("seed", "number"), PAGES.values(), ids=PAGES)
def test_what_stands_close_is_read_apart(seed, number):
    made = sheet(f"S{number:03d}", seed * 10_000 + number)
    printed = read_pdf(made.pdf)
    found = score(made.truth, page_to_json(parse_page(printed.text, layout=printed.layout)))
    assert [(fault.field, fault.wanted, fault.found) for fault in found.faults] == []

"""Pages that come as PDF: what is read off them, and what is refused."""

import pickle

import pytest

from articles.parsing import layout_from_json, layout_to_json
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.pdfium import PdfLimits
from articles.parsing.pdf.reading import count_pages, read_pdf
from tests.parsing.printing import column_at, pdf, text_at

ROWS = ["全区召开春季会议安排", "今年的各项农业工作。", "会议强调要抓早抓实。"]


def texts(page):
    return [line.strip() for line in page.text.splitlines() if line.strip()]


def test_rows_are_read_with_their_places():
    page = read_pdf(pdf(column_at(50, 250, 10, ROWS)))
    assert texts(page) == ROWS
    place = page.layout.places[0]
    assert place.size == 10
    assert place.box.left == pytest.approx(50 / 400, abs=0.001)
    assert place.box.right == pytest.approx(150 / 400, abs=0.001)
    assert place.box.top < (300 - 250) / 300 < place.box.bottom


def test_there_is_a_place_for_every_line_and_none_for_blank_ones():
    page = read_pdf(pdf(column_at(50, 250, 10, ROWS) + column_at(50, 100, 10, ROWS)))
    lines = page.text.splitlines()
    assert [bool(line) for line in lines] == [place is not None for place in page.layout.places]


def test_a_layout_survives_json_and_pickling():
    layout = read_pdf(pdf(column_at(50, 250, 10, ROWS))).layout
    assert layout_from_json(layout_to_json(layout)) == layout
    assert pickle.loads(pickle.dumps(layout)) == layout


def test_a_broken_layout_is_refused():
    with pytest.raises(ValueError, match="Not a stored layout"):
        layout_from_json({"size": [1]})


def test_a_line_drawn_twice_is_read_once():
    twice = text_at(50, 200, 20, "农业丰收") + text_at(50.8, 199.5, 20, "农业丰收")
    assert texts(read_pdf(pdf(twice))) == ["农业丰收"]


def test_letter_spacing_is_closed_and_a_real_space_kept():
    loose = "".join(text_at(50 + 13 * k, 200, 10, c) for k, c in enumerate("全区召开会议"))
    parted = text_at(50, 150, 10, "强基础") + text_at(90, 150, 10, "转作风")
    assert texts(read_pdf(pdf(loose + parted))) == ["全区召开会议", "强基础 转作风"]


def test_columns_drawn_row_by_row_are_kept_apart():
    other = ["市民可以在家门口办事", "这项工作已经全面铺开", "明年还将增加十个站点"]
    rows = "".join(
        text_at(50, 250 - 14 * k, 10, a) + text_at(165, 250 - 14 * k, 10, b)
        for k, (a, b) in enumerate(zip(ROWS, other, strict=True))
    )
    assert texts(read_pdf(pdf(rows))) == [*ROWS, *other]


def test_vertical_text_is_one_line():
    tall = "".join(text_at(50, 250 - 22 * k, 20, c) for k, c in enumerate("农业丰收在望"))
    page = read_pdf(pdf(tall + column_at(100, 250, 10, ROWS)))
    assert "农业丰收在望" in texts(page)


def test_what_lies_off_the_page_is_not_printed():
    page = read_pdf(pdf(column_at(50, 250, 10, ROWS) + text_at(500, 200, 10, "裁掉的字")))
    assert "裁掉的字" not in texts(page)


def test_a_stamp_across_the_page_is_kept_apart():
    stamp = text_at(100, 100, 30, "内部资料", turn=(0.7, 0.7, -0.7, 0.7))
    page = read_pdf(pdf(column_at(50, 250, 10, ROWS) + stamp))
    assert texts(page)[-1] == "内部资料"
    assert page.layout.places[-1].part == "turned"


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turns):
    page = read_pdf(pdf(column_at(50, 250, 10, ROWS), extra=f"/Rotate {turns}"))
    assert texts(page) == ROWS
    assert all(0 <= p.box.left < p.box.right <= 1 for p in page.layout.places if p)


def test_pages_are_counted_and_read_by_number():
    data = pdf(column_at(50, 250, 10, ROWS), text_at(50, 250, 10, "第二页的文字"))
    assert count_pages(data) == 2
    assert texts(read_pdf(data, 1)) == ["第二页的文字"]


def code_of(data, index=0, limits=None):
    with pytest.raises(PdfError) as caught:
        read_pdf(data, index, *([limits] if limits else []))
    assert pickle.loads(pickle.dumps(caught.value)).code == caught.value.code
    return caught.value.code


def test_what_cannot_be_read_is_refused_with_its_reason():
    assert code_of(b"") == "empty"
    assert code_of(b"%PDF-1.4 and then nothing") == "broken"
    assert code_of(pdf("")) == "no_text"
    assert code_of(pdf(text_at(50, 50, 10, "字")), 3) == "no_such_page"
    assert code_of(pdf(text_at(50, 50, 10, "字")), 0, PdfLimits(max_bytes=10)) == "too_large"
    assert code_of(pdf(text_at(5, 5, 9, "字"), width=14_000, height=99_999)) == "page_too_large"
    few = PdfLimits(max_characters=3)
    assert code_of(pdf(text_at(50, 50, 10, "四个文字")), 0, few) == "too_much_text"

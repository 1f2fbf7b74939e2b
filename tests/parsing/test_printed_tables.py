"""Tables on PDF pages: their cells, what stands beside them, and the headline over them."""

import pytest

from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_heads import HEADLINE, LEFT, RIGHT
from tests.parsing.test_printed_openings import text_of
from tests.parsing.test_printed_stories import record_of, set_column

PRICES = [
    ["品名", "批发价", "零售价", "涨跌"],
    ["大白菜", "六角", "一元二角", "下跌"],
    ["土豆", "一元", "一元八角", "持平"],
    ["西红柿", "三元", "四元五角", "上涨"],
]
SHOWN = "".join(cell for row in PRICES for cell in row)
WIDE = {"width": 620}


def table_at(x, y, size=9, step=48, pitch=13.5):
    return "".join(
        text_at(x + step * k, y - pitch * n, size, cell)
        for n, row in enumerate(PRICES)
        for k, cell in enumerate(row)
    )


def texts_of(page):
    return {a.headline: text_of(a).replace(" ", "") for a in record_of(page, **WIDE).articles}


def test_a_short_row_of_text_beside_a_tables_first_row_is_no_cell_of_it():
    page = text_at(60, 274, 13, "今日菜价") + table_at(50, 254) + text_at(260, 274, 18, HEADLINE)
    rows = ["\u3000\u3000本报讯（记者温言）", *LEFT[1:]]
    page += set_column(255, 254, rows) + set_column(420, 254, RIGHT)
    found = texts_of(page)
    assert found["今日菜价"] == SHOWN
    assert found[HEADLINE].endswith(RIGHT[-1])


@pytest.mark.parametrize("step", [48, 41])
def test_cells_so_close_that_they_are_read_as_one_line_are_cells(step):
    page = text_at(60, 274, 13, "今日菜价") + table_at(50, 254, step=step)
    page += text_at(260, 274, 18, HEADLINE) + set_column(255, 250, LEFT)
    assert texts_of(page)["今日菜价"] == SHOWN


def test_headlines_side_by_side_over_a_table_and_notices_are_no_row_of_it():
    page = "".join(
        text_at(x, 274, 12, head)
        for x, head in ((50, "今日农产品市场价"), (250, "遗失声明"), (430, "停电通知"))
    )
    page += table_at(50, 254, step=42)
    notices = {
        "遗失声明": ["许大同遗失身份证一张声明", "作废。"],
        "停电通知": ["明日八时至十七时江北路停", "电。"],
    }
    for x, rows in zip((250, 430), notices.values(), strict=True):
        page += set_column(x, 256, rows)
    assert texts_of(page) == {
        "今日农产品市场价": SHOWN,
        **{head: "".join(rows) for head, rows in notices.items()},
    }


def test_rows_far_apart_with_lines_between_are_one_piece():
    page = text_at(50, 280, 14, "今日菜价") + table_at(54, 254, size=10, step=140, pitch=22)
    page += "".join(f"50 {246 - 22 * n} 560 0.5 re f\n" for n in range(4))
    page += text_at(50, 140, 18, HEADLINE) + set_column(50, 116, LEFT)
    assert texts_of(page)["今日菜价"] == SHOWN
    places = read_pdf(pdf(page, **WIDE)).layout.places
    assert len({place.block for place in places if place and place.part == "table"}) == 1


def test_the_title_over_a_ruled_table_is_its_headline():
    """The lines around and between its cells are a box, in which the title does not stand."""
    lines = "".join(f"46 {y} 200 .5 re f\n" for y in (264, 250.5, 237, 223.5, 209))
    lines += "".join(f"{x} 209 .5 55 re f\n" for x in (46, 246))
    page = text_at(90, 278, 13, "今日菜价") + table_at(50, 254) + lines
    page += text_at(285, 274, 18, HEADLINE) + set_column(280, 250, LEFT)
    page += set_column(440, 250, RIGHT)
    assert texts_of(page)["今日菜价"] == SHOWN

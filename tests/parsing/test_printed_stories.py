"""Articles of a PDF page, told by type and position."""

from articles.parsing import ledger, parse_page
from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import column_at, pdf, text_at

LEFT = [
    "\u3000\u3000本报讯（记者 陆小舟）昨日",
    "青禾区农业部门的技术人员来",
    "到田间地头，为种植户讲解春",
    "耕备耕知识，并送去农药化肥",
]
RIGHT = ["和新的麦种。种植户们说，有", "了技术指导，心里踏实多了。"]
OTHER = [
    "\u3000\u3000本报讯（记者 何田）近日，",
    "澜江大桥的主塔封顶，施工人",
    "员放起了鞭炮。大桥明年通车。",
]


def set_column(x, y, rows):
    """Rows with their indent as a distance, as a page program sets them."""
    return "".join(
        text_at(x + (20 if row[0] == "\u3000" else 0), y - 14 * k, 10, row.strip("\u3000"))
        for k, row in enumerate(rows)
    )


PAGE = (
    text_at(50, 260, 20, "农技人员送技到田")
    + set_column(50, 230, LEFT)
    + set_column(215, 230, RIGHT)
    + text_at(50, 130, 20, "澜江大桥主塔封顶")
    + set_column(50, 100, OTHER)
)
# Forty small curves in a row, as a headline turned into outlines.
OUTLINES = "".join(
    f"{50 + 4 * k} 130 m {51 + 4 * k} 146 {52 + 4 * k} 146 {53 + 4 * k} 130 c "
    f"{52 + 4 * k} 140 {51 + 4 * k} 140 {50 + 4 * k} 130 c h\n"
    for k in range(40)
)


def record_of(commands, **size):
    printed = read_pdf(pdf(commands, **size))
    return parse_page(printed.text, layout=printed.layout)


def test_a_headline_takes_the_columns_below_it():
    first, second = record_of(PAGE).articles
    assert first.headline == "农技人员送技到田"
    assert first.paragraphs[0].text.endswith("送去农药化肥" + "".join(RIGHT))
    assert second.headline == "澜江大桥主塔封顶"
    assert [c.name for c in second.credits] == ["何田"]


def test_the_order_in_the_file_does_not_matter():
    turned = "".join(reversed(PAGE.splitlines(keepends=True)))
    assert [a.headline for a in record_of(turned).articles] == [
        "农技人员送技到田",
        "澜江大桥主塔封顶",
    ]


def test_smaller_type_above_and_below_is_kicker_and_deck():
    page = (
        text_at(50, 280, 12, "春耕进行时")
        + text_at(50, 255, 24, "农技人员送技到田")
        + text_at(50, 240, 12, "青禾区三百户受益")
        + set_column(50, 220, LEFT + RIGHT)
    )
    (article,) = record_of(page).articles
    assert (article.kicker, article.headline, article.deck) == (
        "春耕进行时",
        "农技人员送技到田",
        "青禾区三百户受益",
    )


def test_a_drawn_headline_is_told_and_never_invented():
    page = PAGE.replace(text_at(50, 130, 20, "澜江大桥主塔封顶"), f"{OUTLINES}f\n")
    printed = read_pdf(pdf(page))
    record = parse_page(printed.text, layout=printed.layout)
    assert [a.headline for a in record.articles] == ["农技人员送技到田", None]
    assert [d.candidates for d in record.doubts if d.kind == "headline_drawn"] == [()]
    (drawn,) = printed.layout.drawn
    assert drawn.kind == "curves"
    assert abs(drawn.box.left - 50 / 400) < 0.01
    assert drawn.box.right > 0.4
    assert drawn.box.top < 1 - 140 / 300 < drawn.box.bottom


def test_paragraphs_open_where_rows_are_indented():
    rows = [
        "\u3000\u3000第一段话说到这里就结束了。",
        "\u3000\u3000第二段话从这里开始，说了",
        "两行才算说完了全部的内容。",
    ]
    page = text_at(50, 260, 20, "农技人员送技到田") + set_column(50, 230, rows)
    (article,) = record_of(page).articles
    assert len(article.paragraphs) == 2


def test_the_ledger_of_a_printed_page_closes():
    stamp = text_at(100, 100, 30, "内部资料", turn=(0.7, 0.7, -0.7, 0.7))
    record = record_of(PAGE + stamp)
    assert ledger(record).closed
    assert record.ignored == ("内部资料",)


def test_text_without_a_layout_reads_as_before():
    printed = read_pdf(pdf(column_at(50, 250, 10, LEFT)))
    assert parse_page(printed.text) == parse_page(printed.text, layout=None)

"""PDF pages with standing lines, and with single rows that nothing near by explains."""

from articles.parsing import parse_page
from articles.parsing.exchange.layout_json import layout_from_json, layout_to_json
from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_heads import FIRST, HEADLINE, LEAD, SECOND, subheads_of
from tests.parsing.test_printed_insets import bodies_of
from tests.parsing.test_printed_orders import EVEN, rows_of, standing
from tests.parsing.test_printed_stories import record_of, set_column

OPEN = [*EVEN, "沿河的步道修好了，傍晚散步"]


def lying(x, y, size, text):
    """Signs on their side, their feet to the left."""
    return text_at(x, y, size, text, turn=(0, -1, 1, 0))


def test_digits_on_their_side_are_read_in_the_standing_line_they_are_part_of():
    page = (
        standing(40, 270, "全县收粮")
        + lying(45, 202, 20, "521")
        + standing(40, 152, "万吨再创新高")
    )
    page += set_column(90, 276, LEAD + FIRST + SECOND)
    record = record_of(page)
    assert [a.headline for a in record.articles] == ["全县收粮521万吨再创新高"]
    assert record.ignored == ()


def test_a_boxed_headline_let_into_its_text_heads_it():
    rows = [*EVEN, *EVEN[1:]]
    page = (
        set_column(50, 270, ["\u3000\u3000本报讯（记者何田）傍晚", *rows[1:], EVEN[1]])
        + "190 186 140 58 re S\n"
    )
    page += text_at(196, 204, 16, HEADLINE) + text_at(230, 224, 12, "春耕进行时")
    page += set_column(195, 270, EVEN[1:2])
    page += set_column(340, 270, [*rows[1:], "都很高兴。"])
    (article,) = record_of(page, width=520).articles
    assert article.headline == HEADLINE


def test_a_subhead_at_a_columns_foot_with_a_blank_row_above_has_its_columns_edge():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 256, EVEN)
    page += text_at(90, 202, 10, "往后怎么办") + set_column(195, 256, [*EVEN, EVEN[2]])
    printed = read_pdf(pdf(page))
    (row,) = [k for k, text in enumerate(printed.text.split("\n")) if text.strip() == "往后怎么办"]
    assert printed.layout.places[row].indent == 4.0


def test_a_rule_parts_a_text_from_the_headline_below_it():
    """Headlines beside their columns, the first at the left, the second at the right."""
    page = text_at(30, 255, 21, "三代人守护") + text_at(30, 229, 21, "一片红树林")
    page += set_column(210, 270, [*LEAD, *EVEN[1:], EVEN[1]]) + "30 187 620 0.5 re f\n"
    page += set_column(361, 270, ["的人都说好。", *EVEN, EVEN[1]])
    page += set_column(513, 270, ["的人都来了。", *EVEN])
    page += text_at(518, 156, 21, "古戏台修旧") + text_at(518, 130, 21, "如旧迎客来")
    page += set_column(30, 171, [*LEAD, *EVEN[1:]]) + set_column(181, 171, [*EVEN, EVEN[1]])
    page += set_column(333, 171, ["的人都来了。", EVEN[0], EVEN[2]])
    record = record_of(page, width=680)
    heads = {a.headline.replace(" ", ""): a.lines[0] for a in record.articles}
    assert sorted(heads, key=heads.get) == ["三代人守护一片红树林", "古戏台修旧如旧迎客来"]
    first = record.articles[0]
    assert "的人都说好。" in bodies_of(first)


def test_one_character_before_a_wide_space_is_part_of_its_row():
    rows = ["\u3000\u3000本报讯（记者何田通讯", *EVEN[1:], *EVEN[1:]]
    page = set_column(50, 256, rows[:1]) + text_at(50, 242, 10, "员")
    page += text_at(70.0, 242, 10, "成思远）散步的人多了起") + set_column(50, 228, rows[1:])
    assert any(row.startswith("员") and "成思远" in row for row in rows_of(page))


def test_a_single_full_row_is_no_subhead():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 256, [EVEN[0]])
    page += "50 150 130 90 re f\n" + set_column(206, 256, [*EVEN[1:], *EVEN])
    (article,) = record_of(page).articles
    assert subheads_of(article) == []
    assert "傍晚散步的人多了起来" in bodies_of(article)


def test_signs_told_in_other_words_inside_a_form_stand_where_they_are_printed():
    """A page that another program put into a larger sheet; the sign of 山 was one of a radical."""
    first = "/Span<</ActualText<FEFF5C71>>>BDC\n" + text_at(50, 100, 10, "山") + "EMC\n"
    inner = (first + text_at(60, 100, 10, "里来了放映队")).encode()
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</Font<</F1 5 0 R>>>>"
    form += b"/Length %d>>stream\n%s\nendstream" % (len(inner), inner)
    page = pdf("q 1 0 0 1 60 80 cm /X1 Do Q\n" + set_column(110, 140, EVEN))
    page = page.replace(b"/F1 5 0 R>>>>\nendobj", b"/F1 5 0 R>>/XObject<</X1 4 0 R>>>>\nendobj")
    found = read_pdf(page.replace(b"\nnull\n", b"\n" + form + b"\n")).text.split("\n")
    assert "山里来了放映队" in [row.strip("\u3000") for row in found]


def test_paragraphs_and_subheads_of_a_page_on_its_side_are_those_of_the_upright_one():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 256, EVEN)
    page += text_at(90, 214, 10, "往后怎么办") + set_column(50, 200, [*EVEN, *EVEN])
    page += set_column(195, 256, [*EVEN, *EVEN])
    for turn in (0, 90, 270):
        printed = read_pdf(pdf(page, extra=f"/Rotate {turn}"))
        (article,) = parse_page(printed.text, layout=printed.layout).articles
        assert printed.layout.turn == turn
        assert subheads_of(article) == ["往后怎么办"]
        assert len(article.paragraphs) == 6
        assert layout_from_json(layout_to_json(printed.layout)).turn == turn


DOWN = [
    "\u3000\u3000消失了八年后，今秋每到",
    "周末旧书摊前挤满了人，摊位",
    "统一编号，摊主按月轮换位",
    "置。",
    "\u3000\u3000老许守着两箱连环画说，",
    "来问的人多，我就高兴。",
]


def standing_rows(x, y, rows, order=lambda signs: signs):
    """Rows that run downwards from the right, each sign by itself."""
    signs = [
        text_at(x - 16 * k, y - 11 * n, 10, char)
        for k, row in enumerate(rows)
        for n, char in enumerate(row)
        if char != "\u3000"
    ]
    return "".join(order(signs))


def test_standing_text_keeps_its_last_short_row_and_its_paragraphs():
    page = standing(300, 270, "旧书摊回来了") + standing_rows(270, 276, DOWN)
    (article,) = record_of(page).articles
    rows = [row.strip("\u3000") for row in DOWN]
    assert article.headline == "旧书摊回来了"
    assert [p.text for p in article.paragraphs] == ["".join(rows[:4]), "".join(rows[4:])]


def test_a_sign_of_another_line_written_in_the_midst_parts_no_standing_line():
    def strewn(signs):
        return [*signs[:2], signs[-1], *signs[2:-1]]

    head = standing_rows(120, 276, ["学费五百元十二节课", "满员"], order=strewn)
    page = head + set_column(150, 276, LEAD + FIRST + SECOND)
    assert "学费五百元十二节课" in rows_of(page)
    assert "满员" in rows_of(page)


def test_a_small_standing_line_right_of_a_standing_headline_is_its_kicker():
    page = standing(40, 270, "斑马线该补补了") + "".join(
        text_at(66, 240 - 10 * k, 8, sign) for k, sign in enumerate("读者来信")
    )
    page += set_column(90, 262, [*LEAD, *EVEN, *FIRST, *SECOND])
    (article,) = record_of(page).articles
    assert (article.kicker, article.headline) == ("读者来信", "斑马线该补补了")

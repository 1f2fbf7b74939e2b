"""Columns of a PDF page where few rows, wide letter-spacing or a long byline hide their edges."""

from articles.parsing import parse_page
from articles.parsing.pdf.figures import find_figures
from articles.parsing.pdf.pdfium import Glyph, Shape, Sheet
from articles.parsing.pdf.reading import read_pdf
from articles.parsing.pdf.runs import share_out
from tests.parsing.printing import column_at, pdf, text_at
from tests.parsing.test_printed_heads import FIRST, HEADLINE, LEAD, SECOND, subheads_of
from tests.parsing.test_printed_rivers import ROWS
from tests.parsing.test_printed_stories import LEFT, RIGHT, record_of, set_column

FACE = (
    b"/F3<</Type/Font/Subtype/Type0/BaseFont/SimHei/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>"
)
SIGNED = "□本报记者 陆小舟 通讯员 何田心"


def spread(x, y, step, text):
    return "".join(text_at(x + step * k, y, 10, char) for k, char in enumerate(text))


def spread_wide(x, y, step, text):
    return "".join(text_at(x + step * k, y, 20, char) for k, char in enumerate(text))


def lines_of(commands, **size):
    return read_pdf(pdf(commands, **size)).text.replace("\u3000", "").split("\n")


def in_two_faces(commands):
    return pdf(commands.replace("/HEI", "/F3")).replace(b"/F1 5 0 R", b"/F1 5 0 R" + FACE)


def hei(x, y, size, text):
    return text_at(x, y, size, text).replace("/F1", "/HEI")


def test_a_row_of_few_characters_stretched_to_its_column_is_one_line():
    rows = [*FIRST, *SECOND, *FIRST]
    page = set_column(50, 250, rows) + spread(50, 124, 18.57, "可拨打公交服务热")
    page += set_column(50, 110, ["00005550199。", *SECOND]) + set_column(215, 250, SECOND + FIRST)
    assert "可拨打公交服务热" in lines_of(page)


def test_a_subhead_in_the_type_of_the_text_is_centred_or_stands_off():
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, LEAD)
        + text_at(55, 180, 10, "送到山上十几户人家的种子")
        + set_column(50, 166, SECOND)
    )
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["送到山上十几户人家的种子"]


def test_one_row_under_a_subhead_at_the_foot_of_a_column_opens_a_paragraph():
    opening = "\u3000\u3000“有了技术指导，种植户心"
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, [*LEAD, "里面，大家都说明年要多种几", "亩，把合作社办好。"])
        + text_at(95, 152, 10, "种子送上山")
        + set_column(50, 138, [opening])
        + set_column(215, 236, ["里踏实多了”，大家都说明年", "还要多种几亩。", *SECOND])
    )
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["种子送上山"]
    assert article.paragraphs[2].text.startswith("“有了技术指导，种植户心里踏实多了”")


def test_a_byline_that_stands_off_heads_no_story():
    head = text_at(50, 282, 20, HEADLINE) + text_at(50, 264, 11, "三百户农家受益了")
    page = head + text_at(95, 237, 10, "□本报记者 陆小舟") + set_column(50, 224, FIRST + SECOND)
    (article,) = record_of(page).articles
    assert (article.headline, article.deck) == (HEADLINE, "三百户农家受益了")


def test_a_credit_belongs_to_the_photo_that_it_stands_under():
    page = text_at(50, 292, 20, HEADLINE) + set_column(50, 270, LEFT) + set_column(215, 270, RIGHT)
    for x, name in ((50, "陆小舟"), (190, "何田心")):
        page += f"{x} 110 130 90 re f\n" + text_at(x, 96, 9, "社员们在田头查看麦苗长势。")
        page += text_at(x + 85, 82, 9, f"{name} 摄")
    record = record_of(page)
    assert [[c.name for c in photo.credits] for photo in record.photos] == [["陆小舟"], ["何田心"]]


def test_a_long_byline_runs_over_the_gutter_into_no_other_line():
    left = [*FIRST, "社员们都来了，看技术员怎样"]
    right = ["30户人家都来了，看技术员怎", "样给麦苗治病。", *SECOND]
    page = text_at(50, 262, 20, HEADLINE) + text_at(50, 236, 10, SIGNED) + set_column(50, 222, left)
    lines = lines_of(page + set_column(206, 236, right))
    assert SIGNED in lines
    assert right[0] in lines


def test_a_bold_row_below_a_remnant_of_text_is_no_deck():
    page = (
        text_at(120, 250, 36, "送技到田")
        + set_column(50, 222, [*LEAD, FIRST[1]])
        + set_column(206, 222, ["踏实多了。"])
        + hei(230, 200, 10.5, "种子送上山")
        + set_column(206, 186, SECOND)
    )
    printed = read_pdf(in_two_faces(page))
    lines = zip(printed.layout.places, printed.text.split("\n"), strict=False)
    assert [place.part for place, line in lines if "种子送上山" in line] == ["body"]


def test_a_comma_and_a_straight_stroke_are_letters_of_a_drawn_headline():
    """上，一“新: the stroke of 一 is as straight as a rule, and signs stand low or high."""
    sign, comma = (50, 100, 74, 124), (76, 118, 80, 127)
    quote, last = (138, 100, 147, 108), (150, 100, 174, 124)
    curved = [Shape("curves", *box, 0, points=40) for box in (sign, comma, quote, last)]
    shapes = [*curved, Shape("path", 100, 111, 123, 114, 0, points=11)]
    figures = find_figures(shapes, Sheet(0, 0, 400, 300, 0))
    assert [(row.left, row.right) for row in figures.curves] == [(50, 174)]
    assert figures.bars == []


def test_a_sign_for_two_dashes_may_end_at_two_places():
    """Chromium's —— is one sign; the library gives its two characters one place, two widths."""
    made = [Glyph(c, 50, 50, right, 10, 10, "", 0, order) for order, (c, right) in
            enumerate((("—", 58.8), ("—", 67.0)))]  # fmt: skip
    share_out(made)
    assert [(g.x, g.right) for g in made] == [(50, 58.5), (58.5, 67)]


def test_two_photos_side_by_side_keep_their_captions():
    page = text_at(50, 292, 20, HEADLINE) + set_column(50, 270, LEFT) + set_column(215, 270, RIGHT)
    for x, rows in ((50, ["澜江秋色。"]), (192, ["社员们在田头查看麦苗长势", "，个个都很高兴。"])):
        page += f"{x} 110 130 90 re f\n" + column_at(x, 98, 9, rows)
    captions = [photo.caption for photo in record_of(page).photos]
    assert captions == ["澜江秋色。", "社员们在田头查看麦苗长势，个个都很高兴。"]


def test_a_headline_with_a_space_over_the_gutter_is_one():
    """早市换新颜 烟火更暖人: neither half stands at its column's edge or in its middle."""
    page = spread_wide(69, 250, 26, "早市换新颜") + spread_wide(208, 250, 26, "烟火更暖人")
    page += set_column(50, 226, FIRST + SECOND) + set_column(200, 226, SECOND + FIRST)
    assert [a.headline for a in record_of(page).articles] == ["早市换新颜 烟火更暖人"]


def test_a_headline_in_the_middle_of_its_columns_height_heads_their_first_text():
    first = [*FIRST, *SECOND, *FIRST[:1], *FIRST[1:]]
    page = (
        text_at(40, 170, 18, "送技到田")
        + set_column(130, 280, first)
        + text_at(170, 140, 10, "种子送上山")
        + set_column(130, 126, SECOND + FIRST)
        + set_column(280, 280, [*FIRST[1:], *SECOND, *FIRST])
    )
    (article,) = record_of(page, width=450).articles
    assert article.headline == "送技到田"
    assert article.paragraphs[0].text.startswith("有了技术指导")


def test_a_text_does_not_go_on_below_white_without_a_subhead():
    """The column that ended beside it does; white parts the band above from the one below."""
    upper = text_at(380, 284, 16, HEADLINE) + set_column(380, 262, SECOND)
    band = text_at(50, 196, 16, "麦苗的头一批") + set_column(50, 170, [*FIRST, LEAD[1]])
    band += set_column(215, 204, [LEAD[2], *SECOND, *FIRST])
    record = record_of(upper + band + set_column(380, 204, FIRST + SECOND), width=560)
    ends = {a.headline: (len(a.paragraphs), a.paragraphs[-1].text[-5:]) for a in record.articles}
    assert ends == {HEADLINE: (1, "后再来看。"), "麦苗的头一批": (5, "后再来看。")}


def test_a_notices_date_below_it_is_its_own():
    rows = [*FIRST, "\u3000\u3000青禾区供水有限公司通告", "处"]
    page = text_at(50, 262, 20, "停水通知") + set_column(50, 236, rows)
    page += text_at(70, 166, 10, "2026年11月12日")
    (article,) = record_of(page).articles
    assert article.paragraphs[-1].text.endswith("2026年11月12日")


def test_a_subhead_that_fills_its_column_is_told_by_what_stands_around_it():
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, [*FIRST, "\u3000\u3000社员们都来了。"])
        + set_column(215, 236, ["送种子到山上十几户人家里", *SECOND])
    )
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["送种子到山上十几户人家里"]


def test_a_byline_goes_on_with_a_single_character():
    page = text_at(50, 262, 20, HEADLINE) + text_at(50, 236, 10, "□本报记者陆小舟通讯员何田")
    page += text_at(110, 222, 10, "心") + set_column(50, 208, FIRST + SECOND)
    (article,) = record_of(page).articles
    assert [c.name for c in article.credits] == ["陆小舟", "何田心"]


def test_what_stands_right_of_a_standing_headline_is_its_kicker():
    page = standing(50, 20, "送技到田头") + standing(30, 11, "三百户农家受益")
    page += standing(76, 11, "春耕进行时") + set_column(110, 270, FIRST + SECOND)
    (article,) = record_of(page).articles
    heads = article.kicker, article.headline, article.deck
    assert heads == ("春耕进行时", "送技到田头", "三百户农家受益")


def test_the_bold_row_at_the_top_of_a_box_heads_it_though_it_is_no_larger():
    box = (
        "210 60 150 140 re S\n"
        + text_at(220, 180, 10.6, "麦苗的头一批")
        + set_column(216, 156, SECOND)
    )
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, FIRST + SECOND + FIRST)
    record = record_of(page + set_column(215, 236, ["踏实多了。"]) + box)
    assert [a.headline for a in record.articles] == [HEADLINE, "麦苗的头一批"]


def test_a_headline_let_into_its_text_heads_the_column_beside_it():
    """The text begins at its left, goes on below it and ends at its right, all at one height."""
    left = [*LEAD, *SECOND]
    under = [[*FIRST, "都说好。"], [*SECOND, *FIRST[:1]]]
    page = text_at(245, 246, 20, HEADLINE) + set_column(50, 256, left)
    page += "".join(set_column(206 + 156 * k, 228, rows) for k, rows in enumerate(under))
    page += set_column(518, 256, ["里踏实多了。", *FIRST, *SECOND[:2]])
    (article,) = record_of(page, width=700).articles
    assert article.headline == HEADLINE
    assert [c.name for c in article.credits] == ["陆小舟"]


def standing(x, size, text):
    return "".join(text_at(x, 270 - 1.1 * size * k, size, c) for k, c in enumerate(text))


def test_two_standing_headlines_back_to_back_are_two():
    page = set_column(50, 270, FIRST + SECOND) + standing(200, 20, "送技到田头")
    page += standing(242, 20, "麦苗的头一批") + set_column(272, 270, LEAD + FIRST)
    assert {a.headline for a in record_of(page).articles} == {"送技到田头", "麦苗的头一批"}


def test_a_row_that_goes_on_with_a_number_before_the_gutter_is_whole():
    """11 at the column's end stands two squares left of the next column, as an indent would."""
    left = ["\u3000\u3000本报讯（记者陆小舟）11", "月8日晚，青禾区的技术人员来", *SECOND]
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, left)
    page += set_column(200, 236, [FIRST[1], *SECOND[1:], *FIRST[1:]])
    assert left[0].strip() in lines_of(page)


def test_a_bracket_that_lost_half_its_square_opens_no_column():
    rows = [
        "青禾区农业部门的技术人员来",
        "到田间地头，为种植户讲解春",
        "耕备耕知识，送去农药化肥。",
    ]
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, [*LEAD[:1], *rows])
    page += text_at(50, 180, 10, "电") + text_at(63.9, 180, 10, "（记者何田）昨日上午，")
    page += set_column(50, 166, [*rows, *rows])
    assert "电（记者何田）昨日上午，" in lines_of(page)


def test_a_line_at_a_columns_foot_is_no_kicker_of_the_headline_below():
    page = (
        text_at(50, 270, 16, "澜江大桥封顶")
        + set_column(50, 248, FIRST)
        + text_at(82, 192, 10.6, "种子送上山")
        + set_column(50, 178, ["\u3000\u3000农业部门还把新品种"])
        + text_at(50, 136, 30, "送技到田")
        + set_column(50, 106, FIRST + SECOND)
        + set_column(215, 248, ["种子送到了山上。", *SECOND])
    )
    first, second = record_of(page).articles
    assert (second.headline, second.kicker) == ("送技到田", None)
    assert "种子送上山" in "".join(p.text for p in first.paragraphs)


def test_a_byline_right_of_a_full_row_is_no_part_of_it():
    left = [*FIRST, *SECOND[1:2], "里踏实多了，种子送到了，：", *FIRST[1:]]
    right = [*FIRST, *SECOND[1:2]]
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, left) + set_column(200, 236, right)
    lines = lines_of(page + text_at(188, 180, 10, "本报记者 陆小舟"))
    assert "本报记者 陆小舟" in lines


def test_a_folio_in_rows_at_the_foot_is_no_article():
    page = text_at(50, 290, 16, HEADLINE) + set_column(50, 268, FIRST + SECOND + FIRST)
    page += column_at(
        50, 40, 9, ["澜江晨报 A04 副刊", "责编 陆小舟 版式 何田", "澜江大桥通车 详见2版"]
    )
    (article,) = record_of(page).articles
    assert article.headline == HEADLINE


def test_a_caption_in_the_texts_type_is_told_by_the_credit_below_it():
    page = text_at(50, 292, 20, HEADLINE) + set_column(50, 270, LEFT) + set_column(215, 270, RIGHT)
    page += "50 110 300 90 re f\n" + set_column(50, 98, ["澜江秋色。"])
    page += text_at(300, 84, 10, "何田心 摄")
    (photo,) = record_of(page).photos
    assert photo.caption == "澜江秋色。"


def test_a_column_that_a_subhead_tops_begins_no_story():
    """The headline in the middle of four columns is nearest to the third, which a subhead tops."""
    opening = ["\u3000\u3000“快看，麦苗！”昨天青禾", *SECOND[1:]]
    columns = [
        [*opening, *FIRST],
        ["里踏实多了，都要多种几亩，", *SECOND[1:2], "到田间地头讲解春耕知识。"],
        ["", *FIRST, *SECOND],
        ["里踏实多了，都要多种几亩，", *SECOND[1:2], "到田间地头讲解春耕知识。"],
    ]
    page = text_at(285, 250, 16, HEADLINE) + text_at(420, 226, 10, "种子送上山")
    for k, rows in enumerate(columns):
        page += set_column(50 + 165 * k, 226 if rows[0] else 212, list(filter(None, rows)))
    (article,) = record_of(page, width=760).articles
    assert article.headline == HEADLINE
    assert article.paragraphs[0].text.startswith("“快看，麦苗！”")


def test_a_single_row_above_a_photo_is_indented_as_elsewhere_on_the_page():
    page = text_at(50, 282, 20, HEADLINE) + set_column(
        50, 256, ["\u3000\u3000有了技术指导，种植户们"]
    )
    page += "50 150 130 95 re f\n" + set_column(206, 256, ["心里踏实多了。", *SECOND, *FIRST])
    page += text_at(50, 110, 16, "澜江大桥封顶") + set_column(50, 88, LEAD + FIRST)
    first = record_of(page).articles[0]
    assert first.headline == HEADLINE
    assert first.paragraphs[0].text == "有了技术指导，种植户们心里踏实多了。"


def test_columns_of_two_widths_do_not_show_where_the_next_one_begins():
    """Left of the text stands another one, in a box; the text's second column has few rows."""
    narrow = ["\u3000\u3000" + ROWS[0][:10], *(row[:12] for row in ROWS[1:] * 2), "都说好。"]
    page = "45 60 130 215 re S\n" + text_at(60, 256, 16, "渡口发新芽") + set_column(50, 230, narrow)
    page += text_at(300, 256, 20, HEADLINE) + set_column(200, 230, [*LEFT, *ROWS, RIGHT[1]])
    page += text_at(406, 230, 10, "把夜校办起来")
    page += set_column(366, 216, ["\u3000\u3000" + ROWS[3][:12], ROWS[4]])
    page += set_column(532, 230, [ROWS[5], "倍。"])
    printed = read_pdf(pdf(page, width=720))
    (article,) = [
        a
        for a in parse_page(printed.text, layout=printed.layout).articles
        if a.headline == HEADLINE
    ]
    assert subheads_of(article) == ["把夜校办起来"]
    assert "".join(p.text for p in article.paragraphs).endswith(ROWS[4] + ROWS[5] + "倍。")

"""Kickers, decks, subheads, captions and bylines of a PDF page where type alone tells little."""

import pytest

from articles.parsing.pdf.figures import find_figures, part_frames
from articles.parsing.pdf.pdfium import Shape, Sheet
from articles.parsing.pdf.reading import read_pdf
from articles.records import BlockKind, Box
from tests.parsing.printing import column_at, pdf, text_at
from tests.parsing.test_printed_stories import LEFT, RIGHT, record_of, set_column

HEADLINE = "农技人员送技到田"
LEAD = [
    "\u3000\u3000本报讯（记者 陆小舟）昨日",
    "青禾区农业部门的技术人员来",
    "到田间地头讲解春耕知识。",
]
FIRST = [
    "\u3000\u3000有了技术指导，种植户们心",
    "里踏实多了，都说明年要多种",
    "几亩，把合作社办得更红火。",
]
SECOND = [
    "\u3000\u3000农业部门还把新品种的种子",
    "送到了山上的十几户人家，请",
    "他们先试种，秋后再来看。",
]
# One sign that stands for two dashes: a font whose code 41 is both of them.
DASHES = "1 beginbfchar\n<41> <20142014>\nendbfchar"
FONT = (
    b"/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
    b"/FirstChar 65/LastChar 65/Widths[2000]/ToUnicode 11 0 R>>"
)


def subheads_of(article):
    return [p.text for p in article.paragraphs if p.kind is BlockKind.SUBHEAD]


def test_a_line_in_the_type_of_the_text_is_kicker_or_deck_where_it_is_lined_up():
    page = (
        text_at(105, 281, 10, "春耕进行时")
        + text_at(50, 255, 20, HEADLINE)
        + text_at(90, 238, 10, "三百户农家受益了")
        + set_column(50, 214, LEFT)
        + set_column(215, 214, RIGHT)
    )
    (article,) = record_of(page).articles
    heads = article.kicker, article.headline, article.deck
    assert heads == ("春耕进行时", HEADLINE, "三百户农家受益了")


def test_a_deck_of_many_even_rows_is_no_text():
    rows = ["种植能手到田头示", "范，技术员讲解春", "耕要点，三百户农", "家现场提问，合作",
            "社当天订购新种子", "二十吨秋后再来"]  # fmt: skip
    deck = column_at(50, 232, 13, rows, pitch=16)
    page = text_at(50, 250, 20, HEADLINE) + deck + set_column(50, 120, [*LEAD, *FIRST])
    (article,) = record_of(page).articles
    assert (article.headline, article.deck) == (HEADLINE, "".join(rows))


def test_the_last_line_of_the_text_above_is_no_kicker():
    page = (
        set_column(50, 280, LEAD)
        + text_at(50, 225, 20, "澜江大桥主塔封顶")
        + set_column(50, 200, FIRST)
    )
    articles = record_of(page).articles
    assert [a.kicker for a in articles] == [None] * len(articles)


def test_a_larger_row_inside_a_column_heads_a_paragraph():
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, LEAD)
        + text_at(90, 192, 11.5, "种子上山")
        + set_column(50, 174, SECOND)
    )
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["种子上山"]
    assert len(article.paragraphs) == 3


def test_a_subhead_at_the_head_of_a_column_is_known_by_its_likes():
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, LEAD)
        + text_at(90, 192, 11.5, "种子上山")
        + set_column(50, 174, SECOND)
        + text_at(255, 236, 11.5, "农家有底")
        + set_column(215, 218, FIRST)
    )
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["种子上山", "农家有底"]


def test_a_line_over_several_columns_is_no_row_of_the_one_below_it():
    page = (
        text_at(120, 262, 20, HEADLINE)
        + text_at(150, 244, 10, "三百户农家受益了，合作社越办越红火")
        + set_column(50, 226, LEAD)
        + set_column(215, 226, FIRST)
    )
    printed = read_pdf(pdf(page))
    rows = zip(printed.text.splitlines(), printed.layout.places, strict=True)
    place = next(place for line, place in rows if line.startswith("三百户"))
    assert sum(p is not None and p.block == place.block for p in printed.layout.places) == 1


def test_a_caption_with_its_photographer_may_stand_beside_its_picture():
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, LEFT + RIGHT)
        + "220 60 80 90 re f\n"
        + set_column(
            306,
            140,
            [
                *"昨日，青禾区|的社员们在|田头查看麦|苗，请教技|术员。今年|全区种麦三|万亩，比去|年多了一千|亩。".split(
                    "|"
                ),
                "陆小舟 摄",
            ],
        )
    )
    record = record_of(page)
    assert [photo.caption[-9:] for photo in record.photos] == ["比去年多了一千亩。"]
    assert [c.name for photo in record.photos for c in photo.credits] == ["陆小舟"]


def test_a_byline_goes_on_at_the_right_of_the_next_row():
    page = (
        text_at(50, 262, 20, HEADLINE)
        + set_column(50, 236, [LEAD[0].replace("（记者 陆小舟）", ""), *LEAD[1:]])
        + text_at(50, 194, 10, "本报记者 陆小舟 通讯员")
        + text_at(150, 180, 10, "何田")
    )
    (article,) = record_of(page).articles
    assert [c.name for c in article.credits] == ["陆小舟", "何田"]
    assert "何田" not in article.paragraphs[-1].text


def test_a_sign_that_stands_for_two_characters_is_both_of_them():
    line = text_at(50, 200, 10, "三次会议") + "BT /F2 10 Tf 90 200 Td (A) Tj ET\n"
    page = line + text_at(110, 200, 10, "一棵树的去留")
    whole = pdf(page, DASHES).replace(b"/F1 5 0 R", b"/F1 5 0 R" + FONT)
    printed = read_pdf(whole)
    assert printed.text.strip() == "三次会议——一棵树的去留"


def test_a_box_with_round_corners_is_a_box_and_no_letter():
    sheet = Sheet(0, 0, 400, 300, 0)
    ring = Shape("curves", 60, 130, 314, 294, 0, points=13)
    figures = find_figures([ring], sheet)
    lines = [Box(70, 180, 190, 190), Box(70, 194, 190, 204)]
    part_frames(figures, lines)
    assert (figures.frames, figures.pictures, figures.curves) == ([ring], [], [])


def test_lines_of_another_text_say_nothing_of_a_gutter():
    """Wide rows above; below them two columns whose few rows must tell by themselves."""
    wide = "今年全区的春耕比往年早了整整十天，各乡镇都已经把种子和化肥送到了田头。"
    above = set_column(50, 256, [wide] * 3)
    head = text_at(50, 206, 12, HEADLINE)
    below = set_column(50, 184, [LEAD[1], *LEAD[1:]]) + set_column(214, 184, FIRST[1:])
    text = read_pdf(pdf(above + head + below, width=460)).text
    assert FIRST[1] in text.split("\n")


def test_a_table_is_read_row_by_row_and_takes_no_headline_from_its_neighbour():
    rows = (("品种", "单位", "均价"), ("白菜", "元/斤", "1.20"), ("萝卜", "元/斤", "0.95"))
    cells = "".join(
        text_at(x, 90 - 16 * k, 12, cell)
        for k, row in enumerate(rows)
        for x, cell in zip((50, 130, 210), row, strict=True)
    )
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, LEFT) + set_column(215, 236, RIGHT)
    record = record_of(page + text_at(50, 112, 16, "今日菜价") + cells)
    news, table = record.articles
    assert news.headline == HEADLINE
    assert news.paragraphs[-1].text.endswith(RIGHT[-1])
    assert table.headline == "今日菜价"
    shown = ["".join(p.text.split()) for p in table.paragraphs]
    assert shown == ["".join(row) for row in rows]


def test_an_opening_quote_that_lost_half_its_square_begins_a_column():
    left = [
        "全区的春耕比往年早了十天，",
        "各乡镇都已经把种子和化肥送",
        "到了田头，农技人员忙个不停",
    ]
    right = ["，都说今年的收成会更好。", "“有了技术指导，心里踏实", "多了。”种植户们笑着说。"]
    across = text_at(80, 194, 10, "农技人员送技到田头暖人心")  # says as much against a gutter
    page = (
        across
        + set_column(50, 180, left)
        + "".join(
            text_at(190 + (15 if row[0] == "“" else 0), 180 - 14 * k, 10, row)
            for k, row in enumerate(right)
        )
    )
    assert right[1] in read_pdf(pdf(page)).text.replace("\u3000", "").split("\n")


def test_a_page_on_its_side_reads_as_the_upright_one():
    line = text_at(50, 200, 10, "三次会议") + "BT /F2 10 Tf 90 200 Td (A) Tj ET\n"
    whole = pdf(line, DASHES).replace(b"/F1 5 0 R", b"/F1 5 0 R" + FONT)
    turned = whole.replace(b"/Resources 3 0 R", b"/Rotate 90/Resources 3 0 R")
    assert read_pdf(turned).text == read_pdf(whole).text


def test_a_headline_in_the_middle_takes_all_the_columns_that_it_is_centred_over():
    columns = [
        ["□本报记者 陆小舟", "\u3000\u3000“快看，麦苗！”昨天青禾", "区农业部门的技术人员来了。"],
        ["\u3000\u3000这是今年的头一批麦苗，农", "技人员已经到田间地头送技。"],
        [*FIRST[:1], "里踏实多了，都要多种几亩。"],
        [*SECOND[:1], "送到了山上的十几户人家。"],
    ]
    page = text_at(303, 250, 16, HEADLINE)
    page += "".join(set_column(50 + 165 * k, 226, rows) for k, rows in enumerate(columns))
    (article,) = record_of(page, width=760).articles
    assert article.headline == HEADLINE
    assert article.paragraphs[-1].text.endswith("十几户人家。")


def test_a_photo_credit_goes_on_in_the_next_row():
    rows = ["社员们在田头", "查看麦苗长势。", "陆小舟 摄影", "报道"]
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, LEFT + RIGHT)
    record = record_of(page + "220 60 80 90 re f\n" + set_column(306, 140, rows))
    (photo,) = record.photos
    assert photo.caption == "社员们在田头查看麦苗长势。"
    assert [c.name for c in photo.credits] == ["陆小舟"]


@pytest.mark.parametrize(
    ("rows", "kicker"),
    [
        (["问政直通车", "老旧小区加装电梯难在哪"], "问政直通车"),
        (["农技人员送技", "到田间地头"], None),
    ],
)
@pytest.mark.parametrize("deck", ["", "三成单元一年里谈成"])
def test_words_tell_a_kicker_of_the_headlines_own_type(rows, kicker, deck):
    page = "".join(text_at(50, 270 - 22 * k, 18, row) for k, row in enumerate(rows))
    page += text_at(50, 230, 12, deck) if deck else ""
    (article,) = record_of(page + set_column(50, 206, LEFT) + set_column(215, 206, RIGHT)).articles
    assert (article.kicker or None, article.deck or "") == (kicker, deck)
    assert article.headline == ("".join(rows) if kicker is None else rows[1])


def test_a_headline_on_three_rows_of_one_size_keeps_its_first():
    rows = ["“村BA”鏖战", "三昼夜 云脚", "村队捧杯"]
    page = "".join(text_at(50, 290 - 22 * k, 18, row) for k, row in enumerate(rows))
    story = [
        "\u3000\u3000历时三天三夜的乡村篮球赛",
        "昨晚落幕，云脚村队以两分险",
        "胜捧杯。十六支村队的球员大",
        "多是农民和返乡青年。",
    ]
    (article,) = record_of(page + set_column(50, 220, story)).articles
    assert (article.kicker, article.headline) == (None, "“村BA”鏖战三昼夜 云脚村队捧杯")

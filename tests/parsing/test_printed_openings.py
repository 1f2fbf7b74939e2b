"""What stands at the head or the foot of a printed column and is none of its running text."""

from articles.parsing import ledger, parse_page
from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_heads import subheads_of
from tests.parsing.test_printed_stories import OUTLINES, record_of, set_column

HEADLINE = "农技人员送技到田"
FIRST = [
    "\u3000\u3000青禾区农业部门的技术人员",
    "来到田间地头，为种植户们讲解",
    "春耕备耕的知识，又把农药化肥",
]
SECOND = [
    "和新的麦种一起送到各家门口。",
    "\u3000\u3000种植户们说，有了技术指导",
    "今年心里踏实，打算再多种几亩",
]
THIRD = [
    "油菜，等到秋天再看收成好不好。",
    "\u3000\u3000农技站今年还要办六期夜校",
    "让大家都来听课。",
]
COLUMNS = set_column(50, 230, FIRST) + set_column(210, 230, SECOND) + set_column(370, 230, THIRD)
WIDE = {"width": 560}
BODY = "".join((*FIRST, *SECOND, *THIRD)).replace("\u3000", "")


def text_of(article):
    return "".join(p.text for p in article.paragraphs)


def test_a_byline_over_the_middle_column_is_a_part_of_the_headline():
    page = text_at(200, 266, 20, HEADLINE) + text_at(235, 245, 10, "本报记者 陆小舟") + COLUMNS
    (article,) = record_of(page, **WIDE).articles
    assert (article.headline, text_of(article)) == (HEADLINE, BODY)
    assert [c.name for c in article.credits] == ["陆小舟"]


def test_a_byline_below_a_drawn_headline_starts_no_story():
    page = f"q 1 0 0 1 150 134 cm {OUTLINES}f Q\n"
    page += text_at(240, 246, 10, "本报记者 陆小舟") + COLUMNS
    (article,) = record_of(page, **WIDE).articles
    assert (article.headline, text_of(article)) == (None, BODY)
    assert [c.name for c in article.credits] == ["陆小舟"]


def test_a_name_cut_at_the_end_of_a_byline_goes_on_in_the_middle_below():
    page = text_at(60, 270, 16, HEADLINE)
    page += text_at(52, 256, 8, "农村报记者 何田 通讯员 陆小") + text_at(113, 245, 8, "舟")
    page += set_column(50, 230, [*FIRST, *SECOND, "也更有奔头了。"])
    (article,) = record_of(page).articles
    assert article.headline == HEADLINE
    assert [c.name for c in article.credits] == ["何田", "陆小舟"]


def test_a_mark_that_nobody_can_read_opens_a_byline_all_the_same():
    page = text_at(60, 270, 16, HEADLINE) + text_at(75, 252, 10, "\ufffd本报记者 陆小舟")
    page += set_column(50, 230, [*FIRST, "送到门口。"])
    (article,) = record_of(page).articles
    assert [c.name for c in article.credits] == ["陆小舟"]


def test_an_intern_whose_title_is_cut_at_the_line_end_is_no_two_reporters():
    rows = [
        "\u3000\u3000本报讯（记者陆小舟 实习",
        "生何田）昨日，青禾区农业部门",
        "的技术人员来到田间地头。",
    ]
    (article,) = record_of(text_at(60, 270, 16, HEADLINE) + set_column(50, 250, rows)).articles
    assert [c.name for c in article.credits] == ["陆小舟", "何田"]


def test_a_drop_cap_stands_at_the_head_of_its_row():
    rows = ["禾区农业部门的技术", "人员来到田间地头，"]
    page = text_at(60, 270, 20, HEADLINE) + text_at(50, 226, 24, "青")
    page += set_column(76, 236, rows) + set_column(50, 208, ["为种植户讲解春耕备耕的", "知识。"])
    record = record_of(page)
    (article,) = record.articles
    assert article.headline == HEADLINE
    assert text_of(article).startswith("青禾区农业部门的技术人员来到田间地头，为种植户")
    assert ledger(record).closed


def test_a_subhead_at_the_foot_of_a_column_heads_the_next_one():
    left = [*FIRST, *SECOND[:1]]
    page = text_at(90, 270, 20, HEADLINE) + set_column(50, 240, left)
    page += text_at(97, 240 - 14 * 4, 10.4, "夜校开课")
    page += set_column(215, 240, ["\u3000\u3000农技站今年还要办六期夜校", *THIRD[2:]])
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["夜校开课"]
    assert text_of(article).endswith("让大家都来听课。")


def test_columns_of_one_text_may_begin_a_little_lower_than_each_other():
    page = text_at(120, 266, 20, HEADLINE) + set_column(50, 231, FIRST)
    page += set_column(210, 240, [*SECOND, "油菜。"])
    (article,) = record_of(page).articles
    assert article.headline == HEADLINE
    assert text_of(article).startswith("青禾区")


def test_a_pen_name_between_two_columns_is_a_part_of_the_headline():
    page = text_at(105, 266, 20, HEADLINE) + text_at(180, 245, 10, "何田")
    page += set_column(50, 230, FIRST) + set_column(210, 230, [*SECOND, "油菜。"])
    (article,) = record_of(page).articles
    assert (article.headline, article.deck) == (HEADLINE, None)
    assert text_of(article).startswith("青禾区")


def test_a_byline_over_the_last_column_parts_no_text():
    rows = [*FIRST, "和新的麦种。"]
    page = text_at(105, 266, 20, HEADLINE) + text_at(273, 245, 8, "本报记者 陆小舟")
    page += set_column(50, 230, rows) + set_column(
        210, 230, ["\u3000\u3000种植户们都说有了技术指导", *THIRD]
    )
    (article,) = record_of(page).articles
    assert article.headline == HEADLINE
    assert [c.name for c in article.credits] == ["陆小舟"]


def test_a_subhead_nearly_as_wide_as_its_column_opens_no_other_text():
    rows = [*FIRST, "送到门口。"]
    page = text_at(90, 270, 20, HEADLINE) + set_column(50, 246, rows)
    page += text_at(56, 180, 10, "上得去：新路修到了山顶上")
    page += set_column(50, 164, ["\u3000\u3000农技站今年还要办六期夜校", "让大家都来听课。"])
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["上得去：新路修到了山顶上"]


def test_a_subhead_at_a_column_s_foot_is_no_kicker_of_the_headline_below():
    page = text_at(90, 280, 20, HEADLINE) + set_column(50, 256, [*FIRST, "送到门口。"])
    page += text_at(70, 198, 10.4, "夜校开课").replace("/F1", "/F3") + text_at(
        130, 166, 20, "大桥封顶"
    )
    page += set_column(215, 256, ["\u3000\u3000农技站今年还要办六期夜校", *THIRD[2:]])
    page += set_column(50, 142, ["\u3000\u3000本报讯（记者 何田）近日，", "澜江大桥的主塔封顶。"])
    face = b"/F3<</Type/Font/Subtype/Type0/BaseFont/SimHei/Encoding/UniGB-UCS2-H"
    face += b"/DescendantFonts[6 0 R]>>"
    printed = read_pdf(pdf(page).replace(b"/F1 5 0 R", b"/F1 5 0 R" + face))
    first, second = parse_page(printed.text, layout=printed.layout).articles
    assert subheads_of(first) == ["夜校开课"]
    assert (second.headline, second.kicker) == ("大桥封顶", None)


def test_a_subhead_as_wide_as_its_column_is_known_by_its_face():
    page = text_at(90, 280, 20, HEADLINE) + set_column(50, 256, [*FIRST, "送到门口。"])
    page += text_at(50, 190, 10, "上得去：新路已经修到山顶上了").replace("/F1", "/F3")
    page += set_column(50, 168, ["\u3000\u3000农技站今年还要办六期夜校", "让大家都来听课。"])
    face = b"/F3<</Type/Font/Subtype/Type0/BaseFont/SimHei/Encoding/UniGB-UCS2-H"
    face += b"/DescendantFonts[6 0 R]>>"
    printed = read_pdf(pdf(page).replace(b"/F1 5 0 R", b"/F1 5 0 R" + face))
    (article,) = parse_page(printed.text, layout=printed.layout).articles
    assert subheads_of(article) == ["上得去：新路已经修到山顶上了"]

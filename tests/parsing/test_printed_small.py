"""Small things of a printed page: raised signs, readings, drop caps, days, pictures of letters."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from articles.parsing import parse_page
from articles.parsing.pdf.reading import read_pdf
from articles.records import Role
from tests.parsing.printing import column_at, text_at
from tests.parsing.test_printed_openings import (
    COLUMNS,
    FIRST,
    HEADLINE,
    SECOND,
    THIRD,
    WIDE,
    text_of,
)
from tests.parsing.test_printed_orders import rows_of, standing
from tests.parsing.test_printed_standing import lying
from tests.parsing.test_printed_stories import LEFT, record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of


def test_raised_and_lowered_signs_stand_in_their_line():
    raised = text_at(50, 200, 10, "占地百m") + text_at(90, 204, 6, "2") + text_at(94, 200, 10, "。")
    lowered = text_at(50, 150, 10, "含CO") + text_at(80, 148, 6, "2") + text_at(84, 150, 10, "气")
    assert rows_of(raised + lowered)[:3] == ["占地百m2。", "", "含CO2气"]


def test_how_a_character_is_read_is_no_word_of_the_text():
    """In small letters over it, and in no article."""
    page = COLUMNS + text_at(50, 256, 20, HEADLINE) + text_at(62, 225, 5, "lan")
    record = record_of(page, **WIDE)
    (article,) = record.articles
    assert "lan" not in text_of(article)
    assert [x.role for x in record.labels if x.unit is None] == [Role.FURNITURE]


@pytest.mark.parametrize("cap", ["“青", "1"])
def test_a_drop_cap_may_be_in_quotes_or_a_digit(cap):
    size = 24
    page = text_at(50, 216, size, cap)
    page += column_at(50 + size * len(cap), 227, 10, ["禾区农业部门的技", "术人员来到田间地"])
    page += set_column(50, 199, [*FIRST[1:], *SECOND]) + text_at(50, 262, 20, HEADLINE)
    (article,) = record_of(page).articles
    assert text_of(article).startswith(cap + "禾区农业部门的技术人员")


def test_a_row_stretched_to_its_last_character_is_one():
    rows = ["磊）“楼下有了充电棚，刷卡", "就能充，充满自动断电。"]
    page = text_at(50, 250, 10, "本报讯（记者") + text_at(170, 250, 10, "石")
    assert rows_of(page + column_at(50, 236, 10, rows))[0] == "本报讯（记者 石"


def test_a_headline_that_a_correction_names_is_no_pull_quote():
    cited = ["\u3000\u3000本报昨日的《农技人员", "送技到田》一文中有误。"]
    page = set_column(50, 270, [*FIRST, *SECOND[:1]]) + text_at(50, 198, 20, HEADLINE)
    page += set_column(50, 170, [*SECOND[1:], *THIRD[:1], THIRD[2]]) + set_column(215, 270, cited)
    heads = [a.headline for a in record_of(page, width=420).articles]
    assert HEADLINE in heads


def test_a_digit_and_a_dash_on_their_side_stand_in_their_line():
    line = text_at(300, 260, 14, "明") + text_at(300, 246, 14, "年") + lying(303, 243, 14, "6")
    line += "".join(text_at(300, 223 - 14 * k, 14, c) for k, c in enumerate("月建成通车"))
    assert "明年6月建成通车" in rows_of(line + set_column(50, 250, LEFT))


def test_a_standing_headline_at_the_height_of_rows_runs_downwards():
    rows = column_at(70, 250, 10, ["再过两天，就是小雪了。"] * 7, pitch=11)
    page = standing(200, 250, "小雪等雪", size=20) + rows
    assert "小雪等雪" in rows_of(page)


def test_a_day_that_a_sentence_speaks_of_opens_no_paragraph():
    rows = ["\u3000\u3000因实施老城区管网改造，定于", "2026年11月17日"]
    rows += ["停水，请提前储备好生活用水。", "\u3000\u3000给大家带来不便，敬请谅解。"]
    page = text_at(50, 262, 20, "停水通知") + set_column(50, 236, rows)
    (article,) = record_of(page).articles
    assert "定于2026年11月17日停水" in article.paragraphs[0].text


def test_a_telephone_number_below_its_word_is_one_paragraph_with_it():
    rows = ["\u3000\u3000因实施老城区管网改造，今夜", "停水，请提前储备好生活用水。"]
    rows += ["\u3000\u3000咨询电话：", "0000-5550199。", "\u3000\u3000岚汀县供水有限公司"]
    page = text_at(50, 262, 20, "停水通知") + set_column(50, 236, rows)
    page += set_column(50, 166, ["\u3000\u30002026年11月12日"])
    (article,) = record_of(page).articles
    assert "咨询电话：0000-5550199。" in [p.text for p in article.paragraphs]


def lettered(wide, high, text=6):
    picture = Image.new("L", (wide, high), 255)
    draw = ImageDraw.Draw(picture)
    for k in range(text):
        left = k * wide // text
        draw.rectangle((left + 4, 4, left + wide // text - 8, high - 5), outline=0, width=12)
    out = BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


TEXT = [row.strip("\u3000") for row in (*FIRST, *SECOND, *THIRD)]


@pytest.mark.parametrize(("wide", "high"), [(200, 24), (160, 70)], ids=["one row", "two rows"])
def test_a_picture_of_letters_over_a_text_is_a_drawn_headline(wide, high):
    words = [Printed("本报讯（记者陆小舟）昨日，", 70, 200)]
    words += [Printed(row, 50, 214 + 14 * k) for k, row in enumerate(TEXT)]
    shown = Placed(lettered(4 * wide, 4 * high), 50, 190 - high, wide, high)
    printed = read_pdf(pdf_of([*words, shown]))
    (head,) = printed.layout.drawn
    assert head.kind == "picture"
    record = parse_page(printed.text, layout=printed.layout)
    assert [d.kind for d in record.doubts if "headline" in d.kind] == ["headline_drawn"]


def test_a_photo_over_a_text_is_no_drawn_headline():
    words = [Printed("本报讯（记者陆小舟）昨日，", 70, 200)]
    words += [Printed(row, 50, 214 + 14 * k) for k, row in enumerate(TEXT)]
    printed = read_pdf(pdf_of([*words, Placed(jpeg((640, 280)), 50, 120, 160, 70)]))
    assert printed.layout.drawn == ()


def shaded(wide, high):
    """From black to white, in even steps."""
    picture = Image.linear_gradient("L").resize((wide, high))
    out = BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


@pytest.mark.parametrize(
    "photo", [jpeg((640, 280), "black"), shaded(640, 280)], ids=["flat", "shaded"]
)
def test_a_picture_that_is_all_ink_or_mostly_grey_shows_no_letters(photo):
    assert not read_pdf(
        pdf_of(
            [Printed(row, 50, 214 + 14 * k) for k, row in enumerate(TEXT)]
            + [Placed(photo, 50, 166, 160, 24)]
        )
    ).layout.drawn

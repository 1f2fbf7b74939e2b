"""What is let into a page's columns or boxes: pull quotes, advertisements, a name at a headline."""

import pytest

from articles.parsing import ledger, parse_page
from articles.parsing.pdf.reading import read_pdf
from articles.records import Role
from tests.parsing.printing import column_at, text_at
from tests.parsing.test_printed_openings import COLUMNS, FIRST, HEADLINE, SECOND, THIRD, text_of
from tests.parsing.test_printed_orders import EVEN, rows_of, standing
from tests.parsing.test_printed_stories import OUTLINES, record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

QUOTE = "心里踏实打算再多种几亩"
SAID = [*SECOND[:2], "今年" + QUOTE[:11], "，" + THIRD[0][:13]]
LEFT = ["\u3000\u3000本报讯（记者 陆小舟）青禾区", *FIRST[1:], *SECOND[:1]]


def quoted_page(rules=""):
    """Two columns that a pull quote parts; the text goes down the first, then the second one."""
    page = text_at(150, 282, 20, HEADLINE) + rules
    page += set_column(50, 256, [*LEFT, "种植户们早早就来了，坐满了一"])
    page += set_column(210, 256, ["院子，还有人站在门外头听讲。", *SAID[1:], "大家都说好，"])
    page += text_at(125, 164, 14, QUOTE)
    page += set_column(50, 126, ["屋子的人，连过道里也站着好些", "人，一直听到太阳落山才散去。"])
    return page + set_column(210, 126, ["明年还要再办几期，请专家来讲", "一讲怎样防虫。"])


def test_a_pull_quote_between_columns_heads_no_story_and_parts_no_text():
    for rules in ("", "50 188 310 1 re f 50 146 310 1 re f\n"):
        record = record_of(quoted_page(rules), width=420)
        (article,) = record.articles
        assert article.headline == HEADLINE
        body = text_of(article)
        assert "坐满了一屋子的人" in body
        assert body.endswith("怎样防虫。")
        assert [x.role for x in record.labels if x.unit is None] == [Role.FURNITURE]
        assert ledger(record).closed


def test_a_pull_quote_hardly_larger_than_the_text_is_told_by_the_rules_at_it():
    page = text_at(50, 282, 20, HEADLINE) + "54 198 132 1 re f 54 160 132 1 re f\n"
    page += set_column(
        50, 256, ["\u3000\u3000" + SECOND[0][:12], QUOTE + "，", "来年的种子已经买好。"]
    )
    page += column_at(62, 184, 10.6, [QUOTE[:6], QUOTE[6:]])
    page += set_column(50, 140, ["\u3000\u3000" + THIRD[0][:12], *THIRD[1:]])
    record = record_of(page)
    (article,) = record.articles
    assert (article.headline, text_of(article).count(QUOTE)) == (HEADLINE, 1)
    assert {x.role for x in record.labels if x.unit is None} == {Role.FURNITURE}


@pytest.mark.parametrize("mark", ["公益广告", "广告"])
def test_an_advertisement_with_its_mark_and_no_text_is_no_article(mark):
    page = COLUMNS + text_at(50, 256, 20, HEADLINE) + "40 20 480 90 re S\n"
    page += text_at(46, 100, 7, mark) + text_at(200, 60, 20, "文明行路 礼让三分")
    record = record_of(page, width=560)
    assert [a.headline for a in record.articles] == [HEADLINE]
    assert {x.role for x in record.labels if x.unit is None} == {Role.FURNITURE}
    assert not record.doubts


def test_a_headline_whose_words_its_text_repeats_is_no_pull_quote():
    """Another story ends above it, with a full stop."""
    other = ["\u3000\u3000近日，" + QUOTE[:9], QUOTE[9:] + "的种植户们来了。"]
    page = text_at(50, 256, 20, HEADLINE) + set_column(50, 230, [*FIRST[:2], "春耕备耕的知识。"])
    page += text_at(50, 170, 20, QUOTE) + set_column(50, 140, other)
    assert [a.headline for a in record_of(page).articles] == [HEADLINE, QUOTE]


def test_the_smaller_rows_of_a_boxed_advertisement_are_its_text():
    rows = ["全场商品一律八折起", "地址：望江区青砖坊大道口", "天天都有新花样"]
    page = COLUMNS + text_at(50, 256, 20, HEADLINE) + "40 20 480 120 re S\n"
    page += text_at(200, 112, 20, "百年老店诚邀加盟")
    for k, (row, left) in enumerate(zip(rows, (226, 208, 238), strict=True)):
        page += text_at(left, 84 - 19 * k, 12, row)
    advert = record_of(page, width=560).articles[-1]
    assert advert.headline == "百年老店诚邀加盟"
    assert [p.text for p in advert.paragraphs] == rows


def test_a_name_below_a_standing_headline_is_its_authors():
    page = standing(300, 262, "老屋灶火") + text_at(296, 166, 9, "江一苇")
    page += set_column(50, 270, [*EVEN, *EVEN, EVEN[1]]) + text_at(50, 170, 10, "再会。")
    (article,) = record_of(page).articles
    assert article.headline == "老屋灶火"
    assert [c.name for c in article.credits] == ["江一苇"]


def test_a_row_that_wavers_stays_whole_where_a_smaller_one_beside_it_ends():
    """Recognised text: characters stand a little off their row, a smaller row a little higher."""
    row = "".join(
        text_at(50 + 15 * k, 200 - (0.5 if k == 4 else 0), 15, sign)
        for k, sign in enumerate("湿地里的小账本")
    )
    page = row + text_at(250, 202.4, 8.6, "沿河的步道修好了，傍晚散步的人多")
    assert "湿地里的小账本" in rows_of(page)


def test_rows_that_waver_stay_whole_where_a_neighbours_row_of_their_size_ends():
    """It is three tenths of the type higher, as far as characters of one row stand off."""
    rows = ["沿河的步道修好了，傍晚散步", "的人多了起来，孩子们都来了"]
    page = "".join(
        text_at(50 + 10 * k, 200 - 14 * n - 0.05 * (k % 10), 10, sign)
        for n, row in enumerate(rows)
        for k, sign in enumerate(row)
    )
    page += "".join(text_at(220, 202.75 - 14 * n, 10, row) for n, row in enumerate(EVEN[1:]))
    assert rows_of(page)[:2] == rows


def test_headlines_side_by_side_are_two_though_a_sign_hangs_out_below_them():
    rows = ["\u3000\u3000本报讯（记者何田）昨日", "“青禾区的技术员来到田间地"[:12], *EVEN[1:]]
    first = "".join(
        text_at(50 + (20 if row[0] == "\u3000" else -5 if row[0] == "“" else 0), 200 - 14 * k, 10,
                row.strip("\u3000"))
        for k, row in enumerate(rows)
    )  # fmt: skip
    heads = text_at(50, 224, 16, "守好这座老石桥头") + text_at(190, 224, 16, "古井换了新颜")
    page = heads + first + set_column(190, 200, ["\u3000\u3000本报讯（记者王一）", *EVEN[1:]])
    titles = [a.headline for a in record_of(page).articles]
    assert titles == ["守好这座老石桥头", "古井换了新颜"]


def test_a_kicker_above_and_a_deck_below_a_drawn_headline_are_its_own():
    page = f"q 1 0 0 1 0 118 cm {OUTLINES}f Q\n"
    page += text_at(50, 272, 11, "走进青禾") + text_at(50, 234, 9, "两千户农家受益")
    page += set_column(50, 212, LEFT)
    (article,) = record_of(page).articles
    assert (article.kicker, article.headline, article.deck) == ("走进青禾", None, "两千户农家受益")


def test_columns_below_a_photo_that_spans_them_begin_where_it_does():
    """The headline is centred over four columns, of which the photo fills two."""
    columns = [
        (14, 60, ["\u3000\u3000本报讯（记者何田）傍晚", *[EVEN[1]] * 11]),
        (164, 186, ["草地上放风筝，还有人站在门", "外头听讲，坐满了一院子，天", "黑了才散。"]),
        (314, 186, [*EVEN]),
        (464, 60, [*EVEN, *EVEN]),
    ]
    rows = [
        Printed(row.strip("\u3000"), x + (20 if row[0] == "\u3000" else 0), y + 14 * k)
        for x, y, column in columns
        for k, row in enumerate(column)
    ]
    heads = [Printed("屋里屋外都听得见", 224, 16, 20), Placed(jpeg((280, 120)), 164, 60, 280, 120)]
    printed = read_pdf(pdf_of([*heads, *rows]))
    (article,) = parse_page(printed.text, layout=printed.layout).articles
    assert article.headline == "屋里屋外都听得见"
    assert text_of(article).endswith("笑声不断呢。")


def test_notices_that_end_in_one_refrain_open_below_a_full_row_too():
    lost = [
        ["何田遗失身份证一张，声明作废"[:12], "声明作废。"],
        ["陆小舟遗失本县开具的收据一张", "声明作废。"],
        ["江一苇遗失县图书馆借书证一本", "声明作废。"],
        ["苏映禾遗失营业执照，声明作废。"],
        ["林知夏遗失本县开具的收据一张", "声明作废。"],
    ]
    rows = [row for notice in lost for row in notice]
    page = COLUMNS + text_at(50, 176, 18, "遗失声明") + set_column(50, 150, rows)
    notices = record_of(page, width=560).articles[-1]
    assert [p.text for p in notices.paragraphs] == ["".join(notice) for notice in lost]


@pytest.mark.parametrize("back", [1010, 1130])
def test_signs_squeezed_onto_one_place_stand_as_they_are_drawn(back):
    """The second sign may even begin a little left of the first one."""
    first, rest = (x.encode("utf-16-be").hex() for x in ("他写满了四本。", "“以前没有”"))
    page = f"BT /F1 10 Tf 50 200 Td [<{first}> {back} <{rest}>] TJ ET\n"
    assert "他写满了四本。“以前没有”" in rows_of(page)


def test_a_hyphen_is_read_as_it_is_typed():
    assert "电话五五‐八八".replace("‐", "-") in rows_of(text_at(50, 200, 10, "电话五五‐八八"))


def test_a_small_pull_quote_right_above_its_own_words_heads_no_text():
    page = text_at(50, 282, 20, HEADLINE) + "54 206 132 1 re f 54 168 132 1 re f\n"
    page += set_column(50, 256, ["\u3000\u3000" + SECOND[0][:12], "来年的种子已经买好。"])
    page += column_at(62, 192, 10.6, [QUOTE[:6], QUOTE[6:]])
    page += set_column(50, 148, ["\u3000\u3000" + QUOTE + "，", *THIRD[1:]])
    (article,) = record_of(page).articles
    assert (article.headline, text_of(article).count(QUOTE)) == (HEADLINE, 1)


@pytest.mark.parametrize(
    "set_off", ["54 164 132 44 re S\n", "0.9 g 54 164 132 44 re f 0 g\n", "54 171 3 30 re f\n"]
)
def test_a_small_pull_quote_may_have_its_own_box_or_a_bar_at_its_left(set_off):
    page = text_at(50, 282, 20, HEADLINE) + set_off
    page += set_column(50, 256, ["\u3000\u3000" + SECOND[0][:12], "来年的种子已经买好。"])
    page += column_at(62, 192, 10.6, [QUOTE[:6], QUOTE[6:]])
    page += set_column(50, 146, ["\u3000\u3000" + QUOTE + "，", *THIRD[1:]])
    record = record_of(page)
    (article,) = record.articles
    assert (article.headline, text_of(article).count(QUOTE)) == (HEADLINE, 1)
    assert {x.role for x in record.labels if x.unit is None} == {Role.FURNITURE}


def test_a_pull_quote_at_a_columns_head_may_stand_over_a_subhead():
    page = text_at(150, 282, 20, HEADLINE) + "210 264 140 1 re f 210 238 140 1 re f\n"
    first = ["\u3000\u3000" + SECOND[0][:12], QUOTE + "，", *THIRD[1:]]
    page += set_column(50, 256, [*first, "来年的种子也都已经买好了呢。", "大家都说这样真好。"])
    page += text_at(214, 247, 10.6, QUOTE) + text_at(255, 222, 11, "往后怎么办")
    page += set_column(210, 206, ["\u3000\u3000" + SECOND[0][:12], "来年的种子已经买好。"])
    (article,) = record_of(page).articles
    assert (article.headline, text_of(article).count(QUOTE)) == (HEADLINE, 1)

"""PDF pages where something is set into a text, and what stands alone then."""

from articles.parsing.pdf.printing import Printed
from articles.parsing.pdf.tables import joined_rows
from tests.parsing.printing import text_at
from tests.parsing.test_printed_heads import FIRST, HEADLINE, LEAD, SECOND, subheads_of
from tests.parsing.test_printed_orders import EVEN, bold, record_in_two_faces, rows_of
from tests.parsing.test_printed_stories import record_of, set_column

NARROW = ["年。夜校走", "进了工业园", "工人下班就", "能上课。二"]


def bodies_of(article):
    return "".join(p.text for p in article.paragraphs)


def test_a_column_that_a_box_makes_narrow_goes_on_and_leads_to_the_next():
    """The box stands in the second column and reaches into the third."""
    page = text_at(150, 282, 20, HEADLINE) + set_column(50, 256, [*EVEN, *EVEN[1:]])
    page += set_column(195, 256, EVEN[:2]) + set_column(340, 256, [*EVEN[1:], *EVEN[1:2]])
    page += set_column(420, 214, NARROW) + set_column(
        485, 256, ["十六岁的人也来了，他们说这", *EVEN]
    )
    page += "195 140 210 80 re S\n" + text_at(240, 200, 14, "麦苗的头一批")
    page += set_column(205, 180, ["\u3000\u3000山上人家都种上了新品", "种的麦子，秋后再看。"])
    record = record_of(page, width=680)
    assert sorted(a.headline for a in record.articles) == sorted([HEADLINE, "麦苗的头一批"])
    whole = next(bodies_of(a) for a in record.articles if a.headline == HEADLINE)
    assert "年。夜校走进了工业园工人下班就能上课。二十六岁的人也来了" in whole


def test_a_text_goes_on_in_its_full_width_below_what_was_set_into_it():
    page = text_at(50, 282, 20, HEADLINE) + "50 200 70 60 re f\n"
    page += set_column(130, 256, ["水到渠成", "，人们唱", "起了歌，", "一直唱到"])
    page += set_column(50, 200, ["天亮。散步的人多了起来，孩", *EVEN[1:], *EVEN])
    (article,) = record_of(page).articles
    assert "一直唱到天亮。散步的人" in bodies_of(article)


def test_a_subhead_alone_over_a_box_that_is_set_into_its_column_is_in_the_text():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 250, [*EVEN, *EVEN, *EVEN])
    page += bold(205, 250, 10, "往后怎么办") + "200 140 140 100 re S\n"
    page += text_at(210, 220, 14, "麦苗的头一批") + set_column(206, 200, EVEN)
    page += set_column(350, 250, [*EVEN, *EVEN])
    record = record_in_two_faces(page, width=520)
    main = next(a for a in record.articles if a.headline == HEADLINE)
    assert subheads_of(main) == ["往后怎么办"]
    assert len(record.articles) == 2


def test_a_headline_right_below_one_that_is_let_into_its_text_is_the_next_storys():
    rows = [*EVEN, *EVEN[1:]]
    page = set_column(50, 270, rows) + text_at(196, 222, 16, HEADLINE)
    page += set_column(195, 270, rows[1:3]) + set_column(340, 270, [*rows[1:], "都很高兴。"])
    page += text_at(190, 189, 18, "澜江大桥主塔封顶") + set_column(50, 160, LEAD)
    page += set_column(215, 160, FIRST)
    record = record_of(page, width=520)
    assert {a.headline for a in record.articles} == {HEADLINE, "澜江大桥主塔封顶"}


def test_a_headline_below_the_deck_of_another_is_its_own():
    side = text_at(50, 270, 20, "柿子红了山坡")
    side += text_at(50, 252, 12, "三百亩柿林迎来采摘")
    side += text_at(50, 214, 20, "渡口的老樟树")
    page = side + set_column(200, 276, [*LEAD, EVEN[2]]) + set_column(200, 208, [*FIRST, *SECOND])
    record = record_of(page)
    assert [(a.headline, a.deck) for a in record.articles] == [
        ("柿子红了山坡", "三百亩柿林迎来采摘"),
        ("渡口的老樟树", None),
    ]


def test_of_rows_of_one_size_the_bold_ones_are_the_headline():
    page = bold(50, 282, 14, "山核桃丰收遇上好价钱")
    page += text_at(50, 264, 14, "合作社统一收购每公斤高") + text_at(50, 247, 14, "出市价四元")
    page += set_column(50, 222, LEAD + FIRST)
    (article,) = record_in_two_faces(page, face=b"SimHei-Bold").articles
    assert article.headline == "山核桃丰收遇上好价钱"
    assert article.deck == "合作社统一收购每公斤高出市价四元"


def test_a_subhead_at_the_top_of_a_column_is_not_read_on_from_the_story_above():
    """Its row of columns begins with a headline at the left."""
    page = text_at(50, 282, 16, "澜江大桥封顶") + set_column(50, 260, [*LEAD, *FIRST])
    page += set_column(195, 282, [*SECOND, *FIRST, EVEN[1]])
    page += text_at(50, 153, 16, HEADLINE) + set_column(50, 136, [*EVEN, EVEN[1]])
    page += set_column(195, 158, EVEN[1:])
    page += text_at(235, 124, 10, "种子送上山")
    page += set_column(195, 110, EVEN)
    last = text_at(380, 158, 10, "秋后看收成") + set_column(340, 144, EVEN)
    page += set_column(340, 282, [EVEN[1], *EVEN, *EVEN, EVEN[2]]) + last
    record = record_of(page, width=520)
    main = next(a for a in record.articles if a.headline == HEADLINE)
    assert subheads_of(main) == ["种子送上山", "秋后看收成"]


def test_a_credit_at_the_other_end_of_a_captions_row_is_its_own():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 256, LEAD + FIRST)
    page += "240 160 90 100 re f\n" + text_at(220, 148, 8, "图为检修设备的工人。")
    page += text_at(330, 148, 8, "何田心 摄")
    (photo,) = record_of(page).photos
    assert (photo.caption, [c.name for c in photo.credits]) == ("图为检修设备的工人。", ["何田心"])


def test_a_row_of_text_beside_a_table_is_no_cell_of_it():
    def line(text, left, base):
        return Printed(text, left, base - 9, left + 10 * len(text), base + 1, base, 10, 10, "")

    table = [line(t, 200 + 60 * k, 100 + 16 * n) for n in range(4) for k, t in enumerate("甲乙丙")]
    text = line("安检员上门出示工作证", 50, 148.5)
    found = joined_rows([*table, text], lambda thing: None)
    assert [x.text for x in found] == [text.text] + ["甲  乙  丙"] * 4


def test_a_caption_is_not_joined_to_the_larger_row_that_was_drawn_after_it():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 256, LEAD + FIRST)
    page += "206 200 120 60 re f\n" + text_at(206, 186, 9, "图为检修设备的工人们在冬天")
    page += text_at(332, 186, 10, "里踏实多了。") + set_column(332, 256, [*EVEN, *EVEN[1:]])
    photos = record_of(page, width=520).photos
    assert [p.caption for p in photos] == ["图为检修设备的工人们在冬天"]


def test_two_squares_before_indented_rows_are_no_column():
    """荒、 ends where the rows of paragraphs begin that open below it."""
    rows = ["荒、烧田埂、焚烧秸秆、燃放", "竹、野炊、上坟烧纸等用火。"]
    rows += ["\u3000\u3000四、任何人发现火情都", "火、应立即拨打电话去报警。"]
    rows += ["\u3000\u3000特此通告，请都遵守。", "\u3000\u3000岚汀县人民政府", "\u3000\u3000林业局"]
    rows += ["\u3000\u3000特此通告，请都遵守。", "\u3000\u3000请都遵守。"] * 2
    page = set_column(50, 256, [*EVEN, *EVEN]) + set_column(195, 256, rows)
    found = rows_of(page)
    assert [row for row in rows if row.strip("\u3000") in found] == rows


def test_subheads_over_columns_of_wide_pitch_are_no_decks():
    page = text_at(110, 282, 20, HEADLINE) + set_column(50, 246, LEAD)
    page += bold(225, 262.5, 10, "种子送上山去") + set_column(200, 246, FIRST)
    (article,) = record_in_two_faces(page, width=560).articles
    assert article.deck is None


NUMBERS = "一二三四五六七八九十"


def let_in(y, headline, place):
    """Four columns; the headline stands in the midst of the second and the third one."""
    rows = [f"{place}第{a}条路通到第{b}座山的" for a in NUMBERS[:3] for b in NUMBERS[:8]]
    rows = ["\u3000\u3000" + rows[0][:-2], *rows[1:]]
    first, second, third, last = rows[:8], rows[8:14], rows[14:20], rows[20:]
    last = [*last, "路口，大家都说好。"]
    page = text_at(205, y - 64, 20, headline) + set_column(50, y, first) + set_column(470, y, last)
    for x, column in ((190, second), (330, third)):
        page += set_column(x, y, column[:3]) + set_column(x, y - 84, column[3:])
    return page, "".join([*rows, last[-1]]).replace("\u3000", "")


def test_a_text_goes_on_from_below_its_let_in_headline_at_the_next_columns_head():
    upper, first = let_in(400, "乡村公路修到了家门口", "村里")
    lower, second = let_in(260, "山上的小站又通了车", "山里")
    articles = record_of(upper + lower, width=640, height=440).articles
    assert [bodies_of(a) for a in articles] == [first, second]


def test_a_text_goes_on_from_below_a_photo_at_the_next_columns_head():
    """Left of the rows below the photo another headline begins at their height."""
    rows = [f"村里第{a}条路通到第{b}座山的" for a in NUMBERS[:2] for b in NUMBERS[:5]]
    rows = ["\u3000\u3000" + rows[0][:-2], *rows[1:], "路口，大家都说好。"]
    page = text_at(225, 286, 20, "乡村公路修到家门口") + "195 148 285 70 re f\n"
    for x, column in ((195, rows[:5]), (340, rows[5:])):
        page += set_column(x, 260, column[:3]) + set_column(x, 134, column[3:])
    page += set_column(50, 286, [*EVEN, *EVEN, "都高兴。"])
    page += text_at(50, 125, 20, HEADLINE[:6]) + set_column(50, 104, [*EVEN, "都高兴。"])
    found = [bodies_of(a) for a in record_of(page, width=520, height=320).articles]
    assert "".join(rows).replace("\u3000", "") in found


def test_a_columns_foot_leads_past_no_headline_to_what_stands_above_it():
    """Short headlines at the left edge; the second story's last column holds a date alone."""
    first = [[*EVEN, EVEN[1]], [*EVEN[1:], *EVEN[:2]], [*EVEN[1:], *EVEN[:2]], ["草地上唱歌。"]]
    notice = [
        *first[:2],
        ["草地上放风筝。", "\u3000\u3000河道管理站"],
        ["\u3000\u30002026年11月20日"],
    ]
    last = [[*EVEN, *EVEN], [*EVEN, *SECOND[:2]], [SECOND[2], *FIRST], ["\u3000\u3000大家都说好。"]]
    page = ""
    for y, title, columns in (
        (520, "渡口的樟树", first),
        (400, "沿河开放通告", notice),
        (270, HEADLINE[:6], last),
    ):
        page += text_at(50, y, 20, title)
        for k, rows in enumerate(columns):
            page += set_column(50 + 145 * k, y - 26, rows)
    articles = record_of(page, width=660, height=560).articles
    ends = ["在草地上唱歌。", "11月20日", "大家都说好。"]
    assert [bodies_of(a)[-len(end) :] for a, end in zip(articles, ends, strict=True)] == ends


def test_a_name_at_the_right_edge_signs_the_text_whose_last_row_ends_left_of_it():
    page = text_at(50, 272, 20, HEADLINE)
    for k in range(3):
        page += set_column(50 + 145 * k, 246, [*EVEN, *EVEN[:2]])
    page += set_column(485, 246, ["草地唱歌。"]) + text_at(545, 230, 10, "本报记者 陆小舟")
    page += (
        set_column(50, 140, EVEN) + set_column(195, 140, EVEN) + text_at(50, 160, 16, "麦苗返青")
    )
    articles = record_of(page, width=680).articles
    assert [[c.name for c in a.credits] for a in articles] == [["陆小舟"], []]

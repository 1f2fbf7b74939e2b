"""Boxes, grounds and photos that part no stories, and headlines let into their own text."""

from articles.parsing import parse_page
from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_openings import BODY, COLUMNS, HEADLINE, WIDE, text_of
from tests.parsing.test_printed_stories import record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

OTHER = "澜江大桥主塔封顶"


def test_a_headline_on_a_coloured_ground_heads_the_text_below():
    ground = "0.6 0 0 rg 40 246 480 44 re f 1 1 1 rg\n"
    heads = text_at(210, 270, 16, HEADLINE) + text_at(230, 251, 16, "种子也送到家")
    (article,) = record_of(ground + heads + "0 g\n" + COLUMNS, **WIDE).articles
    assert (article.headline, text_of(article)) == (HEADLINE + "种子也送到家", BODY)


def test_a_box_without_a_headline_has_the_one_that_stands_over_it():
    box = "0.9 0.95 0.9 rg 40 190 480 54 re f 0 g\n"
    (article,) = record_of(box + text_at(200, 256, 20, HEADLINE) + COLUMNS, **WIDE).articles
    assert (article.headline, text_of(article)) == (HEADLINE, BODY)


def test_a_flat_photo_with_a_caption_is_no_drawn_headline():
    rows = [
        "本报讯（记者何田）青禾区农业部门的技术人员来到田",
        "间地头，为种植户讲解春耕备耕知识。",
    ]
    printed = read_pdf(
        pdf_of(
            [
                Printed(HEADLINE, 100, 50, 22),
                Placed(jpeg((300, 60)), 60, 90, 300, 60),
                Printed("种植户在听课，会场里坐得满满的。", 60, 156, 8),
                Printed("本报记者 陆小舟 摄", 280, 168, 8),
                *(Printed(row, 60, 200 + 14 * k, 10) for k, row in enumerate(rows)),
            ]
        )
    )
    (article,) = parse_page(printed.text, layout=printed.layout).articles
    assert (article.headline, printed.layout.drawn) == (HEADLINE, ())


def test_a_headline_in_the_midst_of_its_columns_lets_them_go_on_below():
    side = [
        f"\u3000\u3000第{n}个村里的人都说今年好" if n % 2 else "麦子一天比一天高了，又绿又密"
        for n in range(8)
    ]
    upper, lower = (
        ["而且水渠已经修到了地头上去", "家家户户都在说，这一回真正能"],
        ["浇上水了，而且一分钱也不要。", "大家都高兴。"],
    )
    page = set_column(50, 260, [*side, "要是再下一场雨就更好了，今年"])
    page += set_column(210, 260, upper) + text_at(200, 208, 18, HEADLINE)
    page += set_column(210, 180, lower)
    (article,) = record_of(page).articles
    assert article.headline == HEADLINE
    assert text_of(article).endswith("".join((*upper, *lower)))


def test_what_is_set_off_the_page_is_not_read():
    page = text_at(0, 300, 9, "看不见的稿签") + text_at(60, 270, 16, HEADLINE)
    page += set_column(50, 250, ["\u3000\u3000青禾区农业部门的技术人员", "来到田间地头。"])
    printed = read_pdf(pdf(page))
    assert "稿签" not in printed.text


def test_a_headline_of_one_line_on_a_ground_is_no_picture():
    ground = "0.6 0 0 rg 40 246 480 44 re f 1 1 1 rg\n" + text_at(200, 260, 20, HEADLINE) + "0 g\n"
    page = ground + text_at(240, 232, 8, "本报记者 陆小舟") + COLUMNS.replace(" Tm", " Tm")
    record = record_of(f"q 1 0 0 1 0 0 cm {ground}Q\n" + page.removeprefix(ground), **WIDE)
    assert [a.headline for a in record.articles] == [HEADLINE]
    assert record.photos == ()


def test_what_stands_outside_of_a_rule_across_the_page_is_no_headline():
    folio = text_at(50, 282, 8, "2026年4月10日 星期五") + text_at(440, 280, 16, "乡村·人物")
    page = folio + "1 w 40 274 m 520 274 l S\n" + text_at(200, 246, 20, HEADLINE)
    (article,) = record_of(page + COLUMNS.replace("230", "226"), **WIDE).articles
    assert article.headline == HEADLINE


def test_two_tables_side_by_side_go_each_under_its_own_headline():
    left = [
        ["品名", "单位", "今日价"],
        ["大米", "公斤", "5.20"],
        ["鸡蛋", "公斤", "9.80"],
        ["白菜", "公斤", "2.20"],
    ]
    right = [
        ["丁小平", "马骏驰", "王建国"],
        ["石磊磊", "田大壮", "冯秀英"],
        ["朱文斌", "刘长河", "孙玉梅"],
        ["李春来", "吴立新", "何田心"],
    ]
    page = text_at(60, 250, 14, "农产品价格") + text_at(280, 250, 14, "劳动模范名单")
    for n, (a, b) in enumerate(zip(left, right, strict=True)):
        y = 230 - 14 * n
        page += "".join(text_at(50 + 55 * k, y, 9, cell) for k, cell in enumerate(a))
        page += "".join(text_at(250 + 55 * k, y, 9, cell) for k, cell in enumerate(b))
    found = {a.headline: text_of(a).replace(" ", "") for a in record_of(page, width=450).articles}
    assert found["农产品价格"].endswith("白菜公斤2.20")
    assert found["劳动模范名单"].startswith("丁小平马骏驰王建国石磊磊")


def test_a_headline_that_runs_downwards_keeps_its_quotes_and_its_last_character():
    first = [("“", 62), *((char, 60) for char in "农技人员送技”")]
    page = "".join(text_at(x, 270 - 22 * k, 20, char) for k, (char, x) in enumerate(first))
    page += text_at(34, 270, 20, "田")
    rows = [*(f"\u3000\u3000第{n}户人家都说今年好" for n in "一二三四"), "麦子一天比一天高了。"]
    page += set_column(100, 270, rows)
    (article,) = record_of(page).articles
    assert article.headline.replace(" ", "") == "“农技人员送技”田"


def test_columns_parted_by_a_headline_are_read_one_after_the_other():
    first, row = "\u3000\u3000村里的人都说今年的麦子", "好得很，大家都高兴得不得了"
    sides = [
        [first, row, "真高兴。"] * 2 + [first, row, row],
        [row, "都好。", first, row, "都好。"] * 2,
    ]
    upper = [["甲甲甲甲甲甲甲甲甲甲甲甲甲"] * 3, ["丙丙丙丙丙丙丙丙丙丙丙丙丙"] * 3]
    lower = [["乙乙乙乙乙乙乙乙乙乙乙乙乙"] * 3, ["丁丁丁丁丁丁丁丁丁丁丁丁丁"] * 3]
    page = set_column(50, 260, sides[0]) + set_column(500, 260, sides[1])
    for x, a, b in zip((200, 350), upper, lower, strict=True):
        page += set_column(x, 260, a) + set_column(x, 176, b)
    page += text_at(270, 200, 18, HEADLINE)
    (article,) = record_of(page, width=690).articles
    assert article.headline == HEADLINE
    order = [text_of(article).rindex(char) for char in "真甲乙丙丁都"]
    assert order == sorted(order)


def test_a_small_row_below_a_rule_across_the_page_is_no_story():
    page = text_at(200, 276, 20, HEADLINE) + COLUMNS + "1 w 40 60 m 520 60 l S\n"
    page += text_at(180, 46, 8, "青禾商报社与青禾印务合印")
    (article,) = record_of(page, **WIDE).articles
    assert (article.headline, text_of(article)) == (HEADLINE, BODY)

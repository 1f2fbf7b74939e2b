"""What pages of other programs showed: lids on boxes, photos over columns, cut captions."""

from articles.parsing import DEFAULT_RULES, parse_page
from articles.parsing.pdf.reading import read_pdf
from articles.parsing.typography.lines import whole_lines
from articles.parsing.typography.paragraphs import OPENS, find_openings
from articles.parsing.typography.rows import Kind
from articles.parsing.words.classify import build_rows
from tests.parsing.printing import column_at, pdf, text_at
from tests.parsing.test_printed_columns import in_two_faces
from tests.parsing.test_printed_openings import BODY, COLUMNS, HEADLINE, WIDE, text_of
from tests.parsing.test_printed_stories import record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

SAME = b"<</Length %d>>stream\n%s\nendstream"
ALL_AS_THEY_ARE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
    b"1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfrange "
    b"<2700> <27ff> <2700> <2e00> <2eff> <2e00> <2f00> <2fff> <2f00> endbfrange endcmap end end"
)
CAPTION = "11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞，孩子们在一旁看得"
CAPTION_ENDS = "入了神。"
FILL = [
    "村里人都说这条路修得好，往后",
    "草莓再也不会烂在地里头，今年",
    "县里还要再修三条这样的路出来",
]
ADS = [
    "陆小舟不慎遗失身份证，证号四",
    "六三九，声明作废。",
    "长虹路临街商铺六十平方米对外",
    "出租，水电全，面议。",
    "青石桥饭店诚聘厨师两名，待遇",
    "优厚，工作认真者优先。",
]


def test_radicals_and_joined_dashes_are_read_as_the_characters_they_show():
    page = pdf(text_at(60, 270, 16, "⻓⻛⽤⼾⻅⻋⸺➀"))
    table = SAME % (len(ALL_AS_THEY_ARE), ALL_AS_THEY_ARE)
    page = page.replace(b"4 0 obj\nnull", b"4 0 obj\n" + table)
    page = page.replace(b"/Encoding/UniGB-UCS2-H", b"/Encoding/Identity-H/ToUnicode 4 0 R")
    assert read_pdf(page).text == "长风用户见车——①\n"


def test_rows_without_a_full_stop_are_text_where_most_of_the_page_is_smaller():
    first = [
        "\u3000\u3000本报讯（记者何田）昨天，",
        "青禾区召开散煤管控会。要求全",
        "区上下行动起来，对散煤点，对",
    ]
    rows = [
        "用煤环节，一处也不能够放过，",
        "对城中村和小企业，对经营商户",
        "和农家院落，都要一一登记在册",
        "挂上牌督办，限期里整改到位，",
        "并且安排下专人天天巡查，不许",
        "在夜里偷偷烧煤，不许再往外面",
    ]
    page = text_at(120, 280, 18, "青禾区管住散煤")
    page += set_column(50, 250, first) + set_column(210, 250, rows)
    page += set_column(370, 250, ["卖煤，一经发现就要严肃处理，", "确保不留死角。"])
    page += "".join(column_at(x, 150, 7, ADS * 2) for x in (50, 180, 310, 440))
    article = record_of(page, width=600).articles[0]
    assert article.headline == "青禾区管住散煤"
    assert text_of(article).endswith("确保不留死角。")
    assert "对散煤点，对用煤环节" in text_of(article)


def test_a_box_whose_headline_lies_on_it_like_a_lid_keeps_its_deck_below_it():
    lid = "0.7 0.1 0.1 rg 40 262 480 34 re f\n"
    box = "0.97 0.95 0.9 rg 40 190 480 72 re f 1 1 1 rg\n" + text_at(200, 272, 20, HEADLINE)
    deck = "0 g\n" + text_at(110, 246, 13, "农技站办起夜校，种子和农药化肥送进各家门口")
    (article,) = record_of(lid + box + deck + COLUMNS, **WIDE).articles
    assert (article.headline, article.deck[:5]) == (HEADLINE, "农技站办起")


def test_a_last_column_of_one_row_is_not_read_into_the_first_one():
    rows = [
        "\u3000\u3000农技人员们来到田间地头给",
        "大家讲春耕备耕的知识，又把农",
        "药化肥和新的麦种送进家里来，",
        "种植户们说今年心里踏实，打算",
        "再多种几亩油菜，等到秋天的时",
        "候再看收成好不好，农技站说这",
    ]
    page = text_at(110, 270, 18, HEADLINE) + set_column(50, 240, rows)
    page += set_column(50, 120, ["别处的一行字。"]) + set_column(197, 240, ["个夜校年年都办下去。"])
    record = record_of(page)
    assert "来到田间地头给大家讲春耕" in text_of(record.articles[0])


def test_columns_of_a_story_above_hide_no_gutter_of_the_story_below():
    above = ["桥上通了车，两岸都热闹起来，", "赶集的人比往年多了一倍还多。"]
    page = "".join(set_column(x, 290, above) for x in (130, 286, 442))
    left = [
        "\u3000\u3000农技人员来到田间地头给大家讲春耕备",
        "耕的知识，又把农药化肥和新的麦种送进家",
        "里来，种植户们说今年心里踏实，打算再多",
    ]
    page += text_at(560, 250, 16, "好")
    page += set_column(50, 256, left) + set_column(252, 256, ["种几亩油菜，等秋天再看收成。"])
    lines = read_pdf(pdf(page, width=620)).text.split("\n")
    assert any(line.strip("\u3000").endswith("讲春耕备") for line in lines)


def test_small_advertisements_without_indents_are_parted_by_their_short_last_rows():
    page = text_at(200, 280, 18, HEADLINE) + COLUMNS
    page += text_at(60, 150, 16, "分类广告") + set_column(50, 126, ADS)
    record = record_of(page, **WIDE)
    ads = next(a for a in record.articles if a.headline == "分类广告")
    assert [p.text[:4] for p in ads.paragraphs] == ["陆小舟不", "长虹路临", "青石桥饭"]


def test_a_box_of_headlines_with_their_pages_is_no_story():
    box = "0.9 g 40 100 110 110 re f 0 g\n" + text_at(75, 190, 14, "导读")
    box += text_at(46, 170, 9, "城区新增菜店十二家") + text_at(110, 156, 8, "02版")
    box += text_at(46, 138, 9, "候鸟飞临澜江湿地") + text_at(110, 124, 8, "A05")
    record = record_of(box + text_at(200, 260, 20, HEADLINE) + COLUMNS, **WIDE)
    assert [(a.headline, text_of(a)) for a in record.articles] == [(HEADLINE, BODY)]


def photo_page(*captions, top=260, wide=300):
    rows = [
        "\u3000\u3000本报讯（记者何田）青禾区农业部门的技术人员来到田",
        "间地头，为种植户讲解春耕备耕知识，又把农药化肥和新",
        "的麦种送到各家门口，种植户们说今年心里踏实得很，打",
        "算再多种几亩油菜。",
    ]
    body = [
        Printed(row.strip("\u3000"), 60 + 20 * (not k), top + 40 + 14 * k)
        for k, row in enumerate(rows)
    ]
    printed = read_pdf(
        pdf_of(
            [
                Placed(jpeg((wide, 90)), 60, 60, wide, 90),
                *captions,
                Printed(HEADLINE, 60, top, 22),
                *body,
            ]
        )
    )
    return parse_page(printed.text, layout=printed.layout)


def test_a_caption_in_two_columns_below_its_photo_is_one_caption():
    record = photo_page(
        Printed(CAPTION[:17], 60, 156, 8),
        Printed(CAPTION[17:34], 60, 168, 8),
        Printed(CAPTION[34:] + CAPTION_ENDS, 214, 156, 8),
        Printed("本报记者 陆小舟 摄", 214, 168, 8),
    )
    assert [p.caption for p in record.photos] == [CAPTION + CAPTION_ENDS]


def test_a_signed_caption_wider_than_its_photo_is_no_kicker():
    caption = CAPTION + "入神，" + CAPTION + CAPTION_ENDS
    record = photo_page(Printed(caption + " 陆小舟 摄", 60, 156, 6), top=176, wide=150)
    assert [p.caption for p in record.photos] == [caption]
    assert record.articles[0].kicker in (None, "")


def test_a_word_of_the_credit_on_a_row_of_its_own_belongs_to_the_spaced_name():
    rows = [CAPTION[:17], CAPTION[17:] + "入了神。", "本报记者 陆 舟", "摄"]
    captions = [Printed(row, 60, 156 + 12 * k, 8) for k, row in enumerate(rows[:1])]
    captions.append(Printed(rows[1] + " " + rows[2], 60, 168, 8))
    record = photo_page(*captions, Printed(rows[3], 60, 180, 8))
    assert [c.name for p in record.photos for c in p.credits] == ["陆舟"]


def test_a_column_that_begins_with_a_photo_is_the_first_one_of_its_story():
    more = [
        "村里人都说这条路修得好，往后",
        "草莓再也不会烂在地里头，今年",
        "县里还要再修三条这样的路出来",
        "让山里山外的人都走得出去进得",
        "来，日子就会一年好过一年了，",
    ]
    first = ["“咱明年多种点草莓，路修", "好了，咱不愁东西运不出去，嘿"]
    second = ["啦！”昨天，张家村老张买回来", "一辆农用三轮车，在路上他高兴", *more, "有奔头了。"]
    third = ["\u3000\u3000俺村不比城市差，大家伙说", *more, *more[:4], "来了。"]
    items = [Printed("“俺村不比城市差！”", 214, 46, 16), Placed(jpeg((140, 136)), 60, 80, 140, 136)]
    for k, rows in enumerate((first, second, third)):
        for n, row in enumerate(rows):
            left = 60 + 156 * k + 20 * (row[0] in "\u3000“")
            items.append(Printed(row.strip("\u3000"), left, 80 + 14 * (n + 10 * (not k))))
    printed = read_pdf(pdf_of(items))
    (article,) = parse_page(printed.text, layout=printed.layout).articles
    assert article.headline == "“俺村不比城市差！”"
    assert text_of(article).startswith("".join((*first, *second)))


def test_a_headline_let_in_low_heads_the_column_that_passes_it_at_the_left():
    fill = [
        "村里人都说这条路修得好，往后",
        "草莓再也不会烂在地里头，今年",
        "县里还要再修三条这样的路出来",
    ]
    first = ["\u3000\u3000本报讯（记者何田）昨天，", *fill, *fill, *fill[:2]]
    second = [
        ["让山里山外的人都走得出去进得", "来，日子就会一年好过一年了，"] * 2,
        ["过得更有奔头。"],
    ]
    third = [["\u3000\u3000张家村的草莓今年卖得好，", *fill], ["也越过越有盼头，"]]
    last = ["大家都在说，", *fill, *fill, "越过越甜。"]
    page = (
        set_column(40, 280, first)
        + set_column(196, 280, second[0])
        + set_column(196, 168, second[1])
    )
    page += (
        set_column(352, 280, third[0]) + set_column(352, 168, third[1]) + set_column(508, 280, last)
    )
    page += text_at(210, 196, 22, "张家村修通草莓路")
    (article,) = record_of(page, width=700).articles
    assert article.headline == "张家村修通草莓路"
    assert text_of(article).startswith("昨天，" + "".join((*fill, *fill, *fill[:2], *second[0])))


def test_a_caption_of_another_size_does_not_run_into_the_column_beside_it():
    rows = [
        "农技人员来到田间地头给大家讲",
        "春耕备耕的知识，又把农药化肥",
        "和新的麦种送进家里来，种植户",
        "们说心里踏实，打算再多种几亩",
        "油菜，等到秋天再看收成好不好。",
    ]
    page = set_column(196, 240, rows) + column_at(
        50, 240, 8.5, ["图为十一月八日航拍的二桥，远山如黛。", "当天，桥合龙。"]
    )
    lines = read_pdf(pdf(page)).text.split("\n")
    assert rows[0] in [line.strip("\u3000") for line in lines]


def test_hung_signs_do_not_join_captions_of_two_types_side_by_side():
    left = ["本报讯昨日农技人员来到田间地，", "给大家讲春耕备耕的知识好不好。"]
    page = set_column(50, 240, left).replace("/F1", "/HEI")
    page += column_at(200, 240, 9, ["图为一日航拍的二桥，好看极了。", "当天，大桥合龙。"])
    lines = read_pdf(in_two_faces(page)).text.split("\n")
    assert left[0] in lines


def test_the_day_below_a_notice_stands_apart_from_who_gave_it():
    rows = [
        "\u3000\u3000因实施老城区的供水管网",
        "改造，定于本周六停水八小时",
        "请用户提前储水备用。",
    ]
    rows += ["\u3000\u3000岚汀县供水有限公司", "\u3000\u30002026年11月12日"]
    printed = read_pdf(pdf(text_at(60, 270, 18, "停水通知") + set_column(50, 240, rows)))
    lines = whole_lines(printed.text)
    found = build_rows(lines, DEFAULT_RULES)
    for row in found:
        row.kind = Kind.TEXT  # as where words alone do not tell
    places = [printed.layout.places[lines[row.first].number - 1] for row in found]
    body = list(range(len(found) - len(rows), len(found)))
    assert find_openings(found, places, [body]) == {body[0]: OPENS, body[3]: OPENS, body[4]: OPENS}


def test_a_signed_first_column_is_the_headlines_that_does_not_reach_over_it():
    first = [
        "\u3000\u3000天一冷，就想起老屋的人",
        *(row[:13] for row in FILL),
        "老屋还在村口那棵大树下呢。",
    ]
    second = ["\u3000\u3000冬天的早晨，祖母总是先起", *FILL, "灶火里的红薯埋进热灰，等一锅"]
    third = ["的工夫，扒出来。", *FILL, "老屋的灯还亮着。"]
    page = text_at(90, 240, 10, "■江一苇") + set_column(50, 226, first)
    page += set_column(210, 240, second) + set_column(370, 240, third)
    page += text_at(258, 270, 22, "灶火")
    (article,) = record_of(page, **WIDE).articles
    assert (article.headline, text_of(article)[:7]) == ("灶火", "天一冷，就想起")


def test_a_column_level_with_the_headline_beside_it_is_that_storys():
    above = ["\u3000\u3000霜降一过，外婆家屋后的柿", *FILL, "都还亮着。"]
    page = text_at(370, 448, 18, "柿子红了") + set_column(370, 424, above)
    page += text_at(60, 330, 22, "跑一次办一串我县上线啦") + set_column(
        50, 296, ["\u3000\u3000本报讯（记者何田）昨天，", *FILL]
    )
    page += set_column(
        210,
        296,
        ["\u3000\u3000今年以来，全县各个大厅都", *(row + "的" for row in FILL[:2]), "少跑了路。"],
    )
    page += set_column(370, 336, ["\u3000\u3000针对不会用手机的老年人，", *FILL[:2], "很受欢迎。"])
    record = record_of(page, width=560, height=520)
    told = {a.headline: text_of(a) for a in record.articles}
    assert told["柿子红了"].endswith("都还亮着。")
    assert told["跑一次办一串我县上线啦"].endswith("很受欢迎。")

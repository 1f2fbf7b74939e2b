"""Tables, rolls of names and poems keep their rows; English is read by its own signs."""

import pytest

from articles.parsing import assemble, ledger, parse_page
from articles.parsing.reading import kept
from articles.records import BlockKind
from tests.parsing.columns import (
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    column,
    page,
    read,
)
from tests.timing import growth

WEATHER = ["岚汀  晴转多云  8～19℃", "云岫  多云  6～17℃", "鸣溪  小雨  5～12℃"]
NAMES = [
    "王 强  李小明  张 伟  刘 洋",
    "赵建国  孙 丽  周文博  吴 敏",
    "冯 涛  陈立新  褚 红  卫 民",
]
FREE = [
    "你从山的那边来",
    "带着一身的雪",
    "和一盏没有吹灭的灯",
    "我在门口等你",
    "等炉火慢慢红起来",
    "等水在壶里唱歌",
    "这个冬天不长",
    "刚好够我们",
    "把一件旧棉袄",
    "补完",
]
METRE = ["青石桥头柳色新，", "满街灯火照行人。", "邻家送我一篮菜，", "半是阳光半是春。"]
PIECES = {
    "Q17 a table": ("今日天气", WEATHER, BlockKind.TABLE),
    "Q17 a table with wide gaps": (
        "今日天气", [x.replace("  ", "      ") for x in WEATHER], BlockKind.TABLE,
    ),
    "Q17 cells with a single space": (
        "今日天气", [x.replace("  ", " ") for x in WEATHER], BlockKind.TABLE,
    ),
    "Q18 a roll of names": ("优秀志愿者名单", NAMES, BlockKind.TABLE),
    "Q18 a roll with ideographic spaces": (
        "优秀志愿者名单", [x.replace("  ", "\u3000") for x in NAMES], BlockKind.TABLE,
    ),
    "Q15 verse without marks": ("雪夜", FREE, BlockKind.VERSE),
    "Q15 verse in metre": ("青石桥", METRE, BlockKind.VERSE),
}  # fmt: skip


@pytest.mark.parametrize(("head", "rows", "kind"), PIECES.values(), ids=PIECES)
def test_rows_whose_breaks_mean_something_are_lines_of_their_own(head, rows, kind):
    record = parse_page(page(HEAD, FIRST, head, "\n".join(rows), OTHER_HEAD, OTHER))
    assert ledger(record).closed
    assert [a.headline for a in record.articles] == [HEAD, head, OTHER_HEAD]
    paragraphs = record.articles[1].paragraphs
    assert [p.kind for p in paragraphs] == [kind] * len(rows)
    assert [p.text.split() for p in paragraphs] == [row.split() for row in rows]


@pytest.mark.parametrize(("head", "rows", "kind"), PIECES.values(), ids=PIECES)
def test_without_the_rule_they_are_read_as_running_text(monkeypatch, head, rows, kind):
    monkeypatch.setattr(kept, "_text_runs", lambda _: ())
    record = parse_page(page(HEAD, FIRST, head, "\n".join(rows), OTHER_HEAD, OTHER))
    assert kind not in {p.kind for a in record.articles for p in a.paragraphs}


def test_q17_a_table_keeps_the_gaps_between_its_cells():
    (article,) = parse_page(page("今日天气", "\n".join(WEATHER))).articles
    assert [p.text for p in article.paragraphs] == WEATHER


def test_q18_a_padded_name_keeps_its_pad():
    article = parse_page(page(HEAD, FIRST, "名单", "\n".join(NAMES))).articles[1]
    assert [p.text for p in article.paragraphs] == NAMES


def test_q15_a_poem_is_signed_by_the_name_under_its_title():
    reading = read(page(HEAD, FIRST, "雪夜", "林知夏", "\n".join(FREE), OTHER_HEAD, OTHER))
    poem = reading["articles"][1]
    assert (poem["headline"], poem["authors"], poem["paragraphs"]) == ("雪夜", ["林知夏"], FREE)


def test_q15_the_strophes_of_a_poem_stay_together():
    text = "\n".join([*FREE[:3], "", *FREE[3:6], "", *FREE[6:]])
    (poem,) = read(page("雪夜", "□ 林知夏", text))["articles"]
    assert poem["paragraphs"] == FREE


def test_headlines_one_upon_another_are_no_poem():
    stacked = [OTHER_HEAD, "二十台播种机同时下田", "月底前全部种完", "打造人民满意社区", HEAD,
               "更换老化插座八十余个"]  # fmt: skip
    record = parse_page("\n".join([column(OTHER_LEAD), *stacked, column(LEAD)]) + "\n")
    kinds = {p.kind for a in record.articles for p in a.paragraphs}
    assert kinds == {BlockKind.TEXT}


def test_labels_alone_make_the_same_kept_rows_again():
    record = parse_page(page(HEAD, FIRST, "今日天气", "\n".join(WEATHER), "雪夜", "\n".join(FREE)))
    assert assemble(record.lines, record.labels).articles == record.articles


ENGLISH = [
    "  The county opened its new library on Tuesday.",
    "More than three hundred readers came to see the",
    "reading rooms, and the first borrowers took home",
    "twelve hundred books before noon.",
    "  The library stands on the site of the old",
    "market and has room for two hundred thousand",
    "volumes. Mr. Lin, who runs it, said that it is",
    "open until nine in the evening.",
]


def test_q30_a_page_in_english_alone_is_read():
    source = page("New County Library Opens Its Doors", "By Lin Zhixia", "\n".join(ENGLISH))
    (article,) = read(source)["articles"]
    assert article["headline"] == "New County Library Opens Its Doors"
    assert article["authors"] == ["Lin Zhixia"]
    wanted = [" ".join(ENGLISH[:4]).strip(), " ".join(ENGLISH[4:]).strip()]
    assert article["paragraphs"] == wanted


def test_q30_an_english_piece_among_chinese_ones():
    source = page(HEAD, FIRST, "New County Library Opens", "\n".join(ENGLISH), OTHER_HEAD, OTHER)
    assert [a["headline"] for a in read(source)["articles"]] == [
        HEAD, "New County Library Opens", OTHER_HEAD,
    ]  # fmt: skip


def test_q15_a_reporter_signs_no_poem_so_headlines_below_one_are_no_verse():
    heads = [
        "课间多五分钟",
        "校园动起来",
        "“小病不出村，大病有人管”",
        "医共体把专家",
        "号挂到家门口",
    ]
    rows = [column(OTHER_LEAD), "本报记者 林知夏", *heads, column(LEAD)]
    record = parse_page("\n".join(rows) + "\n")
    assert BlockKind.VERSE not in {p.kind for a in record.articles for p in a.paragraphs}


def test_q18_padded_names_three_to_a_row_with_single_spaces():
    names = ["王 强 李小明 张 伟", "赵建国 孙 丽 周文博", "冯 涛 陈立新 褚 红"]
    source = page(HEAD, FIRST, "优秀志愿者名单", "\n".join(names), OTHER_HEAD, OTHER)
    assert [a["headline"] for a in read(source)["articles"]] == [
        HEAD, "优秀志愿者名单", OTHER_HEAD,
    ]  # fmt: skip
    assert read(source)["articles"][1]["paragraphs"] == names


def test_q18_a_list_is_no_part_of_the_story_above_it():
    names = "王强、李小明、张伟、刘洋、赵建国、孙丽、周文博、吴敏、冯涛、陈立新、褚红、卫民。"
    title = "优秀志愿者名单（12人）"
    articles = read(page(HEAD, FIRST, title, column(names), OTHER_HEAD, OTHER))["articles"]
    assert [a["headline"] for a in articles] == [HEAD, title, OTHER_HEAD]


def test_q15_a_short_poem_under_its_title_and_a_bare_name():
    poem = FREE[:5]
    source = page(HEAD, FIRST, "雪夜", "林知夏", "\n".join(poem), OTHER_HEAD, OTHER)
    article = read(source)["articles"][1]
    assert (article["headline"], article["authors"]) == ("雪夜", ["林知夏"])
    assert article["paragraphs"] == poem


def test_q15_the_heading_of_the_next_story_is_no_line_of_the_poem():
    rows = ["雪夜", "□ 何田", *FREE, OTHER_HEAD, column(OTHER_LEAD), column(OTHER_SECOND)]
    poem, story_after = read("\n".join(rows) + "\n")["articles"]
    assert (poem["headline"], poem["paragraphs"]) == ("雪夜", FREE)
    assert story_after["headline"] == OTHER_HEAD


def test_q17_the_unit_of_a_table_in_brackets_signs_nothing():
    table = ["品名  最高价  最低价", "白菜  1.20  0.80", "萝卜  1.40  1.00", "鸡蛋  9.80  9.20"]
    found = read("\n".join(["主要农产品价格", *table, "（单位：元/公斤）", ""]))["articles"][0]
    assert found["paragraphs"][-1] == "（单位：元/公斤）"


def test_q17_days_and_hours_of_a_rota_are_a_table():
    rows = [f"11月{day}日 8:00—17:00 10千伏滨河线：滨河花园、丽水苑一带" for day in (25, 26, 27)]
    found = read(page(HEAD, FIRST, "\n".join(["停电预告", *rows])))["articles"]
    assert [a["headline"] for a in found] == [HEAD, "停电预告"]


POEM = [
    "纸灯笼挂在檐下",
    "像一颗不肯睡的星星",
    "母亲，今年的风来得早",
    "您门前的那条路",
    "我替您扫过了",
]


@pytest.mark.parametrize(
    ("title", "byline"), [("冬至", "□ 林知夏"), ("冬 至", "作者：林知夏"), ("冬至", "林知夏")]
)
def test_q15_a_short_poem_has_its_title_and_ends_where_a_blank_line_stands(title, byline):
    other = OTHER_LEAD.split("）")[1]
    source = page(HEAD, FIRST, title, byline, "\n".join(POEM), column(other), OTHER_HEAD)
    found = read(source)["articles"]
    poem = next(article for article in found if article["paragraphs"][0] == POEM[0])
    assert poem["headline"].replace(" ", "") == "冬至"
    assert poem["paragraphs"] == POEM


def test_q9_a_poem_ends_above_the_name_of_the_next_column():
    rows = ["冬至", "□ 林知夏", *POEM]
    source = page(HEAD, FIRST, "\n".join(rows), "【檐下夜话】\n" + OTHER_HEAD, OTHER)
    poem, last = read(source)["articles"][1:]
    assert (poem["paragraphs"], last["kicker"]) == (POEM, "【檐下夜话】")


@pytest.mark.sweep
def test_thousands_of_poems_take_no_more_time_each_than_hundreds():
    poem = "王平\n雨落下\n谁在门外轻轻地\n\n"
    few, many = poem * 1500, poem * 6000
    assert growth(lambda: parse_page(few), lambda: parse_page(many), 7) <= 7

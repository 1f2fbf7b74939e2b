"""Pages that another generator laid out: what each shows is read."""

import pytest

from articles.parsing import DEFAULT_RULES
from articles.parsing.reading.clauses import Clauses
from articles.parsing.reading.heads import read_heads
from articles.parsing.reading.row_marks import HeadRow
from articles.parsing.typography import head_words
from articles.parsing.typography.rows import Row
from articles.parsing.words.bylines import read_credits
from articles.records import CreditRole, Line
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    articles,
    column,
    page,
    read,
    story,
)

SNACKS = (
    "清晨5时30分，桥头的早点铺准时开门，环卫工人进门就能吃。",
    "店主乔守义从2019年起坚持为周边70多名环卫工人提供免费早餐，从未间断，累计送出八万多份。",
)
THIRD = column("本报讯（记者汪秋）石桥村的柿子红了，果农们忙着采摘，客商的货车在村口排成长队。")
PICTURE = "秋风起，芦花白。\n10月15日，游客在\n鸣溪湿地公园乘船\n赏景。"


def headlines(source: str) -> list[str | None]:
    return [article["headline"] for article in articles(source)]


def captions(source: str) -> list[tuple]:
    return [(one["text"], *one["photographers"]) for one in read(source)["captions"]]


def names(text: str) -> list[str]:
    found = read_credits(text, DEFAULT_RULES, CreditRole.REPORTER) or ()
    return [credit.name for credit in found if credit.role is not CreditRole.PHOTOGRAPHER]


def test_a_space_before_a_row_sets_a_story_off_where_no_blank_line_does():
    first = page(HEAD, f"{FIRST}\n {OTHER_BODY[:13]}").rstrip("\n")
    whole = f"{first}\n{column(OTHER_BODY[13:], 15, 0)}\n\n{OTHER_HEAD}\n"
    assert headlines(whole) == [HEAD, OTHER_HEAD]


def test_a_space_inside_a_sentence_sets_nothing_off():
    rows = story(LEAD, SECOND).split("\n")
    rows[2] = f" {rows[2]}"
    assert headlines(page(HEAD, "\n".join(rows))) == [HEAD]


def test_a_caption_set_off_by_a_space_leaves_the_headline_above_to_its_story():
    photo = " 鸣溪镇的柿子红了，\n果农们忙着采摘。\n记者 黎健悦 摄"
    source = page(FIRST, f"{HEAD}\n{photo}", OTHER, OTHER_HEAD)
    assert headlines(source) == [HEAD, OTHER_HEAD]
    assert captions(source) == [("鸣溪镇的柿子红了，果农们忙着采摘。", "黎健悦")]


def test_who_provides_breakfast_provides_no_picture():
    source = page(FIRST, HEAD, story(*SNACKS, width=13), "早餐送环卫")
    assert captions(source) == []


def test_the_first_sentence_of_a_caption_may_fill_its_row():
    source = page(FIRST, HEAD, f"{PICTURE}\n武远瑶 摄", OTHER, OTHER_HEAD)
    assert captions(source) == [(PICTURE.replace("\n", ""), "武远瑶")]
    assert headlines(source) == [HEAD, OTHER_HEAD]


@pytest.mark.parametrize(
    "credit",
    ["。（本报\n通讯员 董轩 摄影报\n道）", "。本报记者 付航 摄影报\n道", "。（邵\n超 龚建秋 摄）"],
)
def test_a_credit_behind_a_caption_may_run_over_rows(credit):
    rows = "昨日清晨，一场大\n雾笼罩鸣溪城区，\n市民在大雾中出行"
    (caption, *people), *others = captions(page(FIRST, HEAD, rows + credit, OTHER, OTHER_HEAD))
    assert caption == rows.replace("\n", "") + "。"
    assert people
    assert not others


@pytest.mark.parametrize("name", ["雷 文", "周一丽"])
def test_a_photographer_may_be_called_as_a_role_or_a_weekday_is(name):
    photo = f"鸣溪镇的柿子红了，\n果农们忙着采摘。\n本报记者 {name} 摄"
    assert captions(page(FIRST, HEAD, photo))[0][1] == name.replace(" ", "")


@pytest.mark.parametrize("words", ["文/摄", "文/摄影", "文/图"])
def test_who_wrote_the_words_may_have_taken_the_pictures(words):
    source = page(HEAD, f"■本报记者 邱春 {words}\n{column(BODY)}", story(SECOND))
    assert articles(source)[0]["reporters"] == ["邱春"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("记者马治秋侯俊玉徐松高洪驰宋风", ["马治秋", "侯俊玉", "徐松", "高洪驰", "宋风"]),
        ("通讯员 潘竹 晨蒋峰", ["潘竹晨", "蒋峰"]),
        ("记者康 婷 吕柏实习生廖晓家", ["康婷", "吕柏", "廖晓家"]),
    ],
)
def test_names_that_justification_ran_together_come_apart(text, people):
    assert names(text) == people


@pytest.mark.parametrize(
    "above", ["记者 邵峰一 摄", "志愿者上门检修", "电子邮箱：lc@example.org", "——棠溪县见闻"]
)
def test_a_space_sets_off_what_begins_below_a_row_without_a_full_stop(above):
    body = column(OTHER_LEAD)
    source = page(FIRST, HEAD, f"更换老化插座八十余个，\n居民欢迎。\n{above}\n {body}", OTHER_HEAD)
    assert any(a["paragraphs"][0].endswith(OTHER_BODY) for a in articles(source))


def test_a_writer_may_be_called_as_the_word_for_words_is():
    assert names("记者 方杰文 文/图") == ["方杰文"]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("棠溪县检察院\n“一案一回访”守护未成年人成长", ("棠溪县检察院", None)),
        ("棠溪县医院成功\n实施首例腔镜手术", "one"),
        ("流感疫苗\n该怎么打", "one"),
    ],
)
def test_heads_of_another_generator_are_read(rows, wanted):
    text = BODY + "棠溪县人民检察院的检察官和棠溪钢铁厂、县医院的代表也来到现场，看疫苗怎样打。"
    heading = articles(page(rows, story(LEAD[:13] + text, SECOND)))[0]
    first, *others = rows.split("\n")
    if wanted == "one":
        assert heading["headline"].replace(" ", "") == first + others[0]
    else:
        assert (heading["kicker"], heading["deck"]) == wanted


@pytest.mark.parametrize("row", ["“秋水1+1”助学活动现场募", "“秋水1+1”助学活动现场"])
def test_a_verb_that_a_row_cuts_or_that_lacks_its_subject_parts_no_clauses(row):
    below = "捐三十万元，学子受助" if row.endswith("募") else "募捐三十万元，学子受助"
    assert Clauses("", DEFAULT_RULES).is_cut(row, below)


def test_only_the_last_row_of_a_deck_is_narrow():
    rows = [
        "钢城工业技术大革命",
        "棠溪钢铁厂创造三槽出钢法",
        "花钱三百元",
        "装机只三天",
        "增产近三成",
    ]
    heads = [HeadRow(text, float(len(text)), blank=place == 1) for place, text in enumerate(rows)]
    reading = read_heads(
        heads, "最新的出钢方法——三槽出钢，连续两次在棠溪钢铁厂试验成功。", DEFAULT_RULES
    )
    assert (reading.start, reading.stop) == (1, 2)


def test_a_paragraph_may_trail_off():
    last = column("宋守田说，等到明年退休，他打算在镇上租一间房子，不再来回跑了……", 15)
    first, other = story(LEAD, SECOND, width=15), story(OTHER_LEAD, OTHER_SECOND, width=15)
    source = page(HEAD, first, last, other, OTHER_HEAD)
    assert articles(source)[0]["paragraphs"][-1].endswith("跑了……")


def test_the_second_row_of_a_headline_is_no_name_that_the_text_repeats():
    text = "礼尚往来是传统，可当人情变成攀比，礼金变成负担，传统就变了味，很多人说起来直摇头。"
    source = page("莫让“人情债”\n成负担", f"{column(text)}\n{column(text[20:])}", FIRST, HEAD)
    assert "成负担" in headlines(source)[0]


def test_no_headline_ends_in_a_number_whose_noun_the_next_row_has():
    rows = (
        "6年里，宋守田的足迹遍布全镇31\n\n个村，手把手教会了240多名“土专\n"
        "家”。村民们说，他的论文不是写在纸\n上，而是写在俺们的地里。"
    )
    assert articles(page(HEAD, story(LEAD, SECOND, width=17), rows))[0]["subheads"] == []


def test_a_story_with_its_headline_below_begins_inside_one_with_its_headline_above():
    second = story(OTHER_BODY, f"{OTHER_SECOND}（记者 蔡雪秋 史艳）")
    source = page(HEAD, FIRST, second, OTHER_HEAD, "石桥村柿子红了", THIRD)
    assert headlines(source) == [HEAD, OTHER_HEAD, "石桥村柿子红了"]


def test_the_first_sentence_of_a_caption_may_fill_two_rows():
    rows = "消防救援人员为工人讲\n解灭火器的使用方法。\n10月11日，鸣溪县消防\n救援大队走进企业。"
    source = page(FIRST, HEAD, f"{rows}\n记者 邱志瑶 摄", OTHER, OTHER_HEAD)
    assert captions(source) == [(rows.replace("\n", ""), "邱志瑶")]


def test_a_credit_s_last_word_is_no_drop_cap_of_the_text_below_a_blank_line():
    photo = "鸣溪镇的柿子红了，\n果农们忙着采摘。\n\n本报记者 廖 欣\n摄"
    source = page(HEAD, FIRST, photo, OTHER_HEAD, OTHER)
    assert articles(source)[1]["paragraphs"][0].endswith(OTHER_BODY)
    assert captions(source)[0][1] == "廖欣"


@pytest.mark.parametrize(
    ("credit", "people"),
    [("周力\n海 摄", ["周力海"]), (" 本报记者 丁 瑶\n赵晨兰 摄", ["丁瑶", "赵晨兰"])],
)
def test_names_of_a_credit_behind_a_caption_may_be_cut(credit, people):
    rows = "图为工人在生产\n线上组装新能源\n汽车座椅。"
    ((text, *found),) = captions(page(HEAD, FIRST, rows + credit, OTHER_HEAD, OTHER))
    assert (text, found) == (rows.replace("\n", ""), people)


def test_a_call_for_clues_is_no_credit():
    rows = "“欢迎广大群众积极提供\n线索，我们将严格为举\n报人保密。”宋守田说。"
    assert captions(page(HEAD, story(LEAD, SECOND, width=12), rows)) == []


def test_names_that_a_row_s_end_ran_together_come_apart():
    assert names("首席记者彭婷东 魏 勇顾梅松") == ["彭婷东", "魏勇", "顾梅松"]


def test_who_telephones_the_paper_opens_no_story():
    rows = "近日，家住东湖花园的读者给\n本报打来电话，反映小区飞线\n充电严重，存在安全隐患。"
    assert len(articles(page(HEAD, f"本报讯（记者韩佳）{rows}", story(SECOND)))) == 1


def test_a_paragraph_s_first_row_above_a_column_s_break_is_no_subhead():
    rows = "岚汀镇、石桥乡、县农业\n\n农村局负责同志先后作了表态\n发言。"
    source = page(HEAD, story(LEAD, SECOND, width=13), rows, OTHER, OTHER_HEAD)
    assert articles(source)[0]["subheads"] == []


@pytest.mark.parametrize(
    ("above", "row", "gains"),
    [
        ("企业退休人员养老金再上调", "记者从县人力资源和社会保障局获", True),
        ("晶源电池项目开工建设", "10月15日上午，总投资28亿元的晶源", True),
        ("企业退休人员养老金再上调，", "记者从县人力资源和社会保障局获", False),
        ("企业退休人员养老金再上调", "记者节里话记者", False),
    ],
)
def test_a_report_begins_below_a_headline(above, row, gains):
    rows = [Row(Line(1, text, text, float(len(text))), 0, False) for text in (above, row)]
    assert (head_words.report_gain(*rows) > 0) is gains

"""Q4, Q9, Q10, Q14, Q16, Q27: jumps, notes, series, speeches, and what is drawn twice."""

import pytest

from articles.parsing import ledger, parse_page
from articles.records import Role
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_SECOND,
    SECOND,
    articles,
    column,
    page,
    story,
)

THIRD = "社区主任说，入冬前要把老楼的线路再查一遍，谁家有困难随时可以来电话，志愿者上门帮忙。"
NOTE = "冬修水利年年搞，今年有何不同？记者走进工地，听听乡亲们怎么说。"


@pytest.mark.parametrize("jump", ["（上接第一版）", "▶▶上接A01版", "（紧接A1版）", "上接1版"])
def test_q4_what_was_begun_elsewhere_says_so_on_a_line_of_its_own(jump):
    first, second = articles(page(OTHER_HEAD, OTHER, HEAD, jump, story(SECOND, THIRD)))
    assert (first["headline"], first["jumps"]) == (OTHER_HEAD, [])
    assert (second["headline"], second["jumps"]) == (HEAD, [jump])
    assert second["paragraphs"] == [SECOND, THIRD]


def test_q4_a_first_part_that_begins_in_mid_sentence():
    rest = column(SECOND[7:], 14, 0)
    first, second = articles(page(HEAD, "（上接第一版）", rest, column(THIRD), OTHER_HEAD, OTHER))
    assert (first["headline"], first["paragraphs"]) == (HEAD, [SECOND[7:], THIRD])
    assert second["headline"] == OTHER_HEAD


@pytest.mark.parametrize("jump", ["（下转第二版）", "下转第2版▶"])
def test_q4_a_text_that_stops_in_mid_sentence_at_its_jump(jump):
    cut = SECOND[:30]
    first, second = articles(page(HEAD, column(LEAD), column(cut) + "\n" + jump, OTHER_HEAD, OTHER))
    assert (first["paragraphs"], first["jumps"]) == ([BODY, cut], [jump])
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)


def test_q10_a_note_between_headline_and_lead_is_the_articles():
    note = f"【编者按】{NOTE}"
    first, second = articles(page(HEAD, column(note), FIRST, OTHER_HEAD, OTHER))
    assert (first["headline"], first["reporters"]) == (HEAD, ["林知夏"])
    assert first["paragraphs"] == [note, BODY, SECOND]
    assert second["headline"] == OTHER_HEAD


def test_q10_a_note_between_headline_and_byline_is_the_articles():
    note = f"编者按：{NOTE}"
    first, second = articles(
        page(HEAD, column(note), "□ 本报记者 林知夏", story(BODY, SECOND), OTHER_HEAD, OTHER)
    )
    assert (first["headline"], first["reporters"]) == (HEAD, ["林知夏"])
    assert first["paragraphs"] == [note, BODY, SECOND]
    assert second["headline"] == OTHER_HEAD


def test_q10_an_article_that_begins_with_a_note_takes_no_other_along():
    note = f"编者按：{NOTE}"
    first, second = articles(page(HEAD, story(note, BODY, SECOND), OTHER))
    assert first["paragraphs"] == [note, BODY, SECOND]
    assert (second["headline"], second["reporters"]) == (None, ["宋南星"])


@pytest.mark.parametrize("title", ["【小贴士】", "■相关链接", "新闻链接"])
def test_q10_a_box_beside_a_story_is_no_part_of_it(title):
    tip = "不要在同一个插座上接多个大功率电器，外出时切断电源，老化线路及时更换。"
    first, box, last = articles(page(HEAD, FIRST, title, column(tip), OTHER_HEAD, OTHER))
    assert (first["paragraphs"], first["subheads"]) == ([BODY, SECOND], [])
    assert (box["headline"], box["paragraphs"]) == (title, [tip])
    assert last["headline"] == OTHER_HEAD


@pytest.mark.parametrize("series", ["寻访老作坊③", "老街故事之三", "邻里故事（二）"])
def test_q9_the_number_of_a_series_tells_its_name(series):
    (article,) = articles(page(series, "一把纸伞撑起的光阴", FIRST))
    assert (article["kicker"], article["headline"]) == (series, "一把纸伞撑起的光阴")


@pytest.mark.parametrize("byline", ["温县一中 张三", "棠溪县云麓镇 何 田", "○何田（棠溪县）"])
def test_q14_an_author_with_a_place(byline):
    text = story(OTHER_BODY, OTHER_SECOND)
    first, second = articles(page(HEAD, FIRST, "渡口的黄昏", byline, text))
    name = "张三" if "张三" in byline else "何田"
    assert (second["headline"], second["authors"]) == ("渡口的黄昏", [name])
    assert (first["headline"], second["paragraphs"]) == (HEAD, [OTHER_BODY, OTHER_SECOND])


def test_q16_whom_a_speech_is_made_to_is_no_headline():
    parts = ["一、去年工作回顾", column(BODY), "二、今年工作安排", column(OTHER_BODY)]
    (article,) = articles(page("政府工作报告", column("各位代表："), *parts))
    assert article["headline"] == "政府工作报告"
    assert article["paragraphs"] == ["各位代表：", BODY, OTHER_BODY]
    assert [head["text"] for head in article["subheads"]] == [parts[0], parts[2]]


def test_p36_subheads_behind_a_mark():
    heads = ["●查线路：一家一户走到", "●送温暖：随叫随到"]
    parts = [heads[0], column(SECOND), heads[1], column(THIRD)]
    (article,) = articles(page(HEAD, column(LEAD), *parts))
    assert [head["text"] for head in article["subheads"]] == heads
    assert article["paragraphs"] == [BODY, SECOND, THIRD]


def test_q22_headlines_part_stories_on_a_page_where_nobody_signs():
    rows = [HEAD, column(BODY, 18), column(SECOND, 18)]
    rows += [OTHER_HEAD, column(OTHER_BODY, 18), column(OTHER_SECOND, 18)]
    assert [a["headline"] for a in articles("\n".join(rows) + "\n")] == [HEAD, OTHER_HEAD]


def test_q27_a_row_drawn_twice_is_read_once():
    record = parse_page(page(HEAD + "\n" + HEAD, FIRST))
    assert ledger(record).closed
    assert [a.headline for a in record.articles] == [HEAD]
    assert [x.rule for x in record.labels if x.role is Role.IGNORED] == ["drawn-twice"]


def test_q27_characters_drawn_twice_are_read_once():
    record = parse_page(page("".join(char * 2 for char in HEAD), FIRST))
    assert ledger(record).closed
    assert [a.headline for a in record.articles] == [HEAD]
    assert [c.removed for c in record.cleanups if c.rule == "drawn-twice"] == [HEAD]

"""Rows between a text and the next that are no headline's, or that are one's in spite of a sign."""

import pytest

from tests.parsing.columns import FIRST, HEAD, OTHER, OTHER_HEAD, column, page, read

GAME = "“柿子杯”象棋赛昨天在文化馆收枰，七十一岁的老将容止六胜一和，捧走了奖杯。"
ASKED = ["问：县里的柿子什么时候摘最好？", "摘下后怎样存放？"]
ANSWER = "答：霜降前后、果皮转红就可以摘。摘下后放在阴凉通风处，一层果一层稻草，可存两个月。"


def test_a_bracket_that_closes_on_the_next_row_opens_a_story_and_no_headline():
    rows = ["老将捧杯", "", "（记者 林知夏 陆小舟 通讯员 宋南星", "何田）" + GAME[:14], GAME[14:]]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert article["headline"] == "老将捧杯"
    assert article["reporters"] == ["林知夏", "陆小舟"]
    assert article["correspondents"] == ["宋南星", "何田"]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_the_name_of_a_column_behind_a_sign_is_no_item_of_the_text_above(blank):
    rows = HEAD + "\n" + FIRST + blank + "■柿子杯故事\n“老将”容止\n\n" + column(GAME, 18) + "\n"
    first, second = read(rows)["articles"]
    assert (first["headline"], second["kicker"], second["headline"]) == (
        HEAD, "■柿子杯故事", "“老将”容止",
    )  # fmt: skip


def test_no_row_of_a_headline_stands_right_above_an_answer():
    rows = ["　　" + "\n".join(ASKED), "　　" + column(ANSWER, 17), "　　" + column(GAME, 17)]
    source = page("柿子采摘\n要注意啥", "\n".join(rows), OTHER_HEAD, OTHER)
    first, second = read(source)["articles"]
    assert (first["headline"], first["deck"]) == ("柿子采摘要注意啥", None)
    assert first["paragraphs"] == ["".join(ASKED), ANSWER, GAME]
    assert second["headline"] == OTHER_HEAD


def test_q8_the_title_below_brief_items_leaves_the_byline_to_the_next_story():
    items = ["★县图书馆开出夜读书房。", "★两座公路桥在棠溪镇合龙。", "★柿子节卖出柿饼六千斤。"]
    below = "□本报记者 何田\n" + column(GAME, 18) + "\n老将捧杯"
    source = page(FIRST, HEAD, OTHER, OTHER_HEAD) + "\n".join([*items, "要闻简报", below]) + "\n"
    found = read(source)["articles"]
    assert [article["headline"] for article in found] == [HEAD, OTHER_HEAD, "要闻简报", "老将捧杯"]
    assert [article["reporters"] for article in found[2:]] == [[], ["何田"]]


def test_q12_who_signs_a_text_signs_it_above_one_that_another_reports():
    below = column(f"本报讯 记者 陆小舟 宋南星报道：{GAME}", 24)
    source = page(HEAD, "\n".join([column(GAME, 18), "记者 何田"]), below)
    first, second = read(source)["articles"]
    assert (first["headline"], first["reporters"]) == (HEAD, ["何田"])
    assert second["reporters"] == ["陆小舟", "宋南星"]

"""Features as papers write them: subheads from the first word on, reporters in the text."""

import pytest

from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER_BODY,
    OTHER_HEAD,
    SECOND,
    articles,
    column,
    page,
    story,
)

FEATURE, DECK = "老街有了新手艺", "——鸣溪镇竹编作坊见闻"
PARTS = (
    (
        "篾刀声里学艺",
        "清早六点，鸣溪镇竹编作坊的篾刀声就响了起来。五名学徒围着老师傅劈竹、起篾，手上缠满胶布。",
    ),
    (
        "订单从网上来",
        "作坊去年开了网店，灯罩、果篮卖到二十多个省份。学徒们一边编，一边把过程拍下来给买主看。",
    ),
    (
        "老人重新出山",
        "七十岁的篾匠宋阿公歇业多年，听说作坊收徒，又把工具搬了出来，每天教到太阳落山才回家。",
    ),
)
SUBHEADS = [head for head, _ in PARTS]


def parts(width: int = 14) -> list[str]:
    return [f"{head}\n{column(text, width)}" for head, text in PARTS]


def subheads(article: dict) -> list[str]:
    return [head["text"] for head in article["subheads"]]


def test_a_subhead_below_the_byline_is_no_row_of_the_headline():
    (article,) = articles(page(f"{FEATURE}\n{DECK}\n本报记者 林知夏", *parts()))
    assert (article["headline"], article["deck"]) == (FEATURE, DECK)
    assert (article["reporters"], subheads(article)) == (["林知夏"], SUBHEADS)


def test_a_subhead_below_the_byline_is_not_the_end_of_the_headline_above_both():
    above = [story(LEAD, SECOND), HEAD]
    first, second = articles(page(*above, "本报记者 林知夏", *parts(), FEATURE))
    assert (first["headline"], second["headline"]) == (HEAD, FEATURE)
    assert (second["reporters"], subheads(second)) == (["林知夏"], SUBHEADS)


def test_a_row_below_a_deck_is_the_first_subhead_where_others_of_its_length_follow():
    (article,) = articles(page(f"{FEATURE}\n{DECK}", *parts()))
    assert (article["headline"], article["deck"]) == (FEATURE, DECK)
    assert subheads(article) == SUBHEADS


def test_a_headline_below_its_byline_stays_one_where_no_subheads_follow():
    source = page("本报记者 林知夏", HEAD, column(BODY), OTHER_HEAD, column(OTHER_BODY))
    assert [article["headline"] for article in articles(source)] == [HEAD, OTHER_HEAD]


# Rows of running text with the word for a reporter, after a shorter row or at a question.
IN_THE_TEXT = (
    "棠溪县日前召开\n新春记者招待会\n公布了全县播种进度。",
    "诗人们谈起了今年的评选。\n记者：第四届棠溪文学奖\n何时评出？",
)


@pytest.mark.parametrize("text", IN_THE_TEXT)
def test_a_row_that_begins_with_a_reporter_in_the_text_signs_nothing(text):
    (article,) = articles(page(HEAD, f"{column(BODY)}\n　　{text}"))
    assert article["reporters"] == article["authors"] == []

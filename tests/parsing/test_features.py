"""Features as papers write them: subheads from the first word on, reporters in the text."""

import pytest

from articles.parsing import DEFAULT_RULES
from articles.parsing.overlap import one_matter
from articles.parsing.reading import confidence, pairing
from tests.parsing.columns import (
    BODY,
    FIRST,
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


POND = (
    "村东的水塘淤了十多年，夏天一到就发臭。今年开春，几户人家凑钱请来挖泥船，"
    "把塘底翻了个遍，又在岸边栽上柳树。",
    "水清了，鱼也回来了。傍晚时分，放学的孩子在岸边钓虾，老人搬来竹椅乘凉，一坐就是半个晚上。",
)
CLOCKS = (
    "钟表匠老何守着街角的小铺，一守就是四十年。铺子里挂满了修好却没人来取的挂钟，"
    "到了整点一齐敲响。",
    "年轻人如今看手机，来修表的越来越少。老何说，只要还有一个人上门，他就把灯点着。",
)


def unsigned_stories() -> str:
    return page(FIRST, HEAD, story(*POND), "一塘清水", story(*CLOCKS), "老街的钟声")


def test_where_stories_are_often_unsigned_a_page_hardly_joins_them(monkeypatch):
    heads = [HEAD, "一塘清水", "老街的钟声"]
    assert [article["headline"] for article in articles(unsigned_stories())] == heads
    monkeypatch.setattr(pairing, "OFTEN_UNSIGNED", pairing.UNSIGNED)
    assert [article["headline"] for article in articles(unsigned_stories())] != heads


def test_where_many_stories_are_unsigned_only_one_with_clear_borders_is_sure(monkeypatch):
    def sure() -> list[bool]:
        return [x["confidence"] >= DEFAULT_RULES.sure for x in articles(unsigned_stories())]

    assert sure() == [True, False, False]
    monkeypatch.setattr(confidence, "CLEAR_BORDERS", pairing.FAR_AHEAD + 1)
    assert sure() == [False, False, False]


def test_a_matter_that_two_texts_share_far_from_their_border_counts():
    beside = "".join(map(chr, range(0x4E00, 0x4E00 + 150)))
    other = "".join(map(chr, range(0x5E00, 0x5E00 + 150)))
    matter = "竹编作坊的学徒围着老师傅劈竹起篾，灯罩果篮卖到二十多个省份。"
    assert one_matter(matter + beside, other + matter) > one_matter(beside, other) + 2


def test_items_with_a_mark_are_no_bylines_however_many_family_names_they_hold():
    items = (
        "●公房租金水平没有摆脱\n低租金循环，住得宽的人家多受益。\n"
        "●房价相对于城镇居民住\n房支付能力太高，买得起的人家少。"
    )
    (article,) = articles(page(HEAD, f"{column(BODY)}\n{items}"))
    assert (article["reporters"], article["authors"]) == ([], [])
    assert "●公房租金水平没有摆脱低租金循环" in "".join(article["paragraphs"])

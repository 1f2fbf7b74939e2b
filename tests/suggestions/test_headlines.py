"""Headlines drawn from a lead: what they offer, what they never do, how often they are near."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.parsing.offers.suggestions import headlines
from articles.parsing.overlap import bigrams
from tests.suggestions.measuring import (
    CORPUS,
    SHARED,
    mean,
    nearness,
    news_of_the_corpus,
    stories,
)

# Lead | the first candidate.
LEADS = """
11月8日上午10时18分，鸣溪河二桥主桥顺利合龙，全线桥面贯通。 | 鸣溪河二桥主桥顺利合龙
11月11日，县人大常委会主任柯正平到青禾坪镇，实地调研农村饮水工作。 | 县人大常委会调研农村饮水工作
11月17日，县委副书记、县长邵明渠主持召开县政府常务会议，研究停车。 | 邵明渠主持召开县政府常务会议
近日，由县文联主办的“岚汀山水”书画展在县文化馆开幕。 | “岚汀山水”书画展在县文化馆开幕
11月16日，县总工会深入云栈公司，开展“送法进企”宣讲活动。 | 县总工会开展“送法进企”宣讲活动
记者从县农业农村局获悉，全县秋粮收获基本结束。 | 全县秋粮收获基本结束
近日，鸣溪河流域第三届乡村龙舟邀请赛开幕仪式在柳荫渡举行。 | 鸣溪河流域第三届乡村龙舟邀请赛开幕
由县文联等单位联合举办的“山水之间”书法展览，今天上午在县文化馆举行。 | “山水之间”书法展览举行
全县一千二百名大学毕业生，正陆续走向工作岗位。 | 全县一千二百名大学毕业生走向工作岗位
11月9日，省水利厅考察团围绕节水灌溉主题，来到青禾坪镇实地调研。 | 省水利厅考察团来到青禾坪镇调研
昨日，城区3路、9路公交线正式延长，惠及两万人。 | 城区3路、9路公交线延长
锣鼓喧天，彩旗飘飘。11月9日，全县乡村龙舟赛在柳荫渡开赛。 | 全县乡村龙舟赛在柳荫渡开赛
11月9日，县市场监管局就自动续费等问题，约谈了三家平台。 | 县市场监管局约谈了三家平台
下游向上游拨付312万元，这是鸣溪河首次兑付生态补偿。 | 鸣溪河首次兑付生态补偿
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in LEADS.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_the_news_of_a_lead_comes_first(row):
    lead, expected = row
    assert headlines([lead])[0] == expected


def test_no_number_is_cut_in_two():
    found = headlines(["8月29日，全长1.1公里的求知路南段建成通车，学生不再绕行。"])
    assert "求知路南段建成通车" in "".join(found)
    assert not any("1.求" in text for text in found)


STORIES = [
    story
    for path in sorted(CORPUS.glob("*_pages.json"))
    for story in json.loads(path.read_text(encoding="utf-8"))
]
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story["slug"])


@each_story
def test_at_most_three_and_each_of_a_headlines_length(story):
    found = headlines(story["paragraphs"])
    assert len(found) <= 3
    assert all(7 <= len(text) <= 27 for text in found)


@each_story
def test_every_word_is_in_the_text(story):
    text = bigrams("".join(story["paragraphs"]))
    for candidate in headlines(story["paragraphs"]):
        # A joint makes one pair of characters that the text may not have.
        assert len(bigrams(candidate) - text) <= 3


@each_story
def test_none_breaks_off_or_opens_half_a_quotation(story):
    for candidate in headlines(story["paragraphs"]):
        assert candidate[-1] not in "，、：；。—的了和与在"
        assert candidate.count("“") == candidate.count("”")
        assert candidate.count("《") == candidate.count("》")


@each_story
def test_candidates_differ(story):
    found = [bigrams(text) for text in headlines(story["paragraphs"])]
    pairs = [(one, two) for place, one in enumerate(found) for two in found[place + 1 :]]
    assert all(len(one & two) <= 0.6 * min(len(one), len(two)) for one, two in pairs)


def test_of_the_headlines_that_the_lead_could_give_half_are_near():
    in_reach = [
        (story["headline"], story["paragraphs"])
        for story in STORIES
        if story["kind"] in ("news", "wire")
        and len(bigrams(story["headline"]) & bigrams("".join(story["paragraphs"][:2])))
        >= 0.6 * len(bigrams(story["headline"]))
    ]
    near = [story for story in in_reach if nearness(story) >= 0.5]
    assert len(in_reach) >= 8
    assert len(near) * 2 >= len(in_reach)


def test_suggestions_are_as_near_as_when_they_were_measured():
    assert mean(map(nearness, news_of_the_corpus())) >= 0.26
    assert mean(map(nearness, stories(CORPUS / "demo"))) >= 0.21


@pytest.mark.skipif(not SHARED.is_dir(), reason="no labelled pages beside this")
def test_on_labelled_pages_half_the_pairs_are_right():
    assert mean(map(nearness, stories(SHARED))) >= 0.48


def test_nothing_is_cut_out_of_a_title():
    lead = "岚汀县银龄合唱团演唱了《晒谷场上的月亮》，全场掌声不断。"
    assert all("月亮》" not in text or "《晒谷场上的月亮》" in text for text in headlines([lead]))


@pytest.mark.parametrize("paragraphs", [[], [""], ["。"], ["会。"], ["“", "”"], ["12345，67890。"]])
def test_a_text_that_offers_nothing_gets_nothing(paragraphs):
    assert headlines(paragraphs) == ()


def test_the_limit_holds():
    lead = "鸣溪河二桥主桥合龙，县图书馆延长开放，青禾坪小学新操场启用，白鹭湖迎来首批候鸟。"
    assert len(headlines([lead], limit=1)) == 1


@given(
    st.lists(
        st.text(alphabet="会召开在的，。“”（）《》11月日县主任\n 的活动举行", max_size=200),
        max_size=3,
    )
)
def test_any_text_is_read(paragraphs):
    assert len(headlines(paragraphs)) <= 3


@pytest.mark.parametrize("unit", ["“", "，", "的", "县", "在县", "11月", "县委书记", "召开活动"])
def test_a_million_characters_cost_no_more_than_their_beginning(unit):
    assert len(headlines([unit * (1_000_000 // len(unit))])) <= 3

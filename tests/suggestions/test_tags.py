"""Tags found by counting: what they are, and what they never are."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.parsing.offers.keywords import COMMON, tags

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STORIES = {
    story["slug"]: "\n".join(story["paragraphs"])
    for path in sorted(CORPUS.glob("*_pages.json"))
    for story in json.loads(path.read_text(encoding="utf-8"))
}
BRIDGE = (
    "鸣溪河二桥主桥顺利合龙。县交通运输局介绍，鸣溪河二桥全长三百米。“平安渡口”行动同步开展。\n"
    "站在鸣溪河二桥上，能望见整个老城。《岚汀交通志》记下了这座桥的由来。老城的人过桥更近了。"
)


@pytest.mark.parametrize("slug", STORIES)
def test_tags_are_words_of_the_text_and_no_part_of_one_another(slug):
    found = tags(STORIES[slug])
    assert all(tag in STORIES[slug] for tag in found)
    assert not [one for one in found for two in found if one != two and one in two]


@pytest.mark.parametrize("slug", STORIES)
def test_common_words_are_no_tags(slug):
    assert COMMON.isdisjoint(tags(STORIES[slug]))


def test_names_terms_and_titles_are_found():
    assert {"鸣溪河二桥", "平安渡口", "岚汀交通志"} <= set(tags(BRIDGE))


def test_what_comes_back_goes_before_what_comes_once():
    assert tags(BRIDGE)[0] == "鸣溪河二桥"


def test_tags_that_the_site_knows_go_first():
    assert tags(BRIDGE, known=["交通", "老城", "教育"])[:2] == ("交通", "老城")


def test_a_known_tag_that_the_text_does_not_name_is_not_proposed():
    assert "教育" not in tags(BRIDGE, known=["教育"])


def test_a_single_character_is_no_tag():
    assert "桥" not in tags(BRIDGE, known=["桥"])


def test_the_limit_holds():
    assert len(tags(BRIDGE, limit=2)) == 2


def test_speech_is_no_term():
    assert tags("他说：“我们来了。”她说：“你好吗”。") == ()


@given(st.text(alphabet="县会议的了“”《》 \n桥河一二在，。", max_size=300))
def test_any_text_is_read(text):
    assert len(tags(text)) <= 8


@pytest.mark.parametrize("unit", ["桥", "“桥”", "《", "鸣溪河二桥主桥顺利合龙", "县，"])
def test_a_million_characters_cost_no_more_than_their_beginning(unit):
    assert len(tags(unit * (1_000_000 // len(unit)))) <= 8

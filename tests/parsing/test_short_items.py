"""Pages of short unsigned items: which row between two texts is a headline, which a subhead."""

import pytest

from articles.parsing.reading import pairing, subheads
from articles.parsing.typography import layout, lone_rows
from tests import golden
from tests.parsing.columns import (
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    SECOND,
    articles,
    page,
    story,
)
from tests.parsing.test_features import CLOCKS, POND

COUNTIES = ["云麓县：村东水塘栽上柳树", "鸣溪县：钟表匠守着街角小铺", "棠溪县：志愿者留下服务电话"]
NOTE = story("水塘清了，柳树绿了。这份耐心值得更多村庄学习，几户人家能做成的事，一个镇也能做成。")
NUMBERED = [
    "煤矿关了之后", story(*POND), "一、水塘淤了", story(POND[0]), "二、水塘清了", story(POND[1]),
]  # fmt: skip
DATED = story(CLOCKS[0].replace("钟表匠", "11月3日，钟表匠"))
BROKEN = "钟表匠还守得\n住小铺吗？"


def headlines(*blocks: str) -> list[str]:
    return [article["headline"] for article in articles(page(*blocks))]


def counties() -> list[str]:
    texts = story(*POND), story(*CLOCKS), story(SECOND)
    return headlines(*(block for both in zip(COUNTIES, texts, strict=True) for block in both))


def test_rows_of_one_form_with_the_first_headline_are_headlines(monkeypatch):
    assert counties() == COUNTIES
    monkeypatch.setattr(subheads, "OF_HEADLINE", -9.0)
    assert counties() == COUNTIES[:1]


def test_below_numbered_subheads_a_row_without_a_number_is_a_headline(monkeypatch):
    last = "几户人家栽柳树"
    assert headlines(*NUMBERED, last, NOTE) == [NUMBERED[0], last]
    monkeypatch.setattr(subheads, "OTHER_FORM", 0.0)
    assert headlines(*NUMBERED, last, NOTE) == [NUMBERED[0]]


def test_a_reporters_note_with_a_title_is_no_part_of_the_report_above():
    note = "记者手记：给村庄一点耐心"
    assert headlines(HEAD, story(*POND), note, NOTE) == [HEAD, note]


def test_first_words_that_tell_when_speak_for_a_story(monkeypatch):
    above = [HEAD, FIRST, OTHER_HEAD, OTHER, "一塘清水", story(*POND), "老街的钟声"]
    heads = [HEAD, OTHER_HEAD, "一塘清水", "老街的钟声"]
    assert headlines(*above, DATED) == heads
    monkeypatch.setattr(pairing, "TELLS_WHEN", 0.0)
    assert headlines(*above, DATED) == heads[:-1]


@pytest.mark.parametrize("below", ["街角老何答疑", "本报记者 林知夏"])
def test_rows_too_short_for_the_column_that_ask_are_a_headline(below, monkeypatch):
    blocks = HEAD, story(LEAD, SECOND), f"{BROKEN}\n{below}", story(*CLOCKS)
    assert headlines(*blocks) == [HEAD, "钟表匠还守得住小铺吗？"]
    monkeypatch.setattr(layout, "FEW_ROWS", 0)
    monkeypatch.setattr(lone_rows, "FEW_ROWS", 0)
    assert headlines(*blocks) != [HEAD, "钟表匠还守得住小铺吗？"]


ALIKE = ["把“脏乱差”请出去", "把“烟火气”留下来", "把年轻人引进来"]


def test_subheads_that_begin_alike_are_of_one_text_whatever_they_speak_of(monkeypatch):
    source = (golden.PAGES / "varied_32.txt").read_text("utf-8")
    assert [head["text"] for head in articles(source)[0]["subheads"]] == ALIKE
    monkeypatch.setattr(subheads, "PARALLEL", "")
    assert [head["text"] for head in articles(source)[0]["subheads"]] != ALIKE


def test_a_title_that_could_be_a_name_stays_one_above_its_authors():
    rows = "灯下补衣\n贺兰", story(*CLOCKS), "初雪\n公孙白", story(*POND)
    assert [(x["headline"], x["authors"]) for x in articles(page(*rows))] == [
        ("灯下补衣", ["贺兰"]), ("初雪", ["公孙白"]),
    ]  # fmt: skip


def test_a_short_headline_drawn_twice_is_read_once():
    assert headlines(HEAD, FIRST, "灶火\n灶火", story(*CLOCKS)) == [HEAD, "灶火"]

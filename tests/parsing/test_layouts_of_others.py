"""Pages as other papers lay them out: what each shows is read, and only while its rule is there."""

import pytest

from articles.parsing.reading import bodies, heads, kept
from articles.parsing.words import matter
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_SECOND,
    column,
    page,
)
from tests.parsing.columns import read as read_whole
from tests.parsing.test_removed_rules import read

RESULTS = "白鹿队 1∶1 青峰队\n海潮队 0∶3 铁骑队\n金山队 2∶2 大河队"
RANKS = "名次 球队 场 胜 负 积分\n1 铁骑队 5 4 1 12\n2 江汀队 5 3 2 9\n3 银杏队 5 2 3 6"
UNSIGNED, OTHERS = column(BODY, 18), column(OTHER_BODY, 18)
PLACED = page("鸣溪镇", "志愿者上门检修水电线路", UNSIGNED, OTHER_HEAD, OTHERS)
CUP = column("鸣溪县少年乒乓球锦标赛昨日落幕，十岁的佟一诺连扳三局，在决赛里爆冷夺冠。", 18)


def heads_of(source: str) -> list[tuple]:
    return [(a["kicker"], a["headline"]) for a in read_whole(source)["articles"]]


def signers(source: str) -> list[list[str]]:
    return [a["authors"] for a in read_whole(source)["articles"]]


# A page | what is asked of it | the answer | module or class, name, what stands instead.
LAYOUTS = {
    "a date with points at the page's top": (
        page("体育\n12\n2016.4.25", HEAD, FIRST), heads_of, [(None, HEAD)],
        matter.PageMatter, "_mark_top", lambda *_: None,
    ),
    "words in two tongues above the date": (
        page("关注\nFocus\n2020-09-08\n星期二", HEAD, FIRST), heads_of, [(None, HEAD)],
        matter.PageMatter, "_mark_top", lambda *_: None,
    ),
    "a paper's name of no usual end beside the date": (
        page("01 版 要闻   澜湾特区报   2025 年 2 月 17 日 星期一", HEAD, FIRST),
        heads_of, [(None, HEAD)], matter.PageMatter, "_is_short_paper", lambda *_: False,
    ),
    "results, a side on each hand of the score": (
        page(HEAD, FIRST, "其他场次比分", RESULTS), heads_of,
        [(None, HEAD), (None, "其他场次比分")], kept, "_counts", lambda _: [],
    ),
    "counts that a tool sets like spread letters": (
        page(HEAD, FIRST, "积分榜", RANKS), heads_of,
        [(None, HEAD), (None, "积分榜")], kept, "_counts", lambda _: [],
    ),
    "a place over a headline": (
        PLACED, heads_of, [("鸣溪镇", "志愿者上门检修水电线路"), (None, OTHER_HEAD)],
        heads._Scorer, "_is_place", lambda *_: False,
    ),
    "a competition over what happened there": (
        page("鸣溪县少年乒乓球锦标赛", "十岁小将爆冷夺冠", CUP), heads_of,
        [("鸣溪县少年乒乓球锦标赛", "十岁小将爆冷夺冠")],
        heads._Scorer, "_is_occasion", lambda *_: False,
    ),
    "a bare name below its text": (
        "\n".join([HEAD, UNSIGNED, "万里", OTHER_HEAD, OTHERS, "（华章）"]) + "\n", signers,
        [["万里"], ["华章"]], bodies.Gathering, "_sign_last", lambda *_: None,
    ),
    "where a bare name comes from": (
        "\n".join([HEAD, UNSIGNED, "鸣溪县医院 韦知秋", OTHER_HEAD, OTHERS, "（华章）"]) + "\n",
        signers, [["韦知秋"], ["华章"]], bodies.Gathering, "_sign_last", lambda *_: None,
    ),
    "a pen name under a title": (
        "\n".join([HEAD, UNSIGNED, "油菜地里", "周·海棠", OTHERS, column(OTHER_SECOND, 18)]) + "\n",
        signers, [[], ["周·海棠"]], bodies.Gathering, "_is_pen_name", lambda *_: False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "ask", "answer"), [x[:3] for x in LAYOUTS.values()], ids=LAYOUTS
)
def test_a_layout_is_read(source, ask, answer):
    assert ask(source) == answer


@pytest.mark.parametrize(
    ("source", "place", "name", "instead"),
    [(x[0], *x[3:]) for x in LAYOUTS.values()],
    ids=LAYOUTS,
)
def test_a_layout_needs_its_rule(monkeypatch, source, place, name, instead):
    whole = read(source)
    monkeypatch.setattr(place, name, instead)
    assert read(source, closed=False) != whole


def test_a_name_that_the_text_speaks_of_signs_nothing():
    text = column("云湖的候鸟今年来得早，站在云湖边上，数得出四十多只天鹅，比去年多。", 18)
    source = "\n".join([HEAD, UNSIGNED, "云湖", "迎来首批越冬候鸟", text]) + "\n"
    assert signers(source) == [[], []]

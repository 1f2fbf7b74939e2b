"""What pages written by hand as other papers print them showed: each needs its rule."""

import re
from dataclasses import replace

import pytest

from articles.parsing import DEFAULT_RULES, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.pictures import narrow
from articles.parsing.reading import bodies, confidence, kept, subheads
from articles.parsing.typography import layout, lines, rows
from articles.parsing.words import matter, notices
from tests.parsing.columns import (
    BODY,
    HEAD,
    OTHER_BODY,
    OTHER_HEAD,
    SECOND,
    column,
    page,
)
from tests.parsing.tables import by_rule, captions_of, heads_of, holds_by_rule, signers, texts_of
from tests.parsing.test_removed_rules import read

UNSIGNED, OTHERS = column(BODY, 18), column(OTHER_BODY, 18)
LINES = "风把最后一片叶子 交给了泥土 我把没写完的信 交给了你 操场上有人在跑 跑过了秋天".split()
RUNS = "跑过桥，跑过河，跑过冬"
ASKED = [
    "问：您还记得修的第一块表吗？",
    "答：记得，一块上海牌手表，主人是位中学老师，修了三天，他没有催过我一句。",
]
BOOKS = "旧书店开在老街拐角，孩子们放学都爱来翻书，老师们也常来，门口那盏灯亮到很晚。"
VOLUNTEERS = "楼道里的电灯三个月没亮，物业请来师傅换上新灯，居民上下楼再也不用打手电。"
TALK = ["修了四十年钟表，他说时间公平", *(column(text, 21) for text in ASKED)]
PICTURE = column("志愿者给老人检修线路。", 8, 0)
POEM = "\n".join(["初冬", "护理2203班 束一", *LINES])
SIGNED = "本报讯（记者何田）"
HEAP = page(
    *(column(SIGNED + text, 18) for text in (BODY, OTHER_BODY, "全县38个社区设点，收下旧衣服。")),
    f"{HEAD}\n{OTHER_HEAD}\n38个社区可以送",
)


def undated(pattern: re.Pattern) -> re.Pattern:
    """The pattern without the date whose day has lost its 日."""
    return re.compile(pattern.pattern.replace(f"|{matter.TORN_DATE}", ""))


PAGES = {
    "a running head below a staff line": (
        page("责任编辑：陆小舟 版式：何田\n岚江日报 02 要闻", HEAD, UNSIGNED),
        heads_of, [(None, HEAD)], matter.PageMatter, "_is_running_head", lambda *_: False,
    ),
    "a date whose day stood in large type": (
        page("2026年11月 5 星期四 农历丙午年九月廿七", HEAD, UNSIGNED), heads_of, [(None, HEAD)],
        matter, "DATED", undated(matter.DATED),
    ),
    "a headline that counts, at the page's end": (
        HEAP, heads_of, [(None, HEAD), (None, OTHER_HEAD), (None, "38个社区可以送")],
        matter, "GLUED", re.compile("(?!)"),
    ),
    "three letters of a headline set wide": (
        page("柳湾的政策宣讲走\n进 田 间", UNSIGNED), heads_of, [(None, "柳湾的政策宣讲走进田间")],
        lines, "PAIR", re.compile("(?!)"),
    ),
    "a poem whose title is a single letter": (
        page(HEAD, UNSIGNED, POEM, "\n".join(["雪", *LINES[1:]])),
        texts_of, [[BODY], [*LINES, "雪", *LINES[1:]]], rows, "LEAST_BESIDE", 5,
    ),
    "a headline over questions and answers": (
        page(HEAD, UNSIGNED) + "\n".join(TALK) + "\n", texts_of, [[BODY], [*ASKED]],
        layout, "ASKED_INSIDE", 0.0,
    ),
    "a headline below questions and answers": (
        page("\n".join(TALK), "旧书店\n" + column(BOOKS, 18)), heads_of,
        [(None, TALK[0]), (None, "旧书店")], subheads, "OTHER_KIND", -1.0,
    ),
    "a paper of no usual end beside its page": (
        page("仓山报 3版 乡村振兴", HEAD, UNSIGNED), heads_of, [(None, HEAD)],
        matter, "SHORT_PAPER", re.compile("(?!)"),
    ),
    "a pen name on the other side of its text": (
        page(HEAD, UNSIGNED + "\n汽笛"), signers, [["汽笛"]],
        bodies.Gathering, "may_sign", lambda *_: False,
    ),
    "a headline of two clauses between two texts": (
        page(HEAD, UNSIGNED, "楼道亮了 居民不摸黑", column(VOLUNTEERS, 18)), heads_of,
        [(None, HEAD), (None, "楼道亮了 居民不摸黑")], subheads, "TWO_CLAUSES", -1.0,
    ),
    "a notice signed on a day without its year": (
        "\n".join(["寒假读书倡议", column(SECOND, 18), "校图书馆", "12月8日", TALK[0], OTHERS, ""]),
        heads_of, [(None, "寒假读书倡议"), (None, TALK[0])],
        notices, "SIGNING_DAY", re.compile("(?!)"),
    ),
    "an author of four letters": (
        page(HEAD, UNSIGNED, "旧书店\n欧阳一勺\n" + OTHERS), signers, [[], ["欧阳一勺"]],
        bodies.Gathering, "_is_double", lambda *_: False,
    ),
    "a poem above a title and an author of four letters": (
        page(HEAD, UNSIGNED, f"{POEM}\n{RUNS}\n旧书店\n欧阳一勺\n" + OTHERS), texts_of,
        [[BODY], [*LINES, RUNS], [OTHER_BODY]], kept, "opens_with_family", lambda *_: False,
    ),
    "a poem by somebody of a school": (
        page(HEAD, UNSIGNED, POEM.replace("护理2203班 束一", "实验中学 巫马星")),
        texts_of, [[BODY], LINES], kept, "_is_named", lambda *_: False,
    ),
    "who gives a notice, apart from the headline below": (
        page("招聘启事\n" + OTHERS, "丰年食品有限公司", HEAD, UNSIGNED), heads_of,
        [(None, "招聘启事"), (None, HEAD)], notices.Notices, "_may_give", lambda *_: False,
    ),
    "a caption without a word of its own": (
        page(HEAD, UNSIGNED, column(SECOND, 18), PICTURE, OTHER_HEAD, OTHERS), captions_of,
        ["志愿者给老人检修线路。"], narrow, "NARROW", 0.0,
    ),
}  # fmt: skip


@by_rule(PAGES)
def test_a_page_is_read_by_its_rule(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_a_name_may_end_in_a_word_of_bylines():
    assert signers(page(HEAD, UNSIGNED + "\n（通讯员 訾文）")) == [["訾文"]]
    assert signers(page(HEAD, UNSIGNED + "\n（通讯员 谷梁文）")) == [["谷梁文"]]


@pytest.mark.parametrize("pupil", ["青石小学四（2）班 端木晨", "修试二班 林知夏"])
def test_a_pupil_signs_under_a_title(pupil):
    assert signers(page(HEAD + "\n" + pupil + "\n" + UNSIGNED)) == [[pupil.split()[1]]]


def test_who_writes_to_the_editor_is_no_staff():
    letter = f"编辑同志：{BODY}"
    source = page("村头的水泵该修了", column(letter, 10))
    assert texts_of(source)[0] == [letter]
    unknown = replace(DEFAULT_RULES, salutations=())
    assert page_to_json(parse_page(source, unknown))["articles"][0]["paragraphs"] != [letter]


def test_a_unit_of_authors_and_an_editors_mailbox_head_nothing():
    source = page("责编：陆小舟 信箱：tl@example.com", HEAD + "\n县委党校 课题组\n" + UNSIGNED)
    assert heads_of(source) == [(None, HEAD)]
    assert read(source)["articles"][0]["deck"] is None


def test_a_title_over_what_it_does_not_tell_is_no_stranger():
    link = page(HEAD, UNSIGNED, "链接\n" + OTHERS, OTHER_HEAD + "\n" + column(SIGNED + SECOND, 18))
    assert heads_of(link)[1] == (None, "链接")


def test_a_headline_out_of_a_heap_of_them_is_never_sure(monkeypatch):
    assert all(a["confidence"] < DEFAULT_RULES.sure for a in read(HEAP)["articles"])
    monkeypatch.setattr(confidence, "HEAPED", 1.0)
    assert any(a["confidence"] >= DEFAULT_RULES.sure for a in read(HEAP)["articles"])

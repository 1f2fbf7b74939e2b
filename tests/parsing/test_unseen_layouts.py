"""Pages that another generator laid out: what each shows is read."""

import pytest

from articles.parsing import DEFAULT_RULES
from articles.parsing.words.bylines import read_credits
from articles.records import CreditRole
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
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

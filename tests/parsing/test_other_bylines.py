"""Q7, Q11-Q14: who wrote a piece and where it comes from, in the forms of other papers."""

import pytest

from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    OTHER_LEAD,
    SECOND,
    column,
    page,
    read,
    story,
)

# On a line under the headline: byline → (reporters, correspondents, authors).
UNDER_HEADLINE = {
    "本报记者 林知夏 文/图": (["林知夏"], [], []),
    "文/图 本报记者 林知夏": (["林知夏"], [], []),
    "林知夏 文 陆小舟 图": ([], [], ["林知夏"]),
    "文/林知夏 图/陆小舟": ([], [], ["林知夏"]),
    "本报记者 林知夏 报道": (["林知夏"], [], []),
    "记者 林知夏 通讯员 何田 采写": (["林知夏"], ["何田"], []),
    "作者：林知夏": ([], [], ["林知夏"]),
    # A given name may hold a word that explains names elsewhere.
    "本报记者 李文石 通讯员 张图新": (["李文石"], ["张图新"], []),
    "本报记者 林知文": (["林知文"], [], []),
    "◎文/林知夏": ([], [], ["林知夏"]),
    "本报记者 宇文秋 实习记者 何田": (["宇文秋", "何田"], [], []),
    "本报评论员 林知夏": ([], [], ["林知夏"]),
    "棠溪小学五（3）班 林知夏": ([], [], ["林知夏"]),
    "本报记者 曾知夏 通讯员 向田": (["曾知夏"], ["向田"], []),
    "本报记者 林知夏 摄影报道": (["林知夏"], [], []),
    "○林知夏（棠溪县第一中学）": ([], [], ["林知夏"]),
    "棠溪县县长 林知夏": ([], [], ["林知夏"]),
    "县中医院 呼吸科主任 林知夏": ([], [], ["林知夏"]),
    "本报综合报道": ([], [], []),
    "●本报评论员": ([], [], []),
    "林知夏/文 陆小舟 何田/摄": ([], [], ["林知夏"]),
    "本报记者林知夏/文 签约摄影师 陆小舟 何田/图": (["林知夏"], [], []),
    "文/本报记者 林知夏 图/通讯员 陆小舟": (["林知夏"], [], []),
    "记者 林知夏 图/本报记者 李文石": (["林知夏"], [], []),
    "棠报融媒记者 林知夏 线索提供 梁先生": (["林知夏"], [], []),
    "小记者 林知夏 指导记者 何田": (["林知夏", "何田"], [], []),
    "记者 林知夏通讯员 何田": (["林知夏"], ["何田"], []),
    # Without the spaces between their names; as wide as the headline above.
    "本报记者林知夏李文石何田": (["林知夏", "李文石", "何田"], [], []),
    "汇联社记者林知夏本报记者李文石": (["林知夏", "李文石"], [], []),
    "新华社通讯员林知夏新华社记者李文石": (["李文石"], ["林知夏"], []),
    "本报记者林知夏《云麓日报》记者何田": (["林知夏", "何田"], [], []),
    "本报青石11月3日电\n本报记者 林知夏 何田": (["林知夏", "何田"], [], []),
    # Names of other peoples begin with no family name; a unit stands before its own man's.
    "本报记者 林知夏 何田 央金措": (["林知夏", "何田", "央金措"], [], []),
    "棠报记者 林知夏 通讯员 县人民医院 何田": (["林知夏"], ["何田"], []),
    "本报记者 林知夏 云麓记者站记者 何田": (["林知夏", "何田"], [], []),
}


@pytest.mark.parametrize("printed", UNDER_HEADLINE)
def test_a_byline_under_the_headline_is_no_row_of_it_and_no_photo_credit(printed):
    reading = read(page(HEAD, printed, story(BODY, SECOND), OTHER_HEAD, OTHER))
    first, second = reading["articles"]
    assert (first["headline"], first["byline"], first["kicker"], first["deck"]) == (
        HEAD, printed.replace("\n", " "), None, None,
    )  # fmt: skip
    names = first["reporters"], first["correspondents"], first["authors"]
    assert names == UNDER_HEADLINE[printed]
    assert (first["paragraphs"], second["headline"]) == ([BODY, SECOND], OTHER_HEAD)
    assert reading["captions"] == []


# Before the first words: opening → source.
OPENINGS = {
    "晚报讯（记者林知夏）": "晚报讯",
    "云麓日报讯（记者林知夏）": "云麓日报讯",
    "融媒讯（记者林知夏）": "融媒讯",
    "【本报讯】（记者林知夏）": "本报讯",
    "本报11月3日讯 记者林知夏报道：": "本报11月3日讯",
    "本报记者林知夏报道：": "",
    "本報訊（記者林知夏）": "本報訊",
    "本报新闻热线0000-555016消息（记者 林知夏）": "本报新闻热线0000-555016消息",
    "（记者林知夏）报道：": "",
    "本报青石11月3日电 新华社记者林知夏、本报记者何田报道：": "本报青石11月3日电",
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_another_papers_opening_begins_a_story_and_is_read(opening):
    other = OTHER_LEAD.replace("本报讯（记者宋南星）", opening.replace("林知夏", "宋南星"))
    rows = [column(opening + BODY), HEAD, column(other), OTHER_HEAD]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert (first["source"], first["reporters"][0]) == (OPENINGS[opening], "林知夏")
    assert (first["headline"], first["paragraphs"]) == (HEAD, [BODY])
    assert (second["headline"], second["reporters"][0]) == (OTHER_HEAD, "宋南星")


# In brackets after the last word: what of it is a byline, and what stays in the text.
SIGNATURES = {
    "（县委办）": ("（县委办）", ""),
    "（林知夏 文/图）": ("（林知夏 文/图）", ""),
    "（作者单位：棠溪县第一中学）": ("", "（作者单位：棠溪县第一中学）"),
    "（据《棠溪日报》）": ("", "（据《棠溪日报》）"),
    "（来源：县气象台）": ("", "（来源：县气象台）"),
}


@pytest.mark.parametrize("printed", SIGNATURES)
def test_a_bracket_after_the_last_word_heads_no_other_story(printed):
    byline, kept = SIGNATURES[printed]
    reading = read(page(HEAD, story(BODY, SECOND + printed), OTHER_HEAD, OTHER))
    first, second = reading["articles"]
    assert (first["byline"], first["paragraphs"]) == (byline, [BODY, SECOND + kept])
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)
    assert reading["captions"] == []


def test_a_bracket_that_a_headline_row_begins_with_joins_no_byline_below_it():
    rows = ["示范区召开党工", "委（扩大）会议", column(LEAD), column(SECOND)]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert article["reporters"] == ["林知夏"]


def test_names_in_front_of_the_lead_on_one_row_are_no_byline_of_their_own():
    rows = [
        "汇 联 社 云 州 11 月 3 日 电",
        "（记者林知夏、何田）全省冬",
        "季旅游推介会在云州举行。",
    ]
    (article,) = read("\n".join([HEAD, *rows]) + "\n")["articles"]
    assert article["reporters"] == ["林知夏", "何田"]
    assert article["paragraphs"] == ["全省冬季旅游推介会在云州举行。"]


def test_two_names_of_two_characters_that_lost_their_space():
    (article,) = read(page(HEAD, column(LEAD.replace("林知夏", "卢望马林"))))["articles"]
    assert article["reporters"] == ["卢望", "马林"]
    (article,) = read(page(HEAD, column(LEAD.replace("林知夏", "欧阳知夏"))))["articles"]
    assert article["reporters"] == ["欧阳知夏"]


def test_nobody_signs_a_notice():
    stop = "因管网改造，定于本周六晚十点起停水八小时，请用户提前储水备用，敬请谅解。"
    source = page(story(BODY, SECOND), "本报记者 林知夏", "停水通知", column(stop))
    assert [a["reporters"] for a in read(source)["articles"]] == [["林知夏"], []]


def test_names_that_ran_together_with_the_next_role():
    opening = "本报讯（首席记者林知夏实习生何田 通讯员卢望、马林）"
    (article,) = read(page(HEAD, column(opening + BODY)))["articles"]
    assert (article["reporters"], article["authors"]) == (["林知夏"], ["何田"])
    assert article["correspondents"] == ["卢望", "马林"]


@pytest.mark.parametrize("after", ["②9", "（下转第三版）", "②9（下转第三版）"])
def test_a_signature_broken_at_a_rows_end_is_read_whatever_follows(after):
    ending = f"（首席记者 林知夏 通讯员 欧阳越）{after}"
    (article,) = read(page(HEAD, story(BODY, SECOND + ending)))["articles"]
    assert (article["reporters"], article["correspondents"]) == (["林知夏"], ["欧阳越"])
    assert article["paragraphs"] == [BODY, SECOND]


@pytest.mark.parametrize("name", ["宋金发", "宋发", "宋宏图", "宋图", "宋立文", "宋文", "宋文涛"])
def test_a_name_may_hold_a_sign_that_is_a_word_for_another_role(name):
    for opening in (f"本报讯（记者{name} 通讯员陆小舟）", f"本报记者 {name} 通讯员 陆小舟\n"):
        (article,) = read(f"{HEAD}\n\n{opening}{BODY}\n")["articles"]
        assert (article["reporters"], article["correspondents"]) == ([name], ["陆小舟"])


@pytest.mark.parametrize("name", ["宋金发", "宋宏图", "宋立文", "宋文", "宋文涛"])
@pytest.mark.parametrize(
    "credit", ["本报记者 {} 摄", "本报记者 {} 摄影报道", "记者 {} 通讯员 陆小舟 摄"]
)
def test_so_may_the_name_of_who_took_a_picture(name, credit):
    source = page(HEAD, FIRST, "图为志愿者给老人检修线路。\n" + credit.format(name))
    (photo,) = read(source)["captions"]
    assert [one for one in photo["photographers"] if one != "陆小舟"] == [name]


@pytest.mark.parametrize("width", range(13, 22))
def test_names_that_a_row_breaks_open_before_the_text_goes_on_are_no_byline_of_their_own(width):
    opening = "本报青石1月13日电汇联社记者林知夏、本报记者何田报道："
    source = page(HEAD, column(opening + BODY, width), column(SECOND, width), OTHER_HEAD, OTHER)
    first, second = read(source)["articles"]
    assert first["reporters"] == ["林知夏", "何田"]
    assert (first["headline"], first["paragraphs"]) == (HEAD, [BODY, SECOND])
    assert second["headline"] == OTHER_HEAD


def test_a_name_in_a_bracket_that_goes_on_behind_a_space_begins_nothing():
    rows = [
        "棠溪都市报11月4日讯（记者",
        " 林知夏）" + BODY[:8],
        *column(BODY[8:], 16, 0).split("\n"),
    ]
    first, second = read(page(HEAD, "\n".join(rows), OTHER_HEAD, OTHER))["articles"]
    assert (first["reporters"], first["paragraphs"]) == (["林知夏"], [BODY])
    assert second["headline"] == OTHER_HEAD


@pytest.mark.parametrize("width", range(11, 25))
def test_a_space_between_the_words_of_an_opening_begins_nothing(width):
    opening = "本报讯 （记者 林知夏 通讯员 李文石 何田） "
    source = "\n".join([HEAD, column(opening + BODY, width), OTHER_HEAD, column(OTHER_LEAD, width)])
    first, second = read(source + "\n")["articles"]
    assert (first["reporters"], first["correspondents"]) == (["林知夏"], ["李文石", "何田"])
    assert (first["paragraphs"], second["headline"]) == ([BODY], OTHER_HEAD)


@pytest.mark.parametrize("width", range(11, 25))
def test_a_bracket_of_names_opens_a_text_below_a_deck(width):
    lead = column("（记者林知夏 通讯员李文石）" + BODY, width)
    source = page(HEAD, "——八十余个插座换新", lead, OTHER_HEAD, column(OTHER_LEAD, width))
    first = read(source)["articles"][0]
    assert (first["headline"], first["deck"]) == (HEAD, "——八十余个插座换新")
    assert (first["reporters"], first["correspondents"]) == (["林知夏"], ["李文石"])
    assert first["paragraphs"] == [BODY]


def test_names_that_ran_together_may_hold_the_word_for_who_writes():
    (article,) = read(page(HEAD, column(LEAD.replace("林知夏", "彭文凤严胜"))))["articles"]
    assert article["reporters"] == ["彭文凤", "严胜"]


def test_who_signs_above_a_text_and_below_it_is_named_once():
    source = page(HEAD, "林知夏\n" + story(BODY, SECOND + "（林知夏）"), OTHER_HEAD, OTHER)
    article = read(source)["articles"][0]
    assert (article["headline"], article["authors"]) == (HEAD, ["林知夏"])


@pytest.mark.parametrize("rubric", ["[记者调查]", "【民生热线】"])
def test_a_rubric_in_brackets_is_no_headline_wherever_it_stands(rubric):
    for heading in ([rubric, HEAD], [HEAD, rubric]):
        article = read(page(*heading, FIRST, OTHER_HEAD, OTHER))["articles"][0]
        assert article["headline"] == HEAD


@pytest.mark.parametrize("width", range(14, 22))
@pytest.mark.parametrize("word", ["目前，", "据了解，"])
def test_who_told_a_story_and_took_its_pictures_signs_no_caption(word, width):
    last = word + "志愿者已上门检修线路，居民都住得安心。"
    signed = f"{last}（本报记者 林知夏 通讯员 何田 摄影报道）"
    rows = [column("本报讯 " + BODY, width), column(SECOND, width), column(signed, width)]
    found = read(page(HEAD, "\n".join(rows)))
    (article,) = found["articles"]
    assert (found["captions"], article["paragraphs"]) == ([], [BODY, SECOND, last])
    assert (article["reporters"], article["correspondents"]) == (["林知夏"], ["何田"])

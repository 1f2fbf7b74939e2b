"""How papers that write otherwise say who wrote a story and where it comes from."""

import pytest

from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_SECOND,
    SECOND,
    column,
    page,
    read,
    story,
)

# Before the first words: opening → (source, reporters, correspondents).
OPENINGS = {
    "云麓晚报消息（记者林知夏）": ("云麓晚报消息", ["林知夏"], []),
    "云麓晚报消息（记者 林知夏 何田 16日晚9时报道）": ("云麓晚报消息", ["林知夏", "何田"], []),
    "棠溪晨报报道（记者 林知夏 通讯员 何田）": ("棠溪晨报报道", ["林知夏"], ["何田"]),
    "云麓网消息（云麓都市报）（记者 林知夏）": ("云麓网消息（云麓都市报）", ["林知夏"], []),
    "云麓网（云麓金报）（特约记者林知夏通讯员何田）": ("云麓网（云麓金报）", ["林知夏"], ["何田"]),
    "【云麓日报报道】（通讯员 何田 记者 林知夏）": ("云麓日报报道", ["林知夏"], ["何田"]),
    "【云麓时报报道 特约记者 林知夏】": ("云麓时报报道", ["林知夏"], []),
    "云麓晚报讯（首席记者林知夏特约记者何田见习记者宋南星）": (
        "云麓晚报讯", ["林知夏", "何田", "宋南星"], [],
    ),
    "本报讯（记者 林知夏 摄影 何田）": ("本报讯", ["林知夏"], []),
    "本报讯（学生记者 林知夏 摄影 何田）": ("本报讯", ["林知夏"], []),
    "本报讯（记者 林知夏 通讯员 何田 视频 央金措）": ("本报讯", ["林知夏"], ["何田"]),
    "本报讯记者林知夏、通讯员何田摄影报道：": ("本报讯", ["林知夏"], ["何田"]),
    "本报讯 记者林知夏，通讯员何田报道：": ("本报讯", ["林知夏"], ["何田"]),
    "棠报记者林知夏报道昨日下午，": ("", ["林知夏"], []),
    "本报0006667热线报道 ": ("本报0006667热线报道", [], []),
    "便民热线00961报道 ": ("便民热线00961报道", [], []),
    "云麓晚报讯": ("云麓晚报讯", [], []),
    "今报讯": ("今报讯", [], []),
    "云麓日报讯：": ("云麓日报讯", [], []),
    "云麓在线讯 ": ("云麓在线讯", [], []),
}  # fmt: skip


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_source_of_another_paper_opens_a_story_though_no_blank_line_parts_it(opening):
    source, reporters, correspondents = OPENINGS[opening]
    rows = [HEAD, column(LEAD), column(SECOND), OTHER_HEAD, column(opening + OTHER_BODY)]
    first, second = read("\n".join([*rows, column(OTHER_SECOND)]) + "\n")["articles"]
    assert (first["headline"], first["paragraphs"]) == (HEAD, [BODY, SECOND])
    assert (second["headline"], second["source"]) == (OTHER_HEAD, source)
    assert (second["reporters"], second["correspondents"]) == (reporters, correspondents)
    told = "昨日下午，" * opening.endswith("昨日下午，")
    assert second["paragraphs"] == [told + OTHER_BODY, OTHER_SECOND]


@pytest.mark.parametrize("words", ["多家晚报讯息传到棠溪县", "云麓日报讯号不好时"])
def test_a_word_that_only_begins_like_a_source_opens_nothing(words):
    (article,) = read(page(HEAD, story(LEAD, words + SECOND)))["articles"]
    assert article["paragraphs"] == [BODY, words + SECOND]


# On a line under the headline: byline → (reporters, correspondents).
UNDER_HEADLINE = {
    "本报记者组": ([], []),
    "本报记者": ([], []),
    "本报记者\n林知夏": (["林知夏"], []),
    "（《云麓晨报》供稿）": ([], []),
    "早报记者 林知夏 通讯员 何田责任编辑 陆小舟": (["林知夏"], ["何田"]),
    "记者林知夏/文见习记者何田/摄": (["林知夏"], []),
    "图/文 云麓网（云麓日报）记者林知夏": (["林知夏"], []),
    "（林知夏 何田 宋南）": ([], []),
    "本报首席记者 林知夏 见习\n记者 何田": (["林知夏", "何田"], []),
}


@pytest.mark.parametrize("printed", UNDER_HEADLINE)
def test_a_row_that_signs_is_no_row_of_the_headline(printed):
    reading = read(page(f"{HEAD}\n{printed}", story(BODY, SECOND), OTHER_HEAD, OTHER))
    first, second = reading["articles"]
    assert (first["headline"], first["deck"], first["kicker"]) == (HEAD, None, None)
    assert (first["reporters"], first["correspondents"]) == UNDER_HEADLINE[printed]
    assert (first["paragraphs"], second["headline"]) == ([BODY, SECOND], OTHER_HEAD)
    assert reading["captions"] == []


FACTS = ["报料人：林先生", "报料时间：11月8日", "报料地点：棠溪县青石桥"]


@pytest.mark.parametrize("width", [12, 14, 17, 22])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_facts_between_a_byline_and_the_text_are_paragraphs_and_no_headline(gap, width):
    told = "报料内容：" + BODY
    above = gap.join([HEAD, "本报记者 林知夏", *FACTS, column(told, width), column(SECOND, width)])
    first, second = read(page(story(OTHER_BODY, OTHER_SECOND, width=width), above, ""))["articles"]
    assert (second["headline"], second["deck"], second["kicker"]) == (HEAD, None, None)
    assert second["paragraphs"] == [*FACTS, told, SECOND]
    assert first["paragraphs"] == [OTHER_BODY, OTHER_SECOND]


# Behind the last word, without brackets → (reporters, correspondents, authors).
AT_THE_END = {
    "记者林知夏实习生何田": (["林知夏"], [], ["何田"]),
    "本报记者林知夏实习生何田": (["林知夏"], [], ["何田"]),
    "记者 林知夏 通讯员 何田 宋南星": (["林知夏"], ["何田", "宋南星"], []),
    " ■林知夏": ([], [], ["林知夏"]),
}


@pytest.mark.parametrize("width", [12, 14, 15])
@pytest.mark.parametrize("printed", AT_THE_END)
def test_names_without_brackets_behind_the_last_word_end_a_story(printed, width):
    rows = [HEAD, column(BODY, width), column(SECOND + printed, width), OTHER_HEAD]
    rows += [column(OTHER_BODY, width), column(OTHER_SECOND, width)]
    first, second = read("\n".join(rows).replace("\n ", "\n") + "\n")["articles"]
    names = first["reporters"], first["correspondents"], first["authors"]
    assert (names, first["paragraphs"]) == (AT_THE_END[printed], [BODY, SECOND])
    assert (second["headline"], second["kicker"], second["deck"]) == (OTHER_HEAD, None, None)
    assert second["paragraphs"] == [OTHER_BODY, OTHER_SECOND]


@pytest.mark.parametrize("role", ["本报记者", "记者"])
def test_the_row_may_end_inside_of_the_word_for_who_writes(role):
    told = column(SECOND + role + "林知夏实习生何田", 22)
    rows = [HEAD, column(BODY, 22), told, OTHER_HEAD, column(OTHER_BODY, 22)]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert (first["reporters"], first["paragraphs"]) == (["林知夏"], [BODY, SECOND])
    assert (second["headline"], second["paragraphs"]) == (OTHER_HEAD, [OTHER_BODY])


def test_a_reporter_who_does_something_in_the_last_words_signs_nothing():
    (article,) = read(page(HEAD, story(BODY, SECOND + "记者林知夏还将追踪报道")))["articles"]
    assert article["reporters"] == []


def test_what_a_reporter_did_is_a_subhead_and_no_name():
    (article,) = read(page(HEAD, story(LEAD, SECOND), "□记者核实", story(SECOND, BODY)))["articles"]
    assert article["reporters"] == ["林知夏"]


def test_facts_may_run_over_two_rows():
    facts = [
        "报料时间：昨日上午11\n时",
        "报料地点：棠溪县青石\n桥",
        column("报料内容：" + BODY, 12),
    ]
    (article,) = read("\n".join([HEAD, "本报记者 林知夏", *facts, column(SECOND, 12)]) + "\n")[
        "articles"
    ]
    told = [fact.replace("\n", "") for fact in facts]
    assert (article["headline"], article["paragraphs"]) == (HEAD, [*told, SECOND])


@pytest.mark.parametrize("note", ["（报料人：林先生奖金：五十元）", "“云麓热线”线索提供"])
def test_who_told_the_paper_stays_below_the_text_and_heads_no_other_story(note):
    rows = [HEAD, column(BODY), column(SECOND), note, OTHER_HEAD, column(OTHER_BODY)]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert "".join(first["paragraphs"]) == BODY + SECOND + note
    assert (second["headline"], second["kicker"], second["deck"]) == (OTHER_HEAD, None, None)


def test_the_agency_behind_the_last_word_ends_a_story():
    rows = [
        HEAD,
        column(BODY, 12),
        column(SECOND + "据新华社", 12),
        OTHER_HEAD,
        column(OTHER_BODY, 12),
    ]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert first["paragraphs"] == [BODY, SECOND + "据新华社"]
    assert (second["headline"], second["kicker"], second["deck"]) == (OTHER_HEAD, None, None)


def test_a_desks_mark_behind_such_names_is_none_of_them():
    rows = [
        HEAD,
        column(BODY),
        column(SECOND + "本报记者林知夏②16"),
        OTHER_HEAD,
        column(OTHER_BODY),
    ]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert (first["reporters"], first["paragraphs"]) == (["林知夏"], [BODY, SECOND])
    assert second["headline"] == OTHER_HEAD


@pytest.mark.parametrize("width", [12, 25])
def test_a_row_that_ends_with_the_names_of_an_opening_ends_no_story(width):
    lead = column("云麓网（云麓金报）（特约记者林知夏通讯员何田）" + OTHER_BODY, width)
    rows = [HEAD, column(LEAD, width), OTHER_HEAD, lead, column(OTHER_SECOND, width)]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert second["paragraphs"] == [OTHER_BODY, OTHER_SECOND]


# Who signs above a text, or below it: the row → (reporters, authors).
ABOVE = {
    "韦知秋 何 田": ([], ["韦知秋", "何田"]),
    "丘南星 何 田": ([], ["丘南星", "何田"]),
    "综合本报记者 宋南星、实习记者 何田及《云麓观察》报道": (["宋南星", "何田"], []),
    "中共棠溪县委书记 宋南星（2026年9月9日）": ([], ["宋南星"]),
    "机务段 尤明辉": ([], ["尤明辉"]),
    "棠溪县农技推广中心 郗小田": ([], ["郗小田"]),
    "变电运维三班 丛 林": ([], ["丛林"]),
    "柳溪市第二中学教师 季文同": ([], ["季文同"]),
}
BELOW = {
    "（本报记者宋南星、实习生何田参与采写）": (["宋南星"], ["何田"]),
    "（云麓农具厂通讯组）": ([], []),
    "掘进二队 职工家属 何小田": ([], ["何小田"]),
    "罗槐镇 东风路居民 何小田": ([], ["何小田"]),
    "柳溪市第二中学教师 季文同": ([], ["季文同"]),
    "（本刊记者 宋南星 校园记者 何 田）": (["宋南星", "何田"], []),
    "（炼铁厂 党群工作室 何小田）": ([], ["何小田"]),
    "（本报信息中心 小柯）": ([], ["小柯"]),
}


@pytest.mark.parametrize("row", [*ABOVE, *BELOW])
def test_a_row_names_who_wrote_the_text_beside_it(row):
    reporters, authors = (ABOVE | BELOW)[row]
    text = story(BODY, SECOND)
    signed = f"{row}\n{text}" if row in ABOVE else f"{text}\n{row}"
    first, second = read(page(HEAD, signed, OTHER_HEAD, OTHER))["articles"]
    assert (first["headline"], first["kicker"], first["deck"]) == (HEAD, None, None)
    assert (first["reporters"], first["authors"]) == (reporters, authors)
    assert first["paragraphs"] == [BODY, SECOND]
    assert (second["headline"], second["kicker"]) == (OTHER_HEAD, None)


CREDITS = {
    "何田摄（影像中心）": ["何田"],
    "何 田摄（新华社发）": ["何田"],
    "宋南星 航拍": ["宋南星"],
    "无人机航拍": [],
}


@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_may_say_how_a_picture_came_about_and_who_keeps_it(credit):
    text = "志愿者在青石桥社区检修水电线路。"
    source = page(HEAD, story(BODY, SECOND), column(text, 10, 0) + "\n" + credit, OTHER_HEAD, OTHER)
    (caption,) = read(source)["captions"]
    assert (caption["text"], caption["photographers"]) == (text, CREDITS[credit])


def test_who_asks_ends_no_text_above_its_answer():
    asked = "问：我父母独自住在青石桥社区，家里的插座老化了。请问志愿者多久上门一次？"
    answered = ["答：志愿者每月上门一次，有事随叫随到。", "更换插座不收费用。"]
    for who in ("（棠溪 何女士）", "（何小田）"):
        source = page(HEAD, story(asked) + "\n" + who, story(*answered), OTHER_HEAD, OTHER)
        first, second = read(source)["articles"]
        assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
        assert [text for text in first["paragraphs"] if text != who] == [asked, *answered]


@pytest.mark.parametrize("day", ["二〇一三年六月四日", "2013年6月4日"])
def test_a_unit_in_two_words_gives_a_notice_and_says_when(day):
    title = "关于12路临时调整走向的通告"
    text = "因青石桥加固施工，即日起12路公交车临时绕行云麓大道，请广大乘客相互转告。"
    signed = f"棠溪公交集团 营运管理部 {day}"
    source = page(title, column(text) + "\n" + signed, OTHER_HEAD, OTHER)
    first, second = read(source)["articles"]
    *texts, last = first["paragraphs"]
    assert (first["headline"], texts) == (title, [text])
    assert last.replace(" ", "") == signed.replace(" ", "")
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)

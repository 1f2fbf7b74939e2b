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
    "本报讯记者林知夏、通讯员何田摄影报道：": ("本报讯", ["林知夏"], ["何田"]),
    "本报讯 记者林知夏，通讯员何田报道：": ("本报讯", ["林知夏"], ["何田"]),
    "棠报记者林知夏报道昨日下午，": ("", ["林知夏"], []),
    "本报0006667热线报道 ": ("本报0006667热线报道", [], []),
    "帮办热线00961报道 ": ("帮办热线00961报道", [], []),
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
}


@pytest.mark.parametrize("printed", UNDER_HEADLINE)
def test_a_row_that_signs_is_no_row_of_the_headline(printed):
    reading = read(page(f"{HEAD}\n{printed}", story(BODY, SECOND), OTHER_HEAD, OTHER))
    first, second = reading["articles"]
    assert (first["headline"], first["deck"], first["kicker"]) == (HEAD, None, None)
    assert (first["reporters"], first["correspondents"]) == UNDER_HEADLINE[printed]
    assert (first["paragraphs"], second["headline"]) == ([BODY, SECOND], OTHER_HEAD)
    assert reading["captions"] == []

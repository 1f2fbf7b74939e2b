"""Who signs behind a text's last word, in every column's width, with blank lines and without."""

import pytest

from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    SECOND,
    page,
    read,
    story,
)
from tests.parsing.columns import column as set_column

WIDTHS = range(11, 27)
JOINTS = ("\n", "\n\n")
# Behind the last word, without a bracket: the reporters and the correspondents in it.
BARE = {
    "记者 林知夏": (["林知夏"], []),
    "记者 林知夏 通讯员 棠水宣": (["林知夏"], ["棠水宣"]),
    "通讯员 棠水宣 记者 林知夏": (["林知夏"], ["棠水宣"]),
    "通讯员 棠水宣": ([], ["棠水宣"]),
    "本报记者 林知夏 何田": (["林知夏", "何田"], []),
}
BOTH = ("（特约记者 林知夏 摄影报道）", "（本报记者 林知夏 文/图）")
THIRD = "据介绍，这样的上门服务已经是今年第六次，参加的电工和木匠都是附近的居民。"
ITEMS = {
    "青石桥社区为独居老人检修水电线路，更换老化插座八十余个。": "（林 杉）",
    "云麓镇万亩油菜开始机播，二十台播种机同时下田。": "（宋南星 何田）",
    "县图书馆延长开放时间，周末到晚上九点才闭馆。": "（通讯员 晓江）",
    "鸣溪桥加固工程完工，货车可以从桥上通行。": "",
}


def column(text: str, width: int = 14) -> str:
    """No row ends or begins with the space between two names."""
    return "\n".join([row.strip() for row in set_column(text, width).split("\n")])


def stories(joint: str, width: int, signature: str) -> list[dict]:
    first = [HEAD, *(column(text, width) for text in (BODY, THIRD, SECOND + signature))]
    second = [OTHER_HEAD, column(OTHER_LEAD, width)]
    return read(joint.join([*first, *second]) + "\n")["articles"]


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("signature", BARE)
def test_names_without_a_bracket_sign_the_text_though_no_family_is_called_so(
    signature, width, joint
):
    first, second = stories(joint, width, signature)
    assert (first["reporters"], first["correspondents"]) == BARE[signature]
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert (first["paragraphs"], second["paragraphs"]) == ([BODY, THIRD, SECOND], [OTHER_BODY])


def test_one_name_that_touches_its_word_may_be_a_sentence():
    last = SECOND + "记者辗转找到旧址，已是人去楼空。"
    (article,) = read("\n".join([HEAD, column(LEAD, 20), column(last, 20)]) + "\n")["articles"]
    assert (article["reporters"], article["paragraphs"]) == (["林知夏"], [BODY, last])


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("signature", BOTH)
def test_who_took_the_pictures_of_a_text_signs_it_and_captions_none(signature, width, joint):
    first, second = stories(joint, width, signature)
    assert first["reporters"] == ["林知夏"]
    assert (first["paragraphs"], second["paragraphs"]) == ([BODY, THIRD, SECOND], [OTHER_BODY])


def test_a_signed_caption_of_another_column_stays_one():
    caption = column("志愿者在检修线路。（林知夏 摄影报道）", 9)
    reading = read("\n\n".join([HEAD, story(BODY, SECOND), caption, OTHER_HEAD, OTHER_LEAD]))
    assert [photo["text"] for photo in reading["captions"]] == ["志愿者在检修线路。"]


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
def test_items_that_are_signed_each_are_one_column_of_briefs(width, joint):
    items = [column(f"●{text}{name}", width) for text, name in ITEMS.items()]
    blocks = [HEAD, column(BODY, width), "简 讯", *items, OTHER_HEAD, column(OTHER_LEAD, width)]
    _, briefs, after = read(joint.join(blocks) + "\n")["articles"]
    told = [f"●{text}{name}" for text, name in ITEMS.items()]
    plain = ["".join(text.split()) for text in briefs["paragraphs"]]
    assert briefs["authors"] == ["林杉", "宋南星", "何田"]
    assert briefs["correspondents"] == ["晓江"]
    assert plain == ["".join(text.split()) for text in told]
    assert after["headline"] == OTHER_HEAD


def test_a_signed_item_below_which_none_of_its_mark_follows_ends_the_text():
    items = [column(f"{text}{name}") for text, name in ITEMS.items()][:2]
    first, second = read(page(HEAD, items[0], OTHER_HEAD, "●" + items[1]))["articles"]
    assert (first["authors"], second["authors"]) == (["林杉"], ["宋南星", "何田"])


@pytest.mark.sweep
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("signature", ["（林）", "（县医院宣传科）"])
def test_an_initial_or_an_office_in_brackets_ends_the_text(signature, width):
    first, second = stories("\n", width, signature)
    assert (first["paragraphs"], second["headline"]) == ([BODY, THIRD, SECOND], OTHER_HEAD)

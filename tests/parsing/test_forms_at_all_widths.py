"""Forms of signing and of credits, each in every column's width, with blank lines and without."""

import pytest

from tests.parsing.columns import (
    BODY,
    HEAD,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    SECOND,
    column,
    read,
)

WIDTHS = range(12, 25)
JOINTS = ("\n", "\n\n")
# Before the first words: the names in them.
OPENINGS = {
    "本报讯（记者 林知夏）": ["林知夏"],
    "本报11月4日讯(记者 林知夏)": ["林知夏"],
    "棠溪都市报11月4日讯（记者 林知夏）": ["林知夏"],
    "本报棠溪讯（通讯员 林知夏）": ["林知夏"],
    "本报讯（小记者 林知夏 指导老师 何田）": ["林知夏", "何田"],
    "本报讯 （记者 林知夏 通讯员 李文石 何田） ": ["林知夏", "李文石", "何田"],
    "【本报讯】（全媒体记者 林知夏）": ["林知夏"],
    "棠溪日报讯（棠溪日报社全媒体记者 林知夏 通讯员 何田 文/图）": ["林知夏", "何田"],
    "（记者林知夏）报道：": ["林知夏"],
}
# In a row of its own below the headline.
BYLINES = {
    "本报记者 林知夏": ["林知夏"],
    "林知夏/文 何田 陆小舟/摄": ["林知夏"],
    "记者 林知夏通讯员 何田": ["林知夏", "何田"],
    "棠报融媒记者 林知夏 线索提供 梁先生": ["林知夏"],
    "通讯员 林知夏 何田 记者 李文石 文/图": ["林知夏", "何田", "李文石"],
    "本报棠溪11月4日电\n本报记者 林知夏 何田": ["林知夏", "何田"],
}
# Below a caption: who took the picture.
CREDITS = {
    "本报记者 陆小舟 摄": ["陆小舟"],
    "（陆小舟 摄）": ["陆小舟"],
    "通讯员 陆小舟 何田 摄": ["陆小舟", "何田"],
    "摄影：陆小舟": ["陆小舟"],
    "新华社发（陆小舟摄）": ["陆小舟"],
    "陆小舟 摄（影像中国）": ["陆小舟"],
    "③2 陆小舟 摄": ["陆小舟"],
}
CAPTION = "图为村民在晾晒新收的稻谷，孩子们在一旁玩耍。"


def names(article: dict) -> list[str]:
    return article["reporters"] + article["correspondents"] + article["authors"]


def stories(joint: str, width: int, *above: str, opening: str = "", photo: str = "") -> dict:
    """A page of two stories; a photo stands between the paragraphs of the first."""
    first = [HEAD, *above, column(opening + BODY, width), *filter(None, [photo])]
    second = [OTHER_HEAD, column(OTHER_LEAD, width)]
    return read(joint.join([*first, column(SECOND, width), *second]) + "\n")


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("printed", [*OPENINGS, *BYLINES])
def test_who_signs_is_read_whatever_the_columns_width(printed, width, joint):
    if printed in OPENINGS:
        reading = stories(joint, width, opening=printed)
    else:
        reading = stories(joint, width, printed)
    first, second = reading["articles"]
    assert sorted(names(first)) == sorted((OPENINGS | BYLINES)[printed])
    assert (first["headline"], first["deck"]) == (HEAD, None)
    assert (first["paragraphs"], second["paragraphs"]) == ([BODY, SECOND], [OTHER_BODY])


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("credit", CREDITS)
def test_a_photo_in_a_story_is_read_whatever_the_columns_width(credit, width, joint):
    for narrow in (7, 9, 12):
        photo = f"{column(CAPTION, narrow, 0)}\n{credit}"
        reading = stories(joint, width, opening="本报讯（记者林知夏）", photo=photo)
        (caption,) = reading["captions"]
        assert (caption["text"], caption["photographers"]) == (CAPTION, CREDITS[credit])
        assert reading["articles"][0]["paragraphs"] == [BODY, SECOND]

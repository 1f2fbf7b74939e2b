"""Captions of one short sentence, wherever they stand at their story, in every column's width."""

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

WIDTHS = [
    width for width in range(12, 26) if width not in (17, 22)
]  # there all rows of a text end alike
JOINTS = ("\n", "\n\n")
CAPTION = "志愿者在楼道里检修线路。"
LONG = (
    BODY + "据介绍，这样的上门服务已经是今年第六次，参加的电工和木匠都是附近的居民，工钱分文不取。"
)
FURTHER = "墙角堆放的旧插座。"
CREDITS = "本报记者 陆小舟 摄", "受访者供图"


def photo(caption: str, credit: str, width: int) -> str:
    return f"{column(caption, width, 0)}\n{credit}"


def checked(source: str, *captions: str, text: str = BODY) -> None:
    reading = read(source)
    assert [x["text"] for x in reading["captions"]] == list(captions)
    first, second = reading["articles"]
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert (first["paragraphs"], second["paragraphs"]) == ([text, SECOND], [OTHER_BODY])


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", [2, 3, 4], ids=["above", "between", "below"])
@pytest.mark.parametrize("narrow", [7, 8, 9])
def test_a_caption_of_two_rows_is_whole(narrow, place, width, joint):
    blocks = [HEAD, "本报记者 林知夏", column(BODY, width), column(SECOND, width)]
    blocks.insert(place, photo(CAPTION, CREDITS[0], narrow))
    checked(joint.join([*blocks, OTHER_HEAD, column(OTHER_LEAD, width)]) + "\n", CAPTION)


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("narrow", [7, 8, 9])
def test_two_photos_may_break_into_a_sentence(narrow, width, joint):
    text = column(LONG, width).split("\n")
    photos = [photo(*both, narrow) for both in zip((CAPTION, FURTHER), CREDITS, strict=True)]
    middle = len(text) // 2
    middle -= text[middle - 1].endswith("。")
    parts = "\n".join(text[:middle]), joint.join(photos), "\n".join(text[middle:])
    lead = joint.join(parts)
    blocks = [HEAD, "本报记者 林知夏", lead, column(SECOND, width)]
    source = joint.join([*blocks, OTHER_HEAD, column(OTHER_LEAD, width)]) + "\n"
    checked(source, CAPTION, FURTHER, text=LONG)

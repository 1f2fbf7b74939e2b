"""Q6, Q7: credits that their word leads, behind a caption, and the label over a picture."""

import pytest

from tests.parsing.columns import FIRST, HEAD, OTHER, OTHER_HEAD, page, read

CAPTION = (
    "11月9日，棠溪镇的柿子熟了，村民把柿饼一串串挂上竹架。眼下全镇八百座柿子架都已挂满，"
    "每天出货两千斤。"
)


def _caption(text: str, width: int) -> str:
    return "\n".join(text[k : k + width] for k in range(0, len(text), width))


@pytest.mark.parametrize("width", [13, 18, 20])
@pytest.mark.parametrize(
    "credit", [" 摄影：司马光远", " 摄影/何田", "  陆小舟 摄影报道", " 图/何田", " 摄：林知夏"]
)
def test_q7_a_credit_behind_the_last_word_wherever_its_row_ends(credit, width):
    photo = _caption(CAPTION + credit, width)
    reading = read(page(HEAD, FIRST, photo, OTHER_HEAD, OTHER))
    (caption,) = reading["captions"]
    assert caption["text"] == CAPTION
    name = credit.replace("摄影报道", "").translate(dict.fromkeys(map(ord, " 摄影图：/")))
    assert caption["photographers"] == [name]
    assert [a["headline"] for a in reading["articles"]] == [HEAD, OTHER_HEAD]


@pytest.mark.parametrize("label", ["图片新闻", "【图片新闻】", "·图片新闻·"])
def test_q6_the_label_over_a_picture_is_page_matter_and_no_headline(label):
    photo = label + "\n" + _caption(CAPTION, 18) + "\n何田 摄"
    reading = read(page(HEAD, FIRST, photo, OTHER_HEAD, OTHER))
    assert [a["headline"] for a in reading["articles"]] == [HEAD, OTHER_HEAD]
    assert [(c["text"], c["photographers"]) for c in reading["captions"]] == [(CAPTION, ["何田"])]
    assert reading["furniture"] == [label]


def test_q6_the_first_sentence_below_the_label_may_fill_its_row():
    first = "棠溪镇的柿子熟了，村民把柿饼一串串挂上竹架。"
    photo = ["图片新闻", first, _caption(CAPTION[25:], len(first)), "何田 摄"]
    (caption,) = read(page(HEAD, FIRST, "\n".join(photo), OTHER_HEAD, OTHER))["captions"]
    assert caption["text"] == first + CAPTION[25:]

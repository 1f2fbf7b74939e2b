"""Features: captions without a credit whose writer took the pictures, and short subheads."""

import pytest

from articles.parsing.pictures import own
from articles.parsing.reading import subheads
from tests.parsing.columns import HEAD, OTHER_BODY, OTHER_HEAD, OTHER_LEAD, column, read, story
from tests.parsing.test_features import POND

WIDTHS = range(12, 27)
CAPTION = "志愿者在楼道里检修线路。"
TEXTS = (
    "清早六点，青石桥社区的活动室亮着灯，几个志愿者清点好工具，分头走进居民楼。",
    "“从前灯一闪一闪的，夜里不敢起身。”八十岁的何婆婆说，换上新插座以后踏实多了，逢人便夸。",
    "志愿者还给老人讲解了冬季取暖常识，留下服务电话，约定每月上门一次，有事随叫随到。",
)
TOP, END = "本报记者 林知夏 文/图", "（特约记者 林知夏 摄影报道）"


def whole(source: str, *, captions: tuple[str, ...] = (CAPTION,)) -> bool:
    reading = read(source)
    first, second = reading["articles"]
    told = "".join(first["paragraphs"]) == "".join(TEXTS) and second["paragraphs"] == [OTHER_BODY]
    heads = (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    return told and heads and tuple(x["text"] for x in reading["captions"]) == captions


def sheet(blocks: list[str], width: int) -> str:
    return "\n\n".join([*blocks, OTHER_HEAD, column(OTHER_LEAD, width)]) + "\n"


@pytest.mark.sweep
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("narrow", [7, 8, 9])
@pytest.mark.parametrize("place", range(1, 6))
def test_a_narrow_sentence_below_a_blank_line_is_the_caption(place, narrow, width):
    blocks = [HEAD, TOP, *(column(text, width) for text in TEXTS)]
    blocks.insert(place, column(CAPTION, narrow, 0))
    assert whole(sheet(blocks, width))


@pytest.mark.sweep
@pytest.mark.parametrize("width", WIDTHS)
def test_a_sentence_below_the_signature_is_the_caption(width):
    last = column(TEXTS[-1] + END, width)
    blocks = [HEAD, *(column(text, width) for text in TEXTS[:-1]), last, CAPTION]
    assert whole(sheet(blocks, width))


@pytest.mark.sweep
@pytest.mark.parametrize("width", range(16, 27))
def test_a_caption_may_break_into_a_sentence(width):
    rows = column(TEXTS[1], width).split("\n")
    second = "\n".join([rows[0], "", column(CAPTION, 9, 0), *rows[1:]])
    blocks = [HEAD, TOP, column(TEXTS[0], width), second, column(TEXTS[2], width)]
    assert whole(sheet(blocks, width))


def test_where_nobody_says_that_he_took_pictures_it_is_a_paragraph():
    blocks = [HEAD, TOP, *map(column, TEXTS)]
    blocks.insert(2, CAPTION)
    assert whole(sheet(blocks, 14))
    blocks[1] = "本报记者 林知夏"
    assert not whole(sheet(blocks, 14))


def test_a_story_without_a_caption_loses_no_paragraph():
    blocks = [HEAD, TOP, *map(column, TEXTS)]
    assert whole(sheet(blocks, 14), captions=())


def test_where_a_photo_is_signed_no_sentence_is_made_a_caption_beside_it(monkeypatch):
    blocks = [HEAD, TOP, *map(column, TEXTS), f"{CAPTION}\n何田 摄"]
    assert whole(sheet(blocks, 14))
    monkeypatch.setattr(own, "ENOUGH", -9.0)
    assert whole(sheet(blocks, 14))


APPRENTICE = (
    "去年，在外地开货车的儿子辞了工，留下来学补鞋。两代人为涨价拌过嘴，末了各让半步："
    "换底照旧八元，钉掌添五角。",
    "“等哪天拿不动锥子了，就坐门口收钱。”她边说边笑。",
)


@pytest.mark.parametrize("above", [("从沙坑到水塘", "村口栽上柳树"), ("从沙坑到塘", "村口栽柳树")])
def test_a_short_row_below_two_others_is_a_subhead_though_its_text_says_its_words(
    above, monkeypatch
):
    parts = zip([*above, "儿子也辞了工"], [POND[:1], POND[1:], APPRENTICE], strict=True)
    blocks = [HEAD, TOP, story(*POND)]
    for subhead, texts in parts:
        blocks += [subhead, story(*texts)]
    source = sheet(blocks, 14)
    assert [article["headline"] for article in read(source)["articles"]] == [HEAD, OTHER_HEAD]
    monkeypatch.setattr(subheads, "TOLD_SHORT", 0.6)
    assert len(read(source)["articles"]) == 3

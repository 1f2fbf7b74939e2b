"""P33-P35, Q6, Q7: captions and credits in the forms of other papers."""

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
)

CAPTION = "11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。"
# Behind the caption's last word, whatever rows it is cut into: credit → photographers.
INLINE = {
    "陆小舟 摄": ["陆小舟"],
    "（本报记者 陆小舟 摄）": ["陆小舟"],
    "本报记者 陆小舟 通讯员 何田 摄": ["陆小舟", "何田"],
    "新华社记者陆小舟摄": ["陆小舟"],
    "新华社发（陆小舟摄）": ["陆小舟"],
}


@pytest.mark.parametrize("width", [9, 10, 13, 17])
@pytest.mark.parametrize("credit", INLINE)
def test_a_credit_behind_the_captions_last_word(credit, width):
    reading = read(page(HEAD, FIRST, column(CAPTION + credit, width, 0), OTHER_HEAD, OTHER))
    (photo,) = reading["captions"]
    assert (photo["text"], photo["photographers"]) == (CAPTION, INLINE[credit])
    assert [a["headline"] for a in reading["articles"]] == [HEAD, OTHER_HEAD]
    assert reading["articles"][0]["paragraphs"] == [BODY, SECOND]


def test_a_paragraph_of_one_row_above_is_no_part_of_the_caption():
    photo = "4月9日，学生在青少年宫\n学习制作风筝。\n本报记者 陆小舟 摄"
    last = "整治行动将持续到6月底。"
    rows = [HEAD, column(LEAD, 15), column(SECOND, 15), last, photo]
    reading = read("\n".join([OTHER_HEAD, column(OTHER_LEAD, 15), *rows]) + "\n")
    assert [c["text"] for c in reading["captions"]] == ["4月9日，学生在青少年宫学习制作风筝。"]
    assert reading["articles"][1]["paragraphs"][-1] == last


UNSIGNED = [
    "图为居民伴着音乐在广场上跳舞。",
    "11月5日，青石桥社区广场上人来人往。图为居民伴着音乐跳舞。",
    "▲居民伴着音乐在广场上跳舞。",
    "上图：居民伴着音乐在广场上跳舞。",
]


@pytest.mark.parametrize("caption", UNSIGNED)
def test_a_caption_that_names_nobody_is_one_all_the_same(caption):
    reading = read(page(HEAD, FIRST, column(caption, 10, 0), OTHER_HEAD, OTHER))
    assert [c["text"] for c in reading["captions"]] == [caption]
    assert [a["headline"] for a in reading["articles"]] == [HEAD, OTHER_HEAD]
    assert "photo_credit_missing" in [doubt["kind"] for doubt in reading["doubts"]]


def test_q8_brief_news_behind_a_mark_is_no_row_of_captions():
    items = ["▲棠溪镇清理河道二十公里。", "▲云麓镇新修机耕路六条，惠及农户三百户。"]
    reading = read(page("一句话新闻", *map(column, items), OTHER_HEAD, OTHER))
    assert reading["captions"] == []
    assert reading["articles"][0]["paragraphs"] == items


def test_q6_the_title_of_a_picture_heads_no_other_story():
    caption = "11月5日，云麓镇油菜基地里，游客正在赏花拍照。"
    photo = column(caption, 10, 0) + "\n本报记者 陆小舟 摄"
    reading = read(page(HEAD, FIRST, "图片新闻", "油菜飘香引客来", photo, OTHER_HEAD, OTHER))
    heads = [(a["kicker"], a["headline"]) for a in reading["articles"]]
    assert heads == [(None, HEAD), ("图片新闻", "油菜飘香引客来"), (None, OTHER_HEAD)]
    assert [c["text"] for c in reading["captions"]] == [caption]


def test_q6_a_title_that_speaks_of_the_caption_alone_is_the_pictures():
    caption = "11月5日，青石桥社区广场舞大赛开赛，居民伴着音乐起舞。"
    photo = column(caption, 10, 0) + "\n本报记者 陆小舟 摄"
    reading = read(page(HEAD, FIRST, "广场舞大赛开赛", photo, OTHER_HEAD, OTHER))
    assert [a["headline"] for a in reading["articles"]] == [HEAD, "广场舞大赛开赛", OTHER_HEAD]


def test_q6_pictures_one_after_another_each_with_its_credit():
    first, second = "社区食堂开饭。", "老人领取餐食。"
    photos = f"{column(first, 10, 0)}\n陆小舟 摄", f"{column(second, 10, 0)}\n何田 摄"
    reading = read(page(HEAD, FIRST, *photos, OTHER_HEAD, OTHER))
    assert [(c["text"], c["photographers"]) for c in reading["captions"]] == [
        (first, ["陆小舟"]), (second, ["何田"]),
    ]  # fmt: skip


def test_p33_a_caption_begins_with_no_half_word():
    lead = LEAD.replace("水电线路", "电子元件厂的线路，棠溪电子元件厂新建的车间用上了")
    photo = ["棠溪电子元件厂新建的电子元", "件车间，自动化生产线满负荷运转。", "陆小舟 摄"]
    rows = [column(lead), column(SECOND), "——棠溪电子元件厂见闻", *photo, column(OTHER_LEAD)]
    reading = read("\n".join(rows) + "\n")
    assert [c["text"] for c in reading["captions"]] == ["".join(photo[:2])]


@pytest.mark.parametrize("giver", ["市民", "读者", "家属", "校方"])
def test_who_is_no_person_took_no_picture(giver):
    rows = column("昨日，城南隧道一辆货车侧翻，橙子撒满路面，路人帮忙捡拾。", 12, 0)
    (caption,) = read(page(HEAD, FIRST, f"{rows}\n（{giver}供图）", OTHER_HEAD, OTHER))["captions"]
    assert caption["photographers"] == []


@pytest.mark.parametrize("head", ["高铁蓝图", "石桥新版图", "方寸地图", "方言拍摄"])
def test_a_word_that_ends_like_a_credit_names_nobody(head):
    record = read(page(HEAD, FIRST, f"{head}\n助力安居", OTHER))
    assert record["captions"] == []
    assert len(record["articles"]) == 2


@pytest.mark.parametrize("width", range(12, 25, 2))
def test_a_paragraph_goes_on_below_a_photo_though_a_sentence_ends_above_it(width):
    """Where first rows are two em short, a full row begins no paragraph."""
    text = "志愿者还讲解了取暖常识。" * 8
    rows = column(text, width).split("\n")
    ends = [k for k, row in enumerate(rows) if row.endswith("。") and 0 < k < len(rows) - 2]
    for place in [k for k in ends if len(rows[k]) == width][:1]:
        parts = "\n".join(rows[: place + 1]), "\n".join(rows[place + 1 :])
        photo = f"{column(CAPTION, 9, 0)}\n陆小舟 摄"
        reading = read("\n".join([HEAD, column(LEAD, width), parts[0], photo, parts[1]]) + "\n")
        assert reading["articles"][0]["paragraphs"] == [BODY, text]


def test_a_desks_mark_may_stand_before_a_credit():
    photo = f"{column(CAPTION, 9, 0)}\n③2 陆小舟 摄"
    (caption,) = read(page(HEAD, FIRST, photo, OTHER_HEAD, OTHER))["captions"]
    assert (caption["text"], caption["photographers"]) == (CAPTION, ["陆小舟"])


def test_a_caption_below_a_blank_line_and_a_headline_begins_with_its_first_row():
    photo = "身着彩衣的老人在广场上跳\n起秧歌，引来不少市民围观。\n（陆小舟 摄）"
    reading = read(page(FIRST, HEAD, OTHER, OTHER_HEAD, photo))
    assert [c["text"] for c in reading["captions"]] == ["".join(photo.split("\n")[:2])]


def test_a_caption_of_one_row_is_none_of_the_story_above():
    photo = "图为志愿者在检修水电线路。\n（陆小舟 摄）"
    story_above = "\n".join([HEAD, column(LEAD, 18), photo, column(SECOND, 18)])
    reading = read(f"{story_above}\n{OTHER_HEAD}\n{column(OTHER_LEAD, 18)}\n")
    assert [c["text"] for c in reading["captions"]] == [photo.split("\n")[0]]


def test_a_sentence_in_a_row_of_the_captions_width_begins_it():
    photo = "秋收时节，稻田一片金黄。\n图为收割机正在田间作业，\n村民忙着装运新粮。\n陆小舟摄"
    rows = [HEAD, column(LEAD, 23), photo, column(SECOND, 23), OTHER_HEAD, column(OTHER_LEAD, 23)]
    (caption,) = read("\n".join(rows) + "\n")["captions"]
    assert caption["text"] == "".join(photo.split("\n")[:3])

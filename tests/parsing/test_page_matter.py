"""Q1-Q5, Q29: what is the page's and no article's, in the forms of other papers."""

import pytest

from articles.parsing import parse_page
from tests.parsing.columns import (
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    column,
    page,
    read,
)

BETWEEN = {
    "Q1 a folio in one row": "云麓日报 A03 要闻 2026年11月5日 星期四",
    "Q1 a folio with its paper last": "2026年11月5日 星期四 A03 要闻 云麓日报",
    "Q29 a prompt": "扫一扫 看视频",
    "Q29 a prompt in two rows": "扫描二维码\n观看更多精彩内容",
    "Q5 a pointer that begins with its page": "▶A03 冬修水利忙\n▶A05 车位新增八百个",
    "Q3 an imprint": "本报地址：棠溪县人民路1号 邮政编码：000000\n零售价：1.00元",
    "Q1 a folio with a short date": "2026-11-05\n第A05版:财经",
    "Q2 the day's weather": "2026年11月5日 星期四\n晴转多云 东南风3级 12℃～23℃",
    "Q2 the day's weather in two rows": (
        "2026年11月5日 星期四\n明日天气\n多云转小雨，偏北风3到4级，\n最高气温11℃，最低气温4℃。"
    ),
    "Q31 the head of another page": "03 综合",
    "Q31 the number of another page": "A12",
    "Q5 a pointer without a sign": "导读\n车位新增八百个 5版\n冬修水利忙 3版",
    "Q7 who took all pictures": "本版图片均由本报记者 陆小舟 摄",
    "Q7 who gave all pictures": "（本版图片由县融媒体中心提供）",
}


@pytest.mark.parametrize("matter", BETWEEN.values(), ids=BETWEEN)
def test_page_matter_between_two_stories_is_in_neither(matter):
    record = parse_page(page(HEAD, FIRST, matter, OTHER_HEAD, OTHER))
    assert [(a.kicker, a.headline) for a in record.articles] == [(None, HEAD), (None, OTHER_HEAD)]
    assert len(record.furniture) == len(matter.splitlines())
    assert record.photos == ()


MASTHEADS = {
    "Q2 all that a masthead says": (
        "云麓报\nYUNLU DAILY\n2026年11月5日 星期四 丙午年九月廿七\n今日8版 第12345期\n"
        "中共云麓县委主管主办\n国内统一刊号：CN12-0001"
    ),
    "Q2 the weather": "今日天气 晴转多云 偏北风3级 8～19℃\n2026年11月5日 星期四",
    "Q1 a short day": "03 要闻\n11月5日 星期四",
    "Q1 a day with points": "2026.11.05 星期四\n03 要闻\nYunlu Evening News",
}


@pytest.mark.parametrize("matter", MASTHEADS.values(), ids=MASTHEADS)
@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_masthead_is_page_matter(matter, place):
    blocks = (matter, HEAD, FIRST) if place == "top" else (HEAD, FIRST, matter)
    record = parse_page(page(*blocks))
    assert [(a.kicker, a.headline, a.deck) for a in record.articles] == [(None, HEAD, None)]
    assert len(record.furniture) == len(matter.splitlines())


def test_a_headline_that_ends_like_a_paper_is_a_headline():
    record = parse_page(page("2026年11月5日 星期四", "又传捷报", FIRST))
    assert [a.headline for a in record.articles] == ["又传捷报"]


def test_a_weekday_in_a_sentence_is_no_folio():
    text = "孩子们盼着志愿者来，五斤每周二、周四下午去上课，教老人使用智能手机。"
    (article,) = read(page(HEAD, column(LEAD, 11), column(text, 11)))["articles"]
    assert article["paragraphs"][-1] == text


def test_q7_who_took_all_pictures_took_the_one_that_names_nobody():
    caption = column("图为居民伴着音乐在广场上跳舞。", 10, 0)
    reading = read(page(HEAD, FIRST, caption, "本版图片均由本报记者 陆小舟 摄"))
    assert [c["photographers"] for c in reading["captions"]] == [["陆小舟"]]


def test_q19_a_telephone_number_under_a_notice_is_the_notices():
    text = "受委托，定于11月15日上午10时公开拍卖车辆一批，有意者请于14日前办理手续。"
    signed = ["联系电话：0000-5550123", "云麓拍卖有限公司", "2026年11月5日"]
    reading = read(page(HEAD, FIRST, "拍卖公告", column(text), "\n".join(signed)))
    assert reading["articles"][1]["paragraphs"] == [text, *signed]
    assert reading["furniture"] == []


@pytest.mark.parametrize("width", range(12, 24))
def test_a_number_that_a_text_tells_to_call_is_no_contact_row_of_the_page(width):
    told = "市民如遇困难，可拨打110或救助热线12345求助，志愿者会赶到现场。"
    (article,) = read(page(HEAD, column(LEAD, width) + "\n" + column(told, width)))["articles"]
    assert article["paragraphs"][-1] == told

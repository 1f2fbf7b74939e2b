"""Letters, prize lists and what a desk of the paper signs, in every column's width."""

import pytest

from tests.parsing.columns import (
    HEAD,
    LEAD,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    page,
    read,
)
from tests.parsing.columns import column as set_column

WIDTHS = range(11, 27)
JOINTS = ("\n", "\n\n")
TITLE = "剪纸竞猜揭晓 六位读者中奖"
ASKED = "本报春节期间举办的剪纸竞猜共收到来信五百封。抽出获奖者六名，现将名单公布如下："
PRIZES = (
    "一等奖（1名，奖彩色电视机一台）：云麓第一纺织厂 林小满",
    "二等奖（2名，各奖电饭煲一只）：棠溪中心小学 何田　鸣溪粮站 宋南星",
    "三等奖（3名，各奖毛毯一床）：陆小舟　秦怡然　吕知秋",
)
FETCHED = "获奖者请于下月十五日以前，持本人证件到报社三楼领奖，逾期视为放弃。"
LETTER = (
    "我们是青石巷12号楼的住户。去年底，楼下开了一家修车铺，每天从清早敲到深夜。",
    "请问，居民楼下能不能开修车铺？我们什么时候能睡个安稳觉？",
)
ANSWER = "编后：接到来信以后，记者找到街道办事处。铺主已经答应，晚上八点以后不再开工。"


def column(text: str, width: int = 14) -> str:
    return "\n".join([row.strip() for row in set_column(text, width).split("\n")])


def plain(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


def stories(joint: str, width: int, *blocks: str) -> list[dict]:
    after = [OTHER_HEAD, column(OTHER_LEAD, width), column(OTHER_SECOND, width)]
    return read(joint.join([*blocks, *after]) + "\n")["articles"]


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
def test_each_prize_is_a_paragraph_though_none_ends_in_a_mark(width, joint):
    texts = [ASKED, *PRIZES, FETCHED]
    blocks = [TITLE, *(column(text, width) for text in texts)]
    article, _ = stories(joint, width, *blocks)
    assert plain(article["paragraphs"]) == plain(texts)
    assert (article["headline"], article["subheads"]) == (TITLE, [])


def test_sentences_that_begin_with_a_prize_are_read_as_ever():
    texts = [ASKED.replace("：", "。"), "一等奖：由林小满获得，奖品已寄出。", FETCHED]
    article, _ = stories("\n", 14, TITLE, *map(column, texts))
    assert article["paragraphs"] == texts


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("desk", ["本报副刊部", "云麓晚报编辑部", "本报群众工作部"])
def test_a_desk_of_the_paper_below_a_text_heads_nothing(desk, width, joint):
    blocks = [HEAD, column(LEAD, width), column(SECOND, width), desk]
    first, second = stories(joint, width, *blocks)
    assert first["paragraphs"][-2:] == [SECOND, desk]
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert (second["kicker"], second["paragraphs"]) == (None, [OTHER_BODY, OTHER_SECOND])


@pytest.mark.sweep
@pytest.mark.parametrize("width", WIDTHS)
def test_a_desk_in_brackets_behind_the_last_word_ends_the_text(width):
    blocks = [HEAD, column(LEAD, width), column(SECOND + "（本报群工部）", width)]
    first, second = stories("\n", width, *blocks)
    assert first["paragraphs"][-1] == SECOND
    assert (second["headline"], second["kicker"]) == (OTHER_HEAD, None)


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("answer", [[], [ANSWER]], ids=["unanswered", "answered"])
def test_who_signs_a_letter_is_no_subhead_and_heads_no_story(answer, width, joint):
    texts = ["编辑同志：", *LETTER, "青石巷28户居民", *answer]
    blocks = ["楼下的修车铺何时能安静", *(column(text, width) for text in texts)]
    letter, after = stories(joint, width, *blocks)
    assert (letter["paragraphs"], letter["subheads"]) == (texts, [])
    assert (after["headline"], after["kicker"]) == (OTHER_HEAD, None)


def test_below_a_text_that_is_no_letter_such_a_row_is_a_headline():
    source = page(HEAD, column(LEAD), column(SECOND), "志愿者慰问老居民", column(OTHER_LEAD))
    assert read(source)["articles"][1]["headline"] == "志愿者慰问老居民"


@pytest.mark.sweep
@pytest.mark.parametrize("joint", JOINTS, ids=["close", "apart"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_remark_in_brackets_below_a_text_is_its_last_paragraph(width, joint):
    remark = "（以上看法仅供参考，照此办理后果自负）"
    blocks = [HEAD, *(column(text, width) for text in (LEAD, SECOND, remark))]
    first, second = stories(joint, width, *blocks)
    assert "".join(first["paragraphs"][1:]) == SECOND + remark
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert second["kicker"] is None


FORECAST = (
    "市气象台说，这股冷空气来得早，走得慢，今明后三天的具体预报如下：",
    "今天，多云转阴，夜里有小雨，偏南风转偏北风三到四级，早晚都凉。",
    "明天，小到中雨，偏北风五级左右，江面上的阵风有七级，船只要当心。",
)


@pytest.mark.sweep
@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_announced_begins_a_paragraph_though_the_row_above_is_full(width):
    blocks = ["今夜起气温跳水", *(column(text, width) for text in FORECAST)]
    assert stories("\n", width, *blocks)[0]["paragraphs"] == list(FORECAST)


def test_below_the_end_of_a_quotation_another_speaker_begins():
    talk = ("“水生，今晚过河的有没有一个戴帽的？”", "“没有。下了雨，就送了两个卖藕的。”")
    told = "老何把灯笼举高，照了照他的脸，又照了照船舱，雨点落在灯笼上。"
    texts = [told, *talk, SECOND]
    blocks = ["渡口人家", "□ 何田", *(column(text, 21) for text in texts)]
    assert stories("\n", 21, *blocks)[0]["paragraphs"] == texts


def test_a_day_that_a_sentence_counts_from_is_no_page_matter():
    told = "凡2007年8月31日（含）前出生的孩子，由家长带证件到划片学校登记，不收费用。"
    article, _ = stories("\n", 14, HEAD, column(LEAD), column(told))
    assert article["paragraphs"][-1] == told

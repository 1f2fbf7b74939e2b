"""What a whole page shows: sections and labels over headlines, letters, notices, signatures."""

import pytest

from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    articles,
    page,
    read,
    story,
)

HEADS = {
    "a section at the page's top": (f"体育新闻\n{HEAD}", (None, HEAD, None)),
    "a section of two words": (f"乡村经济\n{HEAD}", (None, HEAD, None)),
    "a column of the paper": (f"编辑手记\n{HEAD}", ("编辑手记", HEAD, None)),
    "a topic": (f"关注·高温\n{HEAD}", ("关注·高温", HEAD, None)),
    "who publishes": (f"钻井生活\n主办：云麓钻探公司\n{HEAD}", (None, HEAD, None)),
    "a note's label": (f"小贴士\n{HEAD}", ("小贴士", HEAD, None)),
    "a row that ends in a colon": (
        "云麓镇：\n志愿者检修水电线路",
        (None, "云麓镇：志愿者检修水电线路", None),
    ),
}


@pytest.mark.parametrize(("printed", "head"), HEADS.values(), ids=HEADS)
def test_what_stands_over_a_headline(printed, head):
    (article,) = articles(page(printed, FIRST))
    assert (article["kicker"], article["headline"], article["deck"]) == head


@pytest.mark.parametrize("note", ["（本报综合）", "（综合汇联社电）"])
def test_an_unsigned_piece_with_its_source_noted_is_no_subheads_text(note):
    found = articles("\n".join([HEAD, FIRST, OTHER_HEAD, story(OTHER_BODY + note)]) + "\n")
    assert [a["headline"] for a in found] == [HEAD, OTHER_HEAD]


def test_a_headline_below_a_signed_piece_is_no_first_row_of_a_paragraph():
    """By chance it is as wide as an indented row."""
    rows = [HEAD, story(BODY, SECOND + "（何田）"), "万亩油菜机播忙不停歇呢", story(OTHER_BODY)]
    found = articles("\n".join(rows) + "\n")
    assert [a["headline"] for a in found] == [HEAD, rows[2]]


def test_a_source_in_brackets_on_its_own_row_is_no_headline():
    rows = [HEAD, "林知夏", story(BODY, SECOND), "（作者单位：棠溪县第一中学）"]
    (article,) = articles("\n".join(rows) + "\n")
    assert article["headline"] == HEAD


@pytest.mark.parametrize("signature", ["读者 林知夏", "青石桥社区居民 林知夏"])
def test_who_writes_a_letter_stands_under_it(signature):
    rows = [HEAD, story(BODY, SECOND), signature, OTHER_HEAD, OTHER]
    first, second = articles("\n".join(rows) + "\n")
    assert (first["authors"], first["byline"]) == (["林知夏"], signature)
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)


def test_who_gives_a_notice_stands_under_it_without_a_day():
    stop = "因线路检修，定于11月9日6时至18时停电，请用户做好准备，遇雨天顺延。"
    rows = [
        "停电通知",
        story(stop),
        "棠溪县供电公司",
        "更正",
        story("本报11月3日三版刊发的" + OTHER_SECOND),
    ]
    first, second = articles("\n".join(rows) + "\n")
    assert first["paragraphs"] == [stop, "棠溪县供电公司"]
    assert (second["kicker"], second["headline"]) == (None, "更正")


def test_a_cry_under_a_photo_heads_the_text_below_it():
    rows = [HEAD, FIRST, "图为志愿者在检修线路。", "本报记者 陆小舟 摄", "冰棍卖疯了！"]
    rows += [story(OTHER_BODY, OTHER_SECOND), "本报记者 何田"]
    found = articles("\n".join(rows) + "\n")
    assert [a["headline"] for a in found] == [HEAD, "冰棍卖疯了！"]


LISTS = {
    "hours": ["15:00 乒乓球大奖赛决赛", "19:35 女篮联赛 云麓队—青石队", "22:30 网球公开赛第三轮"],
    "numbers": ["排列五第26088期：4 7 1 0 9", "快乐八第2608期：2 2 6", "云麓彩第38期：03 09 + 08"],
    "persons": ["何 田 云麓镇农技员", "宋南星 青石桥社区网格员", "欧阳知夏 棠溪县第一小学教师"],
    "a note under a table": [
        "品种  最低价  最高价",
        "黄瓜  1.20  2.10",
        "土豆  0.90  1.30",
        "生姜  4.50  5.80",
        "单位：元/公斤",
    ],
}


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_each_row_of_a_list_is_a_line_of_its_own(rows):
    source = "\n".join([HEAD, FIRST, "今日一览", *rows, OTHER_HEAD, OTHER]) + "\n"
    first, listed, other = articles(source)
    assert [row.split() for row in listed["paragraphs"]] == [row.split() for row in rows]
    assert [a["headline"] for a in (first, listed, other)] == [HEAD, "今日一览", OTHER_HEAD]


def test_a_letter_begins_with_whom_it_greets():
    rows = [HEAD, "编辑同志：", story(BODY, SECOND), "读者 林知夏", OTHER_HEAD, OTHER]
    letter, _ = articles("\n".join(rows) + "\n")
    assert (letter["headline"], letter["paragraphs"]) == (HEAD, ["编辑同志：", BODY, SECOND])


def test_a_name_of_two_characters_alone_under_a_title_signs():
    rows = ["外婆家的青石磨", "何田", story(BODY, SECOND), OTHER_HEAD, OTHER]
    essay, _ = articles("\n".join(rows) + "\n")
    assert (essay["headline"], essay["authors"]) == ("外婆家的青石磨", ["何田"])


def test_a_column_and_a_headline_together_are_no_subheads():
    rows = [HEAD, "本报记者 林知夏", story(BODY, SECOND), "编辑手记", "油菜花开"]
    rows += [story(OTHER_BODY + "（晓舟）")]
    found = articles("\n".join(rows) + "\n")
    assert [(a["kicker"], a["headline"]) for a in found] == [(None, HEAD), ("编辑手记", "油菜花开")]


def test_the_second_of_two_photos_has_a_caption_of_its_own():
    rows = [HEAD, FIRST, "图①：志愿者检修老人", "家中的电线。", "何田 摄"]
    rows += ["图②：志愿者给老人讲", "解取暖的常识。", "陆小舟 摄"]
    captions = read("\n".join(rows) + "\n")["captions"]
    assert [c["photographers"] for c in captions] == [["何田"], ["陆小舟"]]
    assert captions[1]["text"] == "图②：志愿者给老人讲解取暖的常识。"


def test_a_day_under_a_list_signs_the_notice():
    rows = [
        "关于拟表彰人选的公示",
        story("经评审，现将拟表彰人选名单公示如下，如有异议，请书面反映。"),
    ]
    rows += ["何 田 云麓镇农技员", "宋南星 青石桥社区网格员", "欧阳知夏 棠溪县小学教师"]
    rows += ["棠溪县总工会办公室", "2026年11月5日", OTHER_HEAD, OTHER]
    notice, other = articles("\n".join(rows) + "\n")
    assert notice["paragraphs"][-2:] == ["棠溪县总工会办公室", "2026年11月5日"]
    assert (other["kicker"], other["headline"]) == (None, OTHER_HEAD)


def test_headlines_in_a_heap_at_the_pages_end_go_to_their_stories():
    rows = [story(LEAD, SECOND), story(OTHER_LEAD, OTHER_SECOND)]
    rows += ["志愿者上门", "检修水电线路", OTHER_HEAD]
    first, second = articles("\n".join(rows) + "\n")
    assert first["headline"].replace(" ", "") == "志愿者上门检修水电线路"
    assert second["headline"] == OTHER_HEAD


def test_a_courts_notice_keeps_its_number_and_who_gives_it():
    text = "何田：本院受理原告云麓银行诉你合同纠纷一案，现依法公告送达起诉状副本及开庭传票。"
    number, giver = "（2026）云0199民初456号", "棠溪县人民法院"
    rows = [giver + "公告", number, story(text), giver, OTHER_HEAD, OTHER]
    notice, other = articles("\n".join(rows) + "\n")
    assert (notice["headline"], notice["deck"]) == (giver + "公告", None)
    assert notice["paragraphs"] == [number, text, giver]
    assert (other["kicker"], other["headline"]) == (None, OTHER_HEAD)


def test_below_a_signature_a_first_row_with_a_comma_is_no_headline():
    text = "为防森林火灾，保护林木和生命财产安全，现将有关事项通告如下：全县林地内禁止一切用火。"
    rows = [story(BODY, SECOND + "（何田）"), HEAD, story(text), "关于森林防火的通告"]
    found = articles("\n".join(rows) + "\n")
    assert [a["headline"] for a in found] == [HEAD, "关于森林防火的通告"]
    assert found[1]["paragraphs"] == [text]

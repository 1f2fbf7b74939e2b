"""What tools leave in a page's text: shadows, stamps, printers' lines, heaps, narrow quotes."""

import pytest

from articles.parsing import DEFAULT_RULES, parse_page
from articles.parsing.ledger import ledger
from articles.parsing.reading import stories
from articles.parsing.typography import layout
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
    column,
    page,
    read,
    story,
)

SHADOWS = {
    "a short headline again": ("检修进家\n检修进家", "检修进家"),
    "each of two rows again": ("志愿者上门\n志愿者上门\n检修电路\n检修电路", "志愿者上门检修电路"),
    "its end again": (f"{HEAD}\n{HEAD[-6:]}", HEAD),
    "twice in one row": (HEAD * 2, HEAD),
    "twice in one row that begins with a doubled sign": ("妈妈们回家了" * 2, "妈妈们回家了"),
    "twice in one row, a gap between": (f"{HEAD} {HEAD}", HEAD),
}


@pytest.mark.parametrize(("printed", "head"), SHADOWS.values(), ids=SHADOWS)
def test_q27_a_shadow_is_read_once(printed, head):
    record = parse_page(page(printed, FIRST))
    assert ledger(record).closed
    assert [a.headline.replace(" ", "") for a in record.articles] == [head]


def test_q27_a_short_last_row_below_rows_drawn_twice_is_read_once():
    rows = story(LEAD, SECOND, width=13).replace("\n\n", "\n").splitlines()
    assert rows[-1] == "随到。"
    (found,) = articles("\n".join([HEAD, *[row for row in rows for _ in (1, 2)], ""]))
    assert "".join(found["paragraphs"]) == "".join(rows).partition("）")[2]


PARTS = {
    "within": ("志愿者上门检检修水水电线路", HEAD),
    "at both ends": ("志志愿者上门检修水电线路路", HEAD),
    "in all signs but some": ("志志愿愿者上上门门检检修水电电线线路路", HEAD),
}


@pytest.mark.parametrize(("printed", "head"), PARTS.values(), ids=PARTS)
def test_q27_a_shadow_of_which_a_tool_wrote_a_part_is_read_once(printed, head):
    rows = [printed, column("11月3日，社区志愿者上门检修水电线路八十余处。"), FIRST]
    record = parse_page("\n\n".join(rows) + "\n")
    assert record.articles[0].headline == head
    assert ledger(record).closed
    assert "drawn-twice" in [done.rule for done in record.cleanups]


@pytest.mark.parametrize("head", ["人人动手 家家参与", "天天检修水电线路", "志愿者人人上门检修"])
def test_signs_that_a_headline_means_twice_stay(head):
    told = column("11月3日，社区志愿者上门检修水电线路，许多人动手，每家参与，今天检修。")
    record = parse_page(page(head, f"{told}\n\n{FIRST}"))
    assert record.articles[0].headline == head


@pytest.mark.parametrize(
    "row", ["付印清样", "已审 已审", "样报", "云麓报 A03 2026 C M Y K", "CMYK"]
)
def test_stamps_and_the_printers_line_are_no_headlines(row):
    rows = [HEAD, FIRST, OTHER_HEAD, OTHER, row]
    record = parse_page("\n".join(rows) + "\n")
    assert [(a.headline, a.deck) for a in record.articles] == [(HEAD, None), (OTHER_HEAD, None)]
    assert ledger(record).closed


def test_a_credit_may_break_inside_its_last_word():
    caption = "初冬时节，棠溪县的层层梯田如明镜铺满山坡，引来不少摄影爱好者。"
    found = read(page(HEAD, FIRST, caption + "何田 摄\n影报道"))
    (photo,) = found["captions"]
    assert (photo["text"], photo["photographers"]) == (caption, ["何田"])
    assert [a["headline"] for a in found["articles"]] == [HEAD]


HANGING_CAPTION = """\
推介会上，棠溪县白鹭湖观
鸟、龙须岭云海、石泉畈老街等
产品入选全省“好去处”的榜单。
图为11月8日航拍的鸣溪河
二桥。当天，大桥主桥顺利合龙，
工程转入桥面铺装阶段。本报记
者 何田 摄
"""


def test_a_caption_begins_above_the_only_whole_row_whose_sign_hangs():
    found = read("\n".join([HEAD, FIRST, HANGING_CAPTION]))
    assert [c["text"][:4] for c in found["captions"]] == ["图为11"]


BLOOD = "县城中心广场的献血车前昨天排起长队，百名职工撸起袖子献血，总量达三万毫升，创下单日新高。"
BLOOD_HEAD = "百名职工撸袖献热血"
TREE = (
    "小区里的樟树砍还是留，第一次议事会谁也没说服谁。第二次请来懂行的人，大家动手修枝，"
    "居民议成事情十四件，没有一件留下尾巴。"
)


def test_q12_a_heap_of_headlines_parts_a_story_that_nothing_else_tells():
    """In a narrower column below an announced story; its headline is the last of the heap."""
    texts = [story(LEAD, SECOND), story(OTHER_LEAD, OTHER_SECOND), column(BLOOD, 11)]
    found = articles("\n".join([*texts, HEAD, OTHER_HEAD, BLOOD_HEAD]) + "\n")
    assert [a["headline"] for a in found] == [HEAD, OTHER_HEAD, BLOOD_HEAD]
    assert found[2]["paragraphs"] == [BLOOD]


def test_q12_where_all_headlines_stand_in_a_heap_a_lone_row_between_texts_is_a_subhead():
    subheads, told = ["撸起袖子献血", "砍还是留听居民的"], [BLOOD, TREE]
    texts = [story(OTHER_LEAD, OTHER_SECOND), "■本报记者 林知夏", story(BODY, SECOND)]
    for subhead, text in zip(subheads, told, strict=True):
        texts += [subhead, column(text)]
    heads = [OTHER_HEAD, HEAD, "——棠溪县青石桥社区见闻"]
    first, second = articles("\n".join([*texts, *heads]) + "\n")
    assert [first["headline"], second["headline"], second["deck"]] == heads
    assert [head["text"] for head in second["subheads"]] == subheads


NOTICE = "因检修供水管道，定于11月12日8时至18时，对青石桥社区停水。停水期间，请用户储水备用。"


def test_q12_a_title_in_a_heap_heads_its_own_notice_alone():
    texts = [story(LEAD, SECOND), column(NOTICE, 11), story(OTHER_LEAD, OTHER_SECOND)]
    heads = ["志愿者上门", "检修水电线路", "停水通知", "云麓镇万亩", "油菜机播忙"]
    found = articles("\n".join(texts + heads) + "\n")
    assert [a["headline"].replace(" ", "") for a in found] == [HEAD, "停水通知", OTHER_HEAD]


def test_q12_ten_rows_and_more_without_a_sentence_are_no_paragraph():
    texts = [story(LEAD, SECOND), story(OTHER_LEAD, OTHER_SECOND)]
    texts += [column("本报讯（记者何田）" + BLOOD), column("本报讯（记者林知夏）" + TREE)]
    heads = ["上门检修暖人心", "志愿者上门", "检修水电线路", "——棠溪县青石桥社区见闻"]
    heads += ["云麓镇万亩", "油菜机播忙", "二十台播种机同时下田", "百名职工", "撸袖献热血"]
    heads += ["献血总量达三万毫升", "小区樟树砍还是留", "居民议成事情十四件"]
    found = articles("\n".join(texts + heads) + "\n")
    starts = ["志愿者", "云麓镇", "百名职", "小区樟"]
    assert [a["headline"][:3] for a in found] == starts


def test_an_editors_note_below_a_story_begins_another():
    note = "编者按：云麓竹马灯流传三百余年，农闲时节，记者走进老街，听艺人讲述守艺的故事。"
    photo = ["图为志愿者在检修线路。", "何田 摄"]
    rows = [story(LEAD, SECOND), *photo, column(note), story(OTHER_BODY), "本报记者 宋南星"]
    found = articles("\n".join([HEAD, *rows, OTHER_HEAD]) + "\n")
    assert [a["headline"] for a in found] == [HEAD, OTHER_HEAD]
    assert found[1]["paragraphs"][0] == note


# Rows of 14 em, their quotation marks of half a square, paragraphs without indents.
NARROW_QUOTES = """\
本报讯（记者柯一帆）全省冬季
旅游推介会11日在云澧市举行。
会上发布“围炉看雪”“古镇年味”
“温泉康养”等主题线路36条，推
出景区门票减免、住宿满减、跨
市联票等优惠措施52项。
据介绍，今年冬春旅游季将
持续到明年3月，其间全省各地将
消费券8000万元，重点支持乡村
民宿、研学旅行和夜间消费。
推介会上，棠溪县白鹭湖观
鸟、龙须岭云海、石泉畈老街等
产品入选全省“冬日”“好去处”榜。
"""
SQUEEZED = """\
本报讯（通讯员欧阳越）
11 月14 日晚，棠溪县银龄合
唱团专场音乐会在县剧院举
行。68 位平均年龄66 岁的
团员演唱了《鸣溪渔歌》《晒
谷场上的月亮》等14 首曲目，
全场掌声不断。
银龄合唱团成立于2016
年，团员来自教师、医生、农
民、铁路职工等各行各业。十
年间，他们坚持每周三、周六
上午在文化馆排练，走进社区、
学校、敬老院义演210 场。
团长杜若衡今年74 岁，她说：
“唱了十年，病少了，朋友多了，
日子有了盼头。”
"""
OVERFULL = """\
■本报记者 佟小渔
走进棠溪县经济开发区
的岚谷智造有限公司，听不
到预想中的机器轰鸣。1.2万
平方米的净化车间里，机械
臂起落有致，每分钟下线1600
颗。
“三年前，我们只有两
条手动线，现在有14条自动
线，人没少，产量翻了五
番。”公司总经理苗景行说。
今年前10个月，公司实现产
值4.8亿元，同比增长34%。
把技术握在自己手里
2023年，公司一度丢掉
最大的客户，原因是产品尺
寸公差比对方要求大了3微米。
痛定思痛，公司把当年利润
全部投进研发，和省城高校
共建实验室。
"""


def test_quotation_marks_of_half_a_square_leave_a_paragraph_whole(monkeypatch):
    def starts():
        (article,) = articles(page("全省冬季旅游推介会举行", NARROW_QUOTES))
        return [p[:4] for p in article["paragraphs"]], article["subheads"]

    assert starts() == (["全省冬季", "据介绍，", "推介会上"], [])
    monkeypatch.setattr(layout, "FEW_OWN", 0.0)  # few rows keep their neighbours' column as well
    goes_on = layout._Layout._may_continue
    monkeypatch.setattr(
        layout._Layout, "_may_continue", lambda page, row, _=0.0: goes_on(page, row)
    )
    assert starts() != (["全省冬季", "据介绍，", "推介会上"], [])


def test_a_row_whose_signs_hang_and_are_squeezed_widens_no_column():
    (article,) = articles(page("银龄合唱团唱响县剧院", SQUEEZED))
    assert [p[:4] for p in article["paragraphs"]] == ["11月1", "银龄合唱"]


def test_a_last_row_whose_sign_hangs_leaves_its_paragraph_below_the_subhead():
    (article,) = articles(page("一颗小元件撬动一条产业链", OVERFULL))
    assert [head["text"] for head in article["subheads"]] == ["把技术握在自己手里"]
    assert [p[:4] for p in article["paragraphs"]] == ["走进棠溪", "“三年前", "2023"]


def test_a_folio_whose_year_is_torn_off_is_page_matter():
    folio = ["2026", "年2月22日 星期日 要闻 第09", "版 责任编辑：何田 版式：宋南星"]
    (article,) = articles("\n".join([FIRST, HEAD, *folio]) + "\n")
    assert (article["headline"], article["deck"]) == (HEAD, None)


def test_a_row_of_paper_page_and_section_above_the_date_is_page_matter():
    rows = ["云麓晨报 第10版 文教", "2026年6月13日 星期六", HEAD, FIRST]
    (article,) = articles("\n".join(rows) + "\n")
    assert (article["kicker"], article["headline"]) == (None, HEAD)


@pytest.mark.parametrize(
    "byline", ["本报记者何田 通讯员卢望、\n马林", "本报记者何田 通讯员卢望、马\n林"]
)
def test_a_byline_goes_on_where_its_row_ends_among_names(byline):
    (article,) = articles("\n".join([HEAD, byline, story(BODY, SECOND)]) + "\n")
    assert (article["headline"], article["correspondents"]) == (HEAD, ["卢望", "马林"])


PARTED_SIGNS = """\
本报讯（记者何田）市政府昨
天开会，研究欠薪清零、停车整治
等工作，要求让务工人员拿到钱、
安心回家过年。
会议审议并原则通过《棠溪
县城区停车泊位管理暂行办
法》
。会议明确，城区新增公共
停车泊位六百二十个，路内停放
半小时以内不收费。
褚云霞办理的是“开餐馆的
一件事”
“跑一次”
，先后上线
二十一个主题场景，平均减环节
七成。
"""


def test_a_row_that_a_tool_broke_between_two_signs_is_one():
    (article,) = articles(page("县政府开会", PARTED_SIGNS))
    assert [p[:4] for p in article["paragraphs"]] == ["市政府昨", "会议审议", "褚云霞办"]
    assert article["subheads"] == []


def test_q12_two_short_rows_of_one_length_stay_one_headline_of_a_heap():
    texts = [story(LEAD, SECOND), column("本报讯（记者何田）" + TREE)]
    found = articles("\n".join([*texts, "水电检修", "进小区", "樟树的去留"]) + "\n")
    assert [a["headline"].replace(" ", "") for a in found] == ["水电检修进小区", "樟树的去留"]


def test_a_first_row_that_ends_in_a_bracket_goes_on_below_a_false_blank_line():
    rows = column(
        "会议要求，各乡镇（街道）要结合实际细化任务清单，一件一件抓落实，每半月通报。", 14
    )
    first, rest = rows.split("\n", 1)
    assert first.endswith("（街道）")
    (found,) = articles("\n".join([HEAD, FIRST, f"\n{first}\n\n{rest}", ""]))
    assert (found["subheads"], found["paragraphs"][2][:14]) == ([], "会议要求，各乡镇（街道）要结")


def test_a_headline_in_quotes_whose_words_the_text_repeats_is_no_first_row():
    text = "惠民桥昨天上午通车，连起两岸的青石村和白石村。两岸的村民走上桥面，往后出行不再绕道。"
    below = column(text, 14, 0)
    found = articles(
        "\n".join([HEAD, story(LEAD, SECOND, width=18), "\n两岸的村民走上“惠民桥”\n", below, ""])
    )
    assert [a["headline"] for a in found] == [HEAD, "两岸的村民走上“惠民桥”"]


def test_q27_a_sign_that_a_font_calls_by_another_name_is_read_as_printed():
    source = page(HEAD, FIRST.replace("时老人", "长者")).replace("老", "⻓").replace("，", "⋯⋯", 1)
    record = parse_page(source.replace("有事", "⸺有事"))
    text = "".join(p.text for p in record.articles[0].paragraphs)
    assert ("长" in text, "……" in text, "——有事" in text, "⻓" in text) == (True, True, True, False)
    assert ledger(record).closed


SHADOWED = ["““惠民桥惠民桥””通车", "青青石石桥通车", "青石桥通车青石桥通车两岸欢喜"]
SHADOWED += ["惠民桥通车车", "青青石桥通车"]


@pytest.mark.parametrize("headline", SHADOWED)
def test_nothing_is_sure_of_a_headline_that_stands_there_twice_in_parts(headline):
    text = "本报讯（记者林知夏）11月3日，青石桥通车，又叫惠民桥，两岸欢喜，居民出行不再绕道。"
    (found,) = articles(page(headline, story(text, SECOND)))
    assert found["confidence"] < DEFAULT_RULES.sure


def test_nothing_is_sure_on_a_page_where_several_stories_stop_in_a_sentence():
    leads = OTHER_LEAD + OTHER_SECOND, LEAD.replace("棠溪", "白鹿") + SECOND
    cut = [column(lead).rsplit("\n", 1)[0] for lead in leads]
    whole = page(HEAD, FIRST, OTHER_HEAD, cut[0])
    torn = page(whole, "白鹿县志愿者上门检修水电", cut[1])
    sure = [articles(source)[0]["confidence"] >= DEFAULT_RULES.sure for source in (whole, torn)]
    assert sure == [True, False]


def test_nothing_is_sure_on_a_page_where_a_sentence_stands_as_a_subhead():
    parts = [story(LEAD, SECOND), "志愿者把线路接通，把灯点亮", story(SECOND, BODY, SECOND)]
    whole = page(HEAD, parts[0], parts[2], OTHER_HEAD, OTHER)
    torn = page(HEAD, *parts, OTHER_HEAD, OTHER)
    found = [articles(source) for source in (whole, torn)]
    assert found[1][0]["subheads"] != []
    assert [pair[1]["confidence"] >= DEFAULT_RULES.sure for pair in found] == [True, False]


def test_nothing_is_sure_on_a_page_of_many_rows_hardly_told_from_headlines(monkeypatch):
    source = page(HEAD, FIRST, OTHER_HEAD, OTHER)
    assert articles(source)[0]["confidence"] >= DEFAULT_RULES.sure
    monkeypatch.setattr(stories, "CLOSE", 99.0)
    assert articles(source)[0]["confidence"] < DEFAULT_RULES.sure

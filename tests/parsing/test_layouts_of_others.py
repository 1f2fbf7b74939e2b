"""Pages as other papers lay them out: what each shows is read, and only while its rule is there."""

import re

import pytest

from articles.parsing.pictures import captions, unsigned
from articles.parsing.reading import bodies, entries, head_marks, kept, stories
from articles.parsing.words import classify, matter, notices
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_SECOND,
    SECOND,
    column,
    page,
)
from tests.parsing.columns import read as read_whole
from tests.parsing.tables import captions_of, heads_of, one_headline, signers, texts_of
from tests.parsing.test_removed_rules import read

RESULTS = "白鹿队 1∶1 青峰队\n海潮队 0∶3 铁骑队\n金山队 2∶2 大河队"
RANKS = "名次 球队 场 胜 负 积分\n1 铁骑队 5 4 1 12\n2 江汀队 5 3 2 9\n3 银杏队 5 2 3 6"
UNSIGNED, OTHERS = column(BODY, 18), column(OTHER_BODY, 18)
PLACED = page("鸣溪镇", HEAD, UNSIGNED.replace("棠溪县", "鸣溪镇"), OTHER_HEAD, OTHERS)
CUP = column("鸣溪县少年乒乓球锦标赛昨日落幕，十岁的佟一诺连扳三局，在决赛里爆冷夺冠。", 18)


FOUND = "本人在火车站广场拾到棕色皮夹一只，内有银行卡两张，请失主速与派出所联系。"
LOST = "先父雷鸣远，原市第二机床厂退休高级工程师，因病于5月31日逝世，享年87岁。谨此讣告。"
HIRED = "某超市因业务发展需要，诚聘收银员十名，待遇面议，包午餐，有意者请到店里来谈。"
DESKMATE = "我的同桌叫蒋大可，外号“话痨”。上课铃一响，别人都闭上嘴，他才刚刚开始。"
QUATRAIN = "西风未许百花开，\n独抱秋心上露台。\n不与春兰争国色，\n清霜一夜送香来。"
POEM = (
    "老屋\n⊙ 卢江草\n门环锈了\n锁着一院子的蝉声\n青苔爬上石阶\n又一格\n谁在里面\n"
    "我轻轻叩了三下\n没有人应，只有风，只有月"
)
ITEMS = (
    column("▲老年门球赛昨日结束，二运队获得冠军，园林队、纺织队分列二、三名。", 14),
    column("▲24日上午，两百名骑行爱好者环湖骑行，倡导绿色出行。", 14),
)
ADVICE = ["1.老化线路要及时更换，", "不用铜丝。", "2.不要私拉电线；", "3.手湿时不碰开关。"]
PRICES = ["大白菜 1.20元", "土豆 1.80元", "鸡蛋 4.60元"]
ROTA = ["星期一 内科 何田 骨科 邓林", "星期二 儿科 桑梓 眼科 鲁平", "星期三 中医科 艾草 妇科 秦桑"]
LISTED = ["品名 零售价 比上周", "大白菜 1.20 -0.10", "土豆 1.80 持平", "鸡蛋 4.60 +0.20"]
STEPS = ["一、带身份证原件", "二、填写申请表", "三、窗口取号", "四、三个工作日内领证"]
LOST_BAG = "本人在社区广场遗失黑色双肩包一个，拾到者必定有重谢。电话：13800000000"
RIDDLES = [
    "1.小时青青老来黄，碾碎磨细做成浆。", "2.有面没有口，有脚没有手。", "3.一口咬掉牛尾巴。",
    "上期谜底：1.竹笋；2.算盘；3.“明”字",
]  # fmt: skip
PURSE = (
    "本报讯（记者林知夏）10月10日，六旬保洁员卓有福扫街时捡到一个挎包，里面有三万元。外面下着雨，"
    "他怕失主着急，就在原地等了两个多小时。"
)


# A page | what is asked of it | the answer | module or class, name, what stands instead.
LAYOUTS = {
    "a date with points at the page's top": (
        page("体育\n12\n2016.4.25", HEAD, FIRST), heads_of, [(None, HEAD)],
        matter.PageMatter, "_mark_top", lambda *_: None,
    ),
    "words in two tongues above the date": (
        page("关注\nFocus\n2020-09-08\n星期二", HEAD, FIRST), heads_of, [(None, HEAD)],
        matter.PageMatter, "_mark_top", lambda *_: None,
    ),
    "a paper's name of no usual end beside the date": (
        page("01 版 要闻   澜湾特区报   2025 年 2 月 17 日 星期一", HEAD, FIRST),
        heads_of, [(None, HEAD)], matter.PageMatter, "_is_short_paper", lambda *_: False,
    ),
    "results, a side on each hand of the score": (
        page(HEAD, FIRST, "其他场次比分", RESULTS), heads_of,
        [(None, HEAD), (None, "其他场次比分")], kept, "_counts", lambda _: [],
    ),
    "counts that a tool sets like spread letters": (
        page(HEAD, FIRST, "积分榜", RANKS), heads_of,
        [(None, HEAD), (None, "积分榜")], kept, "_counts", lambda _: [],
    ),
    "a place over a headline": (
        PLACED, heads_of, [("鸣溪镇", HEAD), (None, OTHER_HEAD)],
        head_marks, "WORTH", one_headline(2),
    ),
    "a competition over what happened there": (
        page("鸣溪县少年乒乓球锦标赛", "十岁小将爆冷夺冠", CUP), heads_of,
        [("鸣溪县少年乒乓球锦标赛", "十岁小将爆冷夺冠")],
        head_marks, "WORTH", one_headline(2),
    ),
    "a bare name below its text": (
        "\n".join([HEAD, UNSIGNED, "万里", OTHER_HEAD, OTHERS, "（华章）"]) + "\n", signers,
        [["万里"], ["华章"]], bodies.Gathering, "_sign_last", lambda *_: None,
    ),
    "where a bare name comes from": (
        "\n".join([HEAD, UNSIGNED, "鸣溪县医院 韦知秋", OTHER_HEAD, OTHERS, "（华章）"]) + "\n",
        signers, [["韦知秋"], ["华章"]], bodies.Gathering, "_sign_last", lambda *_: None,
    ),
    "a pen name under a title": (
        "\n".join([HEAD, UNSIGNED, "油菜地里", "周·海棠", OTHERS, column(OTHER_SECOND, 18)]) + "\n",
        signers, [[], ["周·海棠"]], bodies.Gathering, "_is_pen_name", lambda *_: False,
    ),
    "a telephone number on the row below its word": (
        page("招领启事", column(FOUND), "联系人：尤警官\n电话：0599-\n8123456", OTHER_HEAD, OTHERS),
        texts_of, [[FOUND, "联系人：尤警官", "电话：0599-8123456"], [OTHER_BODY]],
        matter.PageMatter, "join_contacts", lambda *_: None,
    ),
    "who mourns, under an obituary": (
        page("讣告", column(LOST, 18), "子：雷响 女：雷霏\n率全家泣告\n招聘", column(HIRED, 18)),
        heads_of, [(None, "讣告"), (None, "招聘")],
        notices.Notices, "_mourns", lambda *_: False,
    ),
    "a pupil of a class": (
        page(HEAD, UNSIGNED) + "我的“话痨”同桌\n四（1）班 童小谷\n" + column(DESKMATE, 10) + "\n",
        signers, [[], ["童小谷"]], classify, "PUPIL", re.compile("(?!)"),
    ),
    "a quatrain that nobody signs": (
        page(HEAD, UNSIGNED) + "咏菊\n" + QUATRAIN + "\n" + OTHER_HEAD + "\n" + OTHERS + "\n",
        texts_of, [[BODY], QUATRAIN.split(), [OTHER_BODY]], kept, "_is_quatrain", lambda *_: False,
    ),
    "a title with a name under a poem": (
        page(HEAD, UNSIGNED) + POEM + "\n灯下漫笔\n余墨\n" + OTHERS + "\n", heads_of,
        [(None, HEAD), (None, "老屋"), (None, "灯下漫笔")],
        kept, "_before_named", lambda run, stop, rules: stop,
    ),
    "pictures with numbers below a text": (
        "\n".join([HEAD, UNSIGNED, "图①：白鹭翩飞。", "图②：志愿者在河边。", "图③：采摘。"]) + "\n",
        captions_of, ["图①：白鹭翩飞。图②：志愿者在河边。图③：采摘。"],
        captions, "mark_numbered", lambda *_: None,
    ),
    "numbers of pictures with a space behind them": (
        "\n".join([HEAD, UNSIGNED, "图① 白鹭翩飞。", "图② 志愿者在河边。", "图③ 采摘。"]) + "\n",
        captions_of, ["图① 白鹭翩飞。图② 志愿者在河边。图③ 采摘。"],
        unsigned, "NUMBERED", re.compile("图[①-⑩][：:为]"),
    ),
    "an item of news above a caption": (
        "\n".join(["简讯", *ITEMS, "骆驰（右）与队友庆祝进球。", "佟阳 摄"]) + "\n", captions_of,
        ["骆驰（右）与队友庆祝进球。"], captions, "is_item", lambda *_: False,
    ),
    "two rows that differ by one sign": (
        page("六旬翁捡到三万元\n雨中苦等失主两小时", column(PURSE)), heads_of,
        [(None, "六旬翁捡到三万元 雨中苦等失主两小时")], head_marks, "WORTH", {},
    ),
    "five words of a masthead, one below the other": (
        page("芦花报\nLUHUA DAILY\n2021年8月\n26\n星期四", HEAD, FIRST), heads_of, [(None, HEAD)],
        matter, "TOP", matter.EDGE,
    ),
    "numbered advice under a short title": (
        "\n".join([HEAD, FIRST, "用电小窍门", *ADVICE, OTHER_HEAD, OTHER]) + "\n", texts_of,
        [[BODY, SECOND], ["".join(ADVICE[:2]), *ADVICE[2:]], [OTHER_BODY, OTHER_SECOND]],
        stories, "mark_lists", lambda _: None,
    ),
    "a whole list without a full stop": (
        "\n".join([HEAD, FIRST, "办事指南", *STEPS, OTHER_HEAD, OTHER]) + "\n", texts_of,
        [[BODY, SECOND], STEPS, [OTHER_BODY, OTHER_SECOND]], stories, "mark_lists", lambda _: None,
    ),
    "prices, each beside what it buys": (
        "\n".join([HEAD, FIRST, "本周菜价", *PRICES, OTHER_HEAD, OTHER]) + "\n", heads_of,
        [(None, HEAD), (None, "本周菜价"), (None, OTHER_HEAD)], entries, "FORMS", {},
    ),
    "who is on duty on which day": (
        "\n".join([HEAD, FIRST, "专家门诊排班", *ROTA, OTHER_HEAD, OTHER]) + "\n", texts_of,
        [[BODY, SECOND], ROTA, [OTHER_BODY, OTHER_SECOND]],
        matter.PageMatter, "free_rotas", lambda *_: None,
    ),
    "the header of a price list": (
        "\n".join([HEAD, FIRST, "本周菜价", *LISTED, OTHER_HEAD, OTHER]) + "\n", heads_of,
        [(None, HEAD), (None, "本周菜价"), (None, OTHER_HEAD)],
        kept, "_mark_header", lambda _: None,
    ),
    "a title and a pen name under a poem": (
        page(HEAD, UNSIGNED) + POEM + "\n灯下漫笔\n梅里·雪\n" + OTHERS + "\n", heads_of,
        [(None, HEAD), (None, "老屋"), (None, "灯下漫笔")], kept, "PEN_NAME", re.compile("(?!)"),
    ),
    "riddles, and last week's answers": (
        page("寻物启事", column(LOST_BAG, 15)) + "\n".join(["谜语三则", *RIDDLES]) + "\n", texts_of,
        [[LOST_BAG], RIDDLES], stories, "mark_lists", lambda _: None,
    ),
    "a title under a telephone number": (
        page("寻物启事", column(LOST_BAG, 15)) + "\n".join(["谜语三则", *RIDDLES]) + "\n", texts_of,
        [[LOST_BAG], RIDDLES], matter, "CALLED", ("～",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "ask", "answer"), [x[:3] for x in LAYOUTS.values()], ids=LAYOUTS
)
def test_a_layout_is_read(source, ask, answer):
    assert ask(source) == answer


@pytest.mark.parametrize(
    ("source", "place", "name", "instead"),
    [(x[0], *x[3:]) for x in LAYOUTS.values()],
    ids=LAYOUTS,
)
def test_a_layout_needs_its_rule(monkeypatch, source, place, name, instead):
    whole = read(source)
    monkeypatch.setattr(place, name, instead)
    assert read(source, closed=False) != whole


def test_a_name_that_the_text_speaks_of_signs_nothing():
    text = column("云湖的候鸟今年来得早，站在云湖边上，数得出四十多只天鹅，比去年多。", 18)
    source = "\n".join([HEAD, UNSIGNED, "云湖", "迎来首批越冬候鸟", text]) + "\n"
    assert signers(source) == [[], []]


def test_a_column_of_four_signs_is_no_half_of_a_headline():
    text = column(
        "体检报告出来了，该不该告诉老人实情？善意的谎言背后是尴尬，邻居为这事吵了三天。", 18
    )
    source = page("有此一说", "善意的谎言与诚实的尴尬", text)
    assert heads_of(source) == [("有此一说", "善意的谎言与诚实的尴尬")]


def test_a_name_of_two_signs_between_its_words_is_no_name_of_four():
    source = page(
        HEAD, FIRST, column("11月5日，居民伴着音乐跳起了广场舞。", 10, 0) + "\n记者方圆摄"
    )
    assert [c["photographers"] for c in read_whole(source)["captions"]] == [["方圆"]]


def test_items_of_three_rows_are_paragraphs_of_a_text():
    items = [f"{n}、{SECOND}" for n in "一二三"]
    source = page("停水通知", *[column(item, 18) for item in items])
    assert texts_of(source) == [items]


@pytest.mark.parametrize(
    "byline", ["主任医师 蓝田玉", "桦川林场 乌力罕", "（蓝田玉 县妇幼保健院儿科）"]
)
def test_who_signs_by_a_calling_or_a_place(byline):
    name = "乌力罕" if "乌" in byline else "蓝田玉"
    above, below = ([], [byline]) if byline[0] == "（" else ([byline], [])
    assert signers("\n".join([OTHER_HEAD, *above, OTHERS, *below]) + "\n") == [[name]]


def test_who_gathered_a_page_and_its_offices_are_page_matter():
    foot = "组稿：云麓林业局宣传部 校对：万松\n总编室：6688001 广告部：6688002 发行部：6688003"
    assert heads_of(page(HEAD, FIRST, foot)) == [(None, HEAD)]
    assert read_whole(page(HEAD, FIRST, foot))["articles"][0]["deck"] is None

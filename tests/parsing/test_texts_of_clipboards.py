"""Pages as they come from a clipboard or another program: each needs its rule."""

import re
from types import SimpleNamespace

import pytest

from articles.parsing import ledger, lines_of, parse_page
from articles.parsing import page as page_of
from articles.parsing.pictures import captions, photos
from articles.parsing.reading import entries, head_marks, kept, telling
from articles.parsing.reading.parts import Piece
from articles.parsing.traditional import folding
from articles.parsing.typography import breaks, layout, numbering, rows
from articles.parsing.words import classify, matter, notices, signing
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
    column,
    page,
    read,
)
from tests.parsing.tables import (
    by_rule,
    captions_of,
    heads_of,
    holds_by_rule,
    one_headline,
    signers,
    texts_of,
)

NEVER = re.compile("(?!)")
BREAK = "课间多5分钟 校园动起来"
DANCE = "居民伴着音乐跳舞，孩子们围在旁边看热闹，老人在树下乘凉，到天黑才散。"
PICTURE = column(f"图为{DANCE}", 8, 0)
TIGHT = "\n".join([HEAD, column(LEAD, 13), PICTURE, "何田 摄", OTHER_HEAD, column(OTHER_LEAD, 13)])
LONG = [
    SECOND + "取暖用电不能大意，插座坏了要请人来换。",
    OTHER_SECOND + "农户只管放心，误不了农时。",
]
POEM = "船系在柳树上 柳树系在水里 水系着 对岸的炊烟 你说天黑前回来 天就一直没有黑".split()
NOTICE = column("因管网改造，定于本周六晚十点起停水八小时，请用户提前储水备用，敬请谅解。", 13)
SIGNED = "0000-5550199。\n岚汀县供水有限公司\n2026年11月12日"


def heads_and_texts(source: str) -> list[tuple]:
    return [
        (*heads, len(texts))
        for heads, texts in zip(heads_of(source), texts_of(source), strict=True)
    ]


def all_heads(source: str) -> list[tuple]:
    return [(a["kicker"], a["headline"], a["deck"]) for a in read(source)["articles"]]


def turn(text: str) -> str:
    """The paragraph with a hanging indent."""
    first, *others = column(text, 18, 0).splitlines()
    return "\n".join([first, *[f"  {row}" for row in others]])


TOOLS = {
    "a blank line below every line": (
        TIGHT.replace("\n", "\n\n"), captions_of, [PICTURE.replace("\n", "")],
        rows, "_usual_step", lambda _: 1,
    ),
    "each paragraph on one line": (
        "\n".join([HEAD, LEAD, *LONG, OTHER_HEAD, OTHER_LEAD, OTHER_SECOND]), heads_and_texts,
        [(None, HEAD, 3), (None, OTHER_HEAD, 2)], breaks, "_are_unbroken", lambda _: False,
    ),
    "hanging indents": (
        "\n".join([HEAD, *map(turn, (LEAD, SECOND)), OTHER_HEAD,
                   *map(turn, (OTHER_LEAD, OTHER_SECOND))]),
        heads_and_texts, [(None, HEAD, 2), (None, OTHER_HEAD, 2)],
        classify, "turn_hanging", lambda _: None,
    ),
    "a poem with a blank line below each of its lines": (
        page(HEAD, FIRST, "渡口\n□ 陆离", *POEM), texts_of,
        [[f"{BODY}", SECOND], POEM], kept, "_meant", lambda run: [row.blank for row in run],
    ),
}  # fmt: skip


@by_rule(TOOLS)
def test_a_program_leaves_what_its_rule_reads(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def tells_no_contact(self, row) -> bool:
    return self.matter.is_contact(row.text)


SMALL = {
    "a number below its word, above who gives a notice": (
        page(f"{NOTICE}\n咨 询 电 话 ：\n{SIGNED}\n停水通知", HEAD, FIRST), heads_of,
        [(None, "停水通知"), (None, HEAD)], notices.Notices, "_tells_contact", tells_no_contact,
    ),
    "图为 below a headline without a mark": (
        "\n".join([column(BODY), "本报记者 宋南星", BREAK, column(f"图为{DANCE}", 12, 0), "何田 摄",
                   column(OTHER_LEAD), OTHER_HEAD]),
        heads_of, [(None, BREAK), (None, OTHER_HEAD)],
        captions._Caption, "_begins_anew", lambda *_: False,
    ),
    "a page's number and section amidst stories": (
        page(HEAD, FIRST, "第7版 综合新闻", OTHER_HEAD, OTHER), heads_of,
        [(None, HEAD), (None, OTHER_HEAD)], matter, "PAGE_NUMBER", NEVER,
    ),
    "文/ below a title of about its length": (
        page(HEAD, FIRST, "父亲的算盘\n文/柳非烟", column(OTHER_BODY)), signers,
        [["林知夏"], ["柳非烟"]], signing, "LONGEST_LED", 0,
    ),
    "a question on two rows below a photo": (
        "\n".join([column(LEAD, 18), PICTURE, "何田 摄", "流感疫苗现在", "打来得及吗？",
                   "县疾控中心专家答疑", "□本报记者 宋南星", column(SECOND, 18)]),
        heads_of, [(None, None), (None, "流感疫苗现在打来得及吗？")],
        layout, "FEW_ROWS", 0,
    ),
}  # fmt: skip


@by_rule(SMALL)
def test_a_small_thing_is_read_by_its_rule(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_a_story_to_be_continued_ends_there():
    source = "\n".join([*page("大河东去", column(BODY + "（未完待续）")).split("\n\n"), OTHER_HEAD,
                        "□ 林知夏", column(SECOND)])  # fmt: skip
    assert heads_of(source) == [(None, "大河东去"), (None, OTHER_HEAD)]


def test_who_wrote_a_story_and_took_its_pictures_stands_below_a_title_in_quotes():
    source = page(f"老冯的“移动书摊”\n■本报记者 叶知秋 摄影报道\n{column(OTHER_BODY)}")
    assert heads_of(source) == [(None, "老冯的“移动书摊”")]
    assert captions_of(source) == []


def test_an_agency_takes_no_pictures():
    source = page(HEAD, FIRST, "图为居民伴着音乐跳舞。\n视觉中国供图")
    assert captions_of(source) == ["图为居民伴着音乐跳舞。"]
    assert "视觉中国" not in str(signers(source))


FAR = {
    "line numbers": ("{:3}  {}", 1),
    "line numbers and a tab": ("{}\t{}", 1),
    "line numbers that begin elsewhere": ("{:04}: {}", 301),
}


@pytest.mark.parametrize(("form", "first"), FAR.values(), ids=FAR)
def test_numbers_before_all_lines_are_no_text(form, first, monkeypatch):
    lines = page(HEAD, FIRST, OTHER_HEAD, OTHER).splitlines()
    source = "\n".join(form.format(k, line) for k, line in enumerate(lines, first)) + "\n"
    assert read(source)["articles"] == read("\n".join(lines) + "\n")["articles"]
    monkeypatch.setattr(numbering, "NEARLY_ALL", 2.0)
    assert read(source)["articles"] != read("\n".join(lines) + "\n")["articles"]


def test_where_lines_with_text_alone_are_numbered_the_numbers_are_no_text():
    lines, count = [], 0
    for line in page(HEAD, FIRST, OTHER_HEAD, OTHER).splitlines():
        count += bool(line)
        lines.append(f"{count} {line}" if line else line)
    assert heads_of("\n".join(lines)) == [(None, HEAD), (None, OTHER_HEAD)]


def test_a_list_with_numbers_keeps_them():
    items = [f"{k}.修好第{k}组的路灯。" for k in range(1, 16)]
    (found,) = texts_of("\n".join(["路灯修好了", *items, "", "编后", "这样的事还要多办。"]))[:1]
    assert found[:2] == items[:2]


TRADITIONAL = "\n".join([
    "志願者上門檢修水電線路", "□ 本報記者 張國華 攝影報道",
    column("11月3日，縣裡組織志願者走進青石橋社區，為獨居老人檢修水電線路，受到歡迎。"),
    column("圖為居民伴著音樂跳舞，孩子們圍在旁邊看熱鬧。", 9, 0), "本報記者 陳東 攝",
    "萬畝油菜機播忙",
    column("本報訊（記者宋南星 通訊員馬學農）11月4日，鎮裡的油菜開始機播。「機器快。」他說。"),
    "責任編輯：陸小舟 版式：何田",
])  # fmt: skip


def test_q30_a_page_in_traditional_characters_is_read_by_the_same_words(monkeypatch):
    record = parse_page(TRADITIONAL)
    assert ledger(record).closed
    first, second = record.articles
    assert (first.headline, second.headline) == ("志願者上門檢修水電線路", "萬畝油菜機播忙")
    assert [credit.name for credit in (*first.credits, *second.credits)] == [
        "張國華", "張國華", "宋南星", "馬學農",
    ]  # fmt: skip
    (photo,) = record.photos
    assert photo.caption == "圖為居民伴著音樂跳舞，孩子們圍在旁邊看熱鬧。"
    assert record.furniture == ("責任編輯：陸小舟 版式：何田",)
    assert second.paragraphs[0].text.endswith("「機器快。」他說。")
    monkeypatch.setattr(page_of, "folding", lambda _: {})
    assert parse_page(TRADITIONAL).articles != record.articles


def test_a_few_traditional_characters_on_a_page_change_nothing():
    source = page("“國學”進校園", column(LEAD + "題字是“為學日益”。"))
    assert folding(lines_of(source)) == {}


MIDST = column(
    "会议强调，要紧盯水库堤防和山洪沟口，逐一排查隐患，备足抢险物料，不留死角。"
).splitlines()
LOTUS = "近日，明湖公园荷花开\n放，引来众多摄影爱好\n者前来。视觉中国供图"
SHOWN = f"11月5日，青石桥社区小学的学生在展示自制的浇花器，{DANCE}"
RAIN = "市气象台预计，未来三天有一次明显的降雨过程，请注意防范。"
ESSAY = [
    "父亲有一把算盘，十三档，珠子磨得发亮。",
    "他在供销社做了三十年会计，算盘就挂在墙上，像一面小小的旗。",
    "后来有了电脑，算盘便收了起来，没有人再提起它。",
    "有些东西，人忘了，手还记得，一拨就响。",
]
HONOURED = ["市人民医院 沈默 柳青", "市中医院 高山", "青澜区社区卫生服务中心 白露"]
PRIZES = ["一等奖：吕小满、秦怡然", "二等奖：乔木、夏天、骆一鸣"]
FORECAST = "今天白天到夜间：多云转阵雨，偏南风3到4级，24℃到31℃。"
WRITTEN = {
    "short paragraphs, each on one line": (
        "\n".join(["父亲的算盘", "□ 柳非烟", *ESSAY]), texts_of, [ESSAY],
        breaks, "LEAST_WIDE", 99.0,
    ),
    "who was honoured, house by house": (
        page(HEAD, FIRST, "“十佳护士”名单\n" + "\n".join(HONOURED), OTHER_HEAD, OTHER),
        lambda source: texts_of(source)[1], HONOURED, entries, "_is_roll_of", lambda *_: False,
    ),
    "names behind the prizes": (
        page(HEAD, FIRST, "书法大赛获奖名单\n" + "\n".join(PRIZES), OTHER_HEAD, OTHER),
        lambda source: texts_of(source)[1], PRIZES, entries, "GIVEN", NEVER,
    ),
    "a credit behind the last word of an even row": (
        page(HEAD, FIRST, LOTUS, OTHER_HEAD, OTHER),
        captions_of, ["近日，明湖公园荷花开放，引来众多摄影爱好者前来。"],
        classify, "_may_be_matter", lambda further, before, row: further is None or row.blank,
    ),
    "the title in two rows above a caption in one": (
        "\n".join(["图片新闻", "小小科学家，", "亮出新发明", SHOWN, "何田 摄", HEAD, LEAD]),
        captions_of, [SHOWN],
        captions, "WHOLE", 99.0,
    ),
    "a page's number in the midst of a text": (
        "\n".join([HEAD, column(LEAD), MIDST[0], "A05", *MIDST[1:], "", OTHER_HEAD, OTHER]),
        heads_and_texts, [(None, HEAD, 2), (None, OTHER_HEAD, 2)],
        layout._Layout, "_is_cut_off", lambda *_: False,
    ),
    "a forecast's sentence in a short text": (
        "\n".join([HEAD, FIRST, "", "未来三天有雨", f"　　{RAIN}", f"　　{FORECAST}"]),
        lambda source: texts_of(source)[1], [RAIN, FORECAST],
        matter, "_forecasts", lambda *_: False,
    ),
    "a year below a desk's mark": (
        page(f"{HEAD}\n{FIRST}②6", column(
            "2011年8月15日，这是一个应该记住的日子，青石桥在这一天通车，三年没有白等。", 16, 0)
            + "\n何田 摄", OTHER_HEAD, OTHER),
        lambda source: captions_of(source)[0][:5], "2011年",
        captions._Caption, "_cuts_number",
        lambda self, start: captions.is_cut_number(self.rows[start - 1].text, self.rows[start]),
    ),
    "what a meeting did, below what was held": (
        page("全市防汛工作会议召开\n部署主汛期重点任务\n杜衡主持 秦川讲话", column(
            "本报讯（记者何田）6月21日，全市防汛工作会议召开，部署主汛期重点任务，市长杜衡主持。")),
        heads_of, [(None, "全市防汛工作会议召开 部署主汛期重点任务")],
        head_marks, "WORTH", {},
    ),
    "a round of games over who won": (
        page("省足球超级联赛第十一轮\n青澜队主场3比1逆转登上积分榜次席", column(
            "本报讯（记者何田）昨晚，省足球超级联赛第十一轮在青澜体育中心展开争夺，青澜队以3比1"
            "战胜龙泉队，积分榜升至第二位。", 16)),
        heads_of, [("省足球超级联赛第十一轮", "青澜队主场3比1逆转登上积分榜次席")],
        head_marks, "WORTH", one_headline(2),
    ),
}  # fmt: skip


@by_rule(WRITTEN)
def test_what_is_written_whole_is_read_by_its_rule(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_a_rare_blank_line_tells_where_the_second_of_two_stories_begins(monkeypatch):
    twice = [LEAD, SECOND, SECOND.replace("老人", "居民"), OTHER_BODY, OTHER_SECOND]
    rows = [column(text) for text in twice]
    source = "\n".join([*rows[:3], "", *rows[3:]]) + "\n本报记者 宋南星\n" + OTHER_HEAD + "\n"
    assert len(texts_of(source)[0]) == 3
    body = [*range(5)]
    told = telling.Telling([SimpleNamespace(blank=k == 3, kind="text") for k in body],
                           [SimpleNamespace(column=14.0)] * 5, None)  # fmt: skip
    assert told._turns([[k] for k in body]) == {3}
    monkeypatch.setattr(telling, "RARE", 0.0)
    assert told._turns([[k] for k in body]) == set()


MARATHON = "本报讯（记者何田）3月1日，环潞川湖国际半程马拉松鸣枪起跑，八千名跑者逐浪湖畔。"
FURTHER = f"招聘启事\n{column(BODY)}\n报名时间：3月5日至3月12日\n潞川市图书馆\n2026年3月2日"
LAUGHED = column("围着他的年轻人都笑了，卷起裤脚又下了田，一直干到天黑才收工。")
TAKEN = "摘自《科学生活》"
ONION = "切洋葱为何流泪"
HELD = "\n".join(
    ["小小科学家在校园科技节上亮出“新发明”", column(f"3月1日，{DANCE}", 10, 0), "何田 摄"]
)
SMALLER = {
    "a marathon over what was run": (
        page("环潞川湖国际半程马拉松\n八千跑者 逐浪湖畔", column(MARATHON)), heads_of,
        [("环潞川湖国际半程马拉松", "八千跑者 逐浪湖畔")],
        head_marks, "WORTH", one_headline(2),
    ),
    "when to come, above who gives a notice": (
        page(FURTHER, HEAD, FIRST), heads_of, [(None, "招聘启事"), (None, HEAD)],
        notices, "FURTHER", NEVER,
    ),
    "a title that blank lines leave with its picture": (
        page(HEAD, FIRST, HELD, OTHER_HEAD, OTHER), lambda source: all_heads(source)[0::2],
        [(None, HEAD, None), (None, OTHER_HEAD, None)],
        photos, "_is_grouped", lambda *_: False,
    ),
    "where a piece was taken from, in a row of its own": (
        page(HEAD, FIRST, f"{ONION}\n{column(OTHER_BODY)}\n{TAKEN}\n{OTHER_HEAD}", OTHER),
        heads_of, [(None, HEAD), (None, ONION), (None, OTHER_HEAD)],
        classify, "SOURCE", NEVER,
    ),
    "a blank line before a mark that closes a quotation": (
        page(HEAD, column(LEAD), column("村支书蹲在田埂上看了看刚栽下的秧苗，说：“行！"),
             f"”{LAUGHED}", column(SECOND)),
        lambda source: len(texts_of(source)[0]), 3, breaks, "NEVER_FIRST", frozenset(),
    ),
}  # fmt: skip


@by_rule(SMALLER)
def test_smaller_things_are_read_by_their_rules(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_a_heap_of_thousands_of_rows_is_no_slower_for_each(monkeypatch):
    pieces = [f"第{k}号楼的线路修好了" for k in range(40)]
    source = "\n".join([*pieces, "", LEAD])
    asked = []
    monkeypatch.setattr(Piece, "__eq__", lambda one, other: asked.append(1) or one is other)
    parse_page(source)
    assert len(asked) < len(pieces)

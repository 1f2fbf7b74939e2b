"""Each phenomenon has a rule of its own: without it, its page is read otherwise."""

from dataclasses import replace

import pytest

from articles.parsing import DEFAULT_RULES, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.pictures import captions, openings
from articles.parsing.reading import hidden, kept, stories
from articles.parsing.typography import breaks, columns, joining, layout, lines, rows, side_by_side
from articles.parsing.words import folio, notices
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    column,
    page,
    story,
)

CAPTION = column("11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。", 10, 0)
VERSE = ["你从山的那边来", "带着一身的雪", "和一盏没有吹灭的灯", "等炉火慢慢红起来",
         "等水在壶里唱歌", "这个冬天不长", "刚好够我们", "把一件旧棉袄", "补完",
         "再等一场春雨落下"]  # fmt: skip
THEME = "棠溪县开展志愿服务"
STOP = "因管网改造，定于本周六晚十点起停水八小时，请用户提前储水备用，敬请谅解。"
CORRECTION = "本报11月3日二版《青石桥社区开饭了》一文中，“三十人”应为“三百人”。特此更正。"

# What of the house's words is taken away: phenomenon | page | words.
WORDS = {
    "P17 P18 P30 本报讯 opens a story": (
        f"{FIRST}\n {OTHER}\n".replace("（记者林知夏）", " ").replace("（记者宋南星）", " "),
        "desk_sources agencies house_ends",
    ),
    "P31 who corresponded": (
        column(LEAD.replace("林知夏", "林知夏 通讯员何田")),
        "correspondent_words",
    ),
    "P22 P30 who reported": (column(BODY) + "\n" + "本报记者 林知夏\n", "reporter_words"),
    "P28 an aim is kicker": (
        page("践行志愿精神", "青石桥社区线路全部换新", FIRST),
        "kicker_openings",
    ),
    "P34 Q7 who took the picture": (
        page(HEAD, FIRST, CAPTION + "\n本报记者 陆小舟 摄"),
        "photographer_words",
    ),
    "Q1 the paper's name": (page("云麓日报\n2026年11月5日 星期四", HEAD, FIRST), "paper_ends"),
    "Q3 a staff line": (page(HEAD, FIRST, "责任编辑：陆小舟 版式：何田"), "staff_words"),
    "Q4 a jump": (page(HEAD, FIRST + "\n（下转第二版）"), "jump_words"),
    "Q8 a column of items": (
        page("乡镇简讯", story("●清理河道。", "●修路六条。")),
        "briefs_columns",
    ),
    "Q9 a column's name is kicker": (page("民生观察", "老街夜市", FIRST), "column_ends"),
    "Q10 a note": (page("编者按", column(SECOND)), "note_openings"),
    "Q11 an agency": (page(HEAD, column("新华社北京电（记者林知夏）" + BODY)), "agencies"),
    "Q12 a marked byline": (page(HEAD, "□ 林知夏", story(BODY, SECOND)), "byline_marks"),
    "Q12 names that letter-spacing ran together": (
        "本 报 讯 （ 记 者 高 凯\n通 讯 员 李 明 巴 明 星 ）\n" + column(BODY, 12, 0),
        "never_given",
    ),
    "Q13 a signature": (page(HEAD, column(BODY), column(SECOND + "（林知夏）", 18)), "surnames"),
    "Q19 a notice": (page(FIRST, HEAD, "停水通知", column(STOP)), "notices"),
    "Q20 a correction": (page(HEAD, FIRST, "更 正", column(CORRECTION)), "corrections"),
}


READ = ("articles", "captions", "furniture", "staff", "folio", "doubts")


def read(source: str, rules=DEFAULT_RULES, *, closed=True) -> dict:
    """The reading; where a clean-up was taken away, its ledger need not close."""
    reading = page_to_json(parse_page(source, rules))
    assert reading["ledger"]["closed"] or not closed
    reading["doubts"] = [(doubt["kind"], doubt["line"]) for doubt in reading["doubts"]]
    return {key: reading[key] for key in READ}


@pytest.mark.parametrize(("source", "field"), WORDS.values(), ids=WORDS)
def test_a_page_needs_the_words_of_its_house(source, field):
    nothing = {
        name: "" if isinstance(getattr(DEFAULT_RULES, name), str) else ("～",)
        for name in field.split()
    }
    assert read(source) != read(source, replace(DEFAULT_RULES, **nothing))


OPENS = "本报讯（记者林知夏）11月3\n日上午，棠溪县志愿者走进青石\n"
# Where the code is taken away: phenomenon | page | module or class, name, what stands instead.
CODE = {
    "P2 P3 a first row is two em short": (
        OPENS + "桥社区，为独居老人检修了线路。\n志愿者还给老人讲解取暖常\n"
        "识，留下服务电话，约定每月上门\n一次，有事随叫随到，不收一分。\n",
        breaks.Breaks, "_own_vote", lambda *_: 0.0,
    ),
    "P10 letter-spacing": (
        OPENS + "桥 社 区 ， 检 修 线 路 ， 宣 传 防\n火，居民十分欢迎。\n",
        lines, "is_spaced", lambda _: False,
    ),
    "P20 a space that the line end swallowed": (
        OPENS + "桥社区，开展“强服务 转作风\n办好身边小事”活动，居民十分欢\n"
        "迎，都说办到了心坎上。\n",
        joining, "_hidden_space", lambda *_: False,
    ),
    "P33 Q6 a caption is no body": (
        page(FIRST, HEAD, CAPTION + "\n陆小舟 摄"), captions._Caption, "start",
        lambda self: self.stop - 1,
    ),
    "P26 a headline in two rows": (
        page(FIRST, "寒冬里的暖意\n送进老楼人家"), layout._Layout, "_head_cost", lambda *_: 9.0,
    ),
    "Q19 a notice keeps its signature": (
        page("停水通知", column(STOP), "云麓县供水公司\n2026年11月5日"),
        notices.Notices, "find_signatures", lambda *_: None,
    ),
    "Q24 a drop cap": (
        page(HEAD, "\n".join([SECOND[0], SECOND[1:13], SECOND[13:27], SECOND[27:]])),
        rows, "_is_drop_cap", lambda *_: False,
    ),
    "Q25 P25 a first story that lost its headline": (
        page(FIRST + "\n\n" + column(STOP), "停水通知"),
        hidden, "_titled_start", lambda *_: 0,
    ),
    "Q26 vertical text": (
        page("\n".join("邻里守望暖人心"), FIRST), rows, "_tall_end", lambda _, k: k + 1,
    ),
    "Q15 verse keeps its lines": (
        page(HEAD, FIRST, "雪夜", "\n".join(VERSE)),
        kept, "_free_verse", lambda *given: (given[-2], given[-2]),
    ),
    "Q17 a table keeps its rows": (
        page(HEAD, FIRST, "今日天气", "岚汀  晴  8℃\n云岫  多云  6℃\n鸣溪  小雨  5℃"),
        kept, "_is_table", lambda _: False,
    ),
    "Q18 a roll of names keeps its rows": (
        page(HEAD, FIRST, "名单", "王 强  李小明  张 伟  刘 洋\n赵建国  孙 丽  周文博  吴 敏"),
        kept, "_is_roll", lambda _: False,
    ),
    "Q21 two pages as one": (
        page("云麓日报\n2-3版 通版\n2026年11月5日 星期四", HEAD, FIRST),
        folio, "SPREAD_LABEL", openings.SECOND_PICTURE,
    ),
    "Q25 a pull quote is set aside": (
        page(HEAD, column(LEAD), column(SECOND), column("留下服务电话，约定每月上门一次。", 10),
             column(SECOND.replace("取暖", "用电"))),
        stories, "pull_quotes", lambda _: set(),
    ),
    "Q30 an English sentence ends": (
        page("New County Library Opens", "  The county opened its new library on Tuesday,\n"
             "and three hundred readers came to see it.\n"
             "  It stands on the old market, and is open\n"
             "until nine in the evening on every day."),
        rows, "_is_english_end", lambda _: False,
    ),
    "Q32 one headline over several articles": (
        page(THEME, HEAD, column(LEAD.replace("组织", "开展志愿服务，")),
             OTHER_HEAD, column(OTHER_LEAD.replace("当天", "县里开展志愿服务，当天")),
             "大学生进校园补课", column("本报讯（记者何田）棠溪县开展志愿服务进校园活动。")),
        stories, "is_umbrella", lambda *_: False,
    ),
    "columns side by side": (
        "\n".join(f"{a:\u3000<18}{b}" for a, b in zip(
            column(LEAD + SECOND).splitlines(), column(OTHER_LEAD + OTHER_SECOND).splitlines(),
            strict=False)) + "\n",
        side_by_side, "LEAST_LINES", 99,
    ),
    "Q16 numbered points": (
        "\n".join([column(LEAD), column("为保护森林资源，维护群众安全，现将有关事项通告："),
                   column("一、禁火期自今年十一月二十日起至明年三月底止。"),
                   column("二、禁火区内严禁一切野外用火，违者查处。")]) + "\n",
        columns, "ITEM", openings.SECOND_PICTURE,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "place", "name", "instead"), CODE.values(), ids=CODE)
def test_a_page_needs_its_rule(monkeypatch, source, place, name, instead):
    whole = read(source)
    monkeypatch.setattr(place, name, instead)
    assert read(source) != whole

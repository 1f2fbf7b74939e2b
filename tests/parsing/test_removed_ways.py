"""P1-P52 and Q1-Q32 once more: without its rule, the page of a phenomenon is read otherwise.

`test_removed_rules` takes away the words of a house and the larger rules, this the finer ones.
What a page says beyond its own text (P32, P41-P44, Q31 over pages) has its tests with dates,
credits and issues; P38, P39, P46, P47 and P50 ask that nothing be done.
"""

import re
from importlib import import_module

import pytest

from articles.parsing import checking, overlap
from articles.parsing.pictures import captions, photos
from articles.parsing.reading import bodies, column_names, head_marks, pairing
from articles.parsing.typography import breaks, columns, joining, layout, lines, rows
from articles.parsing.words import classify, matter
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
    story,
)
from tests.parsing.test_features import CLOCKS, POND
from tests.parsing.test_removed_rules import read

assemble = import_module("articles.parsing.assemble")  # the package has a function of that name
CAPTION = column("11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。", 10, 0)
NEVER = re.compile("(?!)")
TIP = "不要在同一个插座上接多个大功率电器，外出时切断电源，老化线路及时更换。"
PARTED = column(SECOND).splitlines()
WIDE = column(SECOND + SECOND.replace("取暖", "用电"), 16).splitlines()
LONG = BODY + SECOND
NARROW = column(LONG, 12).splitlines()[:3]
WIDER = column(LONG[len("".join(NARROW)) :], 20, 0).splitlines()
FACTORY = "电子元件厂的线路，棠溪电子元件厂新建的车间用上了"
COLD = "本报讯（记者何田）县气象台发布消息，强降温将至，请做好防寒准备，山区道路易出现结冰。"
FULL = column(
    "志愿者还给老人讲解了冬季取暖常识，留下电话，定期来。“有事随叫随到”是他们的约定，居民都说好。"
).splitlines()
SIBLINGS = [
    HEAD, column(LEAD), "回得来：一张清单办到底", column(SECOND), "",
    "留得住：把车间建到家门口", column("竹编车间的灯亮到晚上九点，妇女一边干活一边照看孩子。"),
    "干得好：抱团才有好光景", column(OTHER_SECOND),
]  # fmt: skip
# Phenomenon | page | module or class, name, what stands instead.
WAYS = {
    "P1 P4 P49 lines are joined with nothing between": (
        column(LEAD), assemble, "join_lines", lambda texts, *_: " ".join(texts),
    ),
    "P3 P5 P8 a blank line inside a sentence begins nothing": (
        page(HEAD, column(LEAD), "\n\n".join(PARTED)), columns, "_breaks", lambda _, row: row.blank,
    ),
    "P6 P7 blank lines mean what they mean on this page": (
        page(HEAD, column(LEAD), "\n".join([*FULL[:2], "", *FULL[2:]])),
        breaks, "blank_weight", lambda *_: {(b, q): 9.0 * b for b in (0, 1) for q in (0, 1)},
    ),
    "P9 a column changes its width inside an article": (
        page(HEAD, "\n".join([*NARROW, *WIDER]), OTHER_HEAD, OTHER),
        layout, "changes_column", lambda *_: False,
    ),
    "P10 P12 P13 letter-spaced lines among others": (
        page(HEAD, FIRST, CAPTION + "\n本 报 记 者\n陆小舟 摄"),
        lines, "is_spaced", lambda _: False,
    ),
    "P14 P15 P16 stray spaces": (
        column(LEAD.replace("）", "） ").replace("月", " 月 ")), lines, "STRAY", NEVER,
    ),
    "P19 P21 real spaces stay": (
        page("建设一门户四基地 强力打造三区三城", FIRST), lines, "STRAY", re.compile(" "),
    ),
    "P23 Q22 a headline speaks of its own text": (
        page(HEAD, FIRST, OTHER, OTHER_HEAD), overlap.Overlap, "judge", lambda *_: (0.0, 0.0),
    ),
    "P24 P25 a story that announces itself may lack a headline": (
        page(FIRST, "冬种不误农时\n" + OTHER_HEAD, OTHER),
        pairing, "MISSING", {True: -30.0, False: -30.0},
    ),
    "P25 no invention from half a headline": (
        "\n".join([column(OTHER_LEAD), "强降温将至", "请做好防寒准备", column(COLD), HEAD,
                   column(LEAD)]) + "\n",
        pairing, "INVENTED", -9.0,
    ),
    "P27 a heading with a blank line inside": (
        page("示范区城管局被省住建厅", "授予“表现突出单位”荣誉称号", column(
            "本报讯（记者林知夏）近日，示范区城管局被省住建厅授予“表现突出单位”荣誉称号。", 16)),
        head_marks, "WORTH", {},
    ),
    "P29 P40 no heading ends with a full stop": (
        page(HEAD, column(LEAD), column("会议还研究了其他事项。"), OTHER_HEAD, OTHER),
        layout._Layout, "_all_head_cost", lambda *_: -9.0,
    ),
    "P33 a caption begins with no half word": (
        "\n".join([column(LEAD.replace("水电线路", FACTORY)), column(SECOND),
                   "——棠溪电子元件厂见闻", "棠溪电子元件厂新建的电子元",
                   "件车间，自动化生产线满负荷运转。", "陆小舟 摄", column(OTHER_LEAD)]) + "\n",
        captions, "TORN", 0.0,
    ),
    "P35 a photo may tell of an article": (
        page(HEAD, FIRST, "志愿者走进青石桥社区检修水电线路。\n何田 摄", OTHER_HEAD, OTHER),
        assemble, "relate", lambda photos, _: tuple(photos),
    ),
    "P36 P37 siblings of a subhead": (
        "\n".join(SIBLINGS) + "\n", layout, "mark_siblings", lambda *_: None,
    ),
    "P45 a number cut at a line's end": (
        page(HEAD, "本报讯（记者林知夏）11月2\n9日，志愿者上门检修水电线路，\n受到居民欢迎。"),
        checking, "cut_numbers", lambda *_: (),
    ),
    "P48 quotation marks that do not pair": (
        page(HEAD, column(LEAD.replace("受到", "“受到"))),
        checking, "_article_doubts", lambda _: (),
    ),
    "Q2 the weather beside the paper's name": (
        page("今日天气 晴转多云 8～19℃", HEAD, FIRST), matter, "DEGREES", NEVER,
    ),
    "Q2 the name of the house": (
        page("2026年11月5日 星期四\nYUNLU DAILY", HEAD, FIRST),
        matter.PageMatter, "_names_house", lambda *_: False,
    ),
    "Q1 a folio in one row": (
        page(HEAD, FIRST, "云麓日报 A03 要闻 2026年11月5日 星期四", OTHER_HEAD, OTHER),
        matter.PageMatter, "_is_folio", lambda *_: False,
    ),
    "Q4 a text may stop where it is continued": (
        page(HEAD, column(LEAD), column(SECOND[:30]) + "\n（下转第二版）", OTHER_HEAD, OTHER),
        layout._Layout, "_is_cut_off", lambda *_: False,
    ),
    "Q5 a pointer": (
        page("▶A03 冬修水利忙", HEAD, FIRST), matter.PageMatter, "points", lambda *_: False,
    ),
    "Q6 the title of a picture": (
        page(HEAD, FIRST, "图片新闻", "油菜飘香引客来", CAPTION + "\n陆小舟 摄", OTHER_HEAD, OTHER),
        photos, "_take_title", lambda *_: None,
    ),
    "Q6 a caption that names nobody": (
        page(HEAD, FIRST, column("图为居民伴着音乐在广场上跳舞。", 10, 0), OTHER_HEAD, OTHER),
        captions, "_mark_unsigned", lambda *_: None,
    ),
    "Q7 a credit behind the last word": (
        page(HEAD, FIRST, CAPTION + "陆小舟\n摄", OTHER_HEAD, OTHER),
        classify._Classifier, "_sign_inside", lambda *_: None,
    ),
    "Q7 a credit for all pictures": (
        page(HEAD, FIRST, "图为居民伴着音乐跳舞。", "本版图片均由本报记者 陆小舟 摄"),
        assemble, "_signed_for_all", lambda photos, *_: photos,
    ),
    "Q9 the number of a series": (
        page("老街故事之三", "一把纸伞撑起的光阴", FIRST), column_names, "SERIES", NEVER,
    ),
    "Q10 a note above the lead": (
        page(HEAD, column("编者按：冬修水利年年搞，今年有何不同？记者走进工地，一探究竟。"), FIRST),
        bodies.Gathering, "_join_notes", lambda _: None,
    ),
    "Q10 a box beside a story": (
        page(HEAD, FIRST, "【小贴士】", column(TIP), OTHER_HEAD, OTHER),
        bodies.Gathering, "_is_title", lambda *_: False,
    ),
    "Q12 Q13 a note on the source ends a text": (
        page(HEAD, story(BODY, SECOND + "（据《棠溪日报》）"), OTHER_HEAD, OTHER),
        classify, "is_source_note", lambda *_: False,
    ),
    "Q14 an author with a place": (
        page(HEAD, FIRST, "渡口的黄昏", "温县一中 张三", story(OTHER_BODY, OTHER_SECOND)),
        bodies.Gathering, "_sign_from_afar", lambda *_: None,
    ),
    "Q22 a page where nobody signs": (
        page("一塘清水", story(*POND), "老街的钟声", story(*CLOCKS), OTHER_HEAD, story(OTHER_BODY)),
        pairing, "FEW_SUBHEADS", 9.0,
    ),
    "Q27 a row drawn twice": (page(HEAD + "\n" + HEAD, FIRST), rows, "is_shadow", lambda *_: False),
    "Q27 characters drawn twice": (
        page("".join(char * 2 for char in HEAD), FIRST), lines, "once", lambda text: text,
    ),
    "Q28 full-width digits": (
        column(LEAD.replace("11月3日", "１１月３日")), lines, "FULL_WIDTH_SIGN", NEVER,
    ),
    "Q28 half-width signs": (column(LEAD.replace("，", ",")), lines, "HALF_SIGN", NEVER),
    "Q29 a link over two lines": (
        page(HEAD, "本报讯（记者林知夏）报名请登录\nhttp://www.tangxi.example\n/join网站，随时都可以。"),
        joining, "_latin_joint", lambda *_: " ",
    ),
    "Q29 a prompt to scan": (
        page(HEAD, FIRST, "扫一扫 看视频", OTHER_HEAD, OTHER),
        matter.PageMatter, "_is_prompt", lambda *_: False,
    ),
    "Q31 the same piece twice": (
        page(HEAD, FIRST, OTHER_HEAD, OTHER, HEAD, FIRST), checking, "_repeated", lambda _: (),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "place", "name", "instead"), WAYS.values(), ids=WAYS)
def test_a_page_needs_its_way(monkeypatch, source, place, name, instead):
    whole = read(source)
    monkeypatch.setattr(place, name, instead)
    assert read(source, closed=False) != whole

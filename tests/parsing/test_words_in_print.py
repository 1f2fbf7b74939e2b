"""How papers word headings, bylines and credits: each page fails when its rule is taken away."""

import re
from dataclasses import replace

import pytest

from articles.parsing import DEFAULT_RULES, Rules, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.overlap import MOST_ALIKE
from articles.parsing.pictures import captions
from articles.parsing.reading import (
    bodies,
    first_subheads,
    head_marks,
    subheads,
)
from articles.parsing.reading.confidence import Signs, confidence
from articles.parsing.typography import columns, head_words, layout, lines
from articles.parsing.words import classify, matter, signing
from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    SECOND,
    column,
    page,
)
from tests.parsing.tables import by_rule, holds_by_rule, one_headline
from tests.parsing.test_removed_rules import read

TEXT, OTHERS = column(BODY, 18), column(OTHER_BODY, 18)
PICTURE = column("老街的冬夜，评书先生一拍醒木，茶馆里坐满听众，掌声传出巷口。", 10)


def heading(source: str, rules: Rules = DEFAULT_RULES) -> tuple:
    article = read(source, rules)["articles"][0]
    return article["kicker"], article["headline"], article["deck"]


def cries(source: str) -> list[tuple]:
    return [(a["kicker"], a["headline"]) for a in read(source)["articles"]]


def headlines(source: str) -> list[str]:
    return [article["headline"] for article in read(source)["articles"]]


def names(source: str) -> tuple[list[str], list[str], list[str]]:
    article = read(source)["articles"][0]
    return article["reporters"], article["correspondents"], article["authors"]


def photos(source: str) -> list[tuple]:
    return [(c["text"], tuple(c["photographers"])) for c in read(source)["captions"]]


def pictured(credit: str) -> str:
    return page(HEAD, TEXT, PICTURE + "\n" + credit, OTHER_HEAD, OTHERS)


def subheads_of(source: str) -> list[str]:
    return [subhead for article in read(source)["articles"] for subhead in article["subheads"]]


# Each block's first row stands alone, as some tools part what has another left edge.
SHORT = column("明年春天还将组织专场检修四十场次并回访老人。", 18)
TORN = page(
    *(
        text.replace("\n", "\n\n", 1)
        for text in (TEXT, OTHERS, column(SECOND, 18), SHORT, TEXT, OTHERS)
    ),
    PICTURE.replace("\n", "\n\n", 1) + "\n本报记者 林知夏 摄",
)
CRY = "“今年冬天不怕停电！”"
WHOLE = lambda *_: columns.Blanks(1.5, parted=False)  # noqa: E731
ALLIES = "“敬老联盟”由十二家单位结成，志愿者定期走进青石桥社区，为独居老人检修水电线路。"
WIDE = "更换插座的志愿者留下电话约定每月上门"
AGAIN = "志愿者更换插座时留下电话，独居老人有事可以随时联系，水电线路每月检修一次。"
CAPTION_OF_SEVEN = "老街评书先生一\n拍醒木台下一片\n喝彩声\n林夏 摄"
DAY = "老街的茶馆里坐满听众，评\n书先生一拍醒木，开讲新书"
SAID = "林知夏在全县敬老助老工作会议上指出\n检修水电线路更换老化插座让独居老人住得安心"
TALES = "周末的小巷里，评书先生一拍醒木，台下坐满听众。"
CAPTION = PICTURE.replace("\n", "")
FOLIO = lambda self, text: "年" in text and "月" in text  # noqa: E731
PAGES = {
    "an aim over a much longer headline": (
        page("守护万家灯火\n棠溪县志愿者走进青石桥社区为独居老人检修水电线路", TEXT), heading,
        ("守护万家灯火", "棠溪县志愿者走进青石桥社区为独居老人检修水电线路", None),
        head_marks, "WORTH", one_headline(2),
    ),
    "a cry under its kicker": (
        page(HEAD, TEXT + "（林知夏）", "青石桥社区的线路换了新", CRY, OTHERS), cries,
        [(None, HEAD), ("青石桥社区的线路换了新", CRY)],
        head_words, "is_exclamation", lambda _: False,
    ),
    "several names between headline and text": (
        page(HEAD + "\n林知夏 宋南星", TEXT), names, ([], [], ["林知夏", "宋南星"]),
        bodies.Gathering, "_are_names", lambda *_: False,
    ),
    "a blank line that a tool left below a caption's first row": (
        TORN, photos, [(CAPTION, ("林知夏",))], captions, "read_blanks", WHOLE,
    ),
    "a blank line that a tool left below each paragraph's first row": (
        TORN, subheads_of, [], layout, "read_blanks", WHOLE,
    ),
    "a headline over what another text does not speak of": (
        page(HEAD, TEXT, "会说话的老街坊", column(TALES, 18)),
        headlines, [HEAD, "会说话的老街坊"],
        subheads, "one_matter", lambda *_: MOST_ALIKE,
    ),
    "a name that does what stands below it, and is no object": (
        page(f"三十余年携手同行\n{ALLIES[:6]}\n结出累累硕果", column(ALLIES, 18)), heading,
        ("三十余年携手同行", "“敬老联盟”结出累累硕果", None),
        head_marks, "WORTH", {},
    ),
    "who says something, over what is said": (
        page(SAID, column(SECOND, 18)), heading,
        (*SAID.split("\n"), None),
        head_marks, "WORTH", one_headline(2),
    ),
    "a dateline alone in its row": (
        page(HEAD, column("汇联社岚都11月3日电", 18) + "\n（记者林知夏 宋南星）\n" + TEXT), names,
        (["林知夏", "宋南星"], [], []), classify._Classifier, "_take_names", lambda *_: None,
    ),
    "a dateline set wide": (
        page(HEAD, "　　汇 联 社 岚 都 11 月 3 日电\n（记者林知夏）" + column(BODY, 14, 7)),
        heading, (None, HEAD, None), lines, "SPACED", 0.9,
    ),
    "a stamp across the sheet, a sign a row": (
        page(column(LEAD, 18), HEAD, column(OTHER_LEAD, 18), OTHER_HEAD, "样\n报"),
        headlines, [HEAD, OTHER_HEAD],
        matter.PageMatter, "find_torn_stamps", lambda *_: None,
    ),
    "a first subhead right below the headline": (
        page(HEAD + "\n一、换插座", TEXT, "二、查看楼道里的线路", column(SECOND, 18)), heading,
        (None, HEAD, None), first_subheads, "FIRST", re.compile("(?!)"),
    ),
    "a subhead wider than most headlines": (
        page(HEAD, column(BODY, 20), WIDE, column(AGAIN, 20)), headlines, [HEAD],
        subheads, "WIDEST_SUBHEAD", 16,
    ),
    "a credit as wide as its caption's last row": (
        page(HEAD, TEXT, CAPTION_OF_SEVEN, OTHER_HEAD, OTHERS), photos,
        [("老街评书先生一拍醒木台下一片喝彩声", ("林夏",))],
        signing, "BARE_CREDIT", re.compile("(?!)"),
    ),
    "a row of a caption that says when its picture was taken": (
        page(HEAD, TEXT, DAY + "\n（2026年4月5日摄）\n本报记者 林知夏 摄", OTHER_HEAD, OTHERS),
        photos,
        [(DAY.replace("\n", "") + "（2026年4月5日摄）", ("林知夏",))],
        matter.PageMatter, "_is_folio", FOLIO,
    ),
    "subheads that count": (
        page(HEAD, TEXT, "一、换插座", OTHERS, "二、查线路和电表", column(SECOND, 18)),
        headlines, [HEAD], subheads, "ITEM", re.compile("(?!)"),
    ),
}  # fmt: skip


@by_rule(PAGES)
def test_a_page_is_read_by_its_rule(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_what_somebody_says_in_a_row_of_its_own_heads_nothing():
    said = ["“今年冬天还停电吗？”", column(SECOND, 18), "“不停了！”", OTHERS]
    assert headlines("\n".join([HEAD, TEXT, *said]) + "\n") == [HEAD]


def test_a_headline_breaks_behind_a_verb_that_wants_its_object():
    source = page("棠溪县青石桥社区被省文明委授予\n“敬老助老示范单位”荣誉称号", TEXT)
    whole = heading(source)
    assert whole == (None, "棠溪县青石桥社区被省文明委授予 “敬老助老示范单位”荣誉称号", None)
    assert heading(source, replace(DEFAULT_RULES, object_verbs=())) != whole


def test_advice_below_a_headline_of_two_rows_is_its_deck():
    source = page("独居老人家\n插座老化\n当心漏电伤人", TEXT)
    whole = heading(source)
    assert whole == (None, "独居老人家插座老化", "当心漏电伤人")
    assert heading(source, replace(DEFAULT_RULES, advice_openings=())) != whole


@pytest.mark.parametrize("agency", ["（影像中国）", "(人民视觉)", "/光明图片"])
def test_who_sells_a_picture_took_none(agency):
    assert photos(pictured("林知夏摄" + agency)) == [(CAPTION, ("林知夏",))]
    unknown = replace(DEFAULT_RULES, picture_agencies=())
    page_read = page_to_json(parse_page(pictured("林知夏摄" + agency), unknown))
    assert [c["photographers"] for c in page_read["captions"]] != [["林知夏"]]


def test_a_name_whose_last_letter_has_come_to_its_word():
    assert photos(pictured("林 夏摄")) == [(CAPTION, ("林夏",))]


def test_a_paper_called_by_two_letters_opens_a_story():
    opened = column("岚都讯（记者林知夏 通讯员宋南星）" + BODY, 18)
    assert names(page(HEAD, opened)) == (["林知夏"], ["宋南星"], [])


def test_every_name_of_a_byline_may_have_its_own_mark():
    source = page(HEAD + "\n□本报记者 林知夏 □通讯员 宋南星\n" + TEXT)
    assert names(source) == (["林知夏"], ["宋南星"], [])


def test_a_caption_may_say_that_its_picture_is_an_old_one():
    old = "资料图：青石桥社区的老人在检修过的线路下用餐。"
    rows = column(old, 12, 0)
    source = page(HEAD, TEXT + "\n" + rows + "\n本报记者 林知夏 摄", OTHER_HEAD, OTHERS)
    assert photos(source) == [(old, ("林知夏",))]


@pytest.mark.parametrize(
    ("printed", "reporters", "correspondents"),
    [
        ("记者吴文治", ["吴文治"], []),
        ("记者林知夏 通讯员苏文昌、黄发耀", ["林知夏"], ["苏文昌", "黄发耀"]),
        ("记者文静 通讯员文小平", ["文静"], ["文小平"]),
    ],
)
def test_a_word_of_bylines_may_stand_inside_a_name(printed, reporters, correspondents):
    source = page(HEAD, column(f"本报讯（{printed}）" + BODY, 18))
    assert names(source) == (reporters, correspondents, [])


def test_a_report_opens_a_story_as_news_does():
    assert names(page(HEAD, column("岚都时报报道（特约记者 林知夏）" + BODY, 18)))[0] == ["林知夏"]


def test_the_paper_of_a_photographer_may_stand_in_a_row_of_its_own():
    assert photos(pictured("岚都晚报记者\n林知夏摄")) == [(CAPTION, ("林知夏",))]


def test_a_headline_that_holds_another_storys_byline_is_asked_about():
    reading = read(page(HEAD + " ■本报记者 何田 通讯员 穆棉", TEXT))
    (article,) = reading["articles"]
    assert article["confidence"] < DEFAULT_RULES.sure
    assert "gapped" in [kind for kind, _ in reading["doubts"]]
    assert "gapped" not in [kind for kind, _ in read(page(HEAD, TEXT))["doubts"]]


def test_of_a_heading_of_several_rows_a_clear_lead_is_wanted():
    signs = Signs(
        paragraph_vote=9.0, layout_margin=9.0, head_rows=2, head_margin=4.0,
        head_share=1.0, contested=False, subheads=0, finished=True, signed=True, rejoined=False,
    )  # fmt: skip
    assert confidence(signs) < DEFAULT_RULES.sure
    assert confidence(signs._replace(head_rows=1)) >= DEFAULT_RULES.sure
    assert confidence(signs._replace(head_margin=5.0)) >= DEFAULT_RULES.sure


@pytest.mark.parametrize(
    "opening", ["【据新华社电】", "【本市讯】", "【岚都通讯社山城分社讯】", "通讯员报道 "]
)
def test_a_dateline_may_stand_in_brackets(opening):
    source = page(column(opening + BODY, 18), HEAD, column("本报讯 " + OTHER_BODY, 18), OTHER_HEAD)
    assert headlines(source) == [HEAD, OTHER_HEAD]
    assert read(source)["articles"][0]["source"] == opening.strip("【】 ")


def test_the_name_of_a_column_in_brackets_is_no_dateline():
    (article,) = read(page("【简讯】", HEAD, TEXT))["articles"]
    assert (article["headline"], article["paragraphs"]) == (HEAD, [BODY])


def test_a_text_of_a_sign_a_line_is_told_and_never_sure():
    torn = "\n".join("".join((HEAD, BODY, SECOND)))
    reading = read(torn)
    assert "signs_apart" in [kind for kind, _ in reading["doubts"]]
    assert all(article["confidence"] < 0.5 for article in reading["articles"])
    assert "signs_apart" not in [kind for kind, _ in read(page(HEAD, TEXT))["doubts"]]


def test_a_row_that_points_to_a_picture_is_no_credit():
    source = page(HEAD, TEXT, "资料图：评书先生\n本报记者 林知夏 摄", OTHER_HEAD, OTHERS)
    assert photos(source) == [("资料图：评书先生", ("林知夏",))]
    unknown = page_to_json(parse_page(source, replace(DEFAULT_RULES, picture_words=("～",))))
    assert [c["text"] for c in unknown["captions"]] != ["资料图：评书先生"]

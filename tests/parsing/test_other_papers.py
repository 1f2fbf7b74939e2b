"""Q1-Q32: what other papers print and other tools make of it, each on a small page of our own."""

import pytest

from articles.parsing import assemble, ledger, parse_page
from articles.records import CreditRole
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    OTHER_LEAD,
    SECOND,
    articles,
    column,
    page,
    read,
    story,
)


def the_article(source: str) -> dict:
    (article,) = articles(source)
    return article


FOLIOS = {
    "Q1 a folio in lines": ("云麓日报\nA03 要闻\n2026年11月5日 星期四", "A03", "2026-11-05"),
    "Q1 a folio in one line": ("2026年11月5日 星期四 民生 第5版", "5", "2026-11-05"),
    "Q2 a lunar date": (
        "云麓日报\n2026年11月5日 星期四\n农历丙午年九月廿七\n第3021期 今日4版",
        "",
        "2026-11-05",
    ),
    "Q21 two pages as one": ("云麓日报\n2-3版 通版\n2026年11月5日 星期四", "2", "2026-11-05"),
    "Q21 two pages of a part": (
        "云麓日报\nA02/A03 通版\n2026年11月5日 星期四",
        "A02",
        "2026-11-05",
    ),
    "Q21 two pages in one line": ("2026年11月5日 星期四 第2、3版 通版", "2", "2026-11-05"),
    "Q21 the middle seam": ("云麓日报\n中缝\n2026年11月5日 星期四", "", "2026-11-05"),
    "Q2 an issue number": ("云麓日报\n2026年11月5日 星期四 第3021期", "", "2026-11-05"),
}


@pytest.mark.parametrize(("folio", "label", "day"), FOLIOS.values(), ids=FOLIOS)
def test_a_folio_is_page_matter_and_fills_the_page(folio, label, day):
    record = parse_page(page(folio, HEAD, FIRST))
    assert (record.folio.label, record.folio.date) == (label, day)
    assert len(record.furniture) == len(folio.splitlines())


def test_q3_a_staff_line_names_who_made_the_page():
    record = parse_page(page(HEAD, FIRST, "责任编辑：陆小舟 版式：何田 校对：宋南星"))
    assert [(c.name, c.role) for c in record.staff] == [
        ("陆小舟", CreditRole.EDITOR),
        ("何田", CreditRole.DESIGNER),
        ("宋南星", CreditRole.PROOFREADER),
    ]


def test_q4_a_jump_is_kept_apart_from_the_text():
    for jump in ("（下转第二版）", "▶▶下转03版"):
        article = the_article(page(HEAD, FIRST + "\n" + jump))
        assert (article["jumps"], article["paragraphs"]) == ([jump], [BODY, SECOND])


def test_q4_a_jump_inside_the_last_line():
    article = the_article(page(HEAD, column(LEAD) + "\n\n" + column(SECOND + "（下转第二版）")))
    assert (article["jumps"], article["paragraphs"][-1]) == (["（下转第二版）"], SECOND)


def test_q4_the_second_part_begins_with_its_marker():
    first, second = articles(page(OTHER_HEAD, OTHER, HEAD, column("（上接第一版）" + SECOND)))
    assert (second["jumps"], second["paragraphs"]) == (["（上接第一版）"], [SECOND])
    assert first["headline"] == OTHER_HEAD


def test_q5_pointers_are_no_articles():
    box = "今日导读\n全县冬修水利开工（详见3版）\n城区新增车位八百个（详见5版）"
    reading = read(page(box, HEAD, FIRST))
    assert [a["headline"] for a in reading["articles"]] == [HEAD]
    assert len(reading["furniture"]) == 3


CREDITS = {
    "Q7 记者 X 摄": ("记者 陆小舟 摄", ["陆小舟"]),
    "Q7 本报记者 X 摄": ("本报记者 陆小舟 摄", ["陆小舟"]),
    "Q7 X 摄": ("陆小舟 摄", ["陆小舟"]),
    "Q7 in brackets": ("（陆小舟 摄）", ["陆小舟"]),
    "Q7 摄影报道": ("（本报通讯员 陆小舟 摄影报道）", ["陆小舟"]),
    "Q7 two who took it": ("本报记者 陆小舟 通讯员 何田 摄", ["陆小舟", "何田"]),
    "Q7 a name spaced out": ("本报记者 何 田 摄", ["何田"]),
    "Q7 图/X": ("图/陆小舟", ["陆小舟"]),
    "Q7 cut over two lines": ("云麓日报全媒体记者 陆\n小舟 通讯员何田 摄", ["陆小舟", "何田"]),
    "Q7 given by a unit": ("（受访者供图）", []),
}
CAPTION = column("11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。", 10, 0)


@pytest.mark.parametrize(("credit", "names"), CREDITS.values(), ids=CREDITS)
def test_who_took_a_picture(credit, names):
    reading = read(page(HEAD, FIRST, CAPTION + "\n" + credit))
    (photo,) = reading["captions"]
    assert photo["photographers"] == names
    assert photo["text"] == "11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。"


def test_q6_one_text_for_two_pictures():
    text = "图①：社区食堂开饭。图②：老人领取餐食。"
    reading = read(page(HEAD, FIRST, column(text, 10, 0) + "\n记者 陆小舟 摄"))
    (photo,) = reading["captions"]
    assert photo["text"] == text


def test_q8_items_of_a_column_are_paragraphs_of_one_piece():
    items = [
        "●棠溪镇清理河道二十公里，栽种护岸柳树八百棵。",
        "●云麓镇新修机耕路六条，惠及农户三百户。",
    ]
    article = the_article(page("乡镇简讯", story(*items, width=16)))
    assert (article["headline"], article["paragraphs"]) == ("乡镇简讯", items)


def test_q9_the_name_of_a_column_is_kicker():
    article = the_article(page("民生观察\n老街夜市为何越办越红火", FIRST))
    assert (article["kicker"], article["headline"]) == ("民生观察", "老街夜市为何越办越红火")


def test_q10_an_editors_note_opens_the_article_it_stands_on():
    note = "编者按：冬修水利年年搞，今年有何不同？记者走进工地，听听乡亲们怎么说。"
    article = the_article(page(HEAD, "□ 本报记者 林知夏", story(note, SECOND)))
    assert article["paragraphs"] == [note, SECOND]


WIRES = {
    "Q11 an agency": ("新华社北京11月3日电（记者林知夏）", "新华社北京11月3日电"),
    "Q11 an agency that no list has": ("汇通社云州11月3日电（记者林知夏）", "汇通社云州11月3日电"),
    "Q11 after an agency": ("据新华社11月3日电", "据新华社11月3日电"),
    "Q11 the paper from elsewhere": ("本报云州11月3日讯（记者林知夏）", "本报云州11月3日讯"),
}


@pytest.mark.parametrize(("opening", "source"), WIRES.values(), ids=WIRES)
def test_where_a_story_comes_from(opening, source):
    gap = "" if opening.endswith("）") else " "
    article = the_article(page(HEAD, column(opening + gap + BODY, 16)))
    assert (article["source"], article["paragraphs"]) == (source, [BODY])


BYLINES = {
    "□ 本报记者 林知夏": (["林知夏"], []),
    "■本报记者 林知夏 通讯员 何 田": (["林知夏"], ["何田"]),
    "○ 首席记者 林知夏": (["林知夏"], []),
    "本报全媒体记者 林知夏 陆小舟": (["林知夏", "陆小舟"], []),
    "实习记者 林知夏、陆小舟": (["林知夏", "陆小舟"], []),
    "本报特约记者 阿依古丽·买买提": (["阿依古丽·买买提"], []),
}


@pytest.mark.parametrize("printed", BYLINES)
def test_q12_bylines_on_a_line_of_their_own(printed):
    article = the_article(page(HEAD, printed, story(BODY, SECOND)))
    assert (article["reporters"], article["correspondents"]) == BYLINES[printed]


ENDINGS = {
    "（林知夏 何田）": (["林知夏", "何田"], []),
    "（记者 林知夏）": ([], ["林知夏"]),
    "（通讯员 何田）": ([], []),
}


@pytest.mark.parametrize("printed", ENDINGS)
def test_q13_a_signature_after_the_last_word(printed):
    article = the_article(page(HEAD, story(BODY, SECOND + printed)))
    assert (article["authors"], article["reporters"]) == ENDINGS[printed]
    assert article["paragraphs"][-1] == SECOND


def test_q13_a_bracket_inside_the_text_signs_nothing():
    text = "志愿者（包括学生）走进社区，检修线路，更换插座，受到居民欢迎（见附表）。"
    assert the_article(page(HEAD, story(LEAD, text)))["paragraphs"][-1] == text


def test_q14_an_author_alone_before_the_text():
    article = the_article(page("渡口的黄昏", "林知夏", story(BODY, SECOND)))
    assert (article["headline"], article["authors"]) == ("渡口的黄昏", ["林知夏"])


def test_q15_questions_and_answers_are_paragraphs():
    talk = ["问：现在可以预约吗？", "答：可以。全县十八个门诊都能预约，"
        "带上身份证明就行，当天就能办。",
            "问：要带什么？"]  # fmt: skip
    assert the_article(page(HEAD, story(LEAD, *talk)))["paragraphs"][1:] == talk


def test_q16_numbered_points_are_paragraphs():
    points = [
        "一、禁火期自今年十一月起至明年三月底止，共五个月。",
        "二、禁火区内严禁一切野外用火，违者依法查处。",
        "三、发现火情，应当立即报告，并就近组织扑救。",
    ]
    assert the_article(page(HEAD, story(LEAD, *points)))["paragraphs"][1:] == points


def test_q19_a_notice_keeps_who_signed_it_and_when():
    text = "因管网改造，定于本周六晚十点起停水八小时，请用户提前储水备用，敬请谅解。"
    article = the_article(page("停水通知", column(text), "云麓县供水公司\n2026年11月5日"))
    assert article["paragraphs"] == [text, "云麓县供水公司", "2026年11月5日"]
    assert article["kind"] == "notice"


def test_q20_a_correction_is_told_by_its_title():
    text = "本报11月3日二版《青石桥社区开饭了》一文中，“三十人”应为“三百人”。特此更正。"
    first, second = articles(page(HEAD, FIRST, "更 正", column(text)))
    assert (first["kind"], second["kind"]) == ("news", "correction")


def test_q20_the_title_of_a_correction_is_no_row_of_the_headline_above_it():
    text = "本报11月3日二版刊发的《青石桥社区开饭了》一文有误，“三十人”应为“三百人”，谨此致歉。"
    source = "\n".join([column(LEAD), column(SECOND), HEAD, "更正", column(text)]) + "\n"
    assert [a["headline"] for a in articles(source)] == [HEAD, "更正"]


def test_q12_a_question_above_a_byline_is_its_headline():
    question = "秋天到哪里看最美的稻子？"
    rows = [HEAD, column(LEAD), column(SECOND), question, "本报记者 宋南星", column(BODY)]
    _, second = articles("\n".join(rows) + "\n")
    assert (second["headline"], second["reporters"]) == (question, ["宋南星"])


def test_q22_headlines_before_some_bodies_and_after_others():
    source = page(HEAD, FIRST, OTHER, OTHER_HEAD)
    assert [a["headline"] for a in articles(source)] == [HEAD, OTHER_HEAD]


def test_q22_a_deck_opens_with_a_dash():
    article = the_article(page(HEAD, "——青石桥社区邻里互助见闻", FIRST))
    assert (article["headline"], article["deck"]) == (HEAD, "——青石桥社区邻里互助见闻")


def test_q23_a_headline_that_fits_nowhere_is_a_doubt():
    reading = read("全国一盘棋\n")
    assert reading["articles"] == []
    assert "headline_unused" in [d["kind"] for d in reading["doubts"]]


def test_q24_a_drop_cap_is_put_back():
    lines = column(SECOND, indent=0).splitlines()
    source = page(HEAD, "\n".join([SECOND[0], lines[0][1:], *lines[1:]]))
    assert the_article(source)["paragraphs"] == [SECOND]


def test_q26_vertical_text_is_one_line():
    source = page("\n".join("邻里守望暖人心"), FIRST)
    assert the_article(source)["headline"] == "邻里守望暖人心"


def test_q27_a_character_of_the_papers_own_font_is_a_doubt():
    reading = read(column(LEAD.replace("棠溪", "\ue123溪")))
    assert "private_characters" in [d["kind"] for d in reading["doubts"]]


ODD_TEXT = {
    "Q28 full-width digits": ("１１月３日", "11月3日"),
    "Q28 half-width commas": ("11月3日,棠溪县", "11月3日，棠溪县"),
    "Q28 zero-width signs": ("11月3日，棠\u200b溪\ufeff县", "11月3日，棠溪县"),
    "Q28 no-break spaces": ("11\u00a0月\u00a03\u00a0日，棠溪县", "11月3日，棠溪县"),
}


@pytest.mark.parametrize(("printed", "text"), ODD_TEXT.values(), ids=ODD_TEXT)
def test_odd_signs_become_plain_ones(printed, text):
    article = the_article(f"本报讯（记者林知夏）{printed}志愿者走\n进社区检修线路，受到欢迎。\n")
    assert article["paragraphs"][0].startswith(text)


def test_q28_every_kind_of_line_end():
    for end in ("\r\n", "\r", "\u2028", "\f"):
        assert the_article(column(LEAD).replace("\n", end))["paragraphs"] == [BODY]


def test_q29_a_link_over_two_lines_has_no_space():
    source = page(
        column(LEAD), "报名请登录http://www.tangxi-\nvolunteer.example/join网站，\n随时都可以。"
    )
    assert "tangxi-volunteer.example/join" in the_article(source)["paragraphs"][-1]


def test_q30_english_words_keep_their_space():
    source = page(
        column(LEAD),
        "比赛定名为Tang Xi River\nRunning Festival，十二月初在\n河边开跑，欢迎参加，名额有限。",
    )
    assert "Tang Xi River Running Festival" in "".join(the_article(source)["paragraphs"])


def test_q31_the_same_piece_twice_is_a_doubt():
    reading = read(page(HEAD, FIRST, OTHER_HEAD, OTHER, HEAD, FIRST))
    assert "repeated" in [d["kind"] for d in reading["doubts"]]


def test_two_columns_read_as_one_are_a_doubt_and_never_sure():
    left, right = column(LEAD).splitlines(), column(OTHER_LEAD).splitlines()
    glued = "\n".join(f"{a}    {b}" for a, b in zip(left, right, strict=False))
    reading = read(page(HEAD, glued))
    assert "gapped" in [d["kind"] for d in reading["doubts"]]
    assert all(a["confidence"] < 0.5 for a in reading["articles"])


def test_q6_a_headline_above_a_photo_belongs_to_the_story_above_it():
    lead = "本报讯（记者林知夏）11月3日，志愿者上门检修水电线路，更换老化插座八十余个，居民都说好。"
    source = "\n".join([column(lead), HEAD, CAPTION, "陆小舟 摄", column(OTHER_LEAD), OTHER_HEAD])
    reading = read(source + "\n")
    assert [a["headline"] for a in reading["articles"]] == [HEAD, OTHER_HEAD]
    assert reading["captions"][0]["text"].startswith("11月5日")


def test_q19_a_notice_begins_under_a_story_that_lost_its_headline():
    text = "因管网改造，定于本周六晚十点起停水八小时，请用户提前储水备用，敬请谅解。"
    first, second = articles(page(FIRST, column(text), "停水通知"))
    assert (first["headline"], second["headline"]) == (None, "停水通知")
    assert second["paragraphs"] == [text]


def test_q12_names_run_together_are_parted_where_a_family_name_begins():
    source = "本 报 讯 （ 记 者 高 凯\n通 讯 员 李 明 巴 明 星 ）\n" + column(BODY, 12, 0)
    assert the_article(source)["correspondents"] == ["李明", "巴明星"]


def test_labels_alone_make_the_same_record_again():
    record = parse_page(page(HEAD, FIRST, OTHER_HEAD, OTHER, CAPTION + "\n陆小舟 摄"))
    again = assemble(record.lines, record.labels)
    assert (again.articles, again.photos) == (record.articles, record.photos)
    assert ledger(again).closed


def test_q15_each_speaker_of_an_interview_opens_a_paragraph():
    asked = [
        "记者：今年的流感和往年相比有什么特点？",
        "记者：现在接种还来得及吗？",
        "记者：怎么防？",
    ]
    told = [
        "容止：流行起始时间比去年早两周，儿童和老人的发病率都比较高。",
        "容止：来得及。",
        "容止：勤洗手。",
    ]
    text = [line for pair in zip(asked, told, strict=True) for line in pair]
    source = page(HEAD, "\n".join([column(BODY), *(column(line, 16) for line in text)]))
    assert the_article(source)["paragraphs"] == [BODY, *text]


def test_q19_a_row_before_a_long_number_belongs_to_the_notice():
    text = "棠溪县小桔灯文具店遗失营业执照副本，注册号530102600123456，声明作废。"
    rows = "棠溪县青石桥小桔灯文具店遗失\n营业执照副本，注册号\n530102600123456，声明作废。"
    found = the_article(page("遗失声明", rows))
    assert (found["headline"], found["paragraphs"][0][-30:]) == ("遗失声明", text[-30:])


def test_q1_a_page_may_be_numbered_in_han_beside_its_section():
    found = read(page("二版 要闻", HEAD, FIRST))
    assert (found["furniture"], found["articles"][0]["headline"]) == (["二版 要闻"], HEAD)


def test_q12_a_class_in_brackets_stands_inside_a_byline():
    source = column(LEAD.replace("记者林知夏", "学生记者 高二（3）班 林知夏"))
    assert the_article(page(HEAD, source))["paragraphs"][0] == BODY


def test_q3_a_telephone_number_in_a_sentence_is_no_hotline_of_the_page():
    rows = ["日，96110热线接到咨询电话430", "个，大多是“家里不热”。"]
    text = ["本报讯（记者林知夏）11月", "15日，棠溪县正式供暖。供暖首", *rows]
    assert "".join(rows) in the_article(page(HEAD, "\n".join(text)))["paragraphs"][0]


def test_q1_a_weekly_inside_a_daily_and_its_section_are_page_matter():
    found = read(page("云麓日报·云岭周刊 06 三农", HEAD, FIRST))
    assert (len(found["furniture"]), found["articles"][0]["kicker"]) == (1, None)


def test_q6_a_caption_may_say_only_where_somebody_stands():
    caption = "林知夏（左二）向徒弟讲解焊接要领。"
    found = read(page(HEAD, FIRST, caption, OTHER_HEAD, OTHER))
    assert [c["text"] for c in found["captions"]] == [caption]

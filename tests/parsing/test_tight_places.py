"""Rows that are short, wide or alone for a reason, each on a small page of our own."""

import pytest

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
    read,
    story,
)

SHORT_CAPTION = "青石桥夜色。"


def headlines(source: str) -> list[str | None]:
    return [article["headline"] for article in read(source)["articles"]]


def paragraphs(source: str) -> list[str]:
    (article,) = read(source)["articles"]
    return article["paragraphs"]


def test_a_word_that_cannot_be_parted_leaves_its_row_short():
    rows = [
        "本报讯（记者林知夏）11月3日",
        "上午，棠溪县志愿者走进青石桥，检",
        "修水电线路三百米，居民十分欢迎。",
        "青石桥社区对于冬季用电用火安全，",
        "一向管得很严，而且成本也比较",
        "难。”社区主任说，志愿者帮了大忙，",
        "往后每个月都来一次，一直到开春。",
    ]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert article["subheads"] == []
    assert "用电用火安全，一向管得很严" in "".join(article["paragraphs"])


def test_a_spaced_row_wider_than_an_indented_one_opens_no_paragraph():
    rows = [
        *column(LEAD, 12).splitlines(),
        "入冬以来，全县各地都",
        "组 织 讲 座 、 诵 读 、 旧 书 展",
        "和朗诵一百多场，四万多人参与，",
        "流动书车开进了十二个乡镇集市，",
        "赶集的农民花一分钟就能办证。",
    ]
    assert paragraphs("\n".join(rows) + "\n")[-1].startswith("入冬以来，全县各地都组织讲座")


def test_a_list_of_names_in_quotes_goes_on_over_a_false_blank_line():
    rows = [
        "本报讯（记者林知夏）11月3",
        "日晚，读书月闭幕式在县里举行。",
        "揭晓了“十佳书香家庭”",
        "",
        "“十佳领读者”，十五名小读者登",
        "台朗诵了自己写的家乡小诗。",
    ]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert "揭晓了“十佳书香家庭”“十佳领读者”" in "".join(article["paragraphs"])


def test_a_caption_of_one_row_leaves_the_headline_above_it_alone():
    reading = read(page(FIRST, HEAD, f"{SHORT_CAPTION}\n陆小舟 摄", OTHER, OTHER_HEAD))
    assert [c["text"] for c in reading["captions"]] == [SHORT_CAPTION]
    assert [a["headline"] for a in reading["articles"]] == [HEAD, OTHER_HEAD]


def test_a_caption_of_one_row_in_the_middle_of_a_sentence():
    rows = column(SECOND, 14).splitlines()
    photo = ["", SHORT_CAPTION, "陆小舟 摄", ""]
    reading = read(page(HEAD, column(LEAD), "\n".join([*rows[:2], *photo, *rows[2:]])))
    assert [c["text"] for c in reading["captions"]] == [SHORT_CAPTION]
    assert reading["articles"][0]["paragraphs"] == [BODY, SECOND]


def test_a_role_word_alone_and_spaced_out_belongs_to_the_credit_below_it():
    caption = column("11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。", 9, 0)
    reading = read(page(HEAD, FIRST, caption + "\n记 者\n陆小舟 通讯员 何田 摄"))
    (photo,) = reading["captions"]
    assert photo["photographers"] == ["陆小舟", "何田"]
    assert photo["text"].endswith("跳起了广场舞。")


def test_who_compiled_a_piece_on_a_line_of_its_own_stays_in_the_text():
    assert paragraphs(page(HEAD, FIRST) + "（综合）\n")[-1] == SECOND + "（综合）"


def test_a_desk_mark_whose_circle_is_folded_away_is_no_headline():
    source = page(column(BODY), column(SECOND + "（林知夏）", 18) + "\n32", OTHER_HEAD, OTHER)
    assert headlines(source)[-1] == OTHER_HEAD


def test_a_question_that_its_text_repeats_is_a_headline_above_its_deck():
    question = "冬季取暖安全吗？"
    text = "近日，不少居民来电询问：冬季取暖安全吗？县里请来专家，给大家讲一讲取暖常识。"
    rows = [column(OTHER_LEAD), column(text), question, "县里专家答疑解惑讲常识"]
    found = headlines("\n".join(rows) + "\n" + FIRST)
    assert any(h and h.startswith(question) for h in found)


def test_rows_that_cut_a_word_of_the_text_are_one_headline():
    lead = LEAD.replace("受到居民欢迎。", "换上节能灯三百只，受到居民欢迎。")
    source = page("志愿者上门送来首批节\n能灯点亮老街", story(lead, SECOND))
    assert headlines(source) == ["志愿者上门送来首批节能灯点亮老街"]


def test_a_caption_as_wide_as_the_column_that_it_breaks_into():
    long = SECOND.replace("，留下", "，还把老楼的线路从头到尾细细查了一遍，换下旧灯泡，留下")
    rows = column(long, 18).splitlines()
    photo = [
        *column("11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。", 18).splitlines(),
        "陆小舟 摄",
    ]
    reading = read("\n".join([HEAD, *column(LEAD, 18).splitlines(), *rows[:2], *photo, *rows[2:]]))
    assert [c["text"] for c in reading["captions"]] == ["".join(photo[:-1])]
    assert reading["articles"][0]["paragraphs"] == [BODY, long]


def test_a_desk_mark_signs_nothing_so_a_subhead_heads_no_article_of_its_own():
    talk = "“最怕的不是苦，是不知道门朝哪开。”社区主任说，志愿者一来，老人们心里就有了底。"
    source = page(HEAD, "□ 林知夏", story(BODY, SECOND), "门朝哪开：心里有底", column(talk + "④1"))
    source += "\n" + page(OTHER_HEAD, OTHER + "②3")
    assert headlines(source) == [HEAD, OTHER_HEAD]


def test_a_headline_of_two_short_rows_stands_above_a_caption_of_one():
    head = "志愿者上门检\n修水电线路"
    found = read(f"{FIRST}\n{head}\n青石桥秋色。\n陆小舟 摄\n{OTHER}\n{OTHER_HEAD}\n")
    assert [a["headline"] for a in found["articles"]] == ["志愿者上门检修水电线路", OTHER_HEAD]
    assert [c["text"] for c in found["captions"]] == ["青石桥秋色。"]


def test_a_headline_wider_than_the_rows_of_a_caption_is_not_its_first():
    caption = column("夜幕降临，青石桥上灯火璀璨，市民在新建成的滨河步道上散步、健身。", 9, 0)
    found = read(f"{FIRST}\n一棵树的“去”与“留”\n{caption}\n陆小舟 摄\n{OTHER_HEAD}\n{OTHER}\n")
    assert found["captions"][0]["text"].startswith("夜幕降临")


def test_the_rows_of_a_caption_may_each_stand_apart():
    first = "11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。这里新装了二十盏路"
    rows = f"{first}\n\n灯，老人晚饭后都爱来走走。"
    found = read(page(HEAD, FIRST, rows, "陆小舟 摄", OTHER_HEAD, OTHER))
    assert [c["text"] for c in found["captions"]] == [rows.replace("\n", "")]
    assert [a["headline"] for a in found["articles"]] == [HEAD, OTHER_HEAD]


def test_a_caption_that_opens_with_a_day_begins_below_a_row_that_breaks_off():
    caption = "初冬时节，棠溪县的层层梯田蓄水过冬，如明镜铺满山坡，引来不少摄影爱好者。"
    first, rest = (
        "变化写在体检单上。据县教育局",
        "监测,10月底全县小学生近视新\n发率比去年同期下降两个百分点。",
    )
    photo = column(caption, 12) + "\n陆小舟 摄"
    found = read(page(HEAD, FIRST, first, f"{photo}\n{rest}"))
    assert [c["text"] for c in found["captions"]] == [caption]


def test_clauses_set_apart_are_no_first_row_of_the_text_below():
    heading = ["芦花钢厂试成新的炼法", "花钱三百元 装机只三天 增产近三成"]
    text = "钢铁生产上的一种最新的炼法，十二日在芦花钢厂试成。它花钱少，装机快，能迅速增产。"
    texts = [column(each, 17, 0) for each in (BODY, *[SECOND] * 4, text, OTHER_SECOND)]
    found = read("\n".join([HEAD, *texts[:5], *heading, *texts[5:]]) + "\n")["articles"]
    assert [(a["headline"], a["deck"]) for a in found][1:] == [tuple(heading)]


def captions_below(text: str, *photo: str) -> list[str]:
    """The captions of a page whose text is set without indents, right above a photo."""
    rows = [HEAD, *column(LEAD, 14, 0).splitlines(), *column(text, 14, 0).splitlines()]
    return [caption["text"] for caption in read("\n".join([*rows, *photo]) + "\n")["captions"]]


def test_a_paragraph_that_reports_is_no_part_of_the_caption_below_it():
    text = "据了解，这批老小区的线路改造，今年是头一年，明年还要再改。"
    assert captions_below(text, SHORT_CAPTION, "陆小舟 摄") == [SHORT_CAPTION]


def test_a_day_right_behind_a_sentence_begins_the_caption():
    text = "改造分成两期，由三家单位承担，要到明年开春以后才能够做完。"
    photo = ("11月5日，居民在青石桥的广场上", "跳起舞来。", "陆小舟 摄")
    assert captions_below(text, *photo) == ["".join(photo[:2])]


def test_a_number_that_is_cut_begins_no_caption():
    told = "本报讯（记者何田）11月12\n日，居民在青石桥广场练了一支新舞，"
    rows = [HEAD, *told.splitlines(), "大家一边练习一边说说笑笑，很高兴。", "陆小舟 摄"]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert "11月12日，居民在" in "".join(article["paragraphs"])


@pytest.mark.parametrize("caption", [SHORT_CAPTION, "会议现场。", "活动现场，人头攒动。"])
def test_a_long_text_is_hardly_the_caption_of_a_photo(caption):
    text = (
        "老小区的线路改造分成两期，由三家单位一同承担，施工队白天做工，晚上把路面清扫干净，"
        "做完一栋验收一栋。住在五楼的何奶奶说，从前夏天一开空调就跳闸，如今用电放心了，"
        "往后几年还要换上新的水管和燃气管道。门口的空地上划好了车位，老人们有了歇脚的长廊，都说方便。"
    )
    assert captions_below(text, caption, "陆小舟 摄") == [caption]


def test_a_headline_that_ends_in_a_quotation_is_no_part_of_the_caption_below_it():
    heading = ["茶园的“冬管”", "管出明年好收成"]
    text = "本报讯 初冬时节，望岚镇茶园里一片忙碌，茶农抓紧冬管，修剪施肥，都盼着明年有个好收成。"
    signed = "全媒体记者 何田 通讯员 韦知秋"
    rows = [column(text), signed, *heading, SHORT_CAPTION, "陆小舟 摄", OTHER, OTHER_HEAD]
    found = read("\n".join(rows) + "\n")
    assert [caption["text"] for caption in found["captions"]] == [SHORT_CAPTION]
    assert found["articles"][0]["headline"].replace(" ", "") == "".join(heading)

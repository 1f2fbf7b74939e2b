"""Rows that stand for themselves: headlines and subheads of few signs, and text that looks so."""

import pytest

from articles.parsing import parse_page
from tests.parsing.columns import (
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_HEAD,
    SECOND,
    column,
    page,
    read,
    story,
)

MORE = ["石桥夜校开班", column("本报讯（记者何田）" + SECOND)]
ESSAY = story(
    "再过几天就入冬了。",
    "山里的冬天来得早，先是茶树不再发芽，再是溪水瘦下去，石头一块一块露出来，"
    "最后是柿子，红得没有一片叶子。",
    "母亲把火盆从阁楼上搬下来，擦净，又把去年的炭晒了两天。",
)
LETTER = (
    "社区里的路灯坏了三盏，晚上老人出门很不方便，希望有关部门早日派人修理，也请把楼道里"
    "堆放的杂物一并清理。"
)


def headlines(source: str) -> list[str | None]:
    return [article["headline"] for article in read(source)["articles"]]


def paragraphs(source: str) -> list[str]:
    (article,) = read(source)["articles"]
    return article["paragraphs"]


def test_a_title_of_a_few_spaced_characters_heads_the_essay_right_below_it():
    title = " ".join("柿红时节")
    source = f"{HEAD}\n\n{FIRST}\n{title}\n{ESSAY}\n"
    assert headlines(source) == [HEAD, "柿红时节"]


def test_a_row_that_breaks_off_in_a_word_is_no_subhead():
    cut = "镇文化站站长黎望介"
    told = "镇文化站站长黎望介绍，夜校从下月起增开竹编和二胡两门课程，学员名额增加一倍。"
    rest = told.removeprefix(cut)
    source = page(HEAD, column(LEAD), column(SECOND), cut, column(rest, indent=0))
    (article,) = read(source)["articles"]
    assert article["subheads"] == []
    assert article["paragraphs"][-1] == told


QUESTION = "钱从哪里来？"


def test_a_question_at_the_edge_of_an_indented_text_is_a_subhead():
    asked = (
        "为了更换老化插座，青石桥社区的志愿者挨家动员居民，检修水电线路的钱由棠溪县和居民各出一半。"
    )
    said = "如今，志愿者每月上门为独居老人检修水电线路，随叫随到。"
    first, second, *others = ["　　" + column(text) for text in (LEAD, SECOND, asked, said)]
    text = "\n".join([first, second, QUESTION, *others])
    (article,) = read(f"{HEAD}\n\n{text}\n")["articles"]
    assert [subhead["text"] for subhead in article["subheads"]] == [QUESTION]


def test_a_question_that_somebody_is_asked_is_a_paragraph():
    source = page(HEAD, FIRST, "谁来教他们？", column("镇里请来三位老师傅，每周上两次课。"))
    (article,) = read(source)["articles"]
    assert "谁来教他们？" in "".join(article["paragraphs"])


CAPTION = ["连日来，云麓镇果农", "抢抓晴好天气采摘冬", "枣，发往各地市场。"]


def test_a_headline_as_wide_as_the_caption_below_it_is_not_its_first_row():
    head = "电工师傅上门服务"
    source = "\n".join([OTHER, OTHER_HEAD, FIRST, head, *CAPTION, "本报记者 林知夏 摄"]) + "\n"
    record = read(source)
    assert [photo["text"] for photo in record["captions"]] == ["".join(CAPTION)]
    assert head in [article["headline"] for article in record["articles"]]


def test_a_day_whose_number_stands_behind_the_byline_keeps_it():
    rows = ["（记者 林知夏 通讯员 宋南星）6", "月29日夜里，棠溪县消防救援人员"]
    rest = "冒雨把被困在桥洞下的老人背上岸，送到县医院检查，所幸没有大碍。"
    (article,) = read("\n".join([HEAD, "", *rows, column(rest, indent=0)]) + "\n")["articles"]
    assert article["paragraphs"][0].startswith("6月29日夜里")
    assert article["reporters"] == ["林知夏"]


@pytest.mark.parametrize("note", ["（以上内容系根据来电记录整理）", "（本文根据来信摘编）"])
def test_a_note_on_how_a_letter_came_stays_in_the_text_and_signs_nothing(note):
    source = f"{HEAD}\n□ 本报记者 林知夏\n{column(LETTER)}\n{note}\n"
    (article,) = read(source)["articles"]
    assert article["paragraphs"][-1] == note
    assert article["reporters"] == ["林知夏"]


NOTICE = column(
    "因青石桥路段管网改造，自11月5日起全线封闭施工，途经车辆请绕行云麓路，工期预计四十天。"
)


@pytest.mark.parametrize("formula", ["特此通告", "特此公告", "谨此声明"])
def test_the_last_words_of_a_notice_need_no_mark(formula):
    signed = f"{NOTICE}\n{formula}\n棠溪县人民政府\n2026年11月3日\n"
    title = "关于青石桥路段管网改造工程\n封闭施工有关事项的通告"
    for source in (f"{title}\n{signed}\n{FIRST}\n\n{HEAD}\n", f"{FIRST}\n\n{HEAD}\n\n{signed}"):
        notice = next(a for a in read(source)["articles"] if formula in "".join(a["paragraphs"]))
        assert notice["paragraphs"][-3:] == [formula, "棠溪县人民政府", "2026年11月3日"]
        assert HEAD in headlines(source)
    assert headlines(f"{title}\n{signed}") == [title.replace("\n", " ")]


def test_what_somebody_said_is_the_headline_of_a_text_that_says_it_again():
    said = "“路终于通了……”"
    text = "“盼了三十年的路，终于通到家门口了。”11月3日，棠溪县石桥村村民罗满囤站在新路边上说。"
    source = page(HEAD, FIRST + "\n本报记者 林知夏", said, column(text), column(LETTER))
    assert said in headlines(source)


def test_what_is_cried_twice_is_printed_twice():
    record = parse_page(page(HEAD, FIRST, "“快跑！”“快跑！”"))
    assert "drawn-twice" not in [clean_up.rule for clean_up in record.cleanups]


@pytest.mark.parametrize(
    "row",
    ["2026年11月3日上午8", "从1872年3月18日商船东", "1906年4月21日铁路通", "到2026年11月3日傍晚6"],
)
def test_a_row_of_text_that_holds_a_day_is_no_page_matter(row):
    rest = "渡过江以后，棠溪县的渡口一天也没有停过摆渡，船工换了四代人。"
    source = "\n".join([HEAD, "", column(LEAD), row, column(rest, indent=0)]) + "\n"
    record = read(source)
    assert row in "".join(p for a in record["articles"] for p in a["paragraphs"])


def test_a_row_that_says_who_speaks_is_a_kicker_with_a_colon_or_without():
    text = "11月3日，棠溪县绿化工作会召开，罗满囤在会上强调，要把山上的路和树一起修好种好。"
    for colon in ("", "："):
        said = f"罗满囤在全县绿化工作会上强调{colon}"
        (article,) = read(f"{said}\n把山上的路和树修好\n\n{column(text)}\n")["articles"]
        assert (article["kicker"], article["headline"]) == (said, "把山上的路和树修好")


PARTS = [
    ("第二次：请来懂行的人", "老师傅把楼道里的线路从头看到尾，画了一张图，回去琢磨了三天。"),
    ("第三次：动手", "大伙凑钱买来新插座，跟着师傅一户一户换下去，到年底全部换完。"),
]


def test_a_numbered_row_over_a_text_from_another_page_is_a_subhead_as_the_next_one_is():
    (first, text), (second, rest) = PARTS
    begun = column(f"（上接第一版）{text}")
    source = page(HEAD, f"{first}\n{begun}", f"{second}\n{column(rest)}", OTHER, OTHER_HEAD)
    article = read(source)["articles"][0]
    assert article["deck"] is None
    assert [subhead["text"] for subhead in article["subheads"]] == [first, second]


def test_a_story_that_goes_on_elsewhere_is_not_signed_by_saying_so():
    led = (
        "走进城南工业园，听不到机器轰鸣，净化间里机械臂起落有致，米粒大的零件顺着轨道滑进"
        "检测仓，每分钟下线一千颗。"
    )
    part = (
        "2023年，老厂长退了休，接班的年轻人一头扎进实验室。两年里，工程师试了一千多个配方，"
        "终于把误差压到头发丝的几十分之一，走掉的客户又回来了。"
    )
    signed = "□本报记者 林知夏\n" + column(led)
    goes_on = "把技术握在自己手里\n" + column(part) + "\n（下转第三版）"
    source = page("小车间连着大市场", signed, goes_on, OTHER_HEAD, OTHER, *MORE)
    assert headlines(source)[:2] == ["小车间连着大市场", OTHER_HEAD]


LOANS = [
    "本报讯（记者宋南星）棠溪县住房公积金中心近日发布通知，自11月5日起调整贷款最高额度。",
    "县公积金中心有关负责人说，今年购房需求较旺，贷款额度调整后，将减轻购房家庭的负担。",
]
OPERA = [
    "棠溪县委宣传部、云麓镇政府和县文化馆联合排演的山歌剧将于11月上旬在石桥村首演。",
    "这部山歌剧以石桥村的老戏台为背景，讲述三代人守戏台的故事，全部由村民演出。",
]


@pytest.mark.parametrize("indent", [0, 2])
def test_the_last_row_of_a_headline_above_a_photo_is_no_text_that_goes_on_below_it(indent):
    head = ["棠溪：11月5日起，", "调整公积金贷款最高额度"]  # in a column of 13 it may be indented
    photo = "\n".join([*CAPTION, "本报记者 林知夏 摄", column(OPERA[0], 24, indent)])
    told = [column(text, 24) for text in LOANS]
    narrow = story(LEAD, SECOND, width=13)
    source = page(narrow, HEAD, *told, *head, photo, column(OPERA[1], 24), "山歌剧首演在即")
    assert headlines(source) == [HEAD, "".join(head), "山歌剧首演在即"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_headline_of_short_rows_in_quotes_is_no_paragraph_of_a_narrow_column(between):
    head = between.join(["从前泥泞小路难出门 如今宽阔大道到家门", "“咱村不比", "城里差！”"])
    source = page(story(LEAD, SECOND, width=24), head, ESSAY, OTHER_HEAD, story(LEAD, width=24))
    article = read(source)["articles"][1]
    assert article["headline"] == "“咱村不比城里差！”"
    assert "再过几天就入冬了。" in article["paragraphs"]


def test_a_row_that_the_text_above_repeats_is_a_headline_over_a_paragraph_of_one_row():
    source = f"{story(LEAD, SECOND)}\n\n{HEAD}\n\n{ESSAY}\n\n柿子红了\n"
    (first, second) = read(source)["articles"]
    assert (first["headline"], second["headline"]) == (HEAD, "柿子红了")
    assert second["paragraphs"][0] == "再过几天就入冬了。"


def test_a_text_may_go_on_in_a_column_one_square_wider():
    long = (
        "加强队伍建设。该队每天八点对队员进行体能训练，打造城管执法新形象，定期对执法队员进行"
        "素质教育和法律法规知识培训，组织执法队员学习本省城市管理文明执法规范，坚决杜绝粗暴执法"
        "和以权谋私等违法违纪现象发生，积极参加司法局组织的法治培训，持续提升业务水平和理论素养。"
    )
    rows = column(long, 13).split("\n")[:5]
    rest = column(long.removeprefix("".join(rows)), 14, 0)
    source = page(HEAD, column(LEAD, 13), "\n".join(rows) + "\n" + rest)
    (article,) = read(source)["articles"]
    assert (article["paragraphs"][1], article["subheads"]) == (long, [])

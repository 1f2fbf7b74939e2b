"""P1-P52: what one printed page taught, each on a small page of our own."""

import pytest

from articles.parsing import parse_page
from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    column,
    page,
    read,
    story,
)

TWO = page(story(LEAD, SECOND), HEAD, story(OTHER_LEAD, OTHER_SECOND), OTHER_HEAD)


def paragraphs(source: str, article: int = 0) -> list[str]:
    return read(source)["articles"][article]["paragraphs"]


def the_article(source: str) -> dict:
    (article,) = read(source)["articles"]
    return article


# Where a paragraph's lines are joined: id | page | the paragraphs.
OPENS = "本报讯（记者林知夏）11月3\n日上午，棠溪县志愿者走进青石\n"
JOINED = {
    "P1 wrapped at the column": (page(story(LEAD, SECOND)), [BODY, SECOND]),
    "P2 a first line two em short": (
        f"{column(LEAD)}\n{column(SECOND)}\n",
        [BODY, SECOND],
    ),
    "P3 a column break inside a paragraph": (
        column(LEAD).replace("走进", "走进\n\n", 1) + "\n",
        [BODY],
    ),
    "P6 a false break before a quote": (
        OPENS + "桥社区，张贴防火提示，组织观看\n\n“平安过冬”短片，请居民提出建\n"
            "议，当场作出答复。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，张贴防火提示，组织观看“平安过冬”短片，"
         "请居民提出建议，当场作出答复。"],
    ),
    "P7 even after a full stop in a full line": (
        OPENS + "桥社区，检修线路，宣传“三防”。\n\n“三防”即防火、防盗、防煤气中\n"
            "毒，居民听得十分认真，还当场提\n出不少建议。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，检修线路，宣传“三防”。“三防”即防火、防盗、"
         "防煤气中毒，居民听得十分认真，还当场提出不少建议。"],
    ),
    "P8 a false break before a number": (
        OPENS + "桥社区，检修线路，发放宣传手册\n\n200 份，更换老化插座八十余个，\n"
            "受到居民欢迎。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，检修线路，发放宣传手册200份，"
         "更换老化插座八十余个，受到居民欢迎。"],
    ),
    "P9 the column widens inside an article": (
        OPENS + "桥社区，检修线路，宣传防火，讲\n解取暖常识，还为独居老人更换了\n"
        "\n老化插座八十余个，清理楼道杂物三车，受到居民欢迎，大家\n"
        "都说日子一天比一天有奔头，以后也要尽一份力，帮一帮邻居\n们。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，检修线路，宣传防火，讲解取暖常识，"
         "还为独居老人更换了老化插座八十余个，清理楼道杂物三车，受到居民欢迎，"
         "大家都说日子一天比一天有奔头，以后也要尽一份力，帮一帮邻居们。"],
    ),
    "P10 letter-spaced lines": (
        OPENS + "桥 社 区 ， 检 修 线 路 ， 宣 传 防\n火，居民十分欢迎。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，检修线路，宣传防火，居民十分欢迎。"],
    ),
    "P11 a letter-spaced line opens a paragraph": (
        column(LEAD) + "\n\n志 愿 者 还 给 老 人 讲 取 暖\n常识，留下服务电话，约定每月上\n"
            "门一次，有事随叫随到。\n",
        [BODY, "志愿者还给老人讲取暖常识，留下服务电话，约定每月上门一次，有事随叫随到。"],
    ),
    "P12 letter-spaced and normal lines in one sentence": (
        column(LEAD)
        + "\n\n志愿者还给老人讲取暖常\n识 ， 留 下 服 务 电 话 ， 约 定 每\n"
            "月上门一次，有事随叫随到，从不\n推辞。\n",
        [BODY, "志愿者还给老人讲取暖常识，留下服务电话，"
            "约定每月上门一次，有事随叫随到，从不推辞。"],
    ),
    "P14 stray spaces at brackets": (
        "本报讯（记者林知夏）11月3\n日，棠溪县 （经开区） 志愿者走进\n青石桥社区检修线路。\n",
        ["11月3日，棠溪县（经开区）志愿者走进青石桥社区检修线路。"],
    ),
    "P15 spaces around digits": (
        "本报讯（记者林知夏） 11 月 3\n日，棠溪县 80 名志愿者走进青石\n桥社区检修线路。\n",
        ["11月3日，棠溪县80名志愿者走进青石桥社区检修线路。"],
    ),
    "P19 real spaces inside a slogan": (
        OPENS + "桥社区，开展“强服务 转作风 树\n形象”活动，居民十分欢迎。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，开展“强服务 转作风 树形象”活动，"
         "居民十分欢迎。"],
    ),
    "P20 and one that the line end swallowed": (
        OPENS + "桥社区，开展“强服务 转作风\n办好身边小事”活动，居民十分欢\n"
            "迎，都说办到了心坎上。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，开展“强服务 转作风 办好身边小事”活动，"
         "居民十分欢迎，都说办到了心坎上。"],
    ),
    "P38 an enumeration inside a paragraph": (
        story(LEAD, "会议要求，一要查清底数。二要分类整改。三要专人负责。四要建立台账，逐项销号。"),
        [BODY, "会议要求，一要查清底数。二要分类整改。三要专人负责。四要建立台账，逐项销号。"],
    ),
    "P40 a paragraph of one line": (
        story(LEAD, "会议还研究了其他事项。"),
        [BODY, "会议还研究了其他事项。"],
    ),
    "P45 a number cut at the line end": (
        OPENS + "桥社区，当月用电量是去年的2.1\n倍，总投资30\n亿元，发放手册8\n00份。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，当月用电量是去年的2.1倍，总投资30亿元，"
         "发放手册800份。"],
    ),
    "P46 numerals with signs": (
        OPENS + "桥社区，实行“6·11”工作法和7×2\n4小时值守，办结率达100%，打印3D\n"
            "模型20.5万件，完成1+5+8任务。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，实行“6·11”工作法和7×24小时值守，"
         "办结率达100%，打印3D模型20.5万件，完成1+5+8任务。"],
    ),
    "P47 a plus sign in a name": (
        OPENS + "桥社区，推广“互联网+”和“休\n闲+旅游”，居民十分欢迎。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，推广“互联网+”和“休闲+旅游”，"
         "居民十分欢迎。"],
    ),
    "P48 quotes side by side": (
        OPENS + "桥社区，推介“棠溪政务”“平安\n青石”两个平台，居民十分欢迎。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，推介“棠溪政务”“平安青石”两个平台，"
         "居民十分欢迎。"],
    ),
    "P49 a title over a line end": (
        OPENS + "桥社区，宣读《值班制度》《会\n员考核办法》，居民十分欢迎。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，宣读《值班制度》《会员考核办法》，"
         "居民十分欢迎。"],
    ),
    "P4 P50 a name cut in a long list": (
        OPENS + "桥社区。县领导许海\n\n玲、姜坤、申晓、赵俊峰、侯建\n华参加活动，一同看望老人。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区。县领导许海玲、姜坤、申晓、赵俊峰、侯建华"
         "参加活动，一同看望老人。"],
    ),
    "P5 a break inside a quotation": (
        OPENS + "桥社区，以“冬\n\n病夏防”为重点，为老人建立健康\n档案，当场答疑。\n",
        ["11月3日上午，棠溪县志愿者走进青石桥社区，以“冬病夏防”为重点，为老人建立健康档案，"
         "当场答疑。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), JOINED.values(), ids=JOINED)
def test_lines_are_joined_to_the_paragraphs_that_were_written(source, expected):
    assert paragraphs(source) == expected


def test_p16_the_space_after_a_byline_belongs_to_nothing():
    article = the_article("本报讯（记者林知夏） 11月3日，棠\n溪县志愿者走进社区检修线路。\n")
    assert article["byline"] == "本报讯（记者林知夏）"
    assert article["paragraphs"] == ["11月3日，棠溪县志愿者走进社区检修线路。"]


def test_p17_p18_a_story_begins_without_a_blank_line():
    source = f"{story(LEAD, SECOND)}\n {story(OTHER_LEAD, OTHER_SECOND)}\n"
    assert [a["reporters"] for a in read(source)["articles"]] == [["林知夏"], ["宋南星"]]


def test_p21_real_spaces_stay_in_a_heading():
    head = "建设“两园三区” 构建“一轴两带” 打造“四季花城”"
    article = the_article(page(story(LEAD, SECOND), head))
    assert article["headline"] == head


def test_p22_a_space_parts_the_names_of_a_byline():
    article = the_article(column(LEAD.replace("林知夏", "林知夏 通讯员陆小舟 何田")))
    assert (article["reporters"], article["correspondents"]) == (["林知夏"], ["陆小舟", "何田"])


def test_p23_headlines_may_stand_after_their_bodies():
    assert [a["headline"] for a in read(TWO)["articles"]] == [HEAD, OTHER_HEAD]


def test_p24_p25_a_missing_headline_is_not_taken_from_the_neighbour():
    source = page(story(LEAD, SECOND) + "\n" + HEAD + "\n " + story(OTHER_LEAD, OTHER_SECOND))
    reading = read(source)
    assert [a["headline"] for a in reading["articles"]] == [HEAD, None]
    assert "headline_missing" in [d["kind"] for d in reading["doubts"]]


def test_p26_p27_a_headline_in_two_lines_even_with_a_blank_between():
    for gap in ("\n", "\n\n"):
        source = page(story(LEAD, SECOND), f"棠溪县志愿者上门检修{gap}水电线路受欢迎")
        lead = the_article(source.replace("检修水电线路，更换", "检修水电线路，更换"))
        assert lead["headline"] == "棠溪县志愿者上门检修水电线路受欢迎"


def test_p28_kicker_above_the_headline():
    article = the_article(page("打造百姓身边的十分钟服务圈", HEAD, story(LEAD, SECOND)))
    assert (article["kicker"], article["headline"]) == ("打造百姓身边的十分钟服务圈", HEAD)


def test_p29_a_short_last_line_is_no_headline():
    source = page(story(LEAD, SECOND + "大家都说好。"), HEAD, story(OTHER_LEAD), OTHER_HEAD)
    assert [a["headline"] for a in read(source)["articles"]] == [HEAD, OTHER_HEAD]


def test_p30_a_byline_names_source_and_reporter():
    article = the_article(column(LEAD))
    assert (article["source"], article["reporters"]) == ("本报讯", ["林知夏"])


def test_p31_a_byline_cut_at_line_ends():
    source = "本报讯（记者林知夏 通\n讯员陆小\n舟）11月3日，棠溪县志愿者走进社\n区检修线路。\n"
    article = the_article(source)
    assert (article["reporters"], article["correspondents"]) == (["林知夏"], ["陆小舟"])


def test_p32_one_reporter_may_sign_many_stories():
    source = TWO.replace("宋南星", "林知夏")
    assert [a["reporters"] for a in read(source)["articles"]] == [["林知夏"]] * 2


PHOTO = (
    "自 工 地 复 工\n以来，云麓镇严\n格落实安全措\n施，助力工程加\n"
    "快推进。图为工\n人正在绑扎钢\n筋。"
)


def test_p13_p33_p34_a_photo_is_a_unit_of_its_own():
    source = page(story(LEAD, SECOND), HEAD, PHOTO, "本 报 记 者\n陆小舟 摄", story(OTHER_LEAD))
    reading = read(source)
    (photo,) = reading["captions"]
    assert photo["text"].startswith("自工地复工以来")
    assert photo["photographers"] == ["陆小舟"]
    assert len(reading["articles"]) == 2


def test_p35_a_photo_points_to_the_article_that_tells_of_it():
    caption = column("11月4日，云麓镇万亩油菜机播，播种机同时下田。", 9, 0)
    source = page(TWO.strip(), caption, "本报记者 陆小舟 摄")
    reading = read(source)
    (photo,) = reading["captions"]
    assert photo["related"] == reading["articles"][1]["unit"]


def test_p36_p37_a_run_in_head_stays_in_its_paragraph():
    runs = ["强化队伍建设。该局每天组织队员训练，规范执勤用语，提升服务水平，群众满意度不断提高。",
            "强化快节奏推进项目。该县今年确定重点项目二"
                "百二十八个，目前开工率已过八成，进展顺利。"]  # fmt: skip
    assert paragraphs(story(LEAD, *runs))[1:] == runs


def test_p39_repeated_openings_begin_no_story():
    points = [f"会议{verb}，要把群众的小事当作大事来办，一件一件抓落实，让群众看得见变化。"
              for verb in ("强调", "指出", "要求", "强调")]  # fmt: skip
    assert paragraphs(story(LEAD, *points))[1:] == points


def test_p51_phrases_that_every_story_has_decide_nothing():
    same = "会议要求，全县上下要高度重视，压实责任，确保各项工作落到实处、见到实效。"
    source = page(story(LEAD, same), HEAD, story(OTHER_LEAD, same), OTHER_HEAD)
    assert [a["headline"] for a in read(source)["articles"]] == [HEAD, OTHER_HEAD]


def test_p52_line_numbers_count_from_the_top_of_the_file():
    record = parse_page("\n\n" + column(LEAD) + "\n\n\n")
    assert record.lines[0].number == 3


DATES = {
    "P41 a day without its year": ("11月3日上午，活动举行。", "11月3日"),
    "P42 a day told by the issue": ("近日，活动举行。", "近日"),
    "P43 a day yet to come": ("预计2027年年底建成。", "2027年年底"),
    "P44 a year of reckoning": ("第5个全民国家安全教育日到来。", None),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=DATES)
def test_dates_stand_beside_the_text_never_in_it(text, expected):
    from_page = paragraphs(column(LEAD) + "\n\n" + column(text))
    assert from_page[-1] == text


def test_a_verb_wants_its_meeting_from_the_next_row():
    text = (
        "本报讯（记者林知夏）11月3日，全县水电线路安全工作会议在青石桥社区举行，"
        "部署为独居老人检修线路、更换老化插座。"
    )
    article = the_article(page(story(text, SECOND), "棠溪县召开\n水电线路安全工作会议"))
    assert (article["kicker"], article["headline"]) == (None, "棠溪县召开水电线路安全工作会议")

"""What other hands print: who gave a picture, answers below letters, lists of units and names."""

import pytest

from tests.parsing.columns import FIRST, HEAD, OTHER, OTHER_HEAD, column, page, read
from tests.parsing.test_own_pictures import CAPTION, TEXTS
from tests.parsing.test_own_pictures import sheet as own_sheet

SHOWN = "志愿者在楼道里检修线路"
FARMER = "霍青禾"
TALK = [
    f"{FARMER}：说句实在话，今年的柿子卖得比去年好，镇上的冷库帮了大忙。",
    f"记者问起明年，{FARMER}说，想再添两间晾晒房，让村里的年轻人也学起来。",
]
LETTER = ["编辑同志：", "我家楼下开了一家修车铺，每天从清早敲到深夜。请问什么时候能睡个安稳觉？"]
ANSWER = "记者找到街道办事处。铺主已经答应，晚上八点以后不再开工。"
NOTED = "从村里出来，天已经黑了，晾晒房的灯还亮着，像挂在山腰的一串柿子。"
QUESTIONS = [
    (
        "1．第一志愿没录上，第二志愿会不会被压分？",
        "不会。今年实行平行志愿，按分数优先、遵循志愿的原则一次投档，前后两个志愿之间没有分差。",
    ),
    (
        "2．体检表还要不要交？",
        "要交。没有体检表的，学校不收档案。忘了带的考生不要着急，月底以前都能到原来的医院去补。",
    ),
    (
        "3．填完以后还能改吗？",
        "能改两次，以最后一次保存的为准。家长不要代填，免得点错了一行自己还不知道。",
    ),
]
MEMBERS = {
    "units first": ["炼铁厂转炉二班 宋 星", "轧板厂精整三班 林知夏（女）", "运输部调车一班 何田"],
    "persons first": ["林知夏（女） 棠溪镇中心小学", "何 田 鸣溪镇初级中学", "宋星 县第一中学"],
}
DRYING = "11月9日，村民把柿饼一串串挂上架。眼下全镇八百座柿子架都已挂满，每天出货两千斤，远销省外。"
TOLD = "现将入围的候选人名单予以公示。如有异议，请于本月十五日以前向县总工会反映。"


def _heads(reading: dict) -> list:
    return [article["headline"] for article in reading["articles"]]


@pytest.mark.parametrize(
    ("credit", "named"),
    [
        ("企业供图", []),
        ("材料学院供图", []),
        ("林知夏供图", ["林知夏"]),
        ("资料照片", []),
        ("本报资料", []),
        ("摄影 何田", ["何田"]),
        ("何 田 摄于浦西渡口", ["何田"]),
    ],
)
def test_q7_a_credit_names_whoever_took_the_picture_and_no_unit(credit, named):
    reading = read(page(HEAD, FIRST, f"{SHOWN}\n{credit}", OTHER_HEAD, OTHER))
    (caption,) = reading["captions"]
    assert (caption["text"], caption["photographers"]) == (SHOWN, named)
    assert _heads(reading) == [HEAD, OTHER_HEAD]


@pytest.mark.parametrize(
    "byline", ["文/本报记者 林知夏 图/本报记者 何田", "本报记者 林知夏 文 本报记者 何 田 摄"]
)
def test_pictures_may_be_of_another_than_the_writer(byline):
    blocks = [HEAD, byline, *map(column, TEXTS)]
    blocks.insert(3, column(CAPTION, 9, 0))
    reading = read(own_sheet(blocks, 14))
    assert [caption["text"] for caption in reading["captions"]] == [CAPTION]


def test_a_name_that_the_text_says_may_be_a_whole_caption():
    rows = [HEAD, FIRST, column(TALK[0], 18), FARMER, "受访者供图", column(TALK[1], 18)]
    reading = read(page("\n".join(rows), OTHER_HEAD, OTHER))
    assert [caption["text"] for caption in reading["captions"]] == [FARMER]
    assert reading["articles"][0]["paragraphs"][-2:] == TALK


def test_who_counted_the_figures_of_a_table_took_no_picture():
    rows = ["草鱼 7.50 7.00 7.98", "黄瓜 2.00 1.80 2.28", "青菜 2.50 2.50 2.98"]
    source = page(
        "\n".join(["农副产品零售价格", *rows, "（市价格监测中心提供）"]), OTHER_HEAD, OTHER
    )
    reading = read(source)
    assert reading["captions"] == []
    assert len(reading["articles"][0]["paragraphs"]) == 4


def test_the_reporter_of_another_paper_is_named_without_it():
    byline = "□ 本报记者 林知夏 鸣溪日报记者 何田"
    article, _ = read(page(f"{HEAD}\n{byline}\n{FIRST}", OTHER_HEAD, OTHER))["articles"]
    assert article["reporters"] == ["林知夏", "何田"]


@pytest.mark.parametrize("title", ["记者手记", "采访手记", "回音"])
def test_a_note_below_a_text_stands_in_it_wherever_headlines_stand(title):
    parts = [FIRST, title, column(NOTED), HEAD, OTHER, OTHER_HEAD]
    first, second = read("\n".join(parts) + "\n")["articles"]
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert [head["text"] for head in first["subheads"]] == [title]


@pytest.mark.parametrize("answer", ["编后：", "记者追踪：", "【编后】"])
@pytest.mark.parametrize("writer", ["棠溪镇读者 何 田", "石桥村 何田等27人"])
def test_who_writes_a_letter_from_where_heads_nothing(writer, answer):
    rows = [*map(column, LETTER), writer, column(answer + ANSWER), OTHER_HEAD, OTHER]
    first, second = read("\n".join(["楼下不得安宁", *rows]) + "\n")["articles"]
    assert (first["headline"], first["subheads"]) == ("楼下不得安宁", [])
    assert second["headline"] == OTHER_HEAD
    assert first["paragraphs"][-1] == answer + ANSWER


def test_who_signs_a_letter_is_no_row_of_the_next_headline():
    rows = ["谢谢那位姑娘", *map(column, LETTER), "石婆巷 何田", OTHER_HEAD, OTHER]
    _, second = read("\n".join(rows) + "\n")["articles"]
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)


@pytest.mark.parametrize("width", [20, 22, 24])
def test_numbered_questions_are_subheads_wherever_their_row_ends(width):
    rows = [column("记者请老师坐进热线，接了九十七个来电，问得最多的有三个问题。", width)]
    for asked, answered in QUESTIONS:
        rows += [asked, column(answered, width)]
    source = "\n".join(["志愿怎么填", "本报记者 林知夏", *rows, OTHER_HEAD, OTHER]) + "\n"
    article = read(source)["articles"][0]
    assert [head["text"] for head in article["subheads"]] == [asked for asked, _ in QUESTIONS]


@pytest.mark.parametrize("form", MEMBERS)
def test_rows_of_units_and_names_are_a_roll_and_no_bylines(form):
    rows = ["班组长名单公示", column(TOLD), *MEMBERS[form], "县总工会", "2026年12月5日"]
    first, second = read(page("\n".join(rows), OTHER_HEAD, OTHER))["articles"]
    assert first["paragraphs"][1:] == [*MEMBERS[form], "县总工会", "2026年12月5日"]
    assert second["headline"] == OTHER_HEAD


def test_two_bodies_in_one_row_below_a_list_head_nothing():
    bodies = "云湖县教育局 云湖县教育工会"
    rows = ["“最美教师”人选", column(TOLD), *MEMBERS["persons first"], bodies, OTHER_HEAD, OTHER]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert first["paragraphs"][-1] == bodies
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)


def test_a_station_signs_a_notice_with_the_day():
    told = "因老管改造，定于十八日停水。请提前储水。"
    rows = ["停水通知", column(told), "南湖供水服务站", "11月15日", OTHER_HEAD, OTHER]
    first, second = read("\n".join(rows) + "\n")["articles"]
    assert first["paragraphs"][-2:] == ["南湖供水服务站", "11月15日"]
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_title_that_no_text_repeats_is_of_the_news_photo_below_it(joint):
    title, credit = "柿饼挂满村", "本报记者 陆小舟 摄"
    rows = [HEAD, FIRST, title, column(DRYING, 12, 0), credit, OTHER_HEAD, OTHER]
    found = read(joint.join(rows) + "\n")
    assert _heads(found) == [HEAD, title, OTHER_HEAD]
    assert [caption["text"] for caption in found["captions"]] == [DRYING]


def test_a_headline_below_its_text_lends_no_row_to_a_picture_that_says_nothing_of_it():
    text = "铃声一响，孩子们冲出教室。课间多5分钟以后，以前只够喝口水，现在能打完一局乒乓球。"
    told = f"本报讯（记者 何田）{OTHER}"
    rows = ["课间多5分钟", "校园动起来", column(DRYING, 12, 0), "本报记者 陆小舟 摄", column(told)]
    source = [column(f"本报讯（记者 宋星）{text}"), *rows, OTHER_HEAD]
    found = read("\n".join(source) + "\n")
    assert _heads(found) == ["课间多5分钟校园动起来", OTHER_HEAD]


def test_the_days_of_a_diary_head_its_parts_and_no_stories():
    days = ["2月17日 阴", "2月20日 晴转多云", "2月26日 小雨"]
    parts = [TALK[0], NOTED, TALK[1]]
    rows = [row for day, part in zip(days, parts, strict=True) for row in (day, column(part, 18))]
    source = [
        "护士在病区的日记",
        "口述：镇卫生院护士 林知夏 整理：本报记者 何 田",
        *rows,
        OTHER_HEAD,
        OTHER,
    ]
    first, second = read("\n".join(source) + "\n")["articles"]
    assert [head["text"] for head in first["subheads"]] == days
    assert (first["headline"], second["headline"]) == ("护士在病区的日记", OTHER_HEAD)
    assert (first["reporters"], first["authors"]) == (["何田"], ["林知夏"])


def test_the_first_of_several_labels_of_one_length_is_a_subhead():
    told = [
        "同村的两人合买一辆货车，车款由一人出，登记在另一人名下，去年被法院查封。",
        "县人民法院审理认为，车辆自交付时归买受人所有，查封应当解除，遂判决停止执行。",
        "承办法官提醒，借名买车风险不小，登记的人一旦欠债，车辆随时可能被查封。",
    ]
    labels = ["案情", "审理", "说法"]
    rows = [
        row for pair in zip(labels, told, strict=True) for row in (pair[0], column(pair[1], 18))
    ]
    first, _ = read("\n".join(["借名买车 车归谁", *rows, OTHER_HEAD, OTHER]) + "\n")["articles"]
    assert first["headline"] == "借名买车 车归谁"
    assert [head["text"] for head in first["subheads"]] == labels


@pytest.mark.parametrize("column_name", ["百姓呼声", "棠溪旧闻", "小小说"])
def test_usual_names_of_columns_are_kickers(column_name):
    article, _ = read(page(f"{column_name}\n{HEAD}\n{FIRST}", OTHER_HEAD, OTHER))["articles"]
    assert (article["kicker"], article["headline"]) == (column_name, HEAD)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("□ 外语学院2026级 何 田", ["何田"]),
        ("文学院 2026级 林知夏", ["林知夏"]),
        ("（何 田 编译）", ["何田"]),
        ("（何田 辑）", ["何田"]),
    ],
)
def test_students_and_compilers_sign(byline, names):
    below = byline.startswith("（")
    rows = [HEAD, FIRST, byline] if below else [HEAD, byline, FIRST]
    article, second = read(page("\n".join(rows), OTHER_HEAD, OTHER))["articles"]
    assert (article["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert set(names) <= {*article["authors"], *article["reporters"]}


@pytest.mark.parametrize("last", ["报料人张先生，奖励60元", "（本栏观点仅供参考，风险自担）"])
def test_a_remark_below_a_text_heads_nothing(last):
    rows = [HEAD, FIRST, last, OTHER_HEAD, OTHER]
    _, second = read("\n".join(rows) + "\n")["articles"]
    assert (second["kicker"], second["headline"]) == (None, OTHER_HEAD)


def test_readers_may_sign_each_part_of_a_text_with_subheads_in_quotes():
    parts = {
        "“双鹤”雪花膏": "我妈的梳妆台上有一只瓷瓶，盖子上两只鹤，早就空了。（读者 何 田）",
        "“跃进”牌缝纫机": "机头号我至今背得出，邻居说，你家又开工了。（读者 林知夏）",
        "“渔火”汽水": "放学路上一毛五分一瓶，瓶子要退，三个同学凑钱买一瓶。（读者 宋南星）",
        "“船锚”蜡烛": "小时候经常停电，兄妹四个围着写作业，味道现在闻着还亲。（读者 陆小舟）",
    }
    rows = [row for head, text in parts.items() for row in (head, column(text, 18))]
    lead = column("一张泛黄的纸，可能就是一座城几十年的记忆。今天刊出读者来稿四则。", 18)
    first, _ = read("\n".join(["老商标里的记忆", lead, *rows, OTHER_HEAD, OTHER]) + "\n")[
        "articles"
    ]
    assert [head["text"] for head in first["subheads"]] == list(parts)

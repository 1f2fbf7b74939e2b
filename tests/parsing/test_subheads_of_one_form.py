"""P36, P37: subheads over parts of one paragraph, told by what they have in common."""

import pytest

from tests.parsing.columns import OTHER, OTHER_HEAD, column, page, read

TITLE, BYLINE = "竹器街纪事", "□本报记者 林知夏"
LEAD = "棠溪竹器街长不过三百步，二十七家铺子，靠一把篾刀吃饭的人还有五十多个。"
PARTS = [
    "容师傅的铺子在街口，一只竹篮要编两天，去年有人从省城专程来订，一订就是六十只。",
    "年轻人何田把直播架在门槛上，三个月卖掉四千双竹筷，邻居的仓库也跟着空了一半。",
    "县里拿出八十万元修屋檐、铺电缆，街道还办起了培训班，头一期来了三十二名学员。",
]
EVEN = ["老铺有新客", "门槛上开张", "屋檐下办学"]
QUOTED = ["“编得慢”", "“卖得快”才行", "“总得有人学”"]


def _rows(subheads, *, blank: bool, indent: str = "") -> str:
    rows = [TITLE, BYLINE, _text(LEAD, indent)]
    for head, text in zip(subheads, PARTS, strict=True):
        rows += ["", indent + head, ""] if blank else [indent + head]
        rows.append(_text(text, indent))
    return "\n".join(rows)


def _text(text: str, indent: str) -> str:
    return indent + column(text, 20)


def _unsigned(indent: str = "") -> list[str]:
    """Stories that nobody signs, each below a headline with a blank line on both sides."""
    told = {
        "水磨村的枇杷熟了": "水磨村的枇杷今年挂果多，村口摆起了长摊，过路的车都要停一停。",
        "渡口添了一条新船": "渡口的老船用了十九年，上月换成了电动的，坐得下四十个人。",
        "夜校开了裱画班": "县文化馆的夜校开了裱画班，二十个名额一个上午就报满了。",
    }
    return [block for head, text in told.items() for block in (head, _text(text, indent))]


@pytest.mark.parametrize(
    ("subheads", "blank", "indent"),
    [(EVEN, True, ""), (EVEN, True, "　　"), (QUOTED, False, ""), (QUOTED, False, "　　")],
)
def test_subheads_over_short_parts_head_no_stories(subheads, blank, indent):
    source = page(
        *_unsigned(indent), _rows(subheads, blank=blank, indent=indent), OTHER_HEAD, OTHER
    )
    found = {article["headline"]: article for article in read(source)["articles"]}
    assert len(found) == 5
    assert [head["text"] for head in found[TITLE]["subheads"]] == subheads
    assert found[TITLE]["reporters"] == ["林知夏"]


def test_the_last_of_three_quoted_subheads_may_be_said_in_its_part():
    parts = [
        "一条邮路，来回七十里，容师傅走了二十二年。早些年邮包里装的多是信，谁家有人当兵他都知道。",
        "这几年信少了，包裹多了，往山下带的核桃和土蜂蜜比往山上送的还多，去年寄出四千件。",
        "再过三年他就该退休了。有人问他舍得不舍得，他想了想说：“只要走得动，就再走走。”",
    ]
    rows = ["老邮路", "□ 本报记者 林知夏", column("山里人都认得那辆绿色的车。", 20)]
    for head, text in zip(["“信到人到”", "“网货”下山", "“只要走得动”"], parts, strict=True):
        rows += [head, column(text, 20)]
    found = read(page("\n".join(rows), *_unsigned(), OTHER_HEAD, OTHER))["articles"]
    assert [head["text"] for head in found[0]["subheads"]] == [
        "“信到人到”",
        "“网货”下山",
        "“只要走得动”",
    ]
    assert len(found) == 5


def test_headlines_of_one_length_over_short_unsigned_stories_stay_headlines():
    told = {
        "水磨村的枇杷熟了": "水磨村的枇杷今年挂果多，村口摆起了长摊，过路的车都要停一停。",
        "渡口添了一条新船": "渡口的老船用了十九年，上月换成了电动的，坐得下四十个人。",
        "夜校开起了裱画班": "县文化馆的夜校开了裱画班，二十个名额一个上午就报满了。",
    }
    blocks = [block for head, text in told.items() for block in (head, column(text, 20))]
    found = read(page(OTHER_HEAD, OTHER, *blocks))["articles"]
    assert [article["headline"] for article in found] == [OTHER_HEAD, *told]


@pytest.mark.parametrize("signed", ["读者 何田", "（读者 何田）", "棠溪镇 何田"])
def test_a_row_in_which_the_writer_takes_leave_is_no_headline(signed):
    rows = ["竹椅修好了", column("上个月，母亲的竹椅断了一条腿，跑了几家店都说修不了。", 20, 0), ""]
    rows += ["请允许我借报纸一角，对容师傅说声谢谢！", signed]
    source = page("\n".join(rows), OTHER_HEAD, OTHER)
    first, second = read(source)["articles"]
    assert (first["headline"], second["headline"]) == ("竹椅修好了", OTHER_HEAD)
    assert first["paragraphs"][-1].startswith("请允许我")


def test_a_last_sentence_that_is_cried_over_a_signature_in_brackets_is_no_headline():
    rows = [
        "竹椅修好了",
        column("上个月，我母亲的竹椅断了一条腿，跑了几家店都说修不了。", 20, 0),
        "",
    ]
    rows += ["请允许我借报纸一角，谢谢竹器街的容师傅！", "（读者 何田）"]
    source = page("\n".join(rows), OTHER_HEAD, OTHER)
    first, second = read(source)["articles"]
    assert (first["headline"], second["headline"]) == ("竹椅修好了", OTHER_HEAD)
    assert first["paragraphs"][-1].startswith("请允许我")


HILLS = [
    ("本报讯（记者 林知夏）走进棠溪县云麓镇，昔日的荒坡披上了绿装，茶园、果园连成一片，村民忙着管护"
     "茶树。近年来，云麓镇把发展特色产业作为富民强镇的抓手，蹚出了一条新路子。",),
    ("“以前这里是荒坡，种啥啥不成。”茶农老周说，镇里请来专家测土配方，改种早熟茶，一亩地收入翻了两番。",
     "如今，全镇茶园面积已达六千亩，带动八百多户村民增收。"),
    ("茶叶好不好，加工是关键。去年，镇里引进两条清洁化生产线，鲜叶当天采、当天制，价格也上去了。",
     "记者在车间看到，工人们正在给新茶分级包装，订单已经排到了年底。"),
    ("每到周末，茶山上的民宿一房难求。游客采茶、制茶、品茶，临走还要带上几盒。",
     "“茶山变成了景区，我们在家门口就能挣钱。”民宿老板何田笑着说。"),
]  # fmt: skip
FORMS = {
    "plain": ["荒坡变茶园", "鲜叶进车间", "茶山迎游客"],
    "numbered": ["一、荒坡变茶园", "二、鲜叶进车间", "三、茶山迎游客"],
    "step by step": ["第一步：把荒坡变茶园", "第二步：让鲜叶进车间", "第三步：请游客上茶山"],
    "quoted": ["“荒坡变成了摇钱树”", "“当天采当天制”", "“家门口就能挣钱”"],
    "asked": ["荒坡怎么变茶园？", "鲜叶怎么进车间？", "游客为啥上茶山？"],
    "behind a colon": ["种茶：荒坡变成茶园", "制茶：鲜叶走进车间", "游茶：游客住进茶山"],
    "behind a sign": ["●荒坡变茶园", "●鲜叶进车间", "●茶山迎游客"],
    "of two clauses": ["荒坡披绿装 茶农笑开颜", "鲜叶进车间 品质上台阶", "茶山迎客来 农家有饭吃"],
}


@pytest.mark.sweep
@pytest.mark.parametrize("width", range(15, 25))
@pytest.mark.parametrize("joint", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("form", FORMS)
def test_subheads_are_read_whatever_their_form_and_the_columns_width(form, joint, width):
    blocks = ["云麓镇：荒坡崛起“绿色银行”", column(HILLS[0][0], width)]
    for subhead, part in zip(FORMS[form], HILLS[1:], strict=True):
        blocks += [subhead, *[column(text, width) for text in part]]
    first, second = read(joint.join([*blocks, OTHER_HEAD, OTHER]) + "\n")["articles"]
    assert [subhead["text"] for subhead in first["subheads"]] == FORMS[form]
    text = "".join(text for part in HILLS for text in part)
    assert "".join(first["paragraphs"]) == text.removeprefix("本报讯（记者 林知夏）")
    assert second["headline"] == OTHER_HEAD

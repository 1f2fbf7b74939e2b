"""P26-P29, Q9, Q22: which rows of a heading are kicker, headline and deck, told by words alone."""

import pytest

from articles.parsing.reading.clauses import Clauses
from articles.parsing.reading.predicates import Predicates
from articles.parsing.rules import DEFAULT_RULES
from tests.parsing.columns import (
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
from tests.parsing.tables import rows_of_heading

MEETING = "昨日，市人大常委会召开第二十次会议。会议听取审议了市政府关于教育工作的专项工作报告。"
GAMES = "11月6日，全县田径锦标赛在云麓落幕，棠溪三名选手参赛，共夺得两金一银。"
SHED = "今年以来，县里新建充电车棚86个，年底前小区全覆盖，电动自行车上楼的少了。"
CUP = "11月5日晚，和美乡村篮球赛在云脚村收官，三天里八支球队上场，主队捧得冠军奖杯。"
AWARD = "近日，棠溪县再次捧得“红叶精神杯”，这是该县连续第六年获此荣誉。"
HARVEST = "立冬已过，全县秋粮总产再创新高，32.6万亩秋粮平均亩产521公斤，机收率达96.8%。"
# Rows of a heading, each behind K (kicker), H (headline) or D (deck), over a text.
HEADINGS = {
    "a meeting and what it did": ("H市人大常委会召开第二十次会议|D听取审议专项工作报告", MEETING),
    "an event and what came of it": ("H全县田径锦标赛落幕|D棠溪选手夺得两金一银", GAMES),
    "a sentence that has ended, and two clauses of one length": (
        "H电动自行车上楼该管管了|D县里新建充电车棚86个|D年底前实现小区全覆盖", SHED,
    ),
    "two short rows": ("H“村赛”鏖战三昼夜|H云脚村队捧杯", CUP),
    "a verb that wants the prize below it": ("H棠溪连续六年捧|H“红叶精神杯”", AWARD),
    "clauses over a headline in two rows": (
        "K稻谷归仓 颗粒皆甜|H全县秋粮总产|H再创新高|D32.6万亩秋粮平均亩产521公斤|D机收率达96.8%",
        HARVEST,
    ),
    "an occasion": ("K喜迎国庆|H棠溪志愿者上门检修", LEAD),
    "the name of a column": ("K一线见闻|H老街夜市为何越办越红火", SECOND),
    "who warns": (
        "K县气象台提醒|H寒潮来袭|H管好水管再出门", "县气象台提醒市民，寒潮来袭，管好水管再出门。",
    ),
    "two even rows in large type under a long one": (
        "K全县冬修水利现场会举行|H比学赶超找差距|H真抓实干促发展",
        "11月6日，全县冬修水利现场会举行。会议要求，比学赶超，真抓实干。",
    ),
    "who answers": (
        "H供暖季延长一周|D热企：居民不另付费",
        "昨日，县里决定将供暖季延长一周。热力企业表示，居民不另付费。",
    ),
    "who led a meeting and who was there": (
        "K市委书记在推进会上强调|H以项目之进支撑发展之稳|H全力冲刺年度目标任务|"
        "D沈静波主持 柳东来等出席",
        "11月3日，全市项目推进会召开，市委书记出席并讲话，强调以项目之进支撑发展之稳。",
    ),
    "games over who won them": (
        "K全国青年男篮锦标赛|H逆转取胜 我省小将挺进四强",
        "11月22日晚，全国青年男篮锦标赛打响，我省男篮逆转取胜，挺进四强。末节风云突变。",
    ),
    "what it came to": (
        "H“接诉即办”一年办结18万件|D满意率提升到97.2%",
        "“接诉即办”改革一年来，全市办结诉求18万件，满意率97.2%，比改革前提高11个百分点。",
    ),
    "who is talked to": (
        "K访市疾控中心主任医师 容止|H流感季来了，怎么防？",
        "入冬以来，流感季来了，该怎么防？记者采访了市疾控中心主任医师容止。",
    ),
    "the answer to a question": (
        "H流感疫苗现在打来得及吗？|D县疾控中心专家答疑",
        "入冬以来，流感高发，疫苗现在打还来得及吗？县疾控中心专家为市民答疑。",
    ),
    "a number that is not short": (
        "H棠溪冬灌用水“云”上调度|D212名管水员一部手机看全渠",
        "11月10日一早，棠溪的管水员打开手机，三支渠的闸门缓缓升起。",
    ),
    "an amount alone": (
        "H去年棠溪居民人均可支配收入|H两万八千元",
        "记者从县统计局获悉，去年棠溪居民人均可支配收入28016元，比上年增长6.1%。",
    ),
    "two rows of large type that were written as one": (
        "K江口区排查校园消防隐患|H小学堂、托育机构 安全门不许上锁",
        "昨日，江口区召开工作会，对学校及托育点的安全通道进行排查，要求走访小学堂、托育机构内部，"
        "重点排查安全门是否上锁。",
    ),
    "a cry below a kicker in two rows": (
        "K昔日土路泥泞小径难出门|K今朝水泥路到门口|H“咱村不比城里差！”",
        "“明年多种些草莓，路修好了，不愁运不出去。”昨日，何田买回一辆三轮车，和妻子商量着明年的打算。"
        "比起以前的泥泞小道，如今水泥路连着每户人家。",
    ),
    "clauses of one length over several rows": (
        "H芦花钢厂|H试成新炼法|D花钱三百元|D装机只三天 增产近三成",
        "一种新的炼钢方法在芦花钢厂试成了。它花钱少，装机只要三天，钢的产量增加近三成。",
    ),
    "what happens without who does it": (
        "H云湖|H迎来首批越冬候鸟", "昨天，云湖边热闹起来，首批越冬候鸟如约而至。",
    ),
    "a time of four signs": (
        "H前三季度|H全县外贸稳中有进", "前三季度，全县外贸稳中有进，同比增长三成。",
    ),
    "so many of whom the text tells": (
        "H七百名学子|H共跑“冬日五公里”",
        "今天，学校健康跑在操场鸣枪，七百名师生参加，最快的用时18分42秒。",
    ),
    "a label of which the text tells a part": (
        "K安全大检查|H“啄木鸟”小组找出隐患一百二十条",
        "5月以来，车辆段成立“啄木鸟”检查小组，找出隐患120条，全部整改到位。",
    ),
    "half a headline of four signs": (
        "H小区里养鸡 公鸡打鸣扰|H邻居清梦",
        "天还没亮，小区里公鸡就叫，吵得全楼睡不好觉，老人答应送走。",
    ),
    "from one thing to another": (
        "K从一棵苗到一条链|H小花椒做成大产业",
        "花椒采摘季到来，武阳镇的花椒从种苗到加工形成了一条产业链。",
    ),
    "what readers may keep": (
        "H县城六条道路|H今起封闭施工|D绕行路线请收好",
        "从今天起，县城六条道路封闭施工，交警部门公布了绕行路线。",
    ),
    "who gives the numbers": (
        "K省统计局发布数据|H七月份CPI同比上涨0.5%",
        "省统计局9日发布数据，7月份，全省居民消费价格同比上涨0.5%。",
    ),
    "two clauses with a comma": (
        "H天冷了，给血管“穿件棉袄”|D心内科专家教您平安过冬三招",
        "入冬以来，县医院心内科门诊量比上月增加四成。科室主任说，低温使血压升高，要慢起。",
    ),
    "what a piece is called": (
        "H盲人推拿师的“光明”|D免费培训残疾人六十二名",
        "眼睛看不见，心里却亮堂。盲人推拿师澹台光开店12年，先后免费培训残疾人62名。",
    ),
    "a round of the games": (
        "K县篮球联赛第八轮|H飞鹰队主场五连胜",
        "昨晚，在县篮球联赛第八轮比赛中，飞鹰队以108比105险胜对手，取得主场五连胜。",
    ),
    "two legs of the games": (
        "K城市足球联赛半决赛首回合|H棠溪队主场险胜|D全场鏖战九十分钟 替补小将一锤定音",
        "昨晚，棠溪队在城市足球联赛半决赛首回合中，凭借替补小将的头球，以1比0险胜云麓队。",
    ),
    "who answers readers": (
        "H门诊保障明年起提高|D县医保局答读者问",
        "新的门诊保障办法明年1月起施行，待遇提高。记者整理了几个问题，请县医保局作答。",
    ),
    "who looks into what": (
        "K县政府常务会议研究部署|H确保年底前兑付农民工工资",
        "昨日，县政府召开常务会议，研究根治欠薪等工作，要求按时发放农民工工资。",
    ),
    "two clauses of one length over one clause": (
        "K节水六成 增产一成|H旱稻新品种测产报喜",
        "11月24日，旱稻示范基地迎来测产，比对照品种增产一成以上，节水六成。",
    ),
    "a colon that ends no headline": (
        "H棠溪冬灌用水报告：|H一部手机管住三支渠 二百名管水员少跑路",
        "11月10日一早，棠溪的管水员打开手机，三支渠的闸门缓缓升起。",
    ),
    "a deck that small type would not break": (
        "K棠溪排查冬季消防隐患|H寄宿制学校、幼儿园|H安全出口禁上锁",
        "昨日，棠溪县召开工作会，对学校及幼儿园的安全通道进行排查，要求重点排查安全出口是否上锁。",
    ),
    "a short row that the text tells": (
        "H旧衣别扔|H38个社区可以送", "家有旧衣服不知往哪儿送？全县38个社区设立回收点。",
    ),
    "what is published below who publishes it": (
        "H省气象局发布|H入冬首个暴雪红色预警",
        "15日18时，省气象局升级发布入冬首个暴雪红色预警，预计16日白天多地有大暴雪。",
    ),
    "a place that does what stands below it": (
        "H棠溪开发区|H擦亮“低碳园区”招牌",
        "今年以来，棠溪开发区坚持绿色转型，关停高耗能企业12家，打造低碳园区。",
    ),
    "a thing that becomes what stands below it": (
        "H云湖下游水能资源开发|H成为县里新税源",
        "到去年年底，云湖下游三座电站累计缴税两亿元，占全县税收的一成。",
    ),
    "a verb without what it looks for": (
        "H寻求适合|H山区农民的增收路子", "近日，座谈会在棠溪召开，专家谈山区农民增收。",
    ),
    "a row that goes on with an old particle": (
        "H小区业主受停气|H之苦近半年", "入夏以来，桂香苑居民为做饭发愁，停气停了半年。",
    ),
    "the number of a part in brackets": (
        "H盘活山区闲置农房在一线|H（2）：钱从何处来？", "钱是关键。村里的农房要修，得先有投入。",
    ),
    "a person whom the row below makes do something": (
        "H两名“00后”护士|H让心脏骤停老人“起死回生”", "11月30日，两名护士在公交车上救了一位老人。",
    ),
    "what somebody does no more": (
        "H这个冬天|H村民不再为取水发愁", "往年冬天，坡上村的人走远路挑水，今年水通到家。",
    ),
    "the first of what was counted": (
        "H全省首例|H无人机送血成功", "昨日，一架无人机从血站起飞，把血液送到县医院。",
    ),
    "notes under a name": (
        "K秋山杂感|H“慢”的学问", "小时候总听老人说慢工出细活，后来才懂得慢里有学问。",
    ),
    "pieces that a paper asked for": (
        "K我与运河征文|H船工的女儿", "我家住在运河边上，父亲撑了一辈子的船。",
    ),
    "a short rubric": (
        "K百姓话题|H该不该给孩子压岁钱", "过年了，给不给孩子压岁钱又成了大家谈论的事。",
    ),
    "a short question under what was decided": (
        "K从下月一日起，全省下调用电价格|H电价下调影响几何",
        "经省政府批准，从12月1日起，全省下调工商业用电价格，平均降幅为百分之五。",
    ),
    "a session, what it decided, and who led it": (
        "H县委召开九届八次全体会议|D决定12月6日召开中共棠溪县第十次代表大会|"
        "D县委常委会主持 容止讲话",
        "昨天上午，县委召开九届八次全体会议，审议通过关于召开中共棠溪县第十次代表大会的决议，"
        "决定12月6日召开大会。会议由县委常委会主持，容止讲话。",
    ),
    "a meeting that has no name, over two rows": (
        "K县委常委会召开会议|H传达学习全省教育工作大会精神|H研究部署我县贯彻落实工作|D县委书记容止主持",
        "11月23日，县委常委会召开会议，传达学习全省教育工作大会精神，研究我县贯彻落实意见。"
        "县委书记容止主持会议。",
    ),
    "what was found below where": (
        "H云麓县发现|H野生红豆杉群落", "近日，护林员在云麓县巡山时看到一片红豆杉，共三百余株。",
    ),
    "what readers look at most": (
        "H居民最关注|H小区停车难", "昨日，记者走访了十个小区，停车是居民提得最多的事。",
    ),
    "who a piece is about, with a dash": (
        "K云湖大桥焊工容止——|H江上“绣花” 云端“穿线”", "清晨六点，焊工容止登上百米高的塔吊。",
    ),
    "what is expected of a thing": (
        "H快递小哥“歇脚驿站”|H预计年底投用", "记者从县总工会获悉，快递小哥的歇脚驿站正在装修。",
    ),
    "what a town became": (
        "H棠溪与北岭两座茶城|H升级为友好城市", "昨日，两地签下协议，将在茶叶、旅游等方面往来。",
    ),
    "a question that answers none": (
        "K野猪还是家猪？|H谁拱了村民的红薯地？", "连日来，坡上村的红薯地一片狼藉，村民守了三夜。",
    ),
    "a subject whose sentence is too long for a headline": (
        "K云湖库区三镇移民群众|H盼望县里尽快修通进村公路和自来水",
        "编辑同志：云湖库区三镇的移民早就盼望修通公路。路没有通，自来水也没有通，生活十分不便。",
    ),
    "an old man and what he did": (
        "H九旬老党员|H临终捐出全部积蓄", "昨日，县慈善会收到一笔特殊的捐款，一共六万元。",
    ),
    "who issues what stands below": (
        "H省里两部门联合印发|H农村饮水管理办法", "近日，省水利厅等两部门出了新规，明年起施行。",
    ),
    "a meeting that has no name": (
        "K县委常委会召开会议|H传达学习全省生态环境保护大会精神研究部署我县贯彻落实工作|"
        "D县委书记容止主持",
        "昨日，县委常委会召开会议，传达学习全省生态环境保护大会精神，研究部署我县贯彻落实工作。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "text"), HEADINGS.values(), ids=HEADINGS)
def test_the_rows_of_a_heading(rows, text):
    found, wanted = rows_of_heading(rows, text)
    assert found == wanted


@pytest.mark.parametrize(
    ("row", "below"),
    [
        ("芦花连续16年", "捧“绿柳杯”"),
        ("江汀队第三次", "登顶全省联赛"),
        ("江汀报社城南分社", "社长容止一行来访"),
        ("外卖小哥", "勇救落水女童"),
        ("县里警方破获", "特大网络诈骗案"),
        ("把论文", "写在田埂上"),
        ("新生代农民", "用爱守护古银杏"),
    ],
)
def test_a_row_that_is_no_clause_of_its_own(row, below):
    clauses = Clauses("昨日，县里召开会议。", DEFAULT_RULES)
    assert clauses.is_cut(row, below)
    assert not clauses.is_cut("芦花捧杯归来", below)


def test_who_something_is_done_to_is_not_who_does_it():
    predicates = Predicates(DEFAULT_RULES)
    assert predicates.is_actor("九旬老党员")
    assert not predicates.is_actor("县医院把专家")


def test_p25_no_half_of_a_headline_goes_to_a_neighbour_that_lost_its_own():
    rows = ["邻里守望", "暖人心田"]
    told = LEAD.replace("受到居民欢迎", "邻里守望，暖人心田，受到居民欢迎")
    last = column("本报讯（记者何田）11月5日，学生上门检修水电线路，居民们十分欢喜。")
    source = page(OTHER, "\n".join(rows), story(told, SECOND), "学生上门检修水电线路", last)
    heads = [article["headline"] for article in read(source)["articles"]]
    assert heads == [None, "邻里守望暖人心田", "学生上门检修水电线路"]


def test_p25_two_short_rows_of_nearly_one_length_are_not_parted():
    found = read(page(FIRST, "上门检修", "忙在云麓冬日", OTHER_HEAD, OTHER))["articles"]
    assert [a["headline"] for a in found] == ["上门检修忙在云麓冬日", OTHER_HEAD]


def test_no_row_of_a_headline_ends_in_words_that_want_a_day():
    rows = [
        "因实施老城区管网改造，定于",
        "2026年11月17日（星期二）22时起停水",
        "八小时，敬请谅解。",
    ]
    found = read(page(HEAD, FIRST, "\n".join(rows)))["articles"]
    assert [a["headline"] for a in found] == [HEAD]


def test_q9_the_name_of_a_column_stays_with_the_headline_below_it():
    source = page(OTHER, "民生观察\n" + HEAD, FIRST)
    first, second = read(source)["articles"]
    assert (first["headline"], second["kicker"], second["headline"]) == (None, "民生观察", HEAD)


PARTS = [
    ("回得来：一张清单办到底", "返乡的年轻人办证、贷款，一个窗口全都办成，不用来回跑。"),
    ("留得住：把车间建到家门口", "竹编车间的灯亮到晚上九点，妇女一边干活一边照看孩子。"),
    ("干得好：抱团才有好光景", "村里和邻近四个村联合成立合作社，统一品牌，统一销路。"),
]  # fmt: skip


def test_p37_a_subhead_under_a_full_row_is_told_by_the_form_of_its_siblings():
    # The second text ends at the column's edge, so no width tells where the third subhead begins.
    full = PARTS[1][1][:25] + "。"
    rows = [HEAD, column(LEAD), PARTS[0][0], column(PARTS[0][1]), "", PARTS[1][0], column(full)]
    rows += [PARTS[2][0], column(PARTS[2][1])]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert [head["text"] for head in article["subheads"]] == [head for head, _ in PARTS]


def test_p5_no_headline_ends_inside_a_quotation():
    rows = [
        *column(LEAD, 13).splitlines(), *column(SECOND, 13).splitlines(),
        "“看鸟请站远一点，别用", "无人机，别穿大红大绿的衣", "服。”保护站站长鲁一舟提醒",
        "", "市民，观鸟旺季将持续到明年2月", "底，周末北岸停车场实行预约入场。",
    ]  # fmt: skip
    (article,) = read("\n".join([HEAD, *rows]) + "\n")["articles"]
    assert article["subheads"] == []
    assert "别穿大红大绿的衣服。”保护站站长" in article["paragraphs"][-1]


def test_p37_two_subheads_of_one_form_head_no_articles_of_their_own():
    body = LEAD.removeprefix("本报讯（记者林知夏）")
    rows = [HEAD, "□ 本报记者 林知夏", column(body, 20), column(SECOND, 20)]
    for head, text in PARTS[:2]:
        told = f"“最怕的不是苦。”{head.replace('：', '，')}，{text}志愿者还给老人讲解取暖常识。"
        rows += [head, column(told, 20)]
    source = "\n".join([*rows, OTHER_HEAD, column(OTHER_LEAD, 20), column(OTHER_SECOND, 20)]) + "\n"
    first, second = read(source)["articles"]
    assert (first["headline"], second["headline"]) == (HEAD, OTHER_HEAD)
    assert [head["text"] for head in first["subheads"]] == [head for head, _ in PARTS[:2]]


def test_p27_a_blank_line_parts_kicker_and_headline_where_no_headline_has_one_inside():
    plain = [
        ("志愿者走进青石桥，", "独居老人心里暖"),
        ("油菜机播忙，", "二十台机子齐下田"),
        ("服务送上门，", "有事随叫随到"),
    ]
    texts = [FIRST, OTHER, column("本报讯（记者何田）" + SECOND)]
    blocks = [f"{a}\n{b}\n\n{text}" for (a, b), text in zip(plain, texts, strict=True)]
    park = "本报讯（记者何田）10月9日，滨河公园开放。这里原是砖窑，设计师把砖窑改成茶室。"
    parted = f"废弃砖窑变成茶室\n\n滨河公园正式开放\n\n{column(park)}"
    joined = f"废弃砖窑变成茶室\n滨河公园正式开放\n\n{column(park)}"
    assert _last_heads(*blocks, parted) == ("废弃砖窑变成茶室", "滨河公园正式开放")
    assert _last_heads(*blocks, joined) == (None, "废弃砖窑变成茶室 滨河公园正式开放")


def _last_heads(*blocks: str) -> tuple:
    last = read(page(*blocks))["articles"][-1]
    return last["kicker"], last["headline"]

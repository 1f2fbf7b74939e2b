"""What articles of further papers showed: letters, lists, verse, notices, titles of pictures."""

import re
from unittest.mock import ANY

from articles.parsing.pictures import captions, photos
from articles.parsing.reading import bodies, briefs, entries, kept, stories, subheads
from articles.parsing.typography import side_by_side
from articles.parsing.words import classify, matter, notices
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    SECOND,
    column,
    page,
    story,
)
from tests.parsing.tables import by_rule, captions_of, heads_of, holds_by_rule, signers, texts_of
from tests.parsing.test_removed_rules import read

NEVER = re.compile("(?!)")
ASKED = f"编辑同志：{SECOND}"
NOTE = "编后：昨天，编辑部已将此信转给市交警支队设施科，本报将继续关注。"
CALLED = "市民何先生昨打本报热线 88110110 反映：小区门口一个雨水井盖破损，夜里骑车险些栽进去。"
MAILED = "四、投稿：电子邮箱tl@example.com，邮件主题请注明征文，文末附姓名和电话。"
ITEMS = [
    "●青石桥乡 近日开展助学活动，三十七名学生获得助学金。",
    "●县医院 到云麓镇义诊，二百名村民接受检查。",
]
POEM = (
    "太阳把自己摊开\n母亲用木耙\n一遍一遍，翻动它\n麻雀落下来\n又飞起来\n像几粒不肯归仓的谷子\n"
    "傍晚，父亲扛起最后一袋\n他的背弯下去\n整座村庄跟着弯了一下"
)
ROLL = [
    "王茂林　云麓恒远电子公司设备维修工",
    "牛向东　国网云麓供电公司班长",
    "仝秀珍（女）　棠溪县石砚厂制砚工",
    "邢立本　市公共交通集团修理工",
]
PRIZES = (
    "一等奖（1名）\n《煤油灯下》 何正礼\n（石桥县）\n二等奖（2名）\n"
    "《一本借了四十年的书》 郁文英（渚城区）\n《盲文与月光》 林向明（望湖区）"
).split("\n")
WINNERS = [
    "一等奖（1名）",
    "《煤油灯下》何正礼（石桥县）",
    "二等奖（2名）",
    "《一本借了四十年的书》郁文英（渚城区）",
    "《盲文与月光》林向明（望湖区）",
]
GRADES = ["石岗乡鹰嘴村 何金生 C级", "石岗乡南坡村 令三套 D级", "云麓镇尚岭村 葛秀云 C级"]
FORECASTS = ["青石县 多云，北部有小雨 7—19℃", "云麓县 晴 4—18℃", "棠溪县 晴间多云 8—22℃"]
PAIRS = [
    "1.大跨度桥梁建造关键技术及应用　　云麓交通大学土木学院",
    "2.优质抗倒杂交稻的选育与推广　　县农业科学院水稻研究所",
    "3.湖水富营养化协同治理与修复　　棠溪大学环境学院",
    "4.换流阀状态感知与智能运维系统　　国网棠溪县供电公司",
]
ISSUERS = "棠溪县公安局交通警察大队\n棠溪县住房和城乡建设局\n2020年10月17日"
NEWS = (
    "10月15日，大营镇土桥村村民在晾晒刚采摘的朝天椒。今年该镇推广麦椒套种八千六百亩，"
    "每亩纯收入比单种玉米高出一千多元。"
)
NEWS_PHOTO = column(NEWS, 12, 0) + "\n本报记者 宗磊 摄"
BRIEFS = {
    "柳岗区：给老人装门铃": "柳岗区为六百户老人免费安装呼叫门铃，一按就有人上门。",
    "石坝县：秸秆变成餐盒": "石坝县引进的秸秆制品厂日前投产，年消化秸秆三万吨。",
    "苇泊市：观鸟台开放": "苇泊市在湿地建成木栈道和观鸟台，月底对游人开放。",
}
ITEMS_OF_BRIEFS = [f"{title}\n\n{column(text)}" for title, text in BRIEFS.items()]
BROKEN = column(
    "十岁的何小满学了三个月剪纸，剪了一张全家福，四个人手拉手，站在一棵大树下，树上还有两只喜鹊，"
    "她说等过年爸爸妈妈回来就给他们看。", 16,
).split("\n")  # fmt: skip
# Page, what is asked, the answer; the rule's place, name, and what stands there instead.
CASES = {
    "a note below a letter is no staff line": (
        page(HEAD, story(BODY, NOTE, width=11)), texts_of, [[BODY, NOTE]],
        matter.PageMatter, "is_staff", lambda _, text: text.startswith("编后"),
    ),
    "a call to the paper is told in a text": (
        page(HEAD, column(CALLED, 28)), texts_of, [[CALLED.replace(" ", "")]],
        matter, "TOLD_TO_CALL", NEVER,
    ),
    "a numbered paragraph tells where to send it": (
        page(HEAD, column(BODY, 30), column(MAILED, 30)), texts_of, [[BODY, MAILED]],
        matter, "TOLD_TO_CALL", NEVER,
    ),
    "an item begins with a place, and no name follows": (
        page(HEAD, column(BODY), "简 讯", *(column(item, 10) for item in ITEMS)), texts_of,
        [[BODY], ITEMS],
        classify, "tells_after_mark", lambda *_: False,
    ),
    "a padded name above a text whose headline stands below": (
        page("编辑：何田 美编：林杉", "庾 归\n" + column(BODY), HEAD), signers, [["庾归"]],
        bodies.Gathering, "_is_unknown", lambda *_: False,
    ),
    "two padded names above a text": (
        page(HEAD, "陶 冶 苏 木\n" + column(BODY)), signers, [["陶冶", "苏木"]],
        bodies, "as_extracted", lambda line: line.text,
    ),
    "a credit names who signs the text": (
        page("街角\n" + column("清晨的面馆热气腾腾。", 8, 0) + "\n郁芹 摄", HEAD,
             column(BODY) + "\n郁芹", OTHER_HEAD, OTHER), signers, [["郁芹"], ["宋南星"]],
        bodies, "SIGNED", frozenset(),
    ),
    "verse has commas inside its rows": (
        page(HEAD, column(BODY), "晒谷场（外一首）\n姚 荻\n" + POEM, OTHER_HEAD, OTHER), texts_of,
        [[BODY], POEM.split("\n"), ANY], kept, "_marked", lambda run: [True] * len(run),
    ),
    "a roll set by wide spaces alone": (
        page(HEAD, column(BODY) + "\n" + "\n".join(ROLL) + "\n" + column(SECOND)), texts_of,
        [[BODY, *(row.replace("\u3000", "  ") for row in ROLL), SECOND]],
        kept, "BLANK", re.compile("[ \u00a0]"),
    ),
    "a list of prizes": (
        page("获奖名单揭晓", "\n".join([column(BODY), *PRIZES]), HEAD, FIRST), texts_of,
        [[BODY, *WINNERS], ANY], stories, "mark_prizes", lambda _: None,
    ),
    "a table of grades": (
        page(HEAD, column(BODY) + "\n" + "\n".join(GRADES)), texts_of, [[BODY, *GRADES]],
        kept, "_is_table", lambda _: False,
    ),
    "two give one notice": (
        page("关于城区道路施工的通告", column(SECOND) + "\n" + ISSUERS, HEAD, FIRST), texts_of,
        [[SECOND, *ISSUERS.split("\n")], ANY], notices.Notices, "_above_issuers",
        lambda _, __, place: place,
    ),
    "a picture of news has a title of its own": (
        page(HEAD, FIRST, "辣椒红了", NEWS_PHOTO, OTHER_HEAD, OTHER), heads_of,
        [(None, HEAD), (None, "辣椒红了"), (None, OTHER_HEAD)], photos, "_untold",
        lambda _, run, *__: run.stop,
    ),
    "no headline ends with 将": (
        page(HEAD, FIRST, "执法队员劝导商户将\n店外物品搬回店内。\n本报记者 禹珂 摄", OTHER_HEAD,
             column("执法队员劝导商户将物品搬回店内。" + OTHER_BODY)), captions_of,
        ["执法队员劝导商户将店外物品搬回店内。"], captions, "HARDLY_LAST", frozenset(),
    ),
    "a caption between two rows of one sentence": (
        page(HEAD, "\u3000\u3000" + column(BODY, 16) + "\n\u3000\u3000" + "\n".join(BROKEN[:2]),
             "孩子们在课堂剪纸。", "\n".join(BROKEN[2:])),
        captions_of, ["孩子们在课堂剪纸。"], stories, "mark_inside", lambda _: None,
    ),
    "the items of a column have titles": (
        page(HEAD, FIRST, "县区短波", *ITEMS_OF_BRIEFS,
             OTHER_HEAD, OTHER), heads_of,
        [(None, HEAD), (None, "县区短波"), (None, OTHER_HEAD)], briefs, "LEAST", 9,
    ),
    "an editors' note below who wrote the letter": (
        page("让路", f"{column(ASKED)}\n小沟镇 周大勇\n编后\n{column(BODY)}"), texts_of,
        [[ASKED, BODY]], subheads.Subheads, "_may_answer", lambda _, pieces: len(pieces) == 1,
    ),
    "forecasts in rows": (
        page("今明以多云为主", column(BODY) + "\n" + "\n".join(FORECASTS)), texts_of,
        [[BODY, *FORECASTS]], entries, "FORECAST", NEVER,
    ),
    "numbers go on below a list": (
        page(HEAD, "一、内容", column(BODY), "二、奖项\n一等奖2名 各奖2000元\n二等奖5名 各奖1000元",
             "三、投稿", column(SECOND), OTHER_HEAD, OTHER), heads_of,
        [(None, HEAD), (None, OTHER_HEAD)], subheads, "ITEM", NEVER,
    ),
    "a numbered list of pairs is no two columns": (
        page("科技进步奖名单", column(BODY) + "\n" + "\n".join(PAIRS)), texts_of,
        [[BODY, *(pair.replace("\u3000\u3000", " ") for pair in PAIRS)]],
        side_by_side, "_is_numbered", lambda _: False,
    ),
    "two bodies in one row sign a letter": (
        page("写给乡亲们", column(SECOND) + "\n云湖县委 云湖县政府", HEAD, FIRST), texts_of,
        [[SECOND, "云湖县委 云湖县政府"], ANY], notices.Notices, "_sign_lists", lambda *_: None,
    ),
}  # fmt: skip


@by_rule(CASES)
def test_a_page_is_read_by_its_rule(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_who_is_called_like_a_word_for_writing_signs_with_a_mark():
    assert signers(page(HEAD + "\n□ 文 火", column(BODY))) == [["文火"]]


def test_the_day_of_a_speech_stands_below_its_title():
    source = page("在全县教育工作会上的讲话（摘要）\n（2019年5月4日）", FIRST)
    assert read(source)["articles"][0]["deck"] == "（2019年5月4日）"


def test_the_day_under_the_last_words_of_a_notice_is_its_own():
    source = page("关于公交改道的通告", column(SECOND) + "\n特此通告。\n2023年5月15日", HEAD, FIRST)
    assert texts_of(source)[0][-1] == "2023年5月15日"


def test_a_padded_title_of_a_column_signs_nothing():
    assert signers(page(HEAD, FIRST, "简 讯", *(column(item, 16) for item in ITEMS)))[1] == []


def test_the_titles_of_a_column_are_its_subheads_and_its_texts_one_article():
    column_of_briefs = read(page(HEAD, FIRST, "县区短波", *ITEMS_OF_BRIEFS))["articles"][1]
    assert [subhead["text"] for subhead in column_of_briefs["subheads"]] == list(BRIEFS)
    assert column_of_briefs["paragraphs"] == list(BRIEFS.values())


def test_a_report_that_a_reporter_signs_is_no_item_of_the_column_above_it():
    last = f"东岭区：楼长上岗\n\n{column(LEAD)}"
    heads = [head for _, head in heads_of(page("县区短波", *ITEMS_OF_BRIEFS, last))]
    assert heads == ["县区短波", "东岭区：楼长上岗"]

"""Q25 and Q32: pull quotes, captions in the text, one headline over several articles."""

from articles.parsing import ledger, parse_page
from articles.parsing.reading import stories
from articles.parsing.reading.repeats import NEAR
from articles.records import Role
from tests.parsing.columns import (
    BODY,
    FIRST,
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

THIRD = "社区主任说，入冬前要把老楼的线路再查一遍，谁家有困难随时可以来电话。"
QUOTE = "有事随叫随到"
CAPTION = "11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。"
THEME = "棠溪县开展志愿服务"


def doubts(source: str) -> list[str]:
    return [doubt["kind"] for doubt in read(source)["doubts"]]


def test_q25_a_pull_quote_between_paragraphs_is_set_aside():
    quote = "留下服务电话，约定每月上门一次。"
    record = parse_page(page(HEAD, column(LEAD), column(SECOND), column(quote, 10), column(THIRD)))
    assert ledger(record).closed
    assert [p.text for p in record.articles[0].paragraphs] == [BODY, SECOND, THIRD]
    assert "".join(record.ignored) == quote
    assert {x.rule for x in record.labels if x.role is Role.IGNORED} == {"pull-quote"}
    assert "pull_quote" in {doubt.kind for doubt in record.doubts}


def test_q25_a_pull_quote_in_the_place_of_a_subhead_is_set_aside():
    source = page(HEAD, column(LEAD), column(SECOND), "约定每月上门一次", column(THIRD))
    (article,) = read(source)["articles"]
    assert (article["subheads"], article["paragraphs"]) == ([], [BODY, SECOND, THIRD])


def test_q25_a_subhead_with_words_of_its_own_stays():
    source = page(HEAD, column(LEAD), column(SECOND), "邻里守望暖人心", column(THIRD))
    (article,) = read(source)["articles"]
    assert [head["text"] for head in article["subheads"]] == ["邻里守望暖人心"]


def test_q25_the_date_under_a_notice_is_no_pull_quote():
    text = "因管网改造，定于2026年11月5日夜起停水八小时，请用户提前储水备用，敬请谅解。"
    (article,) = read(page("停水通知", column(text), "云麓县供水公司\n2026年11月5日"))["articles"]
    assert article["paragraphs"][-1] == "2026年11月5日"


def test_q25_a_caption_that_stands_in_the_text_as_well_is_a_doubt():
    source = page(HEAD, story(LEAD, CAPTION), column(CAPTION, 10, 0) + "\n陆小舟 摄")
    assert "caption_repeated" in doubts(source)
    assert "caption_repeated" not in doubts(
        page(HEAD, FIRST, column(CAPTION, 10, 0) + "\n陆小舟 摄")
    )


def package(theme: str) -> str:
    third = "本报讯（记者何田）11月5日，棠溪县开展志愿服务进校园活动，大学生给孩子们补课。"
    other = OTHER_LEAD.replace("当天", "棠溪县开展志愿服务，帮农户当天")
    first = story(LEAD.replace("组织志愿者", "开展志愿服务，志愿者"), SECOND)
    second = story(other, OTHER_SECOND)
    return page(theme, HEAD, first, OTHER_HEAD, second, "大学生进校园补课", column(third))


def test_q32_a_headline_over_several_articles_is_a_doubt_and_leaves_theirs_alone():
    reading = read(package(THEME))
    heads = [a["headline"] for a in reading["articles"]]
    assert heads == [HEAD, OTHER_HEAD, "大学生进校园补课"]
    assert "umbrella" in [doubt["kind"] for doubt in reading["doubts"]]


def test_q32_a_kicker_that_speaks_of_its_own_article_alone_is_no_such_headline():
    assert "umbrella" not in doubts(package("打造百姓身边服务圈"))


def test_q32_a_headline_is_held_against_the_next_stories_alone(monkeypatch):
    looked_at = []
    monkeypatch.setattr(stories, "is_umbrella", lambda _, bodies: looked_at.append(len(bodies)))
    parse_page("\n\n".join([package(THEME)] * 12))
    assert max(looked_at) == NEAR

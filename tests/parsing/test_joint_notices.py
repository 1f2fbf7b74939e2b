"""Q19, Q1, Q12: who gives a notice, sections at a page's foot, names that a row's end cuts."""

import pytest

from tests.parsing.columns import OTHER, OTHER_HEAD, column, page, read

NOTICE = "因老桥加固，自12月1日起封闭施工，车辆请绕行二号桥。给您带来的不便，敬请谅解。"
TITLE = "关于云湖老桥封闭施工的通告"
POLICE, OFFICE = "云湖县公安局交通警察大队", "云湖县市政工程管理处"
GAME = "“柿子杯”象棋赛昨天在文化馆收枰，七十一岁的老将容止六胜一和，捧走了奖杯。"
SIGNED = "□本报记者 林知夏"


def _notice(*issuers: str) -> str:
    return "\n".join([TITLE, column(NOTICE, 18), *issuers])


@pytest.mark.parametrize(
    ("source", "headlines"),
    [
        # Two bodies sign together, right above the next headline.
        (page(_notice(POLICE, OFFICE) + "\n老将捧杯\n" + column(GAME, 18)), [TITLE, "老将捧杯"]),
        # One stands with the text, and a blank line parts both from the next story.
        (page(_notice(OFFICE), "老将捧杯", column(GAME, 18)), [TITLE, "老将捧杯"]),
        # A byline, below which the next story has lost its headline.
        (page(_notice(POLICE, OFFICE) + f"\n{SIGNED}\n" + column(GAME, 18)), [TITLE, None]),
    ],
)
def test_who_gives_a_notice_is_no_row_of_the_next_headline(source, headlines):
    found = read(source)["articles"]
    assert [article["headline"] for article in found] == headlines
    assert all(article["kicker"] is article["deck"] is None for article in found)


def test_a_body_that_the_next_story_speaks_of_begins_its_headline():
    told = "昨天，云湖县图书馆开出夜读书房，开门到零点。云湖县图书馆的灯一直亮着。"
    rows = _notice(OFFICE) + "\n云湖县图书馆\n\n开出夜读书房\n\n" + column(told, 18) + "\n"
    second = read(rows)["articles"][1]
    assert second["headline"] == "云湖县图书馆开出夜读书房"


def test_a_headline_that_ends_in_a_fraud_gives_no_notice():
    story = column("本报讯（记者何田）昨天，柜员拦下一笔汇款，老人的八万元保住了。", 18)
    found = read(page(_notice(POLICE, OFFICE), "老人险被骗 柜员识破骗局", story))["articles"]
    assert [article["headline"] for article in found] == [TITLE, "老人险被骗 柜员识破骗局"]


@pytest.mark.parametrize("foot", ["副刊\n11版\n2026年11月5日 星期四", "城事\nA08版"])
def test_q1_a_section_over_the_number_at_the_pages_foot_is_no_headline(foot):
    reading = read(page(OTHER, OTHER_HEAD, column(GAME, 18) + "\n（何田）", "老将捧杯", foot))
    assert [article["headline"] for article in reading["articles"]] == [OTHER_HEAD, "老将捧杯"]
    assert reading["furniture"] == foot.split("\n")


def test_q12_a_name_of_two_signs_may_end_a_row_above_the_next_role():
    rows = ["老将捧杯", "", "　　本报讯 （记者 何　田", "通讯员 俞宇长）" + GAME[:12], GAME[12:]]
    (article,) = read("\n".join(rows) + "\n")["articles"]
    assert (article["reporters"], article["correspondents"]) == (["何田"], ["俞宇长"])


@pytest.mark.parametrize("day", ["2026年3月5日", " 2026年3月5日", "二〇二六年三月五日"])
def test_who_gives_a_notice_and_its_day_may_stand_in_one_row(day):
    rows = page(_notice(POLICE + day) + "\n\n老将捧杯\n" + column(GAME, 18))
    first, second = read(rows)["articles"]
    assert (first["headline"], second["headline"]) == (TITLE, "老将捧杯")
    assert first["deck"] is second["kicker"] is None
    assert first["paragraphs"][-1].replace(" ", "").startswith(POLICE)

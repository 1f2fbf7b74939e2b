"""A marker of any form joins two pages, and none of it stays in text or headline."""

import pytest

from articles.parsing import parse_page
from articles.parsing.issue import IssuePage, read_issue
from tests.joining.pages import BRIDGE, HARVEST

FORMS = """
（下转第二版） | （上接第一版）
（下转2版①） | （上接1版①）
▶▶下转02版 | ▶▶上接01版
转02版 | 接01版
（转第二版） | （接第一版）
（文转第2版） | （文接第1版）
［下转 2 版］ | ［上接 1 版］
↘下转02 | ↖上接01
下转2版→ | ←上接1版
▼下转2版 | ▲上接1版
——下转第二版 | ——上接第一版
●下转第2版 | ■上接第1版
（下转第2版） | （上接第1版《青禾坪小学新操场启用》）
（紧转02版） | （紧接01版）
（下转A2） | （上接A1）
（全文转第2版） | （全文接第1版）
☞下转02版 | ☜上接01版
〔下转第二版〕 | 〔上接第一版〕
( 下转2版 ) | ( 上接1版 )
／下转02版／ | ／上接01版／
▶紧接02版 | ▶紧接01版
"""
HEAD = "青禾坪小学新操场启用\n"
BEGINS = (
    "本报讯（记者陈一诺）11月18日，岚汀县青禾坪镇小学新操场启\n"
    "用，六百多名学生在新跑道上上了第一堂体育课。\n"
    "学校原来的操场是煤渣地，下雨就不能用。今年夏天，县里拨\n"
    "款八十万元，用三个月建成了新操场。"
)
GOES_ON = (
    "校长范之远说，青禾坪的孩子们盼新操场盼了很久，家长们\n"
    "都说这是一件实事。\n"
    "新操场还装了夜间照明，放学以后附近的村民也可以进来锻\n炼。\n"
)
FRONT = HEAD + BEGINS + "{onward}\n\n秋粮总产再创新高\n" + HARVEST.rpartition("\n秋")[0]
BACK = "{back}" + GOES_ON + "\n鸣溪河二桥主桥合龙\n" + BRIDGE.rpartition("\n鸣")[0]


def forms(onward_before="\n", back_after="\n"):
    for row in FORMS.strip().splitlines():
        onward, back = (cell.strip() for cell in row.split("|"))
        yield pytest.param(onward_before + onward, back + back_after, id=row)


def joined(onward, back):
    pages = [
        IssuePage("01", parse_page(FRONT.format(onward=onward))),
        IssuePage("02", parse_page(BACK.format(back=back))),
    ]
    return pages, read_issue(pages)


def printed(pages):
    """Headline and text of the story that is on both pages."""
    parts = [page.record.articles[0] for page in pages]
    paragraphs = [paragraph.text for part in parts for paragraph in part.paragraphs]
    return "".join([part.headline or "" for part in parts] + paragraphs)


@pytest.mark.parametrize(("onward", "back"), list(forms()))
def test_markers_in_rows_of_their_own_join_the_parts(onward, back):
    pages, reading = joined(onward, HEAD + back)
    assert [(join.first.page, join.rest.page) for join in reading.joins] == [("01", "02")]
    assert reading.unanswered == ()
    assert not set("转接版▶") & set(printed(pages))


IN_ROWS = [form for form in forms("", "") if not form.values[0].startswith(("转", "▶紧接"))]


@pytest.mark.parametrize(("onward", "back"), IN_ROWS)
def test_markers_inside_the_text_join_the_parts(onward, back):
    pages, reading = joined(onward, HEAD + back)
    assert [(join.first.page, join.rest.page) for join in reading.joins] == [("01", "02")]
    assert not set("转接版▶") & set(printed(pages))


def test_markers_with_numbers_join_only_their_like():
    other = HEAD + "（上接1版②）\n" + GOES_ON.replace("校长", "园长")
    parts = [HEAD + BEGINS + "（下转2版②）\n", "（上接1版①）\n" + GOES_ON + "\n" + other]
    pages = [IssuePage(f"0{k}", parse_page(text)) for k, text in enumerate(parts, 1)]
    (join,) = read_issue(pages).joins
    assert pages[1].record.articles[join.rest.unit - 1].headline == HEAD.strip()


def test_a_marker_below_a_headline_in_quotes_is_no_rest_of_it():
    record = parse_page("学校用上“新操场”\n（上接第一版）\n" + GOES_ON)
    assert [article.headline for article in record.articles] == ["学校用上“新操场”"]
    assert record.articles[0].jumps == ("（上接第一版）",)


def test_a_marker_as_long_as_two_rows_of_headline_above_it_is_one():
    record = parse_page("新操场启用了\n孩子们高兴了\n（接第一版）\n" + GOES_ON)
    assert [article.headline for article in record.articles] == ["新操场启用了孩子们高兴了"]
    assert record.articles[0].jumps == ("（接第一版）",)


def test_words_that_only_look_like_markers_stay_in_the_text():
    record = parse_page(
        HEAD + BEGINS + "\n他接第一版书稿时已经七十岁，后来又转第二版给同行看，一家人都\n说好。\n"
    )
    assert "接第一版书稿" in record.articles[0].paragraphs[-1].text
    assert record.articles[0].jumps == ()

"""花脸稿: both ends can be read out of it, and each change is the hand's that made it."""

from hypothesis import given
from hypothesis import strategies as st

from articles.texts.redlines import Stretch, follow, redline
from tests.timing import least

LINES = st.lists(st.text(alphabet="甲乙丙，。", max_size=12), max_size=6)


def newest(paragraphs):
    return [each.text for each in paragraphs if each.place is not None]


@given(st.lists(LINES, min_size=1, max_size=5))
def test_the_newest_text_can_always_be_read_out(versions):
    paragraphs = redline(versions, list(range(1, len(versions))))
    assert newest(paragraphs) == versions[-1]
    places = [each.place for each in paragraphs if each.place is not None]
    assert places == list(range(len(versions[-1])))


@given(LINES, LINES)
def test_of_two_versions_the_older_can_be_read_out_too(before, after):
    paragraphs = redline([before, after], ["x"])
    old = [
        "".join(each.text for each in paragraph.stretches if each.added is None)
        for paragraph in paragraphs
        if not paragraph.stretches or any(each.added is None for each in paragraph.stretches)
    ]
    assert [text for text in old if text] == [text for text in before if text]


def test_each_change_is_the_hands_that_made_it():
    (one,) = redline([["大桥昨天通车。"], ["大桥今天通车。"], ["北渡大桥今天通车。"]], ["甲", "乙"])
    assert one.stretches == (
        Stretch("北渡", added="乙"),
        Stretch("大桥"),
        Stretch("昨", removed="甲"),
        Stretch("今", added="甲"),
        Stretch("天通车。"),
    )


def test_what_one_hand_puts_in_and_another_takes_out_stays_visible():
    versions = [["桥通了。"], ["新桥通了。"], ["桥通了。"]]
    (by_two,) = redline(versions, ["甲", "乙"])
    (by_one,) = redline(versions, ["甲", "甲"])
    assert by_two.stretches[0] == Stretch("新", added="甲", removed="乙")
    assert by_one.stretches == (Stretch("桥通了。"),)


def test_paragraphs_that_go_and_come_keep_their_places():
    paragraphs = redline(
        [["第一段说桥。", "第二段说路。"], ["新来的一段。", "第二段说路。"]], ["甲"]
    )
    assert [(each.place, each.text) for each in paragraphs] == [
        (None, ""),
        (0, "新来的一段。"),
        (1, "第二段说路。"),
    ]


def test_a_paragraph_is_followed_as_long_as_it_is_recognised():
    old = ["第一段说的是桥。", "第二段说的是路。", "第三段会没有。"]
    new = ["多出来的开头与此无关。", "第一段说的还是桥。", "第二段说的是路。"]
    assert follow(old, new) == {0: 1, 1: 2}


def test_thirty_versions_of_a_long_text_take_no_time():
    paragraph = "岚汀县第三季度完成投资四亿元，同比增长百分之六点二。" * 8
    versions = [[f"{number}{paragraph}" for number in range(100)]]
    for number in range(30):
        lines = list(versions[-1])
        lines[number] = lines[number].replace("四亿", "五亿", 2)
        versions.append(lines)
    assert least(lambda: redline(versions, list(range(30))), 2) <= 2

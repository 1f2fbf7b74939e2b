"""Differences: nothing of either text is lost, and a change is shown where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.differences import compare
from tests.timing import least

TEXT = st.text(alphabet="甲乙丙12.，。\n", max_size=40)


def side(rows, without):
    kept = [row for row in rows if row.kind != without]
    return "\n".join(
        "".join(piece.text for piece in row.pieces if piece.kind != without) for row in kept
    )


@given(TEXT, TEXT)
def test_both_texts_can_be_read_out_of_the_rows(before, after):
    rows = compare(before, after)
    assert side(rows, "gone") == after
    assert side(rows, "new") == before


def test_one_changed_character_is_all_that_is_marked():
    rows = compare("第一段。\n桥在东岸。", "第一段。\n桥在西岸。")
    assert [row.kind for row in rows] == ["same", "changed"]
    marked = [(piece.kind, piece.text) for piece in rows[1].pieces if piece.kind != "kept"]
    assert marked == [("gone", "东"), ("new", "西")]


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("总量达11.9万毫升", "总量达12.9万毫升", "11.9", "12.9"),
        ("共2人到场", "共32人到场", "2", "32"),
        ("全县1,150户", "全县1,510户", "1,150", "1,510"),
        ("２０２５年开工", "２０２６年开工", "２０２５", "２０２６"),
    ],
)
def test_a_number_is_changed_as_a_whole(before, after, gone, new):
    [row] = compare(before, after)
    marked = [(piece.kind, piece.text) for piece in row.pieces if piece.kind != "kept"]
    assert marked == [("gone", gone), ("new", new)]


def test_another_paragraph_is_not_the_old_one_changed():
    assert [row.kind for row in compare("甲乙丙丁", "春夏秋冬")] == ["gone", "new"]


@pytest.mark.parametrize("share", [0.01, 0.3])
def test_two_long_texts_are_compared_quickly(share):
    paragraph = "岚汀县第三季度完成投资四亿元，同比增长百分之六点二。" * 8
    before = [f"{number}{paragraph}" for number in range(100)]
    step = max(1, round(1 / share))
    after = list(before)
    after[::step] = [text.replace("四亿", "五亿", 1) for text in before[::step]]
    assert least(lambda: compare("\n".join(before), "\n".join(after)), 2) <= 2


@pytest.mark.parametrize("signs", ["啊", "啊了", "啊了的", "1", "1."])
def test_texts_of_a_few_signs_that_come_back_are_compared_quickly(signs):
    before, after = signs * 6_000, (signs[::-1] + "桥") * 4_000
    assert side(compare(before, after), "gone") == after
    assert least(lambda: compare(before, after), 1) <= 1


@pytest.mark.parametrize("mark", ["，", "\n"])
def test_words_that_come_back_between_others_are_compared_quickly(mark):
    before, after = mark.join(["同"] * 500), mark.join(["同", "异"] * 250)
    assert side(compare(before, after), "gone") == after
    assert least(lambda: compare(before, after), 0.5) <= 0.5


def test_a_paragraph_put_before_a_changed_one_is_new_and_the_changed_one_changed():
    before = "大桥主体工程昨日完工，比计划提前两个月。"
    after = f"县里今年修了三条路。\n{before.replace('昨日', '今日')}"
    assert [row.kind for row in compare(before, after)] == ["new", "changed"]

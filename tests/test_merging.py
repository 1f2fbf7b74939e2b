"""Two texts brought together: what only one side changed is taken, and no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from articles.texts.merging import clashes, merge, merged_text
from tests.timing import least

BASE = "一\n二\n三\n四\n五"
TEXTS = st.lists(st.sampled_from("甲乙丙丁戊己"), max_size=8).map("\n".join)


def together(mine, theirs, base=BASE):
    return merged_text(merge(base, mine, theirs))


def kinds(mine, theirs, base=BASE):
    return [stretch.kind for stretch in merge(base, mine, theirs)]


def test_changes_in_different_paragraphs_are_both_taken():
    assert together("一改\n二\n三\n四\n五", "一\n二\n三\n四\n五改") == "一改\n二\n三\n四\n五改"
    assert kinds("一改\n二\n三\n四\n五", "一\n二\n三\n四\n五改") == ["mine", "same", "theirs"]


def test_what_both_wrote_alike_stands_once():
    assert together("一\n二\n三\n四\n五\n六", "一\n二\n三\n四\n五\n六") == "一\n二\n三\n四\n五\n六"


def test_one_paragraph_changed_by_both_is_kept_twice_mine_first():
    stretches = merge(BASE, "一\n二甲\n三\n四\n五", "一\n二乙\n三\n四\n五")
    assert merged_text(stretches) == "一\n二甲\n二乙\n三\n四\n五"
    assert clashes(stretches)


def test_neighbours_changed_by_one_each_are_both_taken():
    assert together("一改\n二\n三\n四\n五", "一\n二改\n三\n四\n五") == "一改\n二改\n三\n四\n五"


def test_what_one_took_out_and_the_other_left_alone_is_out():
    assert together("一\n三\n四\n五", BASE) == "一\n三\n四\n五"


def test_what_one_took_out_and_the_other_wrote_on_stays():
    assert "二改" in together("一\n三\n四\n五", "一\n二改\n三\n四\n五")


def test_paragraphs_added_at_both_ends_are_all_there():
    assert together("零\n" + BASE, BASE + "\n六") == "零\n" + BASE + "\n六"


def test_two_texts_upon_nothing_are_both_kept():
    assert together("甲\n乙", "乙\n丙", base="") == "甲\n乙\n丙"


@given(TEXTS, TEXTS, TEXTS)
def test_no_paragraph_that_somebody_wrote_is_lost(base, mine, theirs):
    merged = together(mine, theirs, base).splitlines()
    written = (set(mine.splitlines()) | set(theirs.splitlines())) - set(base.splitlines())
    assert written <= set(merged)


@given(TEXTS, TEXTS)
def test_a_side_that_changed_nothing_gives_way(base, mine):
    assert together(mine, base, base) == mine
    assert together(base, mine, base) == mine


def test_ten_thousand_paragraphs_alike_cost_no_time():
    lines = ["同"] * 10_000
    base = "\n".join(lines)
    assert least(lambda: together(f"{base}\n甲", f"乙\n{base}", base), 2) <= 2


def test_as_many_paragraphs_on_every_side_cost_no_time():
    lines = "\n".join(["同"] * 100_000)
    assert least(lambda: together(lines + "\n甲", lines + "\n乙", lines + "\n丙"), 3) <= 3


def test_a_paragraph_that_comes_back_between_others_costs_no_time():
    base = "\n".join(["同"] * 1000)
    mine = "\n".join(f"同\n{number}" for number in range(500))
    assert least(lambda: together(mine, f"{mine}\n甲", base), 1) <= 1

"""Headlines beside which a tool tore rows: of four narrow rows, above a number of its own row."""

import pytest

from tests.parsing.columns import BODY, FIRST, HEAD, LEAD, OTHER, articles


def test_four_even_rows_above_an_opening_are_a_headline_and_no_column():
    """They end no sentence, and no text of the page stands in so narrow a column."""
    rows = ["“小事不出村，", "大事有人管”", "云麓镇把油菜", "播进万亩良田"]
    found = articles("\n".join([HEAD, FIRST, *rows, OTHER, ""]).replace("\n\n", "\n"))
    assert [(a["kicker"], a["headline"]) for a in found] == [
        (None, HEAD), ("“小事不出村，大事有人管”", "云麓镇把油菜播进万亩良田"),
    ]  # fmt: skip


def test_a_month_on_a_line_of_its_own_begins_the_row_below():
    text = BODY.replace("11月", "11\n月")
    found = articles("\n".join([HEAD, text, "林知夏", OTHER, ""]))
    assert found[0]["headline"] == HEAD
    assert found[0]["paragraphs"][0].startswith("11月3日")


def test_a_month_behind_a_headline_that_ends_with_a_number_stays():
    found = articles("\n".join(["志愿者上门检修电灯80", "月初起电灯检修志愿者天天上门", LEAD, ""]))
    assert "80月" not in "".join(found[0]["paragraphs"])


@pytest.mark.parametrize(
    "rows", [("云麓镇连续16", "年捧回“清水杯”"), ("老旧水管换新12", "户居民喝上放心水")]
)
def test_a_number_at_a_rows_end_goes_on_with_what_it_counts(rows):
    found = articles("\n".join([*rows, LEAD, "", HEAD, BODY, OTHER, ""]))
    assert found[0]["kicker"] is None
    assert found[0]["headline"].replace(" ", "") == "".join(rows)

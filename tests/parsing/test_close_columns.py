"""Columns whose rows a tool wrote on one line, no more than a space between."""

from itertools import zip_longest

import pytest

from articles.parsing import DEFAULT_RULES, assemble, ledger, lines_of, parse_page
from articles.parsing.typography.lines import read_lines
from tests.parsing.columns import (
    HEAD,
    LEAD,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    read,
    story,
)
from tests.timing import growth

THIRD = "社区把独居老人的名册交给志愿者，一户一册，记下灯、水、门、炉四样，来一次查一次。"
LAST = "检修完毕，志愿者在门后贴上用电提示。老人说，灯亮了，心里也亮了，夜里起身再不怕。"
OTHERS = "播种机过处，土面细而平。农户说，往年一家种十亩要五天，今年一个上午就种完了。"
PARAGRAPHS = (LEAD, SECOND, THIRD, LAST)


def rows_of(*paragraphs: str) -> list[str]:
    return story(*paragraphs, width=12).replace("\n\n", "\n").splitlines()


def side_by_side(rows: list[str], count: int) -> str:
    """The rows as so many columns, each row of print one line."""
    high = -(-len(rows) // count)
    columns = [rows[k : k + high] for k in range(0, len(rows), high)]
    return "\n".join(" ".join(filter(None, row)) for row in zip_longest(*columns))


@pytest.mark.parametrize("count", [2, 3])
def test_rows_of_columns_on_one_line_are_read_column_by_column(count):
    source = f"{HEAD}\n{side_by_side(rows_of(*PARAGRAPHS), count)}\n"
    (found,) = read(source)["articles"]
    (meant,) = read("\n".join([HEAD, *rows_of(*PARAGRAPHS), ""]))["articles"]
    assert (found["headline"], found["reporters"]) == (HEAD, ["林知夏"])
    assert found["paragraphs"] == meant["paragraphs"]


def test_a_row_that_stands_on_a_line_of_its_own_is_in_its_column():
    """Where the first column's row is short, a tool may write the second one's below it."""
    lines = side_by_side(rows_of(*PARAGRAPHS), 2).splitlines()
    parted = [line.replace(" ", "\n") if line.index(" ") < 10 else line for line in lines]
    assert parted != lines
    (found,) = read("\n".join([HEAD, *parted, ""]))["articles"]
    assert [p[:4] for p in found["paragraphs"]] == ["11月3", "志愿者还", "社区把独", "检修完毕"]


def test_a_headline_between_two_stories_in_columns_parts_them():
    stories = rows_of(*PARAGRAPHS), rows_of(OTHER_LEAD, OTHER_SECOND, OTHERS)
    first, second = (side_by_side(rows, 3) for rows in stories)
    found = read("\n".join([HEAD, first, OTHER_HEAD, second, ""]))["articles"]
    assert [a["headline"] for a in found] == [HEAD, OTHER_HEAD]
    assert [len(a["paragraphs"]) for a in found] == [4, 3]


def test_nothing_is_sure_of_a_page_whose_columns_were_parted():
    record = parse_page(f"{HEAD}\n{side_by_side(rows_of(*PARAGRAPHS), 2)}\n")
    assert "columns_parted" in [doubt.kind for doubt in record.doubts]
    assert all(article.confidence < DEFAULT_RULES.sure for article in record.articles)


def test_what_an_editor_says_of_parted_columns_means_the_same_again():
    source = f"{HEAD}\n{side_by_side(rows_of(*PARAGRAPHS), 3)}\n"
    record = parse_page(source)
    assert assemble(lines_of(source), record.labels).articles == record.articles
    assert ledger(record).closed


@pytest.mark.parametrize(
    "rows",
    [
        " ".join("志愿者给老人讲解冬季取暖") + "\n",
        "The county library opens today and\nreaders of all ages come in to see\n",
        "本报记者 林知夏 通讯员 何田 何苗\n志愿者给老人讲解冬季取暖的常识，\n",
    ],
)
def test_gaps_of_a_row_that_is_one_part_nothing(rows):
    assert lines_of(rows * 8) == read_lines(rows * 8)


@pytest.mark.parametrize(
    "rows",
    [
        side_by_side(rows_of(*PARAGRAPHS), 3) + "\n\n",
        side_by_side(rows_of(*PARAGRAPHS), 2) + "\n",
        "甲乙丙丁戊己庚辛 甲乙丙丁戊己庚辛\n" * 12,
        "一 二" * 4_000 + "\n",
    ],
    ids=["columns", "columns without a blank line", "rows without an end", "long lines"],
)
def test_many_lines_with_gaps_are_read_in_linear_time(rows):
    few, many = (lambda: lines_of(rows * 60)), (lambda: lines_of(rows * 240))
    assert growth(few, many, 9, unit=0.05) <= 9

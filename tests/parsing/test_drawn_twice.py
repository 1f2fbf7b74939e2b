"""Texts and headlines that a tool wrote twice, piece by piece, are read once."""

import re
from time import process_time

import pytest

from articles.parsing import assemble, ledger, lines_of, parse_page
from articles.parsing.typography.lines import read_lines
from tests.parsing.columns import FIRST, HEAD, LEAD, OTHER, OTHER_HEAD, SECOND, page, read, story

PIECES = re.compile("[0-9]+|[“”]+|[^0-9“”]+")  # a tool writes what stands in one face at once


def twice(text: str) -> str:
    """Each row as MuPDF writes it where print draws it twice: 11 / 11月 / 月3 / 3日 / 日."""
    rows = (PIECES.findall(row) for row in text.splitlines() if row)
    return "\n".join("".join(f"{piece}\n{piece}" for piece in row) for row in rows) + "\n"


def bodies(found: dict) -> list[list[str]]:
    return [article["paragraphs"] for article in found["articles"]]


def test_q27_a_page_drawn_twice_piece_by_piece_is_read_as_if_it_were_drawn_once():
    texts = [FIRST.replace("八十", "80"), OTHER.replace("一千二百", "1200")]
    once = "\n".join([HEAD, texts[0], OTHER_HEAD, texts[1]]).replace("\n\n", "\n")
    found, meant = read(twice(once)), read(once)
    assert bodies(found) == bodies(meant)
    assert [a["headline"] for a in found["articles"]] == [HEAD, OTHER_HEAD]


def test_q27_a_headline_drawn_twice_piece_by_piece_is_read_once():
    head = "云麓第三季度\n云麓第三季度\n17\n17个项目签约\n个项目签约"
    lead = LEAD.replace("棠溪县", "云麓第三季度17个项目签约，棠溪县")
    (article,) = read(page(head, story(lead, SECOND)))["articles"]
    assert article["headline"] == "云麓第三季度17个项目签约"


def test_q27_a_row_drawn_twice_is_whole_where_it_begins():
    texts = [
        line.text
        for line in lines_of("堂里飘出饭菜香。\n堂里飘出饭菜香。81\n81岁的老人\n岁的老人\n")
    ]
    assert texts == ["", "堂里飘出饭菜香。81岁的老人", "", ""]


def test_q27_a_row_set_wide_of_which_one_drawing_keeps_its_gaps_is_read_once():
    rows = ["旅游推介会", "旅 游 推 介 会 11", "11 日 在 云 麓 市 举", "日在云麓市举"]
    texts = [line.text for line in lines_of("\n".join(rows))]
    assert texts == ["", "旅游推介会11日在云麓市举", "", ""]


def test_q27_what_a_page_drawn_twice_says_is_the_same_for_an_editors_labels():
    source = twice("\n".join([HEAD, FIRST.replace("八十", "80")]))
    record = parse_page(source)
    assert assemble(lines_of(source), record.labels).articles == record.articles
    assert ledger(record).closed


@pytest.mark.parametrize(
    "rows",
    [
        "天天说\n说说笑笑\n笑着走\n走走停停\n",
        "谁知盘中餐\n餐餐有新米\n米香飘满院\n院里人人笑\n",
        "归来吧，故乡的山\n归来吧，故乡的山\n归来吧，故乡的水\n",
        "共16页\n16版\n版面\n",
    ],
)
def test_signs_that_a_row_begins_with_as_the_one_above_ends_stay(rows):
    assert lines_of(rows) == read_lines(rows)


@pytest.mark.parametrize("sign", ["中\n", "中中\n", "一二一二\n"])
def test_one_sign_many_times_takes_a_bounded_time(sign):
    start = process_time()
    lines_of(sign * 20_000)
    assert process_time() - start < 10


def test_q27_rows_drawn_twice_side_by_side_are_no_table_of_both():
    rows = ["0套。60套。60", "60套。60套。6", "0套。60套。60"]
    record = parse_page("\n".join(f"{row}    {row}" for row in rows))
    assert ledger(record).closed
    assert not any("  " in p.text for a in record.articles for p in a.paragraphs)

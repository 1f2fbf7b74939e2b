"""Columns that a layout-keeping tool wrote side by side."""

from articles.parsing import assemble, ledger, lines_of, parse_page
from articles.records import BlockKind
from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    SECOND,
    column,
    page,
    read,
)
from tests.timing import growth

THIRD = (
    "社区主任说，入冬前要把老楼的线路再查一遍，谁家有困难随时可以来电话，"
    "志愿者一定会上门帮忙，让老人们过一个暖和的冬天。"
)
THIRD_HEAD = "白果巷里修灯忙"
THIRD_LEAD = LEAD.replace("林知夏", "何田").replace("青石桥", "白果巷")


def cells(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def set_column(*paragraphs: str) -> list[str]:
    """Lines of a column whose paragraphs are indented by spaces."""
    return [line for p in paragraphs for line in ("    " + column(p)).splitlines()]


def side_by_side(*columns: list[str], gap: int = 3) -> str:
    """What a tool makes of columns when it keeps where everything stands."""
    wide = [max(map(cells, lines)) + gap for lines in columns]
    rows = range(max(map(len, columns)))
    lines = [[c[row] if row < len(c) else "" for c in columns] for row in rows]
    return "\n".join(
        "".join(x + " " * (w - cells(x)) for x, w in zip(line, wide, strict=True)).rstrip()
        for line in lines
    )


LEFT = [HEAD, *set_column(LEAD, SECOND)]
RIGHT = [OTHER_HEAD, *set_column(OTHER_LEAD, OTHER_SECOND)]
TWO = side_by_side(LEFT, RIGHT) + "\n"


def stories(source: str) -> list[tuple]:
    return [(a["headline"], a["paragraphs"]) for a in read(source)["articles"]]


def test_two_articles_side_by_side_are_read_one_after_the_other():
    assert stories(TWO) == [(HEAD, [BODY, SECOND]), (OTHER_HEAD, [OTHER_BODY, OTHER_SECOND])]


def test_three_columns_with_narrow_gutters_are_parted():
    third = [THIRD_HEAD, *set_column(THIRD_LEAD, SECOND)]
    found = stories(side_by_side(LEFT, RIGHT, third, gap=2) + "\n")
    assert [head for head, _ in found] == [HEAD, OTHER_HEAD, THIRD_HEAD]
    assert found[2][1][-1] == SECOND


def test_one_article_under_a_headline_that_runs_over_both_of_its_columns():
    lines = set_column(LEAD, SECOND, THIRD)
    half = len(lines) // 2 + 1
    source = " " * 16 + HEAD + "\n" + side_by_side(lines[:half], lines[half:]) + "\n"
    assert stories(source) == [(HEAD, [BODY, SECOND, THIRD])]


def test_a_column_goes_on_when_the_one_beside_it_has_ended():
    source = side_by_side(LEFT, [OTHER_HEAD, *set_column(OTHER_LEAD)]) + "\n"
    assert stories(source) == [(HEAD, [BODY, SECOND]), (OTHER_HEAD, [OTHER_BODY])]


def test_text_below_columns_is_read_after_them():
    source = TWO + "\n\n" + THIRD_HEAD + "\n" + column(THIRD_LEAD) + "\n"
    assert [head for head, _ in stories(source)] == [HEAD, OTHER_HEAD, THIRD_HEAD]


def test_parted_columns_are_a_doubt_and_never_sure():
    reading = read(TWO)
    assert "columns_parted" in [doubt["kind"] for doubt in reading["doubts"]]
    assert all(article["confidence"] < 0.9 for article in reading["articles"])


def test_a_line_is_cut_into_segments_and_nothing_is_lost():
    lines = lines_of(TWO)
    assert {line.segment for line in lines} == {0, 1}
    whole = "".join(TWO.split())
    assert "".join("".join(line.raw for line in lines).split()) == whole
    assert ledger(parse_page(TWO)).closed


def test_labels_alone_make_the_same_record_again():
    record = parse_page(TWO)
    assert assemble(lines_of(TWO), record.labels).articles == record.articles


def test_labels_of_a_parser_that_cut_no_lines_hold_for_all_of_a_line():
    old = [label for label in parse_page(TWO).labels if not label.segment]
    record = assemble(lines_of(TWO), old)
    assert ledger(record).closed
    assert record.unassigned == ()


def test_a_table_is_no_columns_of_text():
    rows = ["岚汀  晴转多云  8～19℃", "云岫  多云  6～17℃", "鸣溪  小雨  5～12℃", "棠溪  阴  4～9℃"]
    table = "\n".join(rows).replace("  ", "    ")
    record = parse_page(page("今日天气", table))
    assert {line.segment for line in record.lines} == {0}
    assert {p.kind for p in record.articles[0].paragraphs} == {BlockKind.TABLE}


def test_a_centred_headline_is_not_indented_like_a_paragraph():
    source = " " * 20 + HEAD + "\n" + column(LEAD) + "\n"
    assert stories(source) == [(HEAD, [BODY])]


def growth_of_reading(few: str, many: str, enough: float, unit: float) -> float:
    return growth(lambda: parse_page(few), lambda: parse_page(many), enough, unit)


def test_lines_of_very_many_pieces_are_read_in_linear_time():
    piece = "甲乙丙丁戊己庚    "
    few, many = ((piece * count + "\n") * 6 for count in (4_000, 16_000))
    assert growth_of_reading(few, many, 8, unit=0.05) <= 8


def test_very_many_lines_with_gaps_are_read_in_linear_time():
    # Weighing each piece against all of its column, the longer text would take 16 times as long.
    for line in (
        "岚汀  晴转多云  8～19℃\n",
        "甲乙丙丁戊己庚辛壬癸  甲乙丙丁戊己庚辛壬癸\n",
        "a\tb\tc\n",
    ):
        assert growth_of_reading(line * 3_000, line * 12_000, 9, unit=0.1) <= 9, line

"""P2, P3: paragraphs without indents are known by their first rows, be they of two rows only."""

from articles.parsing.page import lines_of
from articles.parsing.rules import DEFAULT_RULES
from articles.parsing.typography.columns import is_flush
from articles.parsing.words.classify import build_rows
from tests.parsing.columns import column, page, read

# Each first row fills the column of 20 em; the last rows are short, but for one, which is full.
FERRY = [
    "渡口的老船用了十九年，上月换成了电动船，坐得下四十个人，早晚各加一班。",
    "船工容止说，从前冬天要烧一锅热水化缆绳，如今按下开关就走，手也不裂了。",
    "新船靠岸时不再冒黑烟了岸边洗衣服的人不用再躲，孩子们上学也比走桥快了整整一刻钟。",
    "乡里还在两岸各修了一间候船亭，亭里挂着时刻表，下雨天不用再打伞等船了。",
]
SCHOOL = [
    "夜校开了裱画班，二十个名额一个上午就报满了，最大的学员七十一岁，最小的九岁。",
    "教室借的是文化馆的旧画室，长案子是老师傅自己刨的，糨糊也是当天熬的。",
]


def test_paragraphs_of_two_flush_rows_are_told_by_the_column_above_them():
    rows = [column(text, 20, 0) for text in FERRY]
    assert [len(row) for row in rows[2].split("\n")] == [20, 20]
    rows[0] = rows[0].replace("\n", "\n\n", 1)  # where a column ended in print
    other = [column(text, 20, 0) for text in SCHOOL]
    source = page("渡口添了一条电动船", *rows, "夜校开了裱画班", *other)
    assert is_flush(build_rows(lines_of(source), DEFAULT_RULES))
    first, second = read(source)["articles"]
    assert (first["headline"], first["paragraphs"]) == ("渡口添了一条电动船", FERRY)
    assert (second["headline"], second["paragraphs"]) == ("夜校开了裱画班", SCHOOL)


def test_indented_paragraphs_of_two_rows_are_not_flush():
    rows = [column(text, 20) for text in FERRY + SCHOOL]
    assert not is_flush(build_rows(lines_of(page("渡口添了一条电动船", *rows)), DEFAULT_RULES))

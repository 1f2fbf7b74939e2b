"""What the names of files and folders say of the pages in them."""

from datetime import date

import pytest

from articles.files.filenames import day_of, order_of, read_name

DAY = date(2020, 4, 17)
NAMES = {
    "20200417_A03.pdf": (DAY, "A03", ""),
    "01.pdf": (None, "01", ""),
    "A03.txt": (None, "A03", ""),
    "20200417-01-要闻.txt": (DAY, "01", "要闻"),
    "2020/04/17/3.txt": (DAY, "3", ""),
    "2020-04-17/01.txt": (DAY, "01", ""),
    "20200417/b02.txt": (DAY, "B02", ""),
    "2020041701.txt": (DAY, "01", ""),
    "试报20200417第03版.txt": (DAY, "03", ""),
    "2020年4月17日A12版要闻.txt": (DAY, "A12", "要闻"),
    "2020/04/17.pdf": (DAY, "", ""),
    "page-07.txt": (None, "07", ""),
    "IMG_1234.txt": (None, "", ""),
    "２０２００４１７_Ａ０３.txt": (DAY, "A03", ""),
    "": (None, "", ""),
}


@pytest.mark.parametrize(("path", "told"), NAMES.items(), ids=NAMES)
def test_a_name_tells_day_label_and_name(path, told):
    named = read_name(path)
    assert (named.day, named.label, named.name) == told


@pytest.mark.parametrize("path", ["20200231/01.txt", "2020-13-01/01.txt", "12345678/01.txt"])
def test_what_is_no_day_of_the_calendar_is_none(path):
    assert day_of(path) is None


def test_labels_sort_as_papers_print_them():
    labels = ["B01", "A12", "A2", "10", "2", "1"]
    assert sorted(labels, key=order_of) == ["1", "2", "10", "A2", "A12", "B01"]


def test_a_hostile_name_is_read_in_linear_time():
    assert read_name("1" * 100_000 + "要" * 100_000).label == ""

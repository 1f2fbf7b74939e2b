"""Pages of an issue read together: parts paired, markers left over, pieces printed twice."""

from datetime import date
from itertools import permutations

import pytest

from articles.parsing import assemble, parse_page
from articles.parsing.issue import (
    IssuePage,
    folio_doubts,
    page_key,
    read_issue,
    same_page,
)
from articles.records import Role
from tests.joining.pages import (
    BRIDGE,
    GROUND_ONE,
    GROUND_TWO,
    HARVEST,
    LIBRARY_ONE,
    LIBRARY_TWO,
)

POINTERS = """
（下转第二版） | 2
（下转二版） | 2
▶▶下转03版 | 3
下转A02版 | A2
紧接A1版 | A1
（上接第一版） | 1
上接 1 版 | 1
（上接第十二版） | 12
（下转Ａ０２版） | A2
A02 | A2
02 | 2
要闻 |
"""


@pytest.mark.parametrize("row", POINTERS.strip().splitlines())
def test_a_pointer_names_a_page(row):
    printed, key = (cell.strip() for cell in row.split("|"))
    assert page_key(printed) == key


def test_labels_that_mean_one_page():
    assert same_page("第二版", "02")
    assert same_page("2版", "A02")
    assert not same_page("A02", "B02")
    assert not same_page("2", "3")
    assert not same_page("", "3")


def issue_of(*texts):
    return [
        IssuePage(f"{number:02}", parse_page(text)) for number, text in enumerate(texts, start=1)
    ]


def headline_of(pages, part):
    (page,) = [page for page in pages if page.label == part.page]
    (article,) = [item for item in page.record.articles if item.unit == part.unit]
    return article.headline


def test_two_parts_that_point_to_each_other_are_joined():
    (join,) = read_issue(issue_of(BRIDGE + "\n" + GROUND_ONE, GROUND_TWO)).joins
    assert (join.first.page, join.rest.page) == ("01", "02")
    assert join.confidence >= 0.9


@pytest.mark.parametrize("second", list(permutations([GROUND_TWO, LIBRARY_TWO, HARVEST])))
def test_each_part_finds_its_own_in_any_order(second):
    pages = issue_of(LIBRARY_ONE + "\n" + GROUND_ONE, "\n".join(second))
    joins = read_issue(pages).joins
    pairs = {(headline_of(pages, join.first), headline_of(pages, join.rest)) for join in joins}
    assert pairs == {
        ("青禾坪小学新操场启用", "青禾坪小学新操场启用"),
        ("县图书馆晚间延时开放", "县图书馆晚间延时开放"),
    }


def test_a_part_without_a_headline_is_known_by_its_words():
    headless = GROUND_TWO.replace("\n青禾坪小学新操场启用\n", "")
    pages = issue_of(GROUND_ONE, headless + "\n" + HARVEST)
    (join,) = read_issue(pages).joins
    assert headline_of(pages, join.first) == "青禾坪小学新操场启用"


def test_a_page_between_is_passed_over():
    pages = issue_of(GROUND_ONE.replace("第二版", "第三版"), HARVEST, GROUND_TWO)
    (join,) = read_issue(pages).joins
    assert join.rest.page == "03"


def test_a_part_whose_marker_was_lost_is_found_by_its_headline():
    pages = issue_of(GROUND_ONE, HARVEST + "\n" + GROUND_TWO.replace("（上接第一版）", ""))
    (join,) = read_issue(pages).joins
    assert join.confidence < 0.9


def test_a_marker_on_a_line_of_its_own_counts():
    pages = issue_of(GROUND_ONE, GROUND_TWO.replace("（上接第一版）", "上接第一版\n\n"))
    reading = read_issue(pages)
    assert len(reading.joins) == 1
    assert reading.unanswered == ()


def with_marker_set_loose(text, role):
    """The page's record, its 下转 taken from the article as an editor or a page's foot has it."""
    record = parse_page(text)
    labels = [
        label._replace(unit=None, role=role) if label.role is Role.JUMP else label
        for label in record.labels
    ]
    return assemble(record.lines, labels)


@pytest.mark.parametrize("role", [Role.FURNITURE, Role.UNASSIGNED])
def test_a_marker_onward_that_stands_as_page_matter_is_of_the_article_that_ends_there(role):
    first = BRIDGE + "\n" + GROUND_ONE.replace("（下转第二版）", "") + "\n下转第二版\n\n" + HARVEST
    pages = [
        IssuePage("01", with_marker_set_loose(first, role)),
        IssuePage("02", parse_page(GROUND_TWO)),
    ]
    (join,) = read_issue(pages).joins
    assert headline_of(pages, join.first) == "青禾坪小学新操场启用"
    (marker,) = read_issue(pages[:1]).unanswered
    assert marker.text == "下转第二版"


def test_markers_that_nobody_answers_are_told():
    reading = read_issue(issue_of(GROUND_ONE, HARVEST))
    (marker,) = reading.unanswered
    assert (reading.joins, marker.part.page, marker.text) == ((), "01", "（下转第二版）")


def test_a_marker_to_another_page_is_no_answer():
    reading = read_issue(issue_of(GROUND_ONE, HARVEST, GROUND_TWO))
    assert reading.joins == ()
    assert len(reading.unanswered) == 2


def test_parts_of_one_page_are_not_joined():
    pages = issue_of(GROUND_ONE.replace("第二版", "第一版") + "\n" + GROUND_TWO)
    assert read_issue(pages).joins == ()


def test_a_reference_is_no_jump():
    page = HARVEST.replace("都比去年高。", "都比去年高。（详见第二版）")
    assert read_issue(issue_of(page, BRIDGE)).unanswered == ()


def test_one_article_in_two_editions_is_recognised():
    other = BRIDGE.replace("本报讯（记者梁砚秋）", "本报讯").replace("顺利", "")
    pages = [
        IssuePage("A01", parse_page(BRIDGE)),
        IssuePage("B01", parse_page(other + "\n" + HARVEST)),
    ]
    (repeat,) = read_issue(pages).repeats
    assert {repeat.one.page, repeat.other.page} == {"A01", "B01"}
    assert repeat.share >= 0.8


def test_two_stories_of_one_event_are_no_repeat():
    assert read_issue(issue_of(GROUND_ONE, GROUND_TWO, BRIDGE, HARVEST)).repeats == ()


def test_what_every_page_prints_is_no_repeat():
    assert read_issue(issue_of(*[BRIDGE] * 20)).repeats == ()


FOLIO = "砚溪日报 2026年11月20日 星期五 A03\n\n"
DAY = date(2026, 11, 20)


def said(page, **issue):
    filed = {"day": DAY, "label": "A03", "number": 4321} | issue
    return [dict(doubt.params)["text"] for doubt in folio_doubts(parse_page(page), **filed)]


def test_a_folio_that_agrees_raises_nothing():
    assert said(FOLIO + BRIDGE) == []
    assert said(FOLIO + BRIDGE, label="03") == []


def test_a_folio_of_another_day_is_doubted():
    assert said(FOLIO + BRIDGE, day=date(2026, 11, 21)) == ["2026年11月20日", "星期五"]


def test_a_folio_with_another_label_is_doubted():
    assert said(FOLIO + BRIDGE, label="A04") == ["A03"]


def test_another_issue_number_is_doubted():
    page = FOLIO.replace("A03", "第4320期") + BRIDGE
    assert said(page) == ["4320"]
    assert said(page, number=None) == []


def test_the_doubt_stands_at_the_folio():
    record = parse_page(BRIDGE + "\n" + FOLIO)
    (doubt,) = folio_doubts(record, day=DAY, label="A04", number=None)
    lines = {line.number: line.text for line in record.lines}
    assert "A03" in lines[doubt.line]


def test_a_page_without_a_folio_raises_nothing():
    assert said(BRIDGE) == []


def test_no_pages_are_an_issue_too():
    assert read_issue([]).joins == ()

"""What pages of one issue leave open: markers without partner, and what is printed twice."""

import pytest

from articles.intake import joining
from articles.labelling import doubts, relabelling
from articles.models import PageDoubt
from tests.builders import page_of
from tests.joining.conftest import take
from tests.joining.pages import BRIDGE, GROUND_ONE, GROUND_TWO, HARVEST

LOOSE = """上接第一版
11月17日，青禾坪的孩子们在新操场上开了第一次运动会，家长们都来看。

青禾坪小学新操场启用
"""


def marker_doubts():
    return PageDoubt.objects.filter(kind="jump_without_partner")


def line_of(page, text):
    return next(n for n, line in enumerate(page.text.splitlines(), 1) if text in line)


def test_a_marker_is_doubted_on_its_own_line(issue, cast):
    page = page_of(issue, source=BRIDGE + "\n" + GROUND_ONE)
    take(page, cast.de)
    assert marker_doubts().get().line == line_of(page, "下转")


def test_a_marker_cut_by_the_line_end_is_doubted_where_it_begins(issue, cast):
    page = page_of(issue, source=GROUND_ONE.replace("（下转第二版）", "（下转\n第二版）"))
    take(page, cast.de)
    assert marker_doubts().get().line == line_of(page, "下转")


def test_the_label_desk_shows_it_on_that_line_before_and_after_a_change(issue, cast):
    page = page_of(issue, source=BRIDGE + "\n" + GROUND_ONE)
    shown = [x.line for x in relabelling.present_record(page).doubts if x.kind.startswith("jump")]
    page.run = relabelling.begin(page, by=cast.de)
    after = [x.line for x in relabelling.present_record(page).doubts if x.kind.startswith("jump")]
    assert shown == after == [line_of(page, "下转")]


def test_the_doubt_goes_when_the_partner_comes_and_is_joined(issue, cast):
    take(page_of(issue, label="01", source=GROUND_ONE), cast.de)
    assert marker_doubts().get().is_open
    take(page_of(issue, label="02", source=GROUND_TWO), cast.de)
    joining.join_issue(issue, by=cast.de)
    assert not any(doubt.is_open for doubt in marker_doubts())


def test_a_marker_on_a_line_of_its_own_is_doubted_and_answered_too(issue, cast):
    take(page_of(issue, label="01", source=GROUND_ONE), cast.de)
    page = page_of(issue, label="02", source=LOOSE)
    take(page, cast.de)
    assert marker_doubts().get(page=page).line == 1
    joining.join_issue(issue, by=cast.de)
    assert not any(doubt.is_open for doubt in marker_doubts())


@pytest.fixture
def editions(issue, cast):
    pages = [
        page_of(issue, label=label, source=text)
        for label, text in (("01", BRIDGE + "\n" + HARVEST), ("05", BRIDGE), ("06", GROUND_ONE))
    ]
    for page in pages:
        take(page, cast.de)
    return pages


def twice():
    return PageDoubt.objects.filter(kind="printed_twice")


def test_what_is_printed_twice_is_asked_once_where_it_came_second(editions):
    doubt = twice().get()
    assert doubt.page == editions[1]
    assert doubt.article.page == editions[1]
    assert "01" in doubt.params["text"]
    assert doubt.line == doubt.article.source_lines[0]


def test_what_was_decided_is_not_asked_again(editions, issue, cast):
    doubts.resolve(twice().get(), by=cast.dan, resolution="两个版都要")
    take(page_of(issue, label="07", source=HARVEST.replace("秋粮", "夏粮")), cast.de)
    assert not any(doubt.is_open for doubt in twice().filter(page=editions[1]))
    assert twice().filter(page=editions[1]).count() == 1


def test_what_is_no_longer_twice_is_asked_no_longer(editions, issue, cast):
    editions[0].articles.get(headline__contains="合龙").delete()
    take(page_of(issue, label="08", source=GROUND_TWO), cast.de)
    assert not twice().filter(page=editions[1]).exists()

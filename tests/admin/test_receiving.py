"""Taking in a page's source: what is read, what is refused, and that nothing half stays."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.intake import receiving
from articles.models import Issue, Page
from articles.refusals import Refused

TEXT = "第一版的原文。\n第二行。\n"


def receive(issue, cast, data=None, **fields):
    data = TEXT.encode() if data is None else data
    return receiving.receive_page(issue, data=data, by=cast.de, **{"label": "01"} | fields)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("gb18030", "gb18030"),
    ],
)
def test_encodings_of_the_trade_are_read_and_kept_verbatim(issue, cast, codec, encoding):
    data = TEXT.encode(codec)

    page = receive(issue, cast, data)

    assert (page.source_encoding, page.text, bytes(page.source)) == (encoding, TEXT, data)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty"),
        (b"\n \n", "blank"),
        (b"%PDF-1.7 ...", "pdf"),
        ("正文".encode() * 30 + b"\xe6\xad", "truncated"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        ("正文".encode() * 30 + b"\xff" + "正文".encode() * 3, "undecodable"),
    ],
)
def test_a_bad_source_is_refused_by_name_and_leaves_nothing(issue, cast, data, rule):
    with pytest.raises(Refused) as refused:
        receive(issue, cast, data)

    assert refused.value.refusal.rule == rule
    assert not Page.objects.exists()


def test_a_source_over_the_limit_is_refused(issue, cast, settings):
    settings.MAX_PAGE_BYTES = 20

    with pytest.raises(Refused) as refused:
        receive(issue, cast)

    assert refused.value.refusal.rule == "too_large"


def test_the_same_bytes_again_are_the_same_page(issue, cast):
    assert receive(issue, cast) == receive(issue, cast)
    assert Page.objects.count() == 1


def test_another_text_under_a_taken_label_is_refused(issue, cast):
    receive(issue, cast)

    with pytest.raises(Refused) as refused:
        receive(issue, cast, "另一版。".encode())

    assert refused.value.refusal.rule == "label_taken"


def test_pages_come_one_after_the_other_unless_told_a_place(issue, cast):
    first, third = receive(issue, cast), receive(issue, cast, label="03", sequence=3)
    last = receive(issue, cast, label="04")

    assert [page.sequence for page in (first, third, last)] == [1, 3, 4]


def test_a_taken_place_is_refused(issue, cast):
    receive(issue, cast)

    with pytest.raises(Refused) as refused:
        receive(issue, cast, label="02", sequence=1)

    assert refused.value.refusal.rule == "sequence"


@pytest.mark.parametrize("label", ["../1", "A 3", "", "第一版/要闻", "x" * 21])
def test_a_label_that_cannot_stand_in_an_address_is_refused(issue, cast, label):
    with pytest.raises(Refused) as refused:
        receive(issue, cast, label=label)

    assert refused.value.refusal.rule == "label"


def test_full_width_labels_are_written_plainly(issue, cast):
    assert receive(issue, cast, label="Ａ０３").label == "A03"


@pytest.mark.parametrize("place", [0, -1, 10_000, 10**30])
def test_a_place_that_no_page_has_is_refused(issue, cast, place):
    with pytest.raises(Refused) as refused:
        receive(issue, cast, sequence=place)

    assert refused.value.refusal.rule == "sequence"


def test_a_name_that_no_page_has_room_for_is_refused(issue, cast):
    with pytest.raises(Refused) as refused:
        receive(issue, cast, name="名" * 61)

    assert refused.value.refusal.rule == "name"


@pytest.mark.parametrize("day", [date(206, 11, 20), date(1599, 12, 31), date(9999, 12, 31)])
def test_a_slip_in_the_year_makes_no_issue(publication, day):
    with pytest.raises(Refused) as refused:
        receiving.issue_for(publication, day)

    assert refused.value.refusal.rule == "day"


def test_a_paper_may_be_made_up_ahead(publication):
    ahead = timezone.localdate() + timedelta(days=366)
    assert receiving.issue_for(publication, ahead).date == ahead


@pytest.mark.parametrize("name", ["rui", "sun", "chen", "pei", "ao", "root"])
def test_only_desk_editors_take_pages_in(issue, cast, name):
    with pytest.raises(Refused) as refused:
        receiving.receive_page(issue, label="01", data=TEXT.encode(), by=getattr(cast, name))

    assert refused.value.refusal.rule == "role"


def test_an_issue_is_made_once_a_day(publication, issue):
    assert receiving.issue_for(publication, issue.date) == issue
    assert Issue.objects.count() == 1

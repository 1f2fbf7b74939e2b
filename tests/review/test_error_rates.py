"""编校差错率: what counts, against how many characters, by page, issue, month and person."""

from datetime import date

import pytest
import time_machine

from articles.models import Issue
from articles.refusals import Refused
from articles.review import error_rates, marking
from articles.texts.manuscripts import Spot
from tests.builders import go, page_of, print_article, web_article, web_draft
from tests.review.test_screen import rewrite

DAYS = {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}
REPORT = "/admin/articles/proofmark/report/"
# With the headline 桥通车了 it is 1,000 characters long.
BODY = "错字在此。" + "桥" * 991


def mark(article, by, words="错字", kind="wording", **more):
    given = {"version": article.versions.last(), "spot": Spot("body", 0)} | more
    return marking.mark(article, words=words, kind=kind, by=by, **given)


@pytest.fixture
def article(cast, issue):
    return print_article(cast, page_of(issue), body=BODY)


def only(group, **days):
    (row,) = error_rates.rates(group, **(DAYS | days))
    return row


def test_a_mark_in_a_thousand_characters_is_ten_in_ten_thousand(article, cast):
    mark(article, cast.pei)
    row = only("page")
    assert (row.articles, row.characters, row.errors, row.rate) == (1, 1000, 1, 10.0)
    assert row.is_over


def test_three_in_ten_thousand_are_within_the_limit():
    row = error_rates.Rate("x", 1, 10_000)
    row.kinds["wording"] = 3
    assert not row.is_over
    row.kinds["fact"] = 1
    assert row.is_over


def test_kinds_are_told_apart_and_void_marks_do_not_count(article, cast):
    mark(article, cast.pei)
    mark(article, cast.pei, "在此", "fact")
    marking.void(mark(article, cast.dan, "。", "punctuation"), by=cast.dan, reason="句号无误。")
    assert only("issue").by_kind == [1, 0, 1, 0, 0]


def test_one_error_counts_once_whoever_marks_it(article, cast):
    mark(article, cast.pei)
    with pytest.raises(Refused):
        mark(article, cast.dan, "字在")
    marking.void(article.proofmarks.get(), by=cast.dan, reason="标错了位置。")
    assert mark(article, cast.dan, "字在").pk


def test_texts_without_an_error_count_by_their_length(article, cast, issue):
    print_article(cast, page_of(issue, label="02"), body=BODY)
    mark(article, cast.pei)
    (row,) = error_rates.rates("issue", **DAYS)
    assert (row.articles, row.characters, row.rate) == (2, 2000, 5.0)
    assert [each.errors for each in error_rates.rates("page", **DAYS)] == [1, 0]
    assert error_rates.total(error_rates.rates("page", **DAYS), "x").rate == 5.0


def test_errors_are_those_of_whoever_made_the_version(article, cast):
    mark(article, cast.pei)
    row = only("person")
    assert (row.name, row.errors, row.characters) == ("de", 1, 1000)


def of_proofreaders():
    rows = error_rates.rates("proofreader", **DAYS)
    return {row.name: (row.articles, row.errors) for row in rows}


def test_an_error_is_charged_to_whoever_signed_the_text_before_it_was_marked(
    cast, issue, publication
):
    article = print_article(cast, page_of(issue), "final_review", body=BODY)
    mark(article, cast.chen)
    go(article, "sign_off", cast.chen)
    assert of_proofreaders() == {"dan": (1, 1), "chen": (1, 0)}


def test_who_read_before_the_words_were_wrong_let_nothing_pass(cast, issue, publication):
    article = print_article(cast, page_of(issue), "final_review", body=BODY)
    go(article, "return", cast.chen)
    rewrite(article, cast.de, body="又错了字。" + BODY)
    mark(article, cast.pei, "又错", "wording")
    mark(article, cast.pei, "错字在此", "fact", spot=Spot("body", 0))
    assert of_proofreaders() == {"dan": (1, 1)}


def test_where_proofs_are_signed_apart_the_proofreaders_answer(cast, publication, settings):
    settings.PROOFREADING = "separate"
    with time_machine.travel("2026-11-20T04:00:00Z", tick=False):
        article = web_article(cast, publication, "first_review", body=BODY)
        go(article, "proof_first", cast.pei)
    with time_machine.travel("2026-11-21T04:00:00Z", tick=False):
        go(article, "pass_first", cast.de)
        mark(article, cast.sun)
    assert of_proofreaders() == {"pei": (1, 1)}


def test_a_void_mark_is_charged_to_nobody(cast, issue):
    article = print_article(cast, page_of(issue), "final_review", body=BODY)
    marking.void(mark(article, cast.chen), by=cast.chen, reason="无误。")
    assert of_proofreaders() == {"dan": (1, 0)}


def test_months_and_days_are_the_papers_and_of_web_texts_the_first_day(cast, publication, article):
    later = Issue.objects.create(publication=publication, date=date(2026, 12, 4))
    print_article(cast, page_of(later), body=BODY)
    with time_machine.travel("2026-11-30T15:59:00Z", tick=False):
        web_article(cast, publication, "first_review")  # 23:59 in Shanghai
    with time_machine.travel("2026-11-30T16:01:00Z", tick=False):
        web_article(cast, publication, "first_review")
        web_draft(publication, cast.rui)  # not handed in: no text of the paper
    rows = error_rates.rates("month", first=date(2026, 11, 1), last=date(2026, 12, 31))
    assert [(row.name[:7], row.articles) for row in rows] == [("2026-11", 2), ("2026-12", 2)]
    assert only("month").articles == 2


def test_of_a_paper_elsewhere_they_are_by_its_own_clock(cast, publication):
    publication.time_zone = "America/New_York"
    publication.save()
    with time_machine.travel("2026-12-01T02:00:00Z", tick=False):  # in New York it is November
        web_article(cast, publication, "first_review")
    assert only("month").name == "2026-11-01 砚溪日报"
    for group in error_rates.GROUPS[:3]:
        assert not error_rates.rates(group, first=date(2026, 12, 1), last=date(2026, 12, 31))


def test_the_report_shows_the_rate_and_gives_it_as_a_file(enter, article, cast):
    mark(article, cast.pei)
    browser = enter("ao")
    asked = {"first": "2026-11-01", "last": "2026-11-30", "group": "page"}
    assert "10.00" in browser.get(REPORT, asked).content.decode()

    file = browser.get(REPORT, asked | {"format": "csv"})

    assert file["Content-Type"] == "text/csv; charset=utf-8"
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[1].split(",")[1:3] == ["1", "1000"]
    assert lines[1].split(",")[-2] == "10.00"


@pytest.mark.parametrize(
    "asked",
    [
        {"first": "2026-11-30", "last": "2026-11-01"},
        {"first": "2020-01-01", "last": "2026-11-01"},
        {"first": "x", "last": "2026-02-30"},
        {"group": "nonsense"},
        {"publication": "99999"},
        {"first": "0001-01-01", "last": "0001-01-02"},
        {"first": "9999-12-31", "last": "9999-12-31"},
    ],
)
def test_nonsense_is_answered_with_the_form(enter, asked):
    assert enter("ao").get(REPORT, asked).status_code == 200


def test_the_report_asks_the_same_for_one_page_and_for_many(
    enter, cast, issue, article, django_assert_max_num_queries
):
    browser = enter("ao")
    for number in range(2, 12):
        mark(print_article(cast, page_of(issue, label=f"{number:02}"), body=BODY), cast.pei)
    for group in error_rates.GROUPS:
        with django_assert_max_num_queries(12):
            browser.get(REPORT, {"group": group, "first": "2026-11-01", "last": "2026-11-30"})

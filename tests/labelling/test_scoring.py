"""Verified pages as truth: what counts as verified, and how a reading is measured against it."""

import json

import pytest
from django.core.management import CommandError, call_command

from articles import labelling, parsing, scoring
from articles.parsing.measures import Score, Tally, score
from articles.parsing.surgery import merge, open_paragraph, set_role
from articles.records import Role
from tests.builders import page_of, print_article
from tests.importing.test_importing import TWO_STORIES


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)


@pytest.fixture
def verified(page, cast):
    labelling.begin(page, by=cast.de)
    print_article(cast, page, "final_review")
    page.refresh_from_db()
    return page


RECORD = parsing.parse_page(TWO_STORIES)


def relabelled(change):
    return parsing.assemble(RECORD.lines, change(RECORD.labels))


def line_of(text):
    return next((line.number, line.segment) for line in RECORD.lines if text in line.raw)


def test_a_perfect_reading_scores_one_in_everything():
    found = score(RECORD, RECORD)
    assert (found.perfect, found.articles.f1, found.headline_rate, found.paragraphs.f1) == (1,) * 4


def test_two_articles_read_as_one_are_not_found():
    merged = relabelled(lambda labels: merge(labels, 2, 1))
    assert score(RECORD, merged).articles == Tally(0, 1, 2)


def test_a_lost_headline_and_an_invented_one_both_count():
    place = line_of("县图书馆晚间延时开放")
    lost = relabelled(lambda labels: set_role(labels, [place], Role.FURNITURE))
    assert (score(RECORD, lost).headlines, score(lost, RECORD).headlines) == (1, 1)
    assert score(RECORD, lost).perfect == 0


def test_a_paragraph_too_many_is_surplus_and_missed_the_other_way():
    more = relabelled(lambda labels: open_paragraph(labels, line_of("用，六百多名学生")))
    assert score(RECORD, more).paragraphs == Tally(2, 1, 0)
    assert score(more, RECORD).paragraphs == Tally(2, 0, 1)


def test_nothing_read_of_something_and_something_of_nothing():
    nothing = parsing.assemble(RECORD.lines, ())
    assert score(RECORD, nothing).articles.f1 == 0
    assert score(nothing, nothing) == Score(pages=1, perfect=1)


def test_a_page_is_verified_when_all_its_articles_are(page, cast):
    labelling.begin(page, by=cast.de)
    assert not scoring.is_verified(page)
    print_article(cast, page, "published")
    assert scoring.is_verified(page)
    print_article(cast, page, "imported")
    assert not scoring.is_verified(page)


def test_a_page_without_labels_is_no_sample(page, cast):
    print_article(cast, page, "final_review")
    assert not scoring.is_verified(page)


def test_a_golden_pair_holds_text_and_what_the_labels_say(verified):
    text, labels = scoring.golden_pair(verified)
    assert text == TWO_STORIES
    assert [article["headline"] for article in json.loads(labels)["articles"]] == [
        "青禾坪小学新操场启用",
        "县图书馆晚间延时开放",
    ]


def test_pages_are_scored_by_paper_and_month(verified, cast, publication):
    words = {"unit": "2", "into": "1"}
    labelling.operate(verified, "merge", words, by=cast.de, seen=verified.run_id)
    scores = scoring.score_pages(scoring.verified_pages())
    assert list(scores) == [(publication, "2026-11")]
    assert scores[publication, "2026-11"].articles == Tally(0, 2, 1)


def test_the_command_prints_a_row_for_each_and_one_for_all(verified, capsys):
    call_command("score_parser", month="2026-11")
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows[2:]] == ["yanxi", "all"]
    assert rows[-1].split()[1:] == ["1", "1.0000", "1.0000", "1.0000", "1"]


def test_the_command_says_when_there_is_nothing(verified, capsys):
    call_command("score_parser", month="2026-10")
    assert "没有已核对的版面" in capsys.readouterr().out


@pytest.mark.parametrize("options", [{"month": "2026-13"}, {"month": "x"}, {"publication": "no"}])
def test_the_command_refuses_what_it_does_not_know(options, db):
    with pytest.raises(CommandError):
        call_command("score_parser", **options)

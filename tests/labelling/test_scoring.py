"""Verified pages as truth: what counts as verified, and how a reading is measured against it."""

import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from articles.labelling import relabelling, scoring
from articles.parsing import parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring.measures import Tally, score
from tests.builders import print_article
from tests.importing.test_importing import TWO_STORIES

pytestmark = pytest.mark.once


@pytest.fixture
def verified(page, cast):
    relabelling.begin(page, by=cast.de)
    print_article(cast, page, "final_review")
    page.refresh_from_db()
    return page


def test_a_page_is_verified_when_all_its_articles_are(page, cast):
    relabelling.begin(page, by=cast.de)
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


def merge(page, by):
    """Labels that the parser does not reach."""
    words = {"unit": "2", "into": "1"}
    relabelling.operate(page, "merge", words, by=by, seen=page.run_id)


def test_pages_are_scored_by_paper_and_month(verified, cast, publication):
    merge(verified, cast.de)
    scores = scoring.per_month(scoring.scored(scoring.verified_pages()))
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


@pytest.fixture
def kept(verified, tmp_path):
    """The scores of an earlier parser that read everything right."""
    path = tmp_path / "scores.json"
    call_command("score_parser", save=path)
    return path


def test_a_parser_as_good_as_before_passes(kept, capsys):
    call_command("score_parser", kept=kept, fail_if_worse=True)
    assert "1 个版面可以比较" in capsys.readouterr().out


def test_a_parser_that_reads_worse_fails_and_says_where(kept, capsys, monkeypatch):
    monkeypatch.setattr(scoring.parsing, "parse_page", without_headlines)
    with pytest.raises(CommandError):
        call_command("score_parser", kept=kept, fail_if_worse=True)
    told = capsys.readouterr().out
    assert "yanxi 2026-11: headlines 1.0000 → 0.0000" in told
    assert "青禾坪小学新操场启用: headlines “青禾坪小学新操场启用” ← “”" in told


def test_without_the_flag_a_worse_parser_is_only_told(kept, capsys, monkeypatch):
    monkeypatch.setattr(scoring.parsing, "parse_page", without_headlines)
    call_command("score_parser", kept=kept)
    assert "headlines 1.0000 → 0.0000" in capsys.readouterr().out


def without_headlines(text, **layout):
    record = parse_page(text, **layout)
    return replace(record, articles=[replace(a, headline=None) for a in record.articles])


def test_a_page_that_was_labelled_anew_is_not_compared(verified, kept, cast, capsys):
    merge(verified, cast.de)
    call_command("score_parser", kept=kept, fail_if_worse=True)
    assert "0 个版面可以比较" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"pages": {"yanxi 2026-11-20 01": 5}}'])
def test_a_file_of_something_else_is_refused(content, verified, tmp_path):
    path = tmp_path / "scores.json"
    path.write_text(content)
    with pytest.raises(CommandError):
        call_command("score_parser", kept=path)


def test_worse_needs_something_to_be_worse_than(db):
    with pytest.raises(CommandError):
        call_command("score_parser", fail_if_worse=True)


def test_a_verified_page_is_exported_as_a_golden_pair(verified, tmp_path, capsys):
    call_command("export_samples", tmp_path, date=verified.issue.date, page=verified.label)
    name = capsys.readouterr().out.strip()
    assert (tmp_path / f"{name}.txt").read_text() == TWO_STORIES
    truth = json.loads((tmp_path / f"{name}.json").read_text())
    assert score(truth, page_to_json(parse_page(TWO_STORIES))).perfect


def test_an_unverified_page_is_no_sample_to_export(page, tmp_path):
    with pytest.raises(CommandError):
        call_command("export_samples", tmp_path)


def test_an_export_needs_a_folder(verified, tmp_path):
    with pytest.raises(CommandError):
        call_command("export_samples", tmp_path / "none")

"""Labels are changed a step at a time, stored at once, undone at will, lost never."""

import pytest

from articles.labelling import relabelling
from articles.models import ParseRun
from articles.refusals import Refused


@pytest.fixture
def run(page, cast):
    return relabelling.begin(page, by=cast.de)


def line_of(page, text):
    return next(
        str(number) for number, line in enumerate(page.text.splitlines(), 1) if text in line
    )


def headlines(page, run):
    return [article.headline for article in relabelling.record_of(page, run).articles]


def test_beginning_stores_what_the_parser_says_once(page, run, cast):
    assert headlines(page, run) == ["青禾坪小学新操场启用", "县图书馆晚间延时开放"]
    page.refresh_from_db()
    assert relabelling.begin(page, by=cast.dan) == run


def test_a_change_is_stored_at_once_and_signed(page, run, cast):
    words = {"lines": [line_of(page, "县图书馆晚间")], "role": "deck"}
    after = relabelling.operate(page, "role", words, by=cast.dan, seen=run.pk)
    page.refresh_from_db()
    assert page.run == after
    assert (after.made_by, after.parent) == (cast.dan, run)
    assert headlines(page, after)[1] is None


def test_undo_and_redo_walk_the_same_road(page, run, cast):
    words = {"lines": [line_of(page, "学校原来")]}
    split = relabelling.operate(page, "split", words, by=cast.de, seen=run.pk)
    assert relabelling.undo(page, by=cast.de, seen=split.pk) == run
    assert relabelling.undo(page, by=cast.de, seen=run.pk) == run
    assert relabelling.redo(page, by=cast.de, seen=run.pk) == split


def test_a_change_on_old_labels_is_refused_and_nothing_is_lost(page, run, cast):
    words = {"lines": [line_of(page, "学校原来")]}
    newer = relabelling.operate(page, "split", words, by=cast.dan, seen=run.pk)
    with pytest.raises(relabelling.StaleLabels) as stale:
        relabelling.operate(page, "split", words, by=cast.de, seen=run.pk)
    assert stale.value.run == newer


def test_parsing_again_keeps_what_a_human_mended_and_can_be_undone(page, run, cast):
    words = {"lines": [line_of(page, "学校原来")]}
    mine = relabelling.operate(page, "split", words, by=cast.de, seen=run.pk)
    again = relabelling.parse_again(page, by=cast.de, seen=mine.pk)
    assert sorted(again.labels) == sorted(mine.labels)
    assert relabelling.undo(page, by=cast.de, seen=again.pk) == mine


def test_parsing_again_reads_anew_what_nobody_touched(page, run, cast):
    run.labels = [[*row[:2], "b", *row[3:]] for row in run.labels]
    run.save()
    again = relabelling.parse_again(page, by=cast.de, seen=run.pk)
    assert headlines(page, again) == ["青禾坪小学新操场启用", "县图书馆晚间延时开放"]


def test_a_headline_set_by_hand_answers_the_doubt_that_asked_for_it(page, run, cast):
    run.labels = [[*row[:2], "d", *row[3:]] if row[1:3] == [1, "h"] else row for row in run.labels]
    run.save()
    assert [doubt.kind for doubt in relabelling.record_of(page, run).doubts] == ["headline_missing"]
    words = {"lines": [line_of(page, "青禾坪小学新操场启用")], "role": "headline"}
    after = relabelling.operate(page, "role", words, by=cast.de, seen=run.pk)
    assert relabelling.record_of(page, after).doubts == ()


def test_a_headline_that_a_human_takes_away_is_missed_at_once(page, run, cast):
    words = {"lines": [line_of(page, "青禾坪小学新操场启用")], "role": "deck"}
    after = relabelling.operate(page, "role", words, by=cast.de, seen=run.pk)
    words = {"lines": [row[0] for row in after.labels if row[1] == 1 and row[2] == "b"]}
    again = relabelling.operate(page, "role", words | {"role": "body"}, by=cast.de, seen=after.pk)
    for made in (after, again):
        assert "headline_missing" in [d.kind for d in relabelling.record_of(page, made).doubts]


def test_a_doubt_goes_with_its_line_to_another_piece(page, run, cast):
    last = line_of(page, "月建成了新操场")
    run.doubts = [["unfinished", int(last), "?", [], 1, {}]]
    run.save()
    words = {"lines": [line_of(page, "学校原来")]}
    after = relabelling.operate(page, "split", words, by=cast.de, seen=run.pk)
    parted = after.labels[[row[0] for row in after.labels].index(int(last))][1]
    assert parted != 1
    assert all(doubt.unit == parted for doubt in relabelling.record_of(page, after).doubts)


def test_a_doubt_about_a_line_that_a_human_labelled_is_gone(page, run, cast):
    run.doubts = [["kicker_or_headline", int(line_of(page, "县图书馆晚间")), "?", [], 2, {}]]
    run.save()
    assert len(relabelling.record_of(page, run).doubts) == 1
    words = {"lines": [line_of(page, "县图书馆晚间")], "role": "headline"}
    after = relabelling.operate(page, "role", words, by=cast.de, seen=run.pk)
    assert relabelling.record_of(page, after).doubts == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nonsense", {}),
        ("role", {"lines": ["3"], "role": "nonsense"}),
        ("role", {"lines": ["x"], "role": "body"}),
        ("split", {"lines": []}),
        ("move", {"lines": ["3"], "unit": "99"}),
        ("merge", {"unit": "1"}),
        ("ignore", {"lines": ["3"], "reason": " "}),
    ],
)
def test_nonsense_is_refused_with_a_sentence(name, words, page, run, cast):
    with pytest.raises(Refused) as refused:
        relabelling.operate(page, name, words, by=cast.de, seen=run.pk)
    assert refused.value.refusal.message
    assert ParseRun.objects.count() == 1


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_change_labels(name, page, run, cast):
    with pytest.raises(Refused):
        relabelling.begin(page, by=getattr(cast, name))


def units_in_order(run):
    return list(dict.fromkeys(row[1] for row in run.labels if row[1] is not None))


def test_parsing_again_keeps_the_order_that_an_editor_gave_the_pieces(page, run, cast):
    one, two = units_in_order(run)
    moved = relabelling.operate(
        page, "before", {"unit": two, "before": one}, by=cast.de, seen=run.pk
    )
    page.refresh_from_db()
    again = relabelling.parse_again(page, by=cast.de, seen=moved.pk)
    assert units_in_order(again) == [two, one]
    assert headlines(page, again) == ["县图书馆晚间延时开放", "青禾坪小学新操场启用"]


def test_an_order_that_was_undone_is_not_kept(page, run, cast):
    one, two = units_in_order(run)
    moved = relabelling.operate(
        page, "before", {"unit": two, "before": one}, by=cast.de, seen=run.pk
    )
    relabelling.undo(page, by=cast.de, seen=moved.pk)
    page.refresh_from_db()
    again = relabelling.parse_again(page, by=cast.de, seen=run.pk)
    assert units_in_order(again) == [one, two]


def test_parsing_again_keeps_the_reading_order_beside_a_mended_piece(page, run, cast, monkeypatch):
    """The parser may read a piece further down the page before one above it."""
    one, two = units_in_order(run)
    record = relabelling.parsing.parse_page(page.text)
    turned = sorted(record.labels, key=lambda label: (label.unit is None, -(label.unit or 0)))
    fresh = relabelling.parsing.assemble(record.lines, tuple(turned))
    monkeypatch.setattr(relabelling.parsing, "parse_page", lambda text, layout=None: fresh)
    words = {"lines": [line_of(page, "县图书馆晚间")], "role": "deck"}
    mended = relabelling.operate(page, "role", words, by=cast.de, seen=run.pk)
    page.refresh_from_db()
    again = relabelling.parse_again(page, by=cast.de, seen=mended.pk)
    assert units_in_order(again) == [two, one]

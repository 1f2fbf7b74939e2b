"""Presses that no button sends, and pages with a long history."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.labelling.test_desk import Desk


@pytest.fixture
def editor(page, cast):
    return Desk(page, cast.de)


@pytest.mark.parametrize("role", ["ignored", "unassigned"])
def test_no_line_is_left_out_or_let_go_without_a_reason(editor, role):
    editor.press("split", "学校原来")
    answer = editor.press(f"role-{role}", "县图书馆晚间")
    assert answer.status_code == 422
    assert editor.label("县图书馆晚间").role not in ("ignored", "unassigned")


@pytest.mark.parametrize("reason", ["　", "\u200b", " \u3000\u2060", "\x00"])
def test_a_reason_that_nobody_can_see_is_none(editor, reason):
    answer = editor.press("ignore", "县图书馆晚间", reason=reason)
    assert answer.status_code == 422
    assert "请说明这些行为什么不用" in editor.html


@pytest.mark.parametrize("reason", ["\x00广告", "广告\x00", "广\u200b告", "\u202e广告\u202c"])
def test_of_a_reason_the_signs_that_can_be_seen_are_kept(editor, reason):
    answer = editor.press("ignore", "县图书馆晚间", reason=reason)
    assert answer.status_code == 200
    assert "\x00" not in editor.label("县图书馆晚间").rule


def test_where_there_is_no_piece_lines_are_told_to_have_nowhere_to_go(editor, page):
    numbers = [str(n) for n, line in enumerate(page.text.splitlines(), 1) if line]
    editor.press("ignore", line=numbers, reason="整版广告")
    editor.press("move", "县图书馆晚间", unit="")
    assert "请先选定移到哪一篇" in editor.html


def test_who_may_not_change_labels_is_told_so_whatever_they_saw(editor, page, cast):
    reader = Desk(page, cast.pei)
    editor.press("split", "学校原来")
    assert reader.press("undo").status_code == 403


def test_parsing_again_costs_the_same_after_two_steps_and_after_twenty(editor):
    counts = []
    for steps in (2, 18):
        for step in range(steps):
            editor.press("role-deck" if step % 2 else "role-body", "县图书馆晚间")
        with CaptureQueriesContext(connection) as asked:
            editor.look("again/")
        counts.append(len(asked))
    assert counts[0] == counts[1]

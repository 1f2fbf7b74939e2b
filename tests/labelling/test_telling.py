"""What the label desk says of a change: in words that fit the button, and never too many."""

import pytest

from tests.builders import page_of
from tests.labelling.test_desk import Desk

pytestmark = pytest.mark.once


@pytest.fixture
def editor(page, cast):
    return Desk(page, cast.de)


@pytest.mark.parametrize(
    ("op", "told"),
    [
        ("down:1", "第2篇排到第1篇之前"),
        ("up:2", "第2篇排到第1篇之前"),
        ("merge-next:1", "第2篇并入第1篇"),
        ("merge-previous:2", "第2篇并入第1篇"),
    ],
)
def test_both_pieces_are_named_whichever_had_the_button(editor, op, told):
    editor.press(op)
    assert f"已存——{told}" in editor.html
    editor.press("undo")
    assert f"已撤销——{told}" in editor.html


@pytest.mark.parametrize("op", ["split", "open", "join", "role-body", "move", "swap"])
def test_without_a_line_it_is_said_that_none_is_chosen(editor, op):
    editor.press(op, unit="1")
    assert "没有选择任何行" in editor.html


def test_lines_all_over_the_page_are_not_all_told(issue, cast):
    source = "\n\n".join(f"第{number}行的文字很短。" for number in range(1, 41))
    editor = Desk(page_of(issue, source=source), cast.de)
    numbers = [str(number) for number in range(1, 80, 4)]
    editor.press("role-furniture", line=numbers)
    assert "版面杂项：第1、5、9、13、17、21…行（共 20 行）" in editor.html


def test_of_a_long_reason_the_beginning_is_told_and_all_of_it_kept(editor):
    reason = "版面上印了两次，" * 20
    editor.press("ignore", "县图书馆晚间", reason=reason)
    assert f"弃用（{reason[:40]}…）" in editor.html
    assert reason in editor.html


def test_an_undo_that_came_too_late_names_no_line(editor, page, cast):
    editor.press("split", "学校原来")
    Desk(page, cast.dan).press("split", "图书馆馆长说")
    editor.press("undo", "体")
    assert editor.answer.status_code == 409
    assert "尚未执行——撤销。" in editor.html


def test_in_english_lines_and_roles_are_set_apart_as_english_does(editor, page, cast):
    editor.press("role-furniture", "县图书馆晚间", "青禾坪小学新操场启用")
    editor.client.cookies["django_language"] = "en"
    assert "page matter: line 10, 19" in editor.look().content.decode()
    reader = Desk(page, cast.pei)
    reader.client.cookies["django_language"] = "en"
    assert "Chief editor, Desk editor, Section head" in reader.look().content.decode()


@pytest.mark.parametrize("op", ["open", "join"])
def test_a_paragraph_mark_does_not_erase_why_a_line_is_left_out(editor, op):
    editor.press("ignore", "县图书馆晚间", reason="广告")
    answer = editor.press(op, "县图书馆晚间")
    assert answer.status_code == 422
    assert editor.label("县图书馆晚间").rule == "editor: 广告"


def test_pieces_to_move_to_are_known_by_their_first_words(editor):
    assert '<option value="2">2 县图书馆晚间延时开放</option>' in editor.html


def test_a_page_without_a_line_says_so(issue, cast):
    editor = Desk(page_of(issue, source="\n \n　\n"), cast.de)
    assert "这一版没有文字" in editor.html

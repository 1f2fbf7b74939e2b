"""A change that the script sends is answered with what it changed of the desk, and no more."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import parsing
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES
from tests.labelling.test_desk import Desk

pytestmark = pytest.mark.once

PART = re.compile(r'<(ol|article)([^>]*) data-print="(\w+)"[^>]*>(.*?)</\1>', re.DOTALL)
# Each on the line of that text, in this order.
CHANGES = {
    "role-subhead": "学校原来",
    "split": "图书馆馆长说",
    "swap": "县图书馆晚间",
    "up": "图书馆馆长说",
    "move": "方便下班",
    "role-caption": "学校原来",
    "merge-previous": "县图书馆晚间",
    "undo": "学校原来",
    "redo": "学校原来",
}


def parts(html):
    """{print: what stands in it}, in the order of the desk."""
    return {mark: content for _tag, _attributes, mark, content in PART.findall(html)}


def rows(html):
    return len(re.findall(r'class="row', html))


@pytest.fixture
def editor(issue, cast):
    return Desk(page_of(issue, source=TWO_STORIES * 20), cast.de)


def test_only_what_a_change_concerns_is_sent(editor):
    shown = parts(editor.html)
    before = rows(editor.html)
    answer = editor.press("role-subhead", "学校原来", shown=" ".join(shown))
    assert answer.status_code == 200
    assert "<html" not in editor.html
    assert "已存" in editor.html
    assert 0 < rows(editor.html) < before / 20
    assert editor.html.count('class="piece-head"') == 1


def test_what_is_kept_and_what_is_sent_make_the_desk_that_a_reload_shows(editor):
    shown = parts(editor.html)
    for op, text in CHANGES.items():
        editor.press(op, text, shown=" ".join(shown), unit="3")
        assert editor.answer.status_code == 200, op
        sent = parts(editor.html)
        shown = {mark: content or shown[mark] for mark, content in sent.items()}
        editor.look()
        assert list(shown.items()) == list(parts(editor.html).items()), op


def test_what_is_refused_is_told_and_nothing_is_sent_again(editor):
    shown = parts(editor.html)
    answer = editor.press("ignore", "学校原来", shown=" ".join(shown))
    assert answer.status_code == 422
    assert 'role="alert"' in editor.html
    assert rows(editor.html) == 0


def test_a_stale_press_is_sent_what_the_other_changed(editor, cast):
    shown = parts(editor.html)
    Desk(editor.page, cast.dan).press("role-deck", "县图书馆晚间")
    answer = editor.press("role-subhead", "学校原来", shown=" ".join(shown))
    assert answer.status_code == 409
    assert "两个版本" in editor.html
    assert 'class="row is-deck' in editor.html


def test_in_another_language_all_is_drawn_anew(editor):
    shown = parts(editor.html)
    editor.client.cookies["django_language"] = "en"
    editor.press("role-subhead", "学校原来", shown=" ".join(shown))
    assert rows(editor.html) == sum(map(rows, shown.values()))


@pytest.mark.parametrize("shown", ["", "x" * 5000, "<script>", "\x00 ²"])
def test_prints_of_nothing_keep_nothing_back(editor, shown):
    before = rows(editor.html)
    editor.press("role-subhead", "学校原来", shown=shown)
    assert rows(editor.html) == before


def test_a_change_puts_the_page_together_once(editor, monkeypatch):
    editor.press("role-deck", "学校原来")
    made = []
    assemble = parsing.assemble

    def count(*args, **kwargs):
        made.append(args)
        return assemble(*args, **kwargs)

    monkeypatch.setattr(parsing, "assemble", count)
    editor.press("split", "图书馆馆长说", shown="")
    assert len(made) == 1


def test_a_change_costs_the_same_queries_whatever_the_length_of_the_page(issue, cast):
    counts = []
    for number, times in ((2, 1), (3, 40)):
        page = page_of(issue, label=f"0{number}", source=TWO_STORIES * times)
        editor = Desk(page, cast.de)
        editor.press("role-deck", "县图书馆晚间")
        with CaptureQueriesContext(connection) as asked:
            editor.press("role-headline", "县图书馆晚间", shown="")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 20

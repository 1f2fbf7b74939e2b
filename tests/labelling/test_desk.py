"""The label desk without any script: each button, old versions, rights, and hostile lines."""

import io
import re
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin.label_desk.presses import EVERY
from articles.labelling import relabelling
from articles.models import Page, ParseRun
from articles.records import Role
from tests.builders import page_of, print_article
from tests.importing.pages import TWO_STORIES

pytestmark = pytest.mark.once

HEADLINES = ["青禾坪小学新操场启用", "县图书馆晚间延时开放"]


@pytest.fixture
def desk(page, cast):
    """desk("de") → the desk as that person uses it."""
    return lambda name: Desk(page, getattr(cast, name))


class Desk:
    """One person's browser on the desk of a page: what is shown, and buttons to press."""

    def __init__(self, page, user):
        self.client, self.page = Client(), page
        self.client.force_login(user)
        self.address = f"/admin/articles/page/{page.pk}/labels/"
        self.look()

    def look(self, query=""):
        self.answer = self.client.get(self.address + query)
        self.seen = self._seen()
        return self.answer

    def _seen(self):
        found = re.search(r'name="seen" value="(\d*)"', self.html)
        return found[1] if found else ""

    @property
    def html(self):
        return self.answer.content.decode()

    def press(self, op, *texts, follow=True, **fields):
        lines = [line_of(self.page, text) for text in texts]
        data = {"op": op, "seen": self.seen, "line": lines} | fields
        self.answer = self.client.post(self.address, data, follow=follow)
        if self.answer.status_code == 200:
            self.seen = self._seen()
        return self.answer

    @property
    def record(self):
        page = Page.objects.select_related("run").get(pk=self.page.pk)
        return relabelling.record_of(page, page.run)

    @property
    def headlines(self):
        return [article.headline for article in self.record.articles]

    def label(self, text):
        number = int(line_of(self.page, text))
        return next(label for label in self.record.labels if label.line == number)


def line_of(page, text):
    return next(
        str(number) for number, line in enumerate(page.text.splitlines(), 1) if text in line
    )


def test_looking_stores_nothing_and_shows_every_line(desk, page):
    html = desk("de").html
    shown = re.findall(r'class="row[^"]*" id="L(\d+)"', html)
    assert shown == [str(number + 1) for number in range(len(page.text.splitlines()))]
    assert not ParseRun.objects.exists()


def test_the_first_press_stores_the_parsers_labels_and_the_change(desk, cast):
    editor = desk("de")
    editor.press("split", "学校原来")
    assert [run.operation["name"] for run in ParseRun.objects.all()] == ["parse", "split"]
    assert len(editor.record.articles) == 3


def test_a_press_leads_back_to_its_line(desk, page):
    answer = desk("de").press("split", "学校原来", follow=False)
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"#L{line_of(page, '学校原来')}")


@pytest.mark.parametrize(
    "role", [role for role in Role if role.value not in ("ignored", "unassigned")]
)
def test_every_role_has_its_button(desk, role):
    editor = desk("de")
    editor.press(f"role-{role}", "用。今年夏天")
    assert editor.label("用。今年夏天").role == role


def test_lines_are_left_out_with_a_reason(desk):
    editor = desk("de")
    editor.press("ignore", "县图书馆晚间", reason="广告")
    assert (editor.label("县图书馆晚间").role, editor.label("县图书馆晚间").rule) == (
        Role.IGNORED,
        "editor: 广告",
    )
    assert "广告" in editor.html


def test_leaving_out_without_a_reason_is_refused_and_keeps_the_choice(desk, page):
    editor = desk("de")
    answer = editor.press("ignore", "县图书馆晚间")
    assert answer.status_code == 422
    assert re.search(rf'id="c{line_of(page, "县图书馆晚间")}" checked', editor.html)


def test_lines_move_to_another_piece(desk):
    editor = desk("de")
    editor.press("move", "图书馆馆长说", "上多来一百", unit="1")
    assert editor.label("图书馆馆长说").unit == editor.label("青禾坪小学新操场启用").unit


@pytest.mark.parametrize(
    ("op", "text"), [("merge-previous", "县图书馆晚间"), ("merge-next", "学校原来")]
)
def test_pieces_merge_with_their_neighbour(desk, op, text):
    editor = desk("de")
    editor.press(op, text)
    assert len(editor.record.articles) == 1
    assert editor.label("县图书馆晚间").unit == editor.label("学校原来").unit


def test_a_piece_has_buttons_of_its_own(desk):
    editor = desk("de")
    editor.press("merge-previous:2")
    assert len(editor.record.articles) == 1


def test_kicker_and_headline_swap(desk):
    editor = desk("de")
    editor.press("swap", "县图书馆晚间")
    assert editor.record.articles[1].kicker == "县图书馆晚间延时开放"


def test_paragraphs_open_and_join(desk):
    editor = desk("de")
    editor.press("join", "学校原来")
    assert len(editor.record.articles[0].paragraphs) == 1
    editor.press("open", "学校原来")
    assert len(editor.record.articles[0].paragraphs) == 2


@pytest.mark.parametrize(("op", "text"), [("up", "县图书馆晚间"), ("down", "学校原来")])
def test_pieces_change_places(desk, op, text):
    editor = desk("de")
    editor.press(op, text)
    assert editor.headlines == HEADLINES[::-1]


def test_the_outer_pieces_have_no_neighbour_outside(desk):
    answer = desk("de").press("up", "学校原来")
    assert answer.status_code == 422
    assert "这一侧没有别的稿件" in answer.content.decode()


def test_undo_and_redo_without_end(desk):
    editor = desk("de")
    for text in ("学校原来", "图书馆馆长说", "方便下班"):
        editor.press("split", text)
    for _press in range(3):
        editor.press("undo")
    assert editor.headlines == HEADLINES
    for _press in range(3):
        editor.press("redo")
    assert len(editor.record.articles) == 5


def test_parsing_again_shows_first_and_keeps_what_was_mended(desk):
    editor = desk("de")
    editor.press("role-deck", "县图书馆晚间")
    preview = editor.client.get(f"{editor.address}again/")
    assert "不变" in preview.content.decode()
    editor.press("again")
    assert editor.label("县图书馆晚间").role == Role.DECK


def test_no_choice_is_refused_with_a_sentence(desk):
    answer = desk("de").press("role-headline")
    assert answer.status_code == 422
    assert "没有选" in answer.content.decode()


@pytest.mark.parametrize("op", [button.op for button in EVERY if button.op != "again"])
def test_every_button_is_on_the_page_and_has_a_key(desk, op):
    assert re.search(rf'value="{op}" data-key="[^"]" aria-keyshortcuts', desk("de").html)


def test_no_key_has_two_meanings():
    keys = [button.key for button in EVERY]
    assert len(set(keys)) == len(keys)
    assert not {"j", "k", "x", " "} & set(keys)


def test_an_old_version_is_refused_with_both_shown_and_nothing_is_lost(desk):
    mine, theirs = desk("de"), desk("dan")
    theirs.press("role-deck", "县图书馆晚间")
    answer = mine.press("split", "学校原来")
    assert answer.status_code == 409
    assert "第17行" in mine.html or "县图书馆晚间延时开放" in mine.html
    assert 'value="split" form="desk-form"' in mine.html
    assert len(mine.record.articles) == 2


def test_after_a_refusal_one_goes_on_from_the_present_version(desk):
    mine, theirs = desk("de"), desk("dan")
    theirs.press("role-deck", "县图书馆晚间")
    mine.press("split", "学校原来")
    mine.seen = mine._seen()
    mine.press("split", "学校原来")
    assert len(mine.record.articles) == 3
    assert mine.label("县图书馆晚间").role == Role.DECK


def test_what_was_taken_back_meanwhile_is_told(desk):
    first, other = desk("de"), desk("dan")
    first.press("split", "学校原来")
    other.look()
    first.press("undo")
    answer = other.press("role-deck", "县图书馆晚间")
    assert answer.status_code == 409
    assert "其间撤销的" in other.html


def test_lost_or_forged_versions_are_stale(desk):
    editor = desk("de")
    editor.press("split", "学校原来")
    for seen in ("", "0", "x", "9" * 30):
        editor.seen = seen
        assert editor.press("undo").status_code == 409


def test_another_editor_at_the_page_is_announced_for_ten_minutes(desk):
    desk("dan").press("split", "学校原来")
    assert "dan 也在处理此版" in desk("de").html
    assert "也在处理此版" not in desk("dan").html
    Page.objects.update(labelled_at=timezone.now() - timezone.timedelta(minutes=11))
    assert "也在处理此版" not in desk("de").html


def test_who_takes_a_change_back_is_announced_too(desk):
    desk("de").press("split", "学校原来")
    desk("dan").press("undo")
    assert "dan 也在处理此版" in desk("de").html


@pytest.mark.parametrize("name", ["pei", "ao", "root"])
def test_others_look_and_are_told_why_they_cannot_press(desk, name):
    visitor = desk(name)
    assert "不能改动" in visitor.html
    assert visitor.html.count('<fieldset class="tool-group" disabled') == 5
    assert visitor.press("split", "学校原来").status_code == 403
    assert not ParseRun.objects.exists()


def test_reporters_and_strangers_do_not_enter(desk, page):
    assert desk("rui").answer.status_code == 302
    assert Client().get(f"/admin/articles/page/{page.pk}/labels/").status_code == 302


def test_a_press_needs_the_forms_token(page, cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.de)
    address = f"/admin/articles/page/{page.pk}/labels/"
    assert client.post(address, {"op": "undo", "seen": ""}).status_code == 403


@pytest.mark.parametrize("pk", ["999", "9" * 40])
def test_a_page_that_is_not_there_is_not_found(desk, pk):
    assert desk("de").client.get(f"/admin/articles/page/{pk}/labels/").status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"op": "role-nonsense", "line": ["1"]},
        {"op": "nonsense", "line": ["1"]},
        {"op": "", "line": ["1"]},
        {"op": "split", "line": ["x.y"]},
        {"op": "up", "line": ["x"]},
        {"op": "up", "line": ["99999"]},
        {"op": "swap", "line": ["1.9"]},
        {"op": "merge-next:99"},
        {"op": "move", "line": ["1"], "unit": "²"},
        {"op": "split", "line": ["1\n<script>"]},
    ],
)
def test_nonsense_is_refused_with_a_sentence(desk, fields):
    editor = desk("de")
    answer = editor.client.post(editor.address, {"seen": editor.seen} | fields)
    assert answer.status_code == 422
    assert answer.context["refused"].message


def test_hostile_lines_stay_text(issue, cast):
    evil = '<script>alert(1)</script>\n"><img src=x onerror=alert(1)>\n{{ 7|add:7 }}&amp;\n'
    editor = Desk(page_of(issue, source=evil), cast.de)
    editor.press("ignore", "<script>", reason='"><b onclick=x>')
    assert not re.search(r"<script>|<img|<b onclick|14&amp;amp;", editor.html)
    assert "&lt;script&gt;alert(1)" in editor.html


def test_lines_nobody_owns_come_first(desk, page):
    editor = desk("de")
    editor.press("role-furniture", "县图书馆晚间")
    run = ParseRun.objects.last()
    run.labels = [[*row[:2], "u", *row[3:]] if row[2] == "f" else row for row in run.labels]
    run.save()
    number = line_of(page, "县图书馆晚间")
    assert f'<a href="#L{number}">{number}</a>' in editor.look().content.decode()
    assert "17 / 18 行" in editor.html or re.search(r"(\d+) / (\d+) 行", editor.html)[1] != "0"


def test_a_page_costs_the_same_queries_whatever_its_length(desk, issue, cast):
    counts = []
    for number, times in ((2, 1), (3, 40)):
        page = page_of(issue, label=f"0{number}", source=TWO_STORIES * times)
        editor = Desk(page, cast.de)
        editor.press("role-deck", "县图书馆晚间")
        with CaptureQueriesContext(connection) as asked:
            editor.look()
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_two_thousand_lines_stand_on_one_screen(issue, cast):
    paragraph = TWO_STORIES.splitlines()[5:8]
    story = [*TWO_STORIES.splitlines()[:5], *(paragraph * 30), "", TWO_STORIES.splitlines()[9], ""]
    editor = Desk(page_of(issue, source="\n".join(story) * 21), cast.de)
    count = len(editor.page.text.splitlines())
    assert count > 2000
    with CaptureQueriesContext(connection) as asked:
        editor.look()
    assert f'id="L{count}"' in editor.html
    assert len(asked) <= 12


def test_all_lines_that_are_shown_may_be_chosen_at_once(issue, cast):
    editor = Desk(page_of(issue, source="字\n" * 3000), cast.de)
    lines = [str(number) for number in range(1, 3001)]
    data = {"op": "role-furniture", "seen": editor.seen, "line": lines}
    assert editor.client.post(editor.address, data).status_code == 302
    assert len(editor.record.furniture) == 3000


def test_a_very_long_page_is_leafed_through(issue, cast):
    editor = Desk(page_of(issue, source=TWO_STORIES * 170), cast.de)
    assert 'id="L3000"' in editor.html
    assert 'id="L3001"' not in editor.html
    later = editor.look("?from=3001").content.decode()
    assert 'id="L3001"' in later
    assert 'href="?from=1"' in later


def test_a_verified_page_is_given_out_as_a_sample(desk, page, cast):
    editor = desk("de")
    editor.press("role-deck", "县图书馆晚间")
    sample = f"{editor.address}sample/"
    assert editor.client.get(sample).status_code == 404
    print_article(cast, page, "final_review")
    answer = editor.client.get(sample)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        text, labels = sorted(archive.namelist(), reverse=True)
        assert archive.read(text).decode() == page.text
        assert '"deck": "县图书馆晚间延时开放"' in archive.read(labels).decode()
    assert "sample/" in editor.look().content.decode()

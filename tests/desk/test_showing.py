"""What is shown: inert whatever was typed, in as many queries for twenty pieces as for two."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.builders import bring, go, web_draft
from tests.desk.conftest import press, save, write

pytestmark = pytest.mark.once

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "{{ 7|add:7 }}{% debug %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "javascript:alert(1)",
]
FIELDS = ["kicker", "headline", "deck", "body", "colleagues", "correspondents", "tags"]


class Alive(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        handlers = [name for name, _value in attrs if name.startswith("on")]
        links = [value for _name, value in attrs if (value or "").startswith("javascript:")]
        typed = tag == "input" and links
        ours = tag == "script" and dict(attrs).get("src", "").startswith("/static/")
        if (tag in ("script", "iframe") and not ours) or handlers or (links and not typed):
            self.found.append((tag, attrs))


def alive(page):
    return Alive(page).found


def shown(writer, name, *args):
    return writer.client.get(reverse(f"desk:{name}", args=args)).content.decode()


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("field", FIELDS)
def test_what_was_typed_is_inert(rui, publication, field, attack):
    article = write(rui, publication, **{field: attack})
    pages = [
        shown(rui, "home"),
        shown(rui, "piece", article.number),
        shown(rui, "edit", article.number),
        save(rui, article, revision=article.revision + 1, **{field: attack}).content.decode(),
    ]
    assert [found for page in pages for found in alive(page)] == []
    assert not re.search(r">\s*14\s*<", pages[1])


def test_an_opinion_is_inert(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    go(article, "return", cast.de, opinion=ATTACKS[0])
    pages = shown(rui, "home") + shown(rui, "piece", article.number)
    assert "&lt;script&gt;" in pages
    assert alive(pages) == []


def test_a_refused_form_is_inert(rui, publication):
    data = {"publication": "<script>alert(1)</script>", "headline": "", "body": ATTACKS[2]}
    answer = rui.client.post(reverse("desk:new"), data)
    assert answer.status_code == 200
    assert alive(answer.content.decode()) == []


def queries(writer, name, *args):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        shown(writer, name, *args)
    return len(captured)


def test_the_list_asks_as_often_for_twenty_pieces_as_for_two(rui, publication, cast):
    statuses = ["draft", "returned", "second_review", "published"]
    for status in statuses * 2:
        bring(web_draft(publication, rui.user), status, cast)
    few = queries(rui, "home")
    for status in statuses * 5:
        bring(web_draft(publication, rui.user), status, cast)
    assert queries(rui, "home") == few <= 10


def test_a_piece_asks_as_often_after_many_events_as_after_one(rui, publication, cast):
    article = write(rui, publication)
    press(rui, article, "submit")
    few = queries(rui, "piece", article.number)
    for turn in range(4):
        go(article, "return", cast.de)
        save(rui, article, deck=f"第{turn}次修改")
        press(rui, article, "submit")
    assert queries(rui, "piece", article.number) == few <= 20


def test_long_ago_is_on_the_next_page(rui, publication, cast):
    for number in range(22):
        bring(web_draft(publication, rui.user, headline=f"第{number:02}篇"), "approved", cast)
    first, second = shown(rui, "home"), rui.client.get(reverse("desk:home") + "?page=2")
    assert ("第21篇" in first, "第00篇" in first) == (True, False)
    assert "第00篇" in second.content.decode()


@pytest.mark.parametrize("page", ["-1", "abc", "9" * 50, ""])
def test_a_page_number_that_makes_no_sense_is_no_error(rui, page):
    assert rui.client.get(reverse("desk:home"), {"page": page}).status_code == 200


def test_notes_and_subheads_are_set_as_such(rui, publication):
    article = write(rui, publication, body="> 编者按：开栏。\n## 小标题\n正文。")
    page = shown(rui, "piece", article.number)
    assert '<h2 class="proof__subhead" id="body-1">小标题</h2>' in page
    assert "编者按：开栏。" in page
    assert "&gt; 编者按" not in page

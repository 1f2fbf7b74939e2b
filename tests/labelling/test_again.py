"""Parsing again, looked at before it is done: article by article, to the word."""

import pytest

from articles.labelling import relabelling
from articles.parsing import parse_page
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def preview(issue, client, cast, monkeypatch):
    """preview(text) → what is shown where a newer parser reads the page as that text."""
    page = page_of(issue, source=TWO_STORIES)
    client.force_login(cast.de)

    def look(newer=TWO_STORIES):
        monkeypatch.setattr(relabelling, "read_again", lambda page: parse_page(newer))
        return client.get(f"/admin/articles/page/{page.pk}/labels/again/").content.decode()

    return look


def test_there_is_no_button_where_nothing_would_change(preview):
    assert "没有需要改动的地方" in preview()
    assert 'value="again"' not in preview()


def test_the_words_that_would_change_are_marked(preview):
    shown = preview(TWO_STORIES.replace("图书馆馆长说", "图书馆新馆长说"))
    assert "图书馆<ins>新</ins>馆长说" in shown
    assert 'value="again"' in shown


def test_captions_that_would_change_are_marked(preview):
    shown = preview(f"{TWO_STORIES}\n\n图为孩子们在新操场上。\n陆小舟 摄\n")
    assert "<ins>图为孩子们在新操场上。 陆小舟 摄</ins>" in shown

"""Doubts that an import leaves for people: of articles, of photos, of the page itself."""

import pytest

from articles.intake import importing
from articles.labelling import doubts, relabelling
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES

UNSIGNED = f"{TWO_STORIES}\n\n图为居民伴着音乐在广场上跳舞。\n"


@pytest.fixture
def page(issue):
    return page_of(issue, source=UNSIGNED)


def take(page, by):
    return importing.apply_import(importing.plan_import(page), by=by)


def split_first_story(page, by):
    page.refresh_from_db()
    number = next(n for n, line in enumerate(page.text.splitlines(), 1) if "学校原来" in line)
    words = {"lines": [str(number)]}
    relabelling.operate(page, "split", words, by=by, seen=page.run_id)
    page.refresh_from_db()


def test_what_is_asked_of_a_photo_is_asked_on_its_page(page, cast):
    announced = {doubt.kind for doubt in importing.doubts_to_ask(importing.plan_import(page))}
    take(page, cast.de)
    assert {doubt.kind for doubt in page.doubts.filter(article=None)} == {"photo_credit_missing"}
    assert "photo_credit_missing" in announced


def test_what_was_decided_of_a_photo_is_not_asked_again(page, cast):
    take(page, cast.de)
    doubts.resolve(page.doubts.get(article=None), by=cast.de, resolution="读者供图，不署名。")
    split_first_story(page, cast.de)
    take(page, cast.de)
    assert not page.doubts.filter(article=None, resolved_at=None).exists()


def test_an_import_does_not_answer_what_a_deletion_asks(page, cast):
    take(page, cast.de)
    page.doubts.create(page=page, kind="article_deleted", line=1, message=doubts.OF_DELETED)
    split_first_story(page, cast.de)
    take(page, cast.de)
    assert page.doubts.filter(kind="article_deleted", resolved_at=None).exists()

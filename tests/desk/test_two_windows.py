"""Two windows on one piece: the second save loses nothing and overwrites nothing."""

import pytest

from articles.models import Article
from tests.builders import go
from tests.desk.conftest import TEXTS, press, save, write


@pytest.fixture
def piece(rui, publication):
    return write(rui, publication)


def test_a_stale_save_shows_both_texts_and_changes_nothing(rui, piece):
    save(rui, piece, body="第一个窗口里写的。")
    answer = save(rui, piece, body="第二个窗口里写的。")
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "第一个窗口里写的。" in shown
    assert "第二个窗口里写的。" in shown
    assert Article.objects.get().body == "第一个窗口里写的。"


def test_the_page_of_both_texts_can_be_saved(rui, piece):
    save(rui, piece, body="第一个窗口里写的。")
    answer = save(rui, piece, body="第二个窗口里写的。")
    form = answer.context["form"]
    save(rui, piece, revision=form["revision"].value(), body=form["body"].value())
    assert Article.objects.get().body == "第二个窗口里写的。"
    assert list(piece.versions.values_list("body", flat=True))[1:] == [
        "第一个窗口里写的。",
        "第二个窗口里写的。",
    ]


def test_only_what_differs_is_shown_twice(rui, piece):
    save(rui, piece, body="第一个窗口里写的。")
    answer = save(rui, piece, body="第二个窗口里写的。")
    differs = {field.name for field, _stored, differs in answer.context["fields"] if differs}
    assert differs == {"body"}


def test_a_text_typed_while_the_piece_was_submitted_elsewhere_can_be_copied(rui, piece):
    opened_on = piece.revision
    press(rui, piece, "submit")
    answer = save(rui, piece, revision=opened_on, body="还在另一个窗口里写。")
    assert answer.status_code == 409
    assert "还在另一个窗口里写。" in answer.content.decode()
    assert Article.objects.get().body == TEXTS["body"]


def test_an_editors_save_is_not_overwritten(rui, piece, cast):
    opened_on = piece.revision
    go(piece, "submit", rui.user)
    go(piece, "return", cast.de)
    answer = save(rui, piece, revision=opened_on)
    assert answer.status_code == 409


def test_a_submission_pressed_on_an_old_page_is_refused(rui, piece):
    seen = piece.revision
    save(rui, piece, body="后来改过的正文。")
    press(rui, piece, "submit", revision=seen)
    assert Article.objects.get().status == "draft"

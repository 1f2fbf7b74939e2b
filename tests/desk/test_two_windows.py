"""Two windows on one piece: the second save loses nothing and overwrites nothing."""

from uuid import uuid4

import pytest
from django.urls import reverse

from articles.drafting import create_draft
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


def test_a_sheet_that_is_sent_twice_makes_one_piece(rui, publication):
    sheet = rui.client.get(reverse("desk:new")).context["form"]
    data = {"publication": publication.pk, **TEXTS, "token": sheet["token"].value()}
    first, second = (rui.client.post(reverse("desk:new"), data) for _tap in range(2))
    assert Article.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_submitted_twice_it_is_submitted_once(rui, publication):
    data = {"publication": publication.pk, **TEXTS, "token": str(uuid4()), "submit": "yes"}
    for _tap in range(2):
        answer = rui.client.post(reverse("desk:new"), data, follow=True)
    assert Article.objects.get().status == "first_review"
    assert "error" not in [message.level_tag for message in answer.context["messages"]]


def test_another_sheet_makes_another_piece(rui, publication):
    for _sheet in range(2):
        rui.client.post(
            reverse("desk:new"), {"publication": publication.pk, **TEXTS, "token": str(uuid4())}
        )
    assert Article.objects.count() == 2


def test_a_token_of_somebody_else_opens_nothing(rui, publication, cast):
    token = str(uuid4())
    create_draft(
        publication=publication,
        fields={"headline": "别人的稿"},
        credits={},
        by=cast.qing,
        token=token,
    )
    rui.client.post(reverse("desk:new"), {"publication": publication.pk, **TEXTS, "token": token})
    assert Article.objects.filter(owner=rui.user).count() == 1

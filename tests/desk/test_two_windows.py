"""Two windows on one piece: the second save loses nothing and overwrites nothing."""

from uuid import uuid4

import pytest
from django.urls import reverse

from articles import workflow
from articles.models import Article
from articles.writing.drafting import create_draft
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


def base_of(piece):
    return piece.versions.latest("number").number


def test_what_only_one_window_changed_is_proposed_from_both(rui, piece):
    base, opened_on = base_of(piece), piece.revision
    first, second, third = TEXTS["body"].splitlines()
    save(rui, piece, body=f"{first}一改\n{second}\n{third}", headline="第一个窗口的标题")
    mine = f"{first}\n{second}\n{third}二改"
    answer = save(rui, piece, revision=opened_on, base=base, body=mine)
    form = answer.context["form"]
    assert form["body"].value() == f"{first}一改\n{second}\n{third}二改"
    assert form["headline"].value() == "第一个窗口的标题"


def test_the_page_of_both_texts_can_be_saved(rui, piece):
    base = base_of(piece)
    save(rui, piece, body="第一个窗口里写的。")
    answer = save(rui, piece, base=base, body="第二个窗口里写的。")
    form = answer.context["form"]
    save(rui, piece, revision=form["revision"].value(), body=form["body"].value())
    assert Article.objects.get().body == "第二个窗口里写的。\n第一个窗口里写的。"


@pytest.mark.parametrize("base", ["", "99", "abc", "9" * 500])
def test_without_knowing_what_both_were_written_upon_both_are_kept(rui, piece, base):
    save(rui, piece, body="第一个窗口里写的。")
    answer = save(rui, piece, base=base, body="第二个窗口里写的。")
    proposed = answer.context["form"]["body"].value()
    assert "第一个窗口里写的。" in proposed
    assert "第二个窗口里写的。" in proposed


def test_names_and_tags_of_both_windows_are_proposed(rui, piece):
    base = base_of(piece)
    save(rui, piece, correspondents="张小溪", tags="民生、供水")
    answer = save(rui, piece, base=base, correspondents="张小溪、李文石、周木", tags="民生、工程")
    form = answer.context["form"]
    assert form["correspondents"].value() == "张小溪、周木"
    assert form["tags"].value() == "民生、工程、供水"


def test_a_save_keeps_the_tags_that_an_editor_added_meanwhile(rui, piece, cast):
    opened = rui.client.get(reverse("desk:edit", args=[piece.number])).context["form"]
    workflow.describe(piece, by=cast.de, tags=["民生", "供水"])
    save(rui, piece, filed=opened["filed"].value(), tags="民生、老城区、工程")
    assert set(piece.tags.names()) == {"民生", "供水", "工程"}


def test_a_text_kept_before_an_editor_filed_the_piece_takes_no_tag_away(rui, piece, cast):
    opened = rui.client.get(reverse("desk:edit", args=[piece.number])).context["form"]
    sent = {**TEXTS, "tags": "民生", "filed": opened["filed"].value(), "revision": piece.revision}
    rui.client.post(reverse("desk:keep", args=[piece.number]), sent)
    workflow.describe(piece, by=cast.de, tags=["民生", "老城区", "供水"])
    held = rui.client.get(reverse("desk:edit", args=[piece.number])).context["form"]
    save(rui, piece, **{name: held[name].value() for name in ("filed", "tags")})
    assert set(piece.tags.names()) == {"民生", "供水"}


def test_only_what_differs_is_shown_twice(rui, piece):
    save(rui, piece, body="第一个窗口里写的。")
    answer = save(rui, piece, body="第二个窗口里写的。")
    assert {pair.field.name for pair in answer.context["pairs"] if pair.differs} == {"body"}


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


def test_a_sheet_gone_back_to_and_written_on_loses_no_word(rui, publication):
    data = {"publication": publication.pk, **TEXTS, "token": str(uuid4())}
    rui.client.post(reverse("desk:new"), data)
    written_on = TEXTS["body"] + "\n返回上一页后又写的一段。"
    answer = rui.client.post(reverse("desk:new"), data | {"body": written_on})
    form = answer.context["form"]
    assert (answer.status_code, Article.objects.count()) == (409, 1)
    assert form["body"].value() == written_on
    save(rui, Article.objects.get(), revision=form["revision"].value(), body=form["body"].value())
    assert Article.objects.get().body == written_on


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

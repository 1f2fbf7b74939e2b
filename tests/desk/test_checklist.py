"""Before a piece is submitted: what it lacks, how long it is, and what its pictures still need."""

import pytest
from django.urls import reverse

from articles.models import Photo
from articles.texts.body import length_of
from tests.desk.conftest import press, save, write
from tests.desk.test_pictures import post, upload, words
from tests.desk.test_showing import queries

pytestmark = pytest.mark.once


def items(writer, article):
    page = writer.client.get(reverse("desk:piece", args=[article.number]))
    return [(item.kind, item.text) for item in page.context["checklist"]]


def describe(writer, article, **changes):
    """Say of its one picture what the form has for it."""
    article.refresh_from_db()
    photo = Photo.objects.get()
    kept = {name: getattr(photo, name) for name in ("caption", "alt", "rights", "rights_note")}
    post(writer, article, revision=article.revision, **words(photo, **kept | changes))


@pytest.fixture
def piece(rui, publication):
    return write(rui, publication)


def test_a_piece_without_text_lacks_it(rui, publication):
    article = write(rui, publication, body="")
    assert ("missing", "还没有正文") in items(rui, article)


def test_what_is_there_is_ticked_off(rui, piece):
    kinds = {text: kind for kind, text in items(rui, piece)}
    assert (kinds["标题"], kinds["正文"]) == ("done", "done")


@pytest.mark.parametrize(("planned", "kind"), [(25, "done"), (30, "done"), (60, "advice")])
def test_the_length_is_compared_with_the_plan(rui, piece, planned, kind):
    save(rui, piece, planned_length=planned)
    assert (kind, f"27 字，计划 {planned} 字") in items(rui, piece)


def test_the_plan_is_no_part_of_the_text(rui, piece):
    save(rui, piece, planned_length=800, planned_for="2026-12-04")
    piece.refresh_from_db()
    assert (piece.planned_length, str(piece.planned_for)) == (800, "2026-12-04")
    assert (piece.versions.count(), piece.revision) == (1, 2)


@pytest.mark.parametrize("value", ["0", "-5", "abc", "1e9", "9" * 30])
def test_a_length_that_makes_no_sense_is_refused_and_the_text_kept(rui, piece, value):
    answer = save(rui, piece, planned_length=value, body="改过的正文。")
    assert answer.status_code == 200
    assert "改过的正文。" in answer.content.decode()


def test_each_picture_says_what_it_lacks(rui, piece):
    upload(rui, piece, photographers="")
    said = [text for kind, text in items(rui, piece) if kind == "advice"]
    assert said == ["图片1还缺图片说明、署名、版权、替代文字"]


def test_a_picture_with_all_its_words_is_done(rui, piece):
    upload(rui, piece, rights="given", rights_note="县供水公司供图，函告同意")
    describe(rui, piece, caption="工人抢修水管。", alt="三名工人")
    photo = Photo.objects.get()
    assert (photo.rights, photo.rights_note) == ("given", "县供水公司供图，函告同意")
    assert ("done", "图片1") in items(rui, piece)


def test_the_rights_are_outside_of_versions(rui, piece):
    upload(rui, piece)
    describe(rui, piece, alt="三名工人")
    versions = piece.versions.count()
    describe(rui, piece, rights="own")
    assert (Photo.objects.get().rights, piece.versions.count()) == ("own", versions)


def test_what_the_checks_will_not_let_pass_stands_first(rui, publication):
    article = write(rui, publication, body="本报讯　2月30日，工程完工。")
    kind, text = items(rui, article)[0]
    assert kind == "missing"
    assert "2月30日" in text
    page = press(rui, article, "submit").content.decode()
    article.refresh_from_db()
    assert article.status == "draft"
    assert "disabled" in page


def test_a_piece_under_review_needs_no_checklist(rui, publication):
    article = write(rui, publication, submit="yes")
    assert items(rui, article) == []


def test_it_asks_as_often_for_many_pictures_as_for_two(rui, piece):
    for _picture in range(2):
        upload(rui, piece)
    few = queries(rui, "piece", piece.number)
    for _picture in range(6):
        upload(rui, piece)
    assert queries(rui, "piece", piece.number) == few


@pytest.mark.parametrize(
    ("body", "length"),
    [("", 0), ("一二三", 3), ("## 小标题\n正　文。", 6), ("> 按语\n1 200 户", 7), ("#号开头", 4)],
)
def test_marks_and_spaces_are_no_characters(body, length):
    assert length_of(body) == length

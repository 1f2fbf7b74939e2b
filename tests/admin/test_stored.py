"""What the database would refuse of a record is told in its form."""

import pytest
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import IntegrityError

from articles.admin.manuscripts.photos import PhotoAdmin
from articles.admin.moves import moving
from articles.admin.records import OnRecord
from articles.admin.rows import Rows
from articles.admin.stored import ReadAgain, StoredOnce
from articles.intake import importing
from articles.models import Article, Credit, Page, Photo, Reporter, Section
from tests.admin.test_photos import address as photo_address
from tests.admin.test_photos import form_of as photo_form_of
from tests.admin.test_photos import picture
from tests.admin.test_rows import address, form_of, row_of, rows
from tests.builders import bring, page_of, print_article


@pytest.fixture
def pages(issue):
    """Two pages of one issue, at the places 1 and 2."""
    other = {"label": "02", "sequence": 2, "source_encoding": "utf-8"}
    return page_of(issue), Page.objects.create(issue=issue, source=b"-", **other)


def change(client, model, record, **sent):
    return client.post(f"/admin/articles/{model}/{record.pk}/change/", sent)


def test_a_page_is_not_put_at_the_place_of_another(enter, pages):
    answer = change(enter("de"), "page", pages[1], name="", sequence=1)
    assert "这个位置上已有本期的另一个版面" in answer.content.decode()
    assert change(enter("de"), "page", pages[1], name="", sequence=3).status_code == 302


@pytest.mark.parametrize("place", [0, 10_000])
def test_a_page_is_put_at_a_place_that_there_is(enter, pages, place):
    answer = change(enter("de"), "page", pages[1], name="", sequence=place)
    assert "1 到 9999" in answer.content.decode()


def test_a_section_is_not_given_the_name_of_another(enter, publication):
    _one, other = (
        Section.objects.create(publication=publication, name=name) for name in ("时评", "文化")
    )
    answer = change(enter("chen"), "section", other, name="时评")
    assert "已有同名栏目" in answer.content.decode()


def test_a_photo_is_not_given_to_a_page_that_has_it(enter, pages):
    photo, _same = (
        Photo.objects.create(page=page, caption="桥头剪彩。", import_key="k") for page in pages
    )
    answer = enter("de").post(photo_address(photo), photo_form_of(photo, page=pages[1].pk))
    assert "这个版面已有同一张图片" in answer.content.decode()


def test_a_photo_keeps_a_page_or_an_article(enter, pages):
    photo = Photo.objects.create(page=pages[0], caption="桥头剪彩。")
    answer = enter("de").post(photo_address(photo), photo_form_of(photo, page=""))
    assert "请说明图片属于哪个版面或哪篇稿件" in answer.content.decode()


def test_of_one_person_s_records_the_main_one_alone_has_a_login(enter, cast):
    main = Reporter.objects.create(name="周牧")
    merged = Reporter.objects.create(name="牧之", merged_into=main)
    sent = {"name": "牧之", "unit": "", "user": cast.rui.pk, **rows("aliases", 0)}
    assert change(enter("root"), "reporter", merged, **sent).status_code == 302
    merged.refresh_from_db()
    assert merged.user is None


@pytest.fixture
def overlook(monkeypatch):
    """overlook(Rows, "_check_stored") → at the first reading nobody else was there yet."""

    def _overlook(owner, name):
        look, readings = getattr(owner, name), []

        def _look(*given):
            readings.append(given)
            return look(*given) if len(readings) > 1 else None

        monkeypatch.setattr(owner, name, _look)

    return _overlook


@pytest.fixture
def photo(pages):
    photo = Photo.objects.create(page=pages[0], caption="桥头剪彩。")
    person = Reporter.objects.create(name="周牧")
    Credit.objects.create(photo=photo, reporter=person, role="photographer")
    return photo


def test_a_credit_that_two_give_a_photo_at_once_is_told_to_the_second(enter, photo, overlook):
    overlook(Rows, "_check_stored")
    sent = photo_form_of(photo, **rows("credits", 0, row_of(photo.credits.get())))
    answer = enter("de").post(photo_address(photo), sent)
    assert "另一行已经这样写了" in answer.content.decode()
    assert photo.credits.count() == 1


def test_a_credit_that_two_give_an_article_at_once_is_told_to_the_second(
    enter, cast, pages, overlook
):
    article = print_article(cast, pages[0])
    person = Reporter.objects.create(name="周牧")
    credit = Credit.objects.create(article=article, reporter=person, role="reporter")
    overlook(Rows, "_check_stored")
    sent = form_of(article, **rows("credits", 0, row_of(credit)))
    answer = enter("de").post(address(article), sent)
    assert "另一行已经这样写了" in answer.content.decode()
    assert article.credits.count() == 1


def test_a_name_that_two_give_at_once_is_told_to_the_second(enter, publication, overlook):
    _one, other = (
        Section.objects.create(publication=publication, name=name) for name in ("时评", "文化")
    )
    overlook(StoredOnce, "check_stored")
    answer = change(enter("chen"), "section", other, name="时评")
    assert "已有同名栏目" in answer.content.decode()


@pytest.fixture
def meanwhile(monkeypatch):
    """meanwhile(work) → it is done between the look at a photo and its saving.

    What fails takes with it all that was done in its transaction, so it is done at each reading.
    """
    read, readings = PhotoAdmin.get_object, []

    def _meanwhile(work):
        def _get_object(*given):
            found = read(*given)
            work()
            readings.append(found)
            return found if len(readings) == 1 else read(*given)

        monkeypatch.setattr(PhotoAdmin, "get_object", _get_object)

    return _meanwhile


def test_a_photo_that_a_colleague_saves_at_once_is_not_written_over(enter, photo, meanwhile):
    meanwhile(lambda: Photo.objects.filter(pk=photo.pk).update(caption="同事的说明。"))
    sent = photo_form_of(photo, caption="我的说明。", image=picture())
    shown = enter("de").post(photo_address(photo), sent).content.decode()
    assert "别人保存了这张图片" in shown
    assert "我的说明。" in shown
    assert "文件不是可读的图片" not in shown


def test_a_photo_that_a_colleague_deletes_at_once_does_not_come_back(enter, photo, meanwhile):
    meanwhile(lambda: Photo.objects.filter(pk=photo.pk).delete())
    answer = enter("de").post(photo_address(photo), photo_form_of(photo, caption="改。"))
    assert answer.status_code == 302
    assert not Photo.objects.exists()


def test_a_photo_whose_article_leaves_at_once_stays_with_a_sentence(
    enter, cast, pages, photo, meanwhile, notes
):
    article = print_article(cast, pages[0])
    Photo.objects.filter(pk=photo.pk).update(article=article)
    photo.refresh_from_db()
    meanwhile(lambda: bring(Article.objects.get(pk=article.pk), "final_review", cast))
    sent = photo_form_of(photo, caption="改。")
    answer = enter("de").post(photo_address(photo), sent, follow=True)
    assert len(notes(answer)) == 1
    assert Photo.objects.get().caption == "桥头剪彩。"


@pytest.fixture
def refused_once(monkeypatch):
    """refused_once(room, way, work) → the database refuses the first `way`, and `work` is there."""

    def _refused_once(room, way, work):
        plain, calls = getattr(room, way), []

        def _way(*given, **named):
            calls.append(given)
            if len(calls) > 1:
                return plain(*given, **named)
            work()
            raise IntegrityError

        monkeypatch.setattr(room, way, _way)

    return _refused_once


def test_a_page_that_a_colleague_imports_while_it_is_deleted_stays(
    enter, cast, pages, refused_once
):
    refused_once(ModelAdmin, "delete_view", lambda: print_article(cast, pages[0]))
    answer = enter("de").post(f"/admin/articles/page/{pages[0].pk}/delete/", {"post": "yes"})
    assert answer.status_code == 200
    assert "桥通车了" in answer.content.decode()
    assert Page.objects.filter(pk=pages[0].pk).exists()


def test_an_article_that_is_verified_while_it_is_deleted_stays_with_a_sentence(
    enter, cast, pages, refused_once, notes
):
    article = print_article(cast, pages[0])
    refused_once(ModelAdmin, "delete_view", lambda: bring(article, "final_review", cast))
    path = f"/admin/articles/article/{article.pk}/delete/"
    answer = enter("de").post(path, {"post": "yes"}, follow=True)
    assert "没有删除" in notes(answer)[0]
    assert Article.objects.exists()


def test_a_page_that_two_delete_at_once_is_not_found_by_the_second(
    enter, pages, monkeypatch, caplog
):
    looked = ModelAdmin.log_deletions

    def _log(*given):
        Page.objects.filter(pk=pages[0].pk).delete()
        return looked(*given)

    monkeypatch.setattr(ModelAdmin, "log_deletions", _log)
    path = f"/admin/articles/page/{pages[0].pk}/delete/"
    assert enter("de").post(path, {"post": "yes"}).status_code == 404
    # A slip of the code would be answered alike.
    assert f"POST {path}" in caplog.text
    assert "DoesNotExist" in caplog.text


def test_a_page_that_is_deleted_while_it_is_imported_is_told(enter, pages, monkeypatch, notes):
    plan = importing.plan_import

    def _plan(page):
        found = plan(page)
        Page.objects.filter(pk=page.pk).delete()
        return found

    monkeypatch.setattr(importing, "plan_import", _plan)
    sent = {"page": [page.pk for page in pages]}
    answer = enter("de").post("/admin/articles/page/import/", sent, follow=True)
    assert len(notes(answer)) == 2
    assert all("已有人把它删除" in note for note in notes(answer))


def test_an_article_that_is_deleted_while_it_is_moved_is_not_found(enter, cast, pages, monkeypatch):
    article = print_article(cast, pages[0])
    make = moving.make

    def _make(*given, **named):
        Article.objects.filter(pk=article.pk).delete()
        return make(*given, **named)

    monkeypatch.setattr(moving, "make", _make)
    path = f"/admin/articles/article/{article.pk}/move/verify/"
    assert enter("de").post(path, {"seen": article.revision}).status_code == 404


def test_all_forms_of_the_editors_rooms_are_read_again_where_somebody_was_quicker():
    rooms = [room for model, room in admin.site._registry.items() if _has_a_form(model, room)]
    assert len(rooms) > 8
    assert [room for room in rooms if not isinstance(room, ReadAgain)] == []


def _has_a_form(model, room):
    """Whether rows of ours are saved there by Django's own form, and one can stand in the way."""
    is_once = bool(model._meta.total_unique_constraints) or any(
        field.unique for field in model._meta.fields if field.editable and not field.primary_key
    )
    return model._meta.app_label == "articles" and is_once and not isinstance(room, OnRecord)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"valid_from": "2026-02-01", "valid_to": "2026-01-01"}, "失效日期早于生效日期"),
        ({"right": "不说"}, "应用的写法与不用的写法相同"),
    ],
)
def test_a_house_wording_that_cannot_be_is_told_in_a_sentence(enter, changed, sentence):
    sent = {"wrong": "不说", "right": "", "severity": "warn", "source": "", "note": ""}
    answer = enter("chen").post("/admin/articles/houseterm/add/", sent | changed)
    assert sentence in answer.content.decode()


def test_an_issue_s_number_that_cannot_be_is_told_in_a_sentence(enter, issue):
    answer = change(
        enter("de"), "issue", issue, publication=issue.publication_id, date=issue.date, number=0
    )
    assert "期号从 1 开始" in answer.content.decode()

"""What the database would refuse of a record is told in its form."""

import pytest

from articles.models import Page, Photo, Reporter, Section
from tests.admin.test_photos import address as photo_address
from tests.admin.test_photos import form_of as photo_form_of
from tests.admin.test_rows import rows
from tests.builders import page_of


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

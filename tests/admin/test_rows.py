"""Rows in the forms of the editors' rooms: what a stored row stands in the way of is told."""

import pytest
from django.contrib import admin

from articles.admin.rows import Rows
from articles.models import Alias, Credit, Photo, Reporter, Section
from tests.admin.test_articles import address, form_of
from tests.admin.test_photos import address as photo_address
from tests.admin.test_photos import form_of as photo_form_of
from tests.builders import page_of, print_article


@pytest.fixture
def credits(cast, issue):
    article = print_article(cast, page_of(issue))
    people = [Reporter.objects.create(name=name) for name in ("周牧", "乔禾")]
    return [Credit.objects.create(article=article, reporter=p, role="editor") for p in people]


def rows(prefix, first, *each):
    """Rows as a browser sends them, with how many of them the form says were stored."""
    sent = {f"{prefix}-TOTAL_FORMS": len(each), f"{prefix}-INITIAL_FORMS": first}
    for number, row in enumerate(each):
        sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return sent


def row_of(credit, **changed):
    row = {"id": credit.pk, "role": credit.role, "reporter": credit.reporter_id, "position": 0}
    return row | changed


def people_of(article):
    return sorted(article.credits.values_list("pk", "reporter"))


def sent_to(client, article, *sent):
    return client.post(address(article), form_of(article, **rows("credits", *sent)))


@pytest.mark.parametrize("first", [0, 1])
def test_a_stored_row_that_comes_as_a_new_one_is_told_at_the_row(enter, credits, first):
    article, before = credits[0].article, people_of(credits[0].article)
    page = sent_to(enter("de"), article, first, *map(row_of, credits))
    assert "另一行已经这样写了" in page.content.decode()
    assert people_of(article) == before


def test_two_rows_that_change_places_are_told_at_the_row(enter, credits):
    one, other = credits
    before = people_of(one.article)
    changed = row_of(one, reporter=other.reporter_id), row_of(other, reporter=one.reporter_id)
    page = sent_to(enter("de"), one.article, 2, *changed)
    assert "另一行已经这样写了" in page.content.decode()
    assert people_of(one.article) == before


@pytest.mark.parametrize("key", ["", "x", "99999", "9" * 30])
def test_a_row_that_is_gone_or_stands_elsewhere_is_told(enter, credits, key):
    article, before = credits[0].article, people_of(credits[0].article)
    page = sent_to(enter("de"), article, 1, row_of(credits[0], id=key))
    assert "有一行已不在这里" in page.content.decode()
    assert people_of(article) == before


def test_a_photo_has_a_credit_once_however_it_comes(enter, credits):
    photo = Photo.objects.create(article=credits[0].article, caption="桥头剪彩。")
    credit = Credit.objects.create(photo=photo, reporter=credits[0].reporter, role="photographer")
    sent = photo_form_of(photo, **rows("credits", 0, row_of(credit)))
    page = enter("de").post(photo_address(photo), sent)
    assert "另一行已经这样写了" in page.content.decode()
    assert photo.credits.count() == 1


def test_a_colleague_s_section_or_other_name_is_not_entered_twice(enter, publication):
    Section.objects.create(publication=publication, name="文化")
    person = Reporter.objects.create(name="周牧")
    Alias.objects.create(reporter=person, name="牧之")
    words = {"name": "砚溪日报", "time_zone": "Asia/Shanghai", **rows("holidays", 0)}
    places = {
        f"publication/{publication.pk}": words | rows("sections", 0, {"name": "文化"}),
        f"reporter/{person.pk}": {"name": "周牧", **rows("aliases", 0, {"name": "牧之"})},
    }
    for place, sent in places.items():
        page = enter("chen").post(f"/admin/articles/{place}/change/", sent)
        assert "另一行已经这样写了" in page.content.decode(), place
    assert (Section.objects.count(), Alias.objects.count()) == (1, 1)


def test_a_row_may_be_changed_beside_others_and_deleted(enter, credits):
    one, other = credits
    changed = row_of(one, role="author"), row_of(other, DELETE="on")
    assert sent_to(enter("de"), one.article, 2, *changed).status_code == 302
    assert Credit.objects.get().role == "author"


def test_all_rows_of_the_editors_rooms_are_looked_at():
    rooms = [room for room in admin.site._registry.values() if room.inlines]
    assert len(rooms) > 3
    assert all(issubclass(inline.formset, Rows) for room in rooms for inline in room.inlines)

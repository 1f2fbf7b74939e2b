"""The printed page at the label desk: beside the lines, for the staff alone, without any script."""

import pytest
from django.test import Client

from articles.images import faces
from articles.intake import importing
from tests.pdf.pages import receive


@pytest.fixture
def page(issue, cast):
    page = receive(issue, cast.de)
    page.face = faces.draw(page)
    return page


@pytest.fixture
def enter(cast):
    def _enter(name):
        client = Client()
        client.force_login(getattr(cast, name))
        return client

    return _enter


def desk(page):
    return f"/admin/articles/page/{page.pk}/labels/"


def private(page):
    yield f"/admin/articles/page/{page.pk}/face-800.webp"
    yield f"/admin/articles/page/{page.pk}/source.pdf"


def test_the_desk_shows_the_page_with_a_link_for_each_piece(page, enter):
    html = enter("de").get(desk(page)).content.decode()
    assert html.count('class="region ') == 3
    printed = [line for line in page.text.splitlines() if line.strip()]
    assert html.count('class="print-line"') == len(printed)
    assert f"/admin/articles/page/{page.pk}/face-1600.webp 1600w" in html


def test_while_there_is_no_picture_the_outlines_stand_alone(page, enter):
    page.face.delete()
    html = enter("de").get(desk(page)).content.decode()
    assert "face-areas is-bare" in html
    assert "face-800.webp" not in html


def test_a_page_that_cannot_be_drawn_says_why(page, enter):
    page.face.sizes, page.face.sha256, page.face.problem = [], "", "此页太大。"
    page.face.save()
    assert "此页太大。" in enter("de").get(desk(page)).content.decode()


def test_the_regions_follow_the_labels(page, cast, enter):
    importing.apply_import(importing.plan_import(page), by=cast.de)
    page.refresh_from_db()
    client = enter("de")
    before = client.get(desk(page)).content.decode().count('class="region ')
    data = {"op": "merge-next", "seen": page.run_id, "line": ["1"]}
    html = client.post(desk(page), data, follow=True).content.decode()
    assert html.count('class="region ') == before - 1


@pytest.mark.parametrize("name", ["de", "dan", "sun", "chen"])
def test_staff_who_see_pages_see_the_picture_and_get_the_pdf(page, enter, name):
    client = enter(name)
    picture, pdf = (client.get(address) for address in private(page))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/webp")
    assert picture["Cache-Control"].startswith("private, no-store")
    assert pdf["Content-Disposition"].startswith("attachment")
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")


def test_nobody_else_gets_either(page, enter, client):
    for address in private(page):
        assert client.get(address).status_code == 302
        assert enter("rui").get(address).status_code == 302


def test_a_page_of_text_has_no_picture_and_no_pdf(page, enter):
    page.source_file = page.source_index = None
    page.save()
    for address in private(page):
        assert enter("de").get(address).status_code == 404
    assert "pane-face" not in enter("de").get(desk(page)).content.decode()


@pytest.mark.parametrize("width", [0, 799, 3200])
def test_no_other_widths_are_offered(page, enter, width):
    address = f"/admin/articles/page/{page.pk}/face-{width}.webp"
    assert enter("de").get(address).status_code == 404

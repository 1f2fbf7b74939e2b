"""The picture of a printed page: for readers while all that it shows is live, for nobody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.images import faces
from articles.intake import importing
from articles.labelling import doubts
from articles.models import Article, Holiday, Issue, JoinedPart, Page, PageDoubt
from articles.refusals import Refused
from tests.builders import ROADS, bring, go, imported, page_of, print_article
from tests.pdf.pages import receive
from tests.public.furnished import LATER

HIDDEN = [status for status in [*ROADS["print"], *LATER] if status != "published"]


@pytest.fixture
def printed(issue, cast):
    """A page with a face and two articles, none of them published."""
    page = receive(issue, cast.de)
    importing.apply_import(importing.plan_import(page), by=cast.de)
    page.face = faces.draw(page)
    return page


@pytest.fixture
def public(printed, cast):
    for article in printed.articles.all():
        bring(article, "published", cast)
    return printed


def addresses(page):
    face = page.face
    yield reverse("public:face_jpeg", args=[face.sha256])
    for width in face.widths:
        yield reverse("public:face", args=[face.sha256, width])


def statuses(client, page):
    return {client.get(address).status_code for address in addresses(page)}


def test_a_public_page_shows_its_face_with_a_link_on_every_article(public, client):
    text = client.get(public.get_absolute_url()).content.decode()
    assert text.count('<g role="listitem">') == 2
    for article in public.articles.all():
        area = f'class="print__area" href="{article.get_absolute_url()}" id="{article.number}"'
        assert area in text
    assert all(address in text for address in addresses(public))


def test_an_article_leads_to_its_own_place_on_the_page(public, cast, client):
    unpictured = imported(page_of(public.issue, "A09"), cast.de)
    bring(unpictured, "published", cast)
    for article in (public.articles.first(), unpictured):
        place = f"{article.page.get_absolute_url()}#{article.number}"
        assert f'href="{place}"' in client.get(article.get_absolute_url()).text
        assert f'id="{article.number}"' in client.get(article.page.get_absolute_url()).text


def test_the_issue_opens_on_the_face_of_its_first_page(public, client):
    text = client.get(public.issue.get_absolute_url()).content.decode()
    assert public.face.sha256 in text


def test_the_pictures_are_what_they_say(public, client):
    kinds = [client.get(address)["Content-Type"] for address in addresses(public)]
    assert kinds == ["image/jpeg", "image/webp", "image/webp"]
    answer = client.get(next(addresses(public)))
    assert "no-cache" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("status", HIDDEN)
def test_while_one_article_is_hidden_the_face_does_not_exist(printed, cast, client, status):
    first, second = printed.articles.order_by("position")
    bring(first, "published", cast)
    hide(second, status, cast)
    assert statuses(client, printed) == {404}
    text = client.get(printed.get_absolute_url()).content.decode()
    assert printed.face.sha256 not in text
    assert "print__area" not in text


def hide(article, status, cast):
    bring(article, "published" if status in LATER else status, cast)
    if status in LATER:
        later = article.published_at.replace(year=2100)
        Article.objects.filter(pk=article.pk).update(**{LATER[status]: later})


def test_a_face_that_was_seen_is_gone_with_the_article_that_is_withdrawn(public, cast, client):
    assert statuses(client, public) == {200}
    go(public.articles.first(), "withdraw", cast.chen)
    assert statuses(client, public) == {404}


@pytest.fixture
def short(printed, cast, client):
    """The page when one article was deleted unread, and the other is out."""
    first, second = printed.articles.order_by("position")
    client.force_login(cast.de)
    client.post(f"/admin/articles/article/{second.pk}/delete/", {"post": "yes"})
    client.logout()
    return printed, first


def settle(page, cast):
    for doubt in page.doubts.filter(article=None):
        doubts.resolve(doubt, by=cast.dan, resolution="可以")


def publish_rest(page, article, cast):
    """As if the doubt had come up when the rest was out."""
    PageDoubt.objects.filter(page=page).update(resolved_by=cast.de, resolved_at=timezone.now())
    bring(article, "published", cast)
    PageDoubt.objects.filter(page=page).update(resolved_by=None, resolved_at=None)


def test_an_article_that_was_deleted_unread_hides_the_face(short, cast, client):
    page, rest = short
    publish_rest(page, rest, cast)
    assert page.articles.count() == 1
    assert statuses(client, page) == {404}
    assert page.face.sha256 not in client.get(page.get_absolute_url()).content.decode()


def test_a_deleted_article_is_asked_about_before_its_page_goes_on(short, cast):
    _page, rest = short
    with pytest.raises(Refused) as caught:
        go(rest, "verify", cast.dan)
    assert caught.value.refusal.rule == "doubts"


def test_an_editor_s_word_on_what_was_deleted_shows_the_face_and_a_new_page(short, cast, client):
    page, rest = short
    publish_rest(page, rest, cast)
    before = client.get(page.get_absolute_url())["ETag"]
    settle(page, cast)
    assert statuses(client, page) == {200}
    assert client.get(page.get_absolute_url())["ETag"] != before


def test_an_unknown_face_and_a_hidden_one_answer_alike(printed, client):
    unknown = client.get(reverse("public:face_jpeg", args=["0" * 64]))
    hidden = client.get(next(addresses(printed)))
    assert (unknown.status_code, unknown.content) == (hidden.status_code, hidden.content)


@pytest.mark.parametrize("width", [0, 1, 799, 3200, 10**30])
def test_no_other_widths_are_offered(public, client, width):
    assert client.get(f"/faces/{public.face.sha256}-{width}.webp").status_code == 404


def test_a_face_without_its_file_is_not_found(public, client):
    faces.private_files.remove(public.face.jpeg)
    assert client.get(reverse("public:face_jpeg", args=[public.face.sha256])).status_code == 404


def test_the_pdf_itself_has_no_address(public, client):
    path = public.source_file.path
    for address in (f"/{path}", f"/media/{path}", f"/private/{path}", f"/faces/{path}"):
        assert client.get(address).status_code == 404


def test_a_piece_that_goes_on_elsewhere_leads_to_the_whole(public, cast, client):
    whole, piece = public.articles.order_by("position")
    go(piece, "withdraw", cast.chen)
    JoinedPart.objects.create(whole=whole, piece=piece, position=1, joined_by=cast.de)
    text = client.get(public.get_absolute_url()).content.decode()
    assert text.count(f'class="print__area" href="{whole.get_absolute_url()}"') == 2


@pytest.mark.parametrize(("what", "most"), [("page", 5), ("issue", 4)])
def test_a_face_costs_one_question_more_beside_a_pause_too(public, cast, client, what, most):
    before = public.issue.date - timedelta(days=5)
    earlier = Issue.objects.create(publication=public.issue.publication, date=before)
    print_article(cast, page_of(earlier), "published")
    Holiday.objects.create(
        publication=earlier.publication, first=before, last=public.issue.date, name="厂庆"
    )
    address = {"page": public, "issue": public.issue}[what].get_absolute_url()
    with CaptureQueriesContext(connection) as queries:
        text = client.get(address).text
    assert public.face.sha256 in text
    assert ("厂庆" in text) == (what == "issue")
    assert len(queries) == most


def test_whether_a_page_may_be_seen_is_asked_without_a_list_of_all_that_is_live():
    assert " IN (SELECT" not in str(Page.objects.facing_readers().query)

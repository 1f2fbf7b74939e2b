"""Photos are served while an article shows them, and to nobody before or after."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from articles.images import renditions
from articles.images.pictures import attach, read_picture
from tests.builders import ROADS, go
from tests.public.furnished import LATER, on_page, picture_of

pytestmark = pytest.mark.once

HIDDEN = [status for status in [*ROADS["print"], *LATER] if status != "published"]


def addresses(article):
    sha256 = article.photos.get().image_sha256
    yield reverse("public:photo", args=[sha256])
    for width in renditions.WIDTHS:
        yield reverse("public:rendition", args=[sha256, width])


@pytest.mark.parametrize("status", HIDDEN)
def test_a_photo_of_an_unpublished_article_does_not_exist(cast, page, read, status):
    article = on_page(cast, page, status, "藏")
    nothing = read(reverse("public:photo", args=["0" * 64]))
    assert nothing[0] == 404
    assert {read(address) for address in addresses(article)} == {nothing}


def test_a_published_photo_is_served_as_what_it_is(live, client):
    photo = live().photos.get()
    answer = client.get(reverse("public:photo", args=[photo.image_sha256]))
    assert b"".join(answer.streaming_content) == photo.image.open().read()
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert "Content-Security-Policy" in answer


def test_a_smaller_copy_is_served_once_it_is_made(live, client):
    sha256 = live().photos.get().image_sha256
    name = renditions.rendition_path(sha256, 480)
    default_storage.delete(name)
    address = reverse("public:rendition", args=[sha256, 480])
    answer = client.get(address, follow=True)
    assert (answer["Content-Type"], len(answer.redirect_chain)) == ("image/jpeg", 1)

    renditions.make(sha256)
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == default_storage.open(name).read()
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")


@pytest.mark.parametrize("width", [0, 1, 479, 1601, 10**30])
def test_no_other_widths_are_offered(live, client, width):
    sha256 = live().photos.get().image_sha256
    assert client.get(f"/photos/{sha256}-{width}.webp").status_code == 404


def test_each_address_shows_its_own_picture(live, client):
    article = live("甲")
    other = live("乙")
    for each in (article, other):
        photo = each.photos.get()
        answer = client.get(reverse("public:photo", args=[photo.image_sha256]))
        assert b"".join(answer.streaming_content) == photo.image.open().read()


def test_two_photos_of_one_article_keep_apart(live, client):
    article = live("甲")
    version = article.live_version
    second = article.photos.get()
    second.pk = None
    attach(second, read_picture(picture_of("乙")))
    version.photos.create(
        image=second.image.name, image_sha256=second.image_sha256, position=2, width=600, height=400
    )
    answer = client.get(reverse("public:photo", args=[second.image_sha256]))
    assert b"".join(answer.streaming_content) == second.image.open().read()


def test_a_photo_goes_with_its_article(cast, live, client):
    article = live()
    shown = list(addresses(article))[:2]
    assert [client.get(address).status_code for address in shown] == [200, 200]
    go(article, "withdraw", cast.chen)
    assert [client.get(address).status_code for address in shown] == [404, 404]


def test_a_photo_stays_while_another_live_article_shows_it(cast, live, client):
    article, again = live("同图"), live("同图")
    go(article, "withdraw", cast.chen)
    address = next(addresses(again))
    assert client.get(address).status_code == 200


def test_a_lost_file_leaves_the_page_readable(live, client):
    article = live()
    default_storage.delete(article.photos.get().image.name)
    assert client.get(next(addresses(article))).status_code == 404
    assert client.get(article.get_absolute_url()).status_code == 200


def test_an_unchanged_photo_is_not_sent_again(live, client):
    address = next(addresses(live()))
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_pages_offer_only_widths_that_are_smaller_than_the_picture(live, client):
    article = live()
    text = client.get(article.get_absolute_url()).content.decode()
    assert "-480.webp 480w" in text
    assert "-960.webp" not in text


def test_a_photo_without_a_file_has_its_caption_alone(live, client):
    article = live()
    article.live_version.photos.create(caption="只有文字的说明", position=2)
    text = client.get(article.get_absolute_url()).content.decode()
    assert "只有文字的说明" in text
    assert text.count("<picture") == 1

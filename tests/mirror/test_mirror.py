"""A mirror of an issue: whole, closed in itself, and the same while the paper is the same."""

import hashlib
import re

import pytest
from django.core.files.storage import default_storage
from django.utils import translation

from articles.exporting.choosing import Chosen
from articles.exporting.kinds import KINDS
from articles.exporting.mirror import copying
from articles.images import faces, renditions
from articles.intake import importing
from articles.models import Article, Issue, Photo
from articles.refusals import Refused
from tests.builders import bring, go, page_of
from tests.mirror.conftest import exported
from tests.mirror.links import broken, looked_through
from tests.pdf.pages import receive

SITE = "https://paper.example"
SAFE = re.compile(r"(?:[a-z]+/)?[a-z0-9][a-z0-9.-]*\.[a-z0-9]+")


pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture
def printed(cast, publication):
    """An issue with a picture of its page."""
    issue = Issue.objects.create(publication=publication, date="2026-11-25")
    page = receive(issue, cast.de)
    importing.apply_import(importing.plan_import(page), by=cast.de)
    page.face = faces.draw(page)
    for article in page.articles.all():
        bring(article, "published", cast)
    return page


def texts_of(files):
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def test_it_has_the_front_each_page_each_article_and_each_photo(paper, mirror, issue):
    numbers = [each.number for each in (paper.lead, paper.last_of_first, paper.on_second)]
    assert [*texts_of(mirror(issue))] == [
        "index.html",
        "pages/01.html",
        "pages/02.html",
        *(f"articles/{number}.html" for number in numbers),
        *(f"articles/{number}-photo-1.html" for number in numbers),
    ]


def test_every_link_leads_to_a_file_and_a_place_in_it(mirror, issue):
    assert broken(mirror(issue)) == []


def test_the_head_of_every_page_leads_to_the_front(mirror, issue):
    for name, text in texts_of(mirror(issue)).items():
        front = "../index.html" if "/" in name else "index.html"
        assert f'<a href="{front}" class="bar__brand">' in text, name


def test_it_asks_nobody_and_knows_no_address_but_its_own(mirror, issue):
    for name, text in texts_of(mirror(issue)).items():
        assert "://" not in text, name
        assert "<form" not in text.replace('<form method="dialog">', ""), name


def test_a_page_as_printed_is_there_with_its_articles_on_it(printed, mirror):
    files = mirror(printed.issue)
    assert broken(files) == []
    front = files["index.html"].decode()
    areas = re.findall(r'<a href="(articles/[^"]+)" class="print__area"', front)
    assert len(areas) == printed.articles.count()
    found = [name for name in files if name.startswith("faces/")]
    assert len(found) == len(printed.face.widths) + 1


def test_what_is_elsewhere_leads_to_the_site_where_its_address_is_known(mirror, issue, settings):
    settings.SITE_ADDRESS = SITE
    files = mirror(issue)
    pages = [looked_through(data) for name, data in files.items() if name.endswith(".html")]
    away = {address for page in pages for address in page.found if "://" in address}
    assert all(address.startswith(f"{SITE}/") for address in away)
    assert f"{SITE}/yanxi/corrections/" in away
    assert f"{SITE}/yanxi/2026-11-16/" in away
    assert f"{SITE}/search/" in away
    assert all(address.startswith(SITE) for _page, address in broken(files))


def test_what_pages_load_is_in_the_zip_even_where_the_site_is_known(mirror, issue, settings):
    settings.SITE_ADDRESS = SITE
    loaded = re.compile(
        r'<(?:img|script|source)[^>]*https?:|<link[^>]*rel="(?:stylesheet|icon)"[^>]*https?:'
    )
    for name, text in texts_of(mirror(issue)).items():
        assert not loaded.search(text), name


def test_its_names_are_plain_letters_whatever_the_pages_are_called(mirror, live, issue):
    live("特刊", where=page_of(issue, "特刊03"))
    files = mirror(issue)
    assert [name for name in files if not SAFE.fullmatch(name)] == []
    assert "pages/03.html" in files
    assert "特刊" in files["pages/03.html"].decode()
    assert broken(files) == []


def test_the_manifest_tells_the_hash_of_everything_else(mirror, issue):
    files = mirror(issue)
    told = files.pop("manifest-sha256.txt").decode().splitlines()
    assert told == [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files)]


def test_the_same_paper_makes_the_same_bytes_in_whatever_language(issue):
    first = exported("mirror", Chosen.of(issue))
    with translation.override("en"):
        assert exported("mirror", Chosen.of(issue)) == first


def test_a_withdrawn_article_is_gone_from_the_next_one(mirror, paper, issue, cast):
    go(paper.last_of_first, "withdraw", cast.chen)
    files = mirror(issue)
    assert f"articles/{paper.last_of_first.number}.html" not in files
    assert paper.last_of_first.number not in str(files)


def test_a_photo_whose_file_is_lost_leaves_no_broken_link(mirror, paper, issue):
    photo = Photo.objects.filter(article=paper.lead).get()
    default_storage.delete(renditions.original_path(photo.image_sha256))
    for width in renditions.WIDTHS:
        default_storage.delete(renditions.rendition_path(photo.image_sha256, width))
    assert broken(mirror(issue)) == []


def test_a_smaller_picture_that_is_not_made_yet_is_the_photo_itself(mirror, paper, issue):
    photo = Photo.objects.filter(article=paper.lead).get()
    default_storage.delete(renditions.rendition_path(photo.image_sha256, 480))
    files = mirror(issue)
    assert broken(files) == []
    assert f"photos/{photo.image_sha256[:16]}.jpg 480w" in files["index.html"].decode()


def test_what_is_taken_back_while_it_is_copied_is_in_no_page_of_it(paper, issue, cast, tmp_path):
    def meanwhile(done, total):
        if done == 3 and Article.objects.get(pk=paper.lead.pk).status == "published":
            go(paper.lead, "withdraw", cast.chen)

    with (tmp_path / "a.zip").open("wb+") as file:
        KINDS["mirror"].write(Chosen.of(issue), file, meanwhile)
    assert (tmp_path / "a.zip").read_bytes() == exported("mirror", Chosen.of(issue))
    assert paper.lead.number.encode() not in (tmp_path / "a.zip").read_bytes()


def test_a_paper_that_never_rests_is_refused_in_a_sentence(issue, tmp_path, cast):
    def meanwhile(done, total):
        issue.number += 1
        issue.save()

    with (tmp_path / "a.zip").open("wb+") as file, pytest.raises(Refused, match="再试"):
        KINDS["mirror"].write(Chosen.of(issue), file, meanwhile)


def test_nothing_is_asked_twice(issue, monkeypatch):
    """What a page asks the database is counted in tests/public."""
    asked, ask = [], copying.asked
    monkeypatch.setattr(
        copying, "asked", lambda at, *, site: asked.append(at) or ask(at, site=site)
    )
    exported("mirror", Chosen.of(issue))
    assert len(asked) == len(set(asked)) > 6

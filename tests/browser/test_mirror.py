"""A mirror opened from a folder: every link followed, nothing asked of anybody."""

import io
import zipfile

import pytest
from django.urls import reverse

from articles.exporting.choosing import Chosen
from articles.images import faces, renditions
from articles.intake import importing
from articles.models import Photo
from tests.browser.test_public import furnish_all
from tests.builders import bring
from tests.mirror.conftest import exported
from tests.pdf.pages import receive

SEEN = [(390, "light", True), (390, "dark", False), (1280, "dark", True), (1280, "light", False)]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LINKS = """[...document.querySelectorAll('a[href]')]
  .map(link => new URL(link.getAttribute('href'), document.baseURI).href)"""
# But for the large view of photos, which has none until it is opened.
BROKEN = """[...document.querySelectorAll('img[src]')]
  .filter(each => each.complete && !each.naturalWidth).map(each => each.src)"""
SHEETS = "[...document.styleSheets].filter(each => each.href).length"


@pytest.fixture
def folder(cast, publication, issue, tmp_path):
    """An issue with a page that is set again, one as printed, photos and a correction."""
    furnish_all(cast, publication, issue, rows=2)
    page = receive(issue, cast.de, label="05", file_name="05.pdf")
    importing.apply_import(importing.plan_import(page), by=cast.de)
    faces.draw(page)
    for article in page.articles.all():
        bring(article, "published", cast)
    for sha256 in Photo.objects.exclude(image="").values_list("image_sha256", flat=True):
        renditions.make(sha256)
    place = tmp_path / "unpacked"
    with zipfile.ZipFile(io.BytesIO(exported("mirror", Chosen.of(issue)))) as found:
        found.extractall(place)
    return place


@pytest.mark.parametrize(("width", "scheme", "scripted"), SEEN)
def test_every_link_is_followed_without_a_complaint(width, scheme, scripted, folder, chromium):
    complaints, seen = [], set()
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripted,
    )
    window = context.new_page()
    window.on("console", lambda message: complaints.append(message.text))
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on("requestfailed", lambda request: complaints.append(request.url))
    window.on("request", lambda request: _note_stranger(request.url, complaints))
    waiting = [(folder / "index.html").as_uri()]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in seen or not address.endswith(".html"):
            continue
        seen.add(address)
        window.goto(address)
        assert not window.evaluate(WIDER), address
        assert window.evaluate(SHEETS) == 2, address
        window.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        assert window.evaluate(BROKEN) == [], address
        waiting += window.evaluate(LINKS)
    context.close()
    assert complaints == []
    assert seen == {path.as_uri() for path in folder.rglob("*.html")}


def _note_stranger(url, complaints):
    if not url.startswith(("file:", "data:")):
        complaints.append(f"asked {url}")


def test_a_press_on_a_page_as_printed_opens_the_article(folder, chromium):
    window = chromium.new_page(viewport={"width": 1280, "height": 900})
    window.goto((folder / "pages" / "03.html").as_uri())
    headline = window.locator(".print__area title").first.text_content()
    window.locator(".print__area").first.click()
    assert window.locator("h1").inner_text() == headline
    window.close()


def test_an_editor_takes_a_mirror_away(folder, visit, cast, issue):
    window = visit(cast.de, reverse("admin:articles_issue_change", args=[issue.pk]))
    window.get_by_role("link", name="导出本期").click()
    with window.expect_download() as coming:
        window.get_by_role("button", name="离线版").click()
    assert coming.value.suggested_filename == "yanxi-2026-11-20.zip"
    assert zipfile.is_zipfile(coming.value.path())

"""IIIF, against the standard and what viewers do with it."""

from datetime import date
from types import SimpleNamespace

import pytest

from articles.formats import drawing, iiif, values
from tests.formats import samples
from tests.formats.standards import is_iiif

pytestmark = pytest.mark.once

SITE = "https://yanxi.example"
LEFT = ((0.0, 0.1), (0.5, 0.1), (0.5, 0.9), (0.0, 0.9))
RIGHT = ((0.5, 0.1), (1.0, 0.1), (1.0, 0.5), (0.75, 0.5), (0.75, 0.9), (0.5, 0.9))
FACE = values.Face(
    "f" * 64,
    ((1600, 2400), (800, 1200)),
    (f"/faces/{'f' * 64}-1600.webp", f"/faces/{'f' * 64}-800.webp"),
    f"/faces/{'f' * 64}.jpg",
)


def region(article, position, *shapes, **fields):
    told = {"headline": "大桥通车", "address": f"/yanxi/{article}/", "position": position}
    return values.Region(article=article, shapes=shapes, **told | fields)


def page(label, sequence, *regions, face=FACE):
    address = f"/yanxi/2026-11-20/{label}/"
    return values.Page(sequence, label, "要闻", address, face, regions)


FIRST, SECOND = samples.article(), samples.article(number="2026-000124", headline="<新>居")
FRONT = page("01", 1, region(FIRST.number, 2, LEFT), region(SECOND.number, 3, RIGHT))
INSIDE = page("02", 2, region(FIRST.number, 1, LEFT, is_continued=True))


def manifest(pages=(FRONT, INSIDE), articles=(FIRST, SECOND), **also):
    canvases = [iiif.of_face(each) for each in pages]
    return iiif.manifest(samples.ISSUE, canvases, articles, site=SITE, **also)


def ranges(told):
    (contents,) = told["structures"]
    return {
        each["label"]["zh-Hans"][0]: each for page in contents["items"] for each in page["items"]
    }


def parts(told, headline):
    return [item["id"].removeprefix(SITE) for item in ranges(told)[headline]["items"]]


def test_a_paper_is_a_collection_of_years_and_a_year_one_of_issues():
    paper = iiif.collection(samples.PAPER, [2026, 2025], site=SITE)
    of_year = iiif.year(samples.PAPER, 2026, [samples.ISSUE], site=SITE)
    for told in (paper, of_year):
        is_iiif(told)
    assert paper["items"][0]["id"] == of_year["id"]
    assert of_year["partOf"][0]["id"] == paper["id"]
    assert of_year["items"][0]["id"] == manifest()["id"]
    assert of_year["items"][0]["navDate"] == "2026-11-20T00:00:00Z"


def test_an_issue_is_a_manifest_of_the_standard():
    told = manifest()
    is_iiif(told)
    assert told["label"]["zh-Hans"] == ["砚溪日报 2026年11月20日"]
    assert told["requiredStatement"]["value"] == {"zh-Hans": ["砚溪日报社"]}
    assert told["homepage"][0]["id"] == f"{SITE}/yanxi/2026-11-20/"


def test_a_page_is_a_canvas_as_large_as_its_widest_picture():
    canvas = manifest()["items"][0]
    (painted,) = canvas["items"][0]["items"]
    assert (canvas["width"], canvas["height"]) == (1600, 2400)
    assert painted["target"] == canvas["id"]
    assert painted["body"]["id"] == SITE + FACE.addresses[0]
    assert [each["width"] for each in canvas["thumbnail"]] == [800, 800]
    assert canvas["thumbnail"][0]["format"] == "image/jpeg"


def test_an_article_is_a_range_of_the_places_where_it_is_printed():
    told = manifest()
    assert parts(told, "大桥通车") == [
        "/yanxi/2026-11-20/01/canvas#xywh=0,240,800,1920",
        "/yanxi/2026-11-20/02/canvas#xywh=0,240,800,1920",
    ]
    assert parts(told, "<新>居") == ["/yanxi/2026-11-20/01/canvas#xywh=800,240,800,1920"]
    assert ranges(told)["大桥通车"]["homepage"][0]["id"] == SITE + FIRST.address


def test_an_article_whose_place_is_not_known_is_on_the_whole_page():
    told = manifest([page("01", 1, region(FIRST.number, 2))], [FIRST])
    assert parts(told, "大桥通车") == ["/yanxi/2026-11-20/01/canvas"]


def test_a_range_says_what_else_machines_may_read():
    told = manifest(also=lambda told: [(told.address + "x.json", "application/json", "u:x")])
    assert told["seeAlso"][0]["id"] == f"{SITE}/yanxi/2026-11-20/x.json"
    assert ranges(told)["大桥通车"]["seeAlso"] == [
        {
            "id": f"{SITE}/yanxi/2026-000123/x.json",
            "type": "Dataset",
            "format": "application/json",
            "profile": "u:x",
        }
    ]
    is_iiif(told)


def test_the_words_of_a_page_stand_over_their_polygons():
    told = iiif.annotations(iiif.of_face(FRONT), [FIRST, SECOND], site=SITE)
    is_iiif(told)
    first, second = told["items"]
    assert "M800,240 L1600,240 L1600,1200" in second["target"]["selector"]["value"]
    assert "<p>第三段。</p>" in first["body"]["value"]
    assert "&lt;新&gt;" not in second["body"]["value"]  # the region's own headline is shown
    assert manifest()["items"][0]["annotations"][0]["id"] == told["id"]


def test_what_goes_on_from_another_page_leads_to_the_whole_without_its_words():
    (told,) = iiif.annotations(iiif.of_face(INSIDE), [FIRST], site=SITE)["items"]
    assert f'href="{SITE}{FIRST.address}"' in told["body"]["value"]
    assert "第三段" not in told["body"]["value"]


def test_marks_in_a_headline_are_escaped():
    loud = page("01", 1, region(FIRST.number, 2, LEFT, headline="<script>桥\x0b"))
    (told,) = iiif.annotations(iiif.of_face(loud), [], site=SITE)["items"]
    assert "&lt;script&gt;桥</a>" in told["body"]["value"]


def test_a_page_without_a_picture_shows_its_text_set_again():
    story = SimpleNamespace(is_continued=False, number=FIRST.number, place=samples.PLACE)
    box = drawing.Rectangle(40, 100, 500, 300)
    drawn = drawing.Drawing(1000, 2000, ((story, box),), "<svg/>")
    bare = page("01", 1, region(FIRST.number, 2), face=None)
    canvas = iiif.of_drawing(bare, drawn, "/yanxi/2026-11-20/01/page.svg")
    told = iiif.manifest(samples.ISSUE, [canvas], [FIRST], site=SITE)
    is_iiif(told)
    assert told["items"][0]["items"][0]["items"][0]["body"]["format"] == "image/svg+xml"
    assert parts(told, "大桥通车") == ["/yanxi/2026-11-20/01/canvas#xywh=40,100,500,300"]


def test_a_paper_without_a_publisher_speaks_for_itself():
    paper = values.Paper(1, "y", "砚溪日报", "", "", "", "Asia/Shanghai", "/y/")
    issue = values.Issue(7, paper, date(2026, 11, 20), None, "/y/2026-11-20/")
    told = iiif.manifest(issue, [iiif.of_face(FRONT)], [], site=SITE)
    is_iiif(told)
    assert told["provider"][0]["label"] == {"zh-Hans": ["砚溪日报"]}
    assert len(told["metadata"]) == 1

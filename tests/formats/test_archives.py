"""METS and ALTO, against the schemas of the Library of Congress and what Open ONI looks for."""

from datetime import UTC, datetime

import pytest

from articles.formats import values
from articles.formats.alto import Sheet, alto
from articles.formats.mets import File, Piece, mets
from articles.formats.printing import Block, Line
from articles.records import Box
from tests.formats import samples, schemas

pytestmark = pytest.mark.once

NS = {
    "m": "http://www.loc.gov/METS/",
    "d": "http://www.loc.gov/mods/v3",
    "a": "http://www.loc.gov/standards/alto/ns-v4#",
    "x": "http://www.w3.org/1999/xlink",
}
PAGE = values.Page(1, "A01", "要闻", "/yanxi/2026-11-20/A01/", None, ())
ARTICLE = samples.article()
BOX = Box(0.1, 0.2, 0.6, 0.25)
BLOCKS = (
    Block("headline", 1, 1, (Line("大桥<通车>\x0b", BOX),)),
    Block("text", 4, 1, (Line("第一行，", BOX), Line("第二行。", None))),
    Block("caption", 6, 1, (Line("说明", None),)),
)
SHEET = Sheet(1600, 2400, "pixel", "images/0001.webp")


def page_file(sheet=SHEET, blocks=BLOCKS):
    return schemas.checked(alto(PAGE, [(ARTICLE.number, blocks)], sheet), schemas.ALTO)


def test_a_page_is_what_the_schema_of_alto_says():
    root = page_file()
    assert root.xpath("//a:String/@CONTENT", namespaces=NS) == [
        "大桥<通车>",
        "第一行，",
        "第二行。",
        "说明",
    ]
    assert root.xpath("//a:Page/@WIDTH", namespaces=NS) == ["1600"]
    assert root.xpath("//a:fileName/text()", namespaces=NS) == ["images/0001.webp"]


def test_a_line_has_its_place_where_it_is_known_and_none_where_not():
    first, second, third, _caption = page_file().xpath("//a:TextLine", namespaces=NS)
    assert dict(first.attrib) == {"HPOS": "160", "VPOS": "480", "WIDTH": "800", "HEIGHT": "120"}
    assert dict(second.attrib) == dict(first.attrib)
    assert dict(third.attrib) == {}


@pytest.mark.parametrize("blocks", [BLOCKS, ()])
def test_a_page_of_text_alone_tells_no_places(blocks):
    root = page_file(None, blocks)
    assert root.xpath("//@HPOS | //@WIDTH", namespaces=NS) == []


def issue_file(**changed):
    told = {
        "issue": samples.ISSUE,
        "pages": [PAGE],
        "pieces": [Piece(ARTICLE, BLOCKS)],
        "files": [
            File("images/0001.webp", 1, "Images", "reference image", "image/webp", 9, "0" * 64),
            File("alto/0001.xml", 1, "Text", "ocr", "text/xml", 9, "1" * 64),
        ],
        "site": "https://yanxi.example",
    }
    return schemas.checked(mets(**told | changed), schemas.METS)


def asked(root, path):
    return root.xpath(path, namespaces=NS)


def test_an_issue_is_what_the_schema_of_mets_says():
    root = issue_file()
    assert asked(root, "/m:mets/@LABEL") == ["砚溪日报 2026-11-20"]
    assert asked(root, "//m:structMap/@TYPE") == ["PHYSICAL", "LOGICAL"]


def test_open_oni_finds_issue_pages_and_files():
    root = issue_file()
    [issue] = asked(root, './/m:div[@TYPE="np:issue"]')
    [mods] = asked(root, f'.//m:dmdSec[@ID="{issue.get("DMDID")}"]//d:mods')
    assert asked(mods, 'string(.//d:detail[@type="issue"]/d:number[1])') == "4321"
    assert asked(mods, 'string(.//d:detail[@type="edition"]/d:number[1])') == "1"
    assert asked(mods, "string(.//d:dateIssued)") == "2026-11-20"
    [page] = asked(issue, './/m:div[@TYPE="np:page"]')
    [mods] = asked(root, f'.//m:dmdSec[@ID="{page.get("DMDID")}"]//d:mods')
    assert asked(mods, "string(.//d:extent/d:start)") == "1"
    assert asked(mods, 'string(.//d:detail[@type="page number"])').strip() == "A01"
    used = {
        asked(root, f'string(.//m:file[@ID="{each}"]/@USE)'): asked(
            root, f'string(.//m:file[@ID="{each}"]/m:FLocat/@x:href)'
        )
        for each in asked(page, "./m:fptr/@FILEID")
    }
    assert used == {"ocr": "alto/0001.xml", "reference image": "images/0001.webp"}


def test_an_article_leads_to_its_words_in_reading_order():
    [article] = asked(issue_file(), './/m:div[@TYPE="ARTICLE"]')
    assert asked(article, "./m:div/@TYPE") == ["HEADING", "BODY", "ILLUSTRATION"]
    places = asked(article, ".//m:area")
    found = {(each.get("FILEID"), each.get("BEGIN")) for each in places}
    blocks = asked(page_file(), "//a:TextBlock/@ID")
    assert found == {("Text1", block) for block in blocks}


def test_an_article_is_described_with_people_and_headlines():
    root = issue_file()
    [mods] = asked(root, f'.//m:dmdSec[@ID="modsA{ARTICLE.number}"]//d:mods')
    assert asked(mods, "string(d:titleInfo/d:title)") == "大桥通车"
    assert asked(mods, "string(d:name/d:namePart)") == "甲乙"
    assert asked(mods, 'string(d:name//d:roleTerm[@type="code"])') == "rpt"
    assert (
        asked(mods, 'string(d:identifier[@type="uri"])')
        == "https://yanxi.example/yanxi/2026-000123/"
    )


def test_without_the_site_s_address_articles_go_by_their_numbers():
    root = issue_file(site="")
    assert asked(root, '//d:identifier[@type="uri"]') == []
    assert ARTICLE.number in asked(root, '//d:identifier[@type="local"]/text()')


def test_it_was_made_when_its_newest_article_was_changed():
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    later = samples.article(published_at=noon)
    root = issue_file(pieces=[Piece(later, BLOCKS)])
    assert asked(root, "string(//m:metsHdr/@CREATEDATE)") == "2026-11-21T12:00:00+00:00"

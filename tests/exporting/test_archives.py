"""An issue as METS and ALTO in a zip: what readers see, line by line, and nothing else."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.exporting import archives
from articles.exporting.choosing import Chosen
from articles.models import JoinedPart
from articles.refusals import Refused
from articles.workflow import correcting
from tests.builders import bring, go, imported, page_of, print_article
from tests.formats import schemas
from tests.public.conftest import stamp_at_once

# Fixtures that pytest finds by their names here.
from tests.public.test_faces import HIDDEN, hide, printed, public  # noqa: F401
from tests.workflow.test_corrections import WORDS

NS = {"m": "http://www.loc.gov/METS/", "a": "http://www.loc.gov/standards/alto/ns-v4#"}


def written(issue):
    """{name in the zip: bytes}"""
    file = BytesIO()
    archives.write(Chosen.of(issue), file, lambda done, total: None)
    with ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def alto(files, page=1):
    return schemas.checked(files[f"alto/{page:04}.xml"], schemas.ALTO)


def mets(files):
    return schemas.checked(files["mets.xml"], schemas.METS)


def contents(root):
    return root.xpath("//a:String/@CONTENT", namespaces=NS)


def test_a_page_of_a_pdf_is_told_line_by_line_with_places_in_pixels(public):  # noqa: F811
    files = written(public.issue)
    root = alto(files)
    assert "在新跑道上上了第一堂体育课。" in contents(root)
    lines = root.xpath("//a:TextLine[@HPOS]", namespaces=NS)
    assert len(lines) >= 10
    [page] = root.xpath("//a:Page", namespaces=NS)
    assert (page.get("WIDTH"), page.get("HEIGHT")) == (
        str(public.face.width),
        str(public.face.height),
    )
    for line in lines:
        left, width = float(line.get("HPOS")), float(line.get("WIDTH"))
        assert 0 <= left < left + width <= public.face.width
    headline = root.xpath('//a:TextBlock[@TAGREFS="headline"]', namespaces=NS)[0]
    assert float(headline.get("VPOS")) < float(lines[-1].get("VPOS"))


def test_the_zip_holds_what_the_mets_file_names(public):  # noqa: F811
    files = written(public.issue)
    root = mets(files)
    href = "{http://www.w3.org/1999/xlink}href"
    named = {each.get(href) for each in root.iterfind(".//m:FLocat", NS)}
    assert named == {"images/0001.webp", "alto/0001.xml"}
    assert named | {"mets.xml", "manifest-sha256.txt"} == set(files)
    assert files["images/0001.webp"].startswith(b"RIFF")
    for file in root.iterfind(".//m:file", NS):
        assert file.get("SIZE") == str(len(files[file.find("m:FLocat", NS).get(href)]))
    ids = set(alto(files).xpath("//a:TextBlock/@ID", namespaces=NS))
    assert set(root.xpath("//m:area/@BEGIN", namespaces=NS)) == ids


def test_a_page_of_text_has_its_words_and_no_places(issue, paper):
    root = alto(written(issue))
    assert "大桥通车" in contents(root)
    assert root.xpath("//@HPOS") == []
    headlines = mets(written(issue)).xpath('//m:div[@TYPE="ARTICLE"]/@LABEL', namespaces=NS)
    assert headlines == ["大桥通车", "民生headline", "民生headline"]


@pytest.mark.parametrize("status", HIDDEN)
def test_what_is_not_live_has_no_line(cast, issue, status):
    page = page_of(issue, source="已刊的题\n未刊的题\n未刊的第一句。")
    print_article(cast, page, "published", headline="已刊的题", source_lines=[1])
    lines = {"headline": "未刊的题", "body": "未刊的第一句。", "source_lines": [2, 3]}
    second = imported(page, cast.de, **lines)
    hide(second, status, cast)
    files = written(issue)
    text = "".join(data.decode() for data in files.values())
    assert "已刊的题" in contents(alto(files))
    assert "未刊" not in text
    assert second.number not in text


def test_a_page_with_an_article_that_is_not_live_has_places_but_no_picture(printed, cast):  # noqa: F811
    first, second = printed.articles.order_by("position")
    bring(first, "published", cast)
    files = written(printed.issue)
    text = "".join(data.decode() for data in files.values())
    assert (first.headline in text, second.headline in text) == (True, False)
    assert [name for name in files if name.startswith("images/")] == []
    assert alto(files).xpath("//a:MeasurementUnit/text()", namespaces=NS) == ["mm10"]
    assert alto(files).xpath("//a:TextLine[@HPOS]", namespaces=NS)


def test_a_corrected_line_is_told_as_it_is_now(public, cast):  # noqa: F811
    article = public.articles.get(headline__contains="操场")
    words = WORDS | {"body": article.body.replace("六百多名学生", "五百多名学生")}
    found = correcting.open_correction(article, by=cast.de, **words)
    correcting.issue(found, by=cast.chen, revision=found.revision, opinion="已核对。")
    told = contents(alto(written(public.issue)))
    assert any("五百多名学生" in line for line in told)
    assert not any("六百多名学生" in line for line in told)


def test_an_article_that_goes_on_stands_on_both_pages(cast, issue, page, live):
    second = page_of(issue, "02", source="转文\n第二段写得很短。")
    live(where=second)
    whole = print_article(cast, page, "published", headline="全文")
    rest = imported(second, cast.de, headline="转文", source_lines=[2])
    JoinedPart.objects.create(whole=whole, piece=rest, position=1, joined_by=cast.de)
    files = written(issue)
    on_first, on_second = (
        alto(files, each).xpath(f'//a:ComposedBlock[@ID="A{whole.number}"]', namespaces=NS)
        for each in (1, 2)
    )
    assert [contents_of(each) for each in on_second] == [["第二段写得很短。"]]
    assert "全文" in contents_of(on_first[0])
    mets(files)


def contents_of(block):
    return block.xpath(".//a:String/@CONTENT", namespaces=NS)


def test_a_page_that_only_goes_on_keeps_its_words_with_the_article(cast, issue, page):
    second = page_of(issue, "02", source="转文\n第二段写得很短。")
    whole = print_article(cast, page, "published")
    rest = imported(second, cast.de, source_lines=[2])
    JoinedPart.objects.create(whole=whole, piece=rest, position=1, joined_by=cast.de)
    files = written(issue)
    assert "第二段写得很短。" in contents(alto(files))
    assert "alto/0002.xml" not in files
    mets(files)


def test_an_issue_that_readers_do_not_see_is_refused(cast, unseen_issue):
    print_article(cast, page_of(unseen_issue), "approved")
    with pytest.raises(Refused):
        written(unseen_issue)


def test_the_same_issue_makes_the_same_bytes(public):  # noqa: F811
    assert written(public.issue) == written(public.issue)


def test_what_is_withdrawn_meanwhile_is_not_in_it(public, cast, monkeypatch):  # noqa: F811
    stamp_at_once()
    first, second = public.articles.order_by("position")
    rounds, pages_of = [], archives.pages_of

    def withdrawing(issue):
        found = pages_of(issue)
        if not rounds:
            go(second, "withdraw", cast.chen)
        rounds.append(issue)
        return found

    monkeypatch.setattr(archives, "pages_of", withdrawing)
    text = written(public.issue)["mets.xml"].decode()
    assert len(rounds) == 2
    assert first.number in text
    assert second.number not in text


def test_72_articles_are_asked_for_as_one_is(live, issue, page):
    live(where=page)
    few = _asked(issue)
    for number in range(71):
        if number % 9 == 0:
            page = page_of(issue, f"{number // 9 + 2:02}")
        live(where=page)
    assert few == _asked(issue)


def _asked(issue):
    with CaptureQueriesContext(connection) as queries:
        written(issue)
    return len(queries)

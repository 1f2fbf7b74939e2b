"""Text recognition: an extra. Without it scans are refused; with it nothing is taken as a fact."""

from io import BytesIO

import pypdfium2
import pytest

from articles.intake.importing import apply_import, plan_import
from articles.labelling import ocr
from articles.labelling.layouts import layout_of
from articles.models import Suggestion
from articles.parsing import layout_from_json, layout_to_json
from articles.parsing.pdf.recognised import Recognised, recognised_page
from articles.refusals import Refused
from articles.workflow.annotating import renew
from tests.builders import page_of, print_article
from tests.pdf.made import Placed, jpeg, pdf_of
from tests.pdf.pages import receive
from tests.typesetting.sheet import missing_fonts, sheet

needs_recognition = pytest.mark.skipif(
    bool(not ocr.is_installed() or missing_fonts()),
    reason="the extra or Chinese fonts are not installed",
)
SCAN = pdf_of([Placed(jpeg((300, 400)), 0, 0, 600, 900)])


def lines(*texts, left=50.0, top=100.0, size=10.0):
    """Rows below each other, boxes a little higher than their type."""
    return [
        Recognised(text, left, top + 16 * k, left + size * len(text), top + 16 * k + 11.5, 0.98)
        for k, text in enumerate(texts)
    ]


def test_recognised_lines_make_a_page_like_any_other():
    texts = ["全区召开春季会议安排今年", "的各项农业工作会议强调要", "抓早抓实抓好冬季农田管护"]
    page = recognised_page(lines(*texts), 600, 800)
    assert [line.strip() for line in page.text.splitlines() if line.strip()] == texts
    assert {place.size for place in page.layout.places if place} == {10.0}
    assert page.layout.certainty == 0.98


def test_boxes_of_one_type_that_differ_a_little_are_one_type():
    rows = lines("全区召开春季会议安排今年", "的各项农业工作会议强调要")
    rows += lines("抓早抓实抓好冬季农田", top=140, size=10.9)
    sizes = {place.size for place in recognised_page(rows, 600, 800).layout.places if place}
    assert len(sizes) == 1


def test_a_layout_keeps_how_sure_the_recognition_was():
    layout = recognised_page(lines("全区召开春季会议"), 600, 800).layout
    assert layout_from_json(layout_to_json(layout)) == layout


def test_without_the_extra_a_scan_is_refused_with_the_way_to_get_it(cast, issue, monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(Refused, match="requirements-extras"):
        receive(issue, cast.de, SCAN)


def test_what_was_read_from_the_print_stays_when_the_text_changes(cast, issue):
    article = print_article(cast, page_of(issue))
    read = Suggestion.objects.create(
        article=article, kind="headline", text="冬修水利忙在田间", certainty=0.93
    )
    Suggestion.objects.create(article=article, kind="headline", text="从正文拟的标题")
    renew([article])
    assert list(article.suggestions.filter(kind="headline", certainty__gt=0)) == [read]
    assert not article.suggestions.filter(text="从正文拟的标题").exists()


@pytest.fixture
def drawn(cast, issue):
    """(page, what its drawn headline says), imported."""
    printed = sheet("S058", 210_058)
    page = receive(issue, cast.de, printed.pdf)
    apply_import(plan_import(page), by=cast.de)
    return page, printed.truth["drawn"][0]["text"]


@needs_recognition
def test_a_drawn_headline_becomes_a_suggestion_marked_as_read(drawn):
    page, text = drawn
    assert ocr.suggest_drawn_headlines(page) == 1
    found = Suggestion.objects.get(certainty__isnull=False)
    assert found.text == text
    assert found.is_open
    assert found.certainty > 0.8
    assert found.article.headline == ""
    assert ocr.suggest_drawn_headlines(page) == 0


@needs_recognition
def test_a_scan_is_read_as_a_whole_and_says_how_sure_it_is(cast, issue):
    printed = sheet("S001", 30_001)
    picture = pypdfium2.PdfDocument(printed.pdf)[0].render(scale=150 / 72).to_pil()
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=85)
    size = printed.truth["page"]
    photo = Placed(out.getvalue(), 0, 0, size["width"], size["height"])
    scan = pdf_of([photo], width=size["width"], height=size["height"])
    page = receive(issue, cast.de, scan)
    layout = layout_of(page)
    assert layout.certainty > 0.9
    assert layout.extractor.startswith("ocr")
    body = "".join(printed.truth["articles"][0]["paragraphs"])
    found = sum(body[k : k + 4] in page.text for k in range(0, len(body) - 4, 4))
    assert found > 0.5 * len(body) / 4

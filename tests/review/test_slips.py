"""稿签: the whole record of an article or a page, on the screen and as a PDF to be read out."""

import pypdfium2
import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from articles.review.slip_pdf import NoFont, Run, Sheet, draw, find_font
from tests.builders import page_of, print_article, web_article
from tests.review.test_screen import BODY, queries, rewrite


def has_font():
    try:
        find_font()
    except NoFont:
        return False
    return True


needs_font = pytest.mark.skipif(not has_font(), reason="no Chinese font here: fonts-noto-cjk")


def place(name, pk):
    return reverse(f"admin:articles_{name}", args=[pk])


@pytest.fixture
def signed(cast, issue):
    """Imported by de, mended by dan, verified and signed off."""
    article = print_article(cast, page_of(issue), body=BODY)
    rewrite(article, cast.de, body=BODY.replace("昨天", "今天"))
    return web_article(cast, issue.publication, "approved"), article


def text_of(data):
    pages = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in pages).replace("\r\n", "")


def test_a_slip_names_every_stage_with_person_opinion_and_hash(enter, signed):
    article, _print = signed
    page = enter("ao").get(place("article_slip", article.pk)).content.decode()
    for event in article.events.all():
        assert event.version_sha256[:16] in page
    for words in ("已阅，同意。", "chen", article.number, article.versions.last().sha256):
        assert words in page


def test_the_text_is_marked_up_by_hands(enter, signed):
    _web, article = signed
    page = enter("ao").get(place("article_slip", article.pk)).content.decode()
    assert '<del class="by by-0" data-sign="①">昨</del>' in page
    assert '<ins class="by by-0" data-sign="①">今</ins>' in page


@needs_font
def test_the_pdf_says_what_the_screen_says(enter, signed):
    _web, article = signed
    answer = enter("ao").get(place("article_slip_pdf", article.pk))
    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    for words in (article.number, "大桥", "昨", "①", "桥长五百米，宽二十米。", "导入"):
        assert words in text
    assert len(answer.content) < 400_000


@needs_font
@pytest.mark.parametrize("status", ["returned", "rejected", "withdrawn", "retracted", "scheduled"])
def test_whatever_happened_to_an_article_can_be_drawn(enter, cast, publication, status):
    article = web_article(cast, publication, status)
    text = text_of(enter("ao").get(place("article_slip_pdf", article.pk)).content)
    last = article.events.last()
    assert last.version_sha256[:8] in text
    assert last.opinion[:6] in text


@needs_font
def test_a_pages_slips_are_one_pdf(enter, cast, issue):
    page = page_of(issue)
    for number in range(3):
        print_article(cast, page, headline=f"第{number}篇稿件", position=number)
    text = text_of(enter("ao").get(place("page_slip_pdf", page.pk)).content)
    assert [text.count(f"第{number}篇稿件") for number in range(3)] == [2, 2, 2]


def test_without_a_font_a_sentence_says_what_to_do(enter, notes, signed, settings, tmp_path):
    settings.PDF_FONT = str(tmp_path / "missing.ttf")
    article, _print = signed
    browser = enter("ao")
    answer = browser.get(place("article_slip_pdf", article.pk), follow=True)
    assert "NEWSROOM_PDF_FONT" in notes(answer)[0]


def test_a_file_that_is_no_font_is_as_good_as_none(tmp_path):
    path = tmp_path / "broken.ttc"
    path.write_bytes(b"no font at all")
    with pytest.raises(NoFont):
        find_font(str(path))


@needs_font
def test_no_line_begins_with_a_closing_sign_and_long_words_break_nothing():
    text = "这是很长的一段文字，“引号”里外都有标点。" * 40 + "https://example.org/" + "a" * 300
    sheet = Sheet(
        "题", (), (), (("正文", ((Run(text), Run("删", 0, True, "①")),)),), ("a",) * 5, ()
    )
    pages = pypdfium2.PdfDocument(draw([sheet]))
    lines = pages[0].get_textpage().get_text_range().split("\r\n")
    assert len(lines) > 10
    assert [line for line in lines if line[:1] in "，。”"] == []


@needs_font
def test_strange_signs_are_left_out_and_stop_nothing():
    sheet = Sheet(
        "\x00\U0001f600\ud83d题", (), (), (("正文", ((Run("𠮷\t\n行"),),)),), ("a",) * 5, ()
    )
    assert draw([sheet]).startswith(b"%PDF")


def test_a_page_of_articles_costs_as_many_queries_as_one(enter, cast, issue):
    ContentType.objects.get_for_models(*apps.get_models())
    browser, page = enter("ao"), page_of(issue)
    for number in range(2):
        print_article(cast, page, position=number)
    few = queries(browser, place("page_slip", page.pk))
    for number in range(10):
        print_article(cast, page, "published", position=number + 2)
    many = queries(browser, place("page_slip", page.pk))
    assert len(many) == len(few), "\n".join(many)

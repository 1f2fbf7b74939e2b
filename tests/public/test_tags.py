"""What readers' templates say again and again is made once, in each language, and escaped."""

import re
from datetime import date
from types import SimpleNamespace

from django.template import engines
from django.utils import translation

from articles.models.addresses import address
from articles.templatetags.facsimile import set_again
from articles.templatetags.hits import hits
from articles.templatetags.pictures import picture
from articles.templatetags.readers import citation, page_links, paragraphs, titles
from articles.texts.body import blocks_of

HOSTILE = "## <i>一</i>\n> <b>注</b>\n> 二\n正文<script>"


def said(source, **context):
    return engines["django"].from_string(source).render(context)


def test_constant_words_are_said_in_the_language_of_each_reader():
    template = engines["django"].from_string('{% load i18n lasting %}{% translate "Search" %}')
    told = []
    for language in ("zh-hans", "en", "zh-hans"):
        with translation.override(language):
            told.append(template.render())
    assert told == ["搜索", "Search", "搜索"]


def test_words_out_of_a_variable_are_djangos_business():
    with translation.override("zh-hans"):
        source = (
            "{% load i18n lasting %}{% translate word %}{% translate 'Search' as kept %}{{ kept }}"
        )
        assert said(source, word="Search") == "搜索搜索"


def test_a_day_is_told_in_the_language_of_each_reader():
    source = "{% load readers %}{{ day|plain_day }}"
    with translation.override("en"):
        english = said(source, day=date(2026, 11, 20))
    with translation.override("zh-hans"):
        assert said(source, day=date(2026, 11, 20)) != english
    assert english.startswith('<time datetime="2026-11-20" lang="en">')


def a_story(**fields):
    told = {"kicker": "", "headline": "<b>题{}", "deck": "<i>副", "byline": "", "lead": "<u>"}
    return SimpleNamespace(url="/a/", is_continued=False, number="2026-000001", **told | fields)


def a_page(**fields):
    """One band of one story."""
    photo = SimpleNamespace(image_sha256="0" * 64, width=500, height=300, alt='"><b>', caption="")
    photo.credit = "<b>摄"
    told = {"story": a_story(), "classes": "set--2", "apart": None, "inside": photo}
    told |= {"blocks": blocks_of(HOSTILE), "is_cut": True}
    stack = SimpleNamespace(columns=2, stories=[SimpleNamespace(**told | fields)])
    return [SimpleNamespace(stacks=[stack])]


def test_texts_are_escaped_line_by_line():
    for html in (paragraphs(blocks_of(HOSTILE)), set_again(a_page())):
        assert "<script>" not in html
        assert "&lt;i&gt;一&lt;/i&gt;" in html
        assert "<p>&lt;b&gt;注&lt;/b&gt;</p><p>二</p>" in html


def test_a_page_set_again_escapes_headlines_and_photos_and_has_no_lines_for_what_is_empty():
    html = set_again(a_page())
    assert "&lt;b&gt;题{}</a></h3>" in html
    assert '<p class="set__deck">&lt;i&gt;副</p>' in html
    assert not re.search("set__kicker|set__byline|<b>|<i>", html)
    assert "<figcaption>\n<span>&lt;b&gt;摄</span>\n</figcaption>" in html


def test_an_article_that_goes_on_from_elsewhere_is_only_pointed_to():
    rest = SimpleNamespace(is_continued=True, label="02<", url="/a/", headline="<b>")
    with translation.override("zh-hans"):
        for html in (set_again(a_page(story=rest)), titles([rest], None)):
            assert "上接第02&lt;版" in html
            assert '<a href="/a/" lang="zh-Hans">《&lt;b&gt;》</a>' in html


def test_a_list_of_headlines_is_escaped_and_has_leads_where_they_are_asked_for():
    bare = titles([a_story()], None)
    assert bare == '<li>\n<a href="/a/" lang="zh-Hans">&lt;b&gt;题{}</a>\n</li>'
    assert "&lt;u&gt;" in titles([a_story()], True)


def test_hits_are_escaped_and_what_was_asked_for_is_marked():
    line = SimpleNamespace(url="/a/", paper_name="<b>", date=date(2026, 11, 20), label="", name="")
    found = SimpleNamespace(line=line, headline=[("<i>", True), ("{}", False)], snippet=[])
    html = hits([found])
    assert "<mark>&lt;i&gt;</mark>{}</a>" in html
    assert "<b>" not in html


def test_a_text_is_cited_as_its_readers_cite():
    page = SimpleNamespace(label="01", name="要闻")
    told = {}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            told[language] = citation("题", "报", date(2026, 11, 20), page)
    assert told["zh-hans"] == '《<span lang="zh-Hans">题</span>》，报，2026年11月20日，第01版：要闻'
    assert told["en"] == (
        '“<span lang="zh-Hans">题</span>”, <span lang="zh-Hans">报</span>, Nov. 20, 2026, '
        '<span lang="en">Page 01: <span lang="zh-Hans">要闻</span></span>'
    )


def test_the_page_that_lies_open_is_marked_among_those_of_the_issue():
    pages = [
        SimpleNamespace(label=label, name="<b>", url=f"/{label}/") for label in ("01", "02", "A<")
    ]
    html = page_links(pages, pages[1])
    assert re.findall(r'href="([^"]*)" aria-current', html) == ["/02/"]
    assert html.count("<li>") == 3
    assert "<b>" not in html
    assert "A<" not in html
    assert page_links([], None) == ""


def test_a_picture_says_nothing_that_is_said_beside_it():
    photo = SimpleNamespace(alt="", caption="天鹅", width=480, height=300, image_sha256="0" * 64)
    assert 'alt="天鹅"' in picture(photo, sizes="")
    assert 'alt=""' in picture(photo, sizes="", beside="天鹅")


def test_an_address_with_signs_is_quoted():
    quoted = said("{% load readers %}{% address 'tag' slug %}", slug='"><&')
    assert quoted == "/tags/%22%3E%3C&amp;/"
    assert address("tag", "题") == "/tags/%E9%A2%98/"

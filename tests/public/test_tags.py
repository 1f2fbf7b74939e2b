"""What readers' templates say again and again is made once, in each language, and escaped."""

from datetime import date

from django.template import engines
from django.utils import translation

from articles.models.addresses import address
from articles.templatetags.readers import paragraphs, set_paragraphs
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
    assert english.startswith('<time datetime="2026-11-20">')


def test_texts_are_escaped_line_by_line():
    for html in (paragraphs(blocks_of(HOSTILE)), set_paragraphs(blocks_of(HOSTILE))):
        assert "<script>" not in html
        assert "&lt;i&gt;一&lt;/i&gt;" in html
        assert "<p>&lt;b&gt;注&lt;/b&gt;</p><p>二</p>" in html


def test_an_address_with_signs_is_quoted():
    quoted = said("{% load readers %}{% address 'tag' slug %}", slug='"><&')
    assert quoted == "/tags/%22%3E%3C&amp;/"
    assert address("tag", "题") == "/tags/%E9%A2%98/"

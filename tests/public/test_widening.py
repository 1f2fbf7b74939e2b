"""A search that is narrowed says to what, and leads out of each by itself."""

import re
from urllib.parse import unquote

import pytest

from articles.models import Reporter, Section
from tests.public import furnished
from tests.public.test_secrecy import SECRET

CHIP = r'<a class="facets__choice" href="\?([^"]*)" aria-current="true">(.*?)</a>'


@pytest.fixture
def culture(publication, live):
    section = Section.objects.create(publication=publication, name="文化")
    live("甲", section=section)
    return section


def chips(client, query, language="zh-hans"):
    """{words of a narrowing: where its link leads}"""
    text = client.get(f"/search/?{query}", headers={"Accept-Language": language}).text
    return {
        " ".join(re.sub("<[^>]*>", "", words).split()): unquote(way.replace("&amp;", "&"))
        for way, words in re.findall(CHIP, text, re.DOTALL)
    }


def test_a_search_that_finds_nothing_tells_what_narrows_it(culture, client):
    paper, person = culture.publication, Reporter.objects.get()
    found = chips(
        client,
        f"q=鲸鱼&since=2026-01-02&publication={paper.pk}&section={culture.pk}"
        f"&reporter={person.pk}&kind=brief&year=2026&tag=海",
    )
    told = [words.partition(" 已选")[0] for words in found]
    assert set(told) == {
        "从：2026年1月2日",
        "报纸：砚溪日报",
        "栏目：文化",
        "作者：甲人",
        "类别：简讯",
        "年份：2026",
        "标签：海",
    }
    year = next(way for words, way in found.items() if words.startswith("年份"))
    assert "year" not in year
    assert {"q=鲸鱼", "kind=brief", "tag=海", f"section={culture.pk}"} <= set(year.split("&"))


def test_a_way_out_leads_to_what_there_is(culture, client):
    (way,) = chips(client, "q=甲headline&year=1999").values()
    assert client.get(f"/search/?{way}").context["answer"].total == 1


def test_a_list_without_words_tells_it_too(culture, client):
    (told,) = chips(client, f"section={culture.pk}")
    assert told.startswith("栏目：文化")
    (told,) = chips(client, f"section={culture.pk}", language="en")
    assert told.startswith("Section: 文化")


def test_where_the_choices_tell_it_is_told_once(culture, client):
    assert len(chips(client, f"q=甲headline&section={culture.pk}")) == 1


def test_what_is_not_out_is_not_named(culture, cast, page, client):
    hidden = Section.objects.create(publication=culture.publication, name=f"{SECRET}栏")
    furnished.on_page(cast, page, "approved", SECRET, section=hidden)
    person = Reporter.objects.get(name=f"{SECRET}人")
    for name, pk in (("section", hidden.pk), ("reporter", person.pk)):
        for words in ("", "q=鲸鱼&"):
            answers = [client.get(f"/search/?{words}{name}={key}").text for key in (pk, 999999)]
            assert SECRET not in answers[0]
            assert answers[0].replace(f"{name}={pk}", "").replace(f'value="{pk}"', "") == answers[
                1
            ].replace(f"{name}=999999", "").replace('value="999999"', "")


def test_a_translated_choice_is_not_called_chinese(culture, client):
    headers = {"Accept-Language": "en"}
    text = client.get(f"/search/?q=甲headline&kind=news&section={culture.pk}", headers=headers).text
    assert "<span>News report</span>" in text
    assert '<span lang="zh-Hans">文化</span>' in text

"""Facets with counts, dates, issues, cursors, and what two spellings have in common."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles import search
from articles.models import Article, Publication, Reporter, Section, Tag
from articles.search import statement
from tests.builders import behind_the_rules, page_of


@pytest.fixture
def shelf(live, publication, issue):
    """Five articles with 通车: four on the page of an issue, one of another paper on the web."""
    sections = [Section.objects.create(publication=publication, name=name) for name in "甲乙"]
    people = [Reporter.objects.create(name=name) for name in ("穆晓棠", "孟青")]
    tag = Tag.objects.create(name="交通", slug="交通")
    page = page_of(issue)
    for number in range(4):
        article = live("通车", "", page=page, section=sections[number % 2], age=number)
        credited = people[number // 3]
        article.live_version.credits.create(
            reporter=credited, name=credited.name, role="reporter", position=1
        )
        if number:
            article.tags.add(tag)
    other = Publication.objects.create(name="别的报", slug="other")
    live("通车", "", publication=other, kind="brief", age=9)
    return search.find("通车").facets


def counts(facets, name):
    return {facet.name: facet.count for facet in facets[name]}


def test_every_facet_counts_the_hits_that_have_it(shelf):
    assert counts(shelf, "publication") == {"砚溪日报": 4, "别的报": 1}
    assert counts(shelf, "section") == {"甲": 2, "乙": 2}
    assert counts(shelf, "reporter") == {"穆晓棠": 3, "孟青": 1}
    assert counts(shelf, "tag") == {"交通": 3}
    assert {facet.value: facet.count for facet in shelf["kind"]} == {"news": 4, "brief": 1}
    assert sum(facet.count for facet in shelf["year"]) == 5


@pytest.mark.parametrize("name", ["publication", "section", "reporter", "kind", "tag"])
def test_each_choice_finds_as_many_as_it_says(shelf, name):
    for facet in shelf[name]:
        value = facet.value if name in ("kind", "tag") else int(facet.value)
        assert search.find("通车", **{name: value}).total == facet.count


def test_facets_count_nothing_that_is_not_live(shelf, publication):
    hidden = Article.objects.filter(publication=publication)[:2]
    tomorrow = timezone.now() + timedelta(days=1)
    behind_the_rules(pk=hidden[0].pk).update(status="withdrawn", live_version=None)
    Article.objects.filter(pk=hidden[1].pk).update(embargo_until=tomorrow)
    found = search.find("通车")
    assert found.total == 3
    assert counts(found.facets, "publication") == {"砚溪日报": 2, "别的报": 1}


def test_one_issue_can_be_searched(shelf, issue):
    assert search.find("通车", issue=issue.pk).total == 4
    assert search.find("通车", issue=issue.pk + 1).total == 0


def test_a_search_inside_an_issue_says_so_and_leads_out_of_it(shelf, issue, client):
    text = client.get(f"/search/?q=通车&issue={issue.pk}").content.decode()
    assert "只在这一期里找" in text
    assert 'href="?q=%E9%80%9A%E8%BD%A6"' in text


def test_an_issue_that_is_not_out_is_not_named(issue, client):
    assert "只在这一期里找" not in client.get(f"/search/?q=通车&issue={issue.pk}").content.decode()


def test_days_are_the_papers(shelf, issue):
    day = issue.date
    assert search.find("通车", since=day, until=day).total == 4
    assert search.find("通车", until=day - timedelta(days=1)).total == 0
    assert search.find("通车", since=date(2100, 1, 1)).total == 0
    assert search.find("通车", since=day, until=day - timedelta(days=1)).total == 0


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_cursors_walk_through_all_hits_once_though_new_ones_come(live, order):
    old = [live("通车", "", age=age).pk for age in (5, 6)]
    old += [live("别的", "通车", age=age).pk for age in (1, 2, 3, 7)]
    wanted = search.find("通车", order=order, limit=100).hits
    assert set(wanted) == set(old)
    seen, after = [], ""
    while True:
        found = search.find("通车", order=order, limit=2, after=after)
        seen += found.hits
        after = found.after
        if not after:
            break
        live("通车", "", age=0)
    assert tuple(seen) == wanted


@pytest.mark.parametrize("cursor", ["x", "9-1", "0--1", "0-" + "9" * 19, "0-1-2", "١-١", "-", "0-"])
def test_what_is_no_cursor_begins_at_the_beginning(live, cursor):
    article = live("通车", "")
    assert search.find("通车", after=cursor).hits == (article.pk,)


@pytest.mark.parametrize("headlines", [0, 2, 4, 5])
def test_the_most_are_counted_in_one_whatever_their_weight(live, monkeypatch, headlines):
    monkeypatch.setattr(statement, "MOST", 3)
    monkeypatch.setattr("articles.search.finding.MOST", 3)
    titles = [live("通车", "", age=10 + age).pk for age in range(headlines)]
    texts = [live("别的", "通车", age=age).pk for age in range(5 - headlines)]
    found = search.find("通车", limit=2)
    assert (found.total, found.is_exact) == (3, False)
    seen = list(found.hits)
    while found.after:
        found = search.find("通车", limit=2, after=found.after)
        assert (found.total, found.is_exact) == (3, False)
        seen += found.hits
    assert seen == titles + texts


def test_names_weigh_more_than_the_text_and_less_than_the_headline(live):
    text = live("别的", "穆晓棠到场。", age=0)
    named = live("别的", "正文", age=1)
    reporter = Reporter.objects.create(name="穆晓棠")
    named.live_version.credits.create(reporter=reporter, name="穆晓棠", role="reporter", position=1)
    title = live("记穆晓棠", "正文", age=2)
    search.rebuild()
    assert search.find("穆晓棠").hits == (title.pk, named.pk, text.pk)
    assert search.find("棠").hits == (title.pk, named.pk, text.pk)


def test_beyond_the_most_it_is_more_than(live, monkeypatch):
    monkeypatch.setattr(statement, "MOST", 3)
    monkeypatch.setattr("articles.search.finding.MOST", 3)
    for age in range(5):
        live("别的", "通车", age=age)
    found = search.find("通车", order="newest", limit=2)
    assert (found.total, found.is_exact) == (3, False)
    seen = list(found.hits)
    while found.after:
        found = search.find("通车", order="newest", limit=2, after=found.after)
        seen += found.hits
    assert len(seen) == len(set(seen)) == 5


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("大橋通車", "大桥通车"),
        ("大桥通车", "大橋通車"),
        ("頭髮", "头发"),
        ("台灣", "台湾"),
        ("臺灣", "台湾"),
    ],
)
def test_traditional_and_simplified_characters_are_one(live, written, asked):
    article = live("别的", f"昨天{written}了。")
    assert search.find(asked).hits == (article.pk,)
    pieces = search.snippet(article.live_version.body, asked)
    assert [piece for piece, is_hit in pieces if is_hit] == [written]


def test_an_article_that_moves_to_another_day_is_told_by_the_check(live, issue):
    article = live("通车", "", page=page_of(issue))
    issue.date -= timedelta(days=1)
    issue.save()
    assert search.drift() == {article.pk}
    search.refresh([article.pk])
    assert not search.drift()
    assert search.find("通车", since=issue.date, until=issue.date).total == 1


def test_an_empty_index_is_made_after_migrate(live):
    article = live("通车", "")
    search.indexing.SearchPlace.objects.all().delete()
    search.fill_if_empty(None)
    assert search.find("通车").hits == (article.pk,)

"""Among few articles texts are read, else the index is asked: the answer is the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import search
from articles.models import Article, Reporter, Section, Tag
from articles.search import choosing, finding, places
from articles.search.asking import tiers
from articles.search.spelling import terms
from tests.builders import behind_the_rules

FACTS = ("tag", "reporter", "section", "publication", "kind")


@pytest.fixture
def facts(live, publication):
    """Of nine articles with 通车, in headlines, names and texts, four have the facts told."""
    section = Section.objects.create(publication=publication, name="甲")
    people = [Reporter.objects.create(name=name) for name in ("穆通车", "孟青")]
    tag = Tag.objects.create(name="交通", slug="交通")
    for number in range(9):
        told = {"section": section} if number % 2 else {}
        article = live("通车" if number % 3 else "别的", "大桥通车。", age=number, **told)
        credit = people[0 if number % 2 else 1]
        for role in ("reporter", "photographer"):
            article.live_version.credits.create(
                reporter=credit, name=credit.name, role=role, position=1
            )
        if number % 2:
            article.tags.add(tag)
    search.rebuild()
    notices = Article.objects.filter(section=section).values_list("pk", flat=True)
    behind_the_rules(pk__in=list(notices)).update(kind="notice")
    found = (tag.name, people[0].pk, section.pk, publication.pk, "notice")
    return dict(zip(FACTS, found, strict=True))


@pytest.fixture
def by_index(monkeypatch):
    """A search as it is without this choice."""

    def ask(query, **asked):
        with monkeypatch.context() as patch:
            patch.setattr(finding, "few", lambda _facts, _tiers: choosing.NOT_FEW)
            return search.find(query, **asked)

    return ask


@pytest.fixture
def always_read(monkeypatch):
    monkeypatch.setattr(choosing, "DEAR", 0)


def is_read(query, **facts):
    _chosen, read = choosing.few(facts, tiers(terms(query)))
    return bool(read)


@pytest.mark.parametrize("order", ["relevance", "newest"])
@pytest.mark.parametrize("query", ["通车", "大桥通车", "通车 大桥", "桥", "穆通车"])
@pytest.mark.parametrize("name", FACTS)
def test_both_find_the_same_in_the_same_order(facts, by_index, always_read, name, query, order):
    asked = {name: facts[name], "order": order, "limit": 2}
    found, wanted = search.find(query, **asked), by_index(query, **asked)
    assert wanted.total
    assert is_read(query, **{name: facts[name]})
    while True:
        assert (found, found.facets) == (wanted, wanted.facets)
        assert found.after == wanted.after
        if not found.after:
            break
        found = search.find(query, **asked, after=found.after)
        wanted = by_index(query, **asked, after=wanted.after)


def test_several_facts_are_all_asked_of_those_that_the_rarest_chooses(facts, by_index, always_read):
    assert search.find("通车", **facts).total == 4
    assert search.find("通车", **facts) == by_index("通车", **facts)
    assert search.find("通车", **facts | {"tag": "没有"}).total == 0


def test_reading_finds_nothing_that_is_not_live(facts, always_read):
    hidden = Article.objects.filter(section=facts["section"]).order_by("pk")[:2]
    tomorrow = timezone.now() + timedelta(days=1)
    behind_the_rules(pk=hidden[0].pk).update(status="withdrawn", live_version=None)
    Article.objects.filter(pk=hidden[1].pk).update(embargo_until=tomorrow)
    for name in FACTS[:3]:
        assert search.find("通车", **{name: facts[name]}).total == 2


def test_a_word_of_many_is_read_among_few_alone(facts, live, publication):
    for number in range(30):
        live("别的", "大桥通车。", age=20 + number)
    assert is_read("通车", tag="交通")
    assert not is_read("通车", publication=publication.pk)
    assert not is_read("穆晓棠", tag="交通")
    assert not is_read("通车", kind="news")
    assert is_read("通车", kind="notice")


def test_where_the_few_are_too_many_the_index_is_asked(facts, always_read, monkeypatch):
    assert is_read("通车", tag="交通")
    monkeypatch.setattr(choosing, "MOST_READ", 4)
    assert not is_read("通车", tag="交通")


@pytest.mark.parametrize("many", [1, 3, 1000])
def test_days_since_one_are_the_same_however_many_they_are(facts, monkeypatch, many):
    today = timezone.localdate()
    for number, article in enumerate(Article.objects.order_by("pk")):
        article.search_place.day = today - timedelta(days=number)
        article.search_place.save()
    monkeypatch.setattr(places, "MANY", many)
    totals = [search.find("通车", since=today - timedelta(days=back)).total for back in range(9)]
    assert totals == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert search.find("通车", since=today + timedelta(days=1)).total == 0

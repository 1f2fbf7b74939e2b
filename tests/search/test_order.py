"""The order of the hits, their pages, and the filters beside the query."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import search
from articles.models import Publication, Section, Tag


def test_newest_first(live):
    pks = [live("通车", "", age=age).pk for age in (3, 1, 2)]
    assert search.find("通车", order="newest").hits == (pks[1], pks[2], pks[0])


def test_relevance_puts_the_headline_before_the_text(live):
    in_text = live("新闻", "大桥通车了。", age=0)
    in_headline = live("大桥通车", "新闻", age=9)
    assert search.find("通车").hits == (in_headline.pk, in_text.pk)


def test_pages_do_not_overlap_and_know_the_total(live):
    pks = [live("通车", "", age=age).pk for age in range(5)]
    first, second = (search.find("通车", limit=3, offset=offset) for offset in (0, 3))
    assert first.hits + second.hits == tuple(pks)
    assert (first.total, second.total) == (5, 5)


def test_past_the_last_page_there_is_nothing_but_the_total(live):
    live("通车", "")
    assert search.find("通车", offset=10**18) == search.Results(1, ())
    assert search.find("通车", offset=-5).total == 1


def test_filters_narrow_down(live, publication):
    other = Publication.objects.create(name="别的报", slug="other")
    section = Section.objects.create(publication=publication, name="要闻")
    tag = Tag.objects.create(name="交通", slug="交通")
    here = live("通车", "", section=section)
    here.tags.add(tag)
    live("通车", "", publication=other)
    narrowed = ({"publication": publication.pk}, {"section": section.pk}, {"tag": tag.name})
    for narrow in narrowed:
        assert search.find("通车", **narrow).hits == (here.pk,)


def test_year_is_the_papers(live, issue):
    page = issue.pages.create(label="01", sequence=1, source=b"", source_encoding="utf-8")
    printed, web = live("通车", "", page=page), live("通车", "")
    this_year = timezone.localdate().year
    assert printed.pk in search.find("通车", year=2026).hits
    assert web.pk in search.find("通车", year=this_year).hits
    assert search.find("通车", year=1999).total == 0


def test_one_statement_answers_a_query(live, django_assert_num_queries):
    live("通车", "")
    with django_assert_num_queries(1):
        search.find("通车 -", limit=20)
    with django_assert_num_queries(1):
        search.find("通车", order="newest")


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_articles_are_looked_up_and_not_gone_through(live, order):
    live("通车", "")
    with CaptureQueriesContext(connection) as queries:
        search.find("通车", order=order)
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table of one page is read whole, and rightly so; larger ones are not.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{explain} {queries[0]['sql']}".replace("%", "%%"))
        plan = str(cursor.fetchall())
    through = (
        "MATERIALIZE live" if connection.vendor == "sqlite" else "Seq Scan on articles_article"
    )
    assert "articles_article" in plan
    assert through not in plan


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_limit_zero_counts_alone(live, order):
    live("通车", "")
    assert search.find("通车", limit=0, order=order) == search.Results(1, ())


def test_facets_are_counted_from_the_hits_outwards(live):
    live("通车", "")
    with CaptureQueriesContext(connection) as queries:
        search.find("通车")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}".replace("%", "%%"))
            steps = [detail for *_numbers, detail in cursor.fetchall()]
        through = {step.split()[1] for step in steps if step.startswith("SCAN ")}
        # Papers and sections are few: once SQLite has counted them it may well read all.
        assert not through & {"t", "c"}
    else:
        assert "JOIN LATERAL (SELECT * FROM articles_tagging" in queries[0]["sql"]

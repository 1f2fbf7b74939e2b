"""A question is made into SQL once; what it is given, and the clock, are those of each asking."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article, Issue, Publication
from articles.public import fronts, lists
from articles.questions import NOW, Given, Question, fields_of, made
from tests.builders import go

NUMBERS = Question(
    lambda: Article.objects.published(NOW).filter(page__pk=Given("page")).values_list("number"),
    lambda number: number,
)


def test_it_is_worked_out_once_and_asked_anew(paper, monkeypatch):
    first, second = paper.pages
    assert NUMBERS.ask(page=second.pk) == [paper.on_second.number]
    monkeypatch.setattr(NUMBERS, "queryset", None)
    assert set(NUMBERS.ask(page=first.pk)) == {paper.lead.number, paper.last_of_first.number}


def test_the_clock_is_read_at_each_asking(paper):
    number, page = paper.on_second.number, paper.pages[1].pk
    tomorrow = timezone.now() + timedelta(days=1)
    Article.objects.filter(number=number).update(embargo_until=tomorrow)
    assert NUMBERS.ask(page=page) == []
    assert NUMBERS.ask(page=page, now=tomorrow + timedelta(seconds=1)) == [number]


def test_what_is_withdrawn_answers_no_question(cast, paper):
    page = paper.pages[1].pk
    assert NUMBERS.first(page=page)
    go(paper.on_second, "withdraw", cast.chen)
    assert NUMBERS.first(page=page) is None


def test_values_come_back_as_from_the_model(paper):
    told = Question(
        lambda: Article.objects.filter(pk=Given("pk")).values_list(
            "published_at", "page__issue__date", "page__staff", "live_version__made_by__is_active"
        )
    )
    lead = Article.objects.select_related("page__issue").get(pk=paper.lead.pk)
    assert told.ask(pk=lead.pk) == [
        (lead.published_at, lead.page.issue.date, [["editor", "孟青"]], True)
    ]
    assert lead.published_at.tzinfo


def test_sqlite_plans_it_once_and_not_at_each_asking(paper):
    if not _tells_of_its_statements():
        pytest.skip("this SQLite does not tell of its statements")
    for page in paper.pages:
        NUMBERS.ask(page=page.pk)
    spelled = NUMBERS.sql(page=0)[0].replace("%s", "?")
    with connection.cursor() as cursor:
        cursor.execute("SELECT run, reprep FROM sqlite_stmt WHERE sql = %s", [spelled])
        assert cursor.fetchall() == [(2, 0)]


def _tells_of_its_statements():
    if connection.vendor != "sqlite":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pragma_module_list WHERE name = 'sqlite_stmt'")
        return cursor.fetchone() is not None


def test_a_sign_of_percent_stays_one(paper):
    live = Article.objects.published(NOW).filter(pk=Given("pk"))
    told = Question(lambda: live.values_list("number", RawSQL("'50%%'", ())))
    assert told.ask(pk=paper.lead.pk) == [(paper.lead.number, "50%")]


def test_a_moment_and_a_day_can_be_given(paper):
    at = Question(lambda: Issue.objects.filter(date=Given("day")).values_list("number"))
    since = Question(lambda: Article.objects.filter(published_at__gt=Given("at")).values_list("pk"))
    assert at.ask(day=paper.lead.page.issue.date) == [(4321,)]
    assert since.ask(at=datetime(2100, 1, 1, tzinfo=UTC)) == []


def test_a_row_becomes_an_instance_without_what_was_not_asked(
    publication, django_assert_num_queries
):
    names = fields_of(Publication, "id", "name")
    paper = made(Publication, names, (publication.pk, publication.name))
    assert (paper.pk, paper.name) == (publication.pk, publication.name)
    with django_assert_num_queries(1):
        assert paper.slug == publication.slug


@pytest.mark.parametrize("papers", [1, 2])
def test_every_paper_has_its_front(paper, papers, django_assert_num_queries):
    Publication.objects.bulk_create(
        Publication(name=f"空报{number}", slug=f"empty-{number}") for number in range(1, papers)
    )
    with django_assert_num_queries(2):
        found = fronts.fronts()
    assert [front.publication.slug for front in found if front.issue] == ["yanxi"]
    assert len(found) == papers
    [front] = [front for front in found if front.issue]
    assert front.stories[0].headline == "大桥通车"
    assert [leaf.label for leaf in front.pages] == ["01", "A02"]


def test_stories_of_the_web_are_one_question(paper, django_assert_num_queries):
    with django_assert_num_queries(1):
        [line] = lists.web_stories()
    assert (line.date, line.paper_name) == (None, "砚溪日报")

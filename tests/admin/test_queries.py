"""The editors' lists and forms ask the database as often for twenty rows as for two."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Alias, Credit, Photo, Reporter
from tests.builders import page_of, print_article, web_article

LIST, FORM = 13, 17
CHECKS = 3  # the words, names and pictures that they look at, and the house dictionary
FIRST = 20  # two for each pile of the person's own


@pytest.fixture(autouse=True)
def _content_types_known(db):
    """A process asks for these once in its life, not once a request."""
    ContentType.objects.get_for_models(*apps.get_models())


def fill(cast, publication, issue, count):
    for number in range(count):
        page = page_of(issue, label=f"{number + 1:02}")
        article = print_article(cast, page)
        web_article(cast, publication, "first_review")
        people = [Reporter.objects.create(name=f"记者{number}")]
        Alias.objects.create(reporter=people[0], name=f"别名{number}")
        photo = Photo.objects.create(page=page, article=article, caption="图")
        Credit.objects.create(article=article, reporter=people[0], role="reporter")
        Credit.objects.create(photo=photo, reporter=people[0], role="photographer")
    return article


def queries(browser, address):
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert browser.get(address).status_code == 200
    return [query["sql"] for query in found.captured_queries]


@pytest.mark.parametrize("name", ["de", "root"])
@pytest.mark.parametrize(
    "room", "publication issue page article photo reporter tag event version".split()
)
def test_lists_ask_the_same_for_two_rows_and_for_twenty(
    enter, cast, publication, issue, room, name
):
    browser, address = enter(name), f"/admin/articles/{room}/"
    fill(cast, publication, issue, 2)
    few = queries(browser, address)
    issue = type(issue).objects.create(publication=publication, date="2026-11-25")
    fill(cast, publication, issue, 18)

    many = queries(browser, address)

    assert len(many) == len(few), "\n".join(many)
    assert len(many) <= LIST, "\n".join(many)


def test_the_form_of_an_article_asks_the_same_for_twenty_credits(enter, cast, publication, issue):
    article = fill(cast, publication, issue, 2)
    browser, address = enter("dan"), f"/admin/articles/article/{article.pk}/change/"
    few = queries(browser, address)
    for number in range(20):
        person = Reporter.objects.create(name=f"又一位{number}")
        Credit.objects.create(article=article, reporter=person, role="reporter")
        Photo.objects.create(page=article.page, article=article, caption=f"图{number}")

    many = queries(browser, address)

    assert len(many) == len(few), "\n".join(many)
    assert len(many) <= FORM + CHECKS, "\n".join(many)


@pytest.mark.parametrize("status", ["approved", "published", "withdrawn"])
def test_the_form_of_a_finished_article_stays_in_bounds(enter, cast, issue, status):
    article = print_article(cast, page_of(issue), status)

    found = queries(enter("chen"), f"/admin/articles/article/{article.pk}/change/")

    assert len(found) <= FORM, "\n".join(found)


def test_the_forms_of_pages_issues_and_people_stay_in_bounds(enter, cast, publication, issue):
    article = fill(cast, publication, issue, 12)
    person = Reporter.objects.first()
    photo = article.photos.first()
    addresses = {
        "page": article.page_id,
        "issue": issue.pk,
        "reporter": person.pk,
        "photo": photo.pk,
        "publication": publication.pk,
    }

    counts = {
        room: len(queries(enter("de"), f"/admin/articles/{room}/{pk}/change/"))
        for room, pk in addresses.items()
    }

    assert max(counts.values()) <= FORM, counts


def test_the_first_screen_counts_in_one_query(enter, cast, publication, issue):
    fill(cast, publication, issue, 3)

    found = queries(enter("de"), "/admin/")

    assert sum("GROUP BY" in sql and '"status"' in sql for sql in found) == 1
    assert len(found) <= FIRST, "\n".join(found)


def test_no_list_of_articles_asks_for_distinct_rows(enter, cast, publication, issue):
    fill(cast, publication, issue, 2)
    asked = "status__exact=imported&day=2026-11-20&label=01&person=记者1&q=桥"

    found = queries(enter("de"), f"/admin/articles/article/?{asked}")

    rows = [sql for sql in found if 'FROM "articles_article"' in sql]
    assert rows
    assert not [sql for sql in rows if sql.startswith(("SELECT DISTINCT", "SELECT COUNT(DISTINCT"))]
    assert not [sql for sql in rows if 'FROM (SELECT DISTINCT "articles_article"' in sql]

"""The order that an editor gives the pieces at the label desk is the order of the articles."""

import pytest

from articles.intake import importing
from articles.intake.importing import Change
from articles.labelling import relabelling
from articles.models import Event, Version
from articles.writing import editing
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES

SCHOOL, LIBRARY = "青禾坪小学新操场启用", "县图书馆晚间延时开放"


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)


def take(page, by):
    return importing.apply_import(importing.plan_import(page), by=by)


def mend(page, by, name, **words):
    run = relabelling.begin(page, by=by)
    page.refresh_from_db()
    relabelling.operate(page, name, words, by=by, seen=run.pk)
    page.refresh_from_db()


def headlines(page):
    return [article.headline for article in page.articles.order_by("position")]


def test_pieces_ordered_before_the_import_come_in_so(page, cast):
    mend(page, cast.de, "before", unit=2, before=1)
    take(page, cast.de)
    assert headlines(page) == [LIBRARY, SCHOOL]


def test_pieces_ordered_after_the_import_follow_and_no_text_is_written_anew(page, cast):
    take(page, cast.de)
    written = Version.objects.count(), Event.objects.count()
    mend(page, cast.de, "before", unit=2, before=1)
    outcome = take(page, cast.de)
    assert headlines(page) == [LIBRARY, SCHOOL]
    assert (outcome.moved, outcome.updated) == (2, ())
    assert (Version.objects.count(), Event.objects.count()) == written
    assert importing.plan_import(page).changes_nothing


def test_a_piece_split_off_stands_where_it_is_printed(page, cast):
    place = next(n for n, line in enumerate(page.text.splitlines(), 1) if "学校原来" in line)
    mend(page, cast.de, "split", lines=[str(place)])
    take(page, cast.de)
    assert headlines(page) == [SCHOOL, "", LIBRARY]


def test_the_larger_part_of_a_split_piece_goes_on_with_its_article(page, cast):
    article = take(page, cast.de).articles[0]
    lines = {text: str(n) for n, text in enumerate(page.text.splitlines(), 1)}
    mend(page, cast.de, "split", lines=[lines["18日，岚汀县青禾坪镇中心小学新操场启"]])
    take(page, cast.de)
    article.refresh_from_db()
    assert "煤渣地" in article.body


def test_an_article_that_somebody_edited_moves_and_keeps_its_text(page, cast):
    article = take(page, cast.de).articles[0]
    with editing.revising(article, by=cast.de, revision=article.revision) as copy:
        copy.headline = "新操场启用"
    mend(page, cast.de, "before", unit=2, before=1)
    plan = importing.plan_import(page)
    assert [item.change for item in plan.articles] == [Change.SAME, Change.EDITED]
    take(page, cast.de)
    assert headlines(page) == [LIBRARY, "新操场启用"]

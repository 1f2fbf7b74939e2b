"""Importing a page again while editors have its articles open, or at work."""

import threading

import pytest
from django.db import connection

from articles import workflow
from articles.intake import importing
from articles.labelling import relabelling
from articles.models import Article, Issue, Publication
from articles.refusals import Refused
from articles.roles import sync_roles
from articles.writing.editing import revising
from tests.builders import page_of
from tests.conftest import gather
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def people(transactional_db):
    sync_roles(None)
    return gather()


@pytest.fixture
def page(people):
    paper = Publication.objects.create(name="砚溪日报", slug="yanxi")
    page = page_of(Issue.objects.create(publication=paper, date="2026-11-20"), source=TWO_STORIES)
    importing.apply_import(importing.plan_import(page), by=people.de)
    page.refresh_from_db()
    return page


def with_a_line_left_out(page, by):
    """The page after its labels were changed; the first article is read otherwise now."""
    line = str(page.articles.order_by("position").first().source_lines[-1])
    words = {"lines": [line], "reason": "误排"}
    relabelling.operate(page, "ignore", words, by=by, seen=page.run_id)
    page.refresh_from_db()
    return page


def test_what_an_import_changed_is_not_verified_by_who_saw_the_text_before(people, page):
    article = page.articles.order_by("position").first()
    page = with_a_line_left_out(page, people.de)
    assert importing.apply_import(importing.plan_import(page), by=people.de).updated
    with pytest.raises(Refused) as refused:
        workflow.move(article, "verify", by=people.dan, revision=article.revision)
    assert refused.value.refusal.rule == "stale"


def test_an_import_does_not_write_over_who_saves_at_the_same_moment(people, page, monkeypatch):
    article = page.articles.order_by("position").first()
    page = with_a_line_left_out(page, people.de)
    plan, compare, saved = importing.plan_import(page), importing.compare, threading.Event()

    def save():
        try:
            with revising(article, by=people.sun, revision=article.revision) as held:
                held.headline = "编辑改的标题"
        except Refused:
            pass
        finally:
            saved.set()
            connection.close()

    def compared(*given):
        found = compare(*given)
        editor.start()
        saved.wait(1)  # it must not get in between; so this is as long as it takes
        return found

    editor = threading.Thread(target=save)
    monkeypatch.setattr(importing, "compare", compared)
    importing.apply_import(plan, by=people.de)
    editor.join(30)
    now = Article.objects.get(pk=article.pk)
    # Either came second and knew; what stands in the article is its newest version.
    assert now.versions.latest("number").headline == now.headline
    assert now.versions.latest("number").body == now.body

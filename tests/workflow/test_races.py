"""Two at the same moment, with connections of their own: one wins, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from articles import editing, scheduling, workflow
from articles.models import Article, Event
from articles.roles import sync_roles
from articles.workflow import Refused
from tests.builders import go, web_article
from tests.conftest import gather

ROUNDS = 5
DUE = 20


@pytest.fixture
def people(transactional_db):
    sync_roles(None)
    return gather()


@pytest.fixture
def paper(people, publication):
    return publication


def at_once(*works):
    """Start all at the same moment; what each returned, or the rule that refused it."""
    ready = Barrier(len(works))

    def run(work):
        try:
            ready.wait(timeout=30)
            return work()
        except Refused as refused:
            return refused.refusal.rule
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def refused(results):
    return [result for result in results if isinstance(result, str)]


def moving(article, action, by):
    """The move as something to start later, on the article as it stands then."""
    return lambda: go(Article.objects.get(pk=article.pk), action, by)


def test_two_sign_offs_make_one_event(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper, "final_review")
        results = at_once(
            moving(article, "sign_off", people.chen), moving(article, "sign_off", people.cui)
        )
        assert refused(results) == ["state"]
        assert article.events.filter(action="sign_off").count() == 1


def test_signing_and_returning_at_once_does_one_of_them(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper, "final_review")
        results = at_once(
            moving(article, "sign_off", people.chen), moving(article, "return", people.cui)
        )
        assert refused(results) == ["state"]


def test_an_edit_against_a_submission_never_submits_an_unseen_text(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper)
        seen = article.revision

        def edit(article=article, seen=seen):
            with editing.revising(article, by=people.rui, revision=seen) as copy:
                copy.body += "\n补写一段。"

        def submit(article=article, seen=seen):
            return workflow.move(article, "submit", by=people.rui, revision=seen)

        assert len(refused(at_once(edit, submit))) == 1


def test_two_schedulers_publish_each_due_article_once(people, paper):
    articles = [web_article(people, paper, "scheduled") for _each in range(DUE)]
    Article.objects.filter(status="scheduled").update(
        scheduled_for=timezone.now() - timedelta(minutes=1)
    )
    summaries = at_once(scheduling.publish_due, scheduling.publish_due)
    published = [number for summary in summaries for number in summary.published]
    assert sorted(published) == sorted(article.number for article in articles)
    assert [summary.refused for summary in summaries] == [(), ()]
    assert Event.objects.filter(action="auto_publish").count() == DUE

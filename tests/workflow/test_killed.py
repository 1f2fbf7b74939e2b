"""A process killed at any statement of a move leaves the old state or the new one, never half."""

import os
import signal
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles import workflow
from articles.models import Article, Event
from articles.roles import sync_roles
from articles.workflow import auditing, scheduling
from tests.builders import web_article
from tests.conftest import gather

MOST_STATEMENTS = 80


@pytest.fixture
def people(transactional_db):
    sync_roles(None)
    return gather()


def killed_at(step, work):
    """Do `work` in a process that dies before its statement `step`; whether it did die."""
    # Each process has a connection of its own: none is shared over the fork.
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            _work_and_die(step, work)
        finally:
            os._exit(1)
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the move itself failed"
    return False


def _work_and_die(step, work):
    left = step

    def count_down(execute, *arguments):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*arguments)

    with connection.execute_wrapper(count_down):
        work()
    os._exit(0)


def walk(article, work):
    """Kill the work at every statement; what was seen after each death: (state, events)."""
    seen = []
    for step in range(1, MOST_STATEMENTS):
        died = killed_at(step, work)
        article.refresh_from_db()
        seen.append((article.status, article.events.count()))
        assert list(auditing.audit()) == []
        if not died:
            return seen
    raise AssertionError(f"more than {MOST_STATEMENTS} statements")


@pytest.mark.parametrize(
    ("start", "action", "end"),
    [("final_review", "sign_off", "approved"), ("approved", "publish", "published")],
)
def test_a_move_is_made_whole_or_not_at_all(people, publication, start, action, end):
    article = web_article(people, publication, start)
    events = article.events.count()

    def work():
        article.refresh_from_db()
        if article.status == start:
            workflow.move(article, action, by=people.chen, opinion="同意。")

    seen = walk(article, work)
    assert set(seen) == {(start, events), (end, events + 1)}
    assert seen == sorted(seen, key=lambda pair: pair[1])


def test_signing_and_scheduling_is_done_whole_or_not_at_all(people, publication):
    article = web_article(people, publication, "final_review")
    events = article.events.count()

    def work():
        article.refresh_from_db()
        if article.status == "final_review":
            words = {"opinion": "同意。", "moment": timezone.now() + timedelta(hours=2)}
            scheduling.sign_and_schedule(article, by=people.chen, **words)

    seen = walk(article, work)
    assert set(seen) == {("final_review", events), ("scheduled", events + 2)}


def test_the_clock_publishes_whole_or_not_at_all(people, publication):
    article = web_article(people, publication, "scheduled")
    past = timezone.now() - timedelta(minutes=1)
    Article.objects.filter(pk=article.pk).update(scheduled_for=past)
    events = article.events.count()
    seen = walk(article, scheduling.publish_due)
    assert set(seen) == {("scheduled", events), ("published", events + 1)}
    assert Event.objects.filter(action="auto_publish").count() == 1

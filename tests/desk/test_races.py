"""Two windows or two taps at the same moment, with connections of their own."""

from uuid import uuid4

import pytest

from articles.models import Article, Assignment, Autosave
from articles.roles import sync_roles
from articles.writing import assigning, autosaving
from articles.writing.drafting import create_draft
from tests.conftest import gather
from tests.workflow.test_races import at_once, refused

ROUNDS = 5


@pytest.fixture
def people(transactional_db):
    sync_roles(None)
    return gather()


def test_two_windows_that_keep_at_once_overwrite_nothing(people, publication):
    for _round in range(ROUNDS):
        fields = {"headline": "桥通车了", "body": "正文。"}
        article = create_draft(publication=publication, fields=fields, credits={}, by=people.rui)

        def keeping(words, article=article):
            return lambda: autosaving.keep(
                {"body": words}, by=people.rui, article=article, window=uuid4()
            )

        results = at_once(keeping("甲"), keeping("乙"))
        assert refused(results) == ["elsewhere"]
        (kept,) = Autosave.objects.filter(article=article)
        assert kept.fields == next(one.fields for one in results if not isinstance(one, str))


def test_write_this_tapped_twice_begins_one_piece(people, publication):
    for _round in range(ROUNDS):
        made = assigning.propose({"publication": publication, "title": "题"}, by=people.rui)
        assigning.take(made, "assign", by=people.sun)
        before = Article.objects.count()
        writing = [lambda made=made: assigning.write(made, by=people.rui) for _tap in range(2)]
        first, second = at_once(*writing)
        assert first == second
        assert Article.objects.count() == before + 1


def test_accepting_and_dropping_at_once_does_one_of_them(people, publication):
    for _round in range(ROUNDS):
        made = assigning.propose({"publication": publication, "title": "题"}, by=people.rui)
        seen = assigning.take(made, "assign", by=people.sun).revision
        results = at_once(
            lambda made=made, seen=seen: assigning.take(
                made, "accept", by=people.rui, revision=seen
            ),
            lambda made=made, seen=seen: assigning.take(
                made, "drop", by=people.sun, words="过时", revision=seen
            ),
        )
        assert refused(results) == ["stale"]
        assert Assignment.objects.get(pk=made.pk).notes.count() == 3

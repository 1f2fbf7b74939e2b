"""The demo: made by the importer and the workflow, once, and only where it may be."""

from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Article, Issue, JoinedPart, Publication, SearchEntry


def test_two_issues_of_four_pages_are_made_and_found(demo, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("seed_demo")
    assert [issue.pages.count() for issue in Issue.objects.all()] == [4, 4]
    states = Counter(Article.objects.values_list("status", flat=True))
    assert states["published"] >= 30
    assert {"imported", "draft", "first_review", "returned"} <= set(states)
    assert SearchEntry.objects.count() == states["published"]
    part = JoinedPart.objects.get()
    assert (part.whole.status, part.piece.page.label) == ("published", "02")
    assert part.piece.body in part.whole.live_version.body


def test_without_leave_there_is_no_demo(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="NEWSROOM_DEMO"):
        call_command("seed_demo")
    assert not User.objects.exists()


def test_a_paper_with_people_of_its_own_gets_no_demo(demo, db):
    User.objects.create_user("wang", email="wang@paper.example")
    with pytest.raises(CommandError, match="wang"):
        call_command("seed_demo")
    assert not Publication.objects.exists()

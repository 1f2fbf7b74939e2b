"""The test database itself: guards stand, and a test that commits leaves nothing behind."""

import threading

import pytest
from django.db import DatabaseError, connection

from articles.models import Event, Publication, SearchEntry
from tests.builders import web_article


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_a_test_commits_is_gone_before_the_next(cast, publication, turn):
    web_article(cast, publication, "published")
    assert Publication.objects.count() == 1
    assert SearchEntry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_guards_stand_after_a_flush(cast, publication, turn):
    article = web_article(cast, publication, "published")
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Event._meta.db_table} WHERE article_id = %s", [article.pk])


@pytest.mark.django_db(transaction=True)
def test_another_thread_sees_what_is_committed(publication):
    seen = []
    thread = threading.Thread(target=lambda: seen.append(_count()))
    thread.start()
    thread.join()
    assert seen == [1]


def _count():
    try:
        return Publication.objects.count()
    finally:
        connection.close()

"""The test database itself: guards stand, and a test that commits leaves nothing behind.

And what is said of one that has no tables yet.
"""

import os
import subprocess
import sys
import threading
from urllib.parse import quote

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from articles import faults
from articles.models import Event, Publication, SearchEntry
from tests.builders import web_article
from tests.source import ROOT


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


def test_of_a_table_that_waits_for_a_migration_the_way_is_told(db):
    MigrationRecorder.Migration.objects.filter(app="articles").last().delete()
    with (
        pytest.raises(DatabaseError) as missing,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM articles_nothing")
    assert "manage.py migrate" in faults.reason(missing.value)


def test_a_command_beside_an_empty_database_names_the_one_to_run_first(db, tmp_path):
    place = {"NEWSROOM_DATA_DIR": str(tmp_path), **_address_of_an_empty_one()}
    command = [sys.executable, "manage.py", "audit"]
    bare = {"PATH": os.environ["PATH"], **place}
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "manage.py migrate" in done.stderr
    assert "Traceback" not in done.stderr


def _address_of_an_empty_one():
    """On PostgreSQL the database that every server has, and that nobody keeps a site in."""
    if connection.vendor == "sqlite":
        return {}
    there = connection.settings_dict
    login = f"{quote(there['USER'])}:{quote(there['PASSWORD'])}@" if there["USER"] else ""
    port = f":{there['PORT']}" if there["PORT"] else ""
    return {"DATABASE_URL": f"postgres://{login}{there['HOST']}{port}/postgres"}

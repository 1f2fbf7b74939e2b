"""Fixtures for the test database: a real file on SQLite, and emptied in spite of the guards."""

from functools import partialmethod

import pytest
from django.conf import settings
from django.db import connection

from articles.search.engines import engine


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, as a site has it: in memory, threads share a connection and never race."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(file)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Tests that commit are cleaned up by a flush; what is on record does not let itself go."""
    if connection.vendor == "sqlite":
        # The class, not the object: other threads and event loops have connections of their own.
        operations = type(connection.ops)
        operations.sql_flush = partialmethod(_past_the_guards, operations.sql_flush)


def _past_the_guards(operations, sql_flush, *args, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = cursor.fetchall()
    engine().clear()
    return [
        *(f"DROP TRIGGER {name}" for name, _sql in guards),
        *sql_flush(operations, *args, **kwargs),
        *(sql for _name, sql in guards),
    ]

"""Fixtures for the test database: a real file on SQLite, and emptied in spite of the guards."""

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partialmethod
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import TestCase, override_settings
from django.utils import translation

from articles.search import headlines
from articles.search.engines import engine


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, as a site has it: in memory, threads share a connection and never race."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(file)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Tests that commit are cleaned up by a flush; what is on record does not let itself go."""
    past = _past_the_guards if connection.vendor == "sqlite" else _past_the_guards_of_postgresql
    # The class, not the object: other threads and event loops have connections of their own.
    operations = type(connection.ops)
    operations.sql_flush = partialmethod(past, operations.sql_flush)


def _past_the_guards_of_postgresql(operations, _sql_flush, _style, tables, **_kwargs):
    """Rows are taken out where there are any: to truncate a hundred tables takes seconds."""
    engine().clear()
    quoted = [operations.quote_name(table) for table in tables]
    looks = [f"(SELECT '{table}' FROM {table} LIMIT 1)" for table in quoted]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(looks))
        filled = [table for (table,) in cursor.fetchall()]
    return [
        *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in filled),
        *(f"DELETE FROM {table}" for table in filled),
        "SET CONSTRAINTS ALL IMMEDIATE",
        *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in filled),
    ]


def _past_the_guards(operations, sql_flush, *args, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = cursor.fetchall()
    engine().clear()
    headlines.clear()
    return [
        *(f"DROP TRIGGER {name}" for name, _sql in guards),
        *sql_flush(operations, *args, **kwargs),
        *(sql for _name, sql in guards),
    ]


@pytest.fixture
def without_statistics(db):
    """SQLite plans as in a young site, whatever an earlier test let it count and remember."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE sqlite_schema")
            cursor.execute("DELETE FROM sqlite_stat1")
            cursor.execute("ANALYZE sqlite_schema")


@dataclass(frozen=True)
class Ground:
    """What all tests of a module find, built once: records in a transaction around theirs, files
    that each of them gets a copy of."""

    files: Path
    blocker: object

    @contextmanager
    def building(self):
        """For module-scoped fixtures: in here the database answers, and commits are told of."""
        kept = override_settings(**places_of(self.files))
        spoken = translation.override(settings.LANGUAGE_CODE)
        with self.blocker.unblock(), kept, spoken, TestCase.captureOnCommitCallbacks(execute=True):
            yield


@pytest.fixture(scope="module")
def ground(django_db_setup, django_db_blocker, tmp_path_factory):
    """For modules whose tests all roll back: none of them may commit."""
    with pytest.MonkeyPatch.context() as patch:
        # Each test closes the connection at its end; the transaction around it needs it longer.
        patch.setattr(connection, "close", lambda: None)
        around = transaction.atomic()
        # As Django's own tests do: what must be the outermost transaction may begin in this one.
        around._from_testcase = True
        with django_db_blocker.unblock():
            around.__enter__()
        yield Ground(tmp_path_factory.mktemp("ground"), django_db_blocker)
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)


def places_of(folder):
    """The settings that say where a site keeps its files, for one that keeps them in a folder."""
    private = settings.STORAGES["private"] | {"OPTIONS": {"location": folder / "private"}}
    return {
        "MEDIA_ROOT": folder / "media",
        "STORAGES": settings.STORAGES | {"private": private},
    }

"""Faults of the machine in a sentence: the disk is full, the database away."""

import errno
import sqlite3

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

FAULTS = (OSError, DatabaseError, InterfaceError)
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
POSTGRESQL_FULL = "53100"
POSTGRESQL_LACKS = {"42P01", "42703"}  # a table, a column


def is_full(error: BaseException) -> bool:
    """Whether it is the disk that is full, the database's own among them."""
    cause = error.__cause__
    return (
        getattr(error, "errno", None) in FULL
        or getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        or getattr(cause, "sqlstate", None) == POSTGRESQL_FULL
    )


def told(error: BaseException) -> str:
    """What to say of it and what to do; nothing, where the fault is of another kind."""
    if is_full(error):
        return _(
            "The disk of the server is full, so nothing was saved. Tell those who run the server, "
            "and try again when there is room."
        )
    if _is_away(error):
        return _("The database does not answer. Nothing was saved. Try again in a few minutes.")
    return ""


def told_in_reading(error: BaseException) -> str:
    """The same to whoever had nothing to save."""
    if _is_away(error) and not is_full(error):
        return _("The database does not answer. Try again in a few minutes.")
    return told(error)


def told_of_tables(error: BaseException) -> str:
    """What operators are told where tables wait for a migration; nothing of another fault."""
    if _lacks_tables(error) and _migrations_wait():
        return _(
            "The database lacks tables or columns that this version needs. "
            "Run manage.py migrate, then try again."
        )
    return ""


def _is_away(error):
    """But for what SQLite calls by the same name: a statement that it cannot carry out."""
    return isinstance(error, OperationalError | InterfaceError) and not _is_answer(error)


def _is_answer(error):
    return getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def _lacks_tables(error):
    return _is_answer(error) or getattr(error.__cause__, "sqlstate", None) in POSTGRESQL_LACKS


def _migrations_wait():
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def reason(error: BaseException) -> str:
    """All that operators are told, or else what the system says of it."""
    told_so_far = told(error) or told_of_tables(error)
    return told_so_far or getattr(error, "strerror", None) or str(error)

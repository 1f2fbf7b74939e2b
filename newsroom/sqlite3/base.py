"""Django's SQLite, but that each statement is put into SQLite's spelling once, not at each asking.

Django looks through every character of a statement for its gaps: a tenth of a reader's page.
"""

from functools import lru_cache

from django.db.backends.sqlite3 import base

KEPT = 512
LONGEST = 10_000  # characters: what writes many rows at once is seldom the same again


class Cursor(base.SQLiteCursorWrapper):
    def convert_query(self, query, *, param_names=None):
        if param_names is not None or len(query) > LONGEST:
            return super().convert_query(query, param_names=param_names)
        return _spelled(query)


@lru_cache(maxsize=KEPT)
def _spelled(query):
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseWrapper(base.DatabaseWrapper):
    def create_cursor(self, name=None):
        return self.connection.cursor(factory=Cursor)

"""Questions that are asked again and again: made into SQL once a process, then filled in.

Django takes longer to make SQL of a queryset than the database takes to answer it. The querysets
are still the only place where a question is spelled, `published()` with them.
"""

from datetime import date, datetime
from functools import cached_property

from django.db import connection
from django.db.models import Expression, TextChoices
from django.utils import timezone


class Given(Expression):
    """A value that is told when the question is asked."""

    def __init__(self, name, output_field=None):
        super().__init__(output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


NOW = Given("now")


class Question:
    """`queryset` makes a values_list of `Given` values, `row` an answer of the values of a row.

    Without `row` the answers are the rows themselves.
    """

    def __init__(self, queryset, row=None):
        self.queryset, self.row = queryset, row

    def ask(self, **given):
        """[answer, …]; `now` need not be told."""
        sql, params = self.sql(**given)
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            rows = cursor.fetchall()
        rows = _converted(rows, self._made[2])
        return rows if self.row is None else [self.row(*row) for row in rows]

    def sql(self, **given):
        """(SQL, parameters), for a statement in which the question is a part."""
        given = {name: _adapted(value) for name, value in {"now": timezone.now(), **given}.items()}
        sql, params, _converters = self._made
        return sql, [given[each.name] if _is_given(each) else each for each in params]

    def first(self, **given):
        """The first answer, or None."""
        return next(iter(self.ask(**given)), None)

    @cached_property
    def _made(self):
        """(SQL, parameters, {place in a row: (converters, expression)})"""
        compiler = self.queryset().query.get_compiler(connection=connection)
        sql, params = _spelled(*compiler.as_sql())
        columns = [expression for expression, _sql, _alias in compiler.select[: compiler.col_count]]
        return sql, params, compiler.get_converters(columns)


def _spelled(sql, params):
    """With words of ours in the SQL itself. SQLite has indexes for some of them: bound to a gap,
    they would make it plan the statement anew at each asking.
    """
    words = tuple(f"'{each.value}'" if _is_word(each) else "%s" for each in params)
    return sql.replace("%%", "%%%%") % words, [each for each in params if not _is_word(each)]


def _is_word(value):
    return isinstance(value, TextChoices)


def _is_given(value):
    return isinstance(value, Given)


def _adapted(value):
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def _converted(rows, converters):
    if not converters:
        return rows
    rows = list(map(list, rows))
    for place, (steps, expression) in converters.items():
        for row in rows:
            if row[place] is None:
                continue
            for step in steps:
                row[place] = step(row[place], expression, connection)
    return list(map(tuple, rows))


def fields_of(model, *names):
    """The columns of a model, or those `names` of them, as `made` takes them."""
    return [
        field.attname for field in model._meta.concrete_fields if not names or field.name in names
    ]


def made(model, names, values):
    """A row of the database as an instance of its model; what it was not asked for is deferred."""
    return model.from_db(connection.alias, names, values)

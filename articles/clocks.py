"""The day of a moment by its paper's own clock, as a part of a question to the database."""

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import DateField, Func

# No clock is farther from that of the world; one day is enough on either side.
FARTHEST = timedelta(days=1)


class DayThere(Func):
    """The day of the first field's moment in the zone that the second field names."""

    output_field = DateField()

    def as_sqlite(self, compiler, connection, **context):
        # Django's own function; moments are stored by the clock of the world.
        template = "django_datetime_cast_date(%(expressions)s, 'UTC')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        way = {"template": "(%(expressions)s)::date", "arg_joiner": " AT TIME ZONE "}
        return self.as_sql(compiler, connection, **way, **context)


def moments_of(first: date, last: date) -> tuple[datetime, datetime]:
    """Between which all moments of these days lie, by whatever clock: for an index to find."""
    begin, end = (datetime.combine(day, time.min, UTC) for day in (first, last))
    return begin - FARTHEST, end + 2 * FARTHEST

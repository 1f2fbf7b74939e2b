"""The parts of a public address: an article's number, a date, a page label, a photo's hash."""

from datetime import date

from django.urls import register_converter


class TextConverter:
    """What stands in an address as it is."""

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class NumberConverter(TextConverter):
    """An article's number, such as 2026-000123."""

    regex = r"[0-9]{4}-[0-9]{6}"


class DateConverter:
    """A day with others before and after it, by any clock."""

    regex = r"[1-8][0-9]{3}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date.fromisoformat(value)

    def to_url(self, value):
        return value if isinstance(value, str) else value.isoformat()


class WordConverter(TextConverter):
    """A page label or a tag: any text without a slash. PostgreSQL cannot be asked for a NUL."""

    regex = r"[^/\x00]{1,100}"


class FormatConverter(TextConverter):
    """The format of a feed."""

    regex = r"rss|atom|json"


class YearConverter:
    """A year that a date can be of, and be followed by another."""

    regex = r"[1-8][0-9]{3}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class PlaceConverter:
    """A place in a list, counted from 1."""

    regex = r"[1-9][0-9]{0,3}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class DigestConverter(TextConverter):
    """A SHA-256 in hexadecimal."""

    regex = r"[0-9a-f]{64}"


class MarkConverter(TextConverter):
    """The first characters of a SHA-256, as a mark of what stands at the address."""

    regex = r"[0-9a-f]{12}"


class SheetsConverter(TextConverter):
    """Names of style sheets between full stops."""

    regex = r"[a-z-]+(?:\.[a-z-]+)*"


for _name, _converter in {
    "number": NumberConverter,
    "date": DateConverter,
    "word": WordConverter,
    "digest": DigestConverter,
    "format": FormatConverter,
    "year": YearConverter,
    "place": PlaceConverter,
    "mark": MarkConverter,
    "sheets": SheetsConverter,
}.items():
    register_converter(_converter, _name)

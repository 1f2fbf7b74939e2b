"""The parts of a public address: an article's number, a date, a page label, a photo's hash."""

from datetime import date


class NumberConverter:
    """An article's number, such as 2026-000123."""

    regex = r"[0-9]{4}-[0-9]{6}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class DateConverter:
    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date.fromisoformat(value)

    def to_url(self, value):
        return value if isinstance(value, str) else value.isoformat()


class WordConverter:
    """A page label or a tag: any text without a slash. PostgreSQL cannot be asked for a NUL."""

    regex = r"[^/\x00]{1,100}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class DigestConverter:
    """A SHA-256 in hexadecimal."""

    regex = r"[0-9a-f]{64}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value

"""Reviewers of the cast, logged in."""

from tests.admin.conftest import enter, notes  # noqa: F401

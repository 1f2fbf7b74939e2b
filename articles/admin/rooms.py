"""All the rooms, furnished: importing this registers every model."""

from articles.admin import (
    articles,
    assignments,
    batches,
    duties,
    events,
    issues,
    old_addresses,
    pages,
    people,
    photos,
    prints,
    publications,
    reports,
    tags,
    versions,
    wordings,
)

__all__ = [
    "articles",
    "assignments",
    "batches",
    "duties",
    "events",
    "issues",
    "old_addresses",
    "pages",
    "people",
    "photos",
    "prints",
    "publications",
    "reports",
    "tags",
    "versions",
    "wordings",
]
